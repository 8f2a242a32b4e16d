import { expect, test } from 'vitest';

import { scenarios } from '../../electron/simulator/scenarios/list.ts';
import { documented } from '../support/wire.ts';

const desk = {
  extension: '1002',
  domain: 'pbx.example',
  customer: '+442079460000',
  startUs: 1_700_000_000_123_456,
  seed: 1,
};

test('the builder writes the five documented events byte for byte', () => {
  const samples = scenarios.find((scenario) => scenario.name === 'documented-samples');
  const bodies = samples?.play(desk).deliveries.map((delivery) => delivery.body);

  expect(bodies).toEqual(Object.values(documented));
});

test('the documented failed event is not valid JSON, and the other four are', () => {
  const { failed, ...others } = documented;
  expect(() => JSON.parse(failed)).toThrow(SyntaxError);
  for (const [action, body] of Object.entries(others)) expect(JSON.parse(body)).toMatchObject({ action });
});
