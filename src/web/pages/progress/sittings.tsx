import type { PupilFigures } from '../../../services/analytics/pupil-analytics.service.ts';
import { Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

/** Tests of some days with their grades, or why there is none yet. */
export function Sittings({ sittings }: Pick<PupilFigures, 'sittings'>) {
  const { t, format } = usePage();
  const [words, report] = [t.progress, t.report];
  return (
    <Sheet id="tests" title={words.tests}>
      {sittings.length === 0 ? (
        <p class="quiet">{words.testsNone}</p>
      ) : (
        <Table
          caption={words.tests}
          captionHidden
          rows={sittings}
          rowKey={({ id }) => id}
          columns={[
            {
              title: report.test,
              heads: true,
              cell: ({ name, course }) => (
                <>
                  <bdi>{name}</bdi>
                  <br />
                  <small class="quiet">
                    <bdi>{course.name}</bdi>
                  </small>
                </>
              ),
            },
            { title: report.when, cell: ({ date }) => format.date(date) },
            {
              title: report.grade,
              numeric: true,
              cell: ({ finalGrade, phase }) =>
                finalGrade === null ? (
                  <span class="quiet">{report.gradeMissing[phase]}</span>
                ) : (
                  format.number(finalGrade)
                ),
            },
          ]}
        />
      )}
    </Sheet>
  );
}
