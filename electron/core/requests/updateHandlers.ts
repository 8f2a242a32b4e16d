import type { RequestName } from '../../../shared/contract.ts';
import type { Handlers } from './answerRequest.ts';

type Names = Extract<RequestName, `updates.${string}`>;

/** The desktop app answers these before they get here: what asks the core itself is a browser's page. */
export const updateHandlers: Pick<Handlers, Names> = {
  'updates.get': () => ({ kind: 'off', reason: 'browser' }),
  'updates.check': () => null,
  'updates.install': () => null,
};
