/** Whether events get here, how many did, and the copies of them that go on to another address. */
export const reach = {
  version: 90,
  name: 'reach',
  sql: `
    -- Times in which events could not get here, in pieces that may touch. One that lasts has no end.
    CREATE TABLE gaps (
      from_us INTEGER PRIMARY KEY,
      to_us INTEGER,
      cause TEXT NOT NULL
    ) STRICT;

    -- One row: when Ringside last ran. Null before the first time.
    CREATE TABLE heartbeat (at_us INTEGER) STRICT;
    INSERT INTO heartbeat VALUES (NULL);

    -- Events that arrived, by the hour since 1970; those of other people count here when they are long forgotten.
    CREATE TABLE event_hours (
      hour INTEGER PRIMARY KEY,
      events INTEGER NOT NULL
    ) STRICT;
    INSERT INTO event_hours SELECT received_at_us / 3600000000, count(*) FROM events
      WHERE id > (SELECT max(id) FROM events) - 50000 GROUP BY 1;

    -- Bodies that wait for their turn to go on, as they came.
    CREATE TABLE forwards (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      received_at_us INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT;
    -- One row.
    CREATE TABLE forwarding (
      last_success_us INTEGER,
      given_up INTEGER NOT NULL
    ) STRICT;
    INSERT INTO forwarding VALUES (NULL, 0);
  `,
};
