import type { Notice } from '../../../shared/notice.ts';

/** What is read here of a list of parts in CycloneDX, as `npm sbom` writes it. The rest is passed on as it is. */
export interface PartsList {
  readonly components: readonly Part[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
}

interface Part {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Npm knows what is installed to build Ringside, of which most stays behind. This leaves what is in a package, by what
 * the build has found out, and adds what npm has no name for.
 * @throws when npm does not know one of the packages that were built in
 */
export function shippedParts<List extends PartsList>(installed: List, shipped: readonly Notice[]): List {
  const parts = shipped.flatMap((notice): Part[] => {
    // What comes with Electron has its version: there is no other to be named.
    if (notice.version === null) return [];
    const found = installed.components.find((part) => part.name === npmName(notice) && part.version === notice.version);
    if (found) return [asRequired(found)];
    if (notice.name === 'SQLite') return [sqlite(notice, notice.version)];
    throw new Error(`npm does not list ${notice.name} ${notice.version}, which is in the package`);
  });
  const refs = new Set([installed.metadata.component['bom-ref'], ...parts.map((part) => part['bom-ref'])]);
  const dependencies = installed.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  return { ...installed, components: parts, dependencies };
}

/** Programs have a name that people know them by, packages have that of npm. */
function npmName({ name }: Notice): string {
  return name === 'Electron' ? 'electron' : name;
}

/** Bundled packages are needed for the build alone, says npm; of what is in the package, that is not so. */
function asRequired(part: Part): Part {
  const properties = part.properties?.filter(({ name }) => name !== 'cdx:npm:package:development');
  return { ...part, scope: 'required', ...(properties && { properties }) };
}

function sqlite({ licence, homepage }: Notice, version: string) {
  const ref = `sqlite@${version}`;
  return {
    'bom-ref': ref,
    name: 'sqlite',
    version,
    scope: 'required',
    type: 'library',
    purl: `pkg:generic/${ref}`,
    licenses: [{ license: { id: licence } }],
    externalReferences: homepage === null ? [] : [{ type: 'website', url: homepage }],
  };
}
