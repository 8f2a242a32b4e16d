import type { Us } from '../../shared/call.ts';
import type { ListenerState, Status } from '../../shared/status.ts';
import { en } from '../../shared/words/en.ts';
import { fill } from '../../shared/words/fill.ts';
import { notificationWords } from '../../shared/words/notificationWords.ts';
import type { Overview } from './overview.ts';
import { quietNowUntilUs } from './quietHours.ts';

/** What the tray's icon says. The most pressing comes first. */
export type TrayState = 'ringing' | 'unreachable' | 'quiet' | 'listening';

/** The state in a word and a sentence. `time` writes a time of day. */
export function trayStateOf(
  overview: Overview,
  nowUs: Us,
  time: (atUs: Us) => string,
): { readonly state: TrayState; readonly words: string } {
  const ringing = overview.pops.find((pop) => pop.state === 'ringing');
  if (ringing !== undefined) return { state: 'ringing', words: notificationWords(ringing).title };
  const trouble = troubleOf(overview.status);
  if (trouble !== null) return { state: 'unreachable', words: trouble };
  const untilUs = quietNowUntilUs(overview.settings, nowUs);
  if (untilUs !== null) return { state: 'quiet', words: fill(en.shell.tray.quietUntil, { time: time(untilUs) }) };
  return { state: 'listening', words: wordsOfListener(overview.status?.listener) };
}

/** Why calls cannot be heard of, or not be kept; null while they can. */
function troubleOf(status: Status | null): string | null {
  if (status === null) return en.listener.unknown;
  switch (status.store.kind) {
    case 'not-writable':
      return en.listener.notWritable;
    case 'from-the-future':
      return en.listener.fromTheFuture;
    case 'in-use':
      return en.listener.inUse;
    case 'open':
      return status.listener.kind === 'listening' ? null : wordsOfListener(status.listener);
  }
}

function wordsOfListener(listener: ListenerState | undefined): string {
  switch (listener?.kind) {
    case undefined:
      return en.listener.unknown;
    case 'starting':
      return en.listener.starting;
    case 'listening':
      return fill(en.listener.listening, { port: String(listener.port) });
    case 'port-taken':
      return fill(en.listener.portTaken, { port: String(listener.port) });
    case 'failed':
      return en.listener.failed;
    case 'stopped':
      return en.listener.stopped;
  }
}
