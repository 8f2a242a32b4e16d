import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use the page: whoever has read the terminal, and from then on their browser. */
export interface Session {
  /** The key for the printed address. Opens the page as often as needed, so that a second browser can come in. */
  readonly key: string;
  /** Another key, which opens the page once: the address given to a browser shows in the system's list of processes. */
  issueOnce(): string;
  /** Whether this key opens the page. */
  admits(key: string): boolean;
  /** The `Set-Cookie` value for a browser that was let in. */
  readonly cookie: string;
  /** Whether a `Cookie` header is from a browser that was let in. */
  recognises(cookies: string | undefined): boolean;
}

/** Makes the secrets of one run of the host on this port. */
export function createSession(port: number): Session {
  // Cookies are shared by all ports of a host: the name keeps two hosts on one machine apart.
  const name = `ringside-${port}`;
  const value = secret();
  const key = secret();
  const unused = new Set<string>();

  return {
    key,
    issueOnce() {
      const once = secret();
      unused.add(once);
      return once;
    },
    admits(candidate) {
      if (equal(candidate, key)) return true;
      const once = [...unused].find((unusedKey) => equal(candidate, unusedKey));
      return once !== undefined && unused.delete(once);
    },
    cookie: `${name}=${value}; HttpOnly; SameSite=Strict; Path=/`,
    recognises(cookies = '') {
      return cookies.split(';').some((cookie) => equal(cookie.trim(), `${name}=${value}`));
    },
  };
}

/** 256 random bits that can stand in an address. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing about the secret, its length included. */
function equal(candidate: string, expected: string): boolean {
  return timingSafeEqual(digest(candidate), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
