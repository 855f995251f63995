import { area, line } from 'd3-shape';
import { ChartFigure, type ChartWords } from './chart-figure.tsx';
import { Plot } from './plot.tsx';
import { PlotScale } from './scale.ts';

export interface LinePoint {
  /** Null: there is none, and `text` says why; the line has a gap there. */
  value: number | null;
  /** The value as the table has it. */
  text: string;
  /** How far up and down of the value the band reaches; none where it is missing. */
  error?: number | null | undefined;
}

export interface LineSeries {
  name: string;
  points: readonly LinePoint[];
}

interface LineChartProps extends ChartWords {
  /** What the labels are: "Week". */
  heading: string;
  /** Below the picture, and at the head of each row of the table. */
  labels: readonly { short: string; full: string }[];
  /** One or two: the second is dashed, its points hollow. */
  series: readonly LineSeries[];
  /** From the bottom to the top, as `ticksFor` makes them. */
  ticks: readonly number[];
  tick: (value: number) => string;
}

const SIZE = { width: 600, height: 200 };

/** Values over time as lines, drawn on the server; a gap stands where there is no value, and time runs as the page is read. */
export function LineChart({ heading, labels, series, ticks, tick, ...words }: LineChartProps) {
  const scale = new PlotScale(labels.length, ticks, SIZE);
  const read = series.map(({ name, points }) => {
    const values = points.map(({ text }, place) => `${labels[place]?.full}: ${text}`).join('; ');
    return series.length > 1 ? `${name}: ${values}` : values;
  });
  return (
    <ChartFigure
      {...words}
      table={{
        heading,
        columns: series.map(({ name }) => name),
        rows: labels.map(({ full }, place) => ({
          key: String(place),
          label: full,
          cells: series.map(({ points }) => points[place]?.text ?? ''),
        })),
      }}
    >
      {series.length > 1 && <Legend series={series} />}
      <Plot
        label={`${words.title}. ${read.join('. ')}`}
        {...{ scale, ticks, tick }}
        labels={labels.map(({ short }) => short)}
      >
        {series.map((one, place) => (
          <Line key={one.name} points={one.points} look={place === 0 ? 'first' : 'second'} scale={scale} />
        ))}
      </Plot>
    </ChartFigure>
  );
}

/** Which line is which, also without colours. */
function Legend({ series }: { series: readonly LineSeries[] }) {
  return (
    <ul class="legend" aria-hidden="true">
      {series.map(({ name }, place) => (
        <li key={name}>
          <svg viewBox="0 0 36 10" width="36" height="10" aria-hidden="true">
            <g class={place === 0 ? 'first' : 'second'}>
              <path class="line" d="M2 5H34" />
              <path class="dots" d="M18 5h0" />
              {place > 0 && <path class="holes" d="M18 5h0" />}
            </g>
          </svg>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

type Look = 'first' | 'second';

function Line({ points, look, scale }: { points: readonly LinePoint[]; look: Look; scale: PlotScale }) {
  const { path, band, dots } = pathsOf(points, scale);
  return (
    <g class={look}>
      {band && <path class="band" d={band} />}
      <path class="line" d={path} />
      <path class="dots" d={dots} />
      {look === 'second' && <path class="holes" d={dots} />}
    </g>
  );
}

/** The outlines of a line, of the band around it and of its points. */
export function pathsOf(points: readonly LinePoint[], scale: PlotScale) {
  const placed = points.map((point, place) => ({ ...point, x: scale.x(place) }));
  const isThere = ({ value }: LinePoint) => value !== null;
  const at = (value: number | null) => scale.y(value ?? 0);
  const path = line<(typeof placed)[number]>(
    ({ x }) => x,
    ({ value }) => at(value),
  ).defined(isThere)(placed);
  const hasBand = placed.some(({ value, error }) => value !== null && error);
  const band = area<(typeof placed)[number]>()
    .defined(isThere)
    .x(({ x }) => x)
    .y0(({ value, error }) => at((value ?? 0) - (error ?? 0)))
    .y1(({ value, error }) => at((value ?? 0) + (error ?? 0)))(placed);
  // A point is a line of no length with round ends: it stays round in a picture that is stretched.
  const dots = placed.flatMap(({ x, value }) => (value === null ? [] : `M${x} ${at(value)}h0`)).join('');
  return { path: path ?? '', band: hasBand ? band : null, dots };
}
