import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { callRow, manyCalls, missedCall } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

function line(name: string) {
  return screen.findByRole('row', { name: new RegExp(`${name}(?!\\d)`) });
}

function chosen() {
  return screen.queryAllByRole('row', { selected: true }).map((row) => row.dataset['ref']);
}

function asked(core: FakeCore, name: string) {
  return core.asked.filter((request) => request.startsWith(name));
}

function thirty(core: FakeCore): void {
  core.calls = manyCalls(30);
}

it('chooses by x, by Space, and with Shift and the arrows, and lets all go on Esc', async () => {
  const { user } = openPage(thirty);
  (await line('Caller 0')).focus();
  await user.keyboard('x{ArrowDown} ');
  expect(chosen()).toEqual(['call-0', 'call-1']);
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}');
  expect(chosen()).toEqual(['call-1', 'call-2']);
  expect(screen.getByRole('toolbar', { name: 'Selected calls' }).textContent).toContain('2 calls selected');
  await user.keyboard('{Escape}');
  expect(chosen()).toEqual([]);
  expect(screen.queryByRole('toolbar')).toBeNull();
});

it('chooses by mouse: Ctrl one more, Shift up to here, and the tick before the line', async () => {
  const { user } = openPage(thirty);
  const first = await line('Caller 1');
  await user.keyboard('{Control>}');
  await user.click(first);
  await user.keyboard('{/Control}{Shift>}');
  await user.click(await line('Caller 4'));
  await user.keyboard('{/Shift}');
  expect(chosen()).toEqual(['call-1', 'call-2', 'call-3', 'call-4']);
  await user.click((await line('Caller 2')).querySelector('.tick') ?? document.body);
  expect(chosen()).toEqual(['call-1', 'call-3', 'call-4']);
  expect(window.location.hash).toBe('');
});

it('chooses as many calls as the core takes at once', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = manyCalls(1500);
  });
  (await line('Caller 0')).focus();
  await user.keyboard('{Control>}a{/Control}');
  expect(await screen.findByText(/1,000 calls selected, as many as/, { selector: 'span' })).toBeDefined();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(core.calls).toHaveLength(500));
});

it('deletes what is chosen and brings it back by u, wherever the user has gone', async () => {
  const { core, user } = openPage(thirty);
  (await line('Caller 0')).focus();
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  expect(await screen.findByText('2 calls deleted')).toBeDefined();
  expect(asked(core, 'calls.remove')).toEqual(['calls.remove {"refs":["call-0","call-1"]}']);
  await waitFor(() => expect(screen.queryByText('Caller 0')).toBeNull());
  await user.click(screen.getByRole('link', { name: /Follow-ups/ }));
  await screen.findByText('Nobody waits for your call');
  await user.keyboard('u');
  await waitFor(() => expect(core.calls).toHaveLength(30));
});

it('offers to undo for ten seconds, and says why it could not be undone', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { core, user } = openPage(thirty);
  (await line('Caller 0')).focus();
  await user.keyboard('{Delete}');
  await screen.findByText('1 call deleted');
  core.answers['deeds.undo'] = () => {
    throw new Error('it is too late');
  };
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('This could not be done: it is too late')).toBeDefined();
  (await line('Caller 1')).focus();
  await user.keyboard('{Delete}');
  await screen.findByText('1 call deleted');
  vi.advanceTimersByTime(10_000);
  await waitFor(() => expect(screen.queryByText('1 call deleted')).toBeNull());
});

it('settles the follow-ups among what is chosen, and takes that back', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = [missedCall(1), missedCall(2), callRow()];
  });
  (await line('To be called back.*')).focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Settle' }));
  expect(await screen.findByText('2 follow-ups settled')).toBeDefined();
  expect(asked(core, 'followUps.settle')).toEqual(['followUps.settle {"refs":["missed-1","missed-2"],"reason":null}']);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(asked(core, 'followUps.reopen')).toHaveLength(1));
});

it('tags what is chosen, shows what is on some of it, and says what is in use', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = [callRow({ ref: 'a', tags: ['vip'] }), callRow({ ref: 'b' })];
  });
  await screen.findAllByText('Μαρία Γεωργίου');
  document.querySelector<HTMLElement>('[data-ref]')?.focus();
  await user.keyboard('{Control>}a{/Control}');
  await waitFor(() => expect(chosen()).toHaveLength(2));
  await user.keyboard('t');
  const dialog = await screen.findByRole('dialog', { name: 'Tags of 2 calls' });
  expect(within(dialog).getByText('1 of 2')).toBeDefined();
  await user.keyboard('order, new{Enter}');
  await waitFor(() =>
    expect(core.calls.map((call) => call.tags)).toEqual([
      ['vip', 'order', 'new'],
      ['order', 'new'],
    ]),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Remove the tag vip' }));
  await waitFor(() => expect(core.calls[0]?.tags).toEqual(['order', 'new']));
  await user.click(await screen.findByRole('button', { name: 'Undo', hidden: true }));
  expect(await within(dialog).findByText('1 of 2')).toBeDefined();
  expect(core.calls[0]?.tags).toEqual(['vip', 'order', 'new']);
  dialog.querySelector('input')?.focus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /Tags/ })).toBeNull());
});

it('exports what is chosen as a file, safe for spreadsheets and readable by Excel', async () => {
  const saved: string[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const { core, user } = openPage(thirty);
  (await line('Caller 0')).focus();
  await user.keyboard('x');
  await user.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('button', { name: 'Save file' }));
  expect(await screen.findByText('30 calls saved as calls.csv')).toBeDefined();
  expect(saved).toEqual(['calls.csv']);
  expect(asked(core, 'export.begin')).toEqual([
    `export.begin ${JSON.stringify({
      kind: 'calls',
      which: { kind: 'chosen', refs: ['call-0'] },
      format: 'csv',
      forSpreadsheets: true,
      byteOrderMark: true,
    })}`,
  ]);
});

it('gives an export up on Cancel, and saves nothing', async () => {
  const { core, user } = openPage(thirty, '#/calls?view=in');
  await line('Caller 0');
  const part = Promise.withResolvers<void>();
  core.answers['export.next'] = (() =>
    part.promise.then(() => ({ text: '', rows: 1, share: 0.1, isLast: false }))) as () => never;
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('radio', { name: 'JSON' }));
  await user.click(screen.getByRole('button', { name: 'Save file' }));
  expect(await screen.findByRole('progressbar')).toBeDefined();
  await waitFor(() => expect(asked(core, 'export.next')).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  part.resolve();
  await waitFor(() => expect(asked(core, 'export.end')).toEqual(['export.end "export"']));
  expect(asked(core, 'export.begin')[0]).toMatch(/"view":"in".*"format":"json","forSpreadsheets":false/);
});
