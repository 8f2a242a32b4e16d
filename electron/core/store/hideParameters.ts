/**
 * Hides the named parameters of a statement from SQLite's planner. It looks at their values while it plans (may a partial
 * index be used, how large is a LIMIT?), and plans anew whenever another value is bound, which costs more than many of
 * our queries. Statements that are written out rather than put together say it themselves: `+?`, `LIMIT ? + 0`.
 */
export function hideParameters(sql: string): string {
  return sql.replaceAll(/(?<limit>(?:LIMIT|OFFSET) )?@\w+/g, (name, limit?: string) =>
    limit === undefined ? `+${name}` : `${name} + 0`,
  );
}
