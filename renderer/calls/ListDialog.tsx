import { lazy, Suspense } from 'react';

import type { CallFilter } from '../../shared/callFilter.ts';
import type { Asked } from './useListDeeds.ts';

const TagDialog = lazy(async () => ({ default: (await import('../tags/TagDialog.tsx')).TagDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('../exporting/ExportDialog.tsx')).ExportDialog }));

interface ListDialogProps {
  readonly asked: Asked | null;
  readonly filter: CallFilter;
  readonly onClose: () => void;
}

/** The dialog that something was asked for in, loaded when it is. */
export function ListDialog({ asked, filter, onClose }: ListDialogProps) {
  if (asked === null) return null;
  return (
    <Suspense>
      {asked.kind === 'tags' ? (
        <TagDialog calls={asked.calls} onClose={onClose} />
      ) : (
        <ExportDialog chosen={asked.chosen} filter={filter} onClose={onClose} />
      )}
    </Suspense>
  );
}
