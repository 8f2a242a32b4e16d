const uuidOrNumber = /\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b|\+?\d[\d ]{3,}\d/gi;

/**
 * Hides telephone numbers in a text: of every run of five or more digits the last two stay, so that two lines about
 * the same caller can still be told to belong together. UUIDs are left alone: they name a call and no person.
 */
export function maskNumbers(text: string): string {
  return text.replace(uuidOrNumber, (found, uuid?: string) => uuid ?? `…${found.slice(-2)}`);
}
