/** The last line of a signed description: a comment to whoever reads YAML. */
const line = /\n# signature: (?<signature>[A-Za-z0-9+/=]+)\n?$/;

/** Splits the description of a version into what is signed, and the signature in base64: null when there is none. */
export function splitSigned(text: string): { readonly body: string; readonly signature: string | null } {
  const found = line.exec(text);
  if (found === null) return { body: text, signature: null };
  return { body: text.slice(0, found.index + 1), signature: found.groups?.['signature'] ?? null };
}

export function joinSigned(body: string, signature: string): string {
  return `${body}# signature: ${signature}\n`;
}

/** What the signature is over: the file's name too, so that the description of a beta is none of a finished version. */
export function signedText(name: string, body: string): string {
  return `${name}\n${body}`;
}
