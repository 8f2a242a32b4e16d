import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';

import { createFormats } from '../../renderer/format/formats.ts';
import { FormatsContext } from '../../renderer/format/useFormats.ts';
import { useWhen } from '../../renderer/format/useWhen.ts';

const formats = createFormats('en-GB');
const InBritain = ({ children }: { readonly children: ReactNode }) => (
  <FormatsContext value={formats}>{children}</FormatsContext>
);
const us = (text: string) => new Date(text).getTime() * 1000;

it.each([
  ['2026-11-22T09:05:00', '09:05'],
  ['2026-11-18T14:05:00', 'Wed 14:05'],
  ['2026-02-14T14:05:00', '14 Feb, 14:05'],
  ['2025-12-03T14:05:00', '3 Dec 2025, 14:05'],
])('writes %s as short as it is clear on 22 November 2026: %s', (moment, words) => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00') });
  const { result } = renderHook(() => useWhen(), { wrapper: InBritain });
  expect(result.current(us(moment)).replace(' at ', ', ')).toBe(words);
  vi.useRealTimers();
});
