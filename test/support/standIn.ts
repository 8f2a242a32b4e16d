import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { tempFolder } from './tempFolder.ts';

/** A program that does what these lines of JavaScript say. Returns its absolute path. */
export function standIn(name: string, lines: string): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, `#!${process.execPath}\n${lines}`, { mode: 0o755 });
  return path;
}

/** What every stand-in for cloudflared begins with: its arguments, and its way to log. */
const cloudflared = `
const args = process.argv.slice(2);
const value = (name) => args[args.indexOf(name) + 1];
const log = (level, words) => process.stderr.write(new Date().toISOString().slice(0, 19) + 'Z ' + level + ' ' + words + '\\n');
const serve = (answers) => require('node:http').createServer((request, response) => {
  const [status, body] = answers(request.url);
  response.writeHead(status).end(JSON.stringify(body));
}).listen(Number(value('--metrics').split(':')[1]), '127.0.0.1');
`;

export function standInForCloudflared(lines: string): string {
  return standIn('cloudflared', cloudflared + lines);
}
