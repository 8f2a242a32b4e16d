import { useEffect, useRef, useState } from 'react';

/**
 * How many milliseconds one report takes off a credit of so many reports: browsers refuse addresses that change more
 * often than 200 times in ten seconds.
 */
const paceMs = 60;
const credit = 10;

/**
 * A text while it is typed: letters are reported at once; those of a key that is held down together, as soon as there
 * is credit again, and all by `settle`.
 */
export function usePacedText(value: string, report: (text: string) => void) {
  /** What is typed, or null while the field shows the value in force. */
  const [draft, setDraft] = useState<string | null>(null);
  const [reported, setReported] = useState(value);
  const [inForce, setInForce] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** When all of the credit is there again. */
  const restoredAtMs = useRef(0);
  /** What the timer is going to report. */
  const waiting = useRef<string | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  if (value !== inForce) {
    setInForce(value);
    // What comes into force late must not eat the letters typed since; what was changed elsewhere replaces them.
    if (draft === value || value !== reported) setDraft(null);
  }

  function tell(text: string) {
    waiting.current = null;
    restoredAtMs.current = Math.max(performance.now(), restoredAtMs.current) + paceMs;
    setReported(text);
    report(text);
  }
  function write(text: string) {
    setDraft(text);
    clearTimeout(timer.current);
    const waitMs = restoredAtMs.current - performance.now() - (credit - 1) * paceMs;
    if (waitMs > 0) {
      waiting.current = text;
      timer.current = setTimeout(() => tell(text), waitMs);
    } else tell(text);
  }
  /** What is reported later would undo what the user does next. */
  function settle() {
    clearTimeout(timer.current);
    if (waiting.current !== null) tell(waiting.current);
  }

  return { text: draft ?? value, write, settle };
}
