import { outcomes } from '../../shared/call.ts';
import { Clock } from '../components/Clock.tsx';
import { FollowUpMark } from '../components/FollowUpMark.tsx';
import { Icon, iconNames } from '../components/Icon.tsx';
import { OutcomeMark } from '../components/OutcomeMark.tsx';
import { PartyName } from '../components/PartyName.tsx';
import { callWithOutcome, parties, sampleCall } from './samples.ts';
import { Specimen } from './Specimen.tsx';

const dots = ['good', 'warn', 'bad', 'quiet'];

/** What says something at a glance. */
export function Marks() {
  return (
    <>
      <Specimen name="Icons">
        {iconNames.map((name) => (
          <span key={name} title={name}>
            <Icon name={name} />
          </span>
        ))}
      </Specimen>
      <Specimen name="Outcomes">
        {outcomes.map((outcome) => (
          <OutcomeMark key={outcome} call={callWithOutcome(outcome)} />
        ))}
        <OutcomeMark call={sampleCall({ outcome: 'missed', reason: 'caller-hung-up' })} />
        <OutcomeMark call={sampleCall({ outcome: 'answered-elsewhere', answeredBy: '1003' })} />
      </Specimen>
      <Specimen name="People">
        {Object.entries(parties).map(([name, party]) => (
          <PartyName key={name} party={party} />
        ))}
      </Specimen>
      <Specimen name="Small marks">
        {dots.map((tone) => (
          <span key={tone} className="dot" data-tone={tone} />
        ))}
        <span className="badge">Badge</span>
        <FollowUpMark />
        <kbd>S</kbd>
        <Clock sinceUs={sampleCall().startedAtUs} />
        <span className="quiet">quiet words</span>
      </Specimen>
    </>
  );
}
