import { useTranslations } from 'use-intl';

import type { Pop } from '../../shared/pop.ts';
import { Clock } from '../components/Clock.tsx';
import { CopyButton } from '../components/CopyButton.tsx';
import { FollowUpMark } from '../components/FollowUpMark.tsx';
import { Icon } from '../components/Icon.tsx';
import { usePartyText } from '../components/PartyName.tsx';
import { CrmButton } from '../deeds/CrmButton.tsx';
import { useHasCrm } from '../deeds/useHasCrm.ts';
import { CallerLines } from './CallerLines.tsx';
import { CardParty } from './CardParty.tsx';
import { DismissButton } from './DismissButton.tsx';
import { isHeard } from './isHeard.ts';
import { SilenceButton } from './SilenceButton.tsx';

interface RingingHeadProps {
  readonly pop: Pop;
  readonly isFront: boolean;
}

/** Who is ringing, and in front what to know before picking up. Aloud it is one sentence. */
export function RingingHead({ pop, isFront }: RingingHeadProps) {
  const t = useTranslations('pop');
  const textOf = usePartyText();
  const { call } = pop;
  return (
    <>
      <p className="unseen" role="alert">
        {t('calling', { party: textOf(call.party), extension: call.extension })}
      </p>
      {isFront ? <Front pop={pop} /> : <Behind pop={pop} />}
    </>
  );
}

function Front({ pop }: { readonly pop: Pop }) {
  const t = useTranslations('pop');
  const { call } = pop;
  return (
    <>
      <div className="pop-top">
        <RingMark />
        <Clock sinceUs={call.rangAtUs ?? call.startedAtUs} words={(duration) => t('ringing', { duration })} />
        {call.group && <span className="badge">{t('group')}</span>}
        <DismissButton callRef={call.ref} />
      </div>
      <CardParty call={call} isLoud />
      <CallerLines pop={pop} />
      <Actions pop={pop} />
    </>
  );
}

/** A call that rings while a newer one does: a line, so that five of them fit on a screen. */
function Behind({ pop }: { readonly pop: Pop }) {
  const { call, caller } = pop;
  return (
    <div className="pop-slim">
      <RingMark />
      <CardParty call={call} />
      {caller.followUpSinceUs !== null && <FollowUpMark />}
      <Clock sinceUs={call.rangAtUs ?? call.startedAtUs} />
      <CrmButton callRef={call.ref} isBare />
      {isHeard(pop) && <SilenceButton callRef={call.ref} isBare />}
      <DismissButton callRef={call.ref} />
    </div>
  );
}

function RingMark() {
  return (
    <span className="pop-mark">
      <Icon name="calls" />
    </span>
  );
}

function Actions({ pop }: { readonly pop: Pop }) {
  const hasCrm = useHasCrm();
  const { ref, party } = pop.call;
  if (!hasCrm && party.number === null && !isHeard(pop)) return null;
  return (
    <div className="pop-actions">
      <CrmButton callRef={ref} isPrimary />
      {isHeard(pop) && <SilenceButton callRef={ref} />}
      {party.number !== null && <CopyButton text={party.e164 ?? party.number} label="number" isSquare={hasCrm} />}
    </div>
  );
}
