import type { Argument, RequestName, Result } from '../../shared/contract.ts';
import type { Core } from './coreSupervisor.ts';

/** Asks as a window does. Null while the core cannot answer, and for a refusal. */
export async function askCore<Name extends RequestName>(
  core: Pick<Core, 'request'>,
  name: Name,
  argument: Argument<Name>,
): Promise<Result<Name> | null> {
  const reply = await core.request(name, argument);
  return reply.ok ? (reply.value as Result<Name>) : null;
}
