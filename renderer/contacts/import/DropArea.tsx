import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../../components/Icon.tsx';

interface DropAreaProps {
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** A file may be dropped anywhere on what is in here. */
export function DropArea({ onFile, children }: DropAreaProps) {
  const t = useTranslations('contactImport');
  const [isOver, setOver] = useState(false);

  function over(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    setOver(true);
  }
  function leave(event: DragEvent) {
    const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!isInside) setOver(false);
  }
  function drop(event: DragEvent) {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    onFile(file);
  }

  return (
    <div
      className="drop-area"
      role="presentation"
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className="drop-here">
          <Icon name="import" />
          <p>{t('dropHere')}</p>
        </div>
      )}
    </div>
  );
}
