import { useTranslations } from 'use-intl';

import type { Party } from '../../shared/call.ts';
import { oneLine } from '../../shared/words/oneLine.ts';

interface PartyNameProps {
  readonly party: Party;
  /** With the company after the name. */
  readonly hasCompany?: boolean;
}

/** Whoever is not me: the name with the number in a lower voice, or the number, or "Withheld", or "Hidden" while others see the screen. */
export function PartyName({ party, hasCompany = false }: PartyNameProps) {
  const t = useTranslations('party');
  const number = party.display ?? party.number;
  return (
    <span className="party">
      {party.name !== null && (
        <bdi className="party-name" dir="auto">
          {party.name}
        </bdi>
      )}
      {hasCompany && party.company !== null && (
        <bdi className="party-company" dir="auto">
          {party.company}
        </bdi>
      )}
      {number !== null && (
        <bdi className={party.name === null ? 'party-name' : 'party-number'} dir="ltr">
          {number}
        </bdi>
      )}
      {party.name === null && number === null && (
        <span className="party-withheld">{t(party.hidden ? 'hidden' : 'withheld')}</span>
      )}
    </span>
  );
}

/** One line of plain text for where no markup goes, such as the window's title. */
export function usePartyText(): (party: Party) => string {
  const t = useTranslations('party');
  return (party) => oneLine(party.name ?? party.display ?? party.number ?? t(party.hidden ? 'hidden' : 'withheld'));
}
