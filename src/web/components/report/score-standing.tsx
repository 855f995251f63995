import type { EvaluationKind } from '../../../domain/evaluation/evaluation.ts';
import {
  type AnsweringReview,
  type ScoreReview,
  type ScoreStanding,
  standingOf,
} from '../../../domain/evaluation/score-review.ts';
import { type PageContext, usePage } from '../../page-context.ts';
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

/** What was said last of a score, in its order: why somebody contests it is read by them and by staff only. */
export function Standing({ reviews, kind }: { reviews: readonly ScoreReview[]; kind: EvaluationKind }) {
  const standing = standingOf(reviews, kind);
  const { contest, answer } = standing;
  // What an answer is an answer to; where somebody has contested since, that comes after it.
  const before = contest === null && answer !== null ? contestBefore(standing, answer) : null;
  return (
    <>
      {before !== null && <ContestWords contest={before} />}
      {answer !== null && <Answer answer={answer} />}
      {contest !== null && <OpenContest contest={contest} />}
    </>
  );
}

/** Nobody has answered it yet. */
function OpenContest({ contest }: { contest: ScoreReview }) {
  const page = usePage();
  return (
    <>
      <Notice tone={isStaff(page) ? 'warn' : 'info'}>
        <p>{contestSentence(contest, page)}</p>
      </Notice>
      <ContestWords contest={contest} />
    </>
  );
}

function Answer({ answer }: { answer: AnsweringReview }) {
  const { t, format } = usePage();
  const sentence = <p>{t.scores.answered[answer.action](format.date(answer.at))}</p>;
  return (
    <>
      {answer.action === 'disputed' ? <Notice tone="warn">{sentence}</Notice> : sentence}
      <Words text={answer.words} />
    </>
  );
}

function ContestWords({ contest }: { contest: ScoreReview }) {
  const page = usePage();
  return isStaff(page) || contest.by.id === page.actor?.userId ? <Words text={contest.words} /> : null;
}

function isStaff({ actor }: PageContext): boolean {
  return actor?.role === 'class manager' || actor?.role === 'school manager';
}

function contestBefore({ history }: ScoreStanding, answer: ScoreReview): ScoreReview | null {
  return history.slice(0, history.indexOf(answer)).findLast(({ action }) => action === 'contested') ?? null;
}

function contestSentence({ by, at }: ScoreReview, { t, format, actor }: PageContext): string {
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
