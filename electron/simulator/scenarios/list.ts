import type { Scenario } from '../scenario.ts';
import { dialect } from './dialect.ts';
import { direct } from './direct.ts';
import { faults } from './faults.ts';
import { groups } from './groups.ts';
import { outbound } from './outbound.ts';
import { queues } from './queues.ts';
import { strangers } from './strangers.ts';
import { transfers } from './transfers.ts';

/** Every story the PBX can tell, in the order of the list. */
export const scenarios: readonly Scenario[] = [
  ...direct,
  ...groups,
  ...queues,
  ...transfers,
  ...outbound,
  ...faults,
  ...strangers,
  ...dialect,
];
