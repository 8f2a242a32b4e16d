import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { ConnectionState } from '../bridge/connection.ts';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { useFormats } from '../format/useFormats.ts';
import { KeysButton } from '../keys/KeysButton.tsx';
import { hrefOf, type Route } from '../route/route.ts';
import { DoNotDisturbLine } from './DoNotDisturbLine.tsx';
import { FollowUpCount } from './FollowUpCount.tsx';
import { MaskLine } from './MaskLine.tsx';
import { UpdateLine } from './UpdateLine.tsx';
import { useListenerWords } from './useListenerWords.ts';

const places = [
  { kind: 'calls' },
  { kind: 'follow-ups' },
  { kind: 'contacts', search: '' },
  { kind: 'statistics' },
  { kind: 'connection' },
  { kind: 'settings' },
] as const satisfies readonly Route[];

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
          <li key={place.kind}>
            <a href={hrefOf(place)} aria-current={here === place.kind ? 'page' : undefined}>
              <Icon name={place.kind} />
              <span className="sidebar-word">{t(place.kind)}</span>
              {place.kind === 'follow-ups' && <FollowUpCount />}
            </a>
          </li>
        ))}
      </ul>
      <KeysButton />
      <MaskLine />
      <DoNotDisturbLine />
      <UpdateLine />
      <ListenerLine connection={connection} />
    </nav>
  );
}

/** The entry that a route belongs to: an open call stands beside the list it was opened from. */
function placeOf(route: Route): Route['kind'] {
  switch (route.kind) {
    case 'call':
      return 'calls';
    case 'follow-up':
      return 'follow-ups';
    case 'contact':
    case 'new-contact':
    case 'contact-duplicates':
    case 'contact-import':
      return 'contacts';
    case 'about':
      return 'settings';
    case 'calls':
    case 'follow-ups':
    case 'contacts':
    case 'statistics':
    case 'connection':
    case 'settings':
    case 'setup':
      return route.kind;
    default:
      return assertNever(route);
  }
}

function ListenerLine({ connection }: { readonly connection: ConnectionState }) {
  const t = useTranslations('listener');
  const { data } = useReading('status.get', undefined);
  const { data: reach } = useReading('reach.get', undefined);
  // What was read last says nothing of a Ringside that cannot be reached.
  const status = connection === 'lost' || connection === 'over' ? undefined : data;
  const wordsOf = useListenerWords();
  const { time } = useFormats();
  const { tone, words } = status ? wordsOf(status, reach) : { tone: 'quiet', words: t('unknown') };
  const lastEvent = status?.lastEventAtUs ?? null;
  return (
    <a className="listener" title={words} href={hrefOf({ kind: 'connection' })}>
      <span className="dot" data-tone={tone} />
      <span className="sidebar-word">
        <span>{words}</span>
        {status && (
          <span className="listener-last">
            {lastEvent === null ? t('noEvent') : t('lastEvent', { when: time(lastEvent) })}
          </span>
        )}
      </span>
    </a>
  );
}
