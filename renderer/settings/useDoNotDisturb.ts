import type { Us } from '../../shared/call.ts';
import { useReading } from '../data/queries.ts';
import { useIsOver } from '../time/ticker.ts';
import { useChange } from './useChange.ts';

/** Until when nothing pops up: null while pop-ups are wanted, which they are again as soon as that moment is over. */
export function useDoNotDisturb() {
  const { data: view } = useReading('settings.get', undefined);
  const { mutate, error } = useChange();
  const untilUs = view?.settings.doNotDisturbUntilUs ?? null;
  const isOver = useIsOver((untilUs ?? 0) / 1000);
  return {
    untilUs: isOver ? null : untilUs,
    setUntil: (doNotDisturbUntilUs: Us | null) => mutate({ doNotDisturbUntilUs }),
    error,
  };
}
