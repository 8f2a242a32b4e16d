/** How long work goes on before events are let in, in ms: a ring in the middle of an import waits for less than a blink. */
const turnMs = 10;

/**
 * Counts the time of a long piece of work that is done beside everything else. It stays in this thread, because its rows
 * come from and go to the one connection to the database, and copying them between threads would cost as much as reading
 * them.
 */
export function turns(): { isOver(): boolean; next(): Promise<void> } {
  let began = performance.now();
  return {
    isOver: () => performance.now() - began > turnMs,
    next: () =>
      new Promise((resolve) => {
        setImmediate(() => {
          began = performance.now();
          resolve();
        });
      }),
  };
}
