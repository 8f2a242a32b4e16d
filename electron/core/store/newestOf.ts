import type { Us } from '../../../shared/call.ts';

/** A call that was found. */
export interface Hit {
  readonly startedAtUs: Us;
  readonly ref: string;
}

/** Keeps the newest calls of all that are added, each once, up to a limit. */
export function newestOf(limit: number) {
  let found = new Map<string, Hit>();

  const hits = (): Hit[] => [...found.values()].sort(newestFirst).slice(0, limit);

  return {
    add(more: readonly Hit[]): void {
      if (more.length === 0) return;
      for (const hit of more) found.set(hit.ref, hit);
      if (found.size > limit) found = new Map(hits().map((hit) => [hit.ref, hit]));
    },
    /** What began before is not among them; the beginning of time as long as there is room. */
    sinceUs: (): Us => (found.size < limit ? 0 : Math.min(...[...found.values()].map((hit) => hit.startedAtUs))),
    /** Newest first. */
    hits,
  };
}

function newestFirst(a: Hit, b: Hit): number {
  return oldestFirst(b, a);
}

export function oldestFirst(a: Hit, b: Hit): number {
  return a.startedAtUs - b.startedAtUs || (a.ref < b.ref ? -1 : 1);
}
