import type { HandedIn } from '../../../services/tests/taking.service.ts';
import { Button } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice, Section, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { TestLink } from '../../components/test-link.tsx';
import { usePage } from '../../page-context.ts';
import { ReviewSheet } from './review-sheet.tsx';

/** What was chosen about a test so far, and what is wrong with it. */
export interface ReflectionForm {
  feeling: string;
  difficulty: string;
  problems: Partial<Record<'feeling' | 'difficulty', string>>;
}

/** A test that was handed in: what happens now, its result once it is released, and how it felt. */
export function HandedInPage({ view, form }: { view: HandedIn; form?: ReflectionForm }) {
  const { t, format } = usePage();
  const words = t.tests;
  const { sitting, review } = view;
  return (
    <Layout title={sitting.name} narrow>
      <div class="stack loose">
        <PageHead
          title={sitting.name}
          back={{ href: '/tests', text: words.back }}
          lead={words.resultLead(sitting.courseName, format.date(sitting.begunAt ?? sitting.date))}
        >
          <TestLink link={sitting.link} />
        </PageHead>
        {review === null ? <Waiting view={view} /> : <Result view={view} />}
        {(view.questions > 0 || sitting.submittedAt !== null) && <Felt view={view} {...(form ? { form } : {})} />}
        {review !== null && review.length > 0 && (
          <Section id="review" title={words.reviewTitle}>
            {review.map((one) => (
              <ReviewSheet key={one.position} reviewed={one} of={review.length} sittingId={sitting.id} />
            ))}
          </Section>
        )}
      </div>
    </Layout>
  );
}

function Waiting({ view: { sitting, answered, questions } }: { view: HandedIn }) {
  const { t, format } = usePage();
  const words = t.tests;
  return (
    <Sheet id="done" title={words.doneTitle}>
      {sitting.submittedAt !== null && <p>{words.doneAt(format.dateTime(sitting.submittedAt))}</p>}
      {sitting.submittedBy === 'time' && <Notice>{words.doneByTime}</Notice>}
      <p>{words.doneAnswered(answered, questions)}</p>
      <p>{words.doneWaits}</p>
    </Sheet>
  );
}

function Result({ view: { sitting } }: { view: HandedIn }) {
  const { t, format } = usePage();
  const words = t.tests;
  const { finalGrade, status } = sitting;
  return (
    <section class="hero">
      <div class="stack tight">
        <h2>{words.grade}</h2>
        <p class="grade">{finalGrade === null ? words.noGrade.released : words.gradeOf(format.number(finalGrade))}</p>
        {finalGrade !== null && (
          <p>
            {status === 'passed' ? (
              <Tag tone="good" icon="check">
                {words.passed}
              </Tag>
            ) : (
              <Tag tone="due">{words.failed}</Tag>
            )}
          </p>
        )}
        {sitting.regradedAt !== null && <p>{words.regraded(format.date(sitting.regradedAt))}</p>}
      </div>
    </section>
  );
}

const ONE_TO_TEN = Array.from({ length: 10 }, (_, index) => String(index + 1));

function Felt({ view, form }: { view: HandedIn; form?: ReflectionForm }) {
  const { t } = usePage();
  const words = t.tests;
  const moment = view.review === null ? 'handed in' : 'reviewed';
  const said = view.reflections.find((one) => one.moment === moment);
  const shown = form ?? { feeling: said?.feeling ?? '', difficulty: said ? String(said.difficulty) : '', problems: {} };
  return (
    <Sheet id="reflect" title={moment === 'reviewed' ? words.reflectAgainTitle : words.reflectTitle}>
      <p class="quiet">{said && !form ? words.reflectThanks : words.reflectLead}</p>
      <form class="stack" method="post" action={`/tests/${view.sitting.id}/reflection`}>
        <Choices
          name="feeling"
          label={words.feeling}
          layout="pairs"
          choices={Object.entries(t.study.feelings).map(([value, label]) => ({ value, label }))}
          chosen={[shown.feeling]}
          problem={shown.problems.feeling}
        />
        <Choices
          name="difficulty"
          label={words.difficulty}
          hint={`1 ${t.study.difficultyEnds[0]} … 10 ${t.study.difficultyEnds[1]}`}
          layout="scale"
          choices={ONE_TO_TEN.map((value) => ({ value, label: value }))}
          chosen={[shown.difficulty]}
          problem={shown.problems.difficulty}
        />
        <Button tone="go">{words.reflect}</Button>
      </form>
    </Sheet>
  );
}
