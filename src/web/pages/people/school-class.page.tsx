import type { ClassPage as View } from '../../../services/people/school-classes.service.ts';
import { ActionButton, Button, LinkButton } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { SelectField } from '../../components/field.tsx';
import { SearchForm } from '../../components/finder.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { ClassCourses } from './class-courses.tsx';
import { State } from './people.page.tsx';
import { Places } from './school-classes.page.tsx';

/** What could not be done with the pupils who were chosen. */
export interface ClassProblem {
  chosen: readonly number[];
  /** The class has too few places: where to ask again, and with what. */
  full?: { action: string; would: number; capacity: number; fields: Record<string, string> };
  problem?: string;
  /** It is of something that was there when the page was opened. */
  isStale?: boolean;
}

/** One class: its pupils, its class managers, and who could be in it. */
export function SchoolClassPage({ view, problem }: { view: View; problem?: ClassProblem }) {
  const { t, format } = usePage();
  const words = t.people;
  const { one } = view;
  const closed = view.members.filter(({ disabled }) => disabled).length;
  const pupils = view.members.length - closed;
  return (
    <Layout title={one.name}>
      <div class="stack loose">
        <PageHead
          title={one.name}
          back={{ href: '/school/people/classes', text: words.backToClasses }}
          tags={
            <>
              <Tag>{words.classLead(t.words.grade(one.gradeLevel), one.year)}</Tag>
              <Tag tone={pupils > one.capacity ? 'due' : 'info'}>
                <Places pupils={pupils} closed={closed} capacity={one.capacity} />
              </Tag>
            </>
          }
          actions={<LinkButton href={`/school/people/classes/${one.id}/edit`}>{words.edit}</LinkButton>}
        >
          {one.archivedAt !== null && <p class="quiet">{words.archived(format.day(one.archivedAt))}</p>}
        </PageHead>
        <Problem problem={problem} />
        <Members view={view} chosen={problem?.chosen ?? []} />
        <ClassCourses view={view} />
        {one.archivedAt === null && (
          <div class="grid">
            <Join view={view} chosen={problem?.chosen ?? []} />
            <Managers view={view} />
          </div>
        )}
        <Archive view={view} />
      </div>
    </Layout>
  );
}

