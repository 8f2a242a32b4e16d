import type { en } from './en.ts';
import type { reachEn } from './reachEn.ts';

/** The same keys with words of another language behind them. */
type Shape<Node> = Node extends string ? string : { readonly [Key in keyof Node]: Shape<Node[Key]> };

/** A catalogue: whatever language it is in, it has the keys of the English one, and no others. */
export type Words = Shape<typeof en>;

/** The same for the words of the connection and the set-up, which are loaded with those views. */
export type ReachWords = Shape<typeof reachEn>;
