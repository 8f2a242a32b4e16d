import { contentLine, type ContentLine, isQuotedPrintable, readHead } from './contentLine.ts';
import { draftOfCard } from './draftOfCard.ts';
import { badSource, type SourceRow } from './sourceRow.ts';

/** Properties that a contact is made of; pictures and keys are passed over. */
const wanted = new Set(['fn', 'n', 'nickname', 'org', 'tel', 'email', 'note', 'x-ablabel']);

/** A card that has begun and not ended. */
interface OpenCard {
  readonly line: number;
  readonly text: string[];
  readonly properties: ContentLine[];
}

/**
 * Reads cards of version 2.1, 3.0 and 4.0, any number of them. Made by hand, because files of 2.1 are what older phones
 * and Outlook write (types without a name, values that go on after a `=`, cards within cards), and because one property
 * that nobody understands must not cost the card. `encoding` is the file's.
 */
export function* readVcards(pieces: Iterable<string>, encoding: string): Generator<SourceRow> {
  let card: OpenCard | null = null;
  /** Cards within the card: its agent's. */
  let depth = 0;
  let isAgent = false;
  let isBetween = false;

  for (const { line, text } of logicalLines(pieces)) {
    const head = readHead(text);
    const name = head?.name ?? '';
    const what = `${name}:${head?.value.trim().toLowerCase() ?? ''}`;
    if (what === 'begin:vcard') {
      if (card !== null && isAgent) {
        depth += 1;
      } else {
        if (card !== null) yield unfinished(card);
        card = { line, text: [], properties: [] };
        depth = 0;
      }
      isBetween = false;
    } else if (what === 'end:vcard' && card !== null) {
      if (depth > 0) {
        depth -= 1;
      } else {
        yield finished(card);
        card = null;
      }
    } else if (card === null) {
      if (text.trim() !== '' && !isBetween) {
        isBetween = true;
        yield { line, ...badSource(text, 'no-card') };
      }
    } else if (depth === 0) {
      card.text.push(text.slice(0, 200));
      if (head !== null && wanted.has(name)) card.properties.push(contentLine(head, encoding));
    }
    if (text.trim() !== '') isAgent = what === 'agent:';
  }
  if (card !== null) yield unfinished(card);
}

function unfinished({ line, text }: OpenCard): SourceRow {
  return { line, ...badSource(text.join('\n'), 'unfinished-card') };
}

function finished({ line, text, properties }: OpenCard): SourceRow {
  const draft = draftOfCard(properties);
  const hasAnything = draft.name !== '' || draft.company !== null || draft.email !== null || draft.numbers.length > 0;
  return hasAnything ? { line, kind: 'draft', draft } : { line, ...badSource(text.join('\n'), 'nothing-in-it') };
}

/** Lines as they were before they were folded; `line` is where each begins. Long values nobody wants are cut short. */
function* logicalLines(pieces: Iterable<string>): Generator<{ line: number; text: string }> {
  let open: { line: number; text: string } | null = null;
  let isSoft = false;
  for (const { line, text } of physicalLines(pieces)) {
    if (open !== null && (isSoft || text.startsWith(' ') || text.startsWith('\t'))) {
      if (isSoft) open.text = open.text.slice(0, -1) + text;
      else if (isWanted(open.text)) open.text += text.slice(1);
    } else {
      if (open !== null) yield open;
      open = { line, text };
    }
    isSoft = text.endsWith('=') && isQuotedPrintable(open.text);
  }
  if (open !== null) yield open;
}

function isWanted(line: string): boolean {
  const head = readHead(line);
  return head === null || wanted.has(head.name);
}

function* physicalLines(pieces: Iterable<string>): Generator<{ line: number; text: string }> {
  let rest = '';
  let line = 0;
  for (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      yield { line, text };
    }
  }
  if (rest !== '') yield { line: line + 1, text: rest.replace(/\r$/, '') };
}
