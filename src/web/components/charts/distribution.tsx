import { ChartFigure, type ChartWords } from './chart-figure.tsx';
import { PlotScale, rounded } from './scale.ts';

export interface Bin {
  /** From where to where: "40–49". */
  label: string;
  count: number;
  /** How many in words of the table: "3 pupils". */
  text: string;
}

interface DistributionProps extends ChartWords {
  /** What the bins are of: "Grade". */
  heading: string;
  /** What is counted: "Pupils". */
  counted: string;
  bins: readonly Bin[];
  /** A line at a value, in bins from the first one's start: 2.5 is the middle of the third. */
  mark?: { at: number; text: string } | undefined;
}

const SIZE = { width: 600, height: 160 };

/** How many lie where: columns that touch, each with its number above and its range below. */
export function Distribution({ heading, counted, bins, mark, ...words }: DistributionProps) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const scale = new PlotScale(bins.length, [0, most], SIZE);
  const read = bins.map(({ label, text }) => `${label}: ${text}`).join('; ');
  return (
    <ChartFigure
      {...words}
      table={{
        heading,
        columns: [counted],
        rows: bins.map(({ label, text }) => ({ key: label, label, cells: [text] })),
      }}
    >
      <div class="plot distribution">
        <ol class="counts" aria-hidden="true">
          {bins.map(({ label, count }) => (
            <li key={label}>{count > 0 ? count : ''}</li>
          ))}
        </ol>
        <svg
          viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${words.title}. ${read}${mark ? `. ${mark.text}` : ''}`}
        >
          <path class="ground" d={`M0 ${SIZE.height}H${SIZE.width}`} />
          {bins.map(({ label, count }, place) => (
            <rect
              key={label}
              class="column"
              x={rounded(place * scale.step)}
              y={scale.y(count)}
              width={rounded(scale.step)}
              height={rounded(SIZE.height - scale.y(count))}
            />
          ))}
          {mark && <path class="mark" d={`M${rounded(mark.at * scale.step)} 0V${SIZE.height}`} />}
        </svg>
        <ol class="places all" aria-hidden="true">
          {bins.map(({ label }) => (
            <li key={label}>
              <bdi>{label}</bdi>
            </li>
          ))}
        </ol>
      </div>
      {mark && (
        <p class="legend" aria-hidden="true">
          <svg viewBox="0 0 12 20" width="12" height="20" aria-hidden="true">
            <path class="mark" d="M6 0V20" />
          </svg>
          {mark.text}
        </p>
      )}
    </ChartFigure>
  );
}
