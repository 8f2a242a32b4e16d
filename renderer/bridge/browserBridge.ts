import type { Argument, Bridge, Push, Reply, RequestName } from '../../shared/contract.ts';
import { createConnection, type Connection, type SettableConnection } from './connection.ts';
import { shareStream, tabsOfThisBrowser, type News, type OpenStream, type Tabs } from './sharedStream.ts';

/** How long until a stream that the server refused is opened again. */
const reopenAfterMs = 2000;

/**
 * The bridge of the browser host: requests by `fetch`, pushes by server-sent events, both to the page's own origin. Where
 * `tabs` is null this page has a stream of its own.
 */
export function createBrowserBridge(tabs: Tabs | null = tabsOfThisBrowser()): {
  readonly bridge: Bridge;
  readonly connection: Connection;
} {
  const connection = createConnection();
  return {
    connection,
    bridge: {
      host: 'browser',
      request: (name, argument) => post(connection, name, argument),
      subscribe: (listener) => listen(tabs, connection, listener),
    },
  };
}

async function post<Name extends RequestName>(
  connection: SettableConnection,
  name: Name,
  argument: Argument<Name>,
): Promise<Reply<Name>> {
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ argument }),
  });
  if (response.status === 401) {
    connection.set('over');
    throw new Error('The session is over');
  }
  return (await response.json()) as Reply<Name>;
}

function listen(tabs: Tabs | null, connection: SettableConnection, listener: (push: Push) => void): () => void {
  const open: OpenStream = (tell) => openStream(connection, tell);
  const hear = (news: News) => (news.kind === 'push' ? listener(news.push) : connection.set(news.state));
  const leave = tabs === null ? open(hear) : shareStream(tabs, open, hear);
  // A tab whose session is over must not hold the stream of those that have a newer one.
  const unsubscribe = connection.subscribe(() => {
    if (connection.state() === 'over') leave();
  });
  return () => {
    unsubscribe();
    leave();
  };
}

function openStream(connection: SettableConnection, tell: (news: News) => void): () => void {
  let stream: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  function open() {
    stream = new EventSource('/api/pushes');
    stream.addEventListener('open', () => tell({ kind: 'state', state: 'open' }));
    stream.addEventListener('message', ({ data }: MessageEvent<string>) =>
      tell({ kind: 'push', push: JSON.parse(data) as Push }),
    );
    stream.addEventListener('error', () => {
      tell({ kind: 'state', state: 'lost' });
      // The browser reconnects by itself after a network error, but gives up on an answer that is not a stream.
      if (stream.readyState === EventSource.CLOSED) void checkSession();
    });
  }

  async function checkSession() {
    // An EventSource does not tell the status it was refused with; a request does, and ends this stream at a 401.
    await post(connection, 'status.get', undefined).catch(() => undefined);
    if (!isClosed) timer = setTimeout(open, reopenAfterMs);
  }

  open();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    stream.close();
  };
}
