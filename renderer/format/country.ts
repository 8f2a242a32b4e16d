/** The name of a country in a language, or null when the code means nothing to this browser. */
export function countryName(code: string, language: string): string | null {
  try {
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code) ?? null;
  } catch {
    // A code that is not even shaped like one throws.
    return null;
  }
}