function Problem({ problem }: { problem: ClassProblem | undefined }) {
  const { t } = usePage();
  const words = t.people;
  if (!problem) return null;
  const { full, chosen } = problem;
  if (!full) {
    return (
      <Notice tone="alarm" announce>
        <p>{problem.problem}</p>
        {problem.isStale && <p>{t.common.errors.stale}</p>}
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={words.full} announce>
      <p>{words.fullMore(full.would, full.capacity)}</p>
      <form method="post" action={full.action}>
        <input type="hidden" name="knowingly" value="yes" />
        {Object.entries(full.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {chosen.map((id) => (
          <input key={id} type="hidden" name="pupil" value={id} />
        ))}
        <Button size="small">{words.joinAnyway}</Button>
      </form>
    </Notice>
  );
}

function Members({ view, chosen }: { view: View; chosen: readonly number[] }) {
  const { people: words } = usePage().t;
  const { one, members } = view;
  if (members.length === 0) {
    return (
      <Sheet id="members" title={words.members}>
        <Empty icon="people" title={words.membersNone}>
          <p>{words.membersNoneMore}</p>
        </Empty>
      </Sheet>
    );
  }
  return (
    <Sheet id="members" title={words.members}>
      <form method="post" action={`/school/people/classes/${one.id}/cards/link`} class="stack">
        <Table
          stacks
          caption={words.members}
          captionHidden
          rows={members}
          rowKey={({ userId }) => userId}
          columns={[
            {
              title: words.name,
              heads: true,
              cell: ({ userId, name }) => (
                <>
                  <input
                    type="checkbox"
                    class="tick"
                    name="pupil"
                    value={userId}
                    aria-label={words.choose(name)}
                    checked={chosen.includes(userId)}
                  />
                  <a href={`/school/people/${userId}`}>
                    <bdi>{name}</bdi>
                  </a>
                </>
              ),
            },
            { title: words.username, cell: ({ username }) => <code dir="auto">{username}</code> },
            { title: words.account, cell: (member) => <State {...member} /> },
          ]}
        />
        <WithChosen view={view} />
      </form>
    </Sheet>
  );
}

function WithChosen({ view: { one, others, courses, cardLogin } }: { view: View }) {
  const { t } = usePage();
  const words = t.people;
  const at = `/school/people/classes/${one.id}`;
  return (
    <fieldset class="stack">
      <legend class="label">{words.withChosen}</legend>
      <label class="check">
        <input type="checkbox" name="everybody" value="yes" />
        {words.wholeClass}
      </label>
      <div class="row">
        <Button size="small" tone="soft" formAction={`${at}/cards/link`}>
          {words.printLinks}
        </Button>
        {cardLogin && (
          <Button size="small" tone="soft" formAction={`${at}/cards/card`}>
            {words.printCards}
          </Button>
        )}
        <Button size="small" tone="alarm" formAction={`${at}/leave`}>
          {words.remove}
        </Button>
      </div>
      {others.length > 0 && (
        <div class="row ends">
          <SelectField
            name="to"
            label={words.moveTo}
            options={others.map(({ id, name, year }) => ({ value: String(id), label: words.classOf(name, year) }))}
          />
          <Button formAction={`${at}/move`}>{words.move}</Button>
        </div>
      )}
      {courses.length > 0 && (
        <div class="row ends">
          <SelectField
            name="course"
            label={words.enrolIn}
            options={courses.map(({ id, name, gradeLevel }) => ({
              value: String(id),
              label: words.courseOf(name, t.words.grade(gradeLevel)),
            }))}
          />
          <Button formAction={`${at}/courses`}>{words.enrol}</Button>
        </div>
      )}
      <p class="quiet">{words.removeNote}</p>
    </fieldset>
  );
}

function Join({ view: { one, free }, chosen }: { view: View; chosen: readonly number[] }) {
  const { t, format } = usePage();
  const words = t.people;
  const { search, pupils, total } = free;
  const at = `/school/people/classes/${one.id}`;
  const more = total - pupils.length;
  return (
    <Sheet id="join" title={words.joinTitle}>
      {(more > 0 || search !== '') && (
        <SearchForm action={`${at}#join`} name="free" label={words.freeSearch} value={search} submit={words.find}>
          {search !== '' && <a href={`${at}#join`}>{words.freeEverybody}</a>}
        </SearchForm>
      )}
      {pupils.length === 0 ? (
        <p class="quiet">{search === '' ? words.freeNone : words.freeNotFound(search)}</p>
      ) : (
        <form method="post" action={`${at}/join?${new URLSearchParams({ free: search })}`} class="stack">
          <p class="quiet">{words.joinNote}</p>
          <Choices
            name="pupil"
            label={words.members}
            several
            layout="list"
            chosen={chosen.map(String)}
            choices={pupils.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          {more > 0 && <p class="quiet">{words.freeMore(format.number(more))}</p>}
          <Button tone="soft">{words.join}</Button>
        </form>
      )}
    </Sheet>
  );
}

function Managers({ view: { one, staff, managers } }: { view: View }) {
  const { people: words } = usePage().t;
  return (
    <Sheet id="managers" title={words.managers}>
      {staff.length === 0 ? (
        <>
          <p class="quiet">{words.staffNone}</p>
          <LinkButton href="/school/people/new?role=class-manager" size="small">
            {words.roles['class manager'].add}
          </LinkButton>
        </>
      ) : (
        <form method="post" action={`/school/people/classes/${one.id}/managers`} class="stack">
          <Choices
            name="manager"
            label={words.whoManages}
            several
            layout="list"
            chosen={managers.map(({ userId }) => String(userId))}
            choices={staff.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <Button tone="soft">{words.setManagers}</Button>
        </form>
      )}
    </Sheet>
  );
}

function Archive({ view: { one } }: { view: View }) {
  const { people: words } = usePage().t;
  const at = `/school/people/classes/${one.id}`;
  if (one.archivedAt !== null) return <ActionButton action={`${at}/restore`}>{words.restore}</ActionButton>;
  return (
    <Fold summary={words.archive}>
      <div class="stack">
        <p class="quiet prose">{words.archiveNote}</p>
        <ActionButton action={`${at}/archive`} tone="alarm" size="small">
          {words.archive}
        </ActionButton>
      </div>
    </Fold>
  );
}
