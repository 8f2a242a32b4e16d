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
  const known = [
    ['Electron', versions.electron],
    ['Chromium', versions.chromium],
    ['Node.js', versions.node],
    ['SQLite', sqlite],
  ] as const;
  // A name and its version stay on one line.
  const parts = known.flatMap(([name, version]) => (version ? [`${name}\u00a0${version}`] : []));
  return (
    <div>
      <dt>{t('runsOn')}</dt>
      <dd>{[...(versions.electron === null ? [t('inBrowser')] : []), ...parts].join(' · ')}</dd>
    </div>
  );
}
