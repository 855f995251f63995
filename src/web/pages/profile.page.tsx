import {
  COLLABORATION_STYLES,
  LANGUAGES,
  LEARNING_STYLES,
  type PersonProblems,
  ROUTINE_STYLES,
} from '../../domain/people/person-fields.ts';
import type { ProfilePage as View } from '../../services/accounts/profile.service.ts';
import type { LetterChoice } from '../../services/family/weekly-letters.service.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { Letters } from '../components/report/letters.tsx';
import { Notice, Sheet } from '../components/surfaces.tsx';
import type { Fields } from '../forms/fields.ts';
import { usePage } from '../page-context.ts';

export interface ProfileForms {
  /** Preferences as they were written last, where something was wrong. */
  preferences?: { sent: Fields; problems: PersonProblems };
  password?: { before?: string; after?: string; again?: string };
  /** What was done just now. */
  done?: 'preferences' | 'password' | 'letters';
}

interface ProfileProps {
  view: View;
  /** Of parents alone. */
  letters: LetterChoice | null;
  forms?: ProfileForms;
}

/** Everybody's own page: preferences, password, and what is stored about them. */
export function ProfilePage({ view, letters, forms = {} }: ProfileProps) {
  const { profile: words } = usePage().t;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <h1>{words.title}</h1>
        {forms.done && (
          <Notice tone="good" announce>
            <p>{words.done[forms.done]}</p>
          </Notice>
        )}
        <div class="grid">
          <Preferences view={view} form={forms.preferences} />
          <Password view={view} problems={forms.password ?? {}} />
          {letters && <Letters choice={letters} />}
          <Stored view={view} />
        </div>
      </div>
    </Layout>
  );
}

function Preferences({ view: { person }, form }: { view: View; form: ProfileForms['preferences'] }) {
  const { t } = usePage();
  const [words, people] = [t.profile, t.people];
  const now: Fields = { locale: person.locale, ...nullsAway(person.styles) };
  const sent = form?.sent ?? now;
  const problem = (name: string) => {
    const found = form?.problems[name];
    return found && people.problem(found);
  };
  const styles = [
    ['learningStyle', LEARNING_STYLES],
    ['routineStyle', ROUTINE_STYLES],
    ['collaborationStyle', COLLABORATION_STYLES],
  ] as const;
  return (
    <Sheet id="preferences" title={words.preferences}>
      <form method="post" action="/profile" class="stack">
        <SelectField
          name="locale"
          label={people.locale}
          hint={words.localeHint}
          value={sent.locale}
          problem={problem('locale')}
          options={LANGUAGES.map((code) => ({ value: code, label: people.language(code) }))}
        />
        {person.role === 'student' && (
          <>
            <p class="quiet">{words.stylesNote}</p>
            {styles.map(([name, values]) => (
              <SelectField
                key={name}
                name={name}
                label={words[name]}
                value={sent[name] ?? ''}
                problem={problem(name)}
                options={[
                  { value: '', label: people.notSaid },
                  ...values.map((value) => ({ value, label: people.styles[value] ?? value })),
                ]}
              />
            ))}
          </>
        )}
        <Button tone="soft">{people.save}</Button>
      </form>
    </Sheet>
  );
}

function nullsAway(values: Record<'learningStyle' | 'routineStyle' | 'collaborationStyle', string | null>): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
}

function Password({ view, problems }: { view: View; problems: NonNullable<ProfileForms['password']> }) {
  const { t } = usePage();
  const [words, accounts] = [t.profile, t.accounts];
  if (!view.person.hasPassword) {
    return (
      <Sheet id="password" title={words.password}>
        <p>{words.noPassword}</p>
      </Sheet>
    );
  }
  const field = (name: 'before' | 'after' | 'again', autocomplete: string) => ({
    name,
    type: 'password' as const,
    autocomplete,
    problem: problems[name],
    required: true,
  });
  return (
    <Sheet id="password" title={words.password}>
      <form method="post" action="/profile/password" class="stack">
        <TextField {...field('before', 'current-password')} label={words.before} />
        <TextField
          {...field('after', 'new-password')}
          label={accounts.newPassword}
          hint={accounts.passwordHint(view.least)}
        />
        <TextField {...field('again', 'new-password')} label={accounts.again} />
        <p class="quiet">{words.passwordNote}</p>
        <Button tone="soft">{words.changePassword}</Button>
      </form>
    </Sheet>
  );
}

function Stored({ view }: { view: View }) {
  const { t, format } = usePage();
  const [words, people] = [t.profile, t.people];
  const { person, school, classes, guardians, stored } = view;
  const list = (items: readonly string[]) => (items.length > 0 ? format.list(items) : null);
  const facts: [string, string | null][] = [
    [people.name, `${person.firstName} ${person.lastName}`],
    [people.username, person.username],
    [people.email, person.email],
    [people.birthDate, person.birthDate],
    [people.phones, list(person.phones)],
    [people.address, list(person.addresses.map(({ street, city }) => `${street}, ${city}`))],
    ...(school === null ? [] : [[words.school, school] satisfies [string, string]]),
    ...(classes.length === 0
      ? []
      : [
          [people.schoolClasses, list(classes.map(({ name, year }) => people.classOf(name, year)))] satisfies [
            string,
            string | null,
          ],
        ]),
    ...(stored === null
      ? []
      : [[words.parents, list(guardians.map(({ parent }) => parent))] satisfies [string, string | null]]),
  ];
  return (
    <Sheet id="stored" title={words.stored}>
      <dl class="key-facts plain">
        {facts.flatMap(([label, value]) => [
          <dt key={label}>{label}</dt>,
          <dd key={`${label}:`} dir="auto">
            {value ?? <span class="quiet">{words.nothing}</span>}
          </dd>,
        ])}
      </dl>
      {stored && <p>{words.counts(stored)}</p>}
      <p>
        <a href="/profile/export">{t.erasure.exportOwn}</a>
      </p>
      <p class="quiet prose">{words.who[person.role]}</p>
      {person.role === 'student' && (
        <p>
          <a href="/profile/looked">{t.audit.lookedLink}</a>
        </p>
      )}
      <p class="quiet prose">{words.secrets}</p>
    </Sheet>
  );
}
