import type { ReachState, TunnelKind } from '../../../shared/reach.ts';
import type { FakeCore } from './fakeCore.ts';

export const webhook = 'https://hooks.example.com/hooks/token';

export const nowUs = () => Date.now() * 1000;

/** Fills a core whose way from the PBX is in this state; a server for it is known. */
export function withReach(state: ReachState, kind: TunnelKind = 'ssh') {
  return (core: FakeCore) => {
    core.reach = { ...core.reach, state, webhook: state.kind === 'off' ? null : webhook };
    const { settings } = core.settings;
    const ssh = { ...settings.reach.ssh, host: 'hooks.example.com', url: 'https://hooks.example.com' };
    core.settings = { ...core.settings, settings: { ...settings, reach: { ...settings.reach, kind, ssh } } };
  };
}
