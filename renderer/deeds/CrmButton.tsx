import { DeedButton } from './DeedButton.tsx';
import { useDeed } from './useDeed.ts';
import { useHasCrm } from './useHasCrm.ts';

interface CrmButtonProps {
  readonly callRef: string;
  readonly isPrimary?: boolean;
  readonly isBare?: boolean;
}

/** Opens the customer system for a call; nothing where there is none. */
export function CrmButton(props: CrmButtonProps) {
  const deed = useDeed('calls.openCrm');
  return useHasCrm() && <DeedButton deed={deed} {...props} />;
}
