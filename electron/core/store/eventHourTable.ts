import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';

const hourUs: Us = 3_600_000_000;

/** How many events arrived in each hour, whoever's they were. */
export function eventHourTable(db: Database) {
  const add = db.prepare<[number, number]>(
    `INSERT INTO event_hours (hour, events) VALUES (?, ?)
     ON CONFLICT (hour) DO UPDATE SET events = events + excluded.events`,
  );
  const between = db.prepare<[number, number], { hour: number; events: number }>(
    'SELECT hour, events FROM event_hours WHERE hour BETWEEN ? AND ?',
  );
  const removeBefore = db.prepare<[number]>('DELETE FROM event_hours WHERE hour < ?');

  return {
    add: (atUs: Us, events: number) => void add.run(Math.floor(atUs / hourUs), events),
    /** Of as many hours, oldest first; the last one is the hour in progress. */
    last(hours: number, nowUs: Us): number[] {
      const current = Math.floor(nowUs / hourUs);
      const first = current - hours + 1;
      const counted = new Map(between.all(first, current).map(({ hour, events }) => [hour, events]));
      return Array.from({ length: hours }, (_, index) => counted.get(first + index) ?? 0);
    },
    removeBefore: (atUs: Us) => void removeBefore.run(Math.floor(atUs / hourUs)),
  };
}
