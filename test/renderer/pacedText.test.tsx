import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { usePacedText } from '../../renderer/components/usePacedText.ts';

it('reports fast letters together, and what still waits at once when the user goes on', () => {
  vi.useFakeTimers();
  const reported: string[] = [];
  const { result } = renderHook(() => usePacedText('', (text) => reported.push(text)));
  act(() => void vi.advanceTimersByTime(1000));
  act(() => result.current.write('m'));
  act(() => result.current.write('ma'));
  act(() => result.current.write('mar'));
  expect(reported).toEqual(['m']);
  act(() => result.current.settle());
  act(() => void vi.advanceTimersByTime(1000));
  expect(reported).toEqual(['m', 'mar']);
  act(() => result.current.settle());
  expect(reported).toEqual(['m', 'mar']);
  vi.useRealTimers();
});
