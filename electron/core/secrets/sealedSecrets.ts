import type { Clock, KeptSecret, Log, Secrets, Vault, VaultResult } from '../ports.ts';
import { fileSecrets } from './fileSecrets.ts';

/** How long the key store may take, in ms: it may be waiting for a password that nobody types. */
const patienceMs = 10_000;

interface SealedOptions {
  readonly dataDir: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Secrets in files of the data folder that the system's key store has locked. One in a plain file, from a former version
 * or another host, is taken over. Where the key store does not lock, the plain file is what is left: a secret that is lost
 * is worse than one that this user's programs can read.
 */
export function sealedSecrets({ dataDir, vault, clock, log }: SealedOptions): Secrets {
  const plain = fileSecrets(dataDir);
  const sealed = fileSecrets(dataDir, '.sealed');
  let doesSeal = true;

  const inTime = (work: Promise<VaultResult>) =>
    new Promise<VaultResult>((resolve) => {
      const callOff = clock.after(patienceMs, () =>
        resolve({ kind: 'declined', reason: 'The key store does not answer.' }),
      );
      void work.then((result) => {
        callOff();
        resolve(result);
      });
    });

  /** Locks it, and proves that it can be unlocked. Returns whether that went well. */
  const seal = async (name: KeptSecret, value: string): Promise<boolean> => {
    const locked = await inTime(vault.seal(value));
    const opened = locked.kind === 'done' ? await inTime(vault.unseal(locked.text)) : locked;
    doesSeal = locked.kind === 'done' && opened.kind === 'done' && opened.text === value;
    if (locked.kind === 'done' && doesSeal) {
      await sealed.set(name, locked.text);
      await plain.set(name, null);
    } else {
      const reason = opened.kind === 'declined' ? opened.reason : 'it gives back something else';
      log.warn('the key store keeps no secrets; they stay in files', { name, reason });
    }
    return doesSeal;
  };

  return {
    has: (name) => plain.has(name) || sealed.has(name),
    async get(name) {
      // Where both are there, somebody was interrupted: the plain one is written first and removed last.
      const written = await plain.get(name);
      if (written !== null) {
        await seal(name, written);
        return written;
      }
      const locked = await sealed.get(name);
      if (locked === null) return null;
      const opened = await inTime(vault.unseal(locked));
      if (opened.kind === 'done') return opened.text;
      throw new Error(
        `The key store does not open the ${name.replaceAll('-', ' ')}: ${opened.reason} It is tried again every few ` +
          `seconds; where the key store is gone for good, delete ${name}.sealed`,
      );
    },
    async set(name, value) {
      if (value === null) {
        await plain.set(name, null);
        await sealed.set(name, null);
        return;
      }
      if (plain.has(name)) await plain.set(name, value);
      if (await seal(name, value)) return;
      await plain.set(name, value);
      await sealed.set(name, null);
    },
    setAside: (name, now) => (plain.has(name) ? plain : sealed).setAside(name, now),
    keptIn: () => (doesSeal ? 'key-store' : 'file'),
  };
}
