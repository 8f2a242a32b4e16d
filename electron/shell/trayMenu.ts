import type { CallRow, Us } from '../../shared/call.ts';
import { fill } from '../../shared/words/fill.ts';
import { oneLine } from '../../shared/words/oneLine.ts';
import type { Words } from '../../shared/words/words.ts';
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

const separator: TrayEntry = { kind: 'separator' };

/** The tray's menu as data. `stateWords` is its first line; `time` writes when a call was. */
export function trayMenu(
  overview: Overview,
  stateWords: string,
  nowUs: Us,
  time: (atUs: Us) => string,
  words: Words,
): readonly TrayEntry[] {
  const { recent, toCallBack } = overview;
  const { tray } = words.shell;
  const isQuiet = quietNowUntilUs(overview.settings, nowUs) !== null;
  return [
    { kind: 'line', label: stateWords, action: null },
    ...(toCallBack === 0 ? [] : [line(callBackWords(toCallBack, tray), { kind: 'show' })]),
    separator,
    line(tray.show, { kind: 'show' }),
    { kind: 'menu', label: tray.quiet, entries: quietEntries(isQuiet, tray) },
    ...(recent.length === 0 ? [] : [separator]),
    ...recent.map((call) => line(callWords(call, time, words), { kind: 'open', ref: call.ref })),
    separator,
    line(tray.quit, { kind: 'quit' }),
  ];
}

function line(label: string, action: TrayAction): TrayEntry {
  return { kind: 'line', label, action };
}

function quietEntries(isQuiet: boolean, words: Words['shell']['tray']): TrayEntry[] {
  const spans = quietSpans.map((span) => line(words.quietFor[span], { kind: 'quiet', span }));
  return isQuiet ? [...spans, separator, line(words.quietOff, { kind: 'quiet', span: null })] : spans;
}

function callBackWords(people: number, words: Words['shell']['tray']): string {
  return people === 1 ? words.callBackOne : fill(words.callBack, { people: String(people) });
}

function callWords({ outcome, party, startedAtUs }: CallRow, time: (atUs: Us) => string, words: Words): string {
  return fill(words.shell.tray.call, {
    outcome: words.outcome[outcome],
    party: oneLine(party.name ?? party.display ?? party.number ?? words.party[party.hidden ? 'hidden' : 'withheld']),
    time: time(startedAtUs),
  });
}
