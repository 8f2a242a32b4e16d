import type { Tabs } from '../../../renderer/bridge/sharedStream.ts';

/** A browser without tabs so far: who asks for its lock gets it in turn, and its channels hear each other. */
export function fakeTabs(): Tabs {
  const channels = new Set<EventTarget>();
  let turn = Promise.resolve();
  return {
    locks: { request: (_name, work) => (turn = turn.then(work)) },
    Channel: class extends EventTarget {
      constructor() {
        super();
        channels.add(this);
      }

      postMessage(data: unknown) {
        for (const other of channels) {
          if (other !== this) other.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
        }
      }

      close() {
        channels.delete(this);
      }
    },
  };
}
