import { useReading } from '../data/queries.ts';

/** Whether the settings name a customer system. */
export function useHasCrm(): boolean {
  const { data: view } = useReading('settings.get', undefined);
  return view !== undefined && view.settings.crmUrl !== '';
}
