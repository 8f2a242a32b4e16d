import type { ReactNode } from 'react';

interface FileButtonProps {
  readonly onFile: (file: File) => void;
  readonly isPrimary?: boolean;
  readonly children: ReactNode;
}

/** Has the system ask for a file of contacts. */
export function FileButton({ onFile, isPrimary = false, children }: FileButtonProps) {
  return (
    <label className={`button file-button${isPrimary ? ' primary' : ''}`}>
      <input
        type="file"
        className="unseen"
        accept=".vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/csv"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again, after it was put right.
          event.target.value = '';
        }}
      />
      {children}
    </label>
  );
}
