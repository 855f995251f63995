import type { Difference } from '../../../domain/curriculum/editing/compare-content.ts';
import { usePage } from '../../page-context.ts';
import { Table } from '../table.tsx';
import { Picture } from './picture.tsx';

export interface DifferencesProps {
  differences: readonly Difference[];
  /** What the two sides are called. */
  before: string;
  after: string;
}

function Changed({ sign, text }: { sign: 'del' | 'ins'; text: string }) {
  return sign === 'del' ? (
    <del class="written" dir="auto">
      {text}
    </del>
  ) : (
    <ins class="written" dir="auto">
      {text}
    </ins>
  );
}

/** A picture with its description, which is what differs where the picture is the same. */
function FigureState({ value, sign }: { value: string; sign: 'del' | 'ins' }) {
  const [hash = '', ...rest] = value.split(' ');
  const alt = rest.join(' ');
  return (
    <span class="figure-state">
      {hash !== '' && <Picture figure={{ hash, alt }} />}
      <Changed sign={sign} text={alt} />
    </span>
  );
}

/** Two states side by side, as far as they differ. */
export function Differences({ differences, before, after }: DifferencesProps) {
  const { curriculum: words } = usePage().t;
  if (differences.length === 0) return <p class="quiet">{words.noDifference}</p>;
  const text = ({ field }: Difference, value: string | null, sign: 'del' | 'ins') => {
    if (!value) return <span class="written quiet">{words.none}</span>;
    if (field === 'figures') return <FigureState value={value} sign={sign} />;
    return <Changed sign={sign} text={value} />;
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
        { title: before, cell: (row) => text(row, row.before, 'del') },
        { title: after, cell: (row) => text(row, row.after, 'ins') },
      ]}
    />
  );
}
