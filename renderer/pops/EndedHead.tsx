import type { CallRow } from '../../shared/call.ts';
import { Icon } from '../components/Icon.tsx';
import { outcomeLook } from '../components/outcomeLook.ts';
import { CardParty } from './CardParty.tsx';
import { DismissButton } from './DismissButton.tsx';
import { useEndWords } from './useEndWords.ts';

/** How the call ended. */
export function EndedHead({ call }: { readonly call: CallRow }) {
  const endWords = useEndWords();
  const { icon, tone } = outcomeLook[call.outcome];
  return (
    <>
      <div className="pop-slim">
        <CardParty call={call} />
        <DismissButton callRef={call.ref} />
      </div>
      <output className="outcome pop-end" data-tone={tone}>
        <span className="outcome-shape">
          <Icon name={icon} />
        </span>
        <span className="outcome-word">{endWords(call)}</span>
      </output>
    </>
  );
}
