import type { FollowUp, Us } from '../../shared/call.ts';
import { Person } from './Person.tsx';
import { personKey } from './personKey.ts';

/** What can be done about somebody who waits. */
export interface PeopleDeeds {
  /** Who is asked about until when they may wait, by key. */
  readonly asking: string | null;
  readonly onAsk: (key: string | null) => void;
  readonly onSettle: (person: FollowUp, reason: string | null) => void;
  readonly onSnooze: (person: FollowUp, untilUs: Us | null) => void;
}

interface PeopleListProps {
  readonly people: readonly FollowUp[];
  readonly name: string;
  /** The call that is open beside the list, by ref. */
  readonly open: string | null;
  readonly deeds: PeopleDeeds;
}

/** People under one name; nothing while there are none. */
export function PeopleList({ people, name, open, deeds }: PeopleListProps) {
  if (people.length === 0) return null;
  return (
    <ul className="people" aria-label={name}>
      {people.map((person) => {
        const key = personKey(person);
        return (
          <Person
            key={key}
            person={person}
            isOpen={person.calls.some((call) => call.ref === open)}
            asksSnooze={deeds.asking === key}
            onAskSnooze={(asks) => deeds.onAsk(asks ? key : null)}
            onSettle={(reason) => deeds.onSettle(person, reason)}
            onSnooze={(untilUs) => deeds.onSnooze(person, untilUs)}
          />
        );
      })}
    </ul>
  );
}
