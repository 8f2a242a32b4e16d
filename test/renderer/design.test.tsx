import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { DesignPage } from '../../renderer/design/DesignPage.tsx';
import { sampleBridge } from '../../renderer/design/sampleBridge.ts';
import { english } from '../../renderer/language/speech.ts';
import { Surroundings } from '../../renderer/Surroundings.tsx';
import { Toaster } from '../../renderer/toast/Toaster.tsx';
import { outcomes } from '../../shared/call.ts';
import './support/page.tsx';

beforeEach(() => {
  render(
    <Surroundings bridge={sampleBridge()} speech={english}>
      <Toaster>
        <DesignPage />
      </Toaster>
    </Surroundings>,
  );
});

it('shows every outcome in light and in dark', () => {
  const shown = [...document.querySelectorAll('.outcome')];
  expect(shown.length).toBeGreaterThan(outcomes.length * 2);
});

it('shows cards, controls and messages side by side', async () => {
  expect(await screen.findAllByRole('switch', { name: 'Switch' })).toHaveLength(2);
  expect(screen.getAllByRole('article', { name: 'Incoming call' })).toHaveLength(6);
  expect(screen.getAllByText('“Volume” changed')).toHaveLength(2);
});

it('shows every state of the way from the PBX', () => {
  const shown = new Set([...document.querySelectorAll<HTMLElement>('.answer')].map((card) => card.dataset['state']));
  expect([...shown]).toEqual(['off', 'starting', 'up', 'degraded', 'down', 'blocked']);
});
