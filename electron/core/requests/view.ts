import type { Settings } from '../../../shared/settings.ts';
import type { ContactName } from '../store/contactNames.ts';
import type { Marks } from '../store/markTable.ts';
import type { Store } from '../store/store.ts';

/** How somebody sees calls: whether names and numbers are hidden, and what the log knows of a call beside its events. */
export interface View {
  readonly masked: boolean;
  /** Whose number this is, in E.164 or as an extension; null for nobody's. */
  readonly nameOf: (key: string) => ContactName | null;
  /** The note and the tags on the call with this ref. */
  readonly marksOf: (ref: string) => Marks;
}

/** The calls of a log as the settings show them. */
export function viewOf({ names, marks }: Pick<Store, 'names' | 'marks'>, { masked }: Pick<Settings, 'masked'>): View {
  return { masked, nameOf: (key) => names.of(key), marksOf: (ref) => marks.of(ref) };
}
