import type { ImportReport } from '../../../services/curriculum-import/import-report.ts';
import { LinkButton } from '../../components/button.tsx';
import { ImportPreview } from '../../components/import/import-preview.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

type Course = ImportReport['courses'][number];

const SHOWN = 200;

export interface CurriculumPreviewProps {
  id: number;
  report: ImportReport;
  changedMeanwhile?: boolean;
}

/** What a file would do, before anything is done. */
export function CurriculumPreviewPage({ id, report, changedMeanwhile = false }: CurriculumPreviewProps) {
  const { curriculumImport: words } = usePage().t;
  return (
    <ImportPreview
      base={`/region/curriculum/import/${id}`}
      report={report}
      changed={changedMeanwhile ? words.changedMeanwhile : undefined}
      idle={isEmpty(report)}
    >
      <Report report={report} />
    </ImportPreview>
  );
}

/** What was done. */
export function CurriculumImportedPage({ report }: { report: ImportReport }) {
  const { curriculumImport: words, fileImport } = usePage().t;
  return (
    <Layout title={words.doneTitle}>
      <div class="stack loose">
        <PageHead title={words.doneTitle} lead={words.doneLead(report.source)} />
        <Report report={report} />
        <div class="row">
          <LinkButton tone="go" href="/region/curriculum">
            {words.toCurriculum}
          </LinkButton>
          <LinkButton href="/region/curriculum/import">{fileImport.another}</LinkButton>
        </div>
      </div>
    </Layout>
  );
}

function isEmpty({ courses }: ImportReport): boolean {
  return courses.every((course) => countAdded(course) === 0 && course.changes === 0);
}

const countAdded = ({ added }: Course): number => added.questions + added.units + added.tests + added.drafts;

function Report({ report }: { report: ImportReport }) {
  const { t, format } = usePage();
  const words = t.curriculumImport;
  const { notTaken, notes, newTeachers, judgedAgain } = report;
  return (
    <>
      {isEmpty(report) && <Notice>{words.nothingNew}</Notice>}
      {judgedAgain.answers > 0 && (
        <Notice tone="warn">{words.judgedAgain(judgedAgain.answers, judgedAgain.pupils)}</Notice>
      )}
      {newTeachers.length > 0 && (
        <Notice>{words.newTeachers(format.list(newTeachers.map((one) => t.words.subject(one))))}</Notice>
      )}
      {report.courses.map((course, index) => (
        <CourseSheet key={`${course.name} ${course.gradeLevel}`} course={course} id={`course-${index}`} />
      ))}
      {notTaken.length > 0 && (
        <Fold summary={words.leftOut(notTaken.length)} open>
          <Pairs
            caption={words.leftOutCaption}
            title={words.reason}
            rows={notTaken.map((one) => [one.id, one.reason])}
          />
        </Fold>
      )}
      {notes.length > 0 && (
        <Fold summary={words.notes(notes.length)}>
          <Pairs caption={words.notesCaption} title={words.note} rows={notes.map((one) => [one.id, one.note])} />
        </Fold>
      )}
    </>
  );
}

function CourseSheet({ course, id }: { course: Course; id: string }) {
  const { t } = usePage();
  const words = t.curriculumImport;
  const { added, addedQuestions, changes, changed } = course;
  return (
    <Sheet
      id={id}
      title={words.courseOf(course.name, t.words.subject(course.subject), t.words.grade(course.gradeLevel))}
      action={<Tag tone={course.isNew ? 'good' : 'info'}>{course.isNew ? words.newCourse : words.known}</Tag>}
    >
      <dl class="key-facts">
        <dt>{words.read}</dt>
        <dd>{words.size(course.questions, course.units.length)}</dd>
        <dt>{words.added}</dt>
        <dd>{words.addedOf(added.questions, added.units, added.tests, added.drafts) || words.none}</dd>
        <dt>{words.changed}</dt>
        <dd>{changes === 0 ? words.none : words.changedOf(changes)}</dd>
      </dl>
      {changes > 0 && (
        <Fold summary={words.changedTitle(changes)} open>
          <Changes changed={changed} />
          {changes > changed.length && <p class="quiet">{t.fileImport.more(changes - changed.length)}</p>}
        </Fold>
      )}
      {addedQuestions.length > 0 && (
        <Fold summary={words.addedTitle(added.questions)}>
          <Pairs
            caption={words.addedTitle(added.questions)}
            title={words.added}
            rows={addedQuestions.map(({ unit, question }) => [unit, question])}
          />
          {added.questions > addedQuestions.length && (
            <p class="quiet">{t.fileImport.more(added.questions - addedQuestions.length)}</p>
          )}
        </Fold>
      )}
    </Sheet>
  );
}

function Changes({ changed }: Pick<Course, 'changed'>) {
  const { curriculumImport: words } = usePage().t;
  const text = (said: string) => (said === '' ? <span class="quiet">{words.empty}</span> : <bdi>{said}</bdi>);
  return (
    <Table
      stacks
      caption={words.changed}
      captionHidden
      rows={changed.map((change, index) => ({ ...change, index }))}
      rowKey={({ index }) => index}
      columns={[
        { title: words.where, heads: true, cell: ({ where, what }) => <bdi>{where === '' ? what : where}</bdi> },
        { title: words.what, cell: ({ what }) => what },
        { title: words.before, cell: ({ before }) => text(before) },
        { title: words.after, cell: ({ after }) => text(after) },
      ]}
    />
  );
}

function Pairs({ caption, title, rows }: { caption: string; title: string; rows: readonly string[][] }) {
  const { t } = usePage();
  const words = t.curriculumImport;
  return (
    <>
      <Table
        stacks
        caption={caption}
        captionHidden
        rows={rows.slice(0, SHOWN).map(([place = '', said = ''], index) => ({ place, said, index }))}
        rowKey={({ index }) => index}
        columns={[
          { title: words.where, heads: true, cell: ({ place }) => <bdi>{place}</bdi> },
          { title, cell: ({ said }) => <bdi>{said}</bdi>, wide: true },
        ]}
      />
      {rows.length > SHOWN && <p class="quiet">{t.fileImport.more(rows.length - SHOWN)}</p>}
    </>
  );
}
