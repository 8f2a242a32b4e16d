import type { ReactNode } from 'react';

interface BannerProps {
  /** `bad` interrupts a screen reader, `calm` waits for its turn. */
  readonly weight: 'bad' | 'calm';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A line above the view for what concerns the whole window. */
export function Banner({ weight, title, children, action }: BannerProps) {
  return (
    <div className="banner" data-weight={weight} role={weight === 'bad' ? 'alert' : 'status'}>
      <div className="banner-text">
        <strong>{title}</strong>
        {children !== undefined && <span>{children}</span>}
      </div>
      {action}
    </div>
  );
}
