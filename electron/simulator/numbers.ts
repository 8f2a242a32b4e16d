import type { WireNumber } from './wire.ts';

/** The number that customers dial, and that they see when the office calls them. */
export const company: WireNumber = { sent: '+442035040000', e164: '+442035040000' };

/** A number outside the PBX, as trunks send it and people dial it: with the international prefix. */
export function outside(e164: string): WireNumber {
  return { sent: e164.replace('+', '00'), e164 };
}

/** An extension stays as it is, in every field. */
export function inside(extension: string): WireNumber {
  return { sent: extension, e164: extension };
}

/** A caller who hides. Nothing promises the word. */
export function withheld(word: string): WireNumber {
  return { sent: word, e164: '' };
}

/** Numbers kept free for films and examples, a hundred each: London, Washington, Berlin, Paris. */
const blocks = ['+4420794600', '+120255501', '+49302312500', '+331990000'];

/** The E.164 number of the nth customer. It rings at nobody's; after the four hundredth they come round again. */
export function customer(index: number): string {
  const block = blocks[index % blocks.length] ?? '';
  return block + String(Math.floor(index / blocks.length) % 100).padStart(2, '0');
}
