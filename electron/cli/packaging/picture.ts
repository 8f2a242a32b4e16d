/** A square picture of an icon. */
export interface Picture {
  /** Edge, in pixels. */
  readonly size: number;
  readonly png: Uint8Array;
}
