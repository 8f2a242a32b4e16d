/** With which version of the rules the calls were worked out. */
export const rules = {
  version: 20,
  name: 'rules',
  sql: `
    -- One row. Every call was worked out with this version or a later one; 0 before anybody kept count.
    CREATE TABLE rules (version INTEGER NOT NULL) STRICT;
    INSERT INTO rules VALUES (0);
  `,
};
