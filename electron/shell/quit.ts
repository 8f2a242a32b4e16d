import { app } from 'electron';

/** How long the core may take to answer what is in flight and close the database. */
const patienceMs = 5000;

/**
 * Makes the app end in order, whoever asks for it: the core first, then Electron. Returns the way to end it with a last
 * step that ends Electron itself.
 */
export function quitInOrder(stop: (patienceMs: number) => Promise<void>): (lastStep: () => void) => void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  let lastStep = () => app.quit();

  async function finish(): Promise<void> {
    state = 'stopping';
    await stop(patienceMs);
    state = 'stopped';
    lastStep();
  }

  app.on('before-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'running') void finish();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

  return (step) => {
    lastStep = step;
    app.quit();
  };
}
