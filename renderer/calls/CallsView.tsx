import { useTranslations } from 'use-intl';

import { BesideCall } from '../call/BesideCall.tsx';
import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { useCallLog } from '../data/useCallLog.ts';
import { CallGrid } from './CallGrid.tsx';
import { NoCalls } from './NoCalls.tsx';
import { UnknownExtension } from './UnknownExtension.tsx';

interface CallsViewProps {
  readonly open: string | null;
  /** The keyboard goes into the note of the open call. */
  readonly isNoting?: boolean;
}

/** The log. */
export function CallsView({ open, isNoting = false }: CallsViewProps) {
  const t = useTranslations('calls');
  return (
    <BesideCall title={t('title')} list="calls" open={open} isNoting={isNoting}>
      <UnknownExtension />
      <Log open={open} />
    </BesideCall>
  );
}

function Log({ open }: { readonly open: string | null }) {
  const t = useTranslations('calls');
  const log = useCallLog();
  const live = useReading('calls.live', undefined);
  const error = live.error ?? log.error;

  function retry() {
    log.retry();
    if (live.isError) void live.refetch();
  }

  const inProgress = live.data ?? [];
  const isEmpty = log.calls.length === 0 && inProgress.length === 0;
  if (isEmpty && error === null) {
    return log.isPending || live.isPending ? <p className="reading">{t('reading')}</p> : <NoCalls />;
  }
  return (
    <>
      {error !== null && <Failure error={error} onRetry={retry} />}
      {!isEmpty && <CallGrid log={log} live={inProgress} open={open} />}
    </>
  );
}
