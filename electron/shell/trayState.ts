import type { Us } from '../../shared/call.ts';
import { oldAddressWorks } from '../../shared/oldAddressWorks.ts';
import type { Reach } from '../../shared/reach.ts';
import type { ListenerState, Status } from '../../shared/status.ts';
import { fill } from '../../shared/words/fill.ts';
import { notificationWords } from '../../shared/words/notificationWords.ts';
import type { Words } from '../../shared/words/words.ts';
import type { Overview } from './overview.ts';
import { quietNowUntilUs } from './quietHours.ts';

/** What the tray's icon says. The most pressing comes first. */
export type TrayState = 'ringing' | 'unreachable' | 'quiet' | 'listening';

/** The state in a word and a sentence. `time` writes a time of day. */
export function trayStateOf(
  overview: Overview,
  nowUs: Us,
  time: (atUs: Us) => string,
  words: Words,
): { readonly state: TrayState; readonly words: string } {
  const ringing = overview.pops.find((pop) => pop.state === 'ringing');
  if (ringing !== undefined) return { state: 'ringing', words: notificationWords(ringing, words.notification).title };
  const trouble = troubleOf(overview.status, words.listener);
  if (trouble !== null) return { state: 'unreachable', words: trouble };
  const way = wayOf(overview.reach, words.listener);
  if (way?.isCut === true) return { state: 'unreachable', words: way.words };
  const untilUs = quietNowUntilUs(overview.settings, nowUs);
  if (untilUs !== null) return { state: 'quiet', words: fill(words.shell.tray.quietUntil, { time: time(untilUs) }) };
  return { state: 'listening', words: way?.words ?? wordsOfListener(overview.status?.listener, words.listener) };
}

/** Why calls cannot be heard of, or not be kept; null while they can. */
function troubleOf(status: Status | null, words: Words['listener']): string | null {
  if (status === null) return words.unknown;
  switch (status.store.kind) {
    case 'not-writable':
      return words.notWritable;
    case 'from-the-future':
      return words.fromTheFuture;
    case 'not-backed-up':
      return words.notBackedUp;
    case 'in-use':
      return words.inUse;
    case 'open':
      return status.listener.kind === 'listening' ? null : wordsOfListener(status.listener, words);
  }
}

/** How the way from the PBX fares, and whether it is cut; null when there is none, or nobody knows. */
function wayOf(
  reach: Reach | null,
  words: Words['listener'],
): { readonly isCut: boolean; readonly words: string } | null {
  if (reach === null) return null;
  switch (reach.state.kind) {
    case 'off':
      return null;
    case 'starting':
      return { isCut: false, words: words.connecting };
    case 'up':
      return reach.changedFrom === null || oldAddressWorks(reach)
        ? { isCut: false, words: words.reachable }
        : { isCut: true, words: words.moved };
    case 'degraded':
      return { isCut: false, words: words.doubtful };
    case 'down':
      return { isCut: true, words: words.unreachable };
    case 'blocked':
      return { isCut: true, words: words.needsYou };
  }
}

function wordsOfListener(listener: ListenerState | undefined, words: Words['listener']): string {
  switch (listener?.kind) {
    case undefined:
      return words.unknown;
    case 'starting':
      return words.starting;
    case 'listening':
      return fill(words.listening, { port: String(listener.port) });
    case 'port-taken':
      return fill(words.portTaken, { port: String(listener.port) });
    case 'failed':
      return words.failed;
    case 'stopped':
      return words.stopped;
  }
}
