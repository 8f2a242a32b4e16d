import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';

import type { FollowUp } from '../../shared/call.ts';

interface People {
  readonly people: readonly FollowUp[];
  /** The call that is open beside the list, by ref. */
  readonly open: string | null;
  readonly settle: (person: FollowUp) => void;
  readonly undo: () => void;
}

/** Where the keyboard goes once the list has changed. */
type Next =
  /** To whoever comes after a person who was settled. */
  | { readonly kind: 'after'; readonly ref: string; readonly index: number }
  /** To a person who comes back. */
  | { readonly kind: 'back'; readonly ref: string };

/** Arrows from person to person, `s` to settle, `u` or Ctrl+Z to undo; Enter follows the link under the keyboard. */
export function usePeopleKeys({ people, open, settle, undo }: People) {
  const area = useRef<HTMLDivElement>(null);
  const next = useRef<Next | null>(null);

  /** Keeps the keyboard in the list when the person that has it leaves, or comes back. */
  function comeBackTo(refs: readonly string[]) {
    next.current = { kind: 'back', ref: refs[0] ?? '' };
  }
  function goOnAfter(person: FollowUp) {
    next.current = { kind: 'after', ref: person.calls[0]?.ref ?? '', index: people.indexOf(person) };
  }

  useLayoutEffect(() => {
    if (next.current === null || !mayTakeFocus(area.current)) return;
    const { kind, ref } = next.current;
    const index = indexOf(people, ref);
    if (kind === 'after' ? index >= 0 : index < 0) return;
    const links = linksIn(area.current);
    const link = links[kind === 'after' ? Math.min(next.current.index, links.length - 1) : index];
    // With nobody left it is the way back, which shows up once the core has answered.
    const target = link ?? area.current?.querySelector<HTMLElement>('[data-undo]');
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
    if (hasModifier ? key === 'z' && !event.shiftKey : key === 'u') {
      event.preventDefault();
      undo();
      return;
    }
    if (hasModifier || event.altKey) return;
    const here = personAt(area.current, event.target);
    const moves: Record<string, number> = { arrowdown: here + 1, arrowup: here - 1, home: 0, end: people.length - 1 };
    const to = moves[key];
    const person = people[here];
    if (to !== undefined) linksIn(area.current)[Math.max(0, to)]?.focus();
    else if (key === 's' && person) settle(person);
    else return;
    event.preventDefault();
  }

  return { area, onKeyDown, goOnAfter, comeBackTo };
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

/** Whoever has gone elsewhere with the keyboard meanwhile stays there. */
function mayTakeFocus(area: HTMLElement | null): boolean {
  const { activeElement, body } = document;
  return activeElement === body || area?.contains(activeElement) === true;
}
