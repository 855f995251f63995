import type {
  CommonMisconception,
  MisconceivedQuestion,
  Misconceptions,
} from '../../../services/analytics/misconceptions.service.ts';
import type { SubjectOfRegion, SubjectWish } from '../../../services/analytics/region-analytics.service.ts';
import { RichLine, RichText } from '../../components/rich-text.tsx';
import { Empty, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';
import { problemHref } from '../curriculum/addresses.ts';
import { daysQuery, SubjectFrame, subjectQuery } from './subject-frame.tsx';

interface MisconceptionsProps {
  subjects: readonly SubjectOfRegion[];
  /** Null: the supervisor has no subject, or the days cannot be read. */
  view: Misconceptions | null;
  wish: SubjectWish;
}

const ACTION = '/region/wrong-answers';

/** Wrong answers that many pupils give, by unit and question, with what is said of them so far. */
export function MisconceptionsPage({ subjects, view, wish }: MisconceptionsProps) {
  const words = usePage().t.regionSubject;
  return (
    <SubjectFrame {...{ subjects, view, wish }} title={words.misconceptionsTitle} action={ACTION}>
      {view && (
        <>
          {view.units.length === 0 && (
            <Empty icon="check" title={words.misconceptionsNone}>
              <p>{words.misconceptionsNoneMore}</p>
            </Empty>
          )}
          {view.units.map(({ courseId, unitName, questions }, place) => (
            <Sheet key={`${courseId}/${unitName}`} id={`unit-${place}`} title={<bdi>{unitName}</bdi>}>
              {questions.map((one) => (
                <Question key={one.qaId} question={one} />
              ))}
            </Sheet>
          ))}
          {view.hidden > 0 && <p class="quiet">{words.hiddenAnswers(view.hidden)}</p>}
          {view.units.length > 0 && (
            <p>
              <a href={`${ACTION}.csv?${subjectQuery(view)}&${daysQuery(view)}`}>{words.csv}</a>
            </p>
          )}
          <p class="quiet prose">{words.misconceptionsHow}</p>
        </>
      )}
    </SubjectFrame>
  );
}

function Question({ question }: { question: MisconceivedQuestion }) {
  const { t } = usePage();
  const words = t.regionSubject;
  return (
    <article class="stack tight part">
      {question.stem !== '' && <RichText text={question.stem} />}
      <RichText text={question.question} />
      <p class="quiet small">
        {words.answered(question.answered)} · <a href={problemHref(question.problemId)}>{words.edit}</a>
      </p>
      <Table
        stacks
        caption={words.wrongCaption(question.question)}
        captionHidden
        rows={question.wrong}
        rowKey={({ answer }) => answer}
        columns={[
          { title: words.wrongAnswer, heads: true, cell: ({ answer }) => <RichLine text={answer} /> },
          { title: words.gave, numeric: true, cell: ({ pupils }) => pupils },
          { title: words.inSchools, numeric: true, cell: ({ schools }) => schools },
          { title: words.said, wide: true, cell: (wrong) => <Said wrong={wrong} problemId={question.problemId} /> },
        ]}
      />
    </article>
  );
}

/** What the tutor says to whoever gives this answer, and where to write it. */
function Said({ wrong: { said, slip }, problemId }: { wrong: CommonMisconception; problemId: number }) {
  const { t } = usePage();
  const words = t.regionSubject;
  return (
    <span class="stack tight">
      {said === null ? (
        <span class="quiet small">{t.curriculum.tutorSays(slip)}</span>
      ) : (
        <span>
          <RichLine text={said} />
        </span>
      )}
      <a href={problemHref(problemId)}>{said === null ? words.write : words.change}</a>
    </span>
  );
}
