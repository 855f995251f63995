import { GRADE_LEVELS } from '../../../domain/curriculum/curriculum.ts';
import type {
  Catalogue,
  CourseEntry,
  SearchPage,
} from '../../../services/curriculum-editor/curriculum-catalogue.service.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { SearchForm } from '../../components/finder.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { RichLine } from '../../components/rich-text.tsx';
import { Empty, Section, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { courseHref, problemHref } from './addresses.ts';

export interface CatalogueFilter {
  subject: string;
  grade: string;
  archived: boolean;
  words: string;
}

export interface CatalogueProps {
  view: Catalogue;
  filter: CatalogueFilter;
  /** What was looked for; null where nothing was. */
  found: SearchPage | null;
}

/** A supervisor's courses, and the search in their questions. */
export function CataloguePage({ view, filter, found }: CatalogueProps) {
  const { curriculum: words } = usePage().t;
  if (view.subjects.length === 0) {
    return (
      <Layout title={words.title}>
        <Empty icon="book" title={words.noSubjects}>
          <p>{words.noSubjectsMore}</p>
        </Empty>
      </Layout>
    );
  }
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead
          title={words.title}
          lead={words.lead}
          actions={
            <>
              <LinkButton href="/region/curriculum/courses/new" tone="go">
                {words.newCourse}
              </LinkButton>
              <LinkButton href="/region/curriculum/import">{words.importFile}</LinkButton>
              <LinkButton href="/region/curriculum/reports">{words.reports}</LinkButton>
            </>
          }
        />
        <SearchForm
          action="/region/curriculum"
          name="q"
          label={words.search}
          hint={words.searchHint}
          value={filter.words}
          submit={words.searchButton}
        />
        {found ? <Found found={found} words={filter.words} /> : <Courses view={view} filter={filter} />}
      </div>
    </Layout>
  );
}

function Courses({ view, filter }: { view: Catalogue; filter: CatalogueFilter }) {
  const { t } = usePage();
  const words = t.curriculum;
  const params = (more: Record<string, string>) =>
    `?${new URLSearchParams({ subject: filter.subject, grade: filter.grade, ...(filter.archived ? { archived: 'yes' } : {}), ...more })}`;
  return (
    <Section
      id="courses"
      title={filter.archived ? words.archive : words.courses}
      action={
        <a href={filter.archived ? '/region/curriculum' : '/region/curriculum?archived=yes'}>
          {filter.archived ? words.leaveArchive : words.showArchive}
        </a>
      }
    >
      <form class="row filters" method="get" action="/region/curriculum">
        {filter.archived && <input type="hidden" name="archived" value="yes" />}
        <SelectField
          name="subject"
          label={words.subject}
          value={filter.subject}
          options={[
            { value: '', label: words.allSubjects },
            ...view.subjects.map((value) => ({ value, label: t.words.subject(value) })),
          ]}
        />
        <SelectField
          name="grade"
          label={words.grade}
          value={filter.grade}
          options={[
            { value: '', label: words.allGrades },
            ...GRADE_LEVELS.map((value) => ({ value, label: t.words.grade(value) })),
          ]}
        />
        <Button>{words.show}</Button>
      </form>
      {view.courses.length === 0 ? (
        <Empty icon="book" title={filter.archived ? words.nothingArchived : words.noCourses}>
          {!filter.archived && <p>{words.noCoursesMore}</p>}
        </Empty>
      ) : (
        <CourseTable courses={view.courses} />
      )}
      <Pager
        label={t.common.pages}
        newer={view.page > 1 ? { href: params({ page: String(view.page - 1) }), text: words.previous } : null}
        older={view.hasMore ? { href: params({ page: String(view.page + 1) }), text: words.next } : null}
      />
    </Section>
  );
}

function CourseTable({ courses }: { courses: readonly CourseEntry[] }) {
  const { t, format } = usePage();
  const words = t.curriculum;
  const number = (value: number) => format.number(value);
  return (
    <div class="sheet">
      <Table
        stacks
        caption={words.courses}
        captionHidden
        rows={courses}
        rowKey={({ id }) => id}
        columns={[
          {
            title: words.course,
            heads: true,
            cell: ({ id, name, isDraft }) => (
              <span class="row">
                <a href={courseHref(id)}>
                  <bdi>{name}</bdi>
                </a>
                {isDraft && <Tag tone="due">{words.standings.new}</Tag>}
              </span>
            ),
          },
          {
            title: words.subject,
            cell: ({ subject, gradeLevel }) => t.words.subjectAndGrade(subject, gradeLevel),
          },
          { title: words.units, numeric: true, cell: ({ units }) => number(units) },
          { title: words.studyQuestions, numeric: true, cell: ({ studyQuestions }) => number(studyQuestions) },
          { title: words.testQuestions, numeric: true, cell: ({ testQuestions }) => number(testQuestions) },
          {
            title: words.waiting,
            numeric: true,
            cell: ({ drafts }) => (drafts === 0 ? number(0) : <Tag tone="due">{drafts}</Tag>),
          },
        ]}
      />
    </div>
  );
}

function Found({ found, words: looked }: { found: SearchPage; words: string }) {
  const { t } = usePage();
  const words = t.curriculum;
  const href = (page: number) => `?${new URLSearchParams({ q: looked, page: String(page) })}`;
  return (
    <Sheet id="found" title={words.found(looked)} action={<a href="/region/curriculum">{words.back}</a>}>
      {found.questions.length === 0 ? (
        <p class="quiet">{words.foundNothing}</p>
      ) : (
        <ul class="lines">
          {found.questions.map((one) => (
            <li key={one.qaId}>
              <span class="main">
                <a href={problemHref(one.problemId)}>
                  <RichLine text={one.question} />
                </a>
                <span class="quiet" dir="auto">
                  {words.foundWhere(one.courseName, one.unitName)}
                </span>
              </span>
              {one.use === 'for test' && <Tag tone="info">{words.uses['for test']}</Tag>}
              <span class="quiet">{words.kinds[one.kind]}</span>
            </li>
          ))}
        </ul>
      )}
      <Pager
        label={t.common.pages}
        newer={found.page > 1 ? { href: href(found.page - 1), text: words.previous } : null}
        older={found.hasMore ? { href: href(found.page + 1), text: words.next } : null}
      />
    </Sheet>
  );
}
