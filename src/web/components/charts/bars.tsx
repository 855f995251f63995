export interface Bar {
  label: string;
  /** Null: there is none, and `text` says why. */
  value: number | null;
  /** The value in words, as a table has it. */
  text: string;
}

interface BarsProps {
  title: string;
  bars: readonly Bar[];
  /** What the whole height stands for; the largest value where it is missing. */
  most?: number | undefined;
}

const HEIGHT = 120;
const WIDTH = 40;
const GAP = 12;

/**
 * A column a value, drawn on the server. The picture is one image to a screen reader, whose words are the values; the caller has
 * the same in a table.
 */
export function Bars({ title, bars, most = Math.max(0, ...bars.map(({ value }) => value ?? 0)) }: BarsProps) {
  const words = bars.map(({ label, text }) => `${label}: ${text}`).join('; ');
  const width = bars.length * (WIDTH + GAP);
  return (
    <div class="bars">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + 2}`}
        role="img"
        aria-label={`${title}. ${words}`}
        preserveAspectRatio="none"
      >
        <line class="ground" x1={0} y1={HEIGHT + 1} x2={width} y2={HEIGHT + 1} />
        {bars.map(({ label, value }, place) => {
          const height = value === null || most === 0 ? 0 : (value / most) * HEIGHT;
          return (
            <rect
              key={label}
              x={place * (WIDTH + GAP) + GAP / 2}
              y={HEIGHT - height}
              width={WIDTH}
              height={height}
              rx={3}
            />
          );
        })}
      </svg>
      <ol aria-hidden="true">
        {bars.map(({ label, text }) => (
          <li key={label}>
            <strong>{text}</strong>
            <span>{label}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
