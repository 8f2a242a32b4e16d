import type { Us } from '../../../shared/call.ts';
import type { CallEvent } from '../calls/event.ts';
import { type Identity, sameDomain } from '../calls/identity.ts';
import type { Clock, Log } from '../ports.ts';
import type { Keeper } from '../store/keeper.ts';
import { projectAll } from '../store/projectAll.ts';
import type { Store } from '../store/store.ts';
import type { Change } from '../store/writeCall.ts';
import { normalise } from './normalise.ts';
import { parse } from './parse.ts';

/** What became of one delivery. Everything but `unavailable` is true on the disk when it is said. */
export type Receipt =
  | { readonly kind: 'stored' }
  | { readonly kind: 'duplicate' }
  /** Understood, and not for this log. */
  | { readonly kind: 'ignored'; readonly reason: string }
  /** Not an event; kept under rejected deliveries. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

type Read =
  | { readonly kind: 'event'; readonly event: CallEvent; readonly digest: Buffer; readonly repaired: boolean }
  | { readonly kind: 'keep-aside'; readonly reason: string; readonly receipt: Receipt };

interface Waiting {
  readonly read: Read;
  readonly body: Buffer;
  readonly receivedAtUs: Us;
  /** Under which id it lies among the refused ones; null for one that has just arrived. */
  readonly refusedAs: number | null;
  readonly answer: (receipt: Receipt) => void;
}

/** What one transaction wrote. */
export interface Committed {
  /** My calls that may have changed, each once. */
  readonly changes: readonly Change[];
  /** Events that are new. */
  readonly stored: number;
  readonly rejected: number;
}

interface InboxOptions {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly log: Log;
  /** Who I am now. */
  readonly me: () => Identity;
  /** The only domain that counts; null for any. */
  readonly domain: () => string | null;
  /** Whether a copy of each event goes on to another address. */
  readonly isForwarding: () => boolean;
  readonly committed: (batch: Committed) => void;
}

/**
 * Takes bodies and answers each once it is on the disk. Everything that arrives in one turn of the event loop shares
 * one transaction: a batch made by what came meanwhile, never by a timer, so that a lone ring waits for nobody.
 */
export function openInbox({ keeper, clock, log, me, domain, isForwarding, committed }: InboxOptions) {
  let waiting: Waiting[] = [];

  const flush = () => {
    const batch = waiting;
    waiting = [];
    let receipts: Receipt[];
    let result: Committed | null = null;
    try {
      const written = keeper.write((store) =>
        commit(store, batch, me(), { log, nowUs: clock.nowUs(), forward: isForwarding() }),
      );
      if (written.kind === 'written') ({ receipts, ...result } = written.value);
      else receipts = batch.map(() => written);
    } catch (error) {
      log.error('a batch could not be written', { error: String(error) });
      receipts = batch.map(() => ({ kind: 'unavailable', reason: 'Ringside failed on this event; see its log.' }));
    }
    batch.forEach(({ answer }, index) => answer(receipts[index] ?? { kind: 'unavailable', reason: 'No receipt.' }));
    try {
      if (result !== null) committed(result);
    } catch (error) {
      // A window that cannot be told must not cost the next call.
      log.error('a batch was written, and telling of it failed', { error: String(error) });
    }
  };

  const take = (body: Buffer, receivedAtUs: Us, refusedAs: number | null): Promise<Receipt> => {
    const read = understand(body, receivedAtUs);
    if (read.kind === 'event' && isOtherDomain(read.event, domain())) {
      return Promise.resolve({ kind: 'ignored', reason: 'The event is of another domain.' });
    }
    if (read.kind === 'keep-aside' && refusedAs !== null) return Promise.resolve(read.receipt);
    return new Promise((answer) => {
      waiting.push({ read, body, receivedAtUs, refusedAs, answer });
      if (waiting.length === 1) setImmediate(flush);
    });
  };

  return {
    /** Resolves after the transaction is on the disk, or could not be. Never rejects. */
    deliver: (body: Buffer): Promise<Receipt> => take(body, clock.nowUs(), null),
    /**
     * The same for a body that was refused when it arrived, which a newer Ringside may understand. One that is taken now is
     * no longer among the refused ones. Never rejects.
     */
    retry: (id: number, body: Buffer, receivedAtUs: Us): Promise<Receipt> => take(body, receivedAtUs, id),
  };
}

function understand(body: Buffer, receivedAtUs: Us): Read {
  const parsed = parse(body);
  if (parsed.kind === 'refused') return { kind: 'keep-aside', reason: parsed.reason, receipt: parsed };
  const normalised = normalise(parsed.value, receivedAtUs);
  switch (normalised.kind) {
    case 'event':
      return { ...normalised, repaired: parsed.repaired };
    case 'refused':
      return { kind: 'keep-aside', reason: normalised.reason, receipt: normalised };
    case 'unknown-action': {
      // A sender may switch off a hook that fails, and with it every call: an action from the future is no failure.
      const reason = `This version of Ringside does not know the action "${normalised.action}".`;
      return { kind: 'keep-aside', reason, receipt: { kind: 'ignored', reason } };
    }
  }
}

function isOtherDomain(event: CallEvent, mine: string | null): boolean {
  return mine !== null && event.domain !== null && !sameDomain(mine, event.domain);
}

function commit(
  store: Store,
  batch: readonly Waiting[],
  me: Identity,
  { log, nowUs, forward }: { readonly log: Log; readonly nowUs: Us; readonly forward: boolean },
): Committed & { readonly receipts: Receipt[] } {
  const identityId = store.identities.idOf(me);
  const touched = new Set<string>();
  let rejected = 0;
  let stored = 0;
  const receipts = batch.map(({ read, body, receivedAtUs, refusedAs }): Receipt => {
    if (read.kind === 'keep-aside') {
      store.rejected.add(receivedAtUs, read.reason, body);
      rejected += 1;
      return read.receipt;
    }
    if (refusedAs !== null) store.rejected.remove(refusedAs);
    const { event, digest, repaired } = read;
    if (!store.events.append({ event, digest, identityId, receivedAtUs, repaired, body })) return { kind: 'duplicate' };
    touched.add(event.ref);
    stored += 1;
    if (forward) store.forwards.add(receivedAtUs, body);
    return { kind: 'stored' };
  });
  if (stored > 0) store.eventHours.add(nowUs, stored);
  return { receipts, changes: projectAll(store, touched, log, nowUs), stored, rejected };
}
