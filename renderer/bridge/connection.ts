/**
 * `opening`: what was read may be out of date already. `lost`: tried again by itself. `over`: this page's session has
 * ended, only a new address helps.
 */
export type ConnectionState = 'opening' | 'open' | 'lost' | 'over';

/** Whether the core can be reached. In Electron it always can: the shell restarts a core that died. */
export interface Connection {
  readonly state: () => ConnectionState;
  /** Calls back on each change of the state. Returns the way to unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
}

export const alwaysOpen: Connection = { state: () => 'open', subscribe: () => () => undefined };

/** How long a page waits at its start for its connection, in ms: it is a matter of a few, or something is wrong. */
const patienceMs = 300;

/** Resolves once it is known whether the connection is open, or when that takes too long. */
export function firstNews(connection: Connection): Promise<void> {
  return new Promise((resolve) => {
    if (connection.state() !== 'opening') resolve();
    connection.subscribe(resolve);
    setTimeout(resolve, patienceMs);
  });
}

/** A connection whose state somebody else sets. */
export interface SettableConnection extends Connection {
  readonly set: (state: ConnectionState) => void;
}

export function createConnection(): SettableConnection {
  let current: ConnectionState = 'opening';
  const listeners = new Set<() => void>();
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(state) {
      // A session that is over stays over: the cookie does not come back by itself.
      if (state === current || current === 'over') return;
      current = state;
      for (const listener of listeners) listener();
    },
  };
}
