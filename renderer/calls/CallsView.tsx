import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { BesideCall } from '../call/BesideCall.tsx';
import { useNeighbours } from '../call/useNeighbours.ts';
import { Failure, useFailureText } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { useCallLog } from '../data/useCallLog.ts';
import { LogBar } from '../filters/LogBar.tsx';
import { logFilterOf, queryOf, wholeLog, type LogFilter } from '../route/logFilter.ts';
import { callIn, type ListRoute } from '../route/route.ts';
import { navigate, redirect } from '../route/useRoute.ts';
import { SelectionBar } from '../selection/SelectionBar.tsx';
import { useSelection } from '../selection/useSelection.ts';
import { callFilterOf } from './callFilterOf.ts';
import { CallGrid, type CallGridHandle } from './CallGrid.tsx';
import { gapsFor } from './gapsFor.ts';
import { ListDialog } from './ListDialog.tsx';
import { NoCalls } from './NoCalls.tsx';
import { NoMatches } from './NoMatches.tsx';
import { showsLive } from './showsLive.ts';
import { UnknownExtension } from './UnknownExtension.tsx';
import { useLines } from './useLines.ts';
import { useListDeeds } from './useListDeeds.ts';

const none: readonly CallRow[] = [];

interface CallsViewProps {
  readonly filter?: LogFilter | undefined;
  readonly open: string | null;
  /** The keyboard goes into the note of the open call. */
  readonly isNoting?: boolean;
}

/** The log. */
export function CallsView({ filter = wholeLog, open, isNoting = false }: CallsViewProps) {
  const t = useTranslations('calls');
  const query = queryOf(filter);
  const callFilter = useMemo(() => callFilterOf(logFilterOf(query)), [query]);
  const log = useCallLog(callFilter);
  const live = useReading('calls.live', undefined);
  const inProgress = useMemo(
    () => live.data?.filter((call) => showsLive(call, log.filter)) ?? none,
    [live.data, log.filter],
  );
  const [isAtTop, setIsAtTop] = useState(true);
  const { data: times } = useReading('reach.gaps', undefined);
  const gaps = useMemo(() => gapsFor(times, log.filter), [times, log.filter]);
  const { lines, grewAbove } = useLines(inProgress, log, gaps, isAtTop);
  const selection = useSelection(log.filter);
  const failureText = useFailureText();
  const grid = useRef<CallGridHandle>(null);

  const list: ListRoute = query === '' ? { kind: 'calls' } : { kind: 'calls', filter };
  const openCall = (call: CallRow, note = false) => navigate(callIn(list, call.ref, note));
  const deeds = useListDeeds({ selection, open, onOpen: openCall });

  function narrow(change: Partial<LogFilter>, isTyping = false) {
    const narrowed: ListRoute = { kind: 'calls', filter: { ...filter, ...change } };
    const route = open === null ? narrowed : callIn(narrowed, open);
    // A way back for every letter would lead nowhere.
    if (isTyping) redirect(route);
    else navigate(route);
  }

  const neighbours = useNeighbours(open, callFilter, lines.neighboursOf(open ?? ''));

  const error = live.error ?? log.error;
  const isReading = log.isPending || live.isPending || (query === '' && log.filter !== callFilter);
  const isEmpty = lines.length === 0;
  return (
    <BesideCall
      title={t('title')}
      list={list}
      open={open}
      isNoting={isNoting}
      neighbours={neighbours}
      bar={
        <LogBar filter={filter} onChange={narrow} onLeave={() => grid.current?.enter()} onExport={deeds.exportCalls} />
      }
    >
      <UnknownExtension />
      {error !== null && (
        <Failure
          error={error}
          onRetry={() => {
            log.retry();
            if (live.isError) void live.refetch();
          }}
        />
      )}
      {deeds.error && (
        <p className="field-refusal grid-refusal" role="alert">
          {failureText(deeds.error)}
        </p>
      )}
      {isEmpty && error === null && isReading && <p className="reading">{t('reading')}</p>}
      {isEmpty &&
        error === null &&
        !isReading &&
        (query === '' ? <NoCalls /> : <NoMatches filter={filter} onClear={narrow} />)}
      {!isEmpty && (
        <CallGrid
          log={log}
          lines={lines}
          grewAbove={grewAbove}
          isAtTop={isAtTop}
          onAtTop={setIsAtTop}
          open={open}
          onOpen={openCall}
          selection={selection}
          onKey={deeds.onKey}
          handle={grid}
        />
      )}
      <SelectionBar selection={selection} deeds={deeds} />
      <ListDialog asked={deeds.asked} filter={log.filter} onClose={deeds.close} />
    </BesideCall>
  );
}
