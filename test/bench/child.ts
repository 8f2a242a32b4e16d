import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a process of the benchmark can be told to do, by name. */
type Skills = Record<string, (...args: never[]) => unknown>;

/** A process of its own, so that what is measured shares no event loop with what measures. */
export interface Child<Known extends Skills> {
  /** One thing at a time. Rejects when it goes wrong over there, or the process ends meanwhile. */
  ask<Name extends keyof Known & string>(
    name: Name,
    ...args: Parameters<Known[Name]>
  ): Promise<Awaited<ReturnType<Known[Name]>>>;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

interface Order {
  readonly name: string;
  readonly args: never[];
}

type Answer = { readonly kind: 'done'; readonly value: unknown } | { readonly kind: 'failed'; readonly error: Error };

/** How long a child may take to end by itself. */
const graceMs = 10_000;

/** Starts a script of this folder that ends with `takeOrders`; its type says what it can do. */
export function startChild<Known extends Skills>(script: string): Child<Known> {
  const child = fork(join(import.meta.dirname, script), { serialization: 'advanced' });
  const ended = once(child, 'exit');
  const endedEarly = ended.then(([code, signal]): never => {
    throw new Error(`${script} ended with ${String(signal ?? code)}.`);
  });
  // Nobody may be waiting for it when it ends.
  endedEarly.catch(() => {});
  return {
    async ask<Name extends keyof Known & string>(
      name: Name,
      ...args: Parameters<Known[Name]>
    ): Promise<Awaited<ReturnType<Known[Name]>>> {
      const answered = once(child, 'message') as Promise<[Answer]>;
      child.send({ name, args });
      const [answer] = await Promise.race([answered, endedEarly]);
      if (answer.kind === 'failed') throw answer.error;
      return answer.value as Awaited<ReturnType<Known[Name]>>;
    },
    async stop() {
      if (child.connected) child.disconnect();
      const kill = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(kill);
    },
  };
}

/** The child's side: does as it is told until the parent lets go or has died, then tidies up and ends. */
export function takeOrders(skills: Skills, tidyUp: () => unknown): void {
  const obey = async ({ name, args }: Order): Promise<Answer> => {
    try {
      return { kind: 'done', value: await skills[name]?.(...args) };
    } catch (error) {
      return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
    }
  };
  const end = async () => {
    await tidyUp();
    process.exit();
  };
  process.on('message', (order: Order) => void obey(order).then((answer) => process.send?.(answer)));
  process.once('disconnect', () => void end());
  // Ctrl+C reaches the whole group: the parent decides who ends when.
  process.on('SIGINT', () => {});
}
