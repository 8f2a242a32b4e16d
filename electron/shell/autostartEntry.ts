/**
 * The file that has a Linux desktop start `command` when its user logs in (XDG autostart). The bar comes up at the same
 * time; a desktop that knows the last line waits for it, so that the tray icon finds its place. The entry outlives a Ringside
 * that is uninstalled, and is passed over then: TryExec names a program that is gone.
 */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ringside',
    `TryExec=${escaped(command[0] ?? '')}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-Delay=5',
    '',
  ].join('\n');
}

/** A string of a desktop entry: the backslash alone means something in a path. */
function escaped(path: string): string {
  return path.replaceAll('\\', '\\\\');
}

/** As the specification of desktop entries wants it: once for the string, once for the argument, `%` doubled. */
function quoted(argument: string): string {
  if (/^[\w./=-]+$/.test(argument)) return argument;
  const inner = argument
    .replace(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');
  return `"${inner}"`;
}
