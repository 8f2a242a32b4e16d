import { useTranslations } from 'use-intl';

import type { Party } from '../../shared/call.ts';
import { Icon } from '../components/Icon.tsx';
import { hrefOf } from '../route/route.ts';

/** To the contact of whoever this is, or to a new one for their number. */
export function ContactLink({ party }: { readonly party: Party }) {
  const t = useTranslations('call.contact');
  if (party.contactId === null && party.number === null) return null;
  const isKnown = party.contactId !== null;
  const href =
    party.contactId === null
      ? hrefOf({ kind: 'new-contact', number: party.e164 ?? party.number })
      : hrefOf({ kind: 'contact', id: party.contactId });
  return (
    <a className="button" href={href}>
      <Icon name="contacts" />
      {t(isKnown ? 'open' : 'add')}
    </a>
  );
}
