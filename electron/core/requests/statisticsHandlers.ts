import { machineZone } from '../numbers/timeZone.ts';
import { calendarIn } from '../statistics/calendar.ts';
import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore } from './openStore.ts';
import { statisticsOf } from './statisticsOf.ts';
import { viewOf } from './view.ts';

/** So long somebody waits for numbers that are not there yet, in ms. */
const patienceMs = 250;

type Names = 'statistics.get';

export function statisticsHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  const { clock, settings, keeper } = options;
  const calendar = calendarIn(machineZone());
  return {
    'statistics.get': (period) => {
      const store = openStore(options);
      return statisticsOf(period, {
        store,
        calendar,
        nowUs: clock.nowUs(),
        view: viewOf(store, settings().settings),
        // On a disk that takes nothing no day is ever kept.
        patienceMs: keeper()?.state().kind === 'open' ? patienceMs : Infinity,
      });
    },
  };
}
