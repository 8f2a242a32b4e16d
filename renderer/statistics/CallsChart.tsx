import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear, scaleOrdinal } from '@visx/scale';
import { BarStack } from '@visx/shape';
import type { PointerEvent } from 'react';
import { useTranslations } from 'use-intl';

import { useFormats } from '../format/useFormats.ts';
import { callsOf, type Bin, type ChartGroup, type Step } from './bins.ts';
import { useWidth } from './useWidth.ts';

/** In pixels. */
const height = 232;
const below = 26;
const left = 44;
const above = 8;
/** Room that the words below a bar take, and the widest that one becomes. */
const labelWidth = 84;
const widestBar = 56;

interface CallsChartProps {
  readonly title: string;
  readonly step: Step;
  readonly bins: readonly Bin[];
  readonly groups: readonly ChartGroup[];
  readonly whenOf: (bin: Bin) => string;
  /** The bar that is looked at. */
  readonly current: number | null;
  readonly onCurrent: (index: number | null) => void;
}

/** A bar for each step, gone through by the pointer or by arrow keys. */
export function CallsChart({ title, step, bins, groups, whenOf, current, onCurrent }: CallsChartProps) {
  const t = useTranslations('statistics');
  const { number, short, shortDate, month } = useFormats();
  const [ref, width] = useWidth();
  const inner = Math.max(0, width - left);
  const most = Math.max(1, ...bins.map(({ counts }) => callsOf(counts)));
  const x = scaleBand<number>({
    domain: bins.map((_bin, index) => index),
    range: [0, inner],
    padding: Math.max(0.22, 1 - (widestBar * bins.length) / Math.max(1, inner)),
  });
  const y = scaleLinear<number>({ domain: [0, most], range: [height - below, above], nice: 4 });
  const lines = y.ticks(4).filter(Number.isInteger);
  const every = Math.max(1, Math.ceil((labelWidth * bins.length) / Math.max(1, inner)));
  const labelled = bins.flatMap((_bin, index) => (index % every === 0 ? [index] : []));
  const labelOf = (index: number) => {
    const { firstMs = 0 } = bins[index] ?? {};
    return step === 'month' ? month(firstMs) : shortDate(firstMs);
  };
  const wordsOf = (bin: Bin) => {
    const parts = groups.filter((group) => bin.counts[group] > 0);
    const words = parts.map((group) => t('barGroup', { group: t(`group.${group}`), calls: bin.counts[group] }));
    return [t('bar', { when: whenOf(bin), calls: callsOf(bin.counts) }), ...words].join(', ');
  };
  const last = bins.length - 1;
  const looked = bins[current ?? last];

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
    const index = Math.floor((at / Math.max(1, inner)) * bins.length);
    onCurrent(index < 0 || index > last ? null : index);
  }

  return (
    <div className="chart" ref={ref}>
      {/* The arrow keys go through the bars, and a screen reader says each. */}
      <input
        type="range"
        className="unseen"
        aria-label={title}
        aria-valuetext={looked === undefined ? '' : wordsOf(looked)}
        min={0}
        max={last}
        value={current ?? last}
        onChange={({ target }) => onCurrent(Number(target.value))}
        onFocus={() => onCurrent(current ?? last)}
        onBlur={() => onCurrent(null)}
      />
      {width > 0 && (
        <svg
          width={width}
          height={height}
          aria-hidden="true"
          onPointerMove={onPointerMove}
          onPointerLeave={() => onCurrent(null)}
        >
          {lines.map((line) => (
            <line key={line} className="chart-line" x1={left} x2={width} y1={y(line)} y2={y(line)} />
          ))}
          {current !== null && (
            <rect
              className="chart-current"
              x={left + (current * inner) / bins.length}
              width={inner / bins.length}
              y={above}
              height={height - below - above}
            />
          )}
          <BarStack
            data={[...bins]}
            keys={[...groups]}
            value={(bin, group) => bin.counts[group]}
            x={(bin) => bins.indexOf(bin)}
            xScale={x}
            yScale={y}
            color={colorless}
          >
            {(stacks) =>
              stacks.flatMap(({ key, bars }) =>
                bars.map((bar) => (
                  <rect
                    key={`${key} ${bar.index}`}
                    className="chart-bar"
                    data-group={key}
                    x={left + bar.x}
                    y={bar.y}
                    width={bar.width}
                    height={Math.max(0, bar.height)}
                  />
                )),
              )
            }
          </BarStack>
          <AxisLeft
            scale={y}
            left={left}
            tickValues={lines}
            tickFormat={(value) => (most < 10_000 ? number(Number(value)) : short(Number(value)))}
            hideAxisLine
            hideTicks
            tickLabelProps={{ className: 'chart-word', dx: -6, dy: '0.32em', textAnchor: 'end' }}
          />
          <AxisBottom
            scale={x}
            left={left}
            top={height - below}
            tickValues={labelled}
            tickFormat={labelOf}
            hideTicks
            axisLineClassName="chart-ground"
            tickLabelProps={{ className: 'chart-word', dy: 4, textAnchor: 'middle' }}
          />
        </svg>
      )}
    </div>
  );
}

/** The style sheet gives the colours, for they are others in the dark. */
const colorless = scaleOrdinal<ChartGroup, string>({ range: ['currentColor'] });
