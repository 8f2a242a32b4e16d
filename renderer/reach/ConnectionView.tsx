import { Connection } from './Connection.tsx';
import { ReachWords } from './ReachWords.tsx';

/** Whether the PBX reaches Ringside, and everything that can be done about it. */
export function ConnectionView() {
  return (
    <ReachWords>
      <Connection />
    </ReachWords>
  );
}
