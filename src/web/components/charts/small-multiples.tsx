import { ChartFigure, type ChartWords } from './chart-figure.tsx';
import { type LinePoint, pathsOf } from './line-chart.tsx';
import { PlotScale, rounded } from './scale.ts';

export interface LittleChart {
  key: string | number;
  name: string;
  href?: string | undefined;
  points: readonly LinePoint[];
  /** What stands beside the name: the latest value, or why there is none. */
  latest: string;
}

interface SmallMultiplesProps extends ChartWords {
  /** What the parts are: "Unit". */
  heading: string;
  /** What the points of each are, one a column of the table. */
  labels: readonly string[];
  parts: readonly LittleChart[];
  kind: 'line' | 'bars';
  /** The bottom and the top of all of them. */
  ticks: readonly number[];
}

const SIZE = { width: 160, height: 44 };

/** Many little pictures on one scale, to be held against one another; each says its latest value, one table has all of them. */
export function SmallMultiples({ heading, labels, parts, kind, ticks, ...words }: SmallMultiplesProps) {
  const scale = new PlotScale(labels.length, ticks, SIZE);
  return (
    <ChartFigure
      {...words}
      table={{
        heading,
        columns: labels,
        rows: parts.map(({ key, name, points }) => ({
          key: String(key),
          label: name,
          cells: points.map(({ text }) => text),
        })),
      }}
    >
      <ul class="littles">
        {parts.map(({ key, name, href, points, latest }) => (
          <li key={key}>
            <span class="name">
              {href ? (
                <a href={href}>
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )}
            </span>
            <span class="small" aria-hidden="true">
              {latest}
            </span>
            <svg
              viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={`${name}: ${latest}`}
            >
              <path class="ground" d={`M0 ${SIZE.height}H${SIZE.width}`} />
              {kind === 'line' ? <LittleLine {...{ points, scale }} /> : <LittleBars {...{ points, scale }} />}
            </svg>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

interface LittleProps {
  points: readonly LinePoint[];
  scale: PlotScale;
}

function LittleLine({ points, scale }: LittleProps) {
  const { path, dots } = pathsOf(points, scale);
  return (
    <g class="first">
      <path class="line" d={path} />
      <path class="dots" d={dots} />
    </g>
  );
}

function LittleBars({ points, scale }: LittleProps) {
  return (
    <>
      {points.map(({ value }, place) =>
        value === null ? null : (
          <rect
            key={scale.x(place)}
            class="column"
            x={rounded(scale.x(place) - scale.step * 0.38)}
            y={scale.y(value)}
            width={rounded(scale.step * 0.76)}
            height={rounded(SIZE.height - scale.y(value))}
          />
        ),
      )}
    </>
  );
}
