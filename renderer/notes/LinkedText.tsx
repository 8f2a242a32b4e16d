import type { ReactNode } from 'react';

import { linksIn } from './linksIn.ts';

/** A text with the web addresses in it as links. */
export function LinkedText({ text }: { readonly text: string }) {
  const parts: ReactNode[] = [];
  let rest = text;
  let at = 0;
  for (;;) {
    const [link] = linksIn(rest);
    const start = link === undefined ? -1 : rest.indexOf(link);
    if (link === undefined || start < 0) break;
    parts.push(
      rest.slice(0, start),
      <a key={at + start} href={link} target="_blank" rel="noreferrer">
        {link}
      </a>,
    );
    at += start + link.length;
    rest = rest.slice(start + link.length);
  }
  return [...parts, rest];
}
