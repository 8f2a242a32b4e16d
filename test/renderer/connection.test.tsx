import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { hops, troubleCodes, type Hop, type ReachState, type SelfTest, type Trouble } from '../../shared/reach.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';
import { nowUs, webhook, withReach } from './support/reach.ts';

const trouble: Trouble = { code: 'unreachable', detail: 'connect ETIMEDOUT' };

const open = (fill: (core: FakeCore) => void) => openPage(fill, '#/connection');

describe('the answer', () => {
  it.each([
    [{ kind: 'off' }, 'Only from this machine', 'Only here, port 47100'],
    [{ kind: 'starting', sinceUs: nowUs() }, 'Connecting…', 'Connecting…'],
    [{ kind: 'up', sinceUs: nowUs() }, 'Ringside can be reached', 'Reachable'],
    [{ kind: 'degraded', sinceUs: nowUs(), trouble }, 'Not sure right now', 'Last check got lost'],
    [{ kind: 'down', sinceUs: nowUs(), trouble, retryAtUs: nowUs() }, 'No, the PBX cannot reach you', 'Not reachable'],
    [{ kind: 'blocked', sinceUs: nowUs(), trouble }, 'No, and it needs you', 'Not reachable: act now'],
  ] as const satisfies readonly (readonly [ReachState, string, string])[])(
    'to %o is one sentence, and the frame says the same',
    async (state, title, line) => {
      open(withReach(state, state.kind === 'off' ? 'none' : 'ssh'));
      expect(await screen.findByRole('heading', { name: title })).toBeDefined();
      const frame = screen.getByRole('navigation', { name: 'Ringside' });
      expect(within(frame).getByText(line)).toBeDefined();
      expect(frame.querySelector('[data-tone="good"]') !== null).toBe(state.kind === 'off' || state.kind === 'up');
    },
  );

  it('is yes only after an event of the PBX', async () => {
    open((core) => {
      withReach({ kind: 'up', sinceUs: nowUs() })(core);
      core.status = { ...core.status, lastEventAtUs: nowUs() };
    });
    expect(await screen.findByRole('heading', { name: 'Yes, the PBX reaches you' })).toBeDefined();
  });

  it('counts down to the next try, and tries at once when asked to', async () => {
    const { core, user } = open(
      withReach({ kind: 'down', sinceUs: nowUs(), trouble, retryAtUs: nowUs() + 30_000_000 }),
    );
    expect((await screen.findByRole('timer')).textContent).toMatch(/^Next try in (29|30|31) s$/);
    expect(screen.getByText('connect ETIMEDOUT')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    expect(core.asked).toContain('reach.restart');
  });

  it.each(troubleCodes)('to %s has a sentence and one button', async (code) => {
    open(withReach({ kind: 'blocked', sinceUs: nowUs(), trouble: { code, detail: '' } }));
    const title = await screen.findByRole('heading', { name: 'No, and it needs you' });
    const answer = title.closest('section');
    expect(answer?.querySelector('.answer-words > p:last-child')?.textContent).toMatch(/^\p{L}.+[.?]$/u);
    expect(within(answer ?? document.body).getAllByRole('button')).toHaveLength(1);
  });

  it('is another way where the packages leave out what ngrok needs', async () => {
    const missing = { code: 'program-missing', detail: '' } as const;
    open(withReach({ kind: 'blocked', sinceUs: nowUs(), trouble: missing }, 'ngrok'));
    expect(await screen.findByText(/made without what ngrok needs/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Choose a way' })).toBeDefined();
  });

  it('is no while the log takes no events, however well the way is', async () => {
    open((core) => {
      withReach({ kind: 'up', sinceUs: nowUs() })(core);
      core.status = { ...core.status, store: { kind: 'not-writable', path: '/data', message: 'full' } };
    });
    expect(await screen.findByRole('heading', { name: 'No, Ringside cannot take events' })).toBeDefined();
    expect(screen.getByText('Not writable')).toBeDefined();
  });
});

describe('another address', () => {
  const moved = (core: FakeCore) => {
    withReach({ kind: 'up', sinceUs: nowUs() }, 'cloudflared')(core);
    core.reach = { ...core.reach, changedFrom: 'https://old.example.com/hooks/token' };
  };

  it('is told loudly, and green only when somebody says that the PBX has it', async () => {
    const { user } = open(moved);
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('https://old.example.com/hooks/token')).toBeDefined();
    expect(within(alert).getByText(webhook)).toBeDefined();
    expect(screen.getByText('PBX needs new address')).toBeDefined();
    await user.click(within(alert).getByRole('button', { name: 'I have changed it' }));
    expect(await screen.findByText('Reachable')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is told in every other view too', async () => {
    openPage(moved);
    const banner = await screen.findByText('The PBX needs your new address');
    expect(banner).toBeDefined();
    expect(screen.getByRole('link', { name: 'Open the connection' }).getAttribute('href')).toBe('#/connection');
  });

  it('is no loss while the old token works', async () => {
    open((core) => {
      moved(core);
      core.reach = {
        ...core.reach,
        changedFrom: 'https://hooks.example.com/hooks/old',
        oldTokenUntilUs: nowUs() + 86_000_000_000,
      };
    });
    expect(await screen.findByRole('heading', { name: /^Yes, until / })).toBeDefined();
    expect(screen.getByText('Reachable')).toBeDefined();
  });
});

describe('the test ring', () => {
  const testAt = (stage: number, change: Partial<SelfTest> = {}, broken: Hop | null = null): SelfTest => ({
    id: 'one',
    startedUs: nowUs(),
    isOver: false,
    hops: hops.map((hop, index) => ({
      hop,
      state: hop === broken ? 'failed' : index < stage ? 'passed' : index === stage ? 'running' : 'waiting',
      trouble: hop === broken ? { code: 'http-error', detail: '502' } : null,
      milliseconds: index < stage ? 12 : null,
    })),
    ...change,
  });

  it('lights its hops up one by one', async () => {
    const { core, user } = open((filled) => {
      withReach({ kind: 'up', sinceUs: nowUs() })(filled);
      filled.answers['selfTest.start'] = () => testAt(0);
    });
    await user.click(await screen.findByRole('button', { name: 'Ring me' }));
    expect(core.asked).toContain('selfTest.start');
    for (const stage of [1, 4]) {
      core.selfTest = testAt(stage);
      act(() => core.changed('self-test'));
      await waitFor(() => expect(document.querySelectorAll('.hop[data-state="passed"]')).toHaveLength(stage));
    }
    core.selfTest = testAt(7, { isOver: true });
    act(() => core.changed('self-test'));
    expect(await screen.findByText(/^Everything works/)).toBeDefined();
  });

  it.each(hops)('that stops at %s names it, and the next step', async (hop) => {
    open((core) => {
      withReach({ kind: 'up', sinceUs: nowUs() })(core);
      core.selfTest = testAt(hops.indexOf(hop), { isOver: true }, hop);
    });
    const title = await screen.findByRole('heading', { name: /^It stops at/ });
    const next = title.parentElement ?? document.body;
    expect(next.querySelector('p')?.textContent).toMatch(/^\p{L}.+[.?]$/u);
    // Of the log the message at the top of the window says more.
    expect(next.querySelectorAll('button, a')).toHaveLength(hop === 'database' ? 0 : 1);
  });
});

it('makes a new address only after a second question', async () => {
  const { core, user } = open(withReach({ kind: 'up', sinceUs: nowUs() }));
  await user.click(await screen.findByText('New secret address'));
  await user.click(await screen.findByRole('button', { name: 'Make a new address…' }));
  expect(core.asked).not.toContain('reach.rotateToken');
  await user.click(screen.getByRole('button', { name: 'Make it' }));
  await waitFor(() => expect(core.asked).toContain('reach.rotateToken'));
  // The PBX has the one before, so that the new one can be told to be another.
  expect(core.asked.indexOf('reach.confirmAddress')).toBe(core.asked.indexOf('reach.rotateToken') - 1);
  expect(await screen.findByText('New address made')).toBeDefined();
});

it('ends the day of the old address early', async () => {
  const { core, user } = open((filled) => {
    withReach({ kind: 'up', sinceUs: nowUs() })(filled);
    filled.reach = { ...filled.reach, oldTokenUntilUs: nowUs() + 3_600_000_000 };
  });
  await user.click(await screen.findByText('New secret address'));
  await user.click(await screen.findByRole('button', { name: 'End it now…' }));
  await user.click(screen.getByRole('button', { name: 'End it' }));
  await waitFor(() => expect(core.asked).toContain('reach.retireOldToken'));
});

it('lists the times without events', async () => {
  const from = Date.UTC(2026, 0, 5, 12, 10) * 1000;
  const { user } = open((core) => {
    withReach({ kind: 'up', sinceUs: nowUs() })(core);
    core.gaps = [{ fromUs: from, toUs: from + 32 * 60_000_000, cause: 'not-listening' }];
  });
  await user.click(await screen.findByText('Times not listening'));
  expect(await screen.findByText(/: not listening; calls in this time are unknown$/)).toBeDefined();
});

it('tells how the copy for another program fares', async () => {
  const { user } = open((core) => {
    withReach({ kind: 'up', sinceUs: nowUs() })(core);
    const forwardUrl = 'https://other.example.com';
    core.settings = { ...core.settings, settings: { ...core.settings.settings, forwardUrl } };
    const failing = { waiting: 12, failingSinceUs: nowUs(), trouble: 'HTTP 500', givenUp: 3, lastSuccessUs: null };
    core.reach = { ...core.reach, forward: failing };
  });
  expect(await screen.findByText(/^Not reached since/)).toBeDefined();
  await user.click(screen.getByText('Send a copy on'));
  expect(await screen.findByText('12 events wait')).toBeDefined();
  expect(screen.getByText('HTTP 500')).toBeDefined();
  expect(screen.getByText(/^3 events were given up on/)).toBeDefined();
});

it('shows the events of the day as a picture, in a sentence, and as numbers', async () => {
  const { user } = open((core) => {
    withReach({ kind: 'up', sinceUs: nowUs() })(core);
    core.reach = { ...core.reach, eventsPerHour: [...Array.from({ length: 22 }, () => 0), 3, 5] };
  });
  expect(await screen.findByText(/^8 events in the last 24 hours, at most 5 in an hour/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Numbers' }));
  expect(screen.getAllByRole('row')).toHaveLength(25);
});

it('lists the deliveries that were refused, and reads one again', async () => {
  const { core, user } = open((filled) => {
    filled.status = { ...filled.status, rejected: 1 };
    filled.rejected = [{ id: 1, receivedAtUs: 1, reason: 'not JSON at line 1', body: 'hello', size: 5 }];
    filled.answers['rejected.retry'] = () => ({ kind: 'refused', reason: 'not JSON' });
  });
  expect(await screen.findByText('1 delivery')).toBeDefined();
  await user.click(screen.getByText('Rejected deliveries'));
  await user.click(await screen.findByText('not JSON at line 1'));
  expect(screen.getByText('hello')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Still not readable: not JSON')).toBeDefined();
  expect(core.asked).toContain('rejected.retry 1');
});

it('speaks Greek', async () => {
  open((core) => {
    withReach({ kind: 'down', sinceUs: nowUs(), trouble, retryAtUs: nowUs() })(core);
    core.settings = { ...core.settings, settings: { ...core.settings.settings, language: 'el' } };
  });
  expect(await screen.findByRole('heading', { name: 'Όχι, το κέντρο δεν σας βρίσκει' })).toBeDefined();
});
