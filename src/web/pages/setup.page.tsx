import type { FirstSchoolProblems } from '../../domain/people/first-school.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { Notice } from '../components/surfaces.tsx';
import type { Fields } from '../forms/fields.ts';
import { usePage } from '../page-context.ts';

export interface SetupProps {
  /** As it was written last. */
  sent: Fields;
  problems: FirstSchoolProblems;
  /** Why nothing is read just now. */
  refused?: string;
}

/** The first page of an empty installation: a school, and who manages it. */
export function SetupPage({ sent, problems, refused }: SetupProps) {
  const { setup: words } = usePage().t;
  const field = (name: string) => {
    const problem = problems[name];
    return { name, value: sent[name], problem: problem && words.problem(problem) };
  };
  return (
    <Layout title={words.title} narrow>
      <section class="hero-form stack">
        <div class="stack tight">
          <h1>{words.title}</h1>
          <p class="lead quiet">{words.lead}</p>
        </div>
        {refused && (
          <Notice tone="alarm" announce>
            <p>{refused}</p>
          </Notice>
        )}
        <form method="post" action="/setup" class="stack">
          <TextField {...field('code')} label={words.code} hint={words.codeHint} autocapitalize="none" required />
          <TextField {...field('school')} label={words.school} required />
          <TextField {...field('region')} label={words.region} hint={words.regionHint} required />
          <h2>{words.manager}</h2>
          <p class="quiet">{words.managerLead}</p>
          <TextField {...field('firstName')} label={words.firstName} autocomplete="given-name" required />
          <TextField {...field('lastName')} label={words.lastName} autocomplete="family-name" required />
          <TextField {...field('email')} type="email" label={words.email} hint={words.optional} autocomplete="email" />
          <Button tone="go" size="big">
            {words.submit}
          </Button>
        </form>
        <p class="quiet">{words.next}</p>
      </section>
    </Layout>
  );
}
