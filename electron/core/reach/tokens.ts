import { randomBytes } from 'node:crypto';

import type { Us } from '../../../shared/call.ts';
import type { Clock, Secrets } from '../ports.ts';

/** For how long the address before a change of the token works on: time to tell the PBX the new one. */
const graceUs: Us = 86_400_000_000;

/** The secret in the webhook address: 256 random bits. */
export interface Tokens {
  current(): string;
  /** All that open the door now: the one in force first, then the one before while its day lasts. */
  accepted(): readonly string[];
  /** Until when the one before works; null when it does not. */
  oldUntilUs(): Us | null;
  /** Puts another one in force. @throws when it cannot be kept */
  rotate(): Promise<void>;
  /** Ends the day of the one before early. @throws when that cannot be kept */
  retireOld(): Promise<void>;
  /** Puts back what somebody deleted meanwhile, and forgets an old one whose day is over. */
  keep(): Promise<void>;
  /** The public address that the user said the PBX has; null before they said so. */
  confirmed(): string | null;
  /** @throws when it cannot be kept */
  confirm(address: string): Promise<void>;
  /** Where something went that was no token, so that the address is a new one; null when all was well. */
  readonly movedAside: string | null;
}

/**
 * Reads the token, or makes one. Not from the database: the PBX is set up with it, and it has to outlive a damaged one.
 *
 * @throws when it can be neither read nor kept
 */
export async function openTokens(secrets: Secrets, clock: Pick<Clock, 'nowUs'>): Promise<Tokens> {
  const found = await secrets.get('webhook-token');
  const isGood = found !== null && /^[A-Za-z0-9_-]{43}$/.test(found);
  const movedAside =
    found === null || isGood ? null : await secrets.setAside('webhook-token', new Date(clock.nowUs() / 1000));
  let current = isGood ? found : newToken();
  if (!isGood) await secrets.set('webhook-token', current);
  let old = readOld(await secrets.get('old-webhook-token').catch(() => null));

  let confirmed = await secrets.get('confirmed-address').catch(() => null);

  const validOld = () => (old !== null && clock.nowUs() < old.untilUs ? old : null);
  const retireOld = async () => {
    old = null;
    await secrets.set('old-webhook-token', null);
  };

  return {
    current: () => current,
    accepted() {
      const before = validOld();
      return before === null ? [current] : [current, before.token];
    },
    oldUntilUs: () => validOld()?.untilUs ?? null,
    async rotate() {
      const next = newToken();
      const before = { token: current, untilUs: clock.nowUs() + graceUs };
      // The old one first: whenever this is cut short, both that the PBX may have are known.
      await secrets.set('old-webhook-token', `${before.untilUs} ${before.token}`);
      await secrets.set('webhook-token', next);
      old = before;
      current = next;
    },
    retireOld,
    async keep() {
      if (!secrets.has('webhook-token')) await secrets.set('webhook-token', current);
      if (old !== null && validOld() === null) await retireOld();
    },
    confirmed: () => confirmed,
    async confirm(address) {
      await secrets.set('confirmed-address', address);
      confirmed = address;
    },
    movedAside,
  };
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function readOld(text: string | null): { readonly token: string; readonly untilUs: Us } | null {
  const [untilUs, token] = (text ?? '').split(' ', 2);
  return token === undefined ? null : { token, untilUs: Number(untilUs) };
}
