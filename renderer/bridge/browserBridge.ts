import type { Argument, Bridge, Push, Reply, RequestName } from '../../shared/contract.ts';
import { createConnection, type Connection, type SettableConnection } from './connection.ts';

/** How long until a stream that the server refused is opened again. */
const reopenAfterMs = 2000;

/** The bridge of the browser host: requests by `fetch`, pushes by server-sent events, both to the page's own origin. */
export function createBrowserBridge(): { readonly bridge: Bridge; readonly connection: Connection } {
  const connection = createConnection();
  return {
    connection,
    bridge: {
      host: 'browser',
      request: (name, argument) => post(connection, name, argument),
      subscribe: (listener) => listen(connection, listener),
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

function listen(connection: SettableConnection, listener: (push: Push) => void): () => void {
  let stream: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    stream = new EventSource('/api/pushes');
    stream.addEventListener('open', () => connection.set('open'));
    stream.addEventListener('message', (event: MessageEvent<string>) => listener(JSON.parse(event.data) as Push));
    stream.addEventListener('error', () => {
      connection.set('lost');
      // The browser reconnects by itself after a network error, but gives up on an answer that is not a stream.
      if (stream.readyState === EventSource.CLOSED) void checkSession();
    });
  }

  async function checkSession() {
    // An EventSource does not tell the status it was refused with; a request does.
    await post(connection, 'status.get', undefined).catch(() => undefined);
    if (connection.state() !== 'over') timer = setTimeout(open, reopenAfterMs);
  }

  open();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
