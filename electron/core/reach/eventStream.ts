import type { TunnelEvent } from './tunnel.ts';

/**
 * The events that `work` emits, in their order; over when it is done. What nobody has asked for yet is kept: a tunnel says
 * a handful of things in its life.
 *
 * @throws what `work` throws, after what it emitted before
 */
export async function* eventStream(
  work: (emit: (event: TunnelEvent) => void) => Promise<void>,
): AsyncGenerator<TunnelEvent, void, undefined> {
  const waiting: TunnelEvent[] = [];
  let wake = () => {};
  const state = { isOver: false };
  const done = work((event) => {
    waiting.push(event);
    wake();
  }).finally(() => {
    state.isOver = true;
    wake();
  });
  // Thrown to whoever reads, at the end; until then it is nobody's rejection.
  done.catch(() => {});
  for (;;) {
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) yield event;
    if (state.isOver) return done;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    wake = () => {};
  }
}
