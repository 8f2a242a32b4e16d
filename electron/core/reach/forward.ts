import { Agent as PlainAgent } from 'node:http';
import { Agent as SafeAgent } from 'node:https';

import type { Us } from '../../../shared/call.ts';
import type { ForwardState } from '../../../shared/reach.ts';
import type { Clock, Log } from '../ports.ts';
import type { Forward } from '../store/forwardTable.ts';
import type { Keeper } from '../store/keeper.ts';
import type { Store } from '../store/store.ts';
import { backoffMs } from './pace.ts';
import { send, type Sent } from './send.ts';

/** A copy that is older than a day says nothing about the present. */
const oldestUs: Us = 86_400_000_000;
/** Taken from the queue at once, and forgotten in one transaction; after a crash as many arrive twice. */
const batch = 50;
/** How long the other side may take for one event, in ms. */
const patienceMs = 10_000;

interface ForwarderOptions {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly log: Log;
  /** Where copies go; empty for nowhere. */
  readonly url: () => string;
  /** The state is another. */
  readonly changed: () => void;
  /** Bytes of other people's calls were deleted; the write-ahead log may still hold them. */
  readonly erased: () => void;
  /** A random number of [0, 1). */
  readonly random: () => number;
}

/** Sends the copies of events that wait in the database on to another address, one after the other, in their order. */
export interface Forwarder {
  state(): ForwardState;
  /** Something may have come into the queue, or the address is another. */
  kick(): void;
  /** Resolves when nothing is on its way any more. What waits goes on after the next start. */
  stop(): Promise<void>;
}

export function openForwarder({ keeper, clock, log, url, changed, erased, random }: ForwarderOptions): Forwarder {
  const ending = new AbortController();
  const agents = { 'http:': new PlainAgent({ keepAlive: true }), 'https:': new SafeAgent({ keepAlive: true }) };
  let failure: { readonly sinceUs: Us; readonly trouble: string } | null = null;
  let attempt = 0;
  let running: Promise<void> | null = null;
  let isKicked = false;
  let callOff: (() => void) | null = null;
  /** Where the last one was sent: a new address is tried at once. */
  let lastUrl = url();

  /** Nothing waits, and nothing will before there is an address: no need to look with every event. */
  let isCleared = false;

  /** Returns whether the disk took it: what could not be forgotten must not be sent again and again. */
  const write = (work: (store: Store) => void): boolean => {
    const { kind } = keeper.write(work);
    erased();
    return kind === 'written';
  };

  /** Forgets what was meant for an address that is gone. Returns whether nothing is left. */
  const clear = (): boolean => {
    const waiting = keeper.current()?.forwards.waiting() ?? null;
    return waiting === 0 || (waiting !== null && write((store) => store.forwards.clear()));
  };

  const fail = (trouble: string) => {
    if (failure === null) log.warn('a copy could not be forwarded', { trouble });
    failure = { sinceUs: failure?.sinceUs ?? clock.nowUs(), trouble };
    const ms = backoffMs(attempt, random(), false);
    attempt += 1;
    callOff = clock.after(ms, () => {
      callOff = null;
      kick();
    });
    changed();
  };

  /** Sends what waits, in its order, until nothing is left or something fails. Returns why it failed. */
  const sendAll = async (to: string): Promise<string | null> => {
    while (!ending.signal.aborted && url() === to) {
      const waiting = keeper.current()?.forwards.next(batch) ?? [];
      const last = waiting.at(-1);
      if (last === undefined) return null;
      const done = await sendBatch(to, waiting);
      const { upToId, givenUp, sentAtUs } = done;
      const isKept = upToId === null || write((store) => store.forwards.settle(upToId, { givenUp, sentAtUs }));
      if (done.trouble !== null) return done.trouble;
      if (!isKept) return 'not-writable';
      changed();
    }
    return null;
  };

  const sendBatch = async (to: string, waiting: readonly Forward[]) => {
    const done = {
      upToId: null as number | null,
      givenUp: 0,
      sentAtUs: null as Us | null,
      trouble: null as string | null,
    };
    for (const { id, receivedAtUs, body } of waiting) {
      if (url() !== to) break;
      const isTooOld = receivedAtUs < clock.nowUs() - oldestUs;
      const verdict = isTooOld ? tooOld : verdictOn(await post(to, body));
      if (ending.signal.aborted) break;
      if (verdict.kind === 'failed') {
        done.trouble = verdict.trouble;
        break;
      }
      done.upToId = id;
      if (verdict.kind === 'refused') {
        log.warn('the copy of an event was given up', { trouble: verdict.trouble });
        done.givenUp += 1;
        continue;
      }
      done.sentAtUs = clock.nowUs();
      attempt = 0;
      failure = null;
    }
    return done;
  };

  const post = (to: string, body: Buffer) => {
    const agent = to.startsWith('https:') ? agents['https:'] : agents['http:'];
    return send(to, { body, agent, signal: ending.signal, patienceMs });
  };

  const run = async () => {
    const to = url();
    lastUrl = to;
    if (to === '') {
      failure = null;
      if (!isCleared) isCleared = clear();
      return;
    }
    isCleared = false;
    const trouble = await sendAll(to);
    if (trouble !== null) fail(trouble);
  };

  const kick = () => {
    if (ending.signal.aborted) return;
    if (url() !== lastUrl) {
      callOff?.();
      callOff = null;
      attempt = 0;
    }
    isKicked = running !== null;
    if (running !== null || callOff !== null) return;
    running = run()
      .catch((error: unknown) => log.error('forwarding failed', { error: String(error) }))
      .finally(() => {
        running = null;
        // Something came while the last look was taken, or the address is another since.
        if (isKicked) kick();
      });
  };

  return {
    state() {
      const forwards = keeper.current()?.forwards;
      return {
        waiting: forwards?.waiting() ?? 0,
        failingSinceUs: failure?.sinceUs ?? null,
        trouble: failure?.trouble ?? null,
        ...(forwards?.state() ?? { lastSuccessUs: null, givenUp: 0 }),
      };
    },
    kick,
    async stop() {
      ending.abort();
      callOff?.();
      await running;
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** Answers that mean this one body and no other: to send it again would hold up all that follow. */
const refusals = new Set([400, 413, 415, 422]);

type Verdict = { readonly kind: 'taken' } | { readonly kind: 'refused' | 'failed'; readonly trouble: string };

const tooOld: Verdict = { kind: 'refused', trouble: 'too old' };

function verdictOn(sent: Sent): Verdict {
  if (sent.kind === 'failed') {
    const { code, detail } = sent.trouble;
    return { kind: 'failed', trouble: detail === '' ? code : `${code} (${detail})` };
  }
  const { status } = sent;
  if (status >= 200 && status < 300) return { kind: 'taken' };
  return { kind: refusals.has(status) ? 'refused' : 'failed', trouble: `HTTP ${status}` };
}
