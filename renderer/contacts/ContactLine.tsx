/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { Contact, ContactNumber } from '../../shared/contact.ts';
import type { Column } from './columns.ts';

interface ContactLineProps {
  readonly contact: Contact;
  /** Position in the grid, from 1, the header being the first. */
  readonly rowIndex: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
}

/** One contact of the list. Clicks and keys are handled by the grid, which finds the contact by `data-contact`. */
export const ContactLine = memo(function ContactLine(props: ContactLineProps) {
  const { contact, rowIndex, isCurrent, isOpen, isChosen } = props;
  const t = useTranslations('contacts');
  return (
    <div
      role="row"
      className="line"
      data-contact={contact.id}
      aria-rowindex={rowIndex}
      aria-selected={isChosen}
      aria-current={isOpen ? 'true' : undefined}
      tabIndex={isCurrent ? 0 : -1}
    >
      <Cell column="chosen">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('choose', { name: contact.name })}
          checked={isChosen}
          // The grid hears the click, for it knows what Shift adds.
          readOnly
        />
      </Cell>
      <Cell column="name">
        <bdi dir="auto" title={contact.name}>
          {contact.name}
        </bdi>
      </Cell>
      <Cell column="company">
        {contact.company !== null && (
          <bdi dir="auto" title={contact.company}>
            {contact.company}
          </bdi>
        )}
      </Cell>
      <Cell column="number">
        <Numbers numbers={contact.numbers} />
      </Cell>
      <Cell column="email">
        {contact.email !== null && (
          <bdi dir="ltr" title={contact.email}>
            {contact.email}
          </bdi>
        )}
      </Cell>
    </div>
  );
});

function Cell({ column, children }: { readonly column: Column; readonly children: ReactNode }) {
  return (
    <div role="gridcell" className={`cell contact-cell-${column}`}>
      {children}
    </div>
  );
}

/** The first one, and how many more there are. */
function Numbers({ numbers }: { readonly numbers: readonly ContactNumber[] }) {
  const t = useTranslations('contacts');
  const [first, ...more] = numbers;
  if (first === undefined) return null;
  return (
    <>
      <bdi dir="ltr">{first.display}</bdi>
      {more.length > 0 && (
        <span className="badge" title={more.map(({ display }) => display).join(', ')}>
          {t('more', { count: more.length })}
        </span>
      )}
    </>
  );
}
