import { expect, test } from 'vitest';

import { trayStateOf } from '../../electron/shell/trayState.ts';
import type { Reach } from '../../shared/reach.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { en } from '../../shared/words/en.ts';
import { listening, overviewOf } from './overviewOf.ts';
import { ringingPop } from './ringingPop.ts';

const nowUs = 1_800_000_000_000_000;
const time = (atUs: number) => `T${(atUs - nowUs) / 60_000_000}`;
const quiet = { ...defaultSettings, doNotDisturbUntilUs: nowUs + 60_000_000 };
const stateOf = (overview: ReturnType<typeof overviewOf>) => trayStateOf(overview, nowUs, time, en);

test('while events can come it listens, and names the port', () => {
  expect(stateOf(overviewOf())).toEqual({ state: 'listening', words: 'Listening on port 47100' });
});

test('a ring comes before everything else, and is named', () => {
  const overview = overviewOf({ pops: [ringingPop], settings: quiet, status: null });
  expect(stateOf(overview)).toEqual({ state: 'ringing', words: '+357 99 123456 is calling' });
});

test.each(['answered', 'missed'] as const)('a call that is %s does not ring', (state) => {
  expect(stateOf(overviewOf({ pops: [{ ...ringingPop, state }] }))).toMatchObject({ state: 'listening' });
});

test('whoever asked not to be disturbed sees until when', () => {
  expect(stateOf(overviewOf({ settings: quiet }))).toEqual({ state: 'quiet', words: 'Do not disturb until T1' });
});

test('that time is over when it is over', () => {
  const settings = { ...defaultSettings, doNotDisturbUntilUs: nowUs };
  expect(stateOf(overviewOf({ settings }))).toMatchObject({ state: 'listening' });
});

test.each([
  [{ status: null }, 'Not connected'],
  [{ status: { ...listening, listener: { kind: 'port-taken', port: 47_100 } as const } }, 'Port 47100 is taken'],
  [{ status: { ...listening, listener: { kind: 'stopped' } as const } }, 'Not listening'],
  [
    { status: { ...listening, store: { kind: 'not-backed-up', path: '/d', folder: '/d/b', message: '' } as const } },
    'Log not copied',
  ],
  [{ status: { ...listening, store: { kind: 'in-use', path: '/data' } as const } }, 'Log is in use'],
  [
    { status: { ...listening, store: { kind: 'not-writable', path: '/data', message: 'full' } as const } },
    'Not writable',
  ],
])('what keeps calls from coming in is said, also while nobody may disturb: %j', (change, words) => {
  expect(stateOf(overviewOf({ settings: quiet, ...change }))).toEqual({ state: 'unreachable', words });
});

const reached: Reach = {
  state: { kind: 'up', sinceUs: nowUs },
  webhook: 'https://hooks.example.com/hooks/new',
  changedFrom: null,
  lastSuccessUs: nowUs,
  roundTripMs: 80,
  oldTokenUntilUs: null,
  secrets: { 'cloudflared-token': false, 'ngrok-token': false },
  keptIn: 'key-store',
  requestsThisMonth: null,
  forward: { waiting: 0, lastSuccessUs: null, failingSinceUs: null, trouble: null, givenUp: 0 },
  eventsPerHour: [],
};
const trouble = { code: 'unreachable', detail: '' } as const;

test.each([
  [{ kind: 'up', sinceUs: nowUs }, 'listening', 'Reachable'],
  [{ kind: 'starting', sinceUs: nowUs }, 'listening', 'Connecting…'],
  [{ kind: 'degraded', sinceUs: nowUs, trouble }, 'listening', 'Last check got lost'],
  [{ kind: 'down', sinceUs: nowUs, trouble, retryAtUs: nowUs }, 'unreachable', 'Not reachable'],
  [{ kind: 'blocked', sinceUs: nowUs, trouble }, 'unreachable', 'Not reachable: act now'],
  [{ kind: 'off' }, 'listening', 'Listening on port 47100'],
] as const)('a way that is %o shows as %s', (way, state, words) => {
  expect(stateOf(overviewOf({ reach: { ...reached, state: way } }))).toEqual({ state, words });
});

test('an address that the PBX does not have keeps its events away, unless only the token is new', () => {
  const moved = { ...reached, changedFrom: 'https://old.example.com/hooks/new' };
  expect(stateOf(overviewOf({ reach: moved }))).toMatchObject({ state: 'unreachable' });
  const rotated = { ...reached, changedFrom: 'https://hooks.example.com/hooks/old', oldTokenUntilUs: nowUs };
  expect(stateOf(overviewOf({ reach: rotated }))).toMatchObject({ state: 'listening' });
});
