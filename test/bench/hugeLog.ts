import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { writeHugeLog } from '../support/hugeLog.ts';

const help = `Writes a data folder with a log of three busy years, to try Ringside and to measure it with.

  node test/bench/hugeLog.ts --data-dir DIR [options]

  --calls N     how many calls (default 1000000)
  --people N    with how many people (default 60000)
  --contacts N  how many of them have names (default 20000)
  --seed N      another number, another log (default 1)

A log that is there already is replaced.`;

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    calls: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '60000' },
    contacts: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
});
const dataDir = values['data-dir'];
if (values.help === true || dataDir === undefined) {
  console.log(help);
} else {
  const path = join(dataDir, 'ringside.db');
  mkdirSync(dataDir, { recursive: true });
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const startedMs = performance.now();
  writeHugeLog(dataDir, {
    calls: Number(values.calls),
    people: Number(values.people),
    contacts: Number(values.contacts),
    toUs: Date.now() * 1000,
    seed: Number(values.seed),
  });
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  if (existsSync(path)) console.log(`${path}: ${Math.round(statSync(path).size / 1e6)} MB in ${seconds} s`);
}
