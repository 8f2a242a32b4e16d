import type { ComponentType } from 'react';

import { Cards } from './Cards.tsx';
import { Controls } from './Controls.tsx';
import { Marks } from './Marks.tsx';
import { Messages } from './Messages.tsx';
import { Reachability } from './Reachability.tsx';
import { Tokens } from './Tokens.tsx';
import { UpdateStates } from './UpdateStates.tsx';

import './design.css';

const chapters: readonly (readonly [title: string, Chapter: ComponentType])[] = [
  ['Tokens', Tokens],
  ['Marks', Marks],
  ['Controls', Controls],
  ['Messages', Messages],
  ['Cards', Cards],
  ['Reachability', Reachability],
  ['Updates', UpdateStates],
];

/** Every component in every state, in light and dark side by side. */
export function DesignPage() {
  return (
    <main className="design">
      <h1>Ringside design</h1>
      {chapters.map(([title, Chapter]) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <div className="design-both">
            {(['light', 'dark'] as const).map((scheme) => (
              <div key={scheme} className="design-side" data-scheme={scheme}>
                <Chapter />
              </div>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}
