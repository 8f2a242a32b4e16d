import { useTranslations } from 'use-intl';

import { usePartyText } from '../components/PartyName.tsx';
import { useReading } from '../data/queries.ts';
import { useFormats } from '../format/useFormats.ts';
import { wholeLog, type LogFilter } from '../route/logFilter.ts';
import { startOf } from '../time/days.ts';
import { useToday } from '../time/ticker.ts';
import { presetsOn } from './presets.ts';

/** One condition in words, and what takes it away. */
export interface Condition {
  readonly key: string;
  readonly words: string;
  readonly without: Partial<LogFilter>;
}

/** The conditions of a filter besides its view and its search, which show where they are chosen. */
export function useFilterWords(filter: LogFilter): readonly Condition[] {
  const t = useTranslations('filters');
  const partyText = usePartyText();
  const days = useDayWords();
  const person = useReading('calls.get', filter.person ?? '', { isWanted: filter.person !== null }).data?.call.party;
  const conditions: (Condition | false)[] = [
    (filter.from !== null || filter.to !== null) && {
      key: 'days',
      words: days(filter),
      without: { from: wholeLog.from, to: wholeLog.to },
    },
    filter.note && { key: 'note', words: t('withNote'), without: { note: false } },
    filter.recording && { key: 'recording', words: t('withRecording'), without: { recording: false } },
    filter.tag !== null && { key: 'tag', words: t('tagged', { tag: filter.tag }), without: { tag: null } },
    filter.person !== null && {
      key: 'person',
      words: person ? t('person', { party: partyText(person) }) : t('somebody'),
      without: { person: null },
    },
  ];
  return conditions.filter((condition) => condition !== false);
}

function useDayWords(): (filter: LogFilter) => string {
  const t = useTranslations('filters');
  const { date } = useFormats();
  const presets = presetsOn(useToday());
  const words = (day: string) => date(startOf(day));
  return ({ from, to }) => {
    const preset = presets.find((one) => one.from === from && one.to === to);
    if (preset) return t(`preset.${preset.name}`);
    if (from !== null && to !== null)
      return from === to ? words(from) : t('between', { from: words(from), to: words(to) });
    return from === null ? t('until', { day: to === null ? '' : words(to) }) : t('since', { day: words(from) });
  };
}
