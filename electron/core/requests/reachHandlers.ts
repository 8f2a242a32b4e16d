import type { Us } from '../../../shared/call.ts';
import type { RequestName } from '../../../shared/contract.ts';
import type { ReachDesk } from '../reach/openReach.ts';
import { hostKeys } from '../reach/ssh/hostKeys.ts';
import { sshIdentity } from '../reach/ssh/identity.ts';
import { pinnedHostKey } from '../reach/ssh/knownHosts.ts';
import { sshRecipe } from '../reach/ssh/recipe.ts';
import { whyUnavailable } from '../store/keeper.ts';
import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore } from './openStore.ts';
import { Refusal } from './refusal.ts';

/** For how long events are looked at that may tell whose phone this is: as long as calls of strangers are kept at most. */
const suggestUs: Us = 600_000_000;

type Names = Extract<
  RequestName,
  `reach.${string}` | `secrets.${string}` | `ssh.${string}` | `selfTest.${string}` | `setup.${string}`
>;

/** Whether events get here, and what can be done about it. */
export function reachHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  const { clock, dataDir, reach, settings, status } = options;
  const desk = (): ReachDesk => {
    const open = reach();
    if (open === null) throw new Refusal('unavailable', whyUnavailable(status().store));
    return open;
  };
  /** What the disk or the key store refuses is said. */
  const keep = async (work: () => Promise<void> | void): Promise<null> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      throw new Refusal('unavailable', { kind: 'not-kept', detail });
    }
    return null;
  };
  return {
    'reach.get': () => desk().view(),
    'reach.restart': () => {
      desk().restart();
      return null;
    },
    'reach.confirmAddress': () => keep(() => desk().confirmAddress()),
    'reach.rotateToken': () => keep(() => desk().rotateToken()),
    'reach.retireOldToken': () => keep(() => desk().retireOldToken()),
    'reach.gaps': () => desk().gaps(),
    'secrets.set': ({ name, value }) => keep(() => desk().setSecret(name, value)),
    async 'ssh.hostKeys'({ host, port }) {
      const asked = await hostKeys(host, port);
      if (asked.kind === 'keys') return asked.keys;
      const { code, detail } = asked.trouble;
      throw new Refusal('bad-request', { kind: 'server-silent', detail: detail === '' ? code : detail });
    },
    'ssh.pin': (key) =>
      keep(() => {
        if (!desk().pin(key)) throw new Refusal('bad-request', { kind: 'other-host-key' });
      }),
    'ssh.recipe': () => {
      const { ssh } = settings().settings.reach;
      return sshRecipe(ssh, sshIdentity(dataDir).publicKey, pinnedHostKey(dataDir, ssh.host, ssh.port));
    },
    'selfTest.start': () => desk().selfTests.start(),
    'selfTest.get': () => desk().selfTests.get(),
    'selfTest.seen': (id) => {
      desk().seen(id);
      return null;
    },
    'setup.suggestions': () => openStore(options).strangers.extensions(clock.nowUs() - suggestUs, 5),
  };
}
