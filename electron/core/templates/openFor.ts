import type { Settings } from '../../../shared/settings.ts';
import type { Call } from '../calls/call.ts';
import type { Log, Opener, OpenResult } from '../ports.ts';
import { inEnglish } from '../requests/refusal.ts';
import { fillAddress } from './address.ts';

/** What is to be opened for a call. */
export type Purpose = 'crm' | 'call-back';

interface Ports {
  /** The other party's name; empty when nobody gave the number one. */
  readonly name: string;
  readonly opener: Opener;
  readonly log: Log;
}

/** Opens what the settings name for this purpose. Declined where there is nothing, or it must not. */
export async function openFor(purpose: Purpose, call: Call, settings: Settings, ports: Ports): Promise<OpenResult> {
  const template = purpose === 'crm' ? settings.crmUrl : settings.callBackUrl;
  if (template === '') return { kind: 'declined', reason: { kind: 'no-template' } };
  const filled = fillAddress(template, call, { name: ports.name, httpHosts: settings.crmHttpHosts });
  if (filled.kind === 'refused') return { kind: 'declined', reason: filled.reason };
  const result = await ports.opener.open(filled.url);
  ports.log.info(result.kind === 'opened' ? 'opened for a call' : 'could not be opened for a call', {
    ref: call.ref,
    purpose,
    ...(result.kind === 'declined' && { reason: inEnglish(result.reason) }),
  });
  return result;
}
