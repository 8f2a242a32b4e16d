import { machineZone } from '../numbers/timeZone.ts';
import { calendarIn } from '../statistics/calendar.ts';
import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore } from './openStore.ts';
import { statisticsOf } from './statisticsOf.ts';
import { viewOf } from './view.ts';

type Names = 'statistics.get';

export function statisticsHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  const { clock, settings } = options;
  const calendar = calendarIn(machineZone());
  return {
    'statistics.get': (period) => {
      const store = openStore(options);
      return statisticsOf(period, { store, calendar, nowUs: clock.nowUs(), view: viewOf(store, settings().settings) });
    },
  };
}
