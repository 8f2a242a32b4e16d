import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { toastMs } from '../../renderer/components/Toast.tsx';
import { Refusal } from '../../renderer/data/ask.ts';
import { Toaster } from '../../renderer/toast/Toaster.tsx';
import { useToast, type Told } from '../../renderer/toast/useToast.ts';
import { en } from '../../shared/words/en.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A page with a button that tells, and a field to type in. */
function openPage(told: Told) {
  function Page() {
    const tell = useToast();
    return (
      <>
        <button type="button" onClick={() => tell(told)}>
          Do it
        </button>
        <input type="text" aria-label="Words" />
      </>
    );
  }
  render(
    <IntlProvider locale="en" messages={en}>
      <Toaster>
        <Page />
      </Toaster>
    </IntlProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Do it' }));
}

const status = () => screen.getByRole('status').textContent;
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const settle = () => act(async () => Promise.resolve());

it('says what was done, and goes after its time', () => {
  openPage({ message: 'Call deleted' });
  expect(status()).toBe('Call deleted');
  pass(toastMs - 1);
  expect(status()).toBe('Call deleted');
  pass(1);
  expect(status()).toBe('');
});

it('begins its time anew with each thing told', () => {
  openPage({ message: 'Call deleted' });
  pass(toastMs - 1);
  fireEvent.click(screen.getByRole('button', { name: 'Do it' }));
  pass(toastMs - 1);
  expect(status()).toBe('Call deleted');
});

it('stays while a hand is on it or the keyboard is in it', () => {
  openPage({ message: 'Call deleted', undo: () => undefined });
  const undo = screen.getByRole('button', { name: 'Undo' });
  fireEvent.pointerEnter(undo);
  pass(toastMs * 3);
  expect(status()).toBe('Call deleted');
  fireEvent.pointerLeave(undo);
  act(() => undo.focus());
  pass(toastMs * 3);
  expect(status()).toBe('Call deleted');
  act(() => undo.blur());
  pass(toastMs);
  expect(status()).toBe('');
});

it('takes back once, and the keyboard returns to where it was', () => {
  const undo = vi.fn<() => void>();
  openPage({ message: 'Call deleted', undo });
  const deed = screen.getByRole('button', { name: 'Do it' });
  deed.focus();
  const button = screen.getByRole('button', { name: 'Undo' });
  act(() => button.focus());
  fireEvent.click(button);
  expect(undo).toHaveBeenCalledOnce();
  expect(status()).toBe('');
  expect(document.activeElement).toBe(deed);
});

it('takes back by Ctrl+Z, but never while somebody types', () => {
  const undo = vi.fn<() => void>();
  openPage({ message: 'Call deleted', undo });
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'Words' }), { key: 'z', ctrlKey: true });
  expect(undo).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  expect(undo).toHaveBeenCalledOnce();
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  expect(undo).toHaveBeenCalledOnce();
});

it('says why something could not be taken back', async () => {
  const refusal = new Refusal({ code: 'bad-request', message: 'it is too late' });
  openPage({ message: 'Call deleted', undo: () => Promise.reject(refusal) });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await settle();
  expect(status()).toBe('This could not be done: it is too late');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('offers to take something back no longer than that is possible, and gives the keyboard back', () => {
  openPage({ message: 'Call deleted', undo: () => undefined, expires: true });
  const before = screen.getByRole('textbox', { name: 'Words' });
  act(() => before.focus());
  const undo = screen.getByRole('button', { name: 'Undo' });
  fireEvent.pointerEnter(undo);
  act(() => undo.focus());
  pass(toastMs - 1);
  expect(document.activeElement).toBe(undo);
  pass(1);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(document.activeElement).toBe(before);
});
