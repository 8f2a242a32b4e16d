import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { type Outcome, outcomes, type Us } from '../../shared/call.ts';
import { exportedCall } from '../core/export/exportedCall.ts';
import { type ExportFormat, exportFormats } from '../core/export/spell.ts';
import { writeExport } from '../core/export/writeExport.ts';
import { followUpOf } from '../core/requests/callRow.ts';
import { peekChoices } from '../core/settings/settingsFile.ts';
import { openForReading } from '../core/store/openForReading.ts';
import { defaultDataDir } from './dataDir.ts';
import { settingsInForce } from './settingsInForce.ts';

const help = `Writes the call log to standard output, newest call first; also while Ringside runs.

  npm run --silent export -- [options]

  --data-dir DIR    the folder Ringside keeps its data in
  --format FORMAT   ${exportFormats.join(', ')} (default json)
  --from TIME       calls that started then or later; ISO 8601, such as 2026-03-01 or 2026-03-01T09:00+02:00
  --to TIME         calls that started before then
  --outcome WORD    only calls with this outcome; may be repeated
                    ${outcomes.join(', ')}
  --spreadsheet     with csv: keep Excel and others from running a cell as a formula
  --help            show this`;

interface Wish {
  readonly dataDir: string;
  readonly format: ExportFormat;
  readonly fromUs: Us;
  readonly toUs: Us;
  readonly outcomes: readonly Outcome[];
  readonly spreadsheet: boolean;
}

/** `npm run export`. Exits with 0, with 1 when there is nothing to read, with 2 when the command is not understood. */
async function main(): Promise<number> {
  let wish: Wish | null;
  try {
    wish = readWish(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n--help lists every option.`);
    return 2;
  }
  if (wish === null) {
    console.log(help);
    return 0;
  }
  const opened = openForReading(join(wish.dataDir, 'ringside.db'));
  if (opened.kind === 'refused') {
    console.error(opened.reason);
    return 1;
  }
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const settings = settingsInForce(peekChoices(join(wish.dataDir, 'settings.json')));
  const calls = opened.calls
    .each(wish)
    .map((call) => exportedCall(call, { followUp: followUpOf(call, settings), ...opened.loreOf(call) }));
  await writeExport(calls, process.stdout, { format: wish.format, forSpreadsheets: wish.spreadsheet });
  opened.close();
  return 0;
}

function readWish(argv: readonly string[]): Wish | null {
  const { values } = parseArgs({
    args: [...argv],
    strict: true,
    options: {
      'data-dir': { type: 'string' },
      format: { type: 'string', default: 'json' },
      from: { type: 'string' },
      to: { type: 'string' },
      outcome: { type: 'string', multiple: true, default: [] },
      spreadsheet: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return null;
  return {
    dataDir: resolve(values['data-dir'] ?? defaultDataDir(process.platform, process.env, homedir())),
    format: oneOf('--format', values.format, exportFormats),
    fromUs: values.from === undefined ? 0 : time('--from', values.from),
    toUs: values.to === undefined ? Number.MAX_SAFE_INTEGER : time('--to', values.to),
    outcomes: values.outcome.map((word) => oneOf('--outcome', word, outcomes)),
    spreadsheet: values.spreadsheet,
  };
}

function oneOf<Word extends string>(flag: string, word: string, words: readonly Word[]): Word {
  const found = words.find((known) => known === word);
  if (found === undefined) throw new Error(`${flag} takes one of ${words.join(', ')}; not "${word}".`);
  return found;
}

function time(flag: string, text: string): Us {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new Error(`${flag} takes a time in ISO 8601, such as 2026-03-01; not "${text}".`);
  return ms * 1000;
}

process.exitCode = await main();
