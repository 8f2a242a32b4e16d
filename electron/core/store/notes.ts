import type { Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import type { Store } from './store.ts';

/**
 * Notes something about a call; an empty text takes the note away. What was noted of calls that were joined into it since
 * has become part of its note. Call it inside `store.write`.
 */
export function writeNote(store: Store, ref: string, note: string, nowUs: Us): void {
  const head = store.parts.headOf(ref) ?? ref;
  for (const part of store.parts.of(head)) store.notes.remove(part.ref);
  if (note === '') store.notes.remove(head);
  else store.notes.put(head, store.calls.get(head)?.person ?? null, nowUs, note);
  store.marks.refresh(head);
}

/** The note on a call; what was noted before others were joined into it is part of it. */
export function noteOf({ notes, parts }: Pick<Store, 'notes' | 'parts'>, call: Call): string | null {
  const refs = call.group ? parts.of(call.ref).map((part) => part.ref) : [];
  const found = (refs.length > 0 ? refs : [call.ref]).flatMap((ref) => notes.get(ref) ?? []);
  return found.length === 0 ? null : found.join('\n');
}
