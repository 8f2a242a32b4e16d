import { useTranslations } from 'use-intl';

import { CopyButton } from '../components/CopyButton.tsx';
import { useReading } from '../data/queries.ts';
import { Section } from '../settings/Section.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { Others } from './Others.tsx';
import { RunsOn } from './RunsOn.tsx';
import { useNotices } from './useNotices.ts';

const icon = new URL('../icon.svg', import.meta.url).href;

/** Which Ringside this is, what it runs on, where its data lies, and what it is made of under which licences. */
export function AboutView() {
  const t = useTranslations('about');
  const { data: status } = useReading('status.get', undefined);
  const { data: notices, isError } = useNotices();
  return (
    <div className="page about-view">
      <header className="view-header about-head">
        <img src={icon} alt="" />
        <div>
          <h1>{t('title')}</h1>
          <p>
            {t('what')}
            {status && ` · ${t('version', { version: status.version })}`}
          </p>
        </div>
      </header>
      {status && (
        <dl className="about-facts">
          <RunsOn versions={status.versions} notices={notices} />
          <div>
            <dt>{t('data')}</dt>
            <dd>
              <bdi className="code" dir="ltr">
                {status.dataDir}
              </bdi>
              <CopyButton text={status.dataDir} label="text" isSquare />
            </dd>
          </div>
        </dl>
      )}
      {notices && <NoticeLine notice={notices.own} title={t('licence', { licence: notices.own.licence })} />}
      <Section title={t('others')}>
        {isError && <p>{t('none')}</p>}
        {notices && <Others notices={notices.others} />}
      </Section>
    </div>
  );
}
