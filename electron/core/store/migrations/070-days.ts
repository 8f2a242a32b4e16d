/** What days come to, for statistics of any period. */
export const days = {
  version: 70,
  name: 'days',
  sql: `
    -- Totals of days that are over, of those whose calls have not changed since. 'rings' and 'talks' are pairs of
    -- 32 bits (seconds, calls); 'callers' is columns: talk in microseconds as 64-bit floats, then 32 bits each of
    -- parties.id, calls and missed calls. All little-endian.
    CREATE TABLE days (
      id INTEGER PRIMARY KEY,
      zone TEXT NOT NULL,
      from_us INTEGER NOT NULL,
      to_us INTEGER NOT NULL,
      facts TEXT NOT NULL,
      rings BLOB NOT NULL,
      talks BLOB NOT NULL,
      callers BLOB NOT NULL,
      UNIQUE (from_us, to_us, zone)
    ) STRICT;

    -- Whoever writes a call, and in whatever way, takes the day of it away. No day is longer than 100,000 seconds.
    CREATE TRIGGER days_insert AFTER INSERT ON calls BEGIN
      DELETE FROM days WHERE from_us > NEW.started_at_us - 100000000000 AND from_us <= NEW.started_at_us
        AND to_us > NEW.started_at_us;
    END;
    CREATE TRIGGER days_delete AFTER DELETE ON calls BEGIN
      DELETE FROM days WHERE from_us > OLD.started_at_us - 100000000000 AND from_us <= OLD.started_at_us
        AND to_us > OLD.started_at_us;
    END;
    CREATE TRIGGER days_update
      AFTER UPDATE OF started_at_us, direction, internal, outcome, ring_us, talk_us, person ON calls
      WHEN (OLD.started_at_us, OLD.direction, OLD.internal, OLD.outcome, OLD.ring_us, OLD.talk_us, OLD.person)
        IS NOT (NEW.started_at_us, NEW.direction, NEW.internal, NEW.outcome, NEW.ring_us, NEW.talk_us, NEW.person)
    BEGIN
      DELETE FROM days WHERE from_us > OLD.started_at_us - 100000000000 AND from_us <= OLD.started_at_us
        AND to_us > OLD.started_at_us;
      DELETE FROM days WHERE from_us > NEW.started_at_us - 100000000000 AND from_us <= NEW.started_at_us
        AND to_us > NEW.started_at_us;
    END;
  `,
};
