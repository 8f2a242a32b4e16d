import { send } from '../../electron/core/reach/send.ts';

/** Sends something to an address from a process of its own, and prints what came of it as JSON. */
const [url = ''] = process.argv.slice(2);
const body = Buffer.from('{}');
console.log(JSON.stringify(await send(url, { body, signal: new AbortController().signal, patienceMs: 10_000 })));
