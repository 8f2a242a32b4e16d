import { useCallback, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { Toast } from '../components/Toast.tsx';
import { isTextField } from '../keys/isTextField.ts';
import { plainKey } from '../keys/plainKey.ts';
import { ToastContext, type Told } from './useToast.ts';

/** Shows one toast at a time, whichever view told of something. `u` or Ctrl+Z takes it back, but never while somebody types. */
export function Toaster({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('errors');
  const failureText = useFailureText();
  const [shown, setShown] = useState<{ readonly id: string; readonly told: Told } | null>(null);
  const count = useRef(0);
  const tell = useCallback((told: Told) => {
    count.current += 1;
    setShown({ id: String(count.current), told });
  }, []);
  const dismiss = useCallback(() => setShown(null), []);
  const undo = shown?.told.undo;

  function takeBack() {
    if (undo === undefined) return;
    dismiss();
    const refused = (error: unknown) =>
      tell({ message: `${t('change')}: ${failureText(error instanceof Error ? error : new Error(String(error)))}` });
    Promise.try(undo).catch(refused);
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isControlZ = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    const isUndo = isControlZ || plainKey(event) === 'u';
    if (!isUndo || event.defaultPrevented || undo === undefined || isTextField(event.target)) return;
    event.preventDefault();
    takeBack();
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => onKeyDown(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <ToastContext value={tell}>
      {children}
      <div className="toaster">
        <Toast
          content={
            shown && {
              id: shown.id,
              message: shown.told.message,
              isLasting: shown.told.expires !== true,
              ...(undo === undefined ? {} : { undo: takeBack }),
            }
          }
          onGone={dismiss}
        />
      </div>
    </ToastContext>
  );
}
