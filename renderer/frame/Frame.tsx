import { Suspense } from 'react';

import { assertNever } from '../../shared/assertNever.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { Connection } from '../bridge/connection.ts';
import { CallsView } from '../calls/CallsView.tsx';
import { useFeed } from '../data/useFeed.ts';
import { Pops } from '../pops/Pops.tsx';
import type { Route } from '../route/route.ts';
import { useRoute } from '../route/useRoute.ts';
import { useFirstRun } from '../setup/useFirstRun.ts';
import { Toaster } from '../toast/Toaster.tsx';
import { lazyView } from './lazyView.tsx';
import { Problems } from './Problems.tsx';
import { SideBar } from './SideBar.tsx';
import { useMaskKey } from './useMask.ts';
import { useTheme } from './useTheme.ts';

// The calls are what the window opens with; the other views are loaded when they are.
const AboutView = lazyView(async () => (await import('../about/AboutView.tsx')).AboutView);
const ConnectionView = lazyView(async () => (await import('../reach/ConnectionView.tsx')).ConnectionView);
const ContactsView = lazyView(async () => (await import('../contacts/ContactsView.tsx')).ContactsView);
const FollowUpsView = lazyView(async () => (await import('../followUps/FollowUpsView.tsx')).FollowUpsView);
const SettingsView = lazyView(async () => (await import('../settings/SettingsView.tsx')).SettingsView);
const SetupView = lazyView(async () => (await import('../setup/SetupView.tsx')).SetupView);
/** With its charts it is as large as all the rest, and wanted now and then. */
const StatisticsView = lazyView(async () => (await import('../statistics/StatisticsView.tsx')).StatisticsView);

interface FrameProps {
  readonly bridge: Bridge;
  readonly connection: Connection;
}

export function Frame({ bridge, connection }: FrameProps) {
  const state = useFeed(bridge, connection);
  const route = useRoute();
  useTheme();
  useFirstRun();
  useMaskKey();
  return (
    <div className="frame">
      <SideBar route={route} connection={state} />
      <main className="main">
        <Toaster>
          <Problems connection={state} route={route} />
          <Suspense>
            <View route={route} />
          </Suspense>
        </Toaster>
      </main>
      <Pops />
    </div>
  );
}

function View({ route }: { readonly route: Route }) {
  switch (route.kind) {
    case 'calls':
    case 'call':
      return route.kind === 'call' ? (
        <CallsView filter={route.filter} open={route.ref} isNoting={route.note === true} />
      ) : (
        <CallsView filter={route.filter} open={null} />
      );
    case 'follow-ups':
    case 'follow-up':
      return <FollowUpsView open={route.kind === 'follow-up' ? route.ref : null} />;
    case 'contacts':
    case 'contact':
    case 'new-contact':
    case 'contact-duplicates':
    case 'contact-import':
      return <ContactsView route={route} />;
    case 'statistics':
      return <StatisticsView choice={route.period} />;
    case 'connection':
      return <ConnectionView />;
    case 'settings':
      return <SettingsView />;
    case 'about':
      return <AboutView />;
    case 'setup':
      return <SetupView />;
    default:
      return assertNever(route);
  }
}
