import { randomInt } from 'node:crypto';
import { homedir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

import { assertNever } from '../../shared/assertNever.ts';
import { helpText, readArguments, type Wish } from '../simulator/arguments.ts';
import type { Delivery } from '../simulator/delivery.ts';
import { customer } from '../simulator/numbers.ts';
import { type Answer, post, type Tally } from '../simulator/post.ts';
import { demo, repertoire } from '../simulator/repertoire.ts';
import { findRunningApp } from '../simulator/runningApp.ts';
import { defaultDataDir } from './dataDir.ts';

/** Who the documented samples are about, where nobody says more. */
const documented = { extension: '1002', domain: 'dev-pbx.impactpbx.com' };

/** `npm run simulate`. Exits with 0 when every event was answered 200, 1 when not, 2 when the command is not understood. */
async function main(): Promise<number> {
  const names = repertoire.map((piece) => piece.name);
  const longest = Math.max(...names.map((name) => name.length));
  const asked = readArguments(process.argv.slice(2), names);
  switch (asked.kind) {
    case 'help':
      console.log(helpText);
      return 0;
    case 'list':
      for (const { name, says } of repertoire) console.log(`${name.padEnd(longest)}  ${says}`);
      return 0;
    case 'wrong':
      console.error(asked.message);
      return 2;
    case 'play':
      return play(asked.wish);
    default:
      return assertNever(asked);
  }
}

async function play(wish: Wish): Promise<number> {
  const dataDir = wish.dataDir ?? defaultDataDir(process.platform, process.env, homedir());
  const app = wish.to ? { webhook: wish.to, extensions: [], domain: null } : findRunningApp(dataDir);
  if (app === null) {
    console.error(
      `No Ringside is listening with the data folder ${dataDir}: start one, or say where to post with --to.`,
    );
    return 1;
  }
  const extension = wish.extension ?? app.extensions[0] ?? documented.extension;
  const domain = wish.domain ?? app.domain ?? documented.domain;
  if (!wish.to && wish.extension === undefined && app.extensions.length === 0) {
    console.error(`Ringside does not know your extension yet: nothing of this shows until it is told ${extension}.`);
  }
  const seed = wish.seed ?? randomInt(2 ** 31);
  const stop = new AbortController();
  // Once: a second Ctrl-C ends the program the hard way.
  process.once('SIGINT', () => stop.abort());

  console.log(`To ${app.webhook.href} as extension ${extension} of ${domain}, seed ${seed}`);
  const tallies: Tally[] = [];
  const names = wish.names.length > 0 ? wish.names : [demo];
  const pieces = names.flatMap((name) => repertoire.filter((piece) => piece.name === name));
  for (const [index, piece] of pieces.entries()) {
    if (stop.signal.aborted) break;
    console.log(`\n${piece.name}: ${piece.says}`);
    const begunMs = performance.now();
    const desk = {
      extension,
      domain,
      customer: customer(index),
      startUs: Date.now() * 1000 + randomInt(1000),
      seed: seed + index,
    };
    tallies.push(
      await post(piece.play(desk, wish.calls).deliveries, {
        to: app.webhook,
        speed: wish.speed,
        signal: stop.signal,
        sleepUntil: async (ms) => {
          const leftMs = ms - (performance.now() - begunMs);
          if (leftMs > 0) await delay(leftMs, undefined, { signal: stop.signal }).catch(() => {});
        },
        onAnswer: (delivery, answer) => console.log(lineOf(delivery, answer)),
      }),
    );
  }
  if (stop.signal.aborted) console.log('\nStopped.');
  return sumUp(tallies);
}

function lineOf({ atMs, action, phone, channel }: Delivery, answer: Answer): string {
  const at = `+${(atMs / 1000).toFixed(1)} s`.padStart(10);
  const leg = `${phone || 'line'} ${channel.slice(0, 8)}`.padEnd(14);
  const came = answer.kind === 'answered' ? `${answer.status} ${answer.body.trim()}` : `no answer: ${answer.message}`;
  return `${at}  ${action.padEnd(10)}${leg}  ${came}`;
}

function sumUp(tallies: readonly Tally[]): number {
  const total = new Map<string, number>();
  for (const [outcome, count] of tallies.flatMap((tally) => [...tally])) {
    total.set(String(outcome), (total.get(String(outcome)) ?? 0) + count);
  }
  const events = [...total.values()].reduce((sum, count) => sum + count, 0);
  const fine = (total.get('200') ?? 0) === events;
  const what = fine ? 'all answered 200' : [...total].map(([outcome, count]) => `${count} × ${outcome}`).join(', ');
  console.log(`\n${events} events: ${what}`);
  return fine ? 0 : 1;
}

process.exitCode = await main();
