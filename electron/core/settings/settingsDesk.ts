import type { Hold, Settings, SettingsView } from '../../../shared/settings.ts';
import { followPolicy } from '../policy/followPolicy.ts';
import { Refusal } from '../requests/refusal.ts';
import type { StartOptions } from '../startOptions.ts';
import { choicesAfter, namesIn, settingsIn } from './layers.ts';

/** The settings in force, by everybody who has a say in them. */
export interface SettingsDesk {
  readonly view: () => SettingsView;
  /** Start options that are not in force, for the policy locks what they say. */
  outvoted(): readonly (keyof Settings)[];
  /** What the user has chosen in earlier runs. */
  load(choices: Partial<Settings>): void;
  /** @throws Refusal when one of them is held */
  refuseHeld(patch: Partial<Settings>): void;
  /** Changes what is named, once `save` has taken all choices that there are then. @throws what `save` throws */
  change(patch: Partial<Settings>, save: (choices: Partial<Settings>) => void): void;
  /** Looks whether the organisation's policy is another. True when it is. */
  followPolicy(): boolean;
}

const refusalOf = { 'start-option': 'fixed-setting', policy: 'locked-setting' } as const satisfies Record<Hold, string>;

export function openSettingsDesk({ port, extensions, domain, policy: source }: StartOptions): SettingsDesk {
  const start: Partial<Settings> = {
    ...(port === undefined ? {} : { port }),
    ...(extensions === undefined ? {} : { extensions }),
    ...(domain === undefined ? {} : { domain }),
  };
  const policy = followPolicy(source ?? null);
  const layered = () => settingsIn({ start, choices, policy: policy.current() });
  let choices: Partial<Settings> = {};
  let view = layered();
  return {
    view: () => view,
    outvoted: () => namesIn(start).filter((name) => view.held[name] === 'policy'),
    load(kept) {
      choices = kept;
      view = layered();
    },
    refuseHeld(patch) {
      for (const name of namesIn(patch)) {
        const hold = view.held[name];
        if (hold !== undefined) throw new Refusal('bad-request', { kind: refusalOf[hold], setting: name });
      }
    },
    change(patch, save) {
      const next = choicesAfter(patch, choices, policy.current());
      save(next);
      choices = next;
      view = layered();
    },
    followPolicy() {
      if (!policy.look()) return false;
      view = layered();
      return true;
    },
  };
}
