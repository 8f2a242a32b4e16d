import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { visibleStrings } from '../support/visibleStrings.ts';

const root = join(import.meta.dirname, '..', '..');

/** The name, what is typed alike in every language, and what no page of ours is ever told. */
const allowed = new Set(['Ringside', 'Ringside –', 'crm.local', 'This page may not ask Ringside anything.']);

test('every word that people see comes from the catalogue', () => {
  const files = globSync(['renderer/**/*.{ts,tsx}', 'electron/shell/**/*.ts'], { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const found = files
    // It is for whoever works on Ringside, and no part of it.
    .filter((file) => !file.startsWith(join('renderer', 'design')))
    .flatMap((file) => visibleStrings(file, readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`));
  expect(found.filter((line) => !allowed.has(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
});

test.each([
  ['text', 'a.tsx', '<p>Missed call</p>'],
  ['text among elements', 'a.tsx', '<><b>{name}</b> Missed call</>'],
  ['a text that depends', 'a.tsx', "<p>{isMissed ? 'Missed call' : null}</p>"],
  ['a text with a value in it', 'a.tsx', '<p>{`Missed call ${count}`}</p>'],
  ['a label', 'a.tsx', '<button aria-label="Missed call" />'],
  ['a tooltip that depends', 'a.tsx', "<p title={isMissed && 'Missed call'} />"],
  ['a placeholder', 'a.tsx', '<input placeholder="Missed call" />'],
  ['a notification', 'a.ts', "new Notification('Missed call', {})"],
  ['a notification of the desktop', 'a.ts', "show({ body: 'Missed call' })"],
  ['an entry of a menu', 'a.ts', "[{ label: 'Missed call' }]"],
  ['the tray’s tooltip', 'a.ts', "tray.setToolTip('Missed call')"],
  ['the window’s title', 'a.ts', "document.title = 'Missed call'"],
])('%s is seen', (_name, file, source) => {
  expect(visibleStrings(file, source)).toEqual(['Missed call']);
});

test.each(['<p className="missed">{t("missed")}</p>', '<p>·</p>', "<a href={'#/calls'}>{name}</a>"])(
  '%s is left alone',
  (source) => {
    expect(visibleStrings('a.tsx', source)).toEqual([]);
  },
);
