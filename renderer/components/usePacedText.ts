import { useEffect, useRef, useState } from 'react';

/** The least time between two reports, in milliseconds: browsers refuse addresses that change all the time. */
const paceMs = 60;

/** A text while it is typed: the first letter is reported at once, those that follow fast together, and all by `settle`. */
export function usePacedText(value: string, report: (text: string) => void) {
  /** What is typed, or null while the field shows the value in force. */
  const [draft, setDraft] = useState<string | null>(null);
  const [reported, setReported] = useState(value);
  const [inForce, setInForce] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reportedAtMs = useRef(0);
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
    reportedAtMs.current = performance.now();
    setReported(text);
    report(text);
  }
  function write(text: string) {
    setDraft(text);
    clearTimeout(timer.current);
    const waitMs = reportedAtMs.current + paceMs - performance.now();
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
