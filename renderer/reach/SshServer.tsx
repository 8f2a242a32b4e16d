import type { ReachSettings } from '../../shared/reach.ts';
import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { Recipe } from './Recipe.tsx';

/** What is between saved details and a line that stands: to know the server, and to make it ready. */
export function SshServer({ ssh }: { readonly ssh: ReachSettings['ssh'] }) {
  const { data: recipe, error, refetch } = useReading('ssh.recipe', undefined);
  return (
    <div className="server">
      <Fingerprint host={ssh.host} port={ssh.port} pinned={recipe?.pinned ?? null} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {recipe && <Recipe recipe={recipe} user={ssh.user} />}
    </div>
  );
}
