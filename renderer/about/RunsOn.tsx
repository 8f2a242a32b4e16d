import { useTranslations } from 'use-intl';

import type { Notices } from '../../shared/notice.ts';
import type { Versions } from '../../shared/status.ts';

interface RunsOnProps {
  readonly versions: Versions;
  readonly notices: Notices | undefined;
}

/** The programs below Ringside, each with its version as far as it is known. */
export function RunsOn({ versions, notices }: RunsOnProps) {
  const t = useTranslations('about');
  const sqlite = notices?.others.find(({ name }) => name === 'SQLite')?.version;
  const parts = [
    versions.electron === null ? t('inBrowser') : `Electron ${versions.electron}`,
    versions.chromium !== null && `Chromium ${versions.chromium}`,
    `Node.js ${versions.node}`,
    sqlite && `SQLite ${sqlite}`,
  ];
  return (
    <div>
      <dt>{t('runsOn')}</dt>
      <dd>{parts.filter(Boolean).join(' · ')}</dd>
    </div>
  );
}
