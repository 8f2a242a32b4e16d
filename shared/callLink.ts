/** What links to calls begin with: `ringside://call/<ref>`, which other programs may follow. */
export const linkScheme = 'ringside';

/** Whether this is a link for Ringside, even if one that leads nowhere. */
export function isLink(text: string): boolean {
  return text.toLowerCase().startsWith(`${linkScheme}:`);
}

/** The ref of the call that a link names; null when it names none. */
export function refOfLink(link: string): string | null {
  const [, encoded] = /^ringside:(?:\/\/)?call\/([^/?#]{1,300})\/?(?:[?#].*)?$/i.exec(link) ?? [];
  if (encoded === undefined) return null;
  try {
    const ref = decodeURIComponent(encoded);
    // No ref has control characters, and nothing good comes from one that does.
    return /\p{Cc}/u.test(ref) ? null : ref;
  } catch {
    return null;
  }
}
