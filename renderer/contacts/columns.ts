/** The columns of the list in their order; each is a key of the catalogue's `contacts` and a class of the style sheet. */
export const columns = ['chosen', 'name', 'company', 'number', 'email'] as const;
export type Column = (typeof columns)[number];
