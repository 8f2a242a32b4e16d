/** One extension that is me; `domain` null accepts it in every domain of the PBX. */
export interface Address {
  readonly extension: string;
  readonly domain: string | null;
}

/** Who I am: the extensions that were mine when an event arrived. Empty until the set-up is done. */
export type Identity = readonly Address[];

export function identityOf(settings: { extensions: readonly string[]; domain: string | null }): Identity {
  return settings.extensions.map((extension) => ({ extension, domain: settings.domain }));
}

/** Whether `extension` is me in `domain`. An event without a domain fits any. */
export function isMe(me: Identity, extension: string | null, domain: string | null): boolean {
  return (
    extension !== null &&
    me.some(
      (address) =>
        address.extension === extension &&
        (address.domain === null || domain === null || sameDomain(address.domain, domain)),
    )
  );
}

/** Domain names are compared without regard to case (RFC 4343). */
export function sameDomain(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
