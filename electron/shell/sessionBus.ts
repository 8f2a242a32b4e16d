import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A method of a program on the session bus of a Linux desktop. */
export interface BusMethod {
  readonly program: string;
  readonly path: string;
  /** With its interface. */
  readonly method: string;
  readonly strings: readonly string[];
}

export type BusAnswer =
  | { readonly kind: 'answered'; readonly text: string }
  /** No program has that name, or the one that has it does not answer. */
  | { readonly kind: 'silent' }
  /** This system has nothing to ask with. */
  | { readonly kind: 'not-asked' };

/** In ms. A program answers at once, or hangs. */
const timeout = 2000;

/** Calls a method and waits for its answer, in a process of its own: nothing here is held up. */
export async function askSessionBus(method: BusMethod): Promise<BusAnswer> {
  for (const [command, ...words] of commandsFor(method)) {
    try {
      const { stdout } = await promisify(execFile)(command, words, { timeout });
      return { kind: 'answered', text: stdout };
    } catch (error) {
      if (!isMissing(error)) return { kind: 'silent' };
    }
  }
  return { kind: 'not-asked' };
}

/** Either program is on nearly every Linux desktop. */
function commandsFor({ program, path, method, strings }: BusMethod): [string, ...string[]][] {
  return [
    ['gdbus', 'call', '--session', '--dest', program, '--object-path', path, '--method', method, ...strings],
    [
      'dbus-send',
      '--session',
      '--print-reply',
      `--dest=${program}`,
      path,
      method,
      ...strings.map((text) => `string:${text}`),
    ],
  ];
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
