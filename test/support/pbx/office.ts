import * as fc from 'fast-check';

import { beginUs, type Sent } from './leg.ts';
import { direct } from './plots/direct.ts';
import { groups } from './plots/groups.ts';
import { internal } from './plots/internal.ts';
import { outbound } from './plots/outbound.ts';
import { queue } from './plots/queue.ts';
import { transfers } from './plots/transfers.ts';
import { sentLine } from './sentLine.ts';
import type { Contact, Plot, Row } from './truth.ts';

/** A stretch of an office's day: what the PBX sends, what got lost of it, and what is true. */
export interface Office {
  /** In the order of sending. */
  readonly sent: readonly Sent[];
  readonly rows: readonly Row[];
  readonly contacts: readonly Contact[];
  /** The channels whose hang-ups were never sent. */
  readonly lost: ReadonlySet<string>;
  /** What a failing property shows of it. */
  [fc.toStringMethod](): string;
}

export const plot = fc.oneof(direct, groups, queue, outbound, internal, transfers);

/** No story lasts longer. */
const longestMs = 240_000;

/** Stories one after another, far enough apart that what the log makes of each is beyond doubt. */
export const quietOffice = fc
  .array(fc.tuple(plot, fc.nat(60_000)), { minLength: 1, maxLength: 4 })
  .map((plots) => play(plots.map(([story, ms], index) => ({ story, ms: index * (longestMs + 120_000) + ms }))));

/** Stories that all happen at once, some of one customer on two lines. */
export const crowdedOffice = fc
  .array(fc.tuple(plot, fc.nat(60_000)), { minLength: 1, maxLength: 5 })
  .map((plots) => play(plots.map(([story, ms]) => ({ story, ms }))))
  .filter(hasOneTransferAtATime);

/** Nobody hands over two calls at once, and no event would say which one went where. */
function hasOneTransferAtATime({ sent }: Office): boolean {
  const handed = sent.filter(({ event }) => event.cause?.endsWith('_TRANSFER'));
  return handed.every(({ atUs, event }, index) => {
    const before = handed[index - 1];
    const isSame = before === undefined || storyOf(before) === storyOf({ event });
    return isSame || atUs - before.atUs > 10_000_000;
  });
}

/** Both calls of an attended transfer belong to one story. */
function storyOf({ event }: Pick<Sent, 'event'>): string {
  return event.ref.replace('-asks', '');
}

/** The same with some hang-ups lost: about one in twenty-five. */
export function withLosses(offices: fc.Arbitrary<Office>): fc.Arbitrary<Office> {
  return fc.tuple(offices, fc.array(fc.nat(30), { maxLength: 2 })).map(([office, nths]) => {
    const hangups = office.sent.filter(({ event }) => event.action === 'hangup').map(({ event }) => event.channel);
    const lost = new Set(nths.flatMap((nth) => hangups[nth] ?? []));
    const sent = office.sent.filter(({ event }) => !(event.action === 'hangup' && lost.has(event.channel)));
    return readable({ ...office, sent, lost });
  });
}

function play(plots: readonly { readonly story: Plot; readonly ms: number }[]): Office {
  const played = plots.map(({ story, ms }, index) => story({ name: `call-${index}`, startUs: beginUs + ms * 1000 }));
  return readable({
    sent: played.flatMap(({ sent }) => sent).toSorted((a, b) => a.atUs - b.atUs),
    rows: played.flatMap(({ rows }) => rows),
    contacts: played.flatMap(({ contacts }) => contacts),
    lost: new Set(),
  });
}

function readable(office: Omit<Office, typeof fc.toStringMethod>): Office {
  const { sent, rows, contacts, lost } = office;
  const truth = [...rows, ...contacts, { lost: [...lost] }].map((fact) => `\n${JSON.stringify(fact)}`);
  return {
    ...office,
    [fc.toStringMethod]: () => `${sent.map((one) => sentLine(one, beginUs)).join('')}${truth.join('')}`,
  };
}
