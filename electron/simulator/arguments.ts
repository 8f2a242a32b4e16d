import { parseArgs } from 'node:util';

import { nearest } from './nearest.ts';

/** What the command line asks of the simulator. */
export type Asked =
  | { readonly kind: 'play'; readonly wish: Wish }
  | { readonly kind: 'list' }
  | { readonly kind: 'help' }
  /** Not understood; the message says what and, where it can, what was meant. */
  | { readonly kind: 'wrong'; readonly message: string };

export interface Wish {
  /** Names of scenarios, and `storm`; empty for the demo. */
  readonly names: readonly string[];
  /** Where to post. Absent: the app that runs with `dataDir`. */
  readonly to?: URL;
  /** Absent: the system's usual folder. */
  readonly dataDir?: string;
  /** How many times faster than real time; `Infinity` for `max`. */
  readonly speed: number;
  /** Absent: the app's own. */
  readonly extension?: string;
  /** Absent: the app's own. */
  readonly domain?: string;
  /** Absent: another one every time. */
  readonly seed?: number;
  /** How many calls a storm has. */
  readonly calls: number;
}

const options = {
  to: { type: 'string' },
  'data-dir': { type: 'string' },
  speed: { type: 'string', default: '1' },
  extension: { type: 'string' },
  domain: { type: 'string' },
  seed: { type: 'string' },
  calls: { type: 'string', default: '200' },
  list: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export const helpText = `Usage: npm run simulate -- [scenario…] [flags]

A PBX on the desk: posts the events of a call to the Ringside that runs here. Without a scenario: one call that you
answer. Several are told one after another; storm is a busy morning of a dozen extensions.

  --list            name every scenario
  --to URL          post to this webhook instead of the running app's
  --data-dir DIR    look for the running app in this data folder
  --speed X         X times as fast as real time; max does not wait. The events keep their lengths, so their times run
                    ahead of the clock
  --extension N     whose phone rings; the app's own extension by default
  --domain D        the PBX domain of the calls; the app's own by default
  --seed N          tell the same story again
  --calls N         how many calls a storm has, 200 by default
  --help            show this`;

/** Reads what stands after `npm run simulate --`. */
export function readArguments(argv: readonly string[], known: readonly string[]): Asked {
  const args = [...argv];
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) {
      return unknown(
        'flag',
        token.rawName,
        Object.keys(options).map((name) => `--${name}`),
        '--help',
      );
    }
    if (token.kind === 'positional' && !known.includes(token.value)) {
      return unknown('scenario', token.value, known, '--list');
    }
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (values.help) return { kind: 'help' };
    if (values.list) return { kind: 'list' };
    return wishOf(values, positionals);
  } catch (error) {
    // What is left to be wrong is a value too many or too few; the parser's first line says of which flag.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { kind: 'wrong', message: sentence };
  }
}

function unknown(what: string, typed: string, names: readonly string[], more: string): Asked {
  const meant = nearest(typed, names);
  const advice = meant.length > 0 ? `Did you mean ${meant.join(' or ')}?` : `${more} names them all.`;
  return { kind: 'wrong', message: `There is no ${what} ${typed}. ${advice}` };
}

interface Values {
  readonly to?: string;
  readonly 'data-dir'?: string;
  readonly speed: string;
  readonly extension?: string;
  readonly domain?: string;
  readonly seed?: string;
  readonly calls: string;
}

function wishOf(values: Values, names: readonly string[]): Asked {
  const { to, 'data-dir': dataDir, extension, domain } = values;
  const url = to === undefined ? undefined : URL.parse(to);
  const speed = values.speed === 'max' ? Infinity : Number(values.speed);
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  const calls = Number(values.calls);
  const problem =
    (url !== undefined && !/^https?:$/.test(url?.protocol ?? '') && '--to takes an http or https address.') ||
    (url !== undefined && dataDir !== undefined && 'Either --to or --data-dir: both say where to post.') ||
    (!(speed > 0) && '--speed takes a number above 0, or max.') ||
    (extension?.trim() === '' && '--extension takes an extension.') ||
    (domain?.trim() === '' && '--domain takes a domain.') ||
    (seed !== undefined && !Number.isSafeInteger(seed) && '--seed takes a whole number.') ||
    (!(Number.isSafeInteger(calls) && calls >= 1 && calls <= 100_000) &&
      '--calls takes a whole number from 1 to 100000.');
  if (problem) return { kind: 'wrong', message: problem };
  return {
    kind: 'play',
    wish: {
      names,
      speed,
      calls,
      ...(url && { to: url }),
      ...(dataDir !== undefined && { dataDir }),
      ...(extension !== undefined && { extension }),
      ...(domain !== undefined && { domain }),
      ...(seed !== undefined && { seed }),
    },
  };
}
