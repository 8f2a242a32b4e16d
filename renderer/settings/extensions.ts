/** Extensions as people type them: separated by commas, semicolons or blanks; none twice. */
export function extensionsOf(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))];
}
