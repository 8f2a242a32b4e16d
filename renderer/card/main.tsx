import { createRoot } from 'react-dom/client';

import { putRememberedInForce } from '../frame/rememberedTheme.ts';
import { firstSpeech } from '../language/rememberedLanguage.ts';
import { createWebAudioPlayer } from '../sound/webAudioPlayer.ts';
import { Surroundings } from '../Surroundings.tsx';
import { Card } from './Card.tsx';

import '../styles/card.css';

putRememberedInForce();
const { ringside, ringsideCard } = window;
const root = document.getElementById('root');
if (root && ringside && ringsideCard) {
  const speech = await firstSpeech();
  createRoot(root).render(
    <Surroundings bridge={ringside} speech={speech}>
      <Card bridge={ringside} shell={ringsideCard} player={createWebAudioPlayer(false)} />
    </Surroundings>,
  );
}
