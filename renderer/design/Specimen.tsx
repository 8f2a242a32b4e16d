import type { ReactNode } from 'react';

/** A few things of one kind, with the name of the kind. */
export function Specimen({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <figure className="specimen">
      <figcaption>{name}</figcaption>
      <div className="specimen-body">{children}</div>
    </figure>
  );
}
