import { useTranslations } from 'use-intl';

import type { CallDetail } from '../../shared/call.ts';
import { Icon } from '../components/Icon.tsx';

/** Why nothing popped up for a call that rang me. */
export function HeldBack({ heldBack }: Pick<CallDetail, 'heldBack'>) {
  const t = useTranslations('call.heldBack');
  if (heldBack === null) return null;
  return (
    <p className="call-note">
      <Icon name="moon" />
      <span>{t('told', { reason: t(heldBack.reason) })}</span>
    </p>
  );
}
