/** One measured figure. `least` and `most` are the floor; a figure without either is only told. */
export interface Figure {
  name: string;
  value: number;
  least?: number;
  most?: number;
}

export interface BenchResult {
  id: string;
  title: string;
  figures: Figure[];
  /** The floors in words, for the table. */
  floor: string;
  pass: boolean;
  /** What was measured on, when it is not the real data. */
  note?: string;
}

/** What a file b*.ts in this folder exports. `dataDir` is null where there is no data. Null: nothing to measure without it. */
export interface Bench {
  run(dataDir: string | null): Promise<BenchResult | null>;
}

export function meets({ value, least, most }: Figure): boolean {
  return Number.isFinite(value) && (least === undefined || value >= least) && (most === undefined || value <= most);
}
