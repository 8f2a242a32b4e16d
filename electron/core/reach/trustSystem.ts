import * as tls from 'node:tls';

let isTried = false;

/**
 * Trusts what this computer trusts as well, besides the authorities that come with Node: an office that inspects its
 * traffic signs every certificate anew, with an authority that its administrator has put there. Returns whether that is
 * news: whoever failed for want of trust may try once more. Reading them can take some 100 ms, so it is not done before.
 */
export function trustSystem(): boolean {
  // Node 22.19 and 24.5 or newer know these.
  if (isTried || !('setDefaultCACertificates' in tls)) return false;
  isTried = true;
  try {
    const known = tls.getCACertificates('default');
    const all = new Set([...known, ...tls.getCACertificates('system')]);
    tls.setDefaultCACertificates([...all]);
    return all.size > known.length;
  } catch {
    // A store that cannot be read adds nothing.
    return false;
  }
}
