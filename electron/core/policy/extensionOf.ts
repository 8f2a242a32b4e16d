/** Longer user names are nobody's; no system allows more than 256 characters. */
const longestName = 256;

/** What stands for the extension, and for anything at all. */
const blank = /\{extension\}|\*/g;

/** Whether a text says where in a user name the extension stands: `{extension}` once, and at most three `*`. */
export function isNamePattern(pattern: string): boolean {
  const blanks = pattern.match(blank) ?? [];
  const stars = blanks.filter((found) => found === '*').length;
  return stars <= 3 && blanks.length === stars + 1 && !/[{}]/.test(pattern.replaceAll(blank, ''));
}

/**
 * The extension in a user name, such as 1002 in `agent-1002` by the pattern `agent-{extension}`; null when it does not
 * match. An extension is digits there, a star anything, and capital letters make no difference, as in Windows. No regular
 * expression of the administrator's: one that is slow would keep Ringside from starting.
 */
export function extensionOf(userName: string, pattern: string): string | null {
  if (userName.length > longestName) return null;
  const source = pattern
    .split(/(\{extension\}|\*)/)
    .map((part) =>
      part === '{extension}' ? '([0-9]{1,15})' : part === '*' ? '.*?' : part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}$`, 'iu').exec(userName)?.[1] ?? null;
}
