import { useId, type ReactNode } from 'react';

import { CallPanel } from './CallPanel.tsx';

interface BesideCallProps {
  readonly title: string;
  /** The list to come back to from the call. */
  readonly list: 'calls' | 'follow-ups';
  /** The call that is open, by ref. */
  readonly open: string | null;
  readonly isNoting?: boolean;
  readonly children: ReactNode;
}

/** A list, and beside it (or over it, where there is no room) the call of it that is open. */
export function BesideCall({ title, list, open, isNoting = false, children }: BesideCallProps) {
  const id = useId();
  return (
    <div className="beside" data-open={open !== null}>
      <section className="beside-list" aria-labelledby={id}>
        <header className="view-header">
          <h1 id={id}>{title}</h1>
        </header>
        {children}
      </section>
      {open !== null && <CallPanel key={open} callRef={open} list={list} isNoting={isNoting} />}
    </div>
  );
}
