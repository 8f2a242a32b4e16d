import type { RequestName } from '../../../shared/contract.ts';
import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { Refusal } from './refusal.ts';

/** Whether events get here, and what can be done about it. */
export function reachHandlers(
  _options: HandlerOptions,
): Pick<
  Handlers,
  Extract<
    RequestName,
    `reach.${string}` | `secrets.${string}` | `ssh.${string}` | `selfTest.${string}` | `setup.${string}`
  >
> {
  const notYet = (): never => {
    throw new Refusal('unavailable', { kind: 'failed' });
  };
  return {
    'reach.get': notYet,
    'reach.restart': notYet,
    'reach.confirmAddress': notYet,
    'reach.rotateToken': notYet,
    'reach.retireOldToken': notYet,
    'reach.gaps': () => [],
    'secrets.set': notYet,
    'ssh.hostKeys': notYet,
    'ssh.pin': notYet,
    'ssh.recipe': notYet,
    'selfTest.start': notYet,
    'selfTest.get': () => null,
    'selfTest.seen': notYet,
    'setup.suggestions': () => [],
  };
}
