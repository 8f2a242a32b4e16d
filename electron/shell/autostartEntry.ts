/**
 * The file that has a Linux desktop start `command` when its user logs in (XDG autostart). The bar comes up at the same
 * time; a desktop that knows the last line waits for it, so that the tray icon finds its place.
 */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ringside',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-Delay=5',
    '',
  ].join('\n');
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
