import type { EvaluationKind } from '../../../domain/evaluation/evaluation.ts';
import { type ScoreReview, type ScoreStanding, standingOf } from '../../../domain/evaluation/score-review.ts';
import { usePage } from '../../page-context.ts';
import { Notice } from '../surfaces.tsx';

/** The way to say that a score is not right, where there is one and nobody has said so yet. */
export function ContestLink({
  evaluation: { kind, score },
  reviews,
  contestAt,
}: {
  evaluation: { kind: EvaluationKind; score: number | null };
  reviews: readonly ScoreReview[];
  contestAt: (kind: EvaluationKind) => string;
}) {
  const { scores } = usePage().t;
  if (score === null || standingOf(reviews, kind).contest !== null) return null;
  return (
    <p>
      <a href={contestAt(kind)}>
        {scores.contest}
        <span class="visually-hidden">: {scores.kinds[kind]}</span>
      </a>
    </p>
  );
}

/** What was said of a score, to whoever reads it: why somebody contests it is read by them and by staff only. */
export function Standing({ reviews, kind }: { reviews: readonly ScoreReview[]; kind: EvaluationKind }) {
  const { t, format, actor } = usePage();
  const standing = standingOf(reviews, kind);
  const { contest, answer } = standing;
  const isStaff = actor?.role === 'class manager' || actor?.role === 'school manager';
  const said = contest ?? (answer === null ? null : contestBefore(standing, answer));
  return (
    <>
      {contest !== null && (
        <Notice tone={isStaff ? 'warn' : 'info'}>
          <p>{contestWords(contest, usePage())}</p>
        </Notice>
      )}
      {said !== null && (isStaff || said.by.id === actor?.userId) && <Words text={said.words} />}
      {answer !== null && answer.action !== 'contested' && (
        <>
          <p class={answer.action === 'disputed' ? 'strong' : undefined}>
            {t.scores.answered[answer.action](format.date(answer.at))}
          </p>
          <Words text={answer.words} />
        </>
      )}
    </>
  );
}

function contestBefore({ history }: ScoreStanding, answer: ScoreReview): ScoreReview | null {
  return history.slice(0, history.indexOf(answer)).findLast(({ action }) => action === 'contested') ?? null;
}

function contestWords({ by, at }: ScoreReview, { t, format, actor }: ReturnType<typeof usePage>): string {
  const { scores } = t;
  const day = format.date(at);
  if (by.id !== null && by.id === actor?.userId) return scores.contestedByYou(day);
  if (actor?.role === 'student') return scores.contestedByFamily(day);
  if (actor?.role === 'parent')
    return by.role === 'student' ? scores.contestedByChild(day) : scores.contestedByFamily(day);
  return scores.contestedBy(by.name || scores.somebody, day);
}

function Words({ text }: { text: string }) {
  return (
    <blockquote class="as-written" dir="auto">
      {text}
    </blockquote>
  );
}
