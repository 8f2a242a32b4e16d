import type { Store } from './store.ts';

/**
 * Puts tags on calls and takes others off. Those of calls that were joined into one since are on that one. Call it inside
 * `store.write`.
 */
export function changeTags(
  store: Store,
  { refs, add, remove }: { refs: readonly string[]; add: readonly string[]; remove: readonly string[] },
): void {
  for (const head of new Set(refs.map((ref) => store.parts.headOf(ref) ?? ref))) {
    if (store.calls.get(head) === null) continue;
    const own = new Set([head, ...store.parts.of(head).map((part) => part.ref)]);
    for (const tag of remove) for (const ref of own) store.tags.remove(ref, tag);
    for (const tag of add) store.tags.put(head, tag);
    store.marks.refresh(head);
  }
}
