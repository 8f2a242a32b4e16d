import { useMemo } from 'react';

import type { Pop } from '../../shared/pop.ts';
import { useHost } from '../bridge/host.ts';
import { useReading } from '../data/queries.ts';
import { PopStack } from './PopStack.tsx';
import { useNotifications } from './useNotifications.ts';
import { WindowTitle } from './WindowTitle.tsx';

const none: readonly Pop[] = [];

/**
 * The calls that ring me: in the window's title, as notifications and as cards. The Electron host shows the cards in a
 * window of their own.
 */
export function Pops() {
  const host = useHost();
  const { data: pops = none } = useReading('pops.list', undefined);
  const told = useMemo(() => pops.filter(hasNotification), [pops]);
  const ringing = pops.find((pop) => pop.state === 'ringing');
  useNotifications(told);
  return (
    <>
      <WindowTitle caller={ringing?.call.party ?? null} />
      {host === 'browser' && <PopStack pops={pops} />}
    </>
  );
}

function hasNotification({ ways, state }: Pop): boolean {
  return ways.notification && (state === 'ringing' || state === 'missed');
}
