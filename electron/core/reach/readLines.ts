import type { Readable } from 'node:stream';

/** The rest of a longer line is dropped. */
const longestLine = 4096;

/** Calls back for every line, whatever the line ends are. A line without an end comes at the end of the stream. */
export function readLines(stream: Readable, line: (text: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split(/\r\n|[\r\n]/);
    rest = (lines.pop() ?? '').slice(0, longestLine);
    for (const each of lines) if (each !== '') line(each.slice(0, longestLine));
  });
  stream.on('end', () => {
    if (rest !== '') line(rest);
  });
  // A pipe that breaks ends like any other.
  stream.on('error', () => {});
}
