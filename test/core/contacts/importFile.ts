import { readFileSync } from 'node:fs';

import type { ImportPlan, ImportRow } from '../../../shared/contactImport.ts';
import type { Argument } from '../../../shared/contract.ts';
import type { Running } from '../../support/startApp.ts';

type Wishes = Partial<Omit<Argument<'import.plan'>, 'id'>>;

export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/contacts/${name}`, import.meta.url));
}

/** Sends a file in pieces, as a window does. Resolves with its id. */
export async function put(running: Running, content: Buffer | string, fileName = 'people.csv'): Promise<string> {
  const bytes = Buffer.from(content);
  let id: string | null = null;
  for (let at = 0; at === 0 || at < bytes.length; at += 150_000) {
    const base64 = bytes.toString('base64', at, at + 150_000);
    id = await running.ask('import.put', { id, fileName, base64 });
  }
  return id ?? '';
}

export interface Read {
  readonly id: string;
  readonly plan: ImportPlan;
  readonly rows: readonly ImportRow[];
}

export async function read(running: Running, content: Buffer | string, wishes: Wishes = {}): Promise<Read> {
  const id = await put(running, content);
  const plan = await running.ask('import.plan', { id, encoding: null, separator: null, columns: null, ...wishes });
  return { id, plan, rows: await running.ask('import.rows', { id, from: 0, limit: 500 }) };
}

/** What a row says, in one line: `name | company | e-mail | number (label), … | note`; bad ones by their reason. */
export function told(row: ImportRow): string {
  if (row.kind === 'bad') return `line ${row.line}: ${row.reason}`;
  const { name, company, email, note, numbers } = row.draft;
  const all = numbers.map(({ number, label }) => (label === null ? number : `${number} (${label})`));
  return [name, company ?? '', email ?? '', all.join(', '), note ?? ''].join(' | ');
}
