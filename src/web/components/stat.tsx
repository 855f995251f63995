export interface StatView {
  label: string;
  /** Null: there is none, and `note` says why ("no tests yet"). Never a 0 that stands for "unknown". */
  value: string | null;
  note?: string;
}

/** A few numbers, large. */
export function Stats({ stats }: { stats: readonly StatView[] }) {
  return (
    <dl class="stats">
      {stats.map((stat) => (
        <Stat key={stat.label} {...stat} />
      ))}
    </dl>
  );
}

/** One of them; it belongs into a `dl` with the class `stats`. */
export function Stat({ label, value, note }: StatView) {
  return (
    <div class="stat">
      <dt>{label}</dt>
      {value === null ? <dd class="none">{note}</dd> : <dd>{value}</dd>}
      {value !== null && note && <dd>{note}</dd>}
    </div>
  );
}
