import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Dialog } from '../components/Dialog.tsx';

/** Which keys do what, by where they do it. Two that stand together do the same. */
const sheet = {
  everywhere: { search: ['/'], keys: ['?'], undo: ['U', 'Ctrl Z'], mask: ['Ctrl Shift H'] },
  list: {
    move: ['↑', '↓'],
    pages: ['Page ↑', 'Page ↓'],
    ends: ['Home', 'End'],
    open: ['Enter'],
    note: ['N'],
    callBack: ['C'],
    select: ['X', 'Space'],
    extend: ['Shift ↑', 'Shift ↓'],
    all: ['Ctrl A'],
    tag: ['T'],
    remove: ['Delete'],
    leave: ['Esc'],
  },
  call: { older: ['J'], newer: ['K'], note: ['N'], tag: ['T'], callBack: ['C'], back: ['Esc'] },
  followUps: { move: ['↑', '↓'], open: ['Enter'], callBack: ['C'], settle: ['S'], snooze: ['Z'], undo: ['U'] },
} as const;

/** Every key there is. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('keys');
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className="dialog-body key-sheet">
        <Place name={t('everywhere.title')}>
          <Keys of={sheet.everywhere} words={(deed) => t(`everywhere.${deed}`)} />
        </Place>
        <Place name={t('list.title')}>
          <Keys of={sheet.list} words={(deed) => t(`list.${deed}`)} />
        </Place>
        <Place name={t('call.title')}>
          <Keys of={sheet.call} words={(deed) => t(`call.${deed}`)} />
        </Place>
        <Place name={t('followUps.title')}>
          <Keys of={sheet.followUps} words={(deed) => t(`followUps.${deed}`)} />
        </Place>
      </div>
    </Dialog>
  );
}

function Place({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{name}</h3>
      <dl>{children}</dl>
    </section>
  );
}

interface KeysProps<Deed extends string> {
  readonly of: Readonly<Record<Deed, readonly string[]>>;
  readonly words: (deed: Deed) => string;
}

function Keys<Deed extends string>({ of, words }: KeysProps<Deed>) {
  return (Object.entries(of) as [Deed, readonly string[]][]).map(([deed, keys]) => (
    <div key={deed}>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{words(deed)}</dd>
    </div>
  ));
}
