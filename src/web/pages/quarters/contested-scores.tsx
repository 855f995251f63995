import { QUARTER_KINDS } from '../../../domain/evaluation/quarter-evaluation.ts';
import { QUARTER_ANSWERS } from '../../../domain/evaluation/quarter-review.ts';
import { nameOfQuarter } from '../../../domain/evaluation/school-quarter.ts';
import { LONGEST_WORDS } from '../../../domain/evaluation/score-review.ts';
import type { ClassQuarter } from '../../../services/quarters/class-quarter.service.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { Section } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** An answer that could not be taken, to be shown again beside the reason. */
export interface AnswerForm {
  key: string;
  words: string;
  problem: string;
}

/** Names the form of one score. */
export const answerKey = (kind: string, id: number): string => `${kind}-${id}`;

/** Scores of a quarter that somebody contests, each with the form to answer. */
export function ContestedScores({ view, form }: { view: ClassQuarter; form?: AnswerForm }) {
  const { t, format } = usePage();
  const words = t.quarters;
  const contested = view.lines.flatMap((line) =>
    QUARTER_KINDS.flatMap((kind) => {
      const score = line.scores[kind];
      const { contest } = score.said;
      return contest ? [{ line, score, contest, key: answerKey(kind, score.id) }] : [];
    }),
  );
  if (contested.length === 0) return null;
  return (
    <Section id="contested" title={words.contestedTitle}>
      {contested.map(({ line, score, contest, key }) => (
        <article key={key} class="sheet stack" id={`contest-${key}`}>
          <h3>
            <a href={`/class/students/${line.studentId}#quarters`} dir="auto">
              {line.name}
            </a>
            {`: ${words.kinds[score.kind]}, ${t.words.subject(line.subject)}`}
          </h3>
          <p>{score.score !== null && words.scoreIs(format.number(score.score))}</p>
          <blockquote class="prose" dir="auto">
            {contest.words}
          </blockquote>
          <p class="quiet">
            <bdi>{words.saidBy(contest.by?.name ?? words.somebody, format.dateTime(contest.at))}</bdi>
          </p>
          <form class="stack" method="post" action={`/class/quarter/scores/${score.kind}/${score.id}`}>
            <input type="hidden" name="class" value={view.class.id} />
            <input type="hidden" name="quarter" value={nameOfQuarter(view.quarter)} />
            <TextArea
              name={`words-${key}`}
              label={words.answerWords}
              rows={2}
              maxLength={LONGEST_WORDS}
              value={form?.key === key ? form.words : undefined}
              problem={form?.key === key ? form.problem : undefined}
            />
            <div class="row">
              <Button name="action" value="stands">
                {words.stands}
              </Button>
              {QUARTER_ANSWERS[score.kind].includes('disputed') ? (
                <Button name="action" value="disputed">
                  {words.dispute}
                </Button>
              ) : (
                <span class="quiet">{words.orScore}</span>
              )}
            </div>
          </form>
        </article>
      ))}
    </Section>
  );
}
