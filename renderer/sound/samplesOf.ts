import type { Motif, Stroke, Timbre } from './motif.ts';

/** The loudest sample. */
const peak = 0.9;
/** Fading times after which nothing of a partial is heard any more. */
const longest = 9;
/** At the end of a round whatever still sounds is faded, for a cut would click. */
const lastMs = 30;

/** One round of a motif as samples from -1 to 1. It begins and ends in silence, so that rounds follow without a click. */
export function samplesOf(motif: Motif, sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round((motif.roundMs / 1000) * sampleRate));
  for (const stroke of motif.strokes) strike(samples, stroke, motif.timbre, sampleRate);
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const last = (lastMs / 1000) * sampleRate;
  return samples.map((sample, index) => (sample * peak * Math.min(1, (samples.length - 1 - index) / last)) / loudest);
}

function strike(samples: Float32Array, { atMs, hertz }: Stroke, timbre: Timbre, sampleRate: number): void {
  const start = Math.round((atMs / 1000) * sampleRate);
  for (const { ratio, level, fadeMs } of timbre.partials) {
    const fade = (fadeMs / 1000) * sampleRate;
    const attack = (timbre.attackMs / 1000) * sampleRate;
    const step = (2 * Math.PI * hertz * ratio) / sampleRate;
    const length = Math.min(samples.length - start, Math.round(fade * longest));
    for (let index = 0; index < length; index += 1) {
      const rise = index < attack ? Math.sin((Math.PI / 2) * (index / attack)) ** 2 : 1;
      const sample = level * rise * Math.exp(-index / fade) * Math.sin(step * index);
      samples[start + index] = (samples[start + index] ?? 0) + sample;
    }
  }
}
