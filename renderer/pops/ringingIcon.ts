import { useEffect } from 'react';

/** The icon of the page in another colour and shape, with a handset that rings. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <circle cx="16" cy="16" r="16" fill="#e0620d"/>
  <g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round">
    <path d="M17.5 10.2a5 5 0 0 1 4.3 4.3M18 5.6a9.6 9.6 0 0 1 8.4 8.4"/>
  </g>
  <path fill="#fff" transform="translate(4.2 6.6) scale(1.3)" d="M3.3 2.3h2.2l1.2 3-1.5 1.2a8.5 8.5 0 0 0 4.3 4.3l1.2-1.5 3 1.2v2.2c0 .7-.6 1.2-1.3 1.1C7 13.3 2.7 9 2.2 3.6c-.1-.7.4-1.3 1.1-1.3z"/>
</svg>`;

/** Has the tab show that it rings, as long as whoever uses this is there. */
export function useRingingIcon(): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (link === null) return undefined;
    const { href: quiet } = link;
    link.href = `data:image/svg+xml,${encodeURIComponent(icon)}`;
    return () => {
      link.href = quiet;
    };
  }, []);
}
