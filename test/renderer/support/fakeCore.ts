import { Refusal } from '../../../renderer/data/ask.ts';
import type { CallDetail, CallPage, CallRow, FollowUp, Settlement } from '../../../shared/call.ts';
import type { Bridge, Push, RequestError, Requests, Topic, Undoable } from '../../../shared/contract.ts';
import type { Pop } from '../../../shared/pop.ts';
import type { Preview } from '../../../shared/preview.ts';
import type { Gap, Reach, SelfTest, SshRecipe, Suggestion } from '../../../shared/reach.ts';
import { defaultSettings, type SettingsView } from '../../../shared/settings.ts';
import type { RejectedDelivery, Status } from '../../../shared/status.ts';
import { callDetail } from './calls.ts';
import { isSamePerson, matching } from './filtered.ts';
import { followUpsOf } from './followUps.ts';

/** A core in memory behind a bridge: what a test puts in is what the page can read. */
export interface FakeCore {
  readonly bridge: Bridge;
  calls: readonly CallRow[];
  live: readonly CallRow[];
  /** By ref, what is known of a call beyond its row. */
  details: Readonly<Record<string, Partial<CallDetail>>>;
  /** By ref, until when a follow-up is put off. */
  snoozed: Readonly<Record<string, number | null>>;
  pops: readonly Pop[];
  settings: SettingsView;
  status: Status;
  rejected: readonly RejectedDelivery[];
  preview: Preview;
  reach: Reach;
  gaps: readonly Gap[];
  selfTest: SelfTest | null;
  recipe: SshRecipe;
  suggestions: readonly Suggestion[];
  /** What a test answers by itself, before anything else. */
  answers: Partial<Requests>;
  /** When set, every request is refused with this. */
  refusal: string | RequestError | null;
  /** Every answer waits for this. */
  busy: Promise<void>;
  /** The requests so far, as `name` or `name argument`. */
  readonly asked: string[];
  push(push: Push): void;
  changed(...what: Topic[]): void;
}

const listening: Status = {
  version: '0.1.0',
  versions: { electron: null, chromium: null, node: '24.0.0' },
  dataDir: '/data',
  listener: { kind: 'listening', port: 47_100, webhook: 'http://127.0.0.1:47100/hooks/token' },
  store: { kind: 'open' },
  notices: [],
  lastEventAtUs: null,
  rejected: 0,
  wrongToken: 0,
  notificationTrouble: null,
};

/** Nobody has chosen a way yet. */
const unreached: Reach = {
  state: { kind: 'off' },
  webhook: null,
  changedFrom: null,
  lastSuccessUs: null,
  roundTripMs: null,
  oldTokenUntilUs: null,
  secrets: { 'cloudflared-token': false, 'ngrok-token': false },
  keptIn: 'file',
  requestsThisMonth: null,
  forward: { waiting: 0, lastSuccessUs: null, failingSinceUs: null, trouble: null, givenUp: 0 },
  eventsPerHour: Array.from({ length: 24 }, () => 0),
};

