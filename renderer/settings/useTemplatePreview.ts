import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { TemplatePreview } from '../../shared/template.ts';
import { useAsk } from '../data/ask.ts';
import { reading } from '../data/queries.ts';

/** How long after the last key the core is asked. */
const pauseMs = 250;

/** What a template that is being typed comes to for the newest call; null for none, and until it is known. */
export function useTemplatePreview(template: string, httpHosts: readonly string[]): TemplatePreview | null {
  const ask = useAsk();
  const settled = useSettled(template.trim());
  const { data } = useQuery({
    ...reading(ask, 'templates.preview', { template: settled, httpHosts }),
    enabled: settled !== '',
    // So that the line does not come and go with every word.
    placeholderData: keepPreviousData,
  });
  return settled === '' ? null : (data ?? null);
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
