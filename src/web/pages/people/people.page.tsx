import { DIRECTORY_STATES } from '../../../domain/people/directory-state.ts';
import { MANAGED_ROLES, type ManagedRole } from '../../../domain/people/person-fields.ts';
import { MOST_CARDS } from '../../../services/accounts/login-cards.service.ts';
import type { PeopleWishes, PersonLine, PeoplePage as View } from '../../../services/people/people.service.ts';
import { ActionButton, Button, LinkButton } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { PeopleNav } from '../../components/people/people-nav.tsx';
import { Empty, Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** Everybody of a school whose account its manager looks after. */
export function PeoplePage({ view }: { view: View }) {
  const { people: words } = usePage().t;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead title={words.title} actions={<PeopleNav />} />
        <Arrivals view={view} />
        <div class="row">
          {MANAGED_ROLES.map((role, index) => (
            <LinkButton
              key={role}
              href={`/school/people/new?role=${slugOf(role)}`}
              {...(index === 0 ? { tone: 'go' as const } : {})}
            >
              {words.roles[role].add}
            </LinkButton>
          ))}
          <LinkButton href="/school/people/import">{usePage().t.peopleImport.title}</LinkButton>
        </div>
        <section class="sheet stack" aria-label={words.title}>
          <Filter view={view} />
          <p class="quiet" role="status">
            {words.total(view.total)}
          </p>
          {view.people.length === 0 ? (
            <Empty icon="people" title={words.nobody}>
              <p>{words.nobodyMore}</p>
            </Empty>
          ) : (
            <People people={view.people} />
          )}
          <Pages view={view} />
          <PrintNew view={view} />
        </section>
        <CardPolicy allowed={view.cardLogin} />
      </div>
    </Layout>
  );
}

/** "class manager" as it stands in an address. */
export const slugOf = (role: ManagedRole): string => role.replace(' ', '-');

function Filter({ view: { wishes, classes } }: { view: View }) {
  const { people: words } = usePage().t;
  const option = (value: string, label: string) => ({ value, label });
  return (
    <form method="get" action="/school/people" class="filter">
      <TextField name="q" label={words.search} value={wishes.search} maxLength={100} />
      <SelectField
        name="role"
        label={words.role}
        value={wishes.role ? slugOf(wishes.role) : ''}
        options={[
          option('', words.anyRole),
          ...MANAGED_ROLES.map((role) => option(slugOf(role), words.roles[role].many)),
        ]}
      />
      <SelectField
        name="class"
        label={words.class}
        value={String(wishes.classId ?? '')}
        options={[
          option('', words.anyClass),
          ...classes.map(({ id, name, year }) => option(String(id), words.classOf(name, year))),
        ]}
      />
      <SelectField
        name="state"
        label={words.state}
        value={wishes.state ?? ''}
        options={[option('', words.anyState), ...DIRECTORY_STATES.map((state) => option(state, words.states[state]))]}
      />
      <Button tone="soft">{words.find}</Button>
    </form>
  );
}

function People({ people }: { people: readonly PersonLine[] }) {
  const { people: words } = usePage().t;
  return (
    <Table
      stacks
      caption={words.title}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          title: words.name,
          heads: true,
          cell: ({ id, firstName, lastName }) => (
            <a href={`/school/people/${id}`}>
              <bdi>{`${lastName}, ${firstName}`}</bdi>
            </a>
          ),
        },
        { title: words.role, cell: ({ role }) => (isManaged(role) ? words.roles[role].one : '') },
        { title: words.username, cell: ({ username }) => <code dir="auto">{username}</code> },
        { title: words.belongs, cell: (person) => <Belongs person={person} /> },
        { title: words.account, cell: (person) => <State {...person} /> },
      ]}
    />
  );
}

const isManaged = (role: string): role is ManagedRole => MANAGED_ROLES.some((one) => one === role);

