import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it } from 'vitest';

import { lazyView } from '../../renderer/frame/lazyView.tsx';
import { english } from '../../renderer/language/speech.ts';
import { Surroundings } from '../../renderer/Surroundings.tsx';
import { createFakeCore } from './support/fakeCore.ts';
import './support/page.tsx';

it('a view that cannot be loaded says so calmly, and the page goes on', async () => {
  const View = lazyView(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  render(
    <Surroundings bridge={createFakeCore().bridge} speech={english}>
      <p>Elsewhere</p>
      <Suspense>
        <View />
      </Suspense>
    </Surroundings>,
  );
  expect(await screen.findByText('This page could not be loaded')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  expect(screen.getByText('Elsewhere')).toBeDefined();
});
