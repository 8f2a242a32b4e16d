import { createRoot } from 'react-dom/client';

import { App } from './App.tsx';
import { connect } from './bridge/connect.ts';
import { firstNews } from './bridge/connection.ts';
import { hearEarly } from './bridge/hearEarly.ts';
import { tabsOfThisBrowser } from './bridge/sharedStream.ts';
import { firstFilter } from './calls/callFilterOf.ts';
import { asker } from './data/ask.ts';
import { createQueryClient } from './data/client.ts';
import { readAhead } from './data/readAhead.ts';
import { putRememberedInForce } from './frame/rememberedTheme.ts';
import { firstSpeech } from './language/rememberedLanguage.ts';
import { routeOf } from './route/route.ts';
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
  const bridge = hearEarly(host.bridge);
  const client = createQueryClient();
  const [speech] = await Promise.all([firstSpeech(), firstNews(host.connection)]);
  // What is read before the connection opens is read again afterwards.
  if (host.connection.state() === 'open') readAhead(client, asker(bridge), firstFilter(routeOf(window.location.hash)));
  createRoot(root).render(
    <App
      bridge={bridge}
      connection={host.connection}
      client={client}
      speech={speech}
      notification={window.Notification}
      player={createWebAudioPlayer(bridge.host === 'browser')}
      locks={tabsOfThisBrowser()?.locks ?? null}
    />,
  );
}
if (import.meta.env.MODE === 'development') {
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    if (isDesign(oldURL) || isDesign(newURL)) window.location.reload();
  });
}
