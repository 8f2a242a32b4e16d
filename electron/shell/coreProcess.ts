import { utilityProcess } from 'electron';

import type { FromCore } from '../core/remote.ts';
import type { CoreRun, CoreRunEvents } from './coreSupervisor.ts';

/** Starts `module` as the core's own process. */
export function forkCore(module: string, events: CoreRunEvents): CoreRun {
  const child = utilityProcess.fork(module, [], { serviceName: 'Ringside Core', stdio: 'inherit' });
  child.on('message', (message: FromCore) => events.message(message));
  child.once('exit', events.exit);
  return {
    post: (message) => child.postMessage(message),
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
