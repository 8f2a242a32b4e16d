import { type Argument, type Reply, type RequestName, type Result, requestNames } from '../../../shared/contract.ts';
import type { Log } from '../ports.ts';
import { inEnglish, Refusal } from './refusal.ts';
import { schemas } from './schemas.ts';
import { wrongArgument } from './wrongArgument.ts';

/** One handler per request. @throws Refusal to answer with an error */
export type Handlers = {
  readonly [Name in RequestName]: (argument: Argument<Name>) => Result<Name> | Promise<Result<Name>>;
};

/** The one place where what a window asks is checked. Never throws: whatever goes wrong is said in the reply. */
export async function answerRequest(handlers: Handlers, name: string, argument: unknown, log: Log): Promise<Reply> {
  if (!isRequestName(name)) {
    return { ok: false, error: { code: 'bad-request', message: `There is no request "${name}".` } };
  }
  const checked = schemas[name].safeParse(argument);
  if (!checked.success) return { ok: false, error: wrongArgument(name, checked.error) };
  try {
    // The schema of this very name has just accepted the argument; the union of all names cannot express that.
    const handler = handlers[name] as (argument: unknown) => Result<RequestName> | Promise<Result<RequestName>>;
    return { ok: true, value: await handler(checked.data) };
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, message, reason } = error;
      return { ok: false, error: { code, message, words: [reason] } };
    }
    log.error('a request failed', { name, error: String(error) });
    const reason = { kind: 'failed' } as const;
    return { ok: false, error: { code: 'unavailable', message: inEnglish(reason), words: [reason] } };
  }
}

function isRequestName(name: string): name is RequestName {
  return (requestNames as readonly string[]).includes(name);
}
