import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const styles = join(import.meta.dirname, '..', '..', 'renderer', 'styles');

/** What belongs into the tokens alone, by what is wrong with it elsewhere. */
const stray: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a colour of its own', /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i],
  [
    'a named colour',
    /(?:color|background|border[a-z-]*|fill|stroke|outline):[^;]*\b(?:white|black|red|green|blue|gr[ae]y)\b/i,
  ],
  [
    'a type size off the scale',
    /font-size:(?!\s*(?:var\(--text-[a-z]+\)|[\d.]+em|inherit)\s*;)|font:(?!\s*(?:inherit|var))/,
  ],
  ['a weight off the scale', /font-weight:(?!\s*(?:var\(--weight-[a-z]+\)|inherit)\s*;)/],
  [
    'a corner off the scale',
    /border(?:-[a-z]+)*-radius:(?!\s*(?:var\(--radius-[a-z]+\)|calc\(var\(--radius-[^;]*|0|50%|inherit)\s*;)/,
  ],
  ['a length of time off the scale', /\b(?:transition|animation)[a-z-]*:[^;{}]*?\b[\d.]+m?s\b/],
  ['space off the scale', /(?:^|[\s;{])(?:padding|margin|gap|row-gap|column-gap)[a-z-]*:[^;]*\b(?:[3-9]|\d{2,})px/],
];

function strayIn(css: string): string[] {
  // A comment may say what it likes, and keeps its lines.
  const code = css.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return code
    .split('\n')
    .flatMap((line, index) =>
      stray.flatMap(([what, pattern]) => (pattern.test(line) ? [`${index + 1}: ${what}`] : [])),
    );
}

test('colours, type, corners and motion come from the tokens', () => {
  const files = globSync('*.css', { cwd: styles }).filter((file) => file !== 'tokens.css');
  expect(files.length).toBeGreaterThan(10);
  expect(
    files.flatMap((file) => strayIn(readFileSync(join(styles, file), 'utf8')).map((one) => `${file}:${one}`)),
  ).toEqual([]);
});

test('every token that is used exists', () => {
  const css = globSync('*.css', { cwd: styles })
    .map((file) => readFileSync(join(styles, file), 'utf8'))
    .join('\n');
  const made = new Set(css.match(/(?<![\w(-])--[a-z\d-]+(?=:)/g));
  const used = new Set(css.match(/(?<=var\()--[a-z\d-]+/g));
  expect([...used].filter((token) => !made.has(token))).toEqual([]);
});

test('every colour has a light and a dark side', () => {
  const tokens = readFileSync(join(styles, 'tokens.css'), 'utf8');
  const single = tokens.match(/^ {2}--[a-z\d-]+: (?:oklch|#|rgb)[^;]*;/gm) ?? [];
  // White on the fill of a button is the same on both.
  expect(single.map((line) => line.trim())).toEqual(['--on-accent: oklch(1 0 0);']);
});

test.each([
  ['color: #fff;', 'a colour of its own'],
  ['  background: oklch(1 0 0 / 0.5);', 'a colour of its own'],
  ['border: 1px solid gray;', 'a named colour'],
  ['font-size: 13px;', 'a type size off the scale'],
  ['font-weight: 600;', 'a weight off the scale'],
  ['border-radius: 6px;', 'a corner off the scale'],
  ['transition: opacity 200ms ease;', 'a length of time off the scale'],
  ['padding: 5px;', 'space off the scale'],
])('%s is seen', (line, what) => {
  expect(strayIn(line)).toEqual([`1: ${what}`]);
});
