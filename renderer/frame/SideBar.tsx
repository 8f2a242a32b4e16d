import { useTranslations } from 'use-intl';

import type { ConnectionState } from '../bridge/connection.ts';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { useFormats } from '../format/useFormats.ts';
import { hrefOf, type Route } from '../route/route.ts';
import { DoNotDisturbLine } from './DoNotDisturbLine.tsx';
import { FollowUpCount } from './FollowUpCount.tsx';
import { MaskLine } from './MaskLine.tsx';
import { useListenerWords } from './useListenerWords.ts';

const places = ['calls', 'follow-ups', 'settings'] as const;

interface SideBarProps {
  readonly route: Route;
  readonly connection: ConnectionState;
}

export function SideBar({ route, connection }: SideBarProps) {
  const t = useTranslations('navigation');
  const here = placeOf(route);
  return (
    <nav className="sidebar" aria-label={t('label')}>
      <p className="sidebar-name" aria-hidden="true">
        <span className="sidebar-mark">
          <Icon name="calls" />
        </span>
        <span className="sidebar-word">{t('label')}</span>
      </p>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <a href={hrefOf({ kind: place })} aria-current={here === place ? 'page' : undefined}>
              <Icon name={place} />
              <span className="sidebar-word">{t(place)}</span>
              {place === 'follow-ups' && <FollowUpCount />}
            </a>
          </li>
        ))}
      </ul>
      <MaskLine />
      <DoNotDisturbLine />
      <ListenerLine connection={connection} />
    </nav>
  );
}

/** The entry that a route belongs to: an open call stands beside the list it was opened from. */
function placeOf(route: Route): Route['kind'] {
  if (route.kind === 'call') return 'calls';
  return route.kind === 'follow-up' ? 'follow-ups' : route.kind;
}

function ListenerLine({ connection }: { readonly connection: ConnectionState }) {
  const t = useTranslations('listener');
  const { data } = useReading('status.get', undefined);
  // What was read last says nothing of a Ringside that cannot be reached.
  const status = connection === 'lost' || connection === 'over' ? undefined : data;
  const wordsOf = useListenerWords();
  const { time } = useFormats();
  const { tone, words } = status ? wordsOf(status) : { tone: 'quiet', words: t('unknown') };
  const lastEvent = status?.lastEventAtUs ?? null;
  return (
    <div className="listener" title={words}>
      <span className="dot" data-tone={tone} />
      <p className="sidebar-word">
        <span>{words}</span>
        {status && (
          <span className="listener-last">
            {lastEvent === null ? t('noEvent') : t('lastEvent', { when: time(lastEvent) })}
          </span>
        )}
      </p>
    </div>
  );
}
