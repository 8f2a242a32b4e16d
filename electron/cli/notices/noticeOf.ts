import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Notice } from '../../../shared/notice.ts';

/** What of a package's `package.json` is of use here, in the spellings that are around. */
interface Description {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly author?: string | { readonly name: string };
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/** The texts that a licence may ask to be kept, by the names people give their files. */
const legal = /^(?:licen[cs]es?|copying|notice|unlicense)(?:[-.].*)?$/i;

/**
 * What a package says of itself.
 * @throws when it does not say what its licence is, or in which words
 */
export function noticeOf(folder: string): Notice {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Description;
  const { name, version, license, licenses, author, homepage } = description;
  const licence =
    typeof license === 'object' ? license.type : (license ?? licenses?.map(({ type }) => type).join(' OR '));
  if (!licence) throw new Error(`${name} does not say under which licence it stands`);
  const maker = (typeof author === 'object' ? author.name : author)?.replace(/\s*[<(].*$/, '') ?? null;
  return {
    name,
    version,
    licence,
    author: maker,
    homepage: homepage ?? pageOf(description) ?? null,
    text: textsIn(folder) ?? standardText(name, licence, maker),
  };
}

function textsIn(folder: string): string | null {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && legal.test(entry.name),
  );
  const texts = files.map(({ name }) => ownPart(readFileSync(join(folder, name), 'utf8')));
  return texts.length === 0 ? null : texts.join('\n\n');
}

/** Without what a tool adds for the packages in itself: of the tool no more than a few lines are in a bundle. */
function ownPart(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split(/^# Licenses of bundled dependencies$/m, 1)
    .join('')
    .trim();
}

/** The web page of a repository, which is often written for git. */
function pageOf({ repository }: Description): string | undefined {
  const written = typeof repository === 'object' ? repository.url : repository;
  const path = /^(?:.*github(?:\.com[/:]|:))?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(written ?? '')?.[1];
  return path === undefined ? undefined : `https://github.com/${path}`;
}

/** Some name the MIT licence and leave it at that. Its words are always the same but for the author. */
function standardText(name: string, licence: string, author: string | null): string {
  if (licence !== 'MIT' || author === null) throw new Error(`${name} (${licence}) has no text of its licence`);
  const text = readFileSync(join(import.meta.dirname, 'texts', 'mit.txt'), 'utf8');
  return `Copyright (c) ${author}\n\n${text.trim()}`;
}
