import { assertNever } from '../../shared/assertNever.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { Connection } from '../bridge/connection.ts';
import { CallsView } from '../calls/CallsView.tsx';
import { useFeed } from '../data/useFeed.ts';
import { FollowUpsView } from '../followUps/FollowUpsView.tsx';
import { Pops } from '../pops/Pops.tsx';
import type { Route } from '../route/route.ts';
import { useRoute } from '../route/useRoute.ts';
import { SettingsView } from '../settings/SettingsView.tsx';
import { SetupView } from '../setup/SetupView.tsx';
import { useFirstRun } from '../setup/useFirstRun.ts';
import { Problems } from './Problems.tsx';
import { SideBar } from './SideBar.tsx';
import { useMaskKey } from './useMask.ts';
import { useTheme } from './useTheme.ts';

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
        <Problems connection={state} />
        <View route={route} />
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
        <CallsView open={route.ref} isNoting={route.note === true} />
      ) : (
        <CallsView open={null} />
      );
    case 'follow-ups':
    case 'follow-up':
      return <FollowUpsView open={route.kind === 'follow-up' ? route.ref : null} />;
    case 'settings':
      return <SettingsView />;
    case 'setup':
      return <SetupView />;
    default:
      return assertNever(route);
  }
}
