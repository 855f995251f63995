import { Fold } from '../surfaces.tsx';
import { Table } from '../table.tsx';

export interface WeekDay {
  /** Unique in the strip: "2026-03-01". */
  key: string;
  /** Below the column: "Mon". */
  label: string;
  /** In the table: "Monday, 1 March". */
  fullLabel: string;
  minutes: number;
  /** The time in words: "1 h 5 min", or "nothing". */
  text: string;
}

export interface WeekStripProps {
  id: string;
  title: string;
  /** What the picture shows, in one sentence. */
  description: string;
  days: readonly WeekDay[];
  rtl: boolean;
  table: { summary: string; day: string; time: string };
}

const WIDTH = 300;
const HEIGHT = 110;
const FLOOR = 88;
const TOP = 18;
/** Between two columns, as a share of the distance from one to the next. */
const GAP = 0.3;
/** A day of half an hour looks like a day of half an hour, whatever the week's best day was. */
const LEAST_FULL = 45;

/** Minutes studied on each of some days, as columns, with the same numbers as a table. */
export function WeekStrip({ id, title, description, days, rtl, table }: WeekStripProps) {
  const step = WIDTH / (days.length - GAP);
  const width = step * (1 - GAP);
  const most = Math.max(LEAST_FULL, ...days.map((day) => day.minutes));
  return (
    <div class="stack tight">
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{description}</desc>
        {days.map((day, index) => {
          const height = day.minutes > 0 ? Math.max(4, (day.minutes / most) * (FLOOR - TOP)) : 3;
          const left = rtl ? WIDTH - width - index * step : index * step;
          const middle = left + width / 2;
          return (
            <g key={day.key}>
              <rect
                class={day.minutes > 0 ? 'column' : 'floor'}
                x={round(left)}
                y={round(FLOOR - height)}
                width={round(width)}
                height={round(height)}
                rx={4}
              />
              {day.minutes > 0 && (
                <text class="bar-value" x={round(middle)} y={round(FLOOR - height - 5)}>
                  {Math.round(day.minutes)}
                </text>
              )}
              <text x={round(middle)} y={HEIGHT - 6}>
                {day.label}
              </text>
            </g>
          );
        })}
      </svg>
      <Fold summary={table.summary}>
        <Table
          caption={title}
          captionHidden
          rows={days}
          rowKey={(day) => day.key}
          columns={[
            { title: table.day, cell: (day) => day.fullLabel, heads: true },
            { title: table.time, cell: (day) => day.text, numeric: true },
          ]}
        />
      </Fold>
    </div>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
