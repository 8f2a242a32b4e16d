import { join } from 'node:path';

import { connect } from '../../electron/core/store/connection.ts';
import { openStore } from '../../electron/core/store/open.ts';
import { type Store, storeOn } from '../../electron/core/store/store.ts';
import { createRandom, createUuids, type Random } from '../../electron/simulator/random.ts';
import type { Us } from '../../shared/call.ts';
import { hugeCall } from './hugeCall.ts';
import { fillContacts } from './hugeContacts.ts';
import { type HugeParty, hugeParties, zipf } from './hugeParties.ts';

export interface HugeLog {
  readonly calls: number;
  readonly people: number;
  readonly contacts: number;
  /** When the last call was; the first one is three years earlier. */
  readonly toUs: Us;
  readonly seed: number;
}

const threeYearsUs: Us = 3 * 365 * 86_400_000_000;
const callsPerTransaction = 20_000;
/** What is older was settled by hand, where nobody spoke with them since. */
const openForUs: Us = 3 * 86_400_000_000;
const tags = ['order', 'invoice', 'complaint', 'Παραγγελία', 'urgent', 'supplier', 'call again', 'wrong department'];
const notes = [
  'Wants an offer until Friday',
  'Asked about invoice',
  'Θέλει να τον καλέσουμε το πρωί',
  'Complained about the delivery, promised to look into it',
  'Παραγγελία έτοιμη, θα περάσει το απόγευμα',
  'See https://crm.example.com/case/',
];

/**
 * Writes the log of three busy years into the data folder, through the tables of the store and not through the
 * listener: there are no events behind its calls. The same seed writes the same log.
 */
export function writeHugeLog(dataDir: string, wish: HugeLog): void {
  const path = join(dataDir, 'ringside.db');
  const opened = openStore(path, new Date());
  if (opened.kind !== 'open') throw new Error(`cannot be opened: ${opened.kind}`);
  opened.store.close();

  const db = connect(path);
  // The log is worth nothing when the machine fails meanwhile, so nothing waits for the disk.
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  const store = storeOn(db);
  const random = createRandom(wish.seed);
  const uuid = createUuids(`huge log ${wish.seed}`);
  const parties = hugeParties(wish.people, random);
  const nth = zipf(wish.people);
  const starts = officeHours(wish, random);
  for (let from = 0; from < wish.calls; from += callsPerTransaction) {
    store.write(() => {
      for (const startedAtUs of starts.slice(from, from + callsPerTransaction)) {
        const party = random.chance(0.02) ? null : (parties[nth(random.between(0, 1))] ?? null);
        writeOne(store, { ref: uuid(), startedAtUs, party, random, toUs: wish.toUs });
      }
    });
  }
  store.write(() => fillContacts(db, parties, wish.contacts, random, wish.toUs));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

interface One {
  readonly ref: string;
  readonly startedAtUs: Us;
  readonly party: HugeParty | null;
  readonly random: Random;
  readonly toUs: Us;
}

function writeOne(store: Store, { ref, startedAtUs, party, random, toUs }: One): void {
  const call = hugeCall({ ref, startedAtUs, party, random });
  store.parties.know(call);
  store.calls.put(call);
  if (call.person !== null && call.contactAtUs !== null) store.followUps.settleBefore(call.person, call.contactAtUs);
  if (call.direction === 'in' && ['missed', 'unreachable', 'busy'].includes(call.outcome)) {
    const isOld = toUs - startedAtUs > openForUs;
    if (isOld) store.followUps.settleByHand(ref, startedAtUs + 3_600_000_000, null);
    store.followUps.set(ref, isOld ? 'settled' : 'open');
  }
  const isNoted = random.chance(0.03);
  const isTagged = random.chance(0.05);
  if (isTagged) store.tags.put(ref, random.pick(tags));
  if (isNoted) {
    const note = `${random.pick(notes)} ${Math.floor(random.between(1000, 99_999))}`;
    store.notes.put(ref, call.person, startedAtUs + 300_000_000, note);
  }
  if (isNoted || isTagged) store.marks.refresh(ref);
}

/** Weekdays from eight to six, in order. */
function officeHours({ calls, toUs }: HugeLog, random: Random): Us[] {
  const days: Us[] = [];
  for (let dayUs = toUs - threeYearsUs; dayUs < toUs - 86_400_000_000; dayUs += 86_400_000_000) {
    const weekday = new Date(dayUs / 1000).getUTCDay();
    if (weekday > 0 && weekday < 6) days.push(Math.floor(dayUs / 86_400_000_000) * 86_400_000_000);
  }
  const starts = Array.from({ length: calls }, () => {
    // Two humps: the late morning and the afternoon.
    const hour = (random.chance(0.55) ? 8 : 13) + random.between(0, 2.5) + random.between(0, 2.5);
    return random.pick(days) + Math.floor(hour * 3_600_000_000);
  });
  return starts.sort((a, b) => a - b);
}
