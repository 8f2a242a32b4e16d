import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import packageJson from '../../package.json' with { type: 'json' };
import { isLink, refOfLink } from '../../shared/callLink.ts';
import { machinePolicy } from '../core/policy/policySource.ts';
import type { StartOptions } from '../core/startOptions.ts';
import { defaultDataDir } from './dataDir.ts';

/** What the command line asks for: the core's start options, and what concerns the host alone. */
export interface StartFlags {
  readonly start: StartOptions;
  /** Run the browser host instead of Electron. */
  readonly browser: boolean;
  /** Open the page by itself; the browser host alone looks at it. */
  readonly open: boolean;
  /** TCP port of the browser host's own page; 0 takes any free one. */
  readonly uiPort: number;
  /** Electron's sandbox; a container without user namespaces cannot have it. */
  readonly sandbox: boolean;
  /** Everything is kept beside the program. */
  readonly portable: boolean;
  /** Start without a window, in the tray. */
  readonly hidden: boolean;
  /** Test the whole way of an event, say how it went, and end. */
  readonly selfTest: boolean;
  /** The call that a `ringside:` link on the command line names; null without one. */
  readonly openRef: string | null;
}

export type ParsedFlags =
  | { readonly kind: 'run'; readonly flags: StartFlags }
  /** The command line asks for words instead of a program: `--help` or `--version`. */
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'check-policy'; readonly path: string }
  | { readonly kind: 'error'; readonly message: string };

interface Flag {
  readonly type: 'boolean' | 'string';
  readonly multiple?: boolean;
  /** What the help calls the value. */
  readonly value?: string;
  readonly about: string;
}

/** Every flag there is. The parser reads the types, the help reads the words. */
const table = {
  browser: { type: 'boolean', about: 'show Ringside in a browser instead of its own window' },
  'no-open': { type: 'boolean', about: 'with --browser: do not open the page, only print its address' },
  'data-dir': { type: 'string', value: 'DIR', about: 'keep database, settings and log in DIR' },
  portable: { type: 'boolean', about: 'keep them beside the program, as a stick needs it; for packaged programs' },
  port: { type: 'string', value: 'N', about: 'receive webhooks on 127.0.0.1:N; 0 takes any free port' },
  extension: {
    type: 'string',
    multiple: true,
    value: 'EXT',
    about: 'my extension; several as EXT,EXT or by repeating the flag',
  },
  domain: { type: 'string', value: 'D', about: 'only calls of this PBX domain are mine' },
  'ui-port': {
    type: 'string',
    value: 'N',
    about: 'with --browser: serve the page on 127.0.0.1:N; 0 takes any free port',
  },
  'no-sandbox': { type: 'boolean', about: 'run Electron without its sandbox, as containers need it' },
  hidden: { type: 'boolean', about: 'start in the tray, without opening the window' },
  'self-test': {
    type: 'boolean',
    about: 'test the whole way of an event, without a window, and end with 0 when it works',
  },
  policy: {
    type: 'string',
    value: 'FILE',
    about: "follow this policy in place of the machine's, to try it out; not in an installed Ringside",
  },
  'check-policy': {
    type: 'string',
    value: 'FILE',
    about: 'say what a policy comes to, and end with 2 when it is wrong',
  },
  help: { type: 'boolean', about: 'show this' },
  version: { type: 'boolean', about: 'show the version' },
} as const satisfies Record<string, Flag>;

/**
 * Reads what stands after `npm start --`, or after the name of the packaged program. `portableDir` is the folder beside
 * that one; null where Ringside runs from its sources.
 */
