/** The key of an event that may be a shortcut, in lower case; null for one with a modifier, and while somebody types. */
export function plainKey(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'target'>,
): string | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const { target } = event;
  const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select');
  return isTyping ? null : event.key.toLowerCase();
}
