import { hops, type Reach, type ReachState, type SelfTest } from '../../shared/reach.ts';
import type { Status } from '../../shared/status.ts';

const minute = 60_000_000;
const nowUs = Math.floor(Date.now() / 1000) * 1_000_000;
const webhook = 'https://hooks.example.com/hooks/9f2c4b7d81e65a3c0f9d27b6a4e8c15d';
const sinceUs = nowUs - 90 * minute;

export const sampleStatus: Status = {
  version: '1.0.0',
  versions: { electron: null, chromium: null, node: '24.0.0' },
  dataDir: '/data',
  listener: { kind: 'listening', port: 47_100, webhook: 'http://127.0.0.1:47100/hooks/token' },
  store: { kind: 'open' },
  notices: [],
  lastEventAtUs: nowUs - 4 * minute,
  rejected: 0,
  wrongToken: 0,
  notificationTrouble: null,
};

export function sampleReach(state: ReachState, change: Partial<Reach> = {}): Reach {
  return {
    state,
    webhook,
    changedFrom: null,
    lastSuccessUs: nowUs - minute,
    roundTripMs: 84,
    oldTokenUntilUs: null,
    secrets: { 'cloudflared-token': false, 'ngrok-token': true },
    keptIn: 'key-store',
    requestsThisMonth: 17_200,
    forward: { waiting: 0, lastSuccessUs: null, failingSinceUs: null, trouble: null, givenUp: 0 },
    eventsPerHour: [0, 0, 0, 0, 0, 2, 14, 33, 41, 38, 22, 35, 40, 29, 18, 6, 2, 0, 0, 0, 0, 0, 5, 12],
    ...change,
  };
}

/** The way from the PBX in each of its states. */
export const reaches: Readonly<Record<string, Reach>> = {
  off: sampleReach({ kind: 'off' }),
  starting: sampleReach({ kind: 'starting', sinceUs }),
  up: sampleReach({ kind: 'up', sinceUs }),
  moved: sampleReach({ kind: 'up', sinceUs }, { changedFrom: webhook.replace('hooks', 'old') }),
  degraded: sampleReach({ kind: 'degraded', sinceUs, trouble: { code: 'timeout', detail: '' } }),
  down: sampleReach({
    kind: 'down',
    sinceUs,
    trouble: { code: 'unreachable', detail: 'connect ETIMEDOUT 203.0.113.7:22' },
    retryAtUs: nowUs + minute,
  }),
  blocked: sampleReach({ kind: 'blocked', sinceUs, trouble: { code: 'host-key-changed', detail: '' } }),
};

/** A test ring under way, and one that stopped. */
export const tests: readonly SelfTest['hops'][] = [null, 2].map((broken) =>
  hops.map((hop, index) => ({
    hop,
    state: index < 2 ? 'passed' : index > 2 ? 'waiting' : broken === null ? 'running' : 'failed',
    trouble: null,
    milliseconds: index < 2 ? 12 : null,
  })),
);
