import type { ExportOrder } from '../../../shared/exporting.ts';
import { contactFile } from '../contacts/writeContacts.ts';
import { type Piece, openTickets } from '../export/tickets.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './answerRequest.ts';
import { exportedCalls } from './exportedCalls.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore } from './openStore.ts';
import { Refusal } from './refusal.ts';

type ContactOrder = Extract<ExportOrder, { kind: 'contacts' }>;
type Names = 'export.begin' | 'export.next' | 'export.end';

const mediaTypes = { csv: 'text/csv', json: 'application/json', vcard: 'text/vcard' };
const endings = { csv: 'csv', json: 'json', vcard: 'vcf' };

export function exportHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  const { clock, settings } = options;
  const store = () => openStore(options);
  const tickets = openTickets(clock);

  const piecesOf = (order: ExportOrder): Iterator<Piece, undefined> => {
    switch (order.kind) {
      case 'calls':
        return exportedCalls(store, order, settings, clock.nowUs());
      case 'contacts':
        return contactPieces(store(), order);
    }
  };

  return {
    'export.begin'(order) {
      if (settings().settings.masked) {
        throw new Refusal('bad-request', { kind: 'masked-export' });
      }
      const day = new Date(clock.nowUs() / 1000).toISOString().slice(0, 10);
      return {
        id: tickets.begin(piecesOf(order)),
        fileName: `ringside-${order.kind}-${day}.${endings[order.format]}`,
        mediaType: mediaTypes[order.format],
      };
    },
    'export.next'(id) {
      const part = tickets.next(id);
      if (part === null) throw new Refusal('bad-request', { kind: 'export-gone' });
      return part;
    },
    'export.end'(id) {
      tickets.end(id);
      return null;
    },
  };
}

function* contactPieces(store: Store, { ids, format }: ContactOrder): Generator<Piece, undefined> {
  const total = Math.max(1, ids?.length ?? store.contacts.count());
  let written = 0;
  for (const { text, rows } of contactFile(store, ids, format)) {
    written += rows;
    yield { text, rows, share: Math.min(1, written / total) };
  }
}
