import type { Log } from '../ports.ts';
import { type Change, project } from './project.ts';
import { troubleOf } from './sqliteError.ts';
import type { Store } from './store.ts';

/**
 * Works these calls out again; call it inside `store.write`. A rule of ours that fails must not cost the event, nor the
 * other calls: it is logged, and a later version works the call out.
 */
export function projectAll(store: Store, refs: Iterable<string>, log: Log): Change[] {
  return [...refs].flatMap((ref) => {
    try {
      const change = project(store, ref);
      return change === null ? [] : [change];
    } catch (error) {
      if (troubleOf(error) !== 'bug') throw error;
      log.error('a call could not be worked out', { ref, error: String(error) });
      return [];
    }
  });
}
