import { useTranslations } from 'use-intl';

import type { CallRow, Leg } from '../../shared/call.ts';
import { useDuration } from '../format/useDuration.ts';
import { useFormats } from '../format/useFormats.ts';
import { useNow } from '../time/ticker.ts';
import { legBars, type LegBar, type Stretch } from './legScale.ts';

interface LegsProps {
  readonly call: CallRow;
  readonly legs: readonly Leg[];
}

/** What every phone did, drawn to one scale; the words say all that the picture shows. */
export function Legs({ call, legs }: LegsProps) {
  const t = useTranslations('call');
  return (
    <section className="call-part">
      <h2>{t('legs')}</h2>
      {legs.length === 0 && <p className="quiet">{t('noLegs')}</p>}
      {legs.length > 0 &&
        (call.outcome === 'in-progress' ? <LiveLegs legs={legs} call={call} /> : <EndedLegs legs={legs} call={call} />)}
    </section>
  );
}

function LiveLegs({ legs, call }: LegsProps) {
  return <LegList legs={legs} call={call} endUs={useNow() * 1000} />;
}

/** A leg whose end was never told is drawn up to the last thing known of the call. */
function EndedLegs({ legs, call }: LegsProps) {
  const times = legs.flatMap((leg) => [leg.startedAtUs, leg.rangAtUs, leg.answeredAtUs, leg.endedAtUs]);
  const endUs = Math.max(call.endedAtUs ?? call.startedAtUs, ...times.filter((time) => time !== null));
  return <LegList legs={legs} call={call} endUs={endUs} />;
}

function LegList({ legs, call, endUs }: LegsProps & { readonly endUs: number }) {
  const bars = legBars(legs, endUs);
  return (
    <ul className="legs">
      {legs.map((leg, index) => {
        const bar = bars[index];
        return bar && <LegLine key={leg.channel} leg={leg} call={call} bar={bar} />;
      })}
    </ul>
  );
}

interface LegLineProps {
  readonly leg: Leg;
  readonly call: CallRow;
  readonly bar: LegBar;
}

function LegLine({ leg, call, bar }: LegLineProps) {
  const t = useTranslations('call');
  const duration = useDuration();
  const { exactTime } = useFormats();
  return (
    <li>
      <p className="leg-name">
        <span>{leg.extension ?? t(call.internal ? 'callerPhone' : 'line')}</span>
        {isMyPhone(leg, call) && <span className="badge">{t('mine')}</span>}
        {leg.cause !== null && <span className="code">{leg.cause}</span>}
      </p>
      <div className="leg-bar" aria-hidden="true">
        <Part kind="ring" stretch={bar.ring} />
        <Part kind="talk" stretch={bar.talk} />
      </div>
      <p className="leg-words">
        {leg.rangAtUs !== null && bar.ring && (
          <span>{t('ringing', { time: exactTime(leg.rangAtUs), duration: duration(bar.ring.lengthUs) })}</span>
        )}
        {leg.rangAtUs === null && leg.extension !== null && <span>{t('quiet')}</span>}
        {leg.answeredAtUs !== null && bar.talk && (
          <span>{t('talking', { time: exactTime(leg.answeredAtUs), duration: duration(bar.talk.lengthUs) })}</span>
        )}
        {leg.endedAtUs !== null && <span>{t('endedAt', { time: exactTime(leg.endedAtUs) })}</span>}
      </p>
    </li>
  );
}

/** Where I call out, the phones that I ring count as mine as well, and yet they are not my phone. */
function isMyPhone(leg: Leg, call: CallRow): boolean {
  return leg.mine && (call.direction === 'in' ? leg.extension !== null : leg.extension === call.extension);
}

function Part({ kind, stretch }: { readonly kind: 'ring' | 'talk'; readonly stretch: Stretch | null }) {
  if (stretch === null) return null;
  return (
    <span
      className="leg-part"
      data-kind={kind}
      style={{ insetInlineStart: `${stretch.start}%`, inlineSize: `${stretch.width}%` }}
    />
  );
}
