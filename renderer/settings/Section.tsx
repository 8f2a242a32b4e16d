import { use, useId, useMemo, type ReactNode } from 'react';

import { SettingSearchContext } from './search.ts';

/** Settings that belong together. Without one that is found, its style takes it away. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  const { query } = use(SettingSearchContext);
  const search = useMemo(() => ({ query, section: title }), [query, title]);
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="section-body">
        <SettingSearchContext value={search}>{children}</SettingSearchContext>
      </div>
    </section>
  );
}
