import { releaseNotes } from './changelog.ts';

/** Where the version of a release is written. */
export interface Versions {
  /** The tag: `v` and the version. */
  readonly tag: string;
  readonly packageJson: string;
  /** The two places in `package-lock.json`. */
  readonly lock: readonly (string | undefined)[];
  readonly changelog: string;
}

/** In what tag, `package.json`, `package-lock.json` and `CHANGELOG.md` do not agree; empty when a release can be made. */
export function disagreements({ tag, packageJson, lock, changelog }: Versions): readonly string[] {
  const version = versionOfTag(tag);
  if (version === null) return [`the tag ${tag} is not "v" and a version, such as v1.2.3 or v1.3.0-beta.1`];
  const notes = releaseNotes(changelog, version);
  return [
    ...(packageJson === version ? [] : [`package.json says ${packageJson}, the tag ${tag}`]),
    ...(lock.every((locked) => locked === packageJson)
      ? []
      : [`package-lock.json says ${lock.join(' and ')}, package.json ${packageJson}: run npm install`]),
    ...(notes.kind === 'missing' ? [notes.reason] : []),
  ];
}

/** The version that a tag names, or null. A version that is tried out before has `-beta.` and a number. */
export function versionOfTag(tag: string): string | null {
  return /^v(\d+\.\d+\.\d+(?:-beta\.\d+)?)$/.exec(tag)?.[1] ?? null;
}
