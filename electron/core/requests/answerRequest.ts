import {
  type Argument,
  type Reply,
  type RequestError,
  type RequestName,
  type Result,
  requestNames,
} from '../../../shared/contract.ts';
import type { Log } from '../ports.ts';
import { schemas } from './schemas.ts';

/** A request that cannot be met, for a reason the window shows. */
export class Refusal extends Error {
  readonly code: RequestError['code'];
  constructor(code: RequestError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** One handler per request. @throws Refusal to answer with an error */
export type Handlers = {
  readonly [Name in RequestName]: (argument: Argument<Name>) => Result<Name> | Promise<Result<Name>>;
};

/** The one place where what a window asks is checked. Never throws: whatever goes wrong is said in the reply. */
export async function answerRequest(handlers: Handlers, name: string, argument: unknown, log: Log): Promise<Reply> {
  if (!isRequestName(name)) return refused('bad-request', `There is no request "${name}".`);
  const checked = schemas[name].safeParse(argument);
  if (!checked.success) {
    const issues = checked.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
    );
    return refused('bad-request', `${name}: ${issues.join('; ')}.`);
  }
  try {
    // The schema of this very name has just accepted the argument; the union of all names cannot express that.
    const handler = handlers[name] as (argument: unknown) => Result<RequestName> | Promise<Result<RequestName>>;
    return { ok: true, value: await handler(checked.data) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.message);
    log.error('a request failed', { name, error: String(error) });
    return refused('unavailable', 'Ringside could not answer; its log says more.');
  }
}

function isRequestName(name: string): name is RequestName {
  return (requestNames as readonly string[]).includes(name);
}

function refused(code: RequestError['code'], message: string): Reply {
  return { ok: false, error: { code, message } };
}
