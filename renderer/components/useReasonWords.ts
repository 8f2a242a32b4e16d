import { useMessages } from 'use-intl';

import { type Reason, refusalSentence } from '../../shared/refusal.ts';
import { useSettingName } from '../settings/useSettingName.ts';

/** Says why the core refused something, in the language of the window. */
export function useReasonWords(): (reason: Reason) => string {
  const { refusals: messages, settingFaults: faults } = useMessages();
  const nameOf = useSettingName();
  return (reason) => refusalSentence(reason, { messages, faults, nameOf });
}
