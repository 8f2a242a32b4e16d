import { assertNever } from '../../../shared/assertNever.ts';
import type { Us } from '../../../shared/call.ts';
import type { Updates, UpdateTrouble } from '../../../shared/updates.ts';

type Ready = Omit<Extract<Updates, { kind: 'ready' }>, 'waitsForCall'>;

/** How far it is with a newer version, whatever else goes on. */
export type Course = Exclude<Updates, { kind: 'off' | 'ready' }> | Ready;

/** What electron-updater reports. */
export type UpdateEvent =
  | { readonly kind: 'looking' }
  | { readonly kind: 'nothing-newer' }
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'downloaded'; readonly version: string; readonly notes: string }
  | { readonly kind: 'failed'; readonly trouble: UpdateTrouble; readonly detail: string };

/** Where it goes from `course` by what has happened. */
export function afterEvent(course: Course, event: UpdateEvent, nowUs: Us): Course {
  switch (event.kind) {
    case 'looking':
      return { kind: 'checking' };
    case 'nothing-newer':
      return { kind: 'newest', checkedAtUs: nowUs };
    case 'found':
      return { kind: 'downloading', version: event.version, percent: 0 };
    case 'progress':
      return course.kind === 'downloading' ? { ...course, percent: wholePercent(event.percent) } : course;
    case 'downloaded':
      return { kind: 'ready', version: event.version, notes: event.notes };
    case 'failed':
      return { kind: 'failed', trouble: event.trouble, detail: event.detail, atUs: nowUs };
    default:
      return assertNever(event);
  }
}

/**
 * Whether one may look now. Not again once a version is ready: electron-updater would throw its file away before it has
 * the next one, and whoever quits in between would be left without.
 */
export function mayLook({ kind }: Course): boolean {
  return kind === 'newest' || kind === 'failed';
}

function wholePercent(percent: number): number {
  return Number.isFinite(percent) ? Math.floor(Math.min(100, Math.max(0, percent))) : 0;
}
