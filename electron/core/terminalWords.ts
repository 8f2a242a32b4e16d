import { isUnused, policyFaultSentence } from '../../shared/policy.ts';
import type { ListenerState, Notice } from '../../shared/status.ts';
import { en } from '../../shared/words/en.ts';

/** What the terminal is told of the listener, and on which stream; null for nothing. */
export function wordsOfListener(state: ListenerState): ['stdout' | 'stderr', string] | null {
  switch (state.kind) {
    case 'listening':
      return ['stdout', `Webhook: ${state.webhook}`];
    case 'port-taken':
      return [
        'stderr',
        `Port ${state.port} is taken by another program. Ringside tries again every few seconds; quit that program, ` +
          'or choose another port in Settings or with --port (the tunnel has to point at it).',
      ];
    case 'failed':
      return ['stderr', `Ringside cannot listen on port ${state.port}: ${state.message}.`];
    case 'starting':
    case 'stopped':
      return null;
  }
}

export function wordsOfNotice(notice: Notice): string {
  switch (notice.kind) {
    case 'database-moved-aside':
      return `The database was damaged. It was moved to ${notice.path}; what can be read of it is being brought back.`;
    case 'token-replaced':
      return `The file with the webhook token could not be understood. It was moved to ${notice.path}; the address is a new one, which the PBX has to be given.`;
    case 'settings-moved-aside':
      return `The settings file could not be understood. It was moved to ${notice.path}; the defaults are in force.`;
    case 'policy-faulty': {
      const words = { ...en.settingFaults, ...en.policyFaults };
      const faults = notice.faults.map((fault) => `\n  ${policyFaultSentence(fault, words)}`);
      return `The policy of your organisation, ${notice.path}, is not ${isUnused(notice.faults) ? '' : 'all '}in force:${faults.join('')}`;
    }
    case 'import-taken-back':
      return `Ringside ended in the middle of an import of contacts. All of it was taken back (${notice.contacts} contacts).`;
    case 'core-restarted':
      return 'Ringside was restarted after a failure.';
  }
}
