import { expect, test } from 'vitest';

import { type Posting, post } from '../../electron/simulator/post.ts';
import type { ExpectedCall } from '../../electron/simulator/scenario.ts';
import { storm } from '../../electron/simulator/storm.ts';
import type { CallCursor, CallPage, CallRow } from '../../shared/call.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { type Running, startApp } from '../support/startApp.ts';

const domain = 'dev-pbx.impactpbx.com';
const extension = '1002';
/** RINGSIDE_PROPERTY_RUNS asks for a longer morning; at most as many calls as a simulator plays. */
const calls = Math.min(100_000, 3000 * Number(process.env['RINGSIDE_PROPERTY_RUNS'] ?? 1));

test(
  `a morning of ${calls} calls over HTTP, out of order, doubled and with hang-ups lost, is told as it was`,
  { timeout: 60_000 + calls * 20 },
  async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: [extension], domain, clock });
    const { deliveries, truth } = storm({ extension, domain, startUs: clock.nowUs(), seed: 7, calls });

    // The clock of the app goes with the story, so that it forgets and gives up on what it should meanwhile.
    let passedMs = 0;
    const posting: Posting = {
      to: new URL(running.webhook()),
      speed: 1,
      inFlight: 32,
      sleepUntil: (ms) => {
        clock.advance(Math.max(0, ms - passedMs));
        passedMs = Math.max(passedMs, ms);
        return Promise.resolve();
      },
      signal: new AbortController().signal,
      onAnswer() {},
    };
    expect([...(await post(deliveries, posting))]).toEqual([[200, deliveries.length]]);
    clock.advance(5 * 3_600_000);

    const rows = await everyRow(running);
    const told = new Map(rows.map((row) => [row.ref, row]));
    const mine = truth.filter(({ expected }) => expected !== null);
    expect([...told.keys()].sort()).toEqual(mine.map(({ ref }) => ref).sort());
    for (const { ref, expected, lostHangups } of mine) {
      const detail = await running.ask('calls.get', ref);
      if (detail === null || expected === null) throw new Error(`${ref} is not in the log.`);
      const wanted = truthOf(expected);
      const found = facts(detail.call);
      // The hang-up of somebody else's phone is no loss.
      const isLost = detail.legs.some((leg) => leg.mine && lostHangups.includes(leg.channel));
      expect(isLost ? whateverIsLost(found) : found).toEqual(isLost ? whateverIsLost(wanted) : wanted);
    }
    // Nothing is left in the air, and hang-ups that never came are told as such.
    expect(rows.filter(({ outcome }) => outcome === 'in-progress')).toEqual([]);
    expect(rows.map(({ outcome }) => outcome)).toContain('unfinished');
  },
);

/** The whole log, page by page. */
async function everyRow(running: Running): Promise<CallRow[]> {
  const rows: CallRow[] = [...(await running.ask('calls.live'))];
  let after: CallCursor | null = null;
  do {
    const page: CallPage = await running.ask('calls.page', { after, limit: 500 });
    rows.push(...page.calls);
    after = page.next;
  } while (after !== null);
  return rows;
}

type Facts = ReturnType<typeof truthOf>;

function truthOf({ direction, internal, outcome, reason, answeredBy, ringSeconds, talkSeconds, offers }: ExpectedCall) {
  return { direction, internal, outcome, reason, answeredBy, ringUs: us(ringSeconds), talkUs: us(talkSeconds), offers };
}

function facts({ direction, internal, outcome, reason, answeredBy, ringUs, talkUs, offers }: CallRow): Facts {
  return { direction, internal, outcome, reason, answeredBy, ringUs, talkUs, offers };
}

/** What is told even where a hang-up is not. */
function whateverIsLost({ direction, internal, offers }: Facts) {
  return { direction, internal, offers };
}

function us(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1e6);
}
