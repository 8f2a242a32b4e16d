/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { ContactDraft } from '../../../shared/contact.ts';
import type { ImportDeed, ImportRow } from '../../../shared/contactImport.ts';
import { useImportRow } from './useImportRow.ts';
import { useWhyWords } from './useWhyWords.ts';

interface ImportLineProps {
  readonly id: string;
  readonly index: number;
  /** Position in the table, from 1, the header being the first. */
  readonly rowIndex: number;
  readonly onChoose: (row: number, deed: ImportDeed) => void;
}

/** One contact of the file: who it is, what becomes of it, and why. */
export function ImportLine({ id, index, rowIndex, onChoose }: ImportLineProps) {
  const row = useImportRow(id, index);
  return (
    <div role="row" className="line" aria-rowindex={rowIndex} data-bad={row?.kind === 'bad'}>
      <Cell name="line">{row?.line}</Cell>
      <Cell name="name">
        {row && (row.kind === 'good' ? <Who draft={row.draft} /> : <Unreadable text={row.text} />)}
      </Cell>
      <Cell name="numbers">{row?.kind === 'good' && <Numbers draft={row.draft} />}</Cell>
      <Cell name="deed">{row && <Deed row={row} onChoose={(deed) => onChoose(row.index, deed)} />}</Cell>
      <Cell name="why">{row && <Why row={row} />}</Cell>
    </div>
  );
}

function Cell({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div role="cell" className={`cell import-${name}`}>
      {children}
    </div>
  );
}

function Who({ draft: { name, company } }: { readonly draft: ContactDraft }) {
  const title = [name, company].filter(Boolean).join(', ');
  return (
    <span className="import-who" title={title}>
      {name !== '' && <bdi dir="auto">{name}</bdi>}
      {company !== null && (
        <bdi className={name === '' ? undefined : 'quiet'} dir="auto">
          {company}
        </bdi>
      )}
    </span>
  );
}

function Unreadable({ text }: { readonly text: string }) {
  return (
    <bdi className="code" dir="auto" title={text}>
      {text}
    </bdi>
  );
}

function Numbers({ draft: { numbers, email } }: { readonly draft: ContactDraft }) {
  const text = numbers.map(({ number }) => number).join(', ');
  return (
    <bdi dir="ltr" title={text}>
      {text === '' ? email : text}
    </bdi>
  );
}

interface DeedProps {
  readonly row: ImportRow;
  readonly onChoose: (deed: ImportDeed) => void;
}

function Deed({ row, onChoose }: DeedProps) {
  const t = useTranslations('contactImport');
  if (row.kind === 'bad') return <span data-deed="bad">{t('unreadable')}</span>;
  const { possible, deed, draft } = row;
  if (possible.length < 2) return <span data-deed={deed}>{t(`deed.${deed}`)}</span>;
  const name = draft.name || draft.company || draft.numbers[0]?.number || '';
  return (
    <select
      data-deed={deed}
      aria-label={t('deedOf', { name })}
      value={deed}
      onChange={(event) => {
        const chosen = possible.find((one) => one === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {possible.map((one) => (
        <option key={one} value={one}>
          {t(`deed.${one}`)}
        </option>
      ))}
    </select>
  );
}

function Why({ row }: { readonly row: ImportRow }) {
  const words = useWhyWords()(row);
  return <span title={words}>{words}</span>;
}
