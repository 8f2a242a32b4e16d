/** Hosts as people type them: separated by commas, semicolons or blanks, whole addresses too; none twice. */
export function hostsOf(text: string): readonly string[] {
  const hosts = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^https?:\/\//, '').replace(/\/.*$/, ''));
  return [...new Set(hosts.filter((host) => host !== ''))];
}
