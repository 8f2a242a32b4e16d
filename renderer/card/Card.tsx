import { useState } from 'react';

import type { CardShell } from '../../shared/cardMessage.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { Pop } from '../../shared/pop.ts';
import { alwaysOpen } from '../bridge/connection.ts';
import { useReading } from '../data/queries.ts';
import { useFeed } from '../data/useFeed.ts';
import { useTheme } from '../frame/useTheme.ts';
import { PopStack } from '../pops/PopStack.tsx';
import { PlayerContext, type Player } from '../sound/player.ts';
import { RingSound } from '../sound/RingSound.tsx';
import { useDrag } from './useDrag.ts';
import { useHeight } from './useHeight.ts';
import { useOpen } from './useOpen.ts';

const none: readonly Pop[] = [];

interface CardProps {
  readonly bridge: Bridge;
  readonly shell: CardShell;
  readonly player: Player;
}

/** The whole page of the card window: it is as high as its cards, and gone without one. It rings even then. */
export function Card({ bridge, shell, player }: CardProps) {
  useFeed(bridge, alwaysOpen);
  useTheme();
  useOpen(shell);
  useDrag(shell);
  const [cards, setCards] = useState<HTMLElement | null>(null);
  useHeight(cards, shell);
  const { data: pops = none } = useReading('pops.list', undefined);
  return (
    <PlayerContext value={player}>
      <RingSound locks={null} />
      <div ref={setCards}>
        <PopStack pops={pops} />
      </div>
    </PlayerContext>
  );
}
