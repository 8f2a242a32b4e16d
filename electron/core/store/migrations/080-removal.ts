/** Calls that the user deleted. */
export const removal = {
  version: 80,
  name: 'removal',
  sql: `
    -- Hidden at once, gone for good a little later; until then it can be taken back. The ref alone outlives all else of
    -- the call for some days, so that an event that is late does not bring the call back.
    CREATE TABLE removed (
      ref TEXT NOT NULL PRIMARY KEY,
      person TEXT,
      at_us INTEGER NOT NULL,
      purged INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX removed_at ON removed (purged, at_us);
  `,
};
