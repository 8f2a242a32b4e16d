import type { TroubleCode } from '../../../../shared/reach.ts';
import type { Exit } from '../machine.ts';

/** What ssh's words mean, the surest first. The words are OpenSSH's own, version 7 to 10. */
const meanings: readonly (readonly [RegExp, Exit['class'], TroubleCode])[] = [
  [/REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed/i, 'blocked', 'host-key-changed'],
  [/host key is known for|Host key verification failed/i, 'blocked', 'host-key-unknown'],
  [
    /UNPROTECTED PRIVATE KEY|Bad (owner or )?permissions|Load key .*: (?!No such)|bad permissions/i,
    'blocked',
    'bad-config',
  ],
  [
    /Bad configuration option|command-line.*: (?:line|unsupported|missing)|unknown option|Bad .*forwarding specification/i,
    'blocked',
    'bad-config',
  ],
  [/Permission denied \(|Too many authentication failures|No more authentication methods/i, 'blocked', 'auth-refused'],
  [
    /remote (?:port )?forwarding failed|remote forward failure|administratively prohibited/i,
    'blocked',
    'forward-refused',
  ],
  [/Not allowed at this time|exceeded MaxStartups/i, 'rate-limited', 'rate-limited'],
  [/Could not resolve hostname|Name or service not known/i, 'transient', 'unresolved'],
  [
    /timed out|not responding|Connection refused|No route to host|unreachable|closed by|reset by|Broken pipe|identification/i,
    'transient',
    'unreachable',
  ],
];

/** Why ssh ended, from the lines that it wrote for people. */
export function sshExit(lines: readonly string[], detail: string, hasListened: boolean): Exit {
  const found = meanings.find(([words]) => lines.some((line) => words.test(line)));
  const [, exitClass, code] = found ?? [null, 'transient' as const, 'exited' as const];
  return code === 'forward-refused'
    ? forwardRefused(detail, hasListened)
    : { class: exitClass, trouble: { code, detail } };
}

/**
 * The server does not listen for us. Once it has done so, that is for a while: the session of before still holds the
 * socket, or the server is just starting.
 */
export function forwardRefused(detail: string, hasListened: boolean): Exit {
  return { class: hasListened ? 'transient' : 'blocked', trouble: { code: 'forward-refused', detail } };
}
