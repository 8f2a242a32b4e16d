import type { TroubleCode } from '../../../../shared/reach.ts';
import type { ExitClass } from '../tunnel.ts';

/**
 * What cloudflared's words mean, the surest first. It goes on trying with a token that nobody will ever accept; a tunnel
 * that is not found may be one that Cloudflare does not find just now.
 */
const meanings: readonly (readonly [RegExp, ExitClass, TroubleCode])[] = [
  [/token is not valid|Invalid tunnel secret|Failed to read token file/i, 'blocked', 'auth-refused'],
  [/flag provided but not defined|Incorrect Usage|error parsing YAML/i, 'blocked', 'bad-config'],
  [/429 Too Many Requests|error code: 1015/i, 'rate-limited', 'rate-limited'],
  [/Unauthorized: /i, 'transient', 'auth-refused'],
  [/no such host|server misbehaving|Temporary failure in name resolution/i, 'transient', 'unresolved'],
  [
    /connection refused|i\/o timeout|unreachable|deadline exceeded|failed to dial|TLS handshake|Client\.Timeout/i,
    'transient',
    'unreachable',
  ],
];

export interface Reason {
  readonly class: ExitClass;
  readonly code: TroubleCode;
}

/** What a line says about why there is no tunnel; null when it says nothing about that. */
export function reasonIn(line: string): Reason | null {
  const found = meanings.find(([words]) => words.test(line));
  return found === undefined ? null : { class: found[1], code: found[2] };
}
