import { act, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';

import { noonUs, ringingCall } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';
import { popOf } from './support/pops.ts';

const title = '☎ Μαρία Γεωργίου – Ringside';
const other = 'Incoming call – Ringside';

let icon: HTMLLinkElement;
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: noonUs / 1000 });
  icon = document.createElement('link');
  icon.rel = 'icon';
  icon.href = 'data:,quiet';
  document.head.replaceChildren(icon);
});

function ring(core: FakeCore): void {
  core.pops = [popOf(ringingCall(1))];
  act(() => core.changed('pops'));
}

function titlesOfSomeSeconds(): ReadonlySet<string> {
  const titles = new Set<string>();
  for (let second = 0; second < 6; second += 1) {
    titles.add(document.title);
    act(() => void vi.advanceTimersByTime(1000));
  }
  return titles;
}

it('shows by the title and the icon of its tab that it rings, and is quiet again afterwards', async () => {
  const { core } = openPage();
  ring(core);
  await waitFor(() => expect(document.title).toMatch(/☎|Incoming/));
  expect(titlesOfSomeSeconds()).toEqual(new Set([title, other]));
  expect(icon.href).toContain('data:image/svg+xml');
  core.pops = [];
  act(() => core.changed('pops'));
  await waitFor(() => expect(document.title).toBe('Ringside'));
  expect(icon.href).toBe('data:,quiet');
});

it('lets nothing move for whoever wants it so', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  const { core } = openPage();
  ring(core);
  await waitFor(() => expect(document.title).toBe(title));
  expect(titlesOfSomeSeconds()).toEqual(new Set([title]));
});

it('names the caller alone in the desktop app', async () => {
  const { core } = openPage(undefined, '', { host: 'electron' });
  ring(core);
  await waitFor(() => expect(document.title).toBe(title));
  expect(titlesOfSomeSeconds()).toEqual(new Set([title]));
  expect(icon.href).toBe('data:,quiet');
});
