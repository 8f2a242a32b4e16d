import { lazy, Suspense, useId, type ReactNode } from 'react';

import type { Neighbours } from '../../shared/callFilter.ts';
import type { ListRoute } from '../route/route.ts';

/** The window opens with the list alone, most of the time. */
const CallPanel = lazy(async () => ({ default: (await import('./CallPanel.tsx')).CallPanel }));

interface BesideCallProps {
  readonly title: string;
  /** The list to come back to from the call. */
  readonly list: ListRoute;
  /** The call that is open, by ref. */
  readonly open: string | null;
  readonly isNoting?: boolean;
  /** The calls before and after the open one in the list. */
  readonly neighbours?: Neighbours | undefined;
  /** What stands beside the title. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}

/** A list, and beside it (or over it, where there is no room) the call of it that is open. */
export function BesideCall({ title, list, open, isNoting = false, neighbours, bar, children }: BesideCallProps) {
  const id = useId();
  return (
    <div className="beside" data-open={open !== null}>
      <section className="beside-list" aria-labelledby={id}>
        <header className="view-header">
          <h1 id={id}>{title}</h1>
          {bar}
        </header>
        {children}
      </section>
      {open !== null && (
        <Suspense>
          <CallPanel key={open} callRef={open} list={list} isNoting={isNoting} neighbours={neighbours} />
        </Suspense>
      )}
    </div>
  );
}
