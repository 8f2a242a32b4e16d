import { useMessages, useTranslations } from 'use-intl';

import type { CallChange, Preview } from '../../shared/preview.ts';
import { findingWords } from '../../shared/words/findingWords.ts';
import { PartyName } from '../components/PartyName.tsx';
import { useDuration } from '../format/useDuration.ts';
import { useFormats } from '../format/useFormats.ts';
import { hrefOf } from '../route/route.ts';

/** What a rebuild would change, call by call. */
export function RebuildPreview({ preview }: { readonly preview: Preview }) {
  const t = useTranslations('settings.preview');
  const { calls, changed, changes } = preview;
  const sentences = [
    changed === 0 ? t('nothing') : t('count', { changed, calls }),
    changes.length < changed && t('first', { shown: changes.length }),
  ];
  return (
    <div className="preview">
      <output>{sentences.filter(Boolean).join(' ')}</output>
      {changes.length > 0 && (
        <table aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('party')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ChangeLine key={change.ref} change={change} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function ChangeLine({ change }: { readonly change: CallChange }) {
  const { outcome, reason, finding } = useMessages();
  const reader = { words: { outcome, reason, finding }, duration: useDuration() };
  const { moment } = useFormats();
  const { ref, startedAtUs, party, before, after } = change;
  const when = moment(startedAtUs);
  return (
    <tr>
      <td>{before === null ? when : <a href={hrefOf({ kind: 'call', ref })}>{when}</a>}</td>
      <td>
        <PartyName party={party} />
      </td>
      <td>{findingWords(before, after, reader)}</td>
      <td>{findingWords(after, before, reader)}</td>
    </tr>
  );
}
