// Whoever started Ringside may close the terminal before it ends; nobody is left to tell then.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** Writes a line to the terminal that Ringside was started from. */
export function say(stream: 'stdout' | 'stderr', text: string): void {
  process[stream].write(`${text}\n`);
}
