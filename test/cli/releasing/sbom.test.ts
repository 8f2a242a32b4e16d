import { describe, expect, test } from 'vitest';

import { shippedParts } from '../../../electron/cli/releasing/sbom.ts';
import type { Notice } from '../../../shared/notice.ts';

const forBuild = [{ name: 'cdx:npm:package:development', value: 'true' }];

function part(ref: string) {
  const at = ref.lastIndexOf('@');
  return {
    'bom-ref': ref,
    name: ref.slice(0, at),
    version: ref.slice(at + 1),
    scope: 'optional',
    properties: forBuild,
  };
}

function notice(name: string, version: string | null): Notice {
  return { name, version, licence: 'MIT', author: null, homepage: 'https://example.com', text: 'Take it.' };
}

const installed = {
  bomFormat: 'CycloneDX',
  metadata: { component: { 'bom-ref': 'ringside@1.0.0' } },
  components: [
    part('react@19.0.0'),
    part('react@18.0.0'),
    part('@visx/axis@4.0.0'),
    part('vitest@5.0.0'),
    part('electron@45.0.0'),
  ],
  dependencies: [
    { ref: 'ringside@1.0.0', dependsOn: ['react@19.0.0', 'vitest@5.0.0'] },
    { ref: '@visx/axis@4.0.0', dependsOn: ['react@19.0.0'] },
    { ref: 'vitest@5.0.0', dependsOn: ['react@18.0.0'] },
  ],
};

describe('the list of parts in a package', () => {
  const shipped = [
    notice('@visx/axis', '4.0.0'),
    notice('Chromium', null),
    notice('Electron', '45.0.0'),
    notice('react', '19.0.0'),
  ];

  test('has what was built in, in that version, and no tool', () => {
    const { components, bomFormat } = shippedParts(installed, shipped);
    expect(bomFormat).toBe('CycloneDX');
    expect(components.map((one) => one['bom-ref'])).toEqual(['@visx/axis@4.0.0', 'electron@45.0.0', 'react@19.0.0']);
  });

  test('calls none of it needed for the build alone', () => {
    const { components } = shippedParts(installed, shipped);
    expect(components.map(({ scope, properties }) => [scope, properties])).toEqual([
      ['required', []],
      ['required', []],
      ['required', []],
    ]);
  });

  test('tells what depends on what among them', () => {
    expect(shippedParts(installed, shipped).dependencies).toEqual([
      { ref: 'ringside@1.0.0', dependsOn: ['react@19.0.0'] },
      { ref: '@visx/axis@4.0.0', dependsOn: ['react@19.0.0'] },
    ]);
  });

  test('names SQLite, which is no package of npm', () => {
    expect(shippedParts(installed, [notice('SQLite', '3.54.1')]).components).toEqual([
      {
        'bom-ref': 'sqlite@3.54.1',
        type: 'library',
        name: 'sqlite',
        version: '3.54.1',
        scope: 'required',
        purl: 'pkg:generic/sqlite@3.54.1',
        licenses: [{ license: { id: 'MIT' } }],
        externalReferences: [{ type: 'website', url: 'https://example.com' }],
      },
    ]);
  });

  test('is refused when npm does not know a part: then it is not complete', () => {
    expect(() => shippedParts(installed, [notice('react', '20.0.0')])).toThrow(
      'npm does not list react 20.0.0, which is in the package',
    );
  });
});
