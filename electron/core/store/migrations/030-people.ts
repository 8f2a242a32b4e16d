/** What calls of one person have to do with each other: offers joined into one call, and follow-ups. */
export const people = {
  version: 30,
  name: 'people',
  sql: `
    -- Which leg had a leg rung was not kept apart before; the body says it.
    UPDATE events SET event = json_set(
      event, '$.originatingLeg',
      CASE WHEN json_valid(CAST(body AS TEXT)) THEN nullif(CAST(body AS TEXT) ->> '$.originating_leg_uuid', '') END
    );

    -- Filled in when the rules of this version work the calls out again, which an update always does.
    ALTER TABLE calls ADD COLUMN person TEXT;
    ALTER TABLE calls ADD COLUMN domain TEXT;
    ALTER TABLE calls ADD COLUMN is_group INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE calls ADD COLUMN came_from TEXT;
    ALTER TABLE calls ADD COLUMN transferred_to TEXT;
    ALTER TABLE calls ADD COLUMN contact_at_us INTEGER;
    ALTER TABLE calls ADD COLUMN contact_by TEXT;
    ALTER TABLE calls ADD COLUMN caller_waits INTEGER NOT NULL DEFAULT 0;
    -- Who missed the caller ('everybody' or 'me'), from when on somebody's call settles it, and how it stands.
    ALTER TABLE calls ADD COLUMN missed_by TEXT;
    ALTER TABLE calls ADD COLUMN missed_at_us INTEGER;
    ALTER TABLE calls ADD COLUMN follow_up TEXT NOT NULL DEFAULT 'none';
    CREATE INDEX calls_person ON calls (person, rang_at_us) WHERE person IS NOT NULL;
    CREATE INDEX calls_offered ON calls (person, rang_at_us) WHERE is_group = 1;
    CREATE INDEX calls_contact ON calls (person, contact_at_us) WHERE contact_at_us IS NOT NULL;
    CREATE INDEX calls_missed ON calls (person, missed_at_us) WHERE missed_by IS NOT NULL;
    CREATE INDEX calls_follow_up ON calls (follow_up, missed_by, started_at_us) WHERE follow_up IN ('open', 'undecided');

    -- Calls that were joined into one: what each of them came to by itself. The one that stands for all is in calls.
    CREATE TABLE parts (
      ref TEXT NOT NULL PRIMARY KEY,
      head TEXT NOT NULL,
      call TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX parts_head ON parts (head);

    -- The little that calls of mine may need of a colleague's call; what none of them needed is purged with its events.
    CREATE TABLE overheard (
      ref TEXT NOT NULL PRIMARY KEY,
      domain TEXT,
      person TEXT NOT NULL,
      number TEXT NOT NULL,
      waits_from_us INTEGER,
      waits_to_us INTEGER,
      reached_at_us INTEGER,
      reached_by TEXT,
      handed_at_us INTEGER,
      handed_by TEXT,
      needed INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX overheard_person ON overheard (person, reached_at_us);
    CREATE INDEX overheard_unneeded ON overheard (ref) WHERE needed = 0;
    CREATE INDEX overheard_handed ON overheard (handed_by, handed_at_us) WHERE handed_by IS NOT NULL;

    -- Follow-ups that I settled by hand.
    CREATE TABLE settled_by_hand (
      ref TEXT NOT NULL PRIMARY KEY,
      at_us INTEGER NOT NULL,
      reason TEXT
    ) STRICT, WITHOUT ROWID;
  `,
};
