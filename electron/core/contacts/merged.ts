import { writeNumber } from '../numbers/write.ts';
import type { ContactFacts } from '../store/contactTable.ts';

/**
 * One contact out of two. What the first one says stays; the other fills in what is missing, adds its numbers, and its
 * note follows where it says something else.
 */
export function merged(first: ContactFacts, other: ContactFacts): ContactFacts {
  const keys = new Set(first.numbers.map(({ key }) => key));
  const labels = new Map(other.numbers.map(({ key, label }) => [key, label]));
  return {
    name: isNumber(first) ? other.name : first.name,
    company: first.company ?? other.company,
    email: first.email ?? other.email,
    note: joined(first.note, other.note),
    numbers: [
      ...first.numbers.map(({ key, label }) => ({ key, label: label ?? labels.get(key) ?? null })),
      ...other.numbers.filter(({ key }) => !keys.has(key)),
    ],
  };
}

/** It has no name: it goes by one of its numbers. */
function isNumber({ name, numbers }: ContactFacts): boolean {
  return numbers.some(({ key }) => name === key || name === writeNumber(key).display);
}

function joined(first: string | null, other: string | null): string | null {
  if (first === null || other === null) return first ?? other;
  return first.includes(other) ? first : `${first}\n\n${other}`;
}

/** Whether they say the same. */
export function isSame(one: ContactFacts, other: ContactFacts): boolean {
  return (
    one.name === other.name &&
    one.company === other.company &&
    one.email === other.email &&
    one.note === other.note &&
    one.numbers.length === other.numbers.length &&
    one.numbers.every(({ key, label }, at) => key === other.numbers[at]?.key && label === other.numbers[at].label)
  );
}
