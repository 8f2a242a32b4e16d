import { describe, expect, test } from 'vitest';

import { disagreements } from '../../../electron/cli/releasing/agreement.ts';
import { releaseNotes } from '../../../electron/cli/releasing/changelog.ts';

const changelog = `# Changelog

## Unreleased

### Added

- Not yet.

## [1.3.0-beta.1] - 2026-04-01

### Added

- Tried out.

## 1.2.0 – 2026-03-01

### Added

- Cards.

### Fixed

- \`## 1.1.0\` in the text is no heading.

## 1.1.0

- Without a date.

## 1.0.0 - 2026-01-01

### Added
`;

describe('the notes of a release', () => {
  test('are what stands between its heading and the next one', () => {
    expect(releaseNotes(changelog, '1.2.0')).toEqual({
      kind: 'notes',
      text: '### Added\n\n- Cards.\n\n### Fixed\n\n- `## 1.1.0` in the text is no heading.',
    });
  });

  test('are found behind a version in brackets', () => {
    expect(releaseNotes(changelog, '1.3.0-beta.1')).toMatchObject({ text: '### Added\n\n- Tried out.' });
  });

  test('are the same with the line ends of Windows', () => {
    expect(releaseNotes(changelog.replaceAll('\n', '\r\n'), '1.2.0')).toEqual(releaseNotes(changelog, '1.2.0'));
  });

  test.each([
    [
      '1.3.0',
      'CHANGELOG.md has no section "## 1.3.0 - <date>"; its sections: "Unreleased", "[1.3.0-beta.1] - 2026-04-01", "1.2.0 – 2026-03-01", "1.1.0", "1.0.0 - 2026-01-01"',
    ],
    ['1.2', expect.stringContaining('no section "## 1.2 - <date>"')],
    ['1.1.0', 'the heading "## 1.1.0" of CHANGELOG.md lacks " - <date>"'],
    ['1.0.0', 'the section "## 1.0.0 - 2026-01-01" of CHANGELOG.md is empty'],
  ])('say what is missing for %s', (version, reason) => {
    expect(releaseNotes(changelog, version)).toEqual({ kind: 'missing', reason });
  });

  test('say so when there is no section at all', () => {
    expect(releaseNotes('', '1.0.0')).toMatchObject({ reason: expect.stringContaining('its sections: none') });
  });
});

describe('tag, version and changelog', () => {
  const agreeing = { tag: 'v1.2.0', packageJson: '1.2.0', lock: ['1.2.0', '1.2.0'], changelog };

  test('agree when all name one version', () => {
    expect(disagreements(agreeing)).toEqual([]);
    const beta = '1.3.0-beta.1';
    expect(disagreements({ tag: `v${beta}`, packageJson: beta, lock: [beta, beta], changelog })).toEqual([]);
  });

  test.each([
    ['a tag that is no version', { tag: 'v1.2' }, 'the tag v1.2 is not "v" and a version, such as v1.2.3 or'],
    ['a tag with another word for beta', { tag: 'v1.2.0-rc.1' }, 'the tag v1.2.0-rc.1 is not "v" and a version'],
    ['another version', { packageJson: '1.2.1', lock: ['1.2.1', '1.2.1'] }, 'package.json says 1.2.1, the tag v1.2.0'],
    ['an old lock file', { lock: ['1.2.0', '1.1.0'] }, 'package-lock.json says 1.2.0 and 1.1.0, package.json 1.2.0'],
    ['a changelog without it', { changelog: '# Changelog\n' }, 'CHANGELOG.md has no section "## 1.2.0 - <date>"'],
  ])('do not agree with %s', (_what, odd, problem) => {
    expect(disagreements({ ...agreeing, ...odd })).toEqual([expect.stringContaining(problem)]);
  });
});
