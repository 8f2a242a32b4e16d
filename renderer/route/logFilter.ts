import { callViews, type CallView } from '../../shared/callFilter.ts';
import { isDay } from '../time/days.ts';

/** Which calls the list shows, as the address spells it. */
export interface LogFilter {
  readonly view: CallView;
  /** As typed. */
  readonly search: string;
  /** The first and the last day, both included, as `2026-11-30` by the clock of this machine; null for no limit. */
  readonly from: string | null;
  readonly to: string | null;
  /** With a note. */
  readonly note: boolean;
  /** With a recording. */
  readonly recording: boolean;
  readonly tag: string | null;
  /** The ref of a call: only calls with the same person. */
  readonly person: string | null;
}

export const wholeLog: LogFilter = {
  view: 'all',
  search: '',
  from: null,
  to: null,
  note: false,
  recording: false,
  tag: null,
  person: null,
};

/** What the core takes at most. */
const longestSearch = 200;
const longestTag = 50;

/** The part of an address that begins with a question mark; empty for the whole log. */
export function queryOf(filter: LogFilter): string {
  const pairs: readonly (readonly [name: string, value: string | null])[] = [
    ['view', filter.view === 'all' ? null : filter.view],
    ['q', filter.search === '' ? null : filter.search],
    ['from', filter.from],
    ['to', filter.to],
    ['note', filter.note ? '' : null],
    ['recording', filter.recording ? '' : null],
    ['tag', filter.tag],
    ['person', filter.person],
  ];
  const words = pairs.flatMap(([name, value]) =>
    value === null ? [] : [value === '' ? name : `${name}=${quote(value)}`],
  );
  return words.length === 0 ? '' : `?${words.join('&')}`;
}

/** The filter of such a part; what it does not know, or what makes no sense, hides nothing. */
export function logFilterOf(query: string): LogFilter {
  const words = new URLSearchParams(query);
  const day = (name: string) => {
    const value = words.get(name);
    return value !== null && isDay(value) ? value : null;
  };
  const tag = words.get('tag')?.slice(0, longestTag);
  return {
    view: callViews.find((view) => view === words.get('view')) ?? 'all',
    search: (words.get('q') ?? '').slice(0, longestSearch),
    from: day('from'),
    to: day('to'),
    note: words.has('note'),
    recording: words.has('recording'),
    tag: tag || null,
    person: words.get('person') || null,
  };
}

/** A blank is a plus sign, which reads better in an address bar. */
function quote(value: string): string {
  return encodeURIComponent(value).replaceAll('%20', '+');
}
