/**
 * Ringside's own flags among the arguments of an Electron process. Chromium, Electron and the debuggers take theirs
 * from the same command line; those are left out. `packaged`: no app folder stands before the flags.
 */
export function ownArguments(argv: readonly string[], packaged: boolean): string[] {
  return argv.filter((argument) => !foreign.test(argument)).slice(packaged ? 1 : 2);
}

const foreign = /^--(?:inspect|remote-debugging|enable|disable|ozone|force|js-flags|lang|log|use|gtk-version|v)\b/;
