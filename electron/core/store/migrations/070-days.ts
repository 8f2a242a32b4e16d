/** What days come to, for statistics of any period. */
export const days = {
  version: 70,
  name: 'days',
  sql: `
    -- Totals of days that are over, of each by itself and of some in a row; removed when one of their calls is written.
    -- 'facts' is a list with an entry for each day. 'rings' and 'talks' are pairs of 32 bits (seconds, calls). 'callers'
    -- is columns: talk and newest call in microseconds as 64-bit floats, then 32 bits each of parties.id, calls and
    -- missed calls. All little-endian.
    CREATE TABLE days (
      id INTEGER PRIMARY KEY,
      zone TEXT NOT NULL,
      from_us INTEGER NOT NULL,
      to_us INTEGER NOT NULL,
      facts TEXT NOT NULL,
      rings BLOB NOT NULL,
      talks BLOB NOT NULL,
      callers BLOB NOT NULL,
      -- The end first: of a call of today nothing is to be looked at.
      UNIQUE (to_us, from_us, zone)
    ) STRICT;
  `,
};
