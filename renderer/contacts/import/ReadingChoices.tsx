import { useTranslations } from 'use-intl';

import type { ImportPlan } from '../../../shared/contactImport.ts';

/** The encodings that files of contacts come in, as their names are written. */
const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1253',
  'iso-8859-7',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'iso-8859-15',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

const separators = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

interface ReadingChoicesProps {
  readonly plan: ImportPlan;
  readonly onChange: (how: Partial<Pick<ImportPlan, 'encoding' | 'separator'>>) => void;
}

/** The encoding and the separator that were told by the bytes, for whoever sees that they were told wrong. */
export function ReadingChoices({ plan: { encoding, separator }, onChange }: ReadingChoicesProps) {
  const t = useTranslations('contactImport');
  const known: readonly string[] = encodings;
  const all = known.includes(encoding.toLowerCase()) ? known : [encoding, ...known];
  return (
    <div className="import-reading">
      <label>
        {t('encoding')}
        <select value={encoding} onChange={(event) => onChange({ encoding: event.target.value })}>
          {all.map((one) => (
            <option key={one} value={one.toLowerCase() === encoding.toLowerCase() ? encoding : one}>
              {one.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      {separator !== null && (
        <label>
          {t('separator')}
          <select
            value={separator}
            onChange={(event) => {
              if (isSeparator(event.target.value)) onChange({ separator: event.target.value });
            }}
          >
            {Object.entries(separators).map(([sign, name]) => (
              <option key={sign} value={sign}>
                {t(`separators.${name}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function isSeparator(sign: string): sign is keyof typeof separators {
  return sign in separators;
}
