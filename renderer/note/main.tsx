import { createRoot } from 'react-dom/client';

import { putRememberedInForce } from '../frame/rememberedTheme.ts';
import { firstSpeech } from '../language/rememberedLanguage.ts';
import { Surroundings } from '../Surroundings.tsx';
import { Note } from './Note.tsx';

import '../styles/note.css';

putRememberedInForce();
const { ringside, ringsideNote } = window;
const root = document.getElementById('root');
if (root && ringside && ringsideNote) {
  const speech = await firstSpeech();
  createRoot(root).render(
    <Surroundings bridge={ringside} speech={speech}>
      <Note bridge={ringside} close={() => ringsideNote.close()} />
    </Surroundings>,
  );
}
