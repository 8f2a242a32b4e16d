import type { Scenario } from '../scenario.ts';
import { createStage } from '../stage.ts';
import { directAnswered } from './direct.ts';

/** A webhook belongs to a whole domain, so most of what it tells is about other people. */

const otherExtension: Scenario = {
  name: 'other-extension',
  says: 'A customer calls a colleague. None of your business.',
  play(desk) {
    const { deliveries } = directAnswered.play({ ...desk, extension: createStage(desk).colleague(0) });
    return { deliveries, expected: [] };
  },
};

const otherDomain: Scenario = {
  name: 'other-domain',
  says: 'A customer calls your extension number in another company.',
  play(desk) {
    const { deliveries } = directAnswered.play({ ...desk, domain: `other.${desk.domain}` });
    return { deliveries, expected: [] };
  },
};

export const strangers: readonly Scenario[] = [otherExtension, otherDomain];