function Belongs({ person: { role, classes, children } }: { person: PersonLine }) {
  const { t, format } = usePage();
  const words = t.people;
  if (role === 'parent') {
    if (children.length === 0) return <span class="quiet">{words.noChild}</span>;
    const names = children.map(({ student, status }) =>
      status === 'blocked' ? `${student} (${words.blocked})` : student,
    );
    return <bdi>{format.list(names)}</bdi>;
  }
  if (classes.length === 0) return <span class="quiet">{words.noClass}</span>;
  return <bdi>{format.list(classes.map(({ name, year }) => words.classOf(name, year)))}</bdi>;
}

/** Whether somebody can log in. */
export function State({ disabled, hasPassword }: { disabled: boolean; hasPassword: boolean }) {
  const { people: words } = usePage().t;
  if (disabled) return <Tag tone="alarm">{words.disabled}</Tag>;
  return hasPassword ? <Tag tone="good">{words.active}</Tag> : <Tag tone="due">{words.noPassword}</Tag>;
}

function Pages({ view: { wishes, pages } }: { view: View }) {
  const { t } = usePage();
  const words = t.people;
  const link = (page: number, text: string) => ({ href: addressOf({ ...wishes, page }), text });
  return (
    <>
      {pages > 1 && <p class="quiet">{words.pageOf(wishes.page, pages)}</p>}
      <Pager
        label={t.common.pages}
        newer={wishes.page > 1 ? link(wishes.page - 1, words.previous) : null}
        older={wishes.page < pages ? link(wishes.page + 1, words.next) : null}
      />
    </>
  );
}

/** Cards for all of those who were looked for and have no password yet. */
function PrintNew({ view: { wishes, total } }: { view: View }) {
  const { people: words } = usePage().t;
  if (wishes.state !== 'no password' || total === 0) return null;
  return (
    <form method="post" action="/school/people/cards" class="stack tight">
      <input type="hidden" name="q" value={wishes.search} />
      <input type="hidden" name="role" value={wishes.role ? slugOf(wishes.role) : ''} />
      <input type="hidden" name="class" value={wishes.classId ?? ''} />
      <p>
        <Button tone="soft">{words.printLinks}</Button>
      </p>
      <p class="quiet prose">{words.printNewNote(MOST_CARDS)}</p>
    </form>
  );
}

function addressOf({ role, search, classId, state, page }: PeopleWishes): string {
  const query = new URLSearchParams({
    ...(search ? { q: search } : {}),
    ...(role ? { role: slugOf(role) } : {}),
    ...(classId ? { class: String(classId) } : {}),
    ...(state ? { state } : {}),
    page: String(page),
  });
  return `/school/people?${query}`;
}

function Arrivals({ view: { arrivals } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.people;
  if (arrivals.length === 0) return null;
  return (
    <Notice title={words.arrivals}>
      <ul class="stack">
        {arrivals.map(({ studentId, student, fromSchool, releasedAt }) => (
          <li key={studentId} class="row">
            <span dir="auto">{words.arrival(student, fromSchool, format.date(releasedAt))}</span>
            <ActionButton action={`/school/people/${studentId}/accept`} tone="go" size="small">
              {words.accept}
            </ActionButton>
            <ActionButton action={`/school/people/${studentId}/decline`} size="small">
              {words.decline}
            </ActionButton>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function CardPolicy({ allowed }: { allowed: boolean }) {
  const { people: words } = usePage().t;
  return (
    <Sheet id="card-policy" title={words.cardPolicy}>
      <p>{allowed ? words.cardsAllowed : words.cardsForbidden}</p>
      <Fold summary={allowed ? words.forbidCards : words.allowCards}>
        <div class="stack">
          <p class="quiet prose">{words.cardPolicyLead}</p>
          <form method="post" action="/school/people/card-policy">
            <Button name="allowed" value={allowed ? 'no' : 'yes'} size="small" {...(allowed ? { tone: 'alarm' } : {})}>
              {allowed ? words.forbidCards : words.allowCards}
            </Button>
          </form>
        </div>
      </Fold>
    </Sheet>
  );
}
