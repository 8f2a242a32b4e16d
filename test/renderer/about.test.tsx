import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import type { Notice, Notices } from '../../shared/notice.ts';
import { openPage } from './support/page.tsx';

function notice(name: string, what: Partial<Notice> = {}): Notice {
  return {
    name,
    version: '1.0.0',
    licence: 'MIT',
    author: null,
    homepage: null,
    text: `The words of ${name}.`,
    ...what,
  };
}

const notices: Notices = {
  own: notice('Ringside'),
  others: [
    notice('d3-scale', { licence: 'ISC', author: 'Mike Bostock', homepage: 'https://d3js.org' }),
    notice('react', { version: '19.3.1', author: 'Ánna' }),
    notice('SQLite', { version: '3.54.1', licence: 'blessing' }),
  ],
};

/** Opens the view with what a build has found out; null for one that has found out nothing. */
function openAbout(found: Notices | null, fill: Parameters<typeof openPage>[0] = () => undefined) {
  const answer = () => (found === null ? new Response('', { status: 404 }) : Response.json(found));
  const fetched = vi.fn<(path: string) => Promise<Response>>(() => Promise.resolve(answer()));
  vi.stubGlobal('fetch', fetched);
  return { ...openPage(fill, '#/about'), fetched };
}

const line = (name: string) => screen.findByText(name, { selector: 'summary *' });

it('is one step from the settings, and counts as a part of them', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(notices)));
  const { user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('link', { name: 'About Ringside and its licences' }));
  expect(await screen.findByRole('heading', { name: 'About Ringside' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
});

it('says in the desktop app what it runs on', async () => {
  openAbout(notices, (core) => {
    const versions = { electron: '45.4.1', chromium: '150.0.1', node: '24.4.0' };
    core.status = { ...core.status, version: '1.2.3', versions };
  });
  expect(await screen.findByText('Call companion for ImpactPBX · Version 1.2.3')).toBeDefined();
  const all = 'Electron 45.4.1 · Chromium 150.0.1 · Node.js 24.4.0 · SQLite 3.54.1';
  expect(await screen.findByText(all)).toBeDefined();
});

it('claims nothing about the browser that it is shown in', async () => {
  openAbout(notices);
  expect(await screen.findByText('a browser of your choice · Node.js 24.0.0 · SQLite 3.54.1')).toBeDefined();
});

it('copies where the data lies', async () => {
  const { user } = openAbout(notices);
  await user.click(await screen.findByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe('/data');
});

it('unfolds each part to the words of its licence, and its own too', async () => {
  const { user } = openAbout(notices);
  const own = await line('Licence of Ringside: MIT');
  const others = await line('d3-scale');
  for (const summary of [own, others]) {
    const details = summary.closest('details');
    expect(details).toHaveProperty('open', false);
    await user.click(summary);
    expect(details).toHaveProperty('open', true);
  }
  const details = within(others.closest('details') ?? document.body);
  expect(details.getByText('The words of d3-scale.')).toBeDefined();
  expect(details.getByText('Mike Bostock')).toBeDefined();
  expect(details.getByText('https://d3js.org')).toBeDefined();
});

it.each([
  ['mike ISC', ['d3-scale'], '1 part'],
  ['anna', ['react'], '1 part'],
  ['mit', ['react'], '1 part'],
  ['e', ['d3-scale', 'react', 'SQLite'], '3 parts'],
  ['mike MIT', [], 'Nothing found'],
  ['frob', [], 'Nothing found'],
])('finds by name, author and licence: %s', async (typed, expected, count) => {
  const { user } = openAbout(notices);
  await line('react');
  await user.type(screen.getByRole('searchbox', { name: 'Search by name, author or licence' }), typed);
  await waitFor(() => expect(screen.getByText(count)).toBeDefined());
  const names = [...document.querySelectorAll('.notice-name')].map((element) => element.textContent);
  expect(names).toEqual(expected);
});

it('says that there is no list where none was built, and asks no second time', async () => {
  const { fetched } = openAbout(null);
  expect(await screen.findByText('This list is made when Ringside is built, and this one has none.')).toBeDefined();
  expect(screen.queryByRole('searchbox')).toBeNull();
  expect(fetched.mock.calls).toEqual([['./notices.json']]);
});
