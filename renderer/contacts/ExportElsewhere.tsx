import { useTranslations } from 'use-intl';

const programs = ['outlook', 'google', 'icloud', 'thunderbird'] as const;

/** How to get a file out of the programs that people keep their contacts in. */
export function ExportElsewhere() {
  const t = useTranslations('contacts.elsewhere');
  return (
    <dl className="elsewhere" aria-label={t('title')}>
      {programs.map((program) => (
        <div key={program}>
          <dt>{t(`${program}.name`)}</dt>
          <dd>{t(`${program}.how`)}</dd>
        </div>
      ))}
    </dl>
  );
}
