import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { causeKind, knownCauses } from '../../../electron/core/calls/causes.ts';
import type { CallEvent } from '../../../electron/core/calls/event.ts';
import type { reduce as Reduce } from '../../../electron/core/calls/reduce.ts';
import { beginUs, domain } from '../../support/pbx/leg.ts';
import { plot, withLosses, crowdedOffice } from '../../support/pbx/office.ts';
import { me } from '../../support/pbx/people.ts';
import type { Row } from '../../support/pbx/truth.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { sheet } from './outcomeSheet.ts';

/**
 * Would the tests notice a broken rule? The rules are copied and broken one at a time, and each copy is asked about the
 * same stories: at least one has to come out otherwise than it really was.
 */
const mutations: readonly [rule: string, file: string, from: string, to: string][] = [
  ['a talk decides first', 'outcome.ts', 'if (talked !== null) {', 'if (talked !== null && taker !== null) {'],
  ['how a talk ended counts', 'outcome.ts', "ending(causeKind(talked.cause), 'talked')", "ending('other', 'talked')"],
  ['my phone is who answered', 'outcome.ts', 'talked.dialedUser ?? talked.recipient', 'talked.caller'],
  ['a colleague who answers has it', 'outcome.ts', 'if (taker !== null) return', 'if (taker === mine[0]) return'],
  ['a ring tells declined from busy', 'outcome.ts', "rang ? 'rang' :", "rang ? 'quiet' :"],
  ['no ring tells busy from declined', 'outcome.ts', "failed === null ? 'quiet' : 'unreached'", "'rang'"],
  ['a failed call reached no phone', 'outcome.ts', "failed === null ? 'quiet' : 'unreached'", "'quiet'"],
  ['calls I make have endings of their own', 'outcome.ts', "direction === 'out' ? 'called' :", ''],
  [
    'a reason says more than a cause',
    'outcome.ts',
    "reason === 'other' ? causeKind(cause) : reason",
    'causeKind(cause)',
  ],
  [
    'a queue or menu on the first leg is nobody',
    'outcome.ts',
    'leg.role === null && !leg.first &&',
    'leg.role === null &&',
  ],
  [
    'who had it before me did not take it',
    'outcome.ts',
    'rangMeAtUs === null || (answeredAtUs ?? 0) >= rangMeAtUs',
    'true',
  ],
  ['the last ring decides', 'outcome.ts', 'when(leg) > when(last) ||', 'when(leg) < when(last) ||'],
  ['what goes on is in progress', 'outcome.ts', 'if (!over) return', 'if (over === mine.includes(mine[0])) return'],
  [
    'a phone that rings me is mine',
    'legs.ts',
    'isMe(me, leg.dialedUser, leg.domain)',
    'isMe(me, leg.caller, leg.domain)',
  ],
  ['a call I make is mine', 'legs.ts', "if (isMe(me, leg.ani, leg.domain)) return 'caller';", ''],
  [
    'an unnamed phone is mine by its recipient',
    'legs.ts',
    "isMe(me, leg.recipient, leg.domain) ? 'recipient'",
    "isMe(me, leg.caller, leg.domain) ? 'recipient'",
  ],
  ['the end has the cause', 'legs.ts', "own.find((event) => event.action === 'hangup') ??", ''],
  ['in or out by who rings', 'reduce.ts', "ringingLegs(mine).length > 0 ? 'in' : 'out'", "'in'"],
  ['click-to-call is mine to make', 'reduce.ts', "if (clickToCall) return 'out';", ''],
  [
    'my own line says nothing of the far side',
    'reduce.ts',
    'const phones = candidates.filter((leg) => !leg.first);\n',
    'const phones = candidates;\n',
  ],
  [
    'the line a colleague calls me on is no phone',
    'reduce.ts',
    'if (named.length > 0) return named;',
    'if (named.length > 0) return legs.filter((leg) => leg.role !== null);',
  ],
  ['phones that ring at once ring once', 'windows.ts', 'window.fromUs > last.toUs', 'window.fromUs > last.fromUs'],
  ['apart they ring apart', 'windows.ts', 'window.fromUs > last.toUs', 'false'],
  ['a ring ends with the answer', 'reduce.ts', 'callEndedAtUs, answeredAfter(far, leg.rangAtUs)', 'callEndedAtUs'],
  ['my talk ends where I step out', 'transfer.ts', '{ ...leg, endedAtUs: leftAtUs, cause: line.cause }', 'leg'],
  ['who had it hands it over', 'transfer.ts', 'if (had !== undefined) return had.dialedUser;', ''],
  ['who asks hands it over', 'transfer.ts', 'return isExtension(colleague) ? colleague : null;', 'return null;'],
  ['where I handed it to', 'transfer.ts', 'began(leg) >= leftAtUs - transferUs', 'began(leg) < leftAtUs - transferUs'],
  ['withheld words name nobody', 'party.ts', "'anonymous', 'restricted'", "'nobody'"],
];

