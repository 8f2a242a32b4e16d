/** What changed in one version, as Markdown; or why that cannot be told. */
export type Notes =
  | { readonly kind: 'notes'; readonly text: string }
  | { readonly kind: 'missing'; readonly reason: string };

/**
 * What the changelog says of a version. Its section begins with `## 1.2.3 - 2026-03-01`, brackets around the version or
 * none, and ends where the next one begins.
 */
export function releaseNotes(changelog: string, version: string): Notes {
  const sections = changelog
    .replaceAll('\r\n', '\n')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return { heading: heading.trim(), text: lines.join('\n').trim() };
    });
  const found = sections.find(({ heading }) => versionOf(heading) === version);
  if (!found) {
    const there = sections.map(({ heading }) => `"${heading}"`).join(', ') || 'none';
    return { kind: 'missing', reason: `CHANGELOG.md has no section "## ${version} - <date>"; its sections: ${there}` };
  }
  if (!/ [-–—] \d{4}-\d{2}-\d{2}$/.test(found.heading))
    return { kind: 'missing', reason: `the heading "## ${found.heading}" of CHANGELOG.md lacks " - <date>"` };
  const hasEntries = found.text.split('\n').some((line) => line.trim() !== '' && !line.startsWith('#'));
  if (!hasEntries) return { kind: 'missing', reason: `the section "## ${found.heading}" of CHANGELOG.md is empty` };
  return { kind: 'notes', text: found.text };
}

function versionOf(heading: string): string | undefined {
  return /^\[?([^\]\s]+)\]?/.exec(heading)?.[1];
}
