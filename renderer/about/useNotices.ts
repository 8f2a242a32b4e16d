import { useQuery } from '@tanstack/react-query';

import { type Notices, noticesFile } from '../../shared/notice.ts';

/** What Ringside is made of, as its build has found out. Fails where nothing was built, as while it is developed. */
export function useNotices() {
  return useQuery({ queryKey: ['notices'], queryFn: readNotices, staleTime: Infinity, retry: false });
}

async function readNotices(): Promise<Notices> {
  const answer = await fetch(`./${noticesFile}`);
  if (!answer.ok) throw new Error(`${noticesFile}: ${answer.status}`);
  return (await answer.json()) as Notices;
}
