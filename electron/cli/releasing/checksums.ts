import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export const checksumsFile = 'SHA256SUMS';

/**
 * Writes the SHA-256 of what people download from a folder into its `SHA256SUMS`, in the form that `sha256sum --check`
 * reads. The descriptions of the version (`latest.yml` and its kin) are left out: each is signed in itself, and changes
 * with the roll-out. Answers with the names.
 * @throws when there is nothing to sum up
 */
export async function writeChecksums(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const names = files.filter((name) => name !== checksumsFile && !name.endsWith('.yml'));
  if (names.length === 0) throw new Error(`there is no file in ${folder}`);
  names.sort();
  const lines: string[] = [];
  for (const name of names) lines.push(`${await sha256(join(folder, name))}  ${name}\n`);
  await writeFile(join(folder, checksumsFile), lines.join(''));
  return names;
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
