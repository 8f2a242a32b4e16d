import { openFor } from '../templates/openFor.ts';
import { sampleCall } from '../templates/sampleCall.ts';
import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { Refusal } from './refusal.ts';

/** What can be done with a number that no call is known of. */
export function numberHandlers({ settings, opener, log }: HandlerOptions): Pick<Handlers, 'numbers.call'> {
  return {
    'numbers.call': async (key) => {
      const { settings: current } = settings();
      const call = {
        ...sampleCall,
        ref: '',
        direction: 'out' as const,
        number: key,
        e164: key,
        person: key,
        extension: current.extensions[0] ?? '',
        called: key,
        domain: current.domain,
        recording: null,
      };
      const result = await openFor('call-back', call, current, { opener, log, name: '' });
      if (result.kind === 'declined') throw new Refusal('bad-request', result.reason);
      return null;
    },
  };
}
