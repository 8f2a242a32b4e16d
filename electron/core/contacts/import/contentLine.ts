/** One property of a card: `item1.TEL;TYPE=WORK,VOICE:+357 22 123456`. */
export interface ContentLine {
  /** In lower case; empty for none. */
  readonly group: string;
  /** In lower case. */
  readonly name: string;
  /** In lower case, with those that stand without a name, as version 2.1 has them. */
  readonly types: readonly string[];
  /** Still escaped. */
  readonly value: string;
}

interface Head {
  readonly group: string;
  readonly name: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly value: string;
}

const encodings = new Set(['quoted-printable', 'base64', 'b', '8bit', '7bit']);

/** Takes a line apart without decoding anything; null for what is none. */
export function readHead(line: string): Head | null {
  // Colons and semicolons count outside quotation marks.
  const end = /^(?:"[^"]*"|[^":])*:/.exec(line)?.[0];
  if (end === undefined) return null;
  const [path = '', ...parts] = end.slice(0, -1).match(/(?:"[^"]*"|[^";])+/g) ?? [];
  const dot = path.lastIndexOf('.');
  const parameters = parts.map((part): [string, string] => {
    const at = part.indexOf('=');
    if (at === -1) return [encodings.has(part.trim().toLowerCase()) ? 'encoding' : 'type', part.trim()];
    return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()];
  });
  return {
    group: path.slice(0, Math.max(dot, 0)).toLowerCase(),
    name: path
      .slice(dot + 1)
      .trim()
      .toLowerCase(),
    parameters,
    value: line.slice(end.length),
  };
}

/** Whether a line break after `=` belongs to the value. */
export function isQuotedPrintable(line: string): boolean {
  return readHead(line)?.parameters.some(([name, value]) => name === 'encoding' && isPrintable(value)) ?? false;
}

function isPrintable(encoding: string): boolean {
  return encoding.toLowerCase() === 'quoted-printable';
}

/** A line with its value decoded. `encoding` is the file's, for values that name none. */
export function contentLine(head: Head, encoding: string): ContentLine {
  const { group, name, parameters } = head;
  const types = parameters
    .filter(([parameter]) => parameter === 'type')
    .flatMap(([, value]) => value.replaceAll('"', '').toLowerCase().split(','))
    .map((type) => type.trim());
  return { group, name, types, value: decodedValue(head, encoding) };
}

function decodedValue(head: Head, encoding: string): string {
  const parameter = (wanted: string) => head.parameters.find(([name]) => name === wanted)?.[1].toLowerCase();
  const how = parameter('encoding');
  if (how !== undefined && isPrintable(how))
    return inCharset(quotedPrintable(head.value), parameter('charset') ?? encoding);
  if (how === 'b' || how === 'base64') {
    return inCharset(Buffer.from(head.value, 'base64'), parameter('charset') ?? 'utf-8').replaceAll('\\', '\\\\');
  }
  return head.value;
}

function quotedPrintable(text: string): Buffer {
  const bytes = text.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // What is no ASCII already was decoded with the file.
  return /[^\0-\xff]/.test(bytes) ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes, 'latin1');
}

/** What says it is in one encoding and is in another is UTF-8 or Western. */
function inCharset(bytes: Buffer, charset: string): string {
  for (const name of [charset, 'utf-8']) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** The parts of a value at semicolons that are not escaped; commas that are not separate words. */
export function components(value: string): string[] {
  const parts = value.match(/(?:\\[^]|[^\\;])+|;|\\/g) ?? [];
  const found = [''];
  for (const part of parts) {
    if (part === ';') found.push('');
    else found[found.length - 1] += part;
  }
  return found.map((part) => unescaped(part.replaceAll(/(\\[^])|,/g, (_, escape?: string) => escape ?? ' ')).trim());
}

export function unescaped(value: string): string {
  return value.replaceAll(/\\([^])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));
}
