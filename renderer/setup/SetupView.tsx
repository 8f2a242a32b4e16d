import { ReachWords } from '../reach/ReachWords.tsx';
import { Setup } from './Setup.tsx';

/** From the first start to the first pop-up. */
export function SetupView() {
  return (
    <ReachWords>
      <Setup />
    </ReachWords>
  );
}
