/** Few enough for a line in a window. */
const most = 3;
const longest = 500;

export interface LastWords {
  hear(line: string): void;
  /** The last lines, without secrets. */
  text(): string;
}

/** Keeps what a program said last, so that it can be told why it ended. */
export function lastWords(secrets: readonly string[]): LastWords {
  let lines: string[] = [];
  return {
    hear(line) {
      lines = [...lines, line].slice(-most);
    },
    text: () => withoutSecrets(lines.join('\n'), secrets).slice(-longest),
  };
}

/** Programs like to quote the token that they do not accept. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== '').reduce((said, secret) => said.replaceAll(secret, '…'), text);
}
