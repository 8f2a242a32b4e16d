import { join } from 'node:path';

import { expect, test } from 'vitest';

import { scenarios } from '../../../electron/simulator/scenarios/list.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { fillLog } from '../../support/filledLog.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { ringEvent } from '../../support/wire.ts';

const domain = 'dev-pbx.impactpbx.com';

test('a rebuild gives the same calls as the events did one by one, those given up on included', async () => {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], domain, clock });
  for (const [seed, scenario] of scenarios.entries()) {
    const customer = `+357991234${String(seed).padStart(2, '0')}`;
    const desk = { extension: '1002', domain, customer, startUs: clock.nowUs(), seed };
    for (const { body } of scenario.play(desk).deliveries) await running.post(body);
  }
  // Long enough to give up on the calls whose end never came.
  clock.advance(5 * 3_600_000);
  const before = await everyCall(running);
  expect(before.length).toBeGreaterThan(20);
  expect(before.map(({ outcome }) => outcome)).toContain('unfinished');

  expect(await running.ask('log.rebuild')).toMatchObject({ calls: before.length });
  expect(await everyCall(running)).toEqual(before);
});

test('a rebuild lets events in between', async () => {
  const dataDir = tempFolder();
  fillLog(join(dataDir, 'ringside.db'), { calls: 3000, fromUs: 1_700_000_000_000_000 });
  const clock = fakeClock();
  const running = await startApp({ dataDir, extensions: ['1002'], clock });
  const order: string[] = [];
  const rebuilt = running.ask('log.rebuild').then(() => order.push('rebuilt'));
  const stored = running
    .post(JSON.stringify(ringEvent(clock.nowUs(), { ref: 'new' })))
    .then(({ status }) => order.push(`${status}`));
  await Promise.all([rebuilt, stored]);
  expect(order).toEqual(['200', 'rebuilt']);
  expect(await running.ask('calls.live')).toMatchObject([{ ref: 'new' }]);
});

async function everyCall(running: Running) {
  const { calls } = await running.ask('calls.page', { after: null, limit: 500 });
  return [...(await running.ask('calls.live')), ...calls];
}
