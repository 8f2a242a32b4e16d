import { useState, type ReactNode, type Ref } from 'react';

import { Icon } from '../components/Icon.tsx';

interface FoldProps {
  readonly title: string;
  /** How it stands, in a few words, in sight while it is folded up. */
  readonly state: string;
  readonly tone?: 'warn' | 'bad' | 'quiet';
  /** With `onOpen`, when others open it too. */
  readonly isOpen?: boolean;
  readonly onOpen?: (isOpen: boolean) => void;
  readonly handle?: Ref<HTMLDetailsElement>;
  readonly children: ReactNode;
}

/** Something that is wanted now and then: its name and how it stands, and the rest on demand. */
export function Fold({ title, state, tone = 'quiet', isOpen, onOpen, handle, children }: FoldProps) {
  const [opened, setOpened] = useState(false);
  const open = isOpen ?? opened;
  return (
    <details
      className="fold"
      ref={handle}
      open={open}
      onToggle={(event) => (onOpen ?? setOpened)(event.currentTarget.open)}
    >
      <summary>
        <Icon name="chevron" />
        <h2>{title}</h2>
        <span className="fold-state" data-tone={tone}>
          {state}
        </span>
      </summary>
      {open && <div className="fold-body">{children}</div>}
    </details>
  );
}
