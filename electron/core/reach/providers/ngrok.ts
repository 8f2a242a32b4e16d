import { once } from 'node:events';

import type { ReachSettings, TroubleCode } from '../../../../shared/reach.ts';
import type { Clock } from '../../ports.ts';
import { eventStream } from '../eventStream.ts';
import { withoutSecrets } from '../lastWords.ts';
import type { Exit } from '../machine.ts';
import { pause } from '../pause.ts';
import type { Tunnel } from '../tunnel.ts';

/** What we use of ngrok's own library. */
export interface NgrokSdk {
  forward(config: {
    readonly addr: string;
    readonly authtoken: string;
    readonly domain?: string;
    readonly force_new_session: boolean;
    readonly onStatusChange: (status: string) => void;
  }): Promise<{ url(): string | null; close(): Promise<void> }>;
}

export interface NgrokOptions {
  readonly settings: ReachSettings['ngrok'];
  readonly token: string;
  readonly clock: Clock;
  /** @throws when it is not installed */
  readonly load: () => Promise<NgrokSdk>;
}

/** How long a goodbye may take, in ms: without a network it takes for ever. */
const closeMs = 2000;

/** ngrok, by the library that runs in this process: it has no program whose arguments anybody could read. */
export function ngrokTunnel({ settings, token, clock, load }: NgrokOptions): Tunnel {
  return {
    hasStableUrl: settings.domain !== '',
    isMetered: true,
    hasEdgeRules: true,
    // What the sender claims is in `x-forwarded-for` as well.
    senderHeader: null,
    run: (toPort, signal) =>
      eventStream(async (emit) => {
        let sdk: NgrokSdk;
        try {
          sdk = await load();
        } catch (error) {
          emit({ kind: 'exit', class: 'blocked', trouble: { code: 'program-missing', detail: String(error) } });
          return;
        }
        const stopped = signal.aborted ? Promise.resolve(null) : once(signal, 'abort').then(() => null);
        const opening = sdk.forward({
          addr: `127.0.0.1:${toPort}`,
          authtoken: token,
          ...(settings.domain === '' ? {} : { domain: settings.domain }),
          force_new_session: true,
          onStatusChange(status) {
            if (status === 'connected') emit({ kind: 'connected' });
            else emit({ kind: 'disconnected', trouble: { code: 'not-ready', detail: status } });
          },
        });
        let listener: Awaited<typeof opening> | null = null;
        try {
          listener = await Promise.race([opening, stopped]);
          if (listener === null) return;
          const url = listener.url();
          if (url !== null) emit({ kind: 'url', url });
          emit({ kind: 'connected' });
          await stopped;
        } catch (error) {
          emit({ kind: 'exit', ...ngrokExit(error, token) });
        } finally {
          // One that opens only now is closed when it does.
          const closing = opening.then((late) => late.close()).catch(() => {});
          if (listener !== null) await Promise.race([closing, pause(clock, closeMs, new AbortController().signal)]);
        }
      }),
  };
}

/** Its own numbers of errors. @see https://ngrok.com/docs/errors */
const meanings: readonly (readonly [RegExp, Exit['class'], TroubleCode])[] = [
  [/ERR_NGROK_(10[5-7]|300|301|302|4018)$/, 'blocked', 'auth-refused'],
  // The session of before, or one of another machine, is still there.
  [/ERR_NGROK_(108|334)$/, 'rate-limited', 'forward-refused'],
  [/ERR_NGROK_(72\d|346)$/, 'rate-limited', 'rate-limited'],
  [/ERR_NGROK_3\d\d$/, 'blocked', 'bad-config'],
];

function ngrokExit(error: unknown, token: string): Exit {
  const code = error instanceof Error && 'errorCode' in error ? String(error.errorCode) : '';
  // It quotes the token that it does not accept.
  const detail = withoutSecrets(error instanceof Error ? error.message : String(error), [token]);
  const found = meanings.find(([codes]) => codes.test(code));
  return found === undefined
    ? { class: 'transient', trouble: { code: 'unreachable', detail } }
    : { class: found[1], trouble: { code: found[2], detail } };
}
