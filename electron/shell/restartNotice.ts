import type { Us } from '../../shared/call.ts';
import type { Reply, Result } from '../../shared/contract.ts';
import type { Notice } from '../../shared/status.ts';

/**
 * The one notice that the core cannot give itself: that it had died. Kept here, and put into what the core answers,
 * until the user has read it.
 */
export interface RestartNotice {
  raise(atUs: Us): void;
  /** Passes a reply of the core on, with the notice in it where notices are. */
  amend(name: string, reply: Reply): Reply;
}

export function createRestartNotice(): RestartNotice {
  let notice: Notice | null = null;
  return {
    raise(atUs) {
      notice = { kind: 'core-restarted', atUs };
    },
    amend(name, reply) {
      if (!reply.ok || notice === null) return reply;
      if (name === 'notices.dismiss') {
        notice = null;
        return reply;
      }
      if (name !== 'status.get') return reply;
      const status = reply.value as Result<'status.get'>;
      return { ok: true, value: { ...status, notices: [...status.notices, notice] } };
    },
  };
}
