import { jsonrepair } from 'jsonrepair';

export type Parsed =
  | { readonly kind: 'parsed'; readonly value: unknown; readonly repaired: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

/** Bodies longer than this are not repaired: an event has 1 KB, and a repair of much more keeps everybody waiting. */
const maxRepairedBytes = 16_384;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body as JSON: strictly first, then through a repair, because the PBX's own `failed` event lacks a comma.
 *
 * @param body the bytes as they came; a byte order mark is allowed
 */
export function parse(body: Uint8Array): Parsed {
  if (body.length === 0) return { kind: 'refused', reason: 'The body is empty.' };
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    return { kind: 'refused', reason: 'The body is not UTF-8 text.' };
  }
  try {
    return { kind: 'parsed', value: JSON.parse(text), repaired: false };
  } catch (strict) {
    // Only what means to be an object is worth a repair: the library makes a string of any text it is given.
    if (body.length > maxRepairedBytes || !text.trimStart().startsWith('{'))
      return { kind: 'refused', reason: notJson(strict) };
    try {
      return { kind: 'parsed', value: JSON.parse(jsonrepair(text)), repaired: true };
    } catch {
      // The first complaint is about the body as sent; the repair's is about a text nobody has seen. A body nested
      // thousands deep lands here as well: the repair is recursive and gives up with a RangeError.
      return { kind: 'refused', reason: notJson(strict) };
    }
  }
}

function notJson(error: unknown): string {
  return `The body is not JSON and could not be repaired: ${error instanceof Error ? error.message : String(error)}`;
}
