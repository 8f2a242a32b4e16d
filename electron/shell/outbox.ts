import type { Push, Topic } from '../../shared/contract.ts';

/** Pushes on their way to one window. Keeps them back until its page listens, so that none is lost while it loads. */
export interface Outbox {
  readonly push: (push: Push) => void;
  /** The page listens: sends what was kept back, and everything from now on. */
  readonly open: () => void;
  /** The page is going away; what comes now is for the next one. */
  readonly close: () => void;
}

export function createOutbox(send: (push: Push) => void): Outbox {
  const stale = new Set<Topic>();
  let toOpen: Push | null = null;
  let listening = false;
  return {
    push(push) {
      if (listening) send(push);
      else if (push.name === 'open') toOpen = push;
      else for (const topic of push.value.what) stale.add(topic);
    },
    open() {
      listening = true;
      if (stale.size > 0) send({ name: 'changed', value: { what: [...stale] } });
      if (toOpen !== null) send(toOpen);
      stale.clear();
      toOpen = null;
    },
    close() {
      listening = false;
    },
  };
}
