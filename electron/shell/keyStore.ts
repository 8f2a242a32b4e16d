import { safeStorage } from 'electron';

import type { VaultResult } from '../core/ports.ts';

/**
 * Locks a text with the system's key store, or unlocks one. Never rejects. Linux without a key store would lock with a
 * password that everybody knows (`basic_text`): that is declined, for it would look safe and not be.
 */
export async function keyStore(deed: 'seal' | 'unseal', text: string): Promise<VaultResult> {
  try {
    if (!(await isThere())) return { kind: 'declined', reason: 'The system has no key store.' };
    return { kind: 'done', text: deed === 'seal' ? await seal(text) : await unseal(Buffer.from(text, 'base64')) };
  } catch (error) {
    return { kind: 'declined', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** For a Ringside on a stick: what one machine locks, the next could not unlock. */
export function noKeyStore(): Promise<VaultResult> {
  return Promise.resolve({ kind: 'declined', reason: 'A portable Ringside takes its secrets along.' });
}

async function isThere(): Promise<boolean> {
  const isAvailable = (await storage().isAsyncEncryptionAvailable?.()) ?? safeStorage.isEncryptionAvailable();
  if (!isAvailable || process.platform !== 'linux') return isAvailable;
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

async function seal(text: string): Promise<string> {
  const sealed = (await storage().encryptStringAsync?.(text)) ?? safeStorage.encryptString(text);
  return sealed.toString('base64');
}

async function unseal(sealed: Buffer): Promise<string> {
  const opened = await storage().decryptStringAsync?.(sealed);
  return opened?.result ?? safeStorage.decryptString(sealed);
}

type NewFunctions = 'encryptStringAsync' | 'decryptStringAsync' | 'isAsyncEncryptionAvailable';

/** The functions that do not block the process are newer than the others. */
function storage(): Omit<typeof safeStorage, NewFunctions> & Partial<Pick<typeof safeStorage, NewFunctions>> {
  return safeStorage;
}
