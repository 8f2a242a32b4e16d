import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import { oldAddressWorks } from '../../shared/oldAddressWorks.ts';
import type { Reach } from '../../shared/reach.ts';
import type { ListenerState, Status, StoreState } from '../../shared/status.ts';

export interface ListenerWords {
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
  readonly words: string;
}

/**
 * Whether events arrive and are kept, in a few words. A store that is not open outweighs a listener that is, and that one
 * the way from the PBX. Good is what a probe has proved, or what says how little it is.
 */
export function useListenerWords(): (status: Status, reach: Reach | undefined) => ListenerWords {
  const t = useTranslations('listener');

  function ofStore(store: StoreState): ListenerWords | null {
    switch (store.kind) {
      case 'open':
        return null;
      case 'not-writable':
        return { tone: 'bad', words: t('notWritable') };
      case 'from-the-future':
        return { tone: 'bad', words: t('fromTheFuture') };
      case 'not-backed-up':
        return { tone: 'bad', words: t('notBackedUp') };
      case 'in-use':
        return { tone: 'bad', words: t('inUse') };
      default:
        return assertNever(store);
    }
  }

  function ofListener(listener: ListenerState): ListenerWords | null {
    switch (listener.kind) {
      case 'starting':
        return { tone: 'quiet', words: t('starting') };
      case 'listening':
        return null;
      case 'port-taken':
        return { tone: 'bad', words: t('portTaken', { port: String(listener.port) }) };
      case 'failed':
        return { tone: 'bad', words: t('failed') };
      case 'stopped':
        return { tone: 'warn', words: t('stopped') };
      default:
        return assertNever(listener);
    }
  }

  function ofReach(reach: Reach, { listener }: Status): ListenerWords {
    const { state } = reach;
    switch (state.kind) {
      case 'off':
        return listener.kind === 'listening'
          ? { tone: 'good', words: t('thisMachine', { port: String(listener.port) }) }
          : { tone: 'quiet', words: t('unknown') };
      case 'starting':
        return { tone: 'quiet', words: t('connecting') };
      case 'up':
        return reach.changedFrom === null || oldAddressWorks(reach)
          ? { tone: 'good', words: t('reachable') }
          : { tone: 'warn', words: t('moved') };
      case 'degraded':
        return { tone: 'warn', words: t('doubtful') };
      case 'down':
        return { tone: 'bad', words: t('unreachable') };
      case 'blocked':
        return { tone: 'bad', words: t('needsYou') };
      default:
        return assertNever(state);
    }
  }

  /** It listens, and of the way nothing is known yet. */
  const ofPort = ({ listener }: Status): ListenerWords => ({
    tone: 'quiet',
    words: listener.kind === 'listening' ? t('listening', { port: String(listener.port) }) : t('unknown'),
  });

  return (status, reach) =>
    ofStore(status.store) ??
    ofListener(status.listener) ??
    (reach === undefined ? ofPort(status) : ofReach(reach, status));
}
