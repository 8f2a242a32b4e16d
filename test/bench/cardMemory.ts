import { setTimeout as pause } from 'node:timers/promises';

import { en } from '../../shared/words/en.ts';
import { hangupEvent, ringEvent } from '../support/wire.ts';
import { post } from './cardCall.ts';
import { onDesktop, type RunningCard } from './cardWindow.ts';
import { median } from './stats.ts';

/** What each process of the desktop app holds in memory, in MB: its working set. */
export interface Memory {
  readonly pops: number;
  readonly main: number;
  readonly card: number;
  readonly window: number;
  readonly core: number;
}

export type CardMemoryResult =
  | { readonly kind: 'measured'; readonly samples: readonly Memory[] }
  | { readonly kind: 'not run'; readonly reason: string };

/** Calls that ring at a time: as many as there are cards. */
const atOnce = 5;

/** In ms. So long the processes get to clean up before they are looked at. */
const restMs = 5000;

/** Looks at the memory after so many screen pops, in ascending order: each rings, ends and is dismissed. */
export function measureCardMemory(after: readonly number[]): Promise<CardMemoryResult> {
  return onDesktop(async (running) => {
    const samples: Memory[] = [];
    let pops = 0;
    for (const wanted of after) {
      for (; pops < wanted; pops += atOnce) await popTogether(running, pops);
      samples.push(await memoryOf(running, pops));
    }
    return { kind: 'measured', samples };
  });
}

async function popTogether({ page, webhook }: RunningCard, first: number): Promise<void> {
  const atUs = Date.now() * 1000;
  const calls = Array.from({ length: atOnce }, (_, index) => {
    const number = `+357992${String(first + index).padStart(5, '0')}`;
    const ref = `memory-${first + index}`;
    const caller = { caller_id_number: number, caller_id_number_e164: number, ani: number, ani_e164: number };
    return { ref, channel_uuid: `${ref}-leg`, originating_leg_uuid: ref, ...caller };
  });
  const cards = page.getByRole('article', { name: en.pop.state.ringing });
  await Promise.all(calls.map((fields) => post(webhook, ringEvent(atUs, fields))));
  await cards.nth(atOnce - 1).waitFor();
  await Promise.all(calls.map((fields) => post(webhook, hangupEvent(atUs, 1, 'ORIGINATOR_CANCEL', fields))));
  await page.evaluate(
    async (refs) => {
      for (const ref of refs) await window.ringside?.request('pops.dismiss', ref);
    },
    calls.map(({ ref }) => ref),
  );
  await page.getByRole('article').first().waitFor({ state: 'detached' });
}

/** The median of some looks, for garbage comes and goes. */
async function memoryOf(running: RunningCard, pops: number): Promise<Memory> {
  await collectGarbage(running);
  const looks: Omit<Memory, 'pops'>[] = [];
  for (let nth = 0; nth < 5; nth += 1) {
    await pause(restMs / 5);
    looks.push(await look(running));
  }
  const middle = (part: keyof Omit<Memory, 'pops'>) => Math.round(median(looks.map((one) => one[part])) * 10) / 10;
  return { pops, main: middle('main'), card: middle('card'), window: middle('window'), core: middle('core') };
}

/** The core's is out of reach; it collects its own. */
async function collectGarbage({ app, page }: RunningCard): Promise<void> {
  for (const one of app.windows()) {
    const session = await page.context().newCDPSession(one);
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
  }
}

function look({ app }: RunningCard): Promise<Omit<Memory, 'pops'>> {
  return app.evaluate(({ app: main, BrowserWindow }) => {
    const metrics = main.getAppMetrics();
    const megabytes = (isOne: (metric: Electron.ProcessMetric) => boolean) =>
      metrics.filter(isOne).reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024;
    const processOf = (file: string) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().includes(file))
        ?.webContents.getOSProcessId();
    return {
      main: megabytes(({ type }) => type === 'Browser'),
      card: megabytes(({ pid }) => pid === processOf('card.html')),
      window: megabytes(({ pid }) => pid === processOf('index.html')),
      core: megabytes(({ name, serviceName }) => `${name} ${serviceName}`.includes('node.mojom.NodeService')),
    };
  });
}
