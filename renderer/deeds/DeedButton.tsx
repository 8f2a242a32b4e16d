import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import type { Deed } from './useDeed.ts';

const looks = {
  'calls.openCrm': { label: 'openCrm', icon: 'crm' },
  'calls.callBack': { label: 'callBack', icon: 'calls' },
} as const;

interface DeedButtonProps {
  readonly deed: Deed;
  readonly callRef: string;
  readonly isPrimary?: boolean;
  /** Its icon alone. */
  readonly isBare?: boolean;
}

/** Does it; what was said against it stands below. */
export function DeedButton({ deed, callRef, isPrimary = false, isBare = false }: DeedButtonProps) {
  const t = useTranslations('deed');
  const failureText = useFailureText();
  const { label, icon } = looks[deed.request];
  const look = [isPrimary && 'primary', isBare && 'bare'].filter(Boolean).join(' ');
  return (
    <>
      <button
        type="button"
        className={`button ${look}`}
        aria-label={isBare ? t(label) : undefined}
        title={isBare ? t(label) : undefined}
        disabled={deed.isPending}
        onClick={() => deed.run(callRef)}
      >
        <Icon name={icon} />
        {!isBare && t(label)}
      </button>
      {deed.error && (
        <p className="field-refusal deed-refusal" role="alert">
          {failureText(deed.error)}
        </p>
      )}
    </>
  );
}
