/** What a spreadsheet would take for the beginning of a formula. */
const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** An apostrophe before what a spreadsheet would run; also before one that stands there already, so that none is lost. */
export function withGuard(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Takes it away again. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
