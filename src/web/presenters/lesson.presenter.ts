import { type ScoreReview, standingOf } from '../../domain/evaluation/score-review.ts';
import type { SchoolSessionLine, SchoolSessionView } from '../../services/school-hours/school-hours.service.ts';
import type { LessonView, PastLessonView } from '../../shared/lessons.ts';
import { toHtml } from '../rich-text.ts';
import { iso, isoOrNull, minutes } from './moment.ts';

/** A lesson in one line, without what its pupil wrote about it. */
export function toPastLessonView(session: SchoolSessionLine): PastLessonView {
  const { id, type, status, course, units, className, classManager, plannedMinutes, attended, absence } = session;
  return {
    id,
    type,
    status: status === 'cancelled' ? 'cancelled' : 'completed',
    course,
    units,
    className,
    classManager,
    plannedMinutes,
    attended,
    absence,
    startTime: isoOrNull(session.start),
    endTime: isoOrNull(session.end),
    evaluations: session.evaluations.map(({ kind, score, reason, description, source, evidence, confidence }) => {
      const { messageIds, attemptIds } = evidence;
      const given = { kind, score, reason, description, source, confidence, evidence: { messageIds, attemptIds } };
      return { ...given, ...standing({ kind, source }, session.reviews) };
    }),
  };
}

/** People say something of the evaluator's scores only, and nothing of how a pupil got on with others. */
function standing(
  { kind, source }: Pick<SchoolSessionLine['evaluations'][number], 'kind' | 'source'>,
  reviews: readonly ScoreReview[],
) {
  if (kind === 'social' || source !== 'evaluator') return { contested: false, disputed: false };
  const { contest, dispute } = standingOf(reviews, kind);
  return { contested: contest !== null, disputed: dispute !== null };
}

/** A lesson with what whoever asks may read of it. */
export function toLessonView(view: SchoolSessionView): LessonView {
  const { words } = view;
  return {
    ...toPastLessonView(view),
    activeMinutes: minutes(view.activeMs),
    emotionalStateBefore: view.feelingBefore,
    emotionalStateAfter: view.feelingAfter,
    difficulty: view.difficulty,
    understanding: view.understanding,
    feedback: words.open ? view.feedback : null,
    others: view.others,
    questions: view.questions.map(({ question, ...rest }) => ({ ...rest, questionHtml: toHtml(question) })),
    conversation: words.open
      ? {
          open: true,
          messages: words.messages.map(({ id, from, writer, content, at, posed: asked }) => {
            const posed = asked && { revisionId: asked.revisionId, questionHtml: toHtml(asked.question) };
            return { id, from, writer, content, html: toHtml(content), timestamp: iso(at), posed };
          }),
        }
      : words,
  };
}
