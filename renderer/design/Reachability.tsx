import { AddressChanged } from '../reach/AddressChanged.tsx';
import { AnswerCard } from '../reach/AnswerCard.tsx';
import { Fold } from '../reach/Fold.tsx';
import { HopLine } from '../reach/HopLine.tsx';
import { ReachWords } from '../reach/ReachWords.tsx';
import { Traffic } from '../reach/Traffic.tsx';
import { WayList } from '../reach/WayList.tsx';
import { reaches, sampleReach, sampleStatus, tests } from './reachSamples.ts';
import { Specimen } from './Specimen.tsx';

const stay = () => undefined;
const moved = sampleReach({ kind: 'up', sinceUs: 0 }, { changedFrom: 'https://old.example.com/hooks/9f2c4b7d81e6' });

/** Whether the PBX reaches Ringside, and what can be done about it. */
export function Reachability() {
  return (
    <ReachWords>
      <Specimen name="Answers">
        {Object.entries(reaches).map(([name, reach]) => (
          <AnswerCard key={name} reach={reach} status={sampleStatus} way="ssh" onShowWay={stay} />
        ))}
      </Specimen>
      <Specimen name="Another address">
        <AddressChanged reach={moved} />
      </Specimen>
      <Specimen name="What arrived">
        <Traffic reach={moved} status={sampleStatus} />
      </Specimen>
      <Specimen name="Test ring">
        {tests.map((hops) => (
          <ol key={hops.map((hop) => hop.state).join(' ')} className="hops">
            {hops.map((hop) => (
              <HopLine key={hop.hop} result={hop} />
            ))}
          </ol>
        ))}
      </Specimen>
      <Specimen name="Ways">
        <WayList inUse="none" chosen="ssh" hold={undefined} onChoose={stay} />
      </Specimen>
      <Specimen name="Folded up">
        <Fold title="Quiet" state="None">
          What is wanted now and then.
        </Fold>
        <Fold title="Warning" state="3 deliveries" tone="warn">
          What is wanted now and then.
        </Fold>
        <Fold title="Bad" state="Not reached" tone="bad">
          What is wanted now and then.
        </Fold>
      </Specimen>
    </ReachWords>
  );
}
