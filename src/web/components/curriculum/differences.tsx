import type { Difference } from '../../../domain/curriculum/editing/compare-content.ts';
import { usePage } from '../../page-context.ts';
import { Table } from '../table.tsx';

export interface DifferencesProps {
  differences: readonly Difference[];
  /** What the two sides are called. */
  before: string;
  after: string;
}

/** Two states side by side, as far as they differ. */
export function Differences({ differences, before, after }: DifferencesProps) {
  const { curriculum: words } = usePage().t;
  if (differences.length === 0) return <p class="quiet">{words.noDifference}</p>;
  const text = (value: string | null, sign: 'del' | 'ins') => {
    if (!value) return <span class="quiet">{words.none}</span>;
    return sign === 'del' ? (
      <del class="written" dir="auto">
        {value}
      </del>
    ) : (
      <ins class="written" dir="auto">
        {value}
      </ins>
    );
  };
  return (
    <Table
      stacks
      caption={`${before} / ${after}`}
      captionHidden
      rows={differences}
      rowKey={({ step, field, index }) => `${step}/${field}/${index}`}
      columns={[
        { title: words.where, cell: ({ step, field, index }) => words.place(step, field, index), heads: true },
        { title: before, cell: (row) => text(row.before, 'del') },
        { title: after, cell: (row) => text(row.after, 'ins') },
      ]}
    />
  );
}
