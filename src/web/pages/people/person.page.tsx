import type { PersonPage as View } from '../../../services/people/people.service.ts';
import { ActionButton, LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { Children, type GuardianForm, Guardians } from './guardians.tsx';
import { State } from './people.page.tsx';
import { PupilClasses, PupilTransfer } from './pupil-place.tsx';
import { WaysIn } from './ways-in.tsx';

export interface PersonPageProps {
  view: View;
  /** What was written into the form for a parent, and what was wrong with it. */
  guardianForm?: GuardianForm;
  /** What was in the way of something that was wished. */
  refused?: string;
}

/** One person, and all that their school manager can do for them. */
export function PersonPage({ view, guardianForm, refused }: PersonPageProps) {
  const { person, kept } = view;
  const { t } = usePage();
  const words = t.people;
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <Layout title={name}>
      <div class="stack loose">
        <PageHead
          title={name}
          back={{ href: '/school/people', text: words.back }}
          tags={
            <>
              <Tag tone="info">{words.roles[person.role].one}</Tag>
              <State disabled={person.disabledAt !== null} hasPassword={person.hasPassword} />
            </>
          }
        />
        {refused && (
          <Notice tone="alarm" announce>
            <p>{refused}</p>
            <p>{t.common.errors.stale}</p>
          </Notice>
        )}
        {!kept && (
          <Notice>
            <p>{words.keptElsewhere}</p>
          </Notice>
        )}
        <div class="grid">
          <About view={view} />
          <WaysIn view={view} />
          {person.role === 'student' && <PupilClasses view={view} />}
          {person.role === 'student' && <Guardians view={view} {...(guardianForm ? { form: guardianForm } : {})} />}
          {person.role === 'parent' && <Children view={view} />}
          {person.role === 'student' && <PupilTransfer view={view} />}
          {kept && <Shut view={view} />}
        </div>
      </div>
    </Layout>
  );
}

function About({ view: { person, kept, classes } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.people;
  const { addresses, phones, styles } = person;
  const liked = [styles.learningStyle, styles.routineStyle, styles.collaborationStyle].flatMap((style) =>
    style === null ? [] : [words.styles[style] ?? style],
  );
  const facts: [string, string | null][] = [
    [words.username, person.username],
    [words.email, person.email],
    [words.birthDate, person.birthDate === null ? null : format.calendarDay(person.birthDate)],
    [words.locale, words.language(person.locale)],
    [words.phones, phones.length > 0 ? format.list(phones) : null],
    ...addresses.map(({ street, city, postalCode }): [string, string] => [
      words.address,
      [street, postalCode, city].filter(Boolean).join(', '),
    ]),
    ...(person.role === 'student'
      ? [[words.stylesTitle, liked.length > 0 ? format.list(liked) : null] as [string, string | null]]
      : []),
    ...(person.role === 'class manager'
      ? ([
          [words.employmentYear, String(person.employmentYear)],
          [
            words.schoolClasses,
            classes.length > 0 ? format.list(classes.map(({ name, year }) => words.classOf(name, year))) : null,
          ],
        ] as [string, string | null][])
      : []),
    [words.since, format.day(person.createdAt)],
  ];
  return (
    <Sheet
      id="about"
      title={words.facts}
      action={
        kept && (
          <LinkButton href={`/school/people/${person.id}/edit`} size="small">
            {words.edit}
          </LinkButton>
        )
      }
    >
      <dl class="key-facts plain">
        {facts
          .filter(([, value]) => kept || value !== null)
          .map(([label, value], index) => (
            <>
              <dt key={`${label}${index}`}>{label}</dt>
              <dd dir="auto">{value ?? <span class="quiet">{words.notKnown}</span>}</dd>
            </>
          ))}
      </dl>
    </Sheet>
  );
}

function Shut({ view: { person } }: { view: View }) {
  const { people: words, erasure } = usePage().t;
  const at = `/school/people/${person.id}`;
  return (
    <Sheet id="account" title={words.account}>
      {person.disabledAt === null ? (
        <Fold summary={words.disable}>
          <div class="stack">
            <p class="quiet prose">{words.disableNote}</p>
            <ActionButton action={`${at}/disable`} tone="alarm" size="small">
              {words.disable}
            </ActionButton>
          </div>
        </Fold>
      ) : (
        <>
          <p class="quiet prose">{words.enableNote}</p>
          <ActionButton action={`${at}/enable`} size="small">
            {words.enable}
          </ActionButton>
        </>
      )}
      <p>
        <a href={`${at}/export`}>{erasure.exportPupil}</a>
      </p>
      <p>
        <a href={`${at}/erase`}>{erasure.link}</a>
      </p>
    </Sheet>
  );
}
