/** Whether keys write text there, so that Ctrl+Z takes a word back and nothing else. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"])')
  );
}
