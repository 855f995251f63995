import type { ScoreQueue, WaitingScore } from '../../services/evaluations/score-reviews.service.ts';
import type { ScoreQueueView } from '../../shared/evaluations.ts';
import { iso } from './moment.ts';

/** Scores that wait for a class manager, for programs. */
export function toScoreQueueView({ total, contested, flagged }: ScoreQueue): ScoreQueueView {
  return {
    total,
    contested: contested.map((one) => ({
      ...waiting(one),
      words: one.words,
      by: one.byPupil ? 'student' : 'parent',
      contestedAt: iso(one.contestedAt),
    })),
    flagged: flagged.map(waiting),
  };
}

function waiting({ hours, sessionId, studentId, pupil, course, kind, score, at }: WaitingScore) {
  return { hours, sessionId, student: { id: studentId, name: pupil }, course, kind, score, endedAt: iso(at) };
}
