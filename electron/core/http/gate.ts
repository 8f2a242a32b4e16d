import type { ListenerState } from '../../../shared/status.ts';
import type { Log } from '../ports.ts';
import { type Listener, type ListenerOptions, startListener } from './listener.ts';

/** How long a stop waits for requests that are being answered. */
const graceMs = 3000;

interface GateOptions extends Omit<ListenerOptions, 'port'> {
  readonly log: Log;
  readonly changed: (state: ListenerState) => void;
}

/** Keeps the listener open on the port the settings name: moves it when the port changes, tries again when it is taken. */
export function openGate({ log, changed, ...options }: GateOptions) {
  let state: ListenerState = { kind: 'stopped' };
  let listener: Listener | null = null;
  /** Opening and closing take turns, so that two changes of the port never race. */
  let turn: Promise<void> = Promise.resolve();

  const become = (next: ListenerState) => {
    const news = JSON.stringify(next) !== JSON.stringify(state);
    state = next;
    if (!news) return;
    log.info('listener', { kind: next.kind, ...('port' in next ? { port: next.port } : {}) });
    changed(next);
  };

  const becomeListening = ({ port }: Listener) =>
    become({ kind: 'listening', port, webhook: `http://127.0.0.1:${port}/hooks/${options.tokens()[0] ?? ''}` });

  const open = async (port: number): Promise<Listener | null> => {
    const result = await startListener({ ...options, port });
    switch (result.kind) {
      case 'listening':
        becomeListening(result.listener);
        return result.listener;
      case 'port-taken':
        become({ kind: 'port-taken', port });
        return null;
      case 'failed':
        become({ kind: 'failed', port, message: result.message });
        return null;
    }
  };

  const inTurn = (work: () => Promise<void>) => {
    turn = turn.then(work);
    return turn;
  };

  return {
    state: () => state,
    /** Listens on this port from now on. Nothing happens when it already does. */
    listenOn: (port: number) =>
      inTurn(async () => {
        if (listener !== null && (port === 0 || listener.port === port)) {
          // Back from a port that was taken, the old door has been open all the while.
          becomeListening(listener);
          return;
        }
        // The new door is opened before the old one is shut: a taken port must not cost the one that works.
        const opened = await open(port);
        if (opened === null) return;
        const old = listener;
        listener = opened;
        await old?.stop(graceMs);
      }),
    /** The token in force is another one. */
    tokenChanged() {
      if (listener !== null && state.kind === 'listening') becomeListening(listener);
    },
    stop: () =>
      inTurn(async () => {
        await listener?.stop(graceMs);
        listener = null;
        become({ kind: 'stopped' });
      }),
  };
}
