import { expect, test } from 'vitest';

import { notificationWords as wordsIn } from '../../electron/shell/notificationWords.ts';
import type { CallRow, Party } from '../../shared/call.ts';
import type { Pop } from '../../shared/pop.ts';
import { el } from '../../shared/words/el.ts';
import { en } from '../../shared/words/en.ts';
import { hostileNames, ringingPop } from './ringingPop.ts';

const notificationWords = (told: Pop) => wordsIn(told, en.notification);

function pop(changes: Partial<Omit<CallRow, 'party'>> & { party?: Partial<Party> }): Pop {
  const { call } = ringingPop;
  return { ...ringingPop, call: { ...call, ...changes, party: { ...call.party, ...changes.party } } };
}

test('a notification says who calls, which number they dialled and which extension rings', () => {
  expect(notificationWords(ringingPop)).toEqual({
    title: '+357 99 123456 is calling',
    body: 'Called +44 20 3504 0000, extension 1002',
  });
});

test('a notification speaks the language of the settings', () => {
  expect(wordsIn(ringingPop, el.notification).title).toBe('Καλεί: +357 99 123456');
});

test('a caller with a name is named, and the number moves below', () => {
  expect(notificationWords(pop({ party: { name: 'Eleni Georgiou' } }))).toEqual({
    title: 'Eleni Georgiou is calling',
    body: '+357 99 123456\nCalled +44 20 3504 0000, extension 1002',
  });
});

test('a withheld number is called that', () => {
  const party = { number: null, e164: null, display: null, country: null };
  expect(notificationWords(pop({ party })).title).toBe('Withheld number is calling');
});

test('a missed call is told as one', () => {
  expect(notificationWords({ ...ringingPop, state: 'missed' }).title).toBe('Missed call from +357 99 123456');
  const party = { number: null, e164: null, display: null, country: null };
  expect(notificationWords({ ...pop({ party }), state: 'missed' }).title).toBe('Missed call from a withheld number');
});

test('the extension is not named twice when it was dialled directly', () => {
  expect(notificationWords(pop({ called: '1002', calledDisplay: '1002' })).body).toBe('Extension 1002');
});

test('a caller cannot put markup or a placeholder into the words', () => {
  const party = { name: '{extension}', display: '<img src="//x">&{called}' };
  expect(notificationWords(pop({ party }))).toEqual({
    title: '{extension} is calling',
    body: 'img src="//x"{called}\nCalled +44 20 3504 0000, extension 1002',
  });
});

test('a caller whose name is hidden is somebody, and not withheld', () => {
  const party = {
    number: null,
    e164: null,
    display: null,
    name: null,
    company: null,
    contactId: null,
    country: null,
    hidden: true,
  };
  const masked = { ...ringingPop, call: { ...ringingPop.call, party } };
  expect(notificationWords(masked).title).toBe('Somebody is calling');
  expect(notificationWords({ ...masked, state: 'missed' }).title).toBe('Missed call from Somebody');
});

test.for(hostileNames)('a name cannot make more of a notification than its name: case %#', (name) => {
  const { title, body } = notificationWords(pop({ party: { name, display: name } }));
  expect(title).toMatch(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]{1,100} is calling$/u);
  expect(title.isWellFormed()).toBe(true);
  expect(body).toMatch(/^[^<>&\n]{0,100}\nCalled \+44 20 3504 0000, extension 1002$/);
});

test('braces in a name are not filled in', () => {
  expect(notificationWords(pop({ party: { name: '{extension}' } })).title).toBe('{extension} is calling');
});
