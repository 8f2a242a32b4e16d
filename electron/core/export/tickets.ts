import { randomUUID } from 'node:crypto';

import type { Us } from '../../../shared/call.ts';
import type { ExportPart } from '../../../shared/exporting.ts';
import type { Clock } from '../ports.ts';

/** A piece of a file: its text, how many rows it holds, and how far the whole is then, from 0 to 1. */
export interface Piece {
  readonly text: string;
  readonly rows: number;
  readonly share: number;
}

/** Files in the making. A window asks for one part after the other: when it stops asking, nothing goes on. */
export interface Tickets {
  begin(pieces: Iterator<Piece, undefined>): string;
  /** Null for an id that is not, or no longer, known. */
  next(id: string): ExportPart | null;
  end(id: string): void;
}

/** A part ends with the piece that reaches so many characters, or takes so long: a ring in the middle must not wait. */
const partLength = 200_000;
const partUs: Us = 10_000;

/** Files that a window has forgotten are given up, the oldest first. */
const most = 8;

export function openTickets({ nowUs }: Pick<Clock, 'nowUs'>): Tickets {
  const open = new Map<string, { readonly pieces: Iterator<Piece, undefined>; rows: number }>();
  return {
    begin(pieces) {
      const [oldest] = open.keys();
      if (open.size >= most && oldest !== undefined) open.delete(oldest);
      const id = randomUUID();
      open.set(id, { pieces, rows: 0 });
      return id;
    },
    next(id) {
      const ticket = open.get(id);
      if (ticket === undefined) return null;
      const beganUs = nowUs();
      let text = '';
      let share = 0;
      while (text.length < partLength && nowUs() - beganUs < partUs) {
        const { value, done } = ticket.pieces.next();
        if (done === true) {
          open.delete(id);
          return { text, rows: ticket.rows, share: 1, isLast: true };
        }
        text += value.text;
        share = value.share;
        ticket.rows += value.rows;
      }
      return { text, rows: ticket.rows, share, isLast: false };
    },
    end: (id) => void open.delete(id),
  };
}
