import { GRADE_LEVELS } from '../../../domain/curriculum/curriculum.ts';
import { type ClassProblems, LARGEST_CLASS } from '../../../domain/people/class-fields.ts';
import type { SchoolClassLine, ClassesPage as View } from '../../../services/people/school-classes.service.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { PeopleNav } from '../../components/people/people-nav.tsx';
import { Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { type Column, Table } from '../../components/table.tsx';
import type { Fields } from '../../forms/fields.ts';
import { usePage } from '../../page-context.ts';

/** The classes of a school, those of old years apart. */
export function SchoolClassesPage({ view }: { view: View }) {
  const { t, format } = usePage();
  const words = t.people;
  const managers: Column<SchoolClassLine> = {
    title: words.managers,
    cell: ({ managers: own }) =>
      own.length === 0 ? (
        <span class="quiet">{words.noManager}</span>
      ) : (
        <bdi>{format.list(own.map(({ name }) => name))}</bdi>
      ),
  };
  // A class that is put away has no class managers any more.
  const putAway: Column<SchoolClassLine> = {
    title: words.putAway,
    cell: ({ archivedAt }) => (archivedAt === null ? '' : format.day(archivedAt)),
  };
  return (
    <Layout title={words.classesTitle}>
      <div class="stack loose">
        <PageHead title={words.classesTitle} actions={<PeopleNav />} />
        <LinkButton href="/school/people/classes/new" tone="go">
          {words.addClass}
        </LinkButton>
        {view.classes.length === 0 ? (
          <Empty icon="school" title={words.classesNone}>
            <p>{words.classesNoneMore}</p>
          </Empty>
        ) : (
          <section class="sheet" aria-label={words.classesTitle}>
            <Classes caption={words.classesTitle} classes={view.classes} last={managers} />
          </section>
        )}
        {view.archived.length > 0 && (
          <Sheet id="archived" title={words.oldClasses}>
            <Classes caption={words.oldClasses} classes={view.archived} last={putAway} />
          </Sheet>
        )}
      </div>
    </Layout>
  );
}

function Classes({
  caption,
  classes,
  last,
}: {
  caption: string;
  classes: readonly SchoolClassLine[];
  last: Column<SchoolClassLine>;
}) {
  const { t } = usePage();
  const words = t.people;
  return (
    <Table
      stacks
      caption={caption}
      captionHidden
      rows={classes}
      rowKey={({ id }) => id}
      columns={[
        {
          title: words.className,
          heads: true,
          cell: ({ id, name }) => (
            <a href={`/school/people/classes/${id}`}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        { title: words.grade, cell: ({ gradeLevel }) => t.words.grade(gradeLevel) },
        { title: words.year, cell: ({ year }) => String(year), numeric: true },
        { title: words.members, cell: (one) => <Places {...one} />, numeric: true },
        last,
      ]}
    />
  );
}

/** How full a class is; closed accounts take no place, and are said beside it. */
export function Places({ pupils, closed, capacity }: { pupils: number; closed: number; capacity: number }) {
  const words = usePage().t.people;
  return (
    <>
      {words.pupilsOf(pupils, capacity)}
      {closed > 0 && <span class="quiet"> {words.closedToo(closed)}</span>}
    </>
  );
}

export interface ClassForm {
  sent: Fields;
  problems: ClassProblems;
  /** Null: a new one. */
  id: number | null;
}

/** One form for new classes and those that are there. */
export function ClassFormPage({ form: { sent, problems, id } }: { form: ClassForm }) {
  const { t } = usePage();
  const words = t.people;
  const title = id === null ? words.classNewTitle : words.editTitle(sent.name ?? '');
  const back =
    id === null
      ? { href: '/school/people/classes', text: words.classesTitle }
      : { href: `/school/people/classes/${id}`, text: sent.name ?? '' };
  const found = Object.keys(problems).length;
  const field = (name: 'name' | 'year' | 'capacity' | 'gradeLevel') => {
    const problem = problems[name];
    return { name, value: sent[name] ?? '', problem: problem && words.classProblem(problem) };
  };
  return (
    <Layout title={title} narrow>
      <div class="stack loose">
        <PageHead title={title} back={back} />
        {found > 0 && (
          <Notice tone="alarm" announce>
            <p>{words.formProblems(found)}</p>
          </Notice>
        )}
        <form
          method="post"
          action={id === null ? '/school/people/classes/new' : `/school/people/classes/${id}/edit`}
          class="stack"
        >
          <TextField {...field('name')} label={words.className} required />
          <div class="fields two">
            <TextField {...field('year')} label={words.year} hint={words.yearHint} type="number" short required />
            <TextField
              {...field('capacity')}
              label={words.capacity}
              type="number"
              min={1}
              max={LARGEST_CLASS}
              short
              required
            />
          </div>
          <SelectField
            {...field('gradeLevel')}
            label={words.grade}
            options={GRADE_LEVELS.map((grade) => ({ value: grade, label: t.words.grade(grade) }))}
          />
          <div class="row">
            <Button tone="go">{words.save}</Button>
            <a href={back.href}>{words.cancel}</a>
          </div>
        </form>
      </div>
    </Layout>
  );
}
