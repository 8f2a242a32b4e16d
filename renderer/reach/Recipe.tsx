import { useTranslations } from 'use-intl';

import type { SshRecipe } from '../../shared/reach.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Icon } from '../components/Icon.tsx';
import { useRestart } from './useRestart.ts';

/** Three texts that make the server ready, each with a button to copy it. */
export function Recipe({ recipe, user }: { readonly recipe: SshRecipe; readonly user: string }) {
  const t = useTranslations('reach.server');
  const { restart, isPending, refusal } = useRestart();
  const texts = [
    { name: t('keys', { user }), text: recipe.authorizedKeysLine },
    { name: t('sshd'), text: recipe.sshdBlock },
    { name: t('nginx'), text: recipe.nginxBlock },
  ];
  return (
    <section className="server-part">
      <h3>{t('recipe')}</h3>
      <p>{t('recipeHint')}</p>
      <div>
        {texts.map(({ name, text }) => (
          <div key={name} className="recipe">
            <details className="event">
              <summary>
                <Icon name="chevron" />
                <span className="event-reason">{name}</span>
              </summary>
              <pre dir="ltr">{text}</pre>
            </details>
            <CopyButton text={text} label="text" />
          </div>
        ))}
      </div>
      <p className="field-row">
        <button type="button" className="button" disabled={isPending} onClick={restart}>
          {t('done')}
        </button>
        {refusal !== null && (
          <span className="field-refusal" role="alert">
            {refusal}
          </span>
        )}
      </p>
    </section>
  );
}
