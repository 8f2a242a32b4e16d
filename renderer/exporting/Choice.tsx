import { useId } from 'react';

interface ChoiceProps {
  /** One of several under this name; without it, on or off by itself. */
  readonly group?: string;
  readonly isOn: boolean;
  readonly label: string;
  readonly hint?: string;
  readonly onChoose: () => void;
}

/** A choice with a sentence of what it is good for. */
export function Choice({ group, isOn, label, hint, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="choice">
      <label className="check">
        <input
          type={group === undefined ? 'checkbox' : 'radio'}
          name={group}
          checked={isOn}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={onChoose}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p id={id} className="check-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
