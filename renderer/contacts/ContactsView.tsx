import { useState } from 'react';

import { assertNever } from '../../shared/assertNever.ts';
import { useMask } from '../frame/useMask.ts';
import type { ContactRoute } from '../route/contactRoute.ts';
import { navigate } from '../route/useRoute.ts';
import { ContactBook } from './ContactBook.tsx';
import { DuplicatesView } from './DuplicatesView.tsx';
import { HiddenContacts } from './HiddenContacts.tsx';
import { DropArea } from './import/DropArea.tsx';
import { ImportView } from './import/ImportView.tsx';

/** Everybody whose name is known. A file that is dropped anywhere here is imported. */
export function ContactsView({ route }: { readonly route: ContactRoute }) {
  const { isOn: isMasked } = useMask();
  const [dropped, setDropped] = useState<File | null>(null);

  function importFile(file: File) {
    setDropped(file);
    navigate({ kind: 'contact-import' });
  }

  if (isMasked) return <HiddenContacts />;
  return (
    <DropArea onFile={importFile}>
      <View route={route} dropped={dropped} onTaken={() => setDropped(null)} />
    </DropArea>
  );
}

interface ViewProps {
  readonly route: ContactRoute;
  /** A file to be imported. */
  readonly dropped: File | null;
  readonly onTaken: () => void;
}

function View({ route, dropped, onTaken }: ViewProps) {
  switch (route.kind) {
    case 'contacts':
    case 'contact':
    case 'new-contact':
      return <ContactBook route={route} />;
    case 'contact-duplicates':
      return <DuplicatesView />;
    case 'contact-import':
      return <ImportView dropped={dropped} onTaken={onTaken} />;
    default:
      return assertNever(route);
  }
}
