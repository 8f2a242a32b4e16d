import type { QueryClient } from '@tanstack/react-query';

import type { Topic } from '../../shared/contract.ts';

/**
 * Reads a topic again after every change, one round at a time: changes that come while a round is under way cause one
 * more, so that a storm of them neither starves a read nor piles reads up.
 */
export function createRefresher(client: QueryClient): (topic: Topic) => void {
  const changedSince = new Map<Topic, boolean>();

  async function readUntilQuiet(topic: Topic) {
    do {
      changedSince.set(topic, false);
      // A first read under way may be older than the change, and would count as the answer to it.
      await client.cancelQueries({ queryKey: [topic] });
      await client.invalidateQueries({ queryKey: [topic] });
    } while (changedSince.get(topic));
    changedSince.delete(topic);
  }

  return (topic) => {
    if (changedSince.has(topic)) changedSince.set(topic, true);
    else void readUntilQuiet(topic);
  };
}
