import { useMessages } from 'use-intl';

import { type PolicyFault, policyFaultSentence } from '../../shared/policy.ts';

/** Says what is wrong with the organisation's policy, in the language of the window. */
export function usePolicyFaultWords(): (fault: PolicyFault) => string {
  const { settingFaults, policyFaults } = useMessages();
  const words = { ...settingFaults, ...policyFaults };
  return (fault) => policyFaultSentence(fault, words);
}
