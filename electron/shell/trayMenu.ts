import type { CallRow, Us } from '../../shared/call.ts';
import { en } from '../../shared/words/en.ts';
import { fill } from '../../shared/words/fill.ts';
import type { Overview } from './overview.ts';
import { quietNowUntilUs, quietSpans } from './quietHours.ts';
import type { QuietSpan } from './quietHours.ts';

/** What a click in the tray's menu asks for. */
export type TrayAction =
  | { readonly kind: 'show' }
  /** Null: no longer. */
  | { readonly kind: 'quiet'; readonly span: QuietSpan | null }
  | { readonly kind: 'open'; readonly ref: string }
  | { readonly kind: 'quit' };

/** A line of the menu. One without an action only says something. */
export type TrayEntry =
  | { readonly kind: 'line'; readonly label: string; readonly action: TrayAction | null }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly TrayEntry[] }
  | { readonly kind: 'separator' };

const words = en.shell.tray;
const separator: TrayEntry = { kind: 'separator' };

/** The tray's menu as data. `stateWords` is its first line; `time` writes when a call was. */
export function trayMenu(
  overview: Overview,
  stateWords: string,
  nowUs: Us,
  time: (atUs: Us) => string,
): readonly TrayEntry[] {
  const { recent, toCallBack } = overview;
  return [
    { kind: 'line', label: stateWords, action: null },
    ...(toCallBack === 0 ? [] : [line(callBackWords(toCallBack), { kind: 'show' })]),
    separator,
    line(words.show, { kind: 'show' }),
    { kind: 'menu', label: words.quiet, entries: quietEntries(quietNowUntilUs(overview.settings, nowUs) !== null) },
    ...(recent.length === 0 ? [] : [separator]),
    ...recent.map((call) => line(callWords(call, time), { kind: 'open', ref: call.ref })),
    separator,
    line(words.quit, { kind: 'quit' }),
  ];
}

function line(label: string, action: TrayAction): TrayEntry {
  return { kind: 'line', label, action };
}

function quietEntries(isQuiet: boolean): TrayEntry[] {
  const spans = quietSpans.map((span) => line(words.quietFor[span], { kind: 'quiet', span }));
  return isQuiet ? [...spans, separator, line(words.quietOff, { kind: 'quiet', span: null })] : spans;
}

function callBackWords(people: number): string {
  return people === 1 ? words.callBackOne : fill(words.callBack, { people: String(people) });
}

function callWords({ outcome, party, startedAtUs }: CallRow, time: (atUs: Us) => string): string {
  return fill(words.call, {
    outcome: en.outcome[outcome],
    party: party.name ?? party.display ?? party.number ?? en.party.withheld,
    time: time(startedAtUs),
  });
}
