import { expect, test } from 'vitest';

import { trayMenu } from '../../electron/shell/trayMenu.ts';
import type { TrayEntry } from '../../electron/shell/trayMenu.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { en } from '../../shared/words/en.ts';
import { overviewOf } from './overviewOf.ts';
import { hostileNames, ringingPop } from './ringingPop.ts';

const nowUs = 1_800_000_000_000_000;
const menuOf = (change: Parameters<typeof overviewOf>[0] = {}) =>
  trayMenu(overviewOf(change), 'Listening on port 47100', nowUs, () => '14:02', en);

const labels = (entries: readonly TrayEntry[]): string[] =>
  entries.map((entry) => (entry.kind === 'separator' ? '-' : entry.label));
const quietEntries = (entries: readonly TrayEntry[]) =>
  entries.flatMap((entry) => (entry.kind === 'menu' ? entry.entries : []));

test('the menu says how things are, shows the window, gives quiet and quits', () => {
  expect(labels(menuOf())).toEqual([
    'Listening on port 47100',
    '-',
    'Show Ringside',
    'Do not disturb',
    '-',
    'Quit Ringside',
  ]);
  expect(menuOf()[0]).toEqual({ kind: 'line', label: 'Listening on port 47100', action: null });
});

test('a call of the last five leads to itself', () => {
  const { call } = ringingPop;
  const missed = { ...call, ref: 'r7', outcome: 'missed', party: { ...call.party, name: 'Smith & Sons' } } as const;
  expect(menuOf({ recent: [missed] })).toContainEqual({
    kind: 'line',
    label: 'Missed: Smith & Sons, 14:02',
    action: { kind: 'open', ref: 'r7' },
  });
});

test('a caller without a name is called by the number, and one without a number withheld', () => {
  const { call } = ringingPop;
  const withheld = { ...call, party: { ...call.party, number: null, e164: null, display: null } };
  const recent = [call, withheld].map((row) => ({ ...row, outcome: 'answered' as const }));
  expect(labels(menuOf({ recent }))).toEqual(
    expect.arrayContaining(['Answered: +357 99 123456, 14:02', 'Answered: Withheld, 14:02']),
  );
});

test('people who wait to be called back are counted', () => {
  expect(labels(menuOf({ toCallBack: 1 }))[1]).toBe('1 person to call back');
  expect(labels(menuOf({ toCallBack: 3 }))[1]).toBe('3 people to call back');
});

test('quiet can be had for a while, and ended only while there is quiet', () => {
  const spans = ['For 30 minutes', 'For 1 hour', 'Until tomorrow'];
  expect(labels(quietEntries(menuOf()))).toEqual(spans);
  const settings = { ...defaultSettings, doNotDisturbUntilUs: nowUs + 1 };
  expect(labels(quietEntries(menuOf({ settings })))).toEqual([...spans, '-', 'Off']);
});

test.for(hostileNames)('a name is part of its line and no more: case %#', (name) => {
  const call = { ...ringingPop.call, party: { ...ringingPop.call.party, name } };
  const label = labels(menuOf({ recent: [call] })).find((text) => text.startsWith('In progress'));
  expect(label).toMatch(/^In progress: [^\p{Cc}\p{Zl}\u202A-\u202E]{1,100}, 14:02$/u);
});

test('a caller who is hidden is not called withheld', () => {
  const party = { ...ringingPop.call.party, number: null, display: null, hidden: true };
  expect(labels(menuOf({ recent: [{ ...ringingPop.call, party }] }))).toContain('In progress: Hidden, 14:02');
});
