import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { Hold } from '../../shared/settings.ts';
import { placeholders as everyPlaceholder, type Placeholder } from '../../shared/template.ts';
import { useReasonWords } from '../components/useReasonWords.ts';
import { Field } from './Field.tsx';
import { useIsFound } from './search.ts';
import { useTemplatePreview } from './useTemplatePreview.ts';
import { useTyping } from './useTyping.ts';

interface TemplateSettingProps {
  readonly name: 'crmUrl' | 'callBackUrl' | 'recordingUrl';
  readonly label: string;
  readonly hint: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly httpHosts: readonly string[];
  /** Those that are of use here. */
  readonly placeholders?: readonly Placeholder[];
  readonly hold: Hold | undefined;
}

/** An address with words in braces, and what it comes to while it is typed. */
export function TemplateSetting({
  name,
  label,
  hint,
  placeholder,
  value,
  httpHosts,
  placeholders = everyPlaceholder,
  hold,
}: TemplateSettingProps) {
  const field = useRef<HTMLInputElement>(null);
  const { text, type, commit, onKeyDown, refusal } = useTyping({
    value,
    patchOf: (template) => ({ [name]: template.trim() }),
  });

  if (!useIsFound([label, hint])) return null;

  function insert(word: string) {
    const input = field.current;
    if (input === null) return;
    input.focus();
    const start = input.selectionStart ?? text.length;
    input.setRangeText(`{${word}}`, start, input.selectionEnd ?? start, 'end');
    type(input.value);
  }

  return (
    <div className="template">
      <Field name={name} label={label} hint={hint} hold={hold} refusal={refusal}>
        {(ties) => (
          <input
            {...ties}
            type="text"
            dir="ltr"
            ref={field}
            autoComplete="off"
            spellCheck={false}
            inputMode="url"
            value={text}
            placeholder={placeholder}
            readOnly={hold !== undefined}
            onChange={(event) => type(event.target.value)}
            onBlur={commit}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {hold === undefined && <Placeholders label={label} names={placeholders} onInsert={insert} />}
      <Preview template={text} httpHosts={httpHosts} />
    </div>
  );
}

interface PlaceholdersProps {
  readonly label: string;
  readonly names: readonly Placeholder[];
  readonly onInsert: (name: Placeholder) => void;
}

function Placeholders({ label, names, onInsert }: PlaceholdersProps) {
  const t = useTranslations('settings.crm');
  return (
    <ul className="placeholders" aria-label={`${label}: ${t('insert')}`}>
      {names.map((name) => (
        <li key={name}>
          <button
            type="button"
            className="placeholder"
            title={t(`placeholders.${name}`)}
            // The field keeps the keyboard, and its place in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(name)}
          >
            {`{${name}}`}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Preview({ template, httpHosts }: { readonly template: string; readonly httpHosts: readonly string[] }) {
  const t = useTranslations('settings.crm');
  const reasonWords = useReasonWords();
  const preview = useTemplatePreview(template, httpHosts);
  if (preview === null) return null;
  return (
    <output className="template-preview">
      {preview.kind === 'url' ? (
        <>
          {t('preview')}{' '}
          <bdi className="code" dir="ltr">
            {preview.url}
          </bdi>
        </>
      ) : (
        <span className="field-refusal">{reasonWords(preview.reason)}</span>
      )}
    </output>
  );
}
