import { useFailureText } from '../components/Failure.tsx';
import { Icon, type IconName } from '../components/Icon.tsx';

interface ModeLineProps {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  /** Why it could not be ended. */
  readonly error: Error | null;
  readonly offLabel: string;
  /** Null for what the user cannot end. */
  readonly onOff: (() => void) | null;
}

/** Reminds of something out of the ordinary that is turned on, and ends it. */
export function ModeLine({ icon, title, detail, error, offLabel, onOff }: ModeLineProps) {
  const failureText = useFailureText();
  return (
    <div className="disturb" title={`${title} ${detail}`}>
      <Icon name={icon} />
      <p className="sidebar-word">
        <strong>{title}</strong> <span>{error ? failureText(error) : detail}</span>
      </p>
      {onOff !== null && (
        <button type="button" className="button bare" aria-label={offLabel} title={offLabel} onClick={onOff}>
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
