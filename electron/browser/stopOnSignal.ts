/**
 * Two signals this close are one Ctrl+C: the terminal sends it to npm and to us, and npm passes its own on. Whether it
 * arrives twice depends on npm's shell.
 */
const sameKeystrokeMs = 300;

/**
 * On the first signal, closing the terminal included, stops in good order and exits with 0; on the second, for whoever
 * cannot wait, exits at once with 1.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let firstAtMs: number | null = null;
  const onSignal = (): void => {
    if (firstAtMs === null) {
      firstAtMs = performance.now();
      void stop().then(() => process.exit(0));
    } else if (performance.now() - firstAtMs > sameKeystrokeMs) {
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
