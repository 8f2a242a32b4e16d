/**
 * Fills the plain `{placeholders}` of a message, for those who have no message formatter at hand. A placeholder nothing
 * is given for stays as it is, so that a mistake is seen.
 */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
}
