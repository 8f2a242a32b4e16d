/** How often is looked whether npm is still there, in ms. */
const everyMs = 500;

/**
 * Ends this process in good order when the npm that runs it is gone: npm passes no signal on that kills itself, and a
 * Ringside that nobody sees would go on holding the port and the data folder. Windows does not tell that a parent died.
 */
export function endWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, everyMs);
  // Whoever has nothing left to do ends without waiting for this.
  timer.unref();
}
