import type { Database } from 'better-sqlite3';

/** The newest calls are where the first page of a list lies, and where a search walks. */
const newestCalls = `SELECT sum(length(legs)) FROM (
  SELECT legs FROM calls INDEXED BY calls_over WHERE outcome <> 'in-progress' ORDER BY started_at_us DESC LIMIT 5000
)`;

const searched = [
  newestCalls,
  'SELECT sum(length(block)) FROM names_text_data',
  'SELECT sum(length(block)) FROM parties_text_data',
  'SELECT sum(length(block)) FROM notes_text_data',
  'SELECT sum(length(key)) FROM parties',
  'SELECT sum(length(key)) FROM contact_numbers',
  'SELECT sum(length(c0)) FROM names_text_content',
  'SELECT sum(tag_id) FROM tags',
];

/**
 * Brings what the first searches read from the disk into the memory of the system: some thousand pages that lie here and
 * there, for which whoever types first would wait otherwise. Call it where nobody waits.
 */
export function readAhead(db: Database): void {
  for (const sql of searched) db.prepare(sql).get();
}
