import { useId, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { saveFile } from '../files/saveFile.ts';
import { csvOf } from './csv.ts';

interface PanelProps {
  readonly title: string;
  readonly hint?: string;
  /** The other way to look at it, where there is one. */
  readonly other?: { readonly word: string; readonly label: string; readonly isOn: boolean; readonly turn: () => void };
  readonly csv: {
    /** Of the file, without its ending. */
    readonly name: string;
    readonly lines: () => readonly (readonly (string | number)[])[];
  };
  readonly children: ReactNode;
}

/** One thing that statistics tell, with the file of its numbers one click away. */
export function Panel({ title, hint, other, csv, children }: PanelProps) {
  const t = useTranslations('statistics');
  const id = useId();
  return (
    <section className="stat" aria-labelledby={id}>
      <header className="stat-header">
        <div>
          <h2 id={id}>{title}</h2>
          {hint !== undefined && <p>{hint}</p>}
        </div>
        {other && (
          <button
            type="button"
            className="button small"
            aria-pressed={other.isOn}
            aria-label={other.label}
            onClick={other.turn}
          >
            <Icon name="table" />
            {other.word}
          </button>
        )}
        <button
          type="button"
          className="button small"
          aria-label={t('csvOf', { title })}
          onClick={() => saveFile(`${csv.name}.csv`, 'text/csv;charset=utf-8', [csvOf(csv.lines())])}
        >
          <Icon name="export" />
          {t('csv')}
        </button>
      </header>
      {children}
    </section>
  );
}
