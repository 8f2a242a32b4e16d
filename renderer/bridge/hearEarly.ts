import type { Bridge, Push } from '../../shared/contract.ts';

/** The same bridge, which listens from now on: the first who subscribes is told what was pushed before. */
export function hearEarly(bridge: Bridge): Bridge {
  const kept: Push[] = [];
  const listeners = new Set<(push: Push) => void>();
  bridge.subscribe((push) => {
    if (listeners.size === 0) kept.push(push);
    for (const listener of listeners) listener(push);
  });
  return {
    host: bridge.host,
    request: (name, argument) => bridge.request(name, argument),
    subscribe(listener) {
      listeners.add(listener);
      for (const push of kept.splice(0)) listener(push);
      return () => listeners.delete(listener);
    },
  };
}