export function parseStartFlags(argv: readonly string[], portableDir: string | null = null): ParsedFlags {
  const parsed = readArguments(argv);
  if (parsed.kind === 'error') return parsed;

  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help', text: helpText };
  if (values.version) return { kind: 'help', text: packageJson.version };

  const extensions = values.extension?.flatMap((list) => list.split(',')).map((extension) => extension.trim());
  const domain = values.domain?.trim();
  const problem =
    portProblem('--port', values.port) ??
    portProblem('--ui-port', values['ui-port']) ??
    extensionProblem(extensions) ??
    emptyProblem('--data-dir', values['data-dir']) ??
    emptyProblem('--domain', domain) ??
    emptyProblem('--policy', values.policy) ??
    (portableDir === null ? undefined : policyProblem(values.policy)) ??
    emptyProblem('--check-policy', values['check-policy']) ??
    portableProblem(values.portable, values['data-dir'], portableDir) ??
    strayProblem(positionals);
  if (problem !== undefined) return refusal(problem);

  if (values['check-policy'] !== undefined) return { kind: 'check-policy', path: resolve(values['check-policy']) };

  const machine = machinePolicy(process.platform);
  return {
    kind: 'run',
    flags: {
      start: {
        dataDir: resolve(
          values['data-dir'] ??
            (values.portable ? portableDir : null) ??
            defaultDataDir(process.platform, process.env, homedir()),
        ),
        ...(values.port !== undefined && { port: Number(values.port) }),
        ...(extensions !== undefined && { extensions: [...new Set(extensions)] }),
        ...(domain !== undefined && { domain }),
        policy: values.policy === undefined ? machine : { path: resolve(values.policy), owner: null },
      },
      browser: values.browser ?? false,
      open: !values['no-open'],
      uiPort: Number(values['ui-port'] ?? 0),
      sandbox: !values['no-sandbox'],
      portable: values.portable ?? false,
      hidden: values.hidden ?? false,
      selfTest: values['self-test'] ?? false,
      openRef: positionals.map(refOfLink).find((ref) => ref !== null) ?? null,
    },
  };
}

function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: argv, options: table, strict: true, allowPositionals: true });
    return { kind: 'values' as const, values, positionals };
  } catch (error) {
    // The parser's own sentence names the flag; what may follow on further lines is advice about syntax.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refusal(sentence);
  }
}

function refusal(problem: string) {
  return { kind: 'error' as const, message: `${problem.replace(/\.$/, '')}. --help lists every flag.` };
}

function portProblem(flag: string, text: string | undefined): string | undefined {
  if (text === undefined || (/^\d{1,5}$/.test(text) && Number(text) <= 65_535)) return undefined;
  return `${flag} takes a number from 0 to 65535, not ${JSON.stringify(text)}`;
}

function extensionProblem(extensions: readonly string[] | undefined): string | undefined {
  const wrong = extensions?.find((extension) => !/^[0-9A-Za-z._*#-]{1,15}$/.test(extension));
  if (wrong === undefined) return undefined;
  return `--extension takes 1 to 15 digits, letters or . - _ * #, not ${JSON.stringify(wrong)}`;
}

function emptyProblem(flag: string, text: string | undefined): string | undefined {
  return text === '' ? `${flag} needs a value` : undefined;
}

/** What the organisation locks would be no lock otherwise. */
function policyProblem(file: string | undefined): string | undefined {
  return file === undefined
    ? undefined
    : 'An installed Ringside follows the policy of this machine alone, not --policy';
}

function portableProblem(
  portable: boolean | undefined,
  dataDir: string | undefined,
  portableDir: string | null,
): string | undefined {
  if (!portable) return undefined;
  if (dataDir !== undefined) return '--portable and --data-dir each name a folder: use one of them';
  return portableDir === null ? '--portable is for the packaged program; from the sources use --data-dir' : undefined;
}

/** The one thing that may stand there without a flag is a link: that is how the system hands it over. */
function strayProblem(positionals: readonly string[]): string | undefined {
  const stray = positionals.find((argument) => !isLink(argument));
  return stray === undefined ? undefined : `Unexpected argument ${JSON.stringify(stray)}`;
}

const helpText = [
  'Usage: npm start -- [flags]',
  '',
  ...Object.entries<Flag>(table).map(([name, flag]) => {
    const usage = flag.value === undefined ? `--${name}` : `--${name} ${flag.value}`;
    return `  ${usage.padEnd(18)}${flag.about}`;
  }),
].join('\n');
