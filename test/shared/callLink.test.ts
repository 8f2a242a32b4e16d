import { expect, test } from 'vitest';

import { isLink, refOfLink } from '../../shared/callLink.ts';

test.each([
  ['ringside://call/call-1', 'call-1'],
  ['ringside://call/8d2f0e9a-41c5-4a7e-9c51-0f2b6b1a7d10', '8d2f0e9a-41c5-4a7e-9c51-0f2b6b1a7d10'],
  ['RINGSIDE://CALL/call-1', 'call-1'],
  ['ringside:call/call-1', 'call-1'],
  // Browsers and mail programs add what they find proper.
  ['ringside://call/call-1/', 'call-1'],
  ['ringside://call/call-1?from=crm#top', 'call-1'],
  ['ringside://call/a%2Fb%20c', 'a/b c'],
])('%s names the call %s', (link, ref) => {
  expect(refOfLink(link)).toBe(ref);
});

test.each([
  'ringside://call/',
  'ringside://call',
  'ringside://settings/call-1',
  'ringside://call/a/b',
  'ringside://call/%E0%A4%A',
  'ringside://call/%00',
  'ringside://call/line%0Abreak',
  `ringside://call/${'x'.repeat(301)}`,
  'https://example.com/ringside://call/call-1',
  'ringside-app://window/call/call-1',
  'call-1',
  '',
])('%j names no call', (link) => {
  expect(refOfLink(link)).toBeNull();
});

test('a link that leads nowhere is still one', () => {
  expect(['ringside://settings', 'Ringside:', 'ringside-app://window', '--port'].map(isLink)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
