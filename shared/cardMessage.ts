import type { Opening } from './contract.ts';

/** What the page of the card window tells the shell, beside the requests that every page has. Lengths in CSS pixels. */
export type CardMessage =
  /** The cards are as high as this; 0 when there is none to show. */
  | { readonly kind: 'height'; readonly height: number }
  /** The user drags the card: so far to the right and down since they took hold of it. */
  | { readonly kind: 'drag'; readonly right: number; readonly down: number }
  /** And lets go of it. */
  | { readonly kind: 'drop' }
  /** Show this call in the main window; with `note`, to write one about it. */
  | ({ readonly kind: 'open' } & Opening);

/** The card window's way to the shell, in the page's global scope; no other page has it. */
export interface CardShell {
  tell(message: CardMessage): void;
}

/** No screen is larger, and no ref longer. */
const most = 20_000;

/** The message that a page sent; null when it is none. The types stop at the page's door. */
export function readCardMessage(value: unknown): CardMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, height, right, down, ref, note } = value as Record<string, unknown>;
  switch (kind) {
    case 'height':
      return isLength(height) && height >= 0 ? { kind, height } : null;
    case 'drag':
      return isLength(right) && isLength(down) ? { kind, right, down } : null;
    case 'drop':
      return { kind };
    case 'open':
      if (typeof ref !== 'string' || ref.length === 0 || ref.length > most) return null;
      return note === true ? { kind, ref, note } : { kind, ref };
    default:
      return null;
  }
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}
