import { createRoot } from 'react-dom/client';

import { App } from './App.tsx';
import { connect } from './bridge/connect.ts';
import { tabsOfThisBrowser } from './bridge/sharedStream.ts';
import { putRememberedInForce } from './frame/rememberedTheme.ts';
import { firstSpeech } from './language/rememberedLanguage.ts';
import { createWebAudioPlayer } from './sound/webAudioPlayer.ts';

import './styles/index.css';

const isDesign = (url: string) => new URL(url).hash === '#/design';

putRememberedInForce();
const root = document.getElementById('root');
if (root && import.meta.env.MODE === 'development' && isDesign(window.location.href)) {
  const { openDesign } = await import('./design/openDesign.tsx');
  openDesign(root);
} else if (root) {
  const host = connect();
  const speech = await firstSpeech();
  createRoot(root).render(
    <App
      {...host}
      speech={speech}
      notification={window.Notification}
      player={createWebAudioPlayer(host.bridge.host === 'browser')}
      locks={tabsOfThisBrowser()?.locks ?? null}
    />,
  );
}
if (import.meta.env.MODE === 'development') {
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    if (isDesign(oldURL) || isDesign(newURL)) window.location.reload();
  });
}
