import { isRecord } from './isRecord.ts';

/** What a policy can leave a blank for, which differs from agent to agent. */
export type Blanks = Readonly<Record<'user' | 'extension', string | null>>;

export type Filled =
  | { readonly kind: 'filled'; readonly value: unknown }
  /** Nothing is known, or nothing fit for an address, that could stand there. */
  | { readonly kind: 'missing'; readonly blank: string };

/** Letters, digits and what host names and paths bear alike: a name must not lead to another address than was meant. */
const fit = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/;

/** Fills `{user}` and `{extension}` in every text of a value, in small letters. */
export function fillBlanks(value: unknown, blanks: Blanks): Filled {
  const missing: string[] = [];
  const fill = (text: string) =>
    text.replace(/\{(user|extension)\}/g, (blank, name: keyof Blanks) => {
      const known = blanks[name]?.toLowerCase() ?? '';
      if (fit.test(known)) return known;
      missing.push(blank);
      return blank;
    });
  const filled = (part: unknown): unknown => {
    if (typeof part === 'string') return fill(part);
    return isRecord(part) ? Object.fromEntries(Object.entries(part).map(([name, of]) => [name, filled(of)])) : part;
  };
  const result = filled(value);
  const [blank] = missing;
  return blank === undefined ? { kind: 'filled', value: result } : { kind: 'missing', blank };
}
