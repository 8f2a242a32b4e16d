import { getCountries } from 'libphonenumber-js';
import { expect, test } from 'vitest';

import { countries } from '../../shared/countries.ts';

test('the countries are those whose numbers can be read', () => {
  expect(countries).toEqual(getCountries().sort());
});
