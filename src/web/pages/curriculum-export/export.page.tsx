import { EXPORT_FORMATS, type ExportFormat, type LeftOut } from '../../../domain/curriculum/exchange/left-out.ts';
import type { CurriculumExportChoice } from '../../../services/curriculum-export/curriculum-take-out.service.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

export interface CurriculumExportProps {
  courses: CurriculumExportChoice[];
  /** What was chosen; no course: all of them. */
  chosen: { format: ExportFormat; courseId: number | undefined };
  /** What the format cannot hold of the chosen course; null where the file cannot be written of all courses. */
  leftOut: LeftOut[] | null;
}

/** Where a course and a kind of file are chosen, and what the file will and will not hold. */
export function CurriculumExportPage({ courses, chosen, leftOut }: CurriculumExportProps) {
  const { curriculumExport: words, curriculum } = usePage().t;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead title={words.title} lead={words.lead} back={{ href: '/region/curriculum', text: curriculum.title }} />
        {courses.length === 0 ? (
          <Empty icon="info" title={words.noCourses} />
        ) : (
          <div class="grid">
            <ChoiceForm courses={courses} chosen={chosen} isRefused={leftOut === null} />
            {leftOut && <FileSheet chosen={chosen} leftOut={leftOut} />}
          </div>
        )}
      </div>
    </Layout>
  );
}

function ChoiceForm({
  courses,
  chosen,
  isRefused,
}: Pick<CurriculumExportProps, 'courses' | 'chosen'> & { isRefused: boolean }) {
  const { t } = usePage();
  const words = t.curriculumExport;
  return (
    <Sheet id="choice" title={words.choice}>
      <form class="stack" method="get" action="/region/curriculum/export">
        <SelectField
          name="course"
          label={words.course}
          value={chosen.courseId === undefined ? '' : String(chosen.courseId)}
          problem={isRefused ? words.oneCourse : undefined}
          options={[
            { value: '', label: words.allCourses },
            ...courses.map(({ id, name, subject, gradeLevel }) => ({
              value: String(id),
              label: words.courseOf(name, t.words.subject(subject), t.words.grade(gradeLevel)),
            })),
          ]}
        />
        <SelectField
          name="format"
          label={words.format}
          hint={words.formatHint}
          value={chosen.format}
          options={EXPORT_FORMATS.map((format) => ({ value: format, label: words.formats[format] }))}
        />
        <Button>{words.look}</Button>
      </form>
    </Sheet>
  );
}

function FileSheet({ chosen, leftOut }: { chosen: CurriculumExportProps['chosen']; leftOut: LeftOut[] }) {
  const { curriculumExport: words } = usePage().t;
  const { format, courseId } = chosen;
  const course = courseId === undefined ? '' : `&course=${courseId}`;
  return (
    <Sheet id="file" title={words.formats[format]}>
      <p>{words.about[format]}</p>
      {leftOut.length > 0 && (
        <Notice tone="warn" title={words.leftOutTitle}>
          <ul class="points">
            {leftOut.map(({ what, count }) => (
              <li key={what}>{words.leftOut[what](count)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {leftOut.length === 0 && courseId !== undefined && <Notice tone="good">{words.complete}</Notice>}
      <p>
        <LinkButton tone="go" href={`/region/curriculum/export/file?format=${format}${course}`}>
          {words.download}
        </LinkButton>
      </p>
    </Sheet>
  );
}
