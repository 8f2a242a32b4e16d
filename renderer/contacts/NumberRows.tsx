import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import type { NumberFields } from './form.ts';
import type { NumberFault, useContactForm } from './useContactForm.ts';

/** What numbers are usually called; any other word will do. */
const usualLabels = ['mobile', 'work', 'home', 'main', 'fax'] as const;

/** The numbers, each with what it is called, and always room for one more. */
export function NumberRows({ writing }: { readonly writing: ReturnType<typeof useContactForm> }) {
  const t = useTranslations('contact');
  const id = useId();
  const rows = useRef<HTMLFieldSetElement>(null);
  const { form, faults } = writing;
  useEffect(() => {
    if (faults.size > 0) rows.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  return (
    <>
      <span id={id} aria-hidden="true">
        {t('numbers')}
      </span>
      <fieldset className="number-rows" aria-labelledby={id} ref={rows}>
        {form.numbers.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            position={index + 1}
            labels={`${id}-labels`}
            isLast={index === form.numbers.length - 1}
            fault={faults.get(row.key) ?? null}
            writing={writing}
          />
        ))}
        <datalist id={`${id}-labels`}>
          {usualLabels.map((label) => (
            <option key={label}>{t(`labels.${label}`)}</option>
          ))}
        </datalist>
      </fieldset>
    </>
  );
}

interface RowProps {
  readonly row: NumberFields;
  readonly position: number;
  /** The id of the usual labels. */
  readonly labels: string;
  readonly isLast: boolean;
  readonly fault: NumberFault | null;
  readonly writing: ReturnType<typeof useContactForm>;
}

function Row({ row, position, labels, isLast, fault, writing }: RowProps) {
  const t = useTranslations('contact');
  const faultWords = useTranslations('contactFaults');
  const id = useId();
  return (
    <div className="number-row">
      <input
        type="text"
        inputMode="tel"
        dir="ltr"
        aria-label={t('number', { position })}
        aria-invalid={fault !== null && !(fault.kind === 'taken' && fault.isMoved)}
        aria-describedby={id}
        placeholder={isLast ? t('addNumber') : undefined}
        autoComplete="off"
        maxLength={50}
        value={row.number}
        onChange={(event) => writing.changeNumber(row.key, { number: event.target.value })}
      />
      <input
        type="text"
        dir="auto"
        aria-label={t('label', { position })}
        placeholder={t('labelPlaceholder')}
        list={labels}
        autoComplete="off"
        maxLength={50}
        value={row.label}
        onChange={(event) => writing.changeNumber(row.key, { label: event.target.value })}
      />
      <button
        type="button"
        className="button bare"
        aria-label={t('removeNumber', { position })}
        title={t('removeNumber', { position })}
        disabled={isLast}
        onClick={() => writing.removeNumber(row.key)}
      >
        <Icon name="cross" />
      </button>
      <div id={id} className="number-fault" role="alert">
        {fault?.kind === 'bad' && faultWords(fault.why)}
        {fault?.kind === 'taken' && <Taken fault={fault} onMove={() => writing.moveHere(row.key)} />}
      </div>
    </div>
  );
}

interface TakenProps {
  readonly fault: Extract<NumberFault, { kind: 'taken' }>;
  readonly onMove: () => void;
}

/** A number belongs to one contact. */
function Taken({ fault: { by, isMoved }, onMove }: TakenProps) {
  const t = useTranslations('contact');
  const name = by.name;
  if (isMoved) return <span>{t('isMoved', { name })}</span>;
  return (
    <>
      <span>{t('belongsTo', { name })}</span>
      <button type="button" className="button" onClick={onMove}>
        {t('moveHere')}
      </button>
    </>
  );
}
