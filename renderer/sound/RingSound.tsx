import { use, useEffect, useSyncExternalStore } from 'react';

import type { Pop } from '../../shared/pop.ts';
import type { Tabs } from '../bridge/sharedStream.ts';
import { useReading } from '../data/queries.ts';
import { PlayerContext } from './player.ts';
import { soundOf, type Sound } from './soundOf.ts';
import { useTurn } from './useTurn.ts';

const none: readonly Pop[] = [];

/**
 * Rings, where it stands, while a call rings that wants to be heard. It stands in one page alone: in the desktop app that
 * of the cards, in a browser every tab, whose `locks` leave the sound to one of them.
 */
export function RingSound({ locks }: { readonly locks: Tabs['locks'] | null }) {
  const player = use(PlayerContext);
  const isBlocked = useSyncExternalStore(player.subscribe, player.isBlocked);
  const hasTurn = useTurn(locks, !isBlocked);
  const { data: pops = none } = useReading('pops.list', undefined);
  const { data: view } = useReading('settings.get', undefined);
  useEffect(() => {
    if (!isBlocked) player.prepare();
  }, [player, isBlocked]);
  useSound(hasTurn && view ? soundOf(pops, view.settings) : null);
  return null;
}

function useSound(sound: Sound | null): void {
  const player = use(PlayerContext);
  const { tone, motif, volume } = sound ?? {};
  useEffect(() => {
    if (tone === undefined || motif === undefined || volume === undefined) return undefined;
    return player.play({ tone, motif, volume }, 'over-and-over');
  }, [player, tone, motif, volume]);
}
