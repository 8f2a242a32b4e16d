import { useTranslations } from 'use-intl';

import type { Notice } from '../../shared/notice.ts';
import { Icon } from '../components/Icon.tsx';

interface NoticeLineProps {
  readonly notice: Notice;
  /** Instead of name, version and licence. */
  readonly title?: string;
}

/** One part in a line; it unfolds to the words of its licence. */
export function NoticeLine({ notice: { name, version, licence, author, homepage, text }, title }: NoticeLineProps) {
  const t = useTranslations('about');
  return (
    <details className="notice-line">
      <summary>
        <Icon name="chevron" />
        {title === undefined ? (
          <>
            <span className="notice-name">{name}</span>
            <span className="notice-version">{version}</span>
            <span className="notice-licence">{licence}</span>
          </>
        ) : (
          <span>{title}</span>
        )}
      </summary>
      {title === undefined && (
        <dl className="about-facts">
          <Fact word={t('author')} value={author} />
          <Fact word={t('homepage')} value={homepage} />
        </dl>
      )}
      {/* The words are the authors', and are kept as they are. */}
      <pre lang="en" dir="ltr">
        {text}
      </pre>
    </details>
  );
}

function Fact({ word, value }: { readonly word: string; readonly value: string | null }) {
  if (value === null) return null;
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
