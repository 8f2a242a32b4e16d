import { describe, expect, test } from 'vitest';

import type { CallRow, Party } from '../../shared/call.ts';
import type { Pop } from '../../shared/pop.ts';
import { ringingPop } from '../shell/ringingPop.ts';
import { serveCardStage, showCards } from '../support/cardStage.ts';
import { accessibilityFaults, keepPicture, openChromium } from '../support/chromiumPage.ts';

const chromium = openChromium();

const second = 1_000_000;
const someone = ringingPop.call.party;
const greek = { ...someone, name: 'Παπαχριστοδουλοπούλου-Κωνσταντινίδου Αικατερίνη', company: 'Ναυτιλιακή Α.Ε.' };
const arabic = { ...someone, name: 'عبد الرحمن بن عبد العزيز آل سعود' };
const withheld = { ...someone, number: null, e164: null, display: null, country: null };
const masked = { ...withheld, hidden: true };
const hostile = { ...someone, name: `<img src=x onerror=alert(1)>\u202E${'long '.repeat(2000)}` };

/** It has been ringing for some minutes: the clock takes more room than at the start. */
function pop(ref: string, party: Party, change: Partial<Pop> = {}, call: Partial<CallRow> = {}): Pop {
  const atUs = Math.floor(Date.now() / 1000) * second - 192 * second;
  const times = { startedAtUs: atUs, rangAtUs: atUs };
  return { ...ringingPop, ...change, call: { ...ringingPop.call, ...times, ref, party, ...call } };
}

const talking = { outcome: 'in-progress', reason: 'talking', answeredAtUs: Date.now() * 1000 - 192 * second } as const;
const over = (outcome: CallRow['outcome'], call: Partial<CallRow> = {}): Partial<CallRow> => ({
  outcome,
  reason: null,
  endedAtUs: Date.now() * 1000,
  ...call,
});

/** What there is to be known of a caller. */
const wellKnown: Pop['caller'] = {
  timeZone: 'Asia/Tokyo',
  lastTalk: { atUs: Date.now() * 1000 - 2 * 86_400 * second, talkUs: 252 * second, by: null },
  lastNote: 'Wants the blue one, but only if it comes before the end of the month',
  followUpSinceUs: Date.now() * 1000 - 7200 * second,
  callsToday: 3,
};

const stacks: Readonly<Record<string, readonly Pop[]>> = {
  'long-greek-name': [pop('a', greek, { caller: wellKnown }, { group: true })],
  'arabic-name': [pop('a', arabic, { caller: wellKnown })],
  withheld: [pop('a', withheld)],
  masked: [pop('a', masked)],
  hostile: [pop('a', hostile)],
  silenced: [pop('a', someone, { silenced: true })],
  five: [
    pop('a', someone, { caller: wellKnown }),
    ...[greek, arabic, withheld, hostile].map((party, nth) => pop(`b${nth}`, party, { caller: wellKnown })),
  ],
  'in-call': [
    pop('a', greek, { state: 'answered' }, talking),
    pop('b', arabic, { state: 'answered', note: 'wants the blue one' }, talking),
    pop('c', withheld, { state: 'answered' }, talking),
    pop('d', masked, { state: 'answered' }, talking),
  ],
  ended: [
    pop('a', greek, { state: 'ended', note: 'a note' }, over('answered', { talkUs: 252 * second })),
    pop('b', arabic, { state: 'ended' }, over('transferred', { talkUs: 42 * second })),
    pop('c', withheld, { state: 'ended' }, over('missed', { reason: 'caller-hung-up' })),
    pop('d', greek, { state: 'ended' }, over('missed', { reason: 'rang-out' })),
  ],
  elsewhere: [
    pop('a', arabic, { state: 'ended' }, over('answered-elsewhere', { answeredBy: '1003' })),
    pop('b', masked, { state: 'ended' }, over('answered-elsewhere')),
    pop('c', greek, { state: 'ended' }, over('picked-up', { answeredBy: '1004' })),
    pop('d', someone, { state: 'ended' }, over('declined')),
    pop('e', someone, { state: 'ended' }, over('unreachable', { reason: 'phone-offline' })),
  ],
};

/** As the window is, and as it is at twice the size where the screen has no room for more. */
const widths = { usual: 380, enlarged: 190 };

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['high contrast', { forcedColors: 'active' }],
] as const)('in %s', (look, wishes) => {
  test('every card can be read by everybody, fits its window and stands still where no motion is wanted', async () => {
    const page = await chromium.open(await serveCardStage(), { ...wishes, reducedMotion: 'reduce' });
    for (const [name, pops] of Object.entries(stacks)) {
      await showCards(page, pops);
      for (const [size, width] of Object.entries(widths)) {
        await page.setViewportSize({ width, height: 640 });
        await keepPicture(page, `card-${name}-${look.replace(' ', '-')}-${size}`);
        const faults = await page.evaluate(() => ({
          overflow: document.documentElement.scrollWidth - window.innerWidth,
          moving: document.getAnimations().length,
          buttonsInLines: [...document.querySelectorAll('.pop-slim')].filter((slim) => {
            const tops = [...slim.querySelectorAll('.button')].map((button) => button.getBoundingClientRect().top);
            return new Set(tops).size > 1;
          }).length,
        }));
        expect({ name, size, ...faults }).toEqual({ name, size, overflow: 0, moving: 0, buttonsInLines: 0 });
      }
      expect(await accessibilityFaults(page, 'part')).toEqual([]);
    }
  });
});
