import { DeedButton } from './DeedButton.tsx';
import { useDeed } from './useDeed.ts';

/** Calls the other party of a call. */
export function CallBackButton({ callRef }: { readonly callRef: string }) {
  return <DeedButton deed={useDeed('calls.callBack')} callRef={callRef} isPrimary />;
}
