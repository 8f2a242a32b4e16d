import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { ListenerState, StoreState } from '../../shared/status.ts';
import type { ConnectionState } from '../bridge/connection.ts';
import { Banner } from '../components/Banner.tsx';
import { useReading } from '../data/queries.ts';
import { hrefOf, type Route } from '../route/route.ts';
import { SoundHint } from '../sound/SoundHint.tsx';
import { Notices } from './Notices.tsx';
import { ReachProblem } from './ReachProblem.tsx';

interface ProblemsProps {
  readonly connection: ConnectionState;
  readonly route: Route;
}

/** Everything that stands between the user and their calls, above whatever they look at. */
export function Problems({ connection, route }: ProblemsProps) {
  const { data: status } = useReading('status.get', undefined);
  const { data: reach } = useReading('reach.get', undefined);
  // Those two views say it themselves, with more to do about it.
  const saysReach = route.kind === 'connection' || route.kind === 'setup';
  return (
    <div className="problems">
      <ConnectionProblem state={connection} />
      {status && <StoreProblem store={status.store} />}
      {status && <ListenerProblem listener={status.listener} />}
      {status?.listener.kind === 'listening' && reach && !saysReach && <ReachProblem reach={reach} />}
      <SoundHint />
      {status && <Notices notices={status.notices} />}
    </div>
  );
}

function ConnectionProblem({ state }: { readonly state: ConnectionState }) {
  const t = useTranslations('connection');
  switch (state) {
    case 'opening':
    case 'open':
      return null;
    case 'lost':
      return (
        <Banner weight="calm" title={t('lost')}>
          {t('lostHint')}
        </Banner>
      );
    case 'over':
      return (
        <Banner weight="bad" title={t('over')}>
          {t('overHint')}
        </Banner>
      );
    default:
      return assertNever(state);
  }
}

function StoreProblem({ store }: { readonly store: StoreState }) {
  const t = useTranslations('problems');
  switch (store.kind) {
    case 'open':
      return null;
    case 'not-writable':
      return (
        <Banner weight="bad" title={t('not-writable')}>
          {t('notWritableHint', { message: store.message })} <Path path={store.path} />
        </Banner>
      );
    case 'from-the-future':
      return (
        <Banner weight="bad" title={t('from-the-future')}>
          {t('fromTheFutureHint', { found: String(store.found), known: String(store.known) })}{' '}
          <Path path={store.path} />
        </Banner>
      );
    case 'not-backed-up':
      return (
        <Banner weight="bad" title={t('not-backed-up')}>
          {t('notBackedUpHint', { message: store.message })} <Path path={store.folder} />
        </Banner>
      );
    case 'in-use':
      return (
        <Banner weight="bad" title={t('in-use')}>
          {t('inUseHint')} <Path path={store.path} />
        </Banner>
      );
    default:
      return assertNever(store);
  }
}

function ListenerProblem({ listener }: { readonly listener: ListenerState }) {
  const t = useTranslations('problems');
  switch (listener.kind) {
    case 'starting':
    case 'listening':
    case 'stopped':
      return null;
    case 'port-taken':
      return (
        <Banner
          weight="bad"
          title={t('portTaken', { port: String(listener.port) })}
          action={
            <a className="button" href={hrefOf({ kind: 'settings' })}>
              {t('usePort')}
            </a>
          }
        >
          {t('portTakenHint')}
        </Banner>
      );
    case 'failed':
      return (
        <Banner weight="bad" title={t('failed', { port: String(listener.port) })}>
          {listener.message}
        </Banner>
      );
    default:
      return assertNever(listener);
  }
}

function Path({ path }: { readonly path: string }) {
  return (
    <bdi className="code" dir="ltr">
      {path}
    </bdi>
  );
}
