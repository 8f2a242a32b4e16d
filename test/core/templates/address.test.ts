import { describe, expect, test } from 'vitest';

import type { Call } from '../../../electron/core/calls/call.ts';
import { inEnglish } from '../../../electron/core/requests/refusal.ts';
import { fillAddress } from '../../../electron/core/templates/address.ts';
import { sampleCall } from '../../../electron/core/templates/sampleCall.ts';

const fill = (template: string, call: Partial<Call> = {}, httpHosts: string[] = [], name = '') =>
  fillAddress(template, { ...sampleCall, ...call }, { name, httpHosts });
/** Names that callers may have, for whoever writes a contact down from a letterhead, or a web page. */
const hostileNames = [
  '<img src=x onerror=alert(1)>',
  'x'.repeat(10_000),
  '\u202Eevil\u202C.example.com/@',
  'first\r\nsecond',
  '{number}{e164}',
  'half \uD83D',
];
const nasty = `x"><&?#/../@{e164}%0d\r\n Ωχ`;

describe('an address template', () => {
  test.for([
    ['https://crm.example.com/s?q={e164}', 'https://crm.example.com/s?q=%2B35799123456'],
    ['https://crm.example.com/{digits}', 'https://crm.example.com/35799123456'],
    ['  https://crm.example.com/{direction}/{outcome}  ', 'https://crm.example.com/in/answered'],
    ['tel:{e164}', 'tel:+35799123456'],
    ['sip:{digits}@pbx.example.com', 'sip:35799123456@pbx.example.com'],
    ['https://crm.example.com/plain', 'https://crm.example.com/plain'],
  ] as const)('%s becomes %s', ([template, url]) => {
    expect(fill(template)).toEqual({ kind: 'url', url });
  });

  test.for([
    ['javascript:alert({e164})', /javascript: are not opened/],
    ['JavaScript:alert(1)', /javascript: are not opened/],
    ['file:///etc/passwd', /file: are not opened/],
    ['ms-settings:{number}', /not opened/],
    ['https://{number}/', /must not hold a placeholder/],
    ['https://{data}.example.com/', /must not hold a placeholder/],
    ['https://user:{data}@example.com/', /must not hold a placeholder/],
    ['https://user:secret@example.com/', /user name or password/],
    ['{number}', /no address/],
    ['{data}://example.com', /no address/],
    ['nonsense', /no address/],
    ['https://example.com/{nothing}', /no placeholder \{nothing\}/],
    ['https://example.com/{constructor}', /no placeholder/],
    ['http://crm.local/', /Plain http is not allowed for crm.local/],
    [`https://example.com/${'x'.repeat(3000)}`, /longer than/],
  ] as const)('%s is refused with words', ([template, words]) => {
    const filled = fill(template);
    expect(filled.kind === 'refused' && inEnglish(filled.reason)).toMatch(words);
  });

  test('goes over plain http to the hosts that were named, and to no other', () => {
    expect(fill('http://crm.local/{ref}', {}, ['crm.local'])).toMatchObject({ kind: 'url' });
    expect(fill('http://crm.local.evil.example/', {}, ['crm.local'])).toMatchObject({ kind: 'refused' });
  });

  test('says that there is nothing to call when the number is withheld', () => {
    expect(fill('tel:{e164}', { e164: null, number: null })).toMatchObject({ kind: 'refused' });
  });

  test('leads where the user wrote, whatever is in a call', () => {
    const call = { number: nasty, e164: nasty, ref: nasty, called: nasty, clickToCallData: nasty, recording: nasty };
    const all =
      'https://crm.example.com/a/{number}/{ref}?b={called}&c={data}&d={recording}&e={name}&f={digits}#g={e164}';
    const filled = fill(all, call, [], nasty);
    if (filled.kind !== 'url') throw new Error(filled.reason.kind);
    const url = new URL(filled.url);
    expect(url.origin).toBe('https://crm.example.com');
    expect(url.pathname).toBe(`/a/${encodeURIComponent(nasty)}/${encodeURIComponent(nasty)}`);
    expect([...url.searchParams.keys()]).toEqual(['b', 'c', 'd', 'e', 'f']);
    expect(url.searchParams.get('e')).toBe(nasty);
  });
});

test.for(hostileNames)('a name is no more than a value, whatever it holds: case %#', (name) => {
  const preview = fill('https://crm.example.com/s?q={name}&x={extension}', {}, [], name);
  const url = new URL(preview.kind === 'url' ? preview.url : 'about:blank');
  expect([url.host, url.pathname, [...url.searchParams.keys()]]).toEqual(['crm.example.com', '/s', ['q', 'x']]);
  expect(url.searchParams.get('q')).toBe(name.slice(0, 200).toWellFormed());
});
