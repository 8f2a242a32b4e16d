import type { RequestName } from '../../../shared/contract.ts';
import { whyUnavailable } from '../store/keeper.ts';
import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore } from './openStore.ts';
import { Refusal } from './refusal.ts';

/** Bodies that were refused. */
export function rejectedHandlers(options: HandlerOptions): Pick<Handlers, Extract<RequestName, `rejected.${string}`>> {
  const { clock, settings, status, retry } = options;
  return {
    'rejected.list': () => openStore(options).rejected.list(),
    async 'rejected.retry'(id) {
      openStore(options);
      const receipt = await retry(id);
      if (receipt === null) throw new Refusal('bad-request', { kind: 'delivery-gone' });
      if (receipt.kind === 'unavailable') throw new Refusal('unavailable', whyUnavailable(status().store));
      return { kind: receipt.kind, reason: 'reason' in receipt ? receipt.reason : null };
    },
    'rejected.export'() {
      if (settings().settings.masked) throw new Refusal('bad-request', { kind: 'masked-export' });
      const lines = openStore(options)
        .rejected.list()
        .map(({ receivedAtUs, reason, size, body }) =>
          JSON.stringify({ receivedAt: new Date(receivedAtUs / 1000).toISOString(), reason, size, body }),
        );
      const day = new Date(clock.nowUs() / 1000).toISOString().slice(0, 10);
      return { fileName: `ringside-rejected-${day}.ndjson`, text: lines.map((line) => `${line}\n`).join('') };
    },
  };
}
