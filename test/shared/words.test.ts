import { expect, test } from 'vitest';

import { catalogues } from '../../shared/words/catalogues.ts';
import { el } from '../../shared/words/el.ts';
import { en } from '../../shared/words/en.ts';
import { languageOf, localeOf } from '../../shared/words/language.ts';
import { reachEl } from '../../shared/words/reachEl.ts';
import { reachEn } from '../../shared/words/reachEn.ts';
import { blanksOf, isPlain, messagesOf } from '../support/messages.ts';

/** With those of the views that bring words along. */
const inEnglish = { ...en, ...reachEn };
const inGreek = { ...el, ...reachEl };
const all = { ...catalogues, 'English, with all views': inEnglish, 'Greek, with all views': inGreek };

const english = new Map(messagesOf(inEnglish));

/** The same in every language. */
const namesOfThings = new Set([
  'Ringside',
  'Ringside {version}',
  '☎ {party} – Ringside',
  'English',
  'Ελληνικά',
  'Ctrl+Shift+H',
  'npm run simulate',
  'E-mail',
  'JSON',
  'CSV',
  'vCard',
  'Outlook',
  'Google',
  'iCloud',
  'Thunderbird',
  'https://crm.example.com/search?q={digits}',
  'https://hooks.example.com',
  'hooks.example.com',
  'example.ngrok.app',
  '/usr/local/bin/cloudflared',
  'ngrok',
  '{ms, number} ms',
  '{count, plural, one {# byte} other {# bytes}}',
]);

test.each(Object.entries(all))('every message can be read: %s', (_language, words) => {
  for (const [path, message] of messagesOf(words))
    expect(() => blanksOf(message), `${path} is not readable`).not.toThrow();
});

test('a message is given the same values and tags in every language', () => {
  const blanks = messagesOf(inGreek).map(([path, message]) => [path, blanksOf(message)]);
  const blanksInEnglish = [...english].map(([path, message]) => [path, blanksOf(message)]);
  expect(Object.fromEntries(blanks)).toEqual(Object.fromEntries(blanksInEnglish));
});

test('nothing in Greek was left in English', () => {
  const left = messagesOf(inGreek).filter(([path, message]) => english.get(path) === message && hasWords(message));
  expect(left.map(([, message]) => message).filter((message) => !namesOfThings.has(message))).toEqual([]);
});

test('what is filled without a formatter holds plain placeholders alone', () => {
  for (const words of Object.values(catalogues)) {
    const { notification, shell, why, listener, outcome, party, refusals, settingFaults } = words;
    const messages = messagesOf({ notification, shell, why, listener, outcome, party, refusals, settingFaults });
    expect(messages.filter(([, message]) => !isPlain(message))).toEqual([]);
  }
});

test('the language is the chosen one, or the system’s, or English', () => {
  expect(languageOf('el', 'en-US')).toBe('el');
  expect(languageOf('en', 'el-CY')).toBe('en');
  expect(languageOf('system', 'el-CY')).toBe('el');
  expect(languageOf('system', 'en-AU')).toBe('en');
  expect(languageOf('system', 'de-DE')).toBe('en');
});

test('dates and numbers are those of the system where it speaks the language', () => {
  expect(localeOf('el', 'el-CY')).toBe('el-CY');
  expect(localeOf('en', 'en-AU')).toBe('en-AU');
});

test('another language than the system’s counts the hours as the system does', () => {
  const noonAndTwo = Date.UTC(2026, 0, 1, 14, 5);
  const timeIn = (locale: string) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(noonAndTwo);
  expect(timeIn(localeOf('el', 'en-GB'))).toBe('14:05');
  expect(timeIn(localeOf('el', 'en-US'))).toMatch(/^02:05\sμ\.μ\.$/);
  expect(timeIn(localeOf('en', 'el-GR'))).toMatch(/^02:05\spm$/);
});

/** Whether anything is left to be read when the placeholders and tags are taken away. */
function hasWords(message: string): boolean {
  return /\p{L}/u.test(message.replace(/\{[^{}]*\}|<[^>]*>/g, ''));
}
