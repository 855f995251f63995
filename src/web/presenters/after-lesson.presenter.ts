import type { AfterLesson, AfterLine, JudgedScore } from '../../services/lessons/after-lesson.service.ts';
import type { AfterLessonView } from '../../shared/given-scores.ts';
import { minutes } from './moment.ts';

/** A lesson that is over, for the API. */
export function toAfterLesson({ lesson, summary, lines }: AfterLesson): AfterLessonView {
  const { activeMs, ...rest } = summary;
  return {
    lessonId: lesson.id,
    summary: { ...rest, activeMinutes: activeMs && { mean: minutes(activeMs.mean), of: activeMs.of } },
    pupils: lines.map(toPupil),
  };
}

function toPupil(line: AfterLine): AfterLessonView['pupils'][number] {
  const { studentId, name, sessionId, attended, reason, minutesLate, attempts, solved, hints, alerts } = line;
  const { difficulty, understanding, feedback, evaluator, own } = line;
  return {
    studentId,
    name,
    sessionId,
    attended,
    reason,
    minutesLate,
    attempts,
    solved,
    hints,
    alerts,
    difficulty,
    understanding,
    feedback,
    activeMinutes: minutes(line.activeMs),
    units: line.units.map(({ unit, before, after }) => ({ unit, before, after })),
    emotionalStateBefore: line.feelingBefore,
    emotionalStateAfter: line.feelingAfter,
    evaluator: { proficiency: toJudged(evaluator.proficiency), investment: toJudged(evaluator.investment) },
    given: own,
  };
}

function toJudged(judged: JudgedScore | null) {
  if (judged === null) return null;
  const { score, reason, description, evidence, contested, disputed } = judged;
  return { score, reason, description, evidence, contested, disputed };
}
