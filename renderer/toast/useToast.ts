import { createContext, use } from 'react';

export interface Told {
  /** What was done, in words: "Volume changed". */
  readonly message: string;
  /** Takes it back; a rejection is told in turn. */
  readonly undo?: () => void | Promise<unknown>;
  /** It cannot be taken back for longer than a toast's time: this one goes even from under a hand. */
  readonly expires?: true;
}

/** Shows a toast in place of the one that is up. */
export type Tell = (told: Told) => void;

export const ToastContext = createContext<Tell>(() => {
  throw new Error('There is no toaster around this');
});

/** The way to say what was done and to offer to take it back; it stays in sight when the view changes. */
export function useToast(): Tell {
  return use(ToastContext);
}
