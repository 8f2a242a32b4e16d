import { createRoot } from 'react-dom/client';

import { english } from '../language/speech.ts';
import { Surroundings } from '../Surroundings.tsx';
import { Toaster } from '../toast/Toaster.tsx';
import { DesignPage } from './DesignPage.tsx';
import { sampleBridge } from './sampleBridge.ts';

/** Opens the page of every component in place of the app, for whoever works on Ringside. */
export function openDesign(root: HTMLElement): void {
  createRoot(root).render(
    <Surroundings bridge={sampleBridge()} speech={english}>
      <Toaster>
        <DesignPage />
      </Toaster>
    </Surroundings>,
  );
}
