import { useTranslations } from 'use-intl';

import type { CallDetail, LinkedCall } from '../../shared/call.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Icon } from '../components/Icon.tsx';
import { PartyName } from '../components/PartyName.tsx';
import { hrefOf } from '../route/route.ts';

/** Who put the call through to me and whom I handed it over to, with the way to the call at the other end. */
export function Transfers({ detail: { call, links } }: { readonly detail: CallDetail }) {
  const ends = [
    { kind: 'from', extension: call.cameFrom },
    { kind: 'to', extension: call.transferredTo },
  ] as const;
  return ends.map(({ kind, extension }) => {
    const link = links.find((one) => one.kind === kind) ?? null;
    if (extension === null && link === null) return null;
    // Whoever the whole call is about stands above already.
    const isOther = link !== null && link.party.number !== call.party.number;
    return (
      <p key={kind} className="call-note">
        <Icon name="forward" />
        <span>
          <End kind={kind} extension={extension} link={link} /> {isOther && <PartyName party={link.party} />}
        </span>
        {isOther && link.party.number !== null && (
          <CopyButton text={link.party.e164 ?? link.party.number} label="number" />
        )}
      </p>
    );
  });
}

interface EndProps {
  readonly kind: LinkedCall['kind'];
  readonly extension: string | null;
  readonly link: LinkedCall | null;
}

function End({ kind, extension, link }: EndProps) {
  const t = useTranslations('call.transfer');
  const words = t(kind, { extension: extension ?? t('somebody') });
  const ref = link?.ref ?? null;
  return ref === null ? <span>{words}</span> : <a href={hrefOf({ kind: 'call', ref })}>{words}</a>;
}
