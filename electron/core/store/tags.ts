import type { Store } from './store.ts';

interface PlacedTag {
  readonly ref: string;
  readonly tag: string;
}

/** What a change of tags did, so that it can be taken back. */
export interface TagsChanged {
  readonly put: readonly PlacedTag[];
  readonly removed: readonly PlacedTag[];
}

/**
 * Puts tags on calls and takes others off. Those of calls that were joined into one since are on that one. Call it inside
 * `store.write`.
 */
export function changeTags(
  store: Store,
  { refs, add, remove }: { refs: readonly string[]; add: readonly string[]; remove: readonly string[] },
): TagsChanged {
  const put: PlacedTag[] = [];
  const removed: PlacedTag[] = [];
  for (const head of new Set(refs.map((ref) => store.parts.headOf(ref) ?? ref))) {
    if (store.calls.get(head) === null) continue;
    for (const ref of new Set([head, ...store.parts.of(head).map((part) => part.ref)])) {
      for (const tag of remove) {
        const spelling = store.tags.remove(ref, tag);
        if (spelling !== null) removed.push({ ref, tag: spelling });
      }
    }
    for (const tag of add) if (store.tags.put(head, tag)) put.push({ ref: head, tag });
    store.marks.refresh(head);
  }
  return { put, removed };
}

/** Puts the tags as they were before a change. What was deleted since stays without. Call it inside `store.write`. */
export function takeBackTags(store: Store, { put, removed }: TagsChanged): void {
  const headOf = (ref: string) => store.parts.headOf(ref) ?? ref;
  for (const { ref, tag } of put) store.tags.remove(ref, tag);
  for (const { ref, tag } of removed) if (store.calls.get(headOf(ref)) !== null) store.tags.put(ref, tag);
  for (const head of new Set([...put, ...removed].map(({ ref }) => headOf(ref)))) store.marks.refresh(head);
}
