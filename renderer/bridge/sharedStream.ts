import type { Push } from '../../shared/contract.ts';
import type { ConnectionState } from './connection.ts';

/** What a stream tells. That a session is over it cannot know. */
export type News =
  | { readonly kind: 'push'; readonly push: Push }
  | { readonly kind: 'state'; readonly state: Exclude<ConnectionState, 'over'> };

/** Opens a stream, which tells its news until it is closed. Returns the way to close it. */
export type OpenStream = (tell: (news: News) => void) => () => void;

type Message = News | { readonly kind: 'joined' };

/** What the tabs of one browser find each other by: `navigator.locks` and `BroadcastChannel`. */
export interface Tabs {
  readonly locks: { request(name: string, work: () => Promise<void>): Promise<void> };
  readonly Channel: new (name: string) => Pick<BroadcastChannel, 'addEventListener' | 'postMessage' | 'close'>;
}

/** Null in a browser that is too old, whose tabs know nothing of each other. */
export function tabsOfThisBrowser(): Tabs | null {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return null;
  return { locks: navigator.locks, Channel: BroadcastChannel };
}

const name = 'ringside-pushes';

/**
 * Hears the one stream that all tabs share: a browser opens six connections to a host, and a stream in each tab would
 * leave the seventh nothing to load with. The tab that has the lock holds the stream and hands its news on; when that
 * tab goes, the browser gives the lock to the next. Returns the way to leave.
 */
export function shareStream({ locks, Channel }: Tabs, openStream: OpenStream, hear: (news: News) => void): () => void {
  const channel = new Channel(name);
  const left = Promise.withResolvers<void>();
  let hasLeft = false;
  let close = () => {};
  /** Whether this tab holds the stream, and it is open. */
  let isOpen = false;

  const send = (message: Message) => channel.postMessage(message);

  function tellAll(news: News) {
    if (news.kind === 'state') isOpen = news.state === 'open';
    hear(news);
    send(news);
  }

  async function hold() {
    if (hasLeft) return;
    // Pushes were lost between the last holder and this one: no tab is up to date until the stream opens.
    tellAll({ kind: 'state', state: 'opening' });
    close = openStream(tellAll);
    await left.promise;
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'joined') hear(data);
    // A tab that has just been loaded knows better than a stream that was lost: it hears of that one once it is back.
    else if (isOpen) send({ kind: 'state', state: 'open' });
  });
  send({ kind: 'joined' });
  void locks.request(name, hold);

  return () => {
    hasLeft = true;
    close();
    channel.close();
    left.resolve();
  };
}
