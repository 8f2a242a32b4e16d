/** An address as the user typed it, ready for `/hooks/…` to follow: a path in front of it stays, everything else goes. */
export function publicAddress(typed: string): string {
  const { origin, pathname } = new URL(typed);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}
