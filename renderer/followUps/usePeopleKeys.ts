import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';

import type { FollowUp, Us } from '../../shared/call.ts';
import type { Done } from './useDoneToast.ts';

interface People {
  readonly people: readonly FollowUp[];
  /** The call that is open beside the list, by ref. */
  readonly open: string | null;
  readonly settle: (person: FollowUp) => void;
  readonly snooze: (person: FollowUp) => void;
  readonly callBack: (person: FollowUp) => void;
}

/** Where the keyboard goes once the list has changed. */
type Next =
  /** To whoever comes after a person who is done with, or is put off. */
  | { readonly kind: 'after'; readonly ref: string; readonly index: number; readonly snoozedUntilUs: Us | null }
  /** To a person who comes back. */
  | { readonly kind: 'back'; readonly done: Done };

/** Arrows from person to person, a letter for what to do about them; Enter follows the link under the keyboard. */
export function usePeopleKeys({ people, open, settle, snooze, callBack }: People) {
  const area = useRef<HTMLDivElement>(null);
  const next = useRef<Next | null>(null);

  /** Keeps the keyboard in the list when the person that has it leaves, or comes back. */
  function comeBackTo(done: Done) {
    next.current = { kind: 'back', done };
  }
  function goOnAfter(person: FollowUp) {
    const { calls, snoozedUntilUs } = person;
    next.current = { kind: 'after', ref: calls[0]?.ref ?? '', index: people.indexOf(person), snoozedUntilUs };
  }

  useLayoutEffect(() => {
    if (next.current === null || !mayTakeFocus(area.current)) return;
    const index = nextIndex(people, next.current);
    if (index === null) return;
    const links = linksIn(area.current);
    // With nobody left it is the way back, which shows up once the core has answered.
    const target =
      links[Math.min(index, links.length - 1)] ?? document.querySelector<HTMLElement>('.toast [data-undo]');
    target?.focus();
    if (target) next.current = null;
  });

  const lastOpen = useRef(open);
  useLayoutEffect(() => {
    if (open === null && lastOpen.current !== null) {
      const links = linksIn(area.current);
      (links[indexOf(people, lastOpen.current)] ?? links[0])?.focus();
    }
    lastOpen.current = open;
  }, [open, people]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement) return;
    const hasModifier = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (hasModifier || event.altKey) return;
    const here = personAt(area.current, event.target);
    const moves: Record<string, number> = { arrowdown: here + 1, arrowup: here - 1, home: 0, end: people.length - 1 };
    const to = moves[key];
    const person = people[here];
    if (to !== undefined) linksIn(area.current)[Math.max(0, to)]?.focus();
    else if (key === 's' && person) settle(person);
    else if (key === 'z' && person) snooze(person);
    else if (key === 'c' && person && !event.repeat) callBack(person);
    else return;
    event.preventDefault();
  }

  return { area, onKeyDown, goOnAfter, comeBackTo };
}

/** The index of whoever the keyboard goes to; null while the list has not changed yet. */
function nextIndex(people: readonly FollowUp[], next: Next): number | null {
  if (next.kind === 'back') {
    const index = indexOf(people, next.done.refs[0] ?? '');
    const person = people[index];
    const isBack = next.done.kind === 'settled' || person?.snoozedUntilUs === next.done.beforeUs;
    return person && isBack ? index : null;
  }
  const person = people[indexOf(people, next.ref)];
  return person?.snoozedUntilUs === next.snoozedUntilUs ? null : next.index;
}

function indexOf(people: readonly FollowUp[], ref: string): number {
  return people.findIndex((person) => person.calls.some((call) => call.ref === ref));
}

function linksIn(area: HTMLElement | null): readonly HTMLElement[] {
  return [...(area?.querySelectorAll<HTMLElement>('.person-name a') ?? [])];
}

/** The index of the person whose part of the list something is in; -1 outside of the list. */
function personAt(area: HTMLElement | null, target: EventTarget): number {
  const line = target instanceof Element ? target.closest('.person') : null;
  return [...(area?.querySelectorAll('.person') ?? [])].findIndex((one) => one === line);
}

/** Whoever has gone elsewhere with the keyboard meanwhile stays there; to the way back it goes from here alone. */
function mayTakeFocus(area: HTMLElement | null): boolean {
  const { activeElement, body } = document;
  return activeElement === body || area?.contains(activeElement) === true || activeElement?.closest('.toast') !== null;
}
