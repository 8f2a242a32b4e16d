import { useMutation } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { useAsk } from '../data/ask.ts';
import { canCall } from '../deeds/canCall.ts';
import { useDeed } from '../deeds/useDeed.ts';
import { useRemoval } from '../deeds/useRemoval.ts';
import type { Selection } from '../selection/useSelection.ts';
import { useToast } from '../toast/useToast.ts';

/** What a dialog asks about calls of the list. */
export type Asked =
  | { readonly kind: 'tags'; readonly calls: readonly CallRow[] }
  | { readonly kind: 'export'; readonly chosen: readonly string[] };

interface ListParts {
  readonly selection: Selection;
  /** The call that is open beside the list, by ref. */
  readonly open: string | null;
  /** Opens a call; with `note`, to write one about it. */
  readonly onOpen: (call: CallRow, note?: boolean) => void;
}

export type ListDeeds = ReturnType<typeof useListDeeds>;

/** What can be done to calls of the list: to those that are chosen, or else to the one that the keyboard is on. */
export function useListDeeds({ selection, open, onOpen }: ListParts) {
  const t = useTranslations('undo');
  const ask = useAsk();
  const tell = useToast();
  const callBack = useDeed('calls.callBack');
  const removal = useRemoval();
  const [asked, setAsked] = useState<Asked | null>(null);
  const settling = useMutation({
    mutationFn: (refs: readonly string[]) => ask('followUps.settle', { refs, reason: null }),
    onSuccess: (_answer, refs) =>
      tell({ message: t('settled', { count: refs.length }), undo: () => ask('followUps.reopen', { refs }) }),
  });
  const chosen = [...selection.calls.values()];

  function remove(calls: readonly CallRow[]) {
    // What is in progress is not in the log yet.
    const refs = calls.filter((call) => call.outcome !== 'in-progress').map((call) => call.ref);
    if (refs.length > 0) removal.mutate({ kind: 'calls', refs }, { onSuccess: selection.clear });
  }

  function onKey(key: string, call: CallRow, event: KeyboardEvent): boolean {
    const those = chosen.length > 0 ? chosen : [call];
    const deeds: Record<string, () => void> = {
      enter: () => onOpen(call),
      n: () => onOpen(call, true),
      c: () => canCall(call.party) && callBack.run(call.ref),
      x: () => selection.toggle(call),
      ' ': () => selection.toggle(call),
      t: () => setAsked({ kind: 'tags', calls: those }),
      delete: () => remove(those),
    };
    if (key === 'escape' && chosen.length > 0) selection.clear();
    // The call that is open goes to its note by itself.
    else if (deeds[key] === undefined || (key === 'n' && call.ref === open)) return false;
    else if (!event.repeat) deeds[key]();
    return true;
  }

  return {
    onKey,
    chosen,
    tag: () => setAsked({ kind: 'tags', calls: chosen }),
    settle: (refs: readonly string[]) => settling.mutate(refs, { onSuccess: selection.clear }),
    remove: () => remove(chosen),
    exportCalls: () => setAsked({ kind: 'export', chosen: chosen.map((call) => call.ref) }),
    asked,
    close: () => setAsked(null),
    error: callBack.error ?? removal.error ?? settling.error ?? selection.error,
  };
}
