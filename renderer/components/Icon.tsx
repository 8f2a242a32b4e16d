import type { ReactNode } from 'react';

/** Shapes on a 16 × 16 grid, drawn with the text's colour. Every one reads without colour. */
const shapes = {
  in: <path d="M11.5 4.5l-7 7M4.5 6v5.5H10" />,
  out: <path d="M4.5 11.5l7-7M6 4.5h5.5V10" />,
  internal: <path d="M2.5 6h10l-2.5-2.5M13.5 10h-10L6 12.5" />,

  check: <path d="M3 8.5l3.2 3.2L13 5" />,
  forward: <path d="M2.5 8h8M7.5 4.8L10.7 8l-3.2 3.2M13.5 3.5v9" />,
  colleague: (
    <>
      <circle cx="6.2" cy="5.2" r="2.4" />
      <path d="M1.8 13c.4-2.5 2-3.8 4.4-3.8 1 0 1.8.2 2.5.6M9.5 11.5l1.7 1.7 3-3.2" />
    </>
  ),
  missed: <path d="M2 4.5l5.8 5.8L14 4.2M14 4.2h-4M14 4.2v4" />,
  block: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M4 4l8 8" />
    </>
  ),
  busy: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M5.2 8h5.6" />
    </>
  ),
  alert: <path d="M8 2.3L14.3 13.3H1.7zM8 6.5v3M8 11.4v.1" />,
  cross: <path d="M4 4l8 8M12 4l-8 8" />,
  silence: <path d="M2 8h1.5M6 8h1.3M9.8 8h1.3M13.3 8h.7" />,
  question: <path d="M5.3 6a2.7 2.7 0 1 1 4.2 2.2c-.9.6-1.5 1.1-1.5 2.1M8 13v.1" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.5" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  pulse: <path d="M1.5 8h2.7l2-4.7 3.4 9.4 2-4.7h2.9" />,
  open: <path d="M13.7 8A5.7 5.7 0 1 1 8 2.3M10.7 3a5.7 5.7 0 0 1 2.3 2.2M8 5v3l2 1.3" />,

  calls: (
    <path d="M3.3 2.3h2.2l1.2 3-1.5 1.2a8.5 8.5 0 0 0 4.3 4.3l1.2-1.5 3 1.2v2.2c0 .7-.6 1.2-1.3 1.1C7 13.3 2.7 9 2.2 3.6c-.1-.7.4-1.3 1.1-1.3z" />
  ),
  'follow-ups': (
    <>
      <path d="M13.5 7.6V4.2c0-.9-.8-1.7-1.7-1.7H4.2c-.9 0-1.7.8-1.7 1.7v7.6c0 .9.8 1.7 1.7 1.7h3.4M5.5 5.8h5M5.5 8.6h2" />
      <path d="M14 11.8H9.6M11.4 9.7l-2.1 2.1 2.1 2.1" />
    </>
  ),
  contacts: (
    <>
      <circle cx="8" cy="5.3" r="2.8" />
      <path d="M2.8 13.6c.5-2.9 2.4-4.3 5.2-4.3s4.7 1.4 5.2 4.3" />
    </>
  ),
  add: <path d="M8 3v10M3 8h10" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.4" />
      <path d="M10.3 10.3l3.4 3.4" />
    </>
  ),
  import: <path d="M8 2.3v7.4M4.9 6.9L8 10l3.1-3.1M2.5 10.8v1.5c0 .8.6 1.4 1.4 1.4h8.2c.8 0 1.4-.6 1.4-1.4v-1.5" />,
  export: <path d="M8 10V2.6M4.9 5.4L8 2.3l3.1 3.1M2.5 10.8v1.5c0 .8.6 1.4 1.4 1.4h8.2c.8 0 1.4-.6 1.4-1.4v-1.5" />,
  merge: <path d="M4 2.5v3C4 7.4 8 7.2 8 10v3.5M12 2.5v3C12 7.4 8 7.2 8 10M5.8 11.4L8 13.6l2.2-2.2" />,
  connection: (
    <>
      <path d="M8 11.2v.1M5.6 9a3.4 3.4 0 0 1 4.8 0M3.4 6.6a6.5 6.5 0 0 1 9.2 0M1.4 4.3a9.4 9.4 0 0 1 13.2 0" />
      <circle cx="8" cy="11.6" r="0.9" />
    </>
  ),
  statistics: <path d="M3 13.5V9.2M8 13.5V2.5M13 13.5V6" />,
  settings: (
    <>
      <path d="M2 4.7h6.5M12 4.7h2M2 11.3h2M7.5 11.3H14" />
      <circle cx="10.2" cy="4.7" r="1.7" />
      <circle cx="5.8" cy="11.3" r="1.7" />
    </>
  ),
  moon: <path d="M13.4 9.6A5.7 5.7 0 0 1 6.4 2.6a5.7 5.7 0 1 0 7 7z" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 5v3.2l2.1 1.3" />
    </>
  ),
  note: <path d="M3 13l.6-2.7 7-7a1.3 1.3 0 0 1 2 2l-7 7L3 13zM9.5 4.4l2 2" />,
  'silence-sound': <path d="M2.3 6v4h2.2L8 12.8V3.2L4.5 6zM10.8 6.3l3.4 3.4M14.2 6.3l-3.4 3.4" />,
  sound: <path d="M2.3 6v4h2.2L8 12.8V3.2L4.5 6zM10.6 5.8a3.2 3.2 0 0 1 0 4.4M12.5 4a5.7 5.7 0 0 1 0 8" />,
  crm: (
    <path d="M9.5 2.5h4v4M13.3 2.7L7.8 8.2M6.5 3.5H4c-.8 0-1.5.7-1.5 1.5v7c0 .8.7 1.5 1.5 1.5h7c.8 0 1.5-.7 1.5-1.5V9.5" />
  ),
  mask: (
    <>
      <path d="M6.3 3.6A6.8 6.8 0 0 1 8 3.4c3 0 5.2 2 6.5 4.6a9.6 9.6 0 0 1-1.7 2.4M4.2 4.7A9 9 0 0 0 1.5 8C2.8 10.6 5 12.6 8 12.6c1.3 0 2.4-.3 3.4-.9" />
      <path d="M2.5 2.5l11 11M6.7 6.6a1.9 1.9 0 0 0 2.7 2.7" />
    </>
  ),
  renew: <path d="M13.2 6.2A5.5 5.5 0 0 0 3 5.6M2.8 2.8v3h3M2.8 9.8a5.5 5.5 0 0 0 10.2.6M13.2 13.2v-3h-3" />,
  undo: <path d="M5.3 3L2.5 5.8l2.8 2.8M2.5 5.8h7a3.7 3.7 0 0 1 0 7.4H6" />,
  back: <path d="M9.8 3.3L5.2 8l4.6 4.7" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.7" />
      <path d="M3.3 10.5c-.5-.1-.8-.6-.8-1.2V4.2c0-.9.8-1.7 1.7-1.7h5.1c.6 0 1.1.3 1.2.8" />
    </>
  ),
  filter: <path d="M2.5 4.5h11M4.5 8h7M6.5 11.5h3" />,
  keyboard: (
    <>
      <rect x="1.5" y="4" width="13" height="8.5" rx="1.7" />
      <path d="M4.3 6.7v.1M7 6.7v.1M9.3 6.7v.1M11.7 6.7v.1M5 9.8h6" />
    </>
  ),
  tag: (
    <>
      <path d="M2.5 3.5v4.3c0 .3.1.6.3.8l4.9 4.9c.5.5 1.2.5 1.6 0l4.2-4.2c.5-.5.5-1.2 0-1.6L8.6 2.8a1.1 1.1 0 0 0-.8-.3H3.5c-.6 0-1 .4-1 1z" />
      <path d="M5.4 5.4v.1" />
    </>
  ),
  delete: (
    <path d="M2.8 4.3h10.4M6.2 4.3V2.9h3.6v1.4M4.2 4.3l.5 8.2c0 .6.5 1 1 1h4.6c.5 0 1-.4 1-1l.5-8.2M6.7 6.9v4M9.3 6.9v4" />
  ),
  recording: (
    <>
      <circle cx="4.6" cy="8" r="2.6" />
      <circle cx="11.4" cy="8" r="2.6" />
      <path d="M4.6 10.6h6.8" />
    </>
  ),
  up: <path d="M8 13V3.3M4 7.2l4-4 4 4" />,
  down: <path d="M8 3v9.7M4 8.8l4 4 4-4" />,
  table: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1.5" />
      <path d="M2.5 6.5h11M2.5 9.8h11M7 6.5V13" />
    </>
  ),
  chevron: <path d="M6 3.8L10.3 8 6 12.2" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;
export const iconNames = Object.keys(shapes) as readonly IconName[];

/** Decoration: the words beside it say the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" data-icon={name} aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
