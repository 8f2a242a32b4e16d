import { useState } from 'react';

import type { Outcome } from '../../shared/call.ts';
import { everyCall } from '../../shared/callFilter.ts';
import type { Result } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import { useAsk } from '../data/ask.ts';
import { useChange } from './useChange.ts';
import { useSettingChange } from './useSettingChange.ts';

const dayUs = 86_400_000_000;
/** Counting more would take its time, and would frighten nobody more. */
const atMost = 100_000;

interface KeepChange {
  readonly patch: Partial<Settings>;
  /** Days before and after it; null for ever. */
  readonly before: number | null;
  readonly after: number | null;
  /** Of calls with which outcomes this is. */
  readonly outcomes: readonly Outcome[];
}

/** A change that waits until somebody agrees to what it deletes; `loss` is null when it could not be counted. */
export interface AskedKeep {
  readonly loss: Result<'calls.count'> | null;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Changes how long calls are kept: at once when nothing is lost by it, and else when the loss is agreed to. */
export function useKeepChange() {
  const ask = useAsk();
  const undoable = useSettingChange();
  // What is deleted by it does not come back: nothing offers that.
  const final = useChange();
  const [asked, setAsked] = useState<AskedKeep | null>(null);

  async function lossBy(days: number, outcomes: readonly Outcome[]): Promise<Result<'calls.count'> | null> {
    const toUs = Date.now() * 1000 - days * dayUs;
    // Not knowing how many must not look like none.
    return ask('calls.count', { filter: { ...everyCall, toUs }, outcomes, atMost }).catch(() => null);
  }

  async function change({ patch, before, after, outcomes }: KeepChange) {
    setAsked(null);
    const isShorter = after !== null && (before === null || after < before);
    const loss = isShorter ? await lossBy(after, outcomes) : { calls: 0, isAll: true };
    if (loss?.calls === 0) {
      undoable.mutate(patch);
      return;
    }
    setAsked({
      loss,
      confirm() {
        setAsked(null);
        final.mutate(patch);
      },
      cancel: () => setAsked(null),
    });
  }

  return {
    change: (wanted: KeepChange) => void change(wanted),
    asked,
    error: undoable.error ?? final.error,
  };
}
