import type { Argument, Bridge, Reply, RequestName, Result } from '../../shared/contract.ts';
import { defaultSettings, type Settings } from '../../shared/settings.ts';

/** Stands in for the core: it has settings, and refuses all else. */
export function sampleBridge(): Bridge {
  let settings: Settings = { ...defaultSettings, extensions: ['1002'], crmUrl: 'https://crm.example.com/{digits}' };

  function answer(name: RequestName, argument: unknown): Reply {
    if (name === 'settings.change') settings = { ...settings, ...(argument as Partial<Settings>) };
    if (name === 'settings.get' || name === 'settings.change') {
      return {
        ok: true,
        value: { settings, defaults: defaultSettings, held: {}, policy: null } satisfies Result<'settings.get'>,
      };
    }
    return { ok: false, error: { code: 'unavailable', message: 'There is no core behind this page.' } };
  }

  return {
    host: 'browser',
    request: <Name extends RequestName>(name: Name, argument: Argument<Name>) =>
      Promise.resolve(answer(name, argument) as Reply<Name>),
    subscribe: () => () => undefined,
  };
}
