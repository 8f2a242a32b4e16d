import type { ImportPlan } from '../../../shared/contactImport.ts';
import type { Ask } from '../../data/ask.ts';

/** Bytes of a file sent at once: 200,000 characters of base64, and no padding before the last piece. */
const pieceSize = 150_000;

/**
 * Hands a file over piece by piece. Resolves with what the core makes of it, or with null when it was given up meanwhile.
 * Rejects with the core's refusal, and when the file cannot be read.
 */
export async function upload(
  ask: Ask,
  file: File,
  onShare: (share: number) => void,
  isGivenUp: () => boolean,
): Promise<ImportPlan | null> {
  let id: string | null = null;
  for (let at = 0; at < file.size || id === null; at += pieceSize) {
    const base64 = await base64Of(file.slice(at, at + pieceSize));
    id = await ask('import.put', { id, fileName: file.name, base64 });
    onShare(file.size === 0 ? 1 : Math.min(1, (at + pieceSize) / file.size));
    if (isGivenUp()) {
      await ask('import.cancel', id);
      return null;
    }
  }
  try {
    return await ask('import.plan', { id, encoding: null, separator: null, columns: null });
  } catch (refusal) {
    await ask('import.cancel', id).catch(() => undefined);
    throw refusal;
  }
}

function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read.')));
    reader.readAsDataURL(piece);
  });
}
