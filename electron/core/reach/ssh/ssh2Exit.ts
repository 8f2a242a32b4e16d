import type { Exit } from '../machine.ts';

/** What an error of the ssh library means, where its kind alone tells. */
export function ssh2Exit(error: Error & { level?: string; code?: string }): Exit {
  const detail = error.message;
  if (error.level === 'client-authentication') return { class: 'blocked', trouble: { code: 'auth-refused', detail } };
  if (error.level === 'client-dns' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return { class: 'transient', trouble: { code: 'unresolved', detail } };
  }
  return { class: 'transient', trouble: { code: 'unreachable', detail } };
}