export function createFakeCore(): FakeCore {
  const listeners = new Set<(push: Push) => void>();

  const handlers: Partial<Requests> = {
    'calls.page': ({ filter, after, limit }) => pageOf(matching(core.calls, filter), after?.ref ?? null, limit),
    'calls.count': ({ filter, atMost }) => {
      const { length } = matching(core.calls, filter);
      return { calls: Math.min(length, atMost), isAll: length <= atMost };
    },
    'calls.neighbours': ({ filter, ref }) => {
      const calls = matching(core.calls, filter);
      const index = calls.findIndex((call) => call.ref === ref);
      return { newer: calls[index - 1]?.ref ?? null, older: calls[index + 1]?.ref ?? null };
    },
    'calls.remove': ({ refs }) => remove((call) => refs.includes(call.ref)),
    'calls.removePerson': (ref) => remove((call) => isSamePerson(core.calls, ref, call)),
    'deeds.undo': (token) => {
      if (removed?.token !== token) throw new Error('it is too late to undo this');
      core.calls = removed.calls;
      removed = null;
      core.changed('calls');
      return null;
    },
    'tags.list': () => {
      const tags = Map.groupBy(
        core.calls.flatMap((call) => call.tags),
        (tag) => tag,
      );
      return [...tags].map(([tag, those]) => ({ tag, calls: those.length }));
    },
    'tags.change': ({ refs, add, remove: gone }) => {
      removed = { token: `tags-${core.asked.length}`, calls: core.calls };
      core.calls = core.calls.map((call) =>
        refs.includes(call.ref)
          ? { ...call, tags: [...call.tags.filter((tag) => !gone.includes(tag) && !add.includes(tag)), ...add] }
          : call,
      );
      core.changed('calls');
      return { count: refs.length, undo: removed.token };
    },
    'export.begin': () => ({ id: 'export', fileName: 'calls.csv', mediaType: 'text/csv' }),
    'export.next': () => ({ text: 'ref\r\n', rows: core.calls.length, share: 1, isLast: true }),
    'export.end': () => null,
    'calls.live': () => core.live,
    'calls.get': (ref) => {
      const call = [...core.live, ...core.calls].find((one) => one.ref === ref);
      return call ? callDetail(call, core.details[ref]) : null;
    },
    'followUps.list': () => people(),
    'followUps.count': () => people().filter((person) => person.snoozedUntilUs === null).length,
    'followUps.snooze': ({ refs, untilUs }) => {
      for (const ref of refs) core.snoozed = { ...core.snoozed, [ref]: untilUs };
      core.changed('calls');
      return null;
    },
    'followUps.settle': ({ refs, reason }) => {
      turn(refs, 'settled', { kind: 'by-hand', atUs: Date.now() * 1000, reason });
      return null;
    },
    'followUps.reopen': ({ refs }) => {
      turn(refs, 'open', null);
      return null;
    },
    'pops.list': () => core.pops,
    'pops.dismiss': (ref) => {
      core.pops = core.pops.filter((pop) => pop.call.ref !== ref);
      return null;
    },
    'pops.silence': (ref) => {
      core.pops = core.pops.map((pop) => (pop.call.ref === ref ? { ...pop, silenced: true } : pop));
      return null;
    },
    'pops.keep': () => null,
    'updates.get': () => ({ kind: 'off', reason: 'sources' }),
    'notes.set': ({ ref, note: text }) => {
      const note = text === '' ? null : text;
      core.details = { ...core.details, [ref]: { ...core.details[ref], note } };
      core.pops = core.pops.map((pop) => (pop.call.ref === ref ? { ...pop, note } : pop));
      core.changed('calls', 'pops');
      return null;
    },
    'calls.openCrm': () => null,
    'calls.callBack': () => null,
    'templates.preview': ({ template }) =>
      template.startsWith('https://')
        ? { kind: 'url', url: template.replace('{digits}', '35799123456') }
        : { kind: 'refused', reason: { kind: 'no-address' } },
    'settings.get': () => core.settings,
    'settings.change': (patch) => {
      if (patch.port !== undefined && patch.port > 65_535) throw new Refusal(wrongPort);
      core.settings = { ...core.settings, settings: { ...core.settings.settings, ...patch } };
      return core.settings;
    },
    'status.get': () => core.status,
    'notices.dismiss': () => {
      core.status = { ...core.status, notices: [] };
      core.changed('status');
      return null;
    },
    'log.rebuild': () => ({ calls: 12, milliseconds: 1432 }),
    'log.preview': () => core.preview,
    'rejected.list': () => core.rejected,
    'reach.get': () => core.reach,
    'reach.gaps': () => core.gaps,
    'reach.restart': () => null,
    'reach.confirmAddress': () => {
      core.reach = { ...core.reach, changedFrom: null };
      core.changed('reach');
      return null;
    },
    'reach.rotateToken': () => null,
    'reach.retireOldToken': () => null,
    'secrets.set': ({ name, value }) => {
      core.reach = { ...core.reach, secrets: { ...core.reach.secrets, [name]: value !== null } };
      core.changed('reach');
      return null;
    },
    'ssh.hostKeys': () => [
      { type: 'ssh-rsa', fingerprint: 'SHA256:rsa', line: 'host ssh-rsa AAAA' },
      { type: 'ssh-ed25519', fingerprint: 'SHA256:ed', line: 'host ssh-ed25519 AAAA' },
    ],
    'ssh.pin': (key) => {
      core.recipe = { ...core.recipe, pinned: key };
      core.changed('reach');
      return null;
    },
    'ssh.recipe': () => core.recipe,
    'selfTest.get': () => core.selfTest,
    'selfTest.seen': () => null,
    'setup.suggestions': () => core.suggestions,
  };

  /** What was deleted last, and can come back. */
  let removed: { readonly token: string; readonly calls: readonly CallRow[] } | null = null;

  function remove(isGone: (call: CallRow) => boolean): Undoable {
    const before = core.calls;
    core.calls = before.filter((call) => !isGone(call));
    removed = { token: `undo ${core.asked.length}`, calls: before };
    core.changed('calls');
    return { count: before.length - core.calls.length, undo: removed.token };
  }

  function people(): readonly FollowUp[] {
    return followUpsOf(core.calls).map((person) => ({
      ...person,
      snoozedUntilUs: core.snoozed[person.calls[0]?.ref ?? ''] ?? null,
    }));
  }

  function turn(refs: readonly string[], followUp: CallRow['followUp'], settlement: Settlement | null) {
    core.calls = core.calls.map((call) => (refs.includes(call.ref) ? { ...call, followUp } : call));
    for (const ref of refs) core.details = { ...core.details, [ref]: { ...core.details[ref], settlement } };
    core.changed('calls');
  }

  const core: FakeCore = {
    calls: [],
    live: [],
    details: {},
    snoozed: {},
    pops: [],
    settings: {
      settings: { ...defaultSettings, extensions: ['1002'] },
      defaults: defaultSettings,
      held: {},
      policy: null,
    },
    status: listening,
    rejected: [],
    preview: { calls: 12, changed: 0, changes: [] },
    reach: unreached,
    gaps: [],
    selfTest: null,
    recipe: {
      publicKey: 'ssh-ed25519 KEY',
      authorizedKeysLine: 'restrict,port-forwarding KEY',
      sshdBlock: 'Match User ringside',
      nginxBlock: 'server { }',
      pinned: null,
    },
    suggestions: [],
    answers: {},
    refusal: null,
    busy: Promise.resolve(),
    asked: [],
    push: (push) => {
      for (const listener of listeners) listener(push);
    },
    changed: (...what) => core.push({ name: 'changed', value: { what } }),
    bridge: {
      host: 'browser',
      request: async (name, argument) => {
        core.asked.push(argument === undefined ? name : `${name} ${JSON.stringify(argument)}`);
        await core.busy;
        const { refusal } = core;
        if (typeof refusal === 'string') return { ok: false, error: { code: 'unavailable', message: refusal } };
        if (refusal !== null) return { ok: false, error: refusal };
        try {
          const handler = core.answers[name] ?? handlers[name];
          if (handler === undefined) throw new Error(`this core cannot answer ${name}`);
          return { ok: true, value: handler(argument as never) as never };
        } catch (error) {
          if (error instanceof Refusal) return { ok: false, error };
          return { ok: false, error: { code: 'bad-request', message: error instanceof Error ? error.message : '' } };
        }
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
  return core;
}

const wrongPort: RequestError = {
  code: 'bad-request',
  message: 'settings.change: port: expected a whole number between 1024 and 65535.',
  words: [{ kind: 'wrong-setting', setting: 'port', fault: 'port' }],
};

function pageOf(calls: readonly CallRow[], after: string | null, limit: number): CallPage {
  const start = after === null ? 0 : calls.findIndex((call) => call.ref === after) + 1;
  const page = calls.slice(start, start + limit);
  const last = page.at(-1);
  const hasMore = start + limit < calls.length;
  return { calls: page, next: hasMore && last ? { startedAtUs: last.startedAtUs, ref: last.ref } : null };
}
