/** Events as they came, the calls worked out from them, and what was refused. */
export const foundation = {
  version: 10,
  name: 'foundation',
  sql: `
    -- Who I was when an event arrived. A later change of extension must not disown the calls of the former one.
    CREATE TABLE identities (
      id INTEGER PRIMARY KEY,
      addresses TEXT NOT NULL UNIQUE
    ) STRICT;

    -- The truth. (ref, digest) finds a call's events and keeps the same event from counting twice.
    CREATE TABLE events (
      id INTEGER PRIMARY KEY,
      ref TEXT NOT NULL,
      digest BLOB NOT NULL,
      identity_id INTEGER NOT NULL REFERENCES identities (id),
      received_at_us INTEGER NOT NULL,
      repaired INTEGER NOT NULL,
      event TEXT NOT NULL,
      body BLOB NOT NULL,
      UNIQUE (ref, digest)
    ) STRICT;

    -- My calls: a projection of the events, rebuilt at any time.
    CREATE TABLE calls (
      ref TEXT NOT NULL PRIMARY KEY,
      direction TEXT NOT NULL,
      internal INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      reason TEXT,
      cause TEXT,
      number TEXT,
      e164 TEXT,
      extension TEXT NOT NULL,
      called TEXT,
      answered_by TEXT,
      started_at_us INTEGER NOT NULL,
      rang_at_us INTEGER,
      answered_at_us INTEGER,
      ended_at_us INTEGER,
      ring_us INTEGER,
      talk_us INTEGER,
      offers INTEGER NOT NULL,
      recording TEXT,
      click_to_call INTEGER NOT NULL,
      click_to_call_data TEXT,
      failed_reason TEXT,
      legs TEXT NOT NULL
    ) STRICT;
    CREATE INDEX calls_over ON calls (started_at_us DESC, ref DESC) WHERE outcome <> 'in-progress';
    CREATE INDEX calls_live ON calls (started_at_us DESC, ref DESC) WHERE outcome = 'in-progress';

    -- Calls of other people whose events are kept only until it is clear that they never become mine.
    CREATE TABLE strangers (
      ref TEXT NOT NULL PRIMARY KEY,
      last_received_at_us INTEGER NOT NULL,
      ended INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rejected (
      id INTEGER PRIMARY KEY,
      received_at_us INTEGER NOT NULL,
      reason TEXT NOT NULL,
      size INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT;
  `,
};
