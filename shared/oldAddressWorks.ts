import type { Reach } from './reach.ts';

/**
 * Whether events sent to the address that the PBX still has get here for now: so it is when only the token at its end is
 * new, for the old one works on for a day.
 */
export function oldAddressWorks({ webhook, changedFrom, oldTokenUntilUs }: Reach): boolean {
  if (webhook === null || changedFrom === null || oldTokenUntilUs === null) return false;
  return withoutToken(webhook) === withoutToken(changedFrom);
}

function withoutToken(address: string): string {
  return address.slice(0, address.lastIndexOf('/'));
}
