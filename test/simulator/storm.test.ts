import { expect, test } from 'vitest';

import { storm } from '../../electron/simulator/storm.ts';
import { readBody } from './bodies.ts';

const morning = {
  extension: '1002',
  domain: 'dev-pbx.impactpbx.com',
  startUs: 1_700_000_000_123_456,
  seed: 42,
  calls: 600,
};
const { deliveries, truth } = storm(morning);
const events = deliveries.map(({ body }) => readBody(body));
const bodies = new Set(deliveries.map(({ body }) => body));

test('a storm is the same to the byte for the same seed, and another one for another', () => {
  expect(storm(morning)).toEqual({ deliveries, truth });
  expect(storm({ ...morning, seed: 43 }).deliveries).not.toEqual(deliveries);
});

test('the same morning at another hour has new calls that end the same way', () => {
  const later = storm({ ...morning, startUs: morning.startUs + 3_600_000_000 });
  const outcomes = (calls: typeof truth) => calls.map(({ expected }) => expected?.outcome);
  expect(outcomes(later.truth)).toEqual(outcomes(truth));
  expect(later.truth.filter(({ ref }) => truth.some((call) => call.ref === ref))).toEqual([]);
});

test('a storm has the calls it was asked for, of a dozen extensions, a good part of them mine', () => {
  expect(new Set(truth.map(({ ref }) => ref)).size).toBe(600);
  expect(new Set(events.map((event) => event['ref']))).toEqual(new Set(truth.map(({ ref }) => ref)));
  expect(new Set(deliveries.map(({ phone }) => phone).filter(Boolean)).size).toBe(12);
  const mine = truth.filter(({ expected }) => expected !== null).length;
  expect(mine).toBeGreaterThan(180);
  expect(mine).toBeLessThan(360);
});

test('about three in a hundred events come twice', () => {
  const share = (deliveries.length - bodies.size) / bodies.size;
  expect(share).toBeGreaterThan(0.02);
  expect(share).toBeLessThan(0.04);
});

test('about four in a hundred hang-ups never come, and the truth names their channels', () => {
  const lost = truth.flatMap((call) => call.lostHangups);
  const sent = new Set(deliveries.filter((one) => one.action === 'hangup').map((one) => one.channel));
  expect(lost.filter((channel) => sent.has(channel))).toEqual([]);
  const share = lost.length / (lost.length + sent.size);
  expect(share).toBeGreaterThan(0.025);
  expect(share).toBeLessThan(0.055);
});

test('events come out of order, and none more than five seconds late', () => {
  const sent = deliveries.map(({ atMs }) => atMs);
  expect(sent).toEqual(sent.toSorted((a, b) => a - b));
  const delays = deliveries.map(
    ({ atMs }, index) => morning.startUs / 1000 + atMs - latestTime(events[index] ?? {}) - 900,
  );
  expect(Math.min(...delays)).toBeGreaterThan(-2);
  expect(Math.max(...delays)).toBeLessThan(5002);
  expect(delays.filter((delay) => delay > 100).length / delays.length).toBeGreaterThan(0.1);
});

test('calls overlap', () => {
  const hangups = events.filter((event) => event['action'] === 'hangup');
  const spans = new Map(hangups.map((event) => [event['ref'], event]));
  const at = Number(events[Math.floor(events.length / 2)]?.['call_start_uepoch']);
  const live = [...spans.values()].filter(
    (event) => Number(event['call_start_uepoch']) <= at && at < Number(event['call_end_uepoch']),
  );
  expect(live.length).toBeGreaterThan(5);
});

/** When what the event tells happened, in milliseconds. */
function latestTime(event: Readonly<Record<string, unknown>>): number {
  const action = String(event['action']);
  const field = { originate: 'call_start', ring: 'ring_start', answer: 'answer_start' }[action] ?? 'call_end';
  return Number(event[`${field}_uepoch`]) / 1000;
}
