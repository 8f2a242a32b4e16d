import { useId, type ReactNode } from 'react';

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly placeholder?: string;
  readonly inputMode?: 'numeric' | 'url' | 'text';
  /** What is typed is not shown, and never kept by the browser. */
  readonly isSecret?: boolean;
  readonly children?: ReactNode;
}

/** One detail of a way, of a form that is saved as a whole. */
export function Line(props: LineProps) {
  const { label, hint, value, onType, placeholder, inputMode = 'text', isSecret = false, children } = props;
  const id = useId();
  return (
    <div className="way-line">
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          type={isSecret ? 'password' : 'text'}
          dir="ltr"
          autoComplete={isSecret ? 'new-password' : 'off'}
          spellCheck={false}
          inputMode={inputMode}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          value={value}
          placeholder={placeholder}
          data-short={inputMode === 'numeric'}
          onChange={(event) => onType(event.target.value)}
        />
        {children}
        {hint !== undefined && (
          <p id={`${id}-hint`} className="quiet">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
