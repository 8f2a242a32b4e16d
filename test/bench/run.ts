import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { type CardResult, measureCard } from './card.ts';
import { type CardMemoryResult, measureCardMemory } from './cardMemory.ts';
import { measureCardWindow } from './cardWindow.ts';
import { measureIngest } from './ingest.ts';
import { measureLargeLog } from './largeLog.ts';
import { type Report, tableOf, thisMachine } from './report.ts';

const help = `Measures Ringside on this machine: a table for people, then one JSON object.

  npm run bench -- [options]

  --short      fewer rounds and a smaller log, for under a minute
  --rings N    only the card window of the desktop app, with so many rings
  --memory     only the memory of the desktop app, up to 5000 screen pops: a quarter of an hour
  --json FILE  write the JSON object to FILE as well
  --help       show this`;

/** `npm run bench`. Exits with 0, with 1 when a measure fails, with 2 when the command is not understood. */
async function main(): Promise<number> {
  let wish: Wish;
  try {
    const options = {
      short: { type: 'boolean' },
      rings: { type: 'string' },
      memory: { type: 'boolean' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    } as const;
    const { values } = parseArgs({ options });
    if (values.help === true) {
      console.log(help);
      return 0;
    }
    const { short = false, memory = false, json } = values;
    wish = { short, memory, json, rings: values.rings === undefined ? null : positive(values.rings) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n--help lists every option.`);
    return 2;
  }
  const report = await measure(wish);
  if ('at' in report) console.log(tableOf(report));
  const json = JSON.stringify(report, null, 2);
  if (wish.json !== undefined) writeFileSync(wish.json, `${json}\n`);
  console.log(`\n${json}`);
  return 0;
}

interface Wish {
  readonly short: boolean;
  /** Null for everything. */
  readonly rings: number | null;
  readonly memory: boolean;
  readonly json: string | undefined;
}

/** @throws when it is none */
function positive(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--rings wants a number, not ${text}.`);
  return Number(text);
}

/** One after the other: two measures at once would measure each other. */
async function measure({ short, rings, memory }: Wish): Promise<Report | CardResult | CardMemoryResult> {
  if (memory) return measureCardMemory([50, 500, 1000, 2000, 3000, 4000, 5000]);
  if (rings !== null) return measureCardWindow({ rings });
  console.error('Ring to card…');
  const card = await measureCard({ rings: short ? 30 : 100 });
  console.error('Ring to card window…');
  const cardWindow = await measureCardWindow({ rings: short ? 30 : 200 });
  console.error('Durable ingest…');
  const ingest = await measureIngest(short ? { rounds: 4, calls: 1000 } : { rounds: 10, calls: 2500 });
  console.error('A large log…');
  const largeLog = await measureLargeLog(short ? { calls: 20_000, samples: 100 } : { calls: 100_000, samples: 500 });
  return { at: new Date().toISOString(), short, machine: thisMachine(), ingest, card, cardWindow, largeLog };
}

// So that the folders and processes lent by `exit` handlers are given back.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
process.exitCode = await main();
