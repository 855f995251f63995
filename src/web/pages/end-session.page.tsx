import type { SessionView } from '../../shared/study-session.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Choices } from '../components/choices.tsx';
import { TextArea } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { Care, Notice } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';

/** What was chosen so far, and what is wrong with it. */
export interface EndForm {
  feeling: string;
  difficulty: string;
  understanding: string;
  feedback: string;
  problems: Partial<Record<'feeling' | 'difficulty' | 'understanding' | 'feedback', string>>;
}

const ONE_TO_TEN = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** Feeling, difficulty, understanding, a word. */
export function EndSessionPage({ session, form }: { session: SessionView; form: EndForm }) {
  const { t } = usePage();
  const words = t.study;
  const base = `/study/${session.kind}/${session.id}`;
  const feelings = Object.entries(words.feelings).map(([value, label]) => ({ value, label }));
  return (
    <Layout title={words.endTitle}>
      <div class="narrow stack">
        <h1>{words.endTitle}</h1>
        <p class="quiet">{session.lesson ? t.chat.lesson.endLead : words.endLead}</p>
        {session.care && <Care words={session.care} />}
        {Object.keys(form.problems).length > 0 && (
          <Notice tone="warn" announce>
            {words.somethingMissing}
          </Notice>
        )}
        <form class="stack" method="post" action={`${base}/end`}>
          <Choices
            name="feeling"
            label={words.feeling}
            layout="pairs"
            choices={feelings}
            chosen={[form.feeling]}
            problem={form.problems.feeling}
          />
          <Scale name="difficulty" label={words.difficulty} ends={words.difficultyEnds} form={form} />
          <Scale name="understanding" label={words.understanding} ends={words.understandingEnds} form={form} />
          <TextArea
            name="feedback"
            label={words.word}
            hint={words.wordHint}
            value={form.feedback}
            maxLength={2000}
            problem={form.problems.feedback}
          />
          <div class="row">
            <Button tone="go">{session.lesson?.mayReflect ? t.chat.lesson.send : words.submitEnd}</Button>
            <LinkButton href={base}>{words.backToSession}</LinkButton>
          </div>
        </form>
      </div>
    </Layout>
  );
}

interface ScaleProps {
  name: 'difficulty' | 'understanding';
  label: string;
  ends: readonly [string, string];
  form: EndForm;
}

function Scale({ name, label, ends, form }: ScaleProps) {
  return (
    <Choices
      name={name}
      label={label}
      hint={`1 ${ends[0]} … 10 ${ends[1]}`}
      layout="scale"
      choices={ONE_TO_TEN.map((value) => ({ value, label: value }))}
      chosen={[form[name]]}
      problem={form.problems[name]}
    />
  );
}
