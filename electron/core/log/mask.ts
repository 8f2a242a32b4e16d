/**
 * Hides telephone numbers in a text: of every run of five or more digits the last two stay, so that two lines about
 * the same caller can still be told to belong together. Ids in hexadecimal are left alone: they name no person.
 */
export function maskNumbers(text: string): string {
  return text.replace(/(?<![0-9A-Za-z-])\+?\d[\d ]{3,}\d(?![0-9A-Za-z-])/g, (number) => `…${number.slice(-2)}`);
}
