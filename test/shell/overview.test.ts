import { expect, test } from 'vitest';

import { watchOverview } from '../../electron/shell/overview.ts';
import type { Overview } from '../../electron/shell/overview.ts';
import type { Reply } from '../../shared/contract.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { listening } from './overviewOf.ts';
import { ringingPop } from './ringingPop.ts';

const unavailable: Reply = { ok: false, error: { code: 'unavailable', message: 'down' } };

/** A core that answers from `values`, and refuses everything else. */
function coreOf(values: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const request = (name: string): Promise<Reply> => {
    asked.push(name);
    return Promise.resolve(name in values ? ({ ok: true, value: values[name] } as Reply) : unavailable);
  };
  return { asked, request };
}

test('the overview is what the core answers', async () => {
  const { call } = ringingPop;
  const seen: Overview[] = [];
  const core = coreOf({
    'status.get': listening,
    'settings.get': { settings: defaultSettings, defaults: defaultSettings, held: {}, policy: null },
    'pops.list': [ringingPop],
    'calls.page': { calls: [call], next: null },
    'followUps.count': 1,
  });
  watchOverview(core, (overview) => seen.push(overview))();
  await expect
    .poll(() => seen)
    .toEqual([
      {
        status: listening,
        reach: null,
        settings: defaultSettings,
        held: {},
        pops: [ringingPop],
        recent: [call],
        toCallBack: 1,
      },
    ]);
});

test('a core that is down leaves it empty', async () => {
  const seen: Overview[] = [];
  watchOverview(coreOf({}), (overview) => seen.push(overview))();
  await expect
    .poll(() => seen)
    .toEqual([{ status: null, reach: null, settings: null, held: {}, pops: [], recent: [], toCallBack: 0 }]);
});

test('a hundred changes at once are read together, and so are those that come while that is done', async () => {
  const seen: Overview[] = [];
  const core = coreOf({ 'status.get': listening });
  const changeOften = () => {
    for (let change = 0; change < 100; change += 1) refresh();
  };
  const request = (name: string) => {
    if (seen.length === 0) changeOften();
    return core.request(name);
  };
  const refresh = watchOverview({ request }, (overview) => seen.push(overview));
  changeOften();
  await expect.poll(() => seen).toHaveLength(2);
  refresh();
  await expect.poll(() => seen).toHaveLength(3);
  expect(core.asked.filter((name) => name === 'status.get')).toHaveLength(3);
});
