/** The columns of the list in their order; each is a key of the catalogue's `calls` and a class of the style sheet. */
export const columns = ['outcome', 'party', 'called', 'extension', 'when', 'rang', 'talked'] as const;
export type Column = (typeof columns)[number];
