import type { Us } from '../../../shared/call.ts';
import type { Log } from '../ports.ts';
import { project } from './project.ts';
import { troubleOf } from './sqliteError.ts';
import type { Store } from './store.ts';
import type { Change } from './writeCall.ts';

/**
 * Works these calls out again; call it inside `store.write`. A rule of ours that fails must not cost the event, nor the
 * other calls: it is logged, and a later version works the call out.
 */
export function projectAll(store: Store, refs: Iterable<string>, log: Log, nowUs: Us): Change[] {
  return [...refs].flatMap((ref) => {
    try {
      return project(store, ref, nowUs);
    } catch (error) {
      if (troubleOf(error) !== 'bug') throw error;
      log.error('a call could not be worked out', { ref, error: String(error) });
      return [];
    }
  });
}
