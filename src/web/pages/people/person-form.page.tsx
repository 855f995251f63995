import {
  COLLABORATION_STYLES,
  LANGUAGES,
  LEARNING_STYLES,
  type ManagedRole,
  MOST_ADDRESSES,
  type PersonProblems,
  ROUTINE_STYLES,
} from '../../../domain/people/person-fields.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Fold, Notice } from '../../components/surfaces.tsx';
import type { Fields } from '../../forms/fields.ts';
import { usePage } from '../../page-context.ts';
import { slugOf } from './people.page.tsx';

export interface PersonForm {
  role: ManagedRole;
  /** As it was written last. */
  sent: Fields;
  problems: PersonProblems;
  /** Null: somebody new. */
  person: { id: number; name: string } | null;
  /** Whom a new parent belongs to. */
  child: { id: number; name: string } | null;
}

/** One form for everybody: new people and those who are there. */
export function PersonFormPage({ form }: { form: PersonForm }) {
  const { role, problems, person, child } = form;
  const { people: words } = usePage().t;
  const title = person ? words.editTitle(person.name) : words.newTitle(role);
  const back = person
    ? { href: `/school/people/${person.id}`, text: person.name }
    : { href: '/school/people', text: words.title };
  const found = Object.keys(problems).length;
  return (
    <Layout title={title} narrow>
      <div class="stack loose">
        <PageHead title={title} back={back} lead={child ? words.parentOf(child.name) : undefined} />
        {found > 0 && (
          <Notice tone="alarm" announce>
            <p>{words.formProblems(found)}</p>
          </Notice>
        )}
        <form method="post" action={person ? `/school/people/${person.id}/edit` : '/school/people/new'} class="stack">
          <input type="hidden" name="role" value={slugOf(role)} />
          {child && <input type="hidden" name="child" value={child.id} />}
          <Name form={form} />
          {role === 'class manager' && <Line form={form} name="employmentYear" label={words.employmentYear} short />}
          {role === 'student' && <Styles form={form} />}
          <Contact form={form} />
          {!person && <p class="quiet prose">{words.createNote}</p>}
          <div class="row">
            <Button tone="go">{person ? words.save : words.create}</Button>
            <a href={back.href}>{words.cancel}</a>
          </div>
        </form>
      </div>
    </Layout>
  );
}

interface LineProps {
  form: PersonForm;
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'date';
  short?: boolean;
  required?: boolean;
}

function Line({ form: { sent, problems }, name, ...rest }: LineProps) {
  const { people: words } = usePage().t;
  const problem = problems[name];
  return (
    <TextField
      {...rest}
      name={name}
      value={sent[name] ?? ''}
      problem={problem && words.problem(problem)}
      autocomplete="off"
    />
  );
}

function Name({ form }: { form: PersonForm }) {
  const { people: words } = usePage().t;
  const { sent, problems } = form;
  return (
    <>
      <div class="fields two">
        <Line form={form} name="firstName" label={words.firstName} required />
        <Line form={form} name="lastName" label={words.lastName} required />
      </div>
      <div class="fields two">
        <Line
          form={form}
          name="username"
          label={words.username}
          hint={form.person ? words.usernameHint : words.usernameNewHint}
        />
        <Line form={form} name="email" label={words.email} hint={words.optional} type="email" />
      </div>
      <div class="fields two">
        <Line form={form} name="birthDate" label={words.birthDate} hint={words.optional} type="date" />
        <SelectField
          name="locale"
          label={words.locale}
          value={sent.locale ?? 'en'}
          problem={problems.locale && words.problem(problems.locale)}
          options={LANGUAGES.map((code) => ({ value: code, label: words.language(code) }))}
        />
      </div>
    </>
  );
}

function Styles({ form: { sent, problems } }: { form: PersonForm }) {
  const { people: words } = usePage().t;
  const all = [
    ['learningStyle', LEARNING_STYLES],
    ['routineStyle', ROUTINE_STYLES],
    ['collaborationStyle', COLLABORATION_STYLES],
  ] as const;
  const open = all.some(([name]) => sent[name] || problems[name]);
  return (
    <Fold summary={words.stylesTitle} open={open}>
      <div class="stack">
        <p class="quiet">{words.stylesNote}</p>
        <div class="fields two">
          {all.map(([name, values]) => {
            const problem = problems[name];
            return (
              <SelectField
                key={name}
                name={name}
                label={words[name]}
                value={sent[name] ?? ''}
                problem={problem && words.problem(problem)}
                options={[
                  { value: '', label: words.notSaid },
                  ...values.map((value) => ({ value, label: words.styles[value] ?? value })),
                ]}
              />
            );
          })}
        </div>
      </div>
    </Fold>
  );
}

function Contact({ form }: { form: PersonForm }) {
  const { people: words } = usePage().t;
  const { sent, problems } = form;
  const filled = (index: number) =>
    ['street', 'city', 'postalCode'].some((name) => sent[`${name}${index}`] || problems[`${name}${index}`]);
  const rows = Array.from({ length: MOST_ADDRESSES }, (_, index) => index);
  const open = rows.some(filled) || Boolean(sent.phones || problems.phones);
  return (
    <Fold summary={words.contact} open={open}>
      <div class="stack">
        <TextArea
          name="phones"
          label={words.phones}
          hint={words.phonesHint}
          rows={2}
          value={sent.phones ?? ''}
          problem={problems.phones && words.problem(problems.phones)}
        />
        {rows.map((index) => (
          <AddressRow key={index} form={form} index={index} open={index === 0 || filled(index)} />
        ))}
      </div>
    </Fold>
  );
}

function AddressRow({ form, index, open }: { form: PersonForm; index: number; open: boolean }) {
  const { people: words } = usePage().t;
  const lines = (
    <div class="fields two">
      <Line form={form} name={`street${index}`} label={words.street} />
      <Line form={form} name={`city${index}`} label={words.city} />
      <Line form={form} name={`postalCode${index}`} label={words.postalCode} short />
    </div>
  );
  return open ? lines : <Fold summary={words.anotherAddress(index + 1)}>{lines}</Fold>;
}
