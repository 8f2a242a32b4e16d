import type { CallerColumns, DayFacts, DayTotals } from '../statistics/dayTotals.ts';

/** Totals of days as the columns of their table spell them. */
export interface PackedDays {
  readonly facts: string;
  readonly rings: Buffer;
  readonly talks: Buffer;
  readonly callers: Buffer;
}

/** What a line of `callers` takes, in bytes. */
const lineBytes = 8 + 8 + 4 + 4 + 4;

export function packDays({ days, rings, talks, callers }: DayTotals): PackedDays {
  const { talkUs, newestUs, ids, calls, missed } = callers;
  return {
    facts: JSON.stringify(days),
    rings: bytesOf(rings),
    talks: bytesOf(talks),
    callers: Buffer.concat([talkUs, newestUs, ids, calls, missed].map(bytesOf)),
  };
}

export function unpackDays({ facts, rings, talks, callers }: PackedDays): DayTotals {
  return {
    days: JSON.parse(facts) as DayFacts[],
    rings: numbersOf(rings),
    talks: numbersOf(talks),
    callers: columnsOf(callers),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function numbersOf(bytes: Buffer): Uint32Array {
  const { buffer, byteOffset } = aligned(bytes);
  return new Uint32Array(buffer, byteOffset, bytes.length / 4);
}

function columnsOf(bytes: Buffer): CallerColumns {
  const { buffer, byteOffset } = aligned(bytes);
  const lines = bytes.length / lineBytes;
  const long = (before: number) => new Float64Array(buffer, byteOffset + before * lines, lines);
  const short = (before: number) => new Uint32Array(buffer, byteOffset + before * lines, lines);
  return { talkUs: long(0), newestUs: long(8), ids: short(16), calls: short(20), missed: short(24) };
}

/** Numbers of 64 bits have to begin at a multiple of 8 bytes, and nobody promises that of what SQLite gave. */
function aligned(bytes: Buffer): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
}
