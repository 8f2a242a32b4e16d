import { act, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { callRow, noonUs } from './support/calls.ts';
import { openPage } from './support/page.tsx';

afterEach(() => void vi.unstubAllEnvs());

it('writes times by the clocks where the machine is, also after it has travelled', async () => {
  vi.stubEnv('TZ', 'Europe/Athens');
  vi.useFakeTimers({ shouldAdvanceTime: true, now: noonUs / 1000 });
  openPage((core) => {
    core.calls = [callRow({ startedAtUs: Date.UTC(2026, 0, 15, 3, 30) * 1000 })];
  });
  expect(await screen.findByText(/05:30/)).toBeDefined();
  vi.stubEnv('TZ', 'Asia/Kolkata');
  act(() => void vi.advanceTimersByTime(61_000));
  expect(await screen.findByText(/09:00/)).toBeDefined();
});
