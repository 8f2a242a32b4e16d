import { createRoot } from 'react-dom/client';

import { App } from './App.tsx';
import { connect } from './bridge/connect.ts';
import { tabsOfThisBrowser } from './bridge/sharedStream.ts';
import { putRememberedInForce } from './frame/rememberedTheme.ts';
import { createWebAudioPlayer } from './sound/webAudioPlayer.ts';

import './styles/index.css';

putRememberedInForce();
const root = document.getElementById('root');
if (root) {
  const host = connect();
  createRoot(root).render(
    <App
      {...host}
      notification={window.Notification}
      player={createWebAudioPlayer(host.bridge.host === 'browser')}
      locks={tabsOfThisBrowser()?.locks ?? null}
    />,
  );
}
