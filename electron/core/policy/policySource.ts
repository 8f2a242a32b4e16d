/** Where an organisation's policy file is read from. */
export interface PolicySource {
  readonly path: string;
  /** The user (uid) who alone may write the file and its folder; null where nobody is asked for. */
  readonly owner: number | null;
}

const root = 0;

/**
 * The one policy file of this machine, at a place where administrators alone may write. It follows from the system and
 * nothing else: a variable such as %ProgramData% can be set by the user whom the policy is meant for.
 */
export function machinePolicy(platform: NodeJS.Platform): PolicySource {
  if (platform === 'win32') {
    // Not ProgramData: every user may make folders there, and whoever made one may replace what lies in it.
    return { path: 'C:\\Program Files\\Ringside Policy\\policy.json', owner: null };
  }
  const folder = platform === 'darwin' ? '/Library/Application Support/Ringside' : '/etc/ringside';
  return { path: `${folder}/policy.json`, owner: root };
}
