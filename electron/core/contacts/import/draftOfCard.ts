import type { ContactDraft } from '../../../../shared/contact.ts';
import { components, type ContentLine, unescaped } from './contentLine.ts';

/** Types that say nothing about what kind of phone it is. */
const noise = new Set(['', 'voice', 'pref', 'text', 'msg', 'video', 'textphone', 'internet', 'uri', 'other']);
const words = new Map([
  ['cell', 'mobile'],
  ['pcs', 'mobile'],
]);

/** The contact that a card describes. */
export function draftOfCard(properties: readonly ContentLine[]): ContactDraft {
  const values = (name: string) =>
    properties.filter((property) => property.name === name).map(({ value }) => unescaped(value).trim());
  const labels = new Map(
    properties.filter(({ name }) => name === 'x-ablabel').map(({ group, value }) => [group, appleLabel(value)]),
  );
  const full = values('fn').find((name) => name !== '') ?? '';
  const numbers = properties
    .filter(({ name }) => name === 'tel')
    .map(({ group, types, value }) => ({ number: unescaped(value), label: labels.get(group) ?? typeLabel(types) }));
  const notes = values('note').filter((note) => note !== '');
  return {
    name: full === '' ? (nameOf(properties) ?? values('nickname')[0] ?? '') : full,
    company: parts(properties, 'org').find((part) => part !== '') ?? null,
    email: values('email').find((email) => email !== '') ?? null,
    note: notes.length === 0 ? null : notes.join('\n'),
    numbers: numbers.filter(({ number }) => number.trim() !== ''),
  };
}

function parts(properties: readonly ContentLine[], name: string): string[] {
  return components(properties.find((property) => property.name === name)?.value ?? '');
}

/** `N:family;given;additional;…` */
function nameOf(properties: readonly ContentLine[]): string | null {
  const [family = '', given = '', additional = ''] = parts(properties, 'n');
  const name = [given, additional, family].filter((part) => part !== '').join(' ');
  return name === '' ? null : name;
}

/** Apple's own words are wrapped up: `_$!<Mobile>!$_`. */
function appleLabel(value: string): string {
  return unescaped(value)
    .trim()
    .replace(/^_\$!<(.*)>!\$_$/, '$1');
}

function typeLabel(types: readonly string[]): string | null {
  const known = types.filter((type) => !noise.has(type) && !type.includes('('));
  if (known.includes('iphone')) return 'iPhone';
  const text = [...new Set(known.map((type) => words.get(type) ?? type.replace(/^x-/, '')))].join(' ');
  return text === '' ? null : text.charAt(0).toUpperCase() + text.slice(1);
}
