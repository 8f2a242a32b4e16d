import { Banner } from '../components/Banner.tsx';
import { Failure } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { Toast } from '../components/Toast.tsx';
import { NoFollowUps } from '../followUps/NoFollowUps.tsx';
import { useToast } from '../toast/useToast.ts';
import { Specimen } from './Specimen.tsx';

const stay = () => undefined;

/** What Ringside says by itself. */
export function Messages() {
  const tell = useToast();
  return (
    <>
      <Specimen name="Banners">
        <Banner weight="calm" title="Connection lost">
          Trying again by itself.
        </Banner>
        <Banner
          weight="bad"
          title="Port 47100 is taken"
          action={
            <button type="button" className="button">
              Use another port
            </button>
          }
        >
          No events arrive meanwhile.
        </Banner>
      </Specimen>
      <Specimen name="Toasts">
        <Toast content={{ isLasting: true, id: 'undo', message: '“Volume” changed', undo: stay }} onGone={stay} />
        <Toast content={{ isLasting: true, id: 'plain', message: '“Volume” is as before' }} onGone={stay} />
        <button type="button" className="button" onClick={() => tell({ message: 'One that goes', undo: stay })}>
          Show one
        </button>
      </Specimen>
      <Specimen name="Failure">
        <Failure error={new Error('The log is locked.')} onRetry={stay} />
      </Specimen>
      <Specimen name="Empty">
        <NoFollowUps />
      </Specimen>
      <Specimen name="Command">
        <p className="command">
          <code>npm run simulate</code>
          <button type="button" className="button">
            <Icon name="copy" />
            Copy
          </button>
        </p>
      </Specimen>
    </>
  );
}
