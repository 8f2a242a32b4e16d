interface MeasureProps {
  readonly words: string;
  /** Of a full bar, 0 to 1. */
  readonly share: number;
  /** Only there to compare with. */
  readonly isQuiet?: boolean;
}

/** A value in words with a bar as long as it is great. */
export function Measure({ words, share, isQuiet = false }: MeasureProps) {
  return (
    <span className="measure" data-quiet={isQuiet}>
      <span className="measure-bar">
        <span style={{ inlineSize: `${Math.round(share * 1000) / 10}%` }} />
      </span>
      {words}
    </span>
  );
}
