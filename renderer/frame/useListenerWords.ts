import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { ListenerState, Status, StoreState } from '../../shared/status.ts';

export interface ListenerWords {
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
  readonly words: string;
}

/** Whether events arrive and are kept, in a few words. A store that is not open outweighs a listener that is. */
export function useListenerWords(): (status: Status) => ListenerWords {
  const t = useTranslations('listener');

  function ofStore(store: StoreState): ListenerWords | null {
    switch (store.kind) {
      case 'open':
        return null;
      case 'not-writable':
        return { tone: 'bad', words: t('notWritable') };
      case 'from-the-future':
        return { tone: 'bad', words: t('fromTheFuture') };
      case 'in-use':
        return { tone: 'bad', words: t('inUse') };
      default:
        return assertNever(store);
    }
  }

  function ofListener(listener: ListenerState): ListenerWords {
    switch (listener.kind) {
      case 'starting':
        return { tone: 'quiet', words: t('starting') };
      case 'listening':
        return { tone: 'good', words: t('listening', { port: String(listener.port) }) };
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

  return (status) => ofStore(status.store) ?? ofListener(status.listener);
}
