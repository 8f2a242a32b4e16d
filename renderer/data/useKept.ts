import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * State that outlives its view while the window is open, such as words that were not saved yet. What is kept under a name
 * is there again when a view with that name comes up; undefined forgets it.
 */
export function useKept<Value>(name: string): readonly [Value | undefined, (value: Value | undefined) => void] {
  const client = useQueryClient();
  const key = ['kept', name] as const;
  const [value, setValue] = useState(() => client.getQueryData<Value>(key));

  function keep(next: Value | undefined) {
    setValue(next);
    client.setQueryDefaults(['kept'], { gcTime: Infinity });
    if (next === undefined) client.removeQueries({ queryKey: key });
    else client.setQueryData(key, next);
  }
  return [value, keep];
}
