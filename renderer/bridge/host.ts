import { createContext, use } from 'react';

import type { Bridge } from '../../shared/contract.ts';

export const HostContext = createContext<Bridge['host']>('browser');

/** Which host shows this page. */
export function useHost(): Bridge['host'] {
  return use(HostContext);
}
