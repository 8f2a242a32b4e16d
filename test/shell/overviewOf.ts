import type { Overview } from '../../electron/shell/overview.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Status } from '../../shared/status.ts';

export const listening: Status = {
  version: '1.0.0',
  versions: { electron: null, chromium: null, node: '24.0.0' },
  dataDir: '/data',
  listener: { kind: 'listening', port: 47_100, webhook: 'http://127.0.0.1:47100/hooks/x' },
  store: { kind: 'open' },
  notices: [],
  lastEventAtUs: null,
  rejected: 0,
  wrongToken: 0,
  notificationTrouble: null,
};

/** A quiet morning: everything works, nothing rings. Changed by what a test is about. */
export function overviewOf(change: Partial<Overview> = {}): Overview {
  return {
    status: listening,
    reach: null,
    settings: defaultSettings,
    held: {},
    pops: [],
    recent: [],
    toCallBack: 0,
    ...change,
  };
}
