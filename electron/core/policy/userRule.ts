import type { PolicyFault } from '../../../shared/policy.ts';
import type { Settings } from '../../../shared/settings.ts';
import { settingFields } from '../settings/schema.ts';
import { extensionOf, isNamePattern } from './extensionOf.ts';
import { isRecord } from './isRecord.ts';

type Learned = Partial<Record<'defaults' | 'locked', Pick<Settings, 'extensions'>>>;

const where = 'extensionFromUserName';

/**
 * Whose extensions the user name says they are: those that the rule lists for it, or those in the name itself. Null where
 * the rule knows nothing of this user.
 */
export function learnedExtensions(rule: unknown, userName: string, faults: PolicyFault[]): Learned | null {
  if (rule === undefined) return null;
  if (!isRecord(rule)) {
    faults.push({ where, fault: 'object' });
    return null;
  }
  const { users, pattern, locked = false, ...others } = rule;
  for (const name of Object.keys(others)) faults.push({ where: `${where}.${name}`, fault: 'unknown-key' });
  if (typeof locked !== 'boolean') faults.push({ where: `${where}.locked`, fault: 'flag' });

  const byList = listed(users, userName, faults);
  const byName = named(pattern, userName, faults);
  const extensions = byList ?? byName;
  if (extensions === null) return null;
  return locked === true ? { locked: { extensions } } : { defaults: { extensions } };
}

/** All of the list is checked, so that whoever wrote it need not be each of its users. */
function listed(users: unknown, userName: string, faults: PolicyFault[]): readonly string[] | null {
  if (users === undefined) return null;
  if (!isRecord(users)) {
    faults.push({ where: `${where}.users`, fault: 'object' });
    return null;
  }
  let mine: readonly string[] | null = null;
  for (const [user, value] of Object.entries(users)) {
    const parsed = settingFields.extensions.safeParse(typeof value === 'string' ? [value] : value);
    if (!parsed.success) faults.push({ where: `${where}.users.${user}`, fault: 'extension' });
    else if (user.toLowerCase() === userName.toLowerCase()) mine = parsed.data;
  }
  return mine;
}

function named(pattern: unknown, userName: string, faults: PolicyFault[]): readonly string[] | null {
  if (pattern === undefined) return null;
  if (typeof pattern !== 'string' || !isNamePattern(pattern)) {
    faults.push({ where: `${where}.pattern`, fault: 'pattern' });
    return null;
  }
  const extension = extensionOf(userName, pattern);
  return extension === null ? null : [extension];
}
