import type { Us } from '../../shared/call.ts';
import type { Settings } from '../../shared/settings.ts';

/** How long the tray offers to be left alone. */
export const quietSpans = ['halfHour', 'hour', 'tomorrow'] as const;
export type QuietSpan = (typeof quietSpans)[number];

const minuteUs = 60_000_000;

/** When a span that begins now ends. Tomorrow begins at midnight, where the user is. */
export function quietUntilUs(span: QuietSpan, nowUs: Us): Us {
  switch (span) {
    case 'halfHour':
      return nowUs + 30 * minuteUs;
    case 'hour':
      return nowUs + 60 * minuteUs;
    case 'tomorrow':
      return new Date(nowUs / 1000).setHours(24, 0, 0, 0) * 1000;
  }
}

/** Until when nothing pops up; null when pop-ups are wanted now. */
export function quietNowUntilUs(settings: Settings | null, nowUs: Us): Us | null {
  // A core that was replaced by an older one knows no such setting.
  const untilUs = settings?.doNotDisturbUntilUs ?? null;
  return untilUs !== null && untilUs > nowUs ? untilUs : null;
}