const seed = 1;
const identity = [{ extension: me, domain }];
const stories = [
  ...fc.sample(
    plot.map((play) => play({ name: 'call', startUs: beginUs })),
    { numRuns: 800, seed },
  ),
  ...fc.sample(withLosses(crowdedOffice), { numRuns: 100, seed }).map(({ rows, sent, lost }) => ({
    sent,
    rows: rows.filter(({ toldBy }) => toldBy.every((channel) => !lost.has(channel))),
  })),
];

describe('the tests notice when a rule is broken:', () => {
  test('none is broken to begin with', async () => {
    expect(await wrongStories(['', 'outcome.ts', '', ''])).toEqual([]);
  });

  test.for(mutations)('%s', async (mutation) => {
    expect(await wrongStories(mutation)).not.toEqual([]);
  });

  test('every cell of the table of outcomes is on the sheet', () => {
    expect(new Set(sheet.map(([cause]) => causeKind(cause)))).toEqual(new Set(knownCauses.map(causeKind)));
  });
});

/** The first story that rules broken like this tell wrongly. */
async function wrongStories([, file, from, to]: (typeof mutations)[number]): Promise<Row[]> {
  const reduce = await brokenRules(file, from, to);
  for (const { sent, rows } of stories) {
    const byRef = Map.groupBy(
      sent.map(({ event }) => event),
      (event: CallEvent) => event.ref,
    );
    const wrong = rows.find((row) => {
      if (row.refs.length > 1) return false;
      const reduced = reduce(byRef.get(row.refs[0]) ?? [], identity);
      return (
        reduced.kind === 'stranger' ||
        JSON.stringify(told(reduced.call)) !== JSON.stringify(truth(row)) ||
        isLostOnTheWay(reduced.call, row)
      );
    });
    if (wrong !== undefined) return [wrong];
  }
  return [];
}

async function brokenRules(file: string, from: string, to: string): Promise<typeof Reduce> {
  const root = join(import.meta.dirname, '../../..');
  const copy = tempFolder();
  for (const folder of ['shared', 'electron/core/calls'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  const path = join(copy, 'electron/core/calls', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} no longer says ${from}`);
  writeFileSync(path, text.replace(from, to));
  const rules = (await import(/* @vite-ignore */ join(copy, 'electron/core/calls/reduce.ts'))) as {
    reduce: typeof Reduce;
  };
  return rules.reduce;
}

function told({ direction, outcome, reason, person, answeredBy, ringUs, talkUs, offers, cameFrom }: Told) {
  return [direction, outcome, reason, person?.split('@')[0] ?? null, answeredBy, ringUs, talkUs, offers, cameFrom];
}

/** Where a call of its own tells where I handed it over to, this one need not. */
function isLostOnTheWay(call: Told, row: Row): boolean {
  return row.toldBy.length === 1 && call.transferredTo !== row.transferredTo;
}

type Told = Extract<ReturnType<typeof Reduce>, { kind: 'mine' }>['call'];

function truth({ direction, outcome, reason, party, answeredBy, ringMs, talkMs, offers, cameFrom }: Row) {
  const us = (ms: number | null) => (ms === null ? null : ms * 1000);
  return [direction, outcome, reason, party, answeredBy, us(ringMs), us(talkMs), offers, cameFrom];
}
