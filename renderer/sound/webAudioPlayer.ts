import { motifOf } from './motif.ts';
import type { Player } from './player.ts';
import { samplesOf } from './samplesOf.ts';
import type { Sound } from './soundOf.ts';

/** Enough for the brightest partial. */
const sampleRate = 24_000;
/** Time constant in which a sound that is stopped falls silent; a cut would click. */
const releaseSeconds = 0.015;
/** Ends of what a browser takes for a sign of its user: the hint that goes must not move the page under a press. */
const gestures = ['click', 'keyup'];

/**
 * Plays by the browser's own synthesiser. The sound card is in use only while something is heard. Where a browser
 * `needsGesture`, nothing is tried before its user has done something in the page: it would complain, and stay silent.
 */
export function createWebAudioPlayer(needsGesture: boolean): Player {
  const listeners = new Set<() => void>();
  const buffers = new Map<string, AudioBuffer>();
  const watch = new AbortController();
  let isBlocked = needsGesture && !navigator.userActivation.hasBeenActive;
  let context: AudioContext | null = null;
  let sounding = 0;

  function unblock() {
    if (!isBlocked || !navigator.userActivation.hasBeenActive) return;
    isBlocked = false;
    watch.abort();
    for (const listener of listeners) listener();
  }
  for (const gesture of isBlocked ? gestures : []) {
    window.addEventListener(gesture, unblock, { capture: true, signal: watch.signal });
  }

  function rest(opened: AudioContext) {
    if (sounding === 0) void opened.suspend();
  }

  function bufferOf(opened: AudioContext, { tone, motif }: Sound): AudioBuffer {
    const name = `${tone} ${motif}`;
    const known = buffers.get(name);
    if (known) return known;
    const samples = samplesOf(motifOf(tone, motif), sampleRate);
    const buffer = opened.createBuffer(1, samples.length, sampleRate);
    buffer.copyToChannel(samples, 0);
    buffers.set(name, buffer);
    return buffer;
  }

  return {
    isBlocked: () => isBlocked,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare() {
      unblock();
      if (isBlocked || context !== null) return;
      context = new AudioContext();
      rest(context);
    },
    play(sound, rounds) {
      const opened = (context ??= new AudioContext());
      const source = opened.createBufferSource();
      source.buffer = bufferOf(opened, sound);
      source.loop = rounds === 'over-and-over';
      // What sounds half as loud has a quarter of the level.
      const gain = new GainNode(opened, { gain: sound.volume ** 2 });
      source.connect(gain).connect(opened.destination);
      source.addEventListener('ended', () => {
        source.disconnect();
        sounding -= 1;
        rest(opened);
      });
      sounding += 1;
      void opened.resume();
      source.start();
      return () => {
        gain.gain.setTargetAtTime(0, opened.currentTime, releaseSeconds);
        source.stop(opened.currentTime + 8 * releaseSeconds);
      };
    },
  };
}
