import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { callRow, withheld } from './support/calls.ts';
import { openPage } from './support/page.tsx';

it('names the port that is taken and shows the way out', async () => {
  openPage((core) => {
    core.status = { ...core.status, listener: { kind: 'port-taken', port: 47_100 } };
  });
  expect(await screen.findByText('Port 47100 is taken by another program')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Use another port' }).getAttribute('href')).toBe('#/settings');
  expect(screen.getByRole('navigation').textContent).toContain('Port 47100 is taken');
});

it('says with both versions that the log is from a newer Ringside', async () => {
  openPage((core) => {
    core.status = { ...core.status, store: { kind: 'from-the-future', path: '/data/log.db', found: 30, known: 10 } };
  });
  expect((await screen.findByText(/format 30.*up to 10/)).textContent).toContain('/data/log.db');
});

it('says where the log has to be copied to before an update changes it, and how much room is missing', async () => {
  openPage((core) => {
    const message = '272 MB needed, 12 MB free';
    core.status = {
      ...core.status,
      store: { kind: 'not-backed-up', path: '/data/log.db', folder: '/data/backups', message },
    };
  });
  const words = (await screen.findByText(/272 MB needed, 12 MB free/)).textContent;
  expect(words).toContain('/data/backups');
  expect(words).toContain('The log was not touched');
  expect(screen.getByText('Log not copied')).toBeDefined();
});

it('tells once that a damaged database was moved aside', async () => {
  const { user } = openPage((core) => {
    const notice = { kind: 'database-moved-aside', path: '/data/old.db', saved: 1, atUs: 1 } as const;
    core.status = { ...core.status, notices: [notice] };
  });
  expect(await screen.findByText(/1 event was saved and is back/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByText(/1 event was saved/)).toBeNull());
});

it('tells that the webhook address is a new one, and where the file with the old one is', async () => {
  openPage((core) => {
    const notice = { kind: 'token-replaced', path: '/data/token.old', atUs: 1 } as const;
    core.status = { ...core.status, notices: [notice] };
  });
  const title = await screen.findByText('The webhook address is a new one');
  expect(title.closest('[role="status"]')?.textContent).toContain('was moved to /data/token.old');
});

it('says that the connection is lost, and reads everything again once it is back', async () => {
  const { core, connection } = openPage((fake) => {
    fake.calls = [callRow()];
  });
  await screen.findByText('Μαρία Γεωργίου');
  act(() => connection.set('lost'));
  expect(screen.getByText('Connection to Ringside lost')).toBeDefined();
  core.calls = [callRow({ party: withheld })];
  act(() => connection.set('open'));
  expect(await screen.findByText('Withheld')).toBeDefined();
  expect(screen.queryByText('Connection to Ringside lost')).toBeNull();
});

it('does not claim to listen while Ringside cannot be reached', async () => {
  const { connection } = openPage();
  const sideBar = screen.getByRole('navigation');
  await screen.findByText('Only here, port 47100');
  for (const state of ['lost', 'open', 'over'] as const) {
    act(() => connection.set(state));
    const words = state === 'open' ? 'Only here, port 47100' : 'Not connected';
    expect(sideBar.querySelector('.listener')?.textContent).toContain(words);
    expect(sideBar.querySelector('.dot')?.getAttribute('data-tone')).toBe(state === 'open' ? 'good' : 'quiet');
  }
});

it('says what to do when the session is over', () => {
  const { connection } = openPage();
  act(() => connection.set('over'));
  expect(screen.getByText(/Open the address printed in its terminal/)).toBeDefined();
});
