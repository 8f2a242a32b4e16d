import type { CallChange, Preview } from '../../shared/preview.ts';
import { en } from '../../shared/words/en.ts';
import { findingWords } from '../../shared/words/findingWords.ts';
import { plainDuration } from '../../shared/words/plainDuration.ts';

const reader = { words: en, duration: plainDuration };

/** What a rebuild would change, a line for each call; the last one sums up. */
export function previewLines({ calls, changed, changes }: Preview): string[] {
  if (changed === 0) return [en.settings.preview.nothing];
  const first = changes.length < changed ? ` These are the first ${changes.length}.` : '';
  const summary = `${changed} of ${calls} calls would come out differently.${first}`;
  return [...changes.map(lineOf), summary];
}

function lineOf({ ref, startedAtUs, party, before, after }: CallChange): string {
  const who = party.display ?? party.number ?? en.party.withheld;
  const change = `${findingWords(before, after, reader)} → ${findingWords(after, before, reader)}`;
  return [new Date(startedAtUs / 1000).toISOString(), who, change, ref].join('  ');
}
