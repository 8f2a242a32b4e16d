import { expect, test } from 'vitest';

import { contentType } from '../../shared/contentType.ts';

test('a script is served as a script, and an unknown file as bytes', () => {
  expect(contentType('/x/index.JS')).toBe('text/javascript; charset=utf-8');
  expect(contentType('/x/settings.exe')).toBe('application/octet-stream');
});
