import { updatesOffReasons, updateTroubles, type Updates } from '../../shared/updates.ts';
import { UpdateState } from '../updates/UpdateState.tsx';
import type { UpdateDeeds } from '../updates/useUpdates.ts';
import { Specimen } from './Specimen.tsx';

const atUs = Math.floor(Date.now() / 1000) * 1_000_000;
const stay = () => undefined;
const deeds: UpdateDeeds = { check: stay, install: stay, isRestarting: false, error: null };
const ready = {
  kind: 'ready',
  version: '1.2.0',
  notes: '- Cards come up sooner\n- <b>Greek</b> names sort right',
} as const;

const courses: readonly Updates[] = [
  { kind: 'newest', checkedAtUs: null },
  { kind: 'newest', checkedAtUs: atUs },
  { kind: 'checking' },
  { kind: 'downloading', version: '1.2.0', percent: 43 },
  { ...ready, waitsForCall: false },
  { ...ready, waitsForCall: true },
];

/** How it can stand with newer versions. */
export function UpdateStates() {
  return (
    <>
      <Specimen name="Course">
        {courses.map((updates) => (
          <UpdateState key={JSON.stringify(updates)} updates={updates} deeds={deeds} />
        ))}
      </Specimen>
      <Specimen name="Trouble">
        {updateTroubles.map((trouble) => (
          <UpdateState
            key={trouble}
            updates={{ kind: 'failed', trouble, detail: 'net::ERR_NAME_NOT_RESOLVED', atUs }}
            deeds={deeds}
          />
        ))}
      </Specimen>
      <Specimen name="Off">
        {updatesOffReasons.map((reason) => (
          <UpdateState key={reason} updates={{ kind: 'off', reason }} deeds={deeds} />
        ))}
      </Specimen>
    </>
  );
}
