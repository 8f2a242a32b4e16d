/** A whole number while it is typed: what is no digit is left out, nothing is 0. */
export function wholeNumber(text: string): number {
  return Number(text.replace(/\D/g, '').slice(0, 10));
}

/** The same as text: nothing for 0. */
export function numberText(value: number): string {
  return value === 0 ? '' : String(value);
}
