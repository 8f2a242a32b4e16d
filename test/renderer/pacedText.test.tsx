import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { usePacedText } from '../../renderer/components/usePacedText.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function field() {
  const reported: string[] = [];
  const { result } = renderHook(() => usePacedText('', (text) => reported.push(text)));
  act(() => void vi.advanceTimersByTime(10_000));
  return {
    reported,
    write: (text: string) => act(() => result.current.write(text)),
    settle: () => act(() => result.current.settle()),
    wait: (ms: number) => act(() => void vi.advanceTimersByTime(ms)),
  };
}

it('reports every letter of a word at once, however fast it is typed', () => {
  const { reported, write } = field();
  for (const text of ['m', 'ma', 'mar', 'mari', 'maria']) write(text);
  expect(reported).toEqual(['m', 'ma', 'mar', 'mari', 'maria']);
});

it('reports what is typed without end together, less often than a browser lets an address change', () => {
  const { reported, write, wait } = field();
  let text = '';
  for (let letter = 0; letter < 300; letter += 1) {
    text += 'x';
    write(text);
    wait(33);
  }
  expect(reported.length).toBeGreaterThan(100);
  expect(reported.length).toBeLessThan(200);
  wait(1000);
  expect(reported.at(-1)).toBe(text);
});

it('reports what still waits at once when the user goes on, and never again', () => {
  const { reported, write, settle, wait } = field();
  for (let letter = 1; letter <= 20; letter += 1) write('x'.repeat(letter));
  expect(reported.at(-1)).not.toBe('x'.repeat(20));
  settle();
  expect(reported.at(-1)).toBe('x'.repeat(20));
  const { length } = reported;
  wait(1000);
  settle();
  expect(reported).toHaveLength(length);
});
