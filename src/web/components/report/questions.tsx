import type { QuestionSummary } from '../../../services/family/transcript.ts';
import { usePage } from '../../page-context.ts';
import { RichText } from '../rich-text.tsx';
import { Table } from '../table.tsx';

/** Which questions there were and how each went: nobody's words. */
export function Questions({ questions }: { questions: readonly QuestionSummary[] }) {
  const { report, parent } = usePage().t;
  if (questions.length === 0) return <p class="quiet">{parent.summaryNone}</p>;
  return (
    <Table
      stacks
      caption={report.questionsTitle}
      captionHidden
      rows={questions.map((question, index) => ({ ...question, number: index + 1 }))}
      rowKey={({ number }) => number}
      columns={[
        {
          title: report.question,
          wide: true,
          cell: ({ question }) => <RichText text={question} />,
        },
        { title: report.unit, cell: ({ unitName }) => <span dir="auto">{unitName}</span> },
        {
          title: report.ended,
          cell: ({ verdict, tries, hintsUsed, revealed }) => report.verdict(verdict, tries, hintsUsed, revealed),
        },
      ]}
    />
  );
}
