import type { Us } from '../../../shared/call.ts';
import type { Push, Reply } from '../../../shared/contract.ts';
import type { Reason } from '../../../shared/refusal.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Updates } from '../../../shared/updates.ts';
import { askCore } from '../askCore.ts';
import type { Core } from '../coreSupervisor.ts';
import { afterEvent, mayLook } from './course.ts';
import type { Course, UpdateEvent } from './course.ts';
import type { Engine } from './engine.ts';
import { detailOf } from './trouble.ts';
import { isTimeToLook } from './whenToLook.ts';
import type { Look } from './whenToLook.ts';
import { whyOff } from './whyOff.ts';
import type { Installation } from './whyOff.ts';

type UpdateSettings = Pick<Settings, 'updates' | 'updateChannel'>;

/** The reasons that this part of Ringside refuses with. */
type UpdateRefusal = Extract<Reason['kind'], `update-${string}`>;

export interface UpdatesOptions {
  readonly installation: Installation;
  readonly core: Pick<Core, 'request'>;
  /** Called once, when updates are on for the first time. */
  readonly loadEngine: (tell: (event: UpdateEvent) => void) => Promise<Engine>;
  /** Ends Ringside in order, with this as the last step. */
  readonly endWith: (install: () => void) => void;
  readonly push: (push: Push) => void;
  readonly warn: (words: string) => void;
  readonly refusalWords: (kind: UpdateRefusal) => string;
  readonly nowUs: () => Us;
  /** From 0 to 1. */
  readonly spread: number;
}

/** Electron's network waits for ever for a server that has fallen silent. */
const silenceUs: Us = 10 * 60_000_000;

/** Newer versions of Ringside: found and fetched without a word, installed when it suits. */
export interface UpdateDesk {
  /** Null for a request that is not about updates. */
  answer(name: string): Promise<Reply> | null;
  /** These settings are in force. */
  follow(settings: UpdateSettings): void;
  /** Calls may have begun or ended. */
  callsChanged(): void;
  /** To be called every minute: looks when it is time to, and gives a look up of which nothing comes. */
  tick(): Promise<void>;
  /** Ringside is about to end: what is ready is installed then, but not while a call is on. */
  beforeQuit(): void;
}

export function createUpdates(options: UpdatesOptions): UpdateDesk {
  const { installation, core, nowUs } = options;
  const startedUs = nowUs();
  let settings: UpdateSettings | null = null;
  let course: Course = { kind: 'newest', checkedAtUs: null };
  let engine: Engine | null = null;
  let lastLook: Look | null = null;
  let heardUs = startedUs;
  let isCallOn = false;

  const changed = () => options.push({ name: 'changed', value: { what: ['updates'] } });
  const off = () => whyOff(installation, settings?.updates ?? 'automatic');

  function view(): Updates {
    const reason = off();
    if (reason !== null) return { kind: 'off', reason };
    return course.kind === 'ready' ? { ...course, waitsForCall: isCallOn } : course;
  }

  function tell(event: UpdateEvent): void {
    heardUs = nowUs();
    const next = afterEvent(course, event, heardUs);
    const isNews = JSON.stringify(next) !== JSON.stringify(course);
    course = next;
    if (event.kind === 'failed') {
      options.warn(`Looking for a newer Ringside failed: ${event.detail}`);
      if (lastLook !== null) lastLook = { ...lastLook, failed: true };
    }
    if (event.kind === 'downloaded') void readCalls();
    if (isNews) changed();
  }

  /** The core does not answer while it starts again; a call that it cannot tell of is none to wait for. */
  async function readCalls(): Promise<boolean> {
    const calls = await askCore(core, 'calls.live', undefined);
    const before = isCallOn;
    isCallOn = calls !== null && calls.length > 0;
    if (isCallOn !== before && course.kind === 'ready') changed();
    return isCallOn;
  }

  async function look(): Promise<void> {
    if (settings === null || off() !== null || !mayLook(course)) return;
    const channel = settings.updateChannel;
    lastLook = { atUs: nowUs(), failed: false };
    // At once: whoever asks again meanwhile is asking for the same.
    tell({ kind: 'looking' });
    try {
      engine ??= await options.loadEngine(tell);
      await engine.look(channel);
    } catch (error) {
      tell({ kind: 'failed', trouble: 'other', detail: detailOf(error) });
    }
    if (settings.updateChannel !== channel) await lookElsewhere();
  }

  /** What was found came from a channel that the user has left. */
  async function lookElsewhere(): Promise<void> {
    if (course.kind === 'checking' || course.kind === 'downloading') return;
    course = { kind: 'newest', checkedAtUs: null };
    await look();
  }

  function refuse(kind: UpdateRefusal): Reply {
    return { ok: false, error: { code: 'bad-request', message: options.refusalWords(kind), words: [{ kind }] } };
  }

  async function install(): Promise<Reply> {
    const held = engine;
    if (off() !== null || course.kind !== 'ready' || held === null) return refuse('update-not-ready');
    if (await readCalls()) return refuse('update-waits-for-call');
    options.endWith(() => held.install());
    return { ok: true, value: null };
  }

  return {
    answer(name) {
      switch (name) {
        case 'updates.get':
          return Promise.resolve({ ok: true, value: view() });
        case 'updates.check':
          if (off() !== null) return Promise.resolve(refuse('update-off'));
          void look();
          return Promise.resolve({ ok: true, value: null });
        case 'updates.install':
          return install();
        default:
          return null;
      }
    },
    follow(next) {
      const before = settings;
      settings = next;
      if (before === null || (before.updates === next.updates && before.updateChannel === next.updateChannel)) return;
      void (before.updateChannel === next.updateChannel ? look() : lookElsewhere());
      changed();
    },
    callsChanged() {
      if (course.kind === 'ready') void readCalls();
    },
    async tick() {
      const isUnderWay = course.kind === 'checking' || course.kind === 'downloading';
      if (isUnderWay && nowUs() - heardUs >= silenceUs) engine?.giveUp();
      if (settings === null || off() !== null || !mayLook(course)) return;
      if (!isTimeToLook(nowUs(), startedUs, lastLook, options.spread)) return;
      // A download takes room on the line that somebody speaks on.
      if (!(await readCalls())) await look();
    },
    beforeQuit: () => engine?.installAtQuit(off() === null && course.kind === 'ready' && !isCallOn),
  };
}
