import { describe, expect, it } from 'vitest';

import { motifOf } from '../../renderer/sound/motif.ts';
import { samplesOf } from '../../renderer/sound/samplesOf.ts';
import { soundOf } from '../../renderer/sound/soundOf.ts';
import type { Pop } from '../../shared/pop.ts';
import { callRow, ringingCall } from './support/calls.ts';
import { popOf } from './support/pops.ts';

const settings = { tone: 'bell', volume: 0.5 } as const;
const usual = { tone: 'bell', motif: 'usual', volume: 0.5 };
const awaited = popOf(ringingCall(1), { caller: { ...popOf().caller, followUpSinceUs: 1 } });

describe('what should sound', () => {
  const cases: readonly (readonly [string, readonly Pop[], object | null])[] = [
    ['nothing while nothing rings', [], null],
    ['the usual motif while a call rings', [popOf()], usual],
    ['one motif for several calls', [popOf(), popOf()], usual],
    ['a motif of its own for somebody who waits for a call back', [popOf(), awaited], { ...usual, motif: 'awaited' }],
    [
      'nothing for a call that is not to be heard',
      [popOf(ringingCall(1), { ways: { ...popOf().ways, sound: false } })],
      null,
    ],
    ['nothing for a call that was silenced', [{ ...awaited, silenced: true }], null],
    ['the others go on when one was silenced', [{ ...awaited, silenced: true }, popOf()], usual],
    ['nothing once it was answered', [popOf(ringingCall(9), { state: 'answered' })], null],
    ['nothing once it is over', [popOf(callRow(), { state: 'ended' }), popOf(callRow(), { state: 'missed' })], null],
  ];
  it.each(cases)('%s', (_name, pops, sound) => {
    expect(soundOf(pops, settings)).toEqual(sound);
  });

  it('nothing where the volume is none', () => {
    expect(soundOf([popOf()], { ...settings, volume: 0 })).toBeNull();
  });
});

describe.each([
  ['bell', 'usual'],
  ['bell', 'awaited'],
  ['marimba', 'usual'],
  ['marimba', 'awaited'],
] as const)('the %s, %s', (tone, name) => {
  const rate = 24_000;
  const samples = samplesOf(motifOf(tone, name), rate);

  it('is loud without ever leaving the range', () => {
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(loudest).toBeCloseTo(0.9, 5);
  });

  it('begins and ends in silence, so that round follows round without a click', () => {
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(1e-6);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(1e-6);
    const first = samples.slice(0, rate / 1000);
    expect(first.every((sample) => Math.abs(sample) < 0.5)).toBe(true);
  });

  it('rests for at least a second in each round, as a phone does', () => {
    const rest = samples.slice(-rate);
    expect(rest.every((sample) => Math.abs(sample) < 0.15)).toBe(true);
  });
});

it('sounds brighter for somebody who waits', () => {
  for (const tone of ['bell', 'marimba'] as const) {
    const mean = (name: 'usual' | 'awaited') => {
      const { strokes } = motifOf(tone, name);
      return strokes.reduce((sum, { hertz }) => sum + hertz, 0) / strokes.length;
    };
    expect(mean('awaited')).toBeGreaterThan(mean('usual'));
  }
});
