import { createApp } from '../../electron/core/app.ts';
import { systemClock } from '../../electron/core/clock.ts';
import { fileSecrets } from '../../electron/core/secrets/fileSecrets.ts';

/** The core in a process of its own, with the data folder it is given, to be killed. Prints its `Webhook:` line. */
const [dataDir = ''] = process.argv.slice(2);
const silent = { info() {}, warn() {}, error() {} };

await createApp({
  start: { dataDir, port: 0, extensions: ['1002'] },
  version: '0.0.0-test',
  clock: systemClock,
  notifier: { show: () => Promise.resolve({ kind: 'shown' }), close() {} },
  opener: { open: () => Promise.resolve({ kind: 'opened' }) },
  secrets: fileSecrets(dataDir),
  log: silent,
  say: (stream, text) => void process[stream].write(`${text}\n`),
});
