import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { gapsFor } from '../../renderer/calls/gapsFor.ts';
import { Lines } from '../../renderer/calls/lines.ts';
import type { CallRow } from '../../shared/call.ts';
import { everyCall } from '../../shared/callFilter.ts';
import type { Gap } from '../../shared/reach.ts';
import { callRow } from './support/calls.ts';
import { openPage } from './support/page.tsx';

const minute = 60_000_000;
const noonUs = new Date(2026, 10, 18, 12).getTime() * 1000;
const callAt = (minutes: number): CallRow =>
  callRow({ ref: `call ${minutes}`, startedAtUs: noonUs + minutes * minute });
const gap = (from: number, to: number | null): Gap => ({
  fromUs: noonUs + from * minute,
  toUs: to === null ? null : noonUs + to * minute,
  cause: 'not-listening',
});

function keysOf(lines: Lines): readonly (string | undefined)[] {
  return Array.from({ length: lines.length }, (_, index) => lines.at(index)?.kind);
}

it('stand between the calls before and after them', () => {
  const gaps = gapsFor([gap(45, null), gap(10, 42), gap(-60, -50)], everyCall);
  const lines = Lines.of([], [[callAt(43), callAt(5)]], null, gaps, true);
  expect(keysOf(lines)).toEqual(['day', 'gap', 'call', 'gap', 'call', 'gap']);
});

it('stand in one range of a long log alone, and wait for the calls below them', () => {
  const gaps = gapsFor([gap(20, 25), gap(10, 14), gap(-10, -5), gap(-60, -50)], everyCall);
  const ranges = [[callAt(30), callAt(15)], [callAt(0)]];
  const unfinished = Lines.of([], ranges, null, gaps, false);
  expect(keysOf(unfinished)).toEqual(['day', 'call', 'gap', 'call', 'gap', 'call']);
  const far = Lines.of([], [ranges[0] ?? null, null], unfinished, gaps, false);
  expect(far.length).toBe(unfinished.length);
  expect(keysOf(Lines.of([], ranges, null, gaps, true)).slice(5)).toEqual(['call', 'gap', 'gap']);
});

it('do not stand in an empty log, nor where something else than days narrows it', () => {
  const gaps = [gap(10, 20)];
  expect(Lines.of([], [[]], null, gapsFor(gaps, everyCall), true).length).toBe(0);
  expect(gapsFor(gaps, { ...everyCall, view: 'missed' })).toEqual([]);
  expect(gapsFor(gaps, { ...everyCall, search: 'maria' })).toEqual([]);
  expect(gapsFor(gaps, { ...everyCall, toUs: noonUs })).toEqual([]);
  expect(gapsFor(gaps, { ...everyCall, fromUs: noonUs + 15 * minute })).toEqual([
    { atUs: noonUs + 15 * minute, gap: gaps[0] },
  ]);
});

it('show in the list in words, and the keyboard passes them by', async () => {
  const { core, user } = openPage((filled) => {
    filled.calls = [callAt(60), callAt(0)];
    filled.gaps = [gap(10, 42)];
  });
  expect(await screen.findByText(/^12:10.+12:42.*: not listening; calls in this time are unknown$/)).toBeDefined();
  const rows = screen.getAllByRole('row').filter((row) => row.dataset['ref'] !== undefined);
  rows[0]?.focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(rows[1]);
  core.gaps = [];
  act(() => core.changed('reach'));
  await waitFor(() => expect(screen.queryByText(/not listening; calls/)).toBeNull());
});
