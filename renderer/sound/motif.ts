import type { Settings } from '../../shared/settings.ts';

/** One stroke of an instrument. */
export interface Stroke {
  readonly atMs: number;
  readonly hertz: number;
}

/** What a struck body sounds like: each partial is a multiple of the pitch, a level, and the time it takes to fade. */
export interface Timbre {
  readonly attackMs: number;
  readonly partials: readonly { readonly ratio: number; readonly level: number; readonly fadeMs: number }[];
}

/** A short tune and the pause behind it, to be played over and over. */
export interface Motif {
  readonly timbre: Timbre;
  readonly strokes: readonly Stroke[];
  /** From the beginning of one round to that of the next. */
  readonly roundMs: number;
}

/** The usual motif, or the one for somebody who waits for a call back: brighter, and struck twice. */
export type MotifName = 'usual' | 'awaited';

const bell: Timbre = {
  attackMs: 4,
  partials: [
    { ratio: 1, level: 1, fadeMs: 420 },
    { ratio: 2, level: 0.45, fadeMs: 300 },
    { ratio: 3.01, level: 0.22, fadeMs: 190 },
    { ratio: 4.17, level: 0.1, fadeMs: 110 },
    { ratio: 5.43, level: 0.05, fadeMs: 60 },
  ],
};

const marimba: Timbre = {
  attackMs: 3,
  partials: [
    { ratio: 1, level: 1, fadeMs: 190 },
    { ratio: 3.93, level: 0.2, fadeMs: 60 },
    { ratio: 9.5, level: 0.05, fadeMs: 20 },
  ],
};

const [c5, e5, g5, c6, e6, g6] = [523.25, 659.26, 783.99, 1046.5, 1318.51, 1567.98];

/** About a second of sound and two of silence, as phones have taught everybody. */
const motifs: Record<Settings['tone'], Record<MotifName, Motif>> = {
  bell: {
    usual: { timbre: bell, strokes: strokes(0, 240, [g5, e5, g5, e5]), roundMs: 3200 },
    awaited: {
      timbre: bell,
      strokes: [...strokes(0, 120, [c6, e6, g6]), ...strokes(560, 120, [c6, e6, g6])],
      roundMs: 3200,
    },
  },
  marimba: {
    usual: { timbre: marimba, strokes: strokes(0, 160, [c5, g5, e5, c6, g5]), roundMs: 2800 },
    awaited: {
      timbre: marimba,
      strokes: [...strokes(0, 110, [g5, c6, e6]), ...strokes(520, 110, [g5, c6, e6])],
      roundMs: 2800,
    },
  },
};

export function motifOf(tone: Settings['tone'], name: MotifName): Motif {
  return motifs[tone][name];
}

function strokes(firstMs: number, stepMs: number, pitches: readonly number[]): readonly Stroke[] {
  return pitches.map((hertz, index) => ({ atMs: firstMs + index * stepMs, hertz }));
}
