import { expect, test } from 'vitest';

import { createRestartNotice } from '../../electron/shell/restartNotice.ts';
import type { Reply } from '../../shared/contract.ts';
import type { Notice } from '../../shared/status.ts';

const moved: Notice = { kind: 'settings-moved-aside', path: '/data/settings.json', atUs: 1 };
const status: Reply = {
  ok: true,
  value: {
    version: '1.0.0',
    versions: { electron: null, chromium: null, node: '24.0.0' },
    dataDir: '/data',
    listener: { kind: 'starting' },
    store: { kind: 'open' },
    notices: [moved],
    lastEventAtUs: null,
    rejected: 0,
    wrongToken: 0,
    notificationTrouble: null,
  },
};
const dismissed: Reply = { ok: true, value: null };
const unavailable: Reply = { ok: false, error: { code: 'unavailable', message: 'down' } };

test('a status says that the core was restarted, beside what the core itself has to say', () => {
  const notice = createRestartNotice();
  notice.raise(42);
  expect(notice.amend('status.get', status)).toMatchObject({
    value: { version: '1.0.0', notices: [moved, { kind: 'core-restarted', atUs: 42 }] },
  });
});

test('without a restart every reply passes unchanged', () => {
  expect(createRestartNotice().amend('status.get', status)).toBe(status);
});

test('only a status is amended, and only when there is one', () => {
  const notice = createRestartNotice();
  notice.raise(42);
  expect(notice.amend('calls.live', dismissed)).toBe(dismissed);
  expect(notice.amend('status.get', unavailable)).toBe(unavailable);
});

test('once dismissed it is gone; a dismissal that failed leaves it', () => {
  const notice = createRestartNotice();
  notice.raise(42);
  notice.amend('notices.dismiss', unavailable);
  expect(notice.amend('status.get', status)).not.toBe(status);
  notice.amend('notices.dismiss', dismissed);
  expect(notice.amend('status.get', status)).toBe(status);
});
