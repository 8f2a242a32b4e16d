/** A text without accents, case and the final form of the sigma, to be compared with what somebody types. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
}
