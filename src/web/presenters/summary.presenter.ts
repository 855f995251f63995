import type { ScoreReview } from '../../domain/evaluation/score-review.ts';
import type { EvaluationRecord } from '../../services/evaluations/evaluation.service.ts';
import type { SessionSummary } from '../../services/study-session/session-summary.service.ts';
import type {
  MessageOverview,
  SessionOverview,
  TalkSession,
} from '../../services/study-session/session-view.service.ts';
import type { MessageView } from '../../shared/study-session.ts';
import { percentOf } from '../components/share.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import { recountedNote } from './evaluation-note.ts';
import { toMessageView } from './session.presenter.ts';

/** One evaluation for the page. */
export interface SessionalEvaluationView {
  kind: 'proficiency' | 'investment';
  /** A class manager's own score beside the evaluator's. */
  byManager: boolean;
  score: number | null;
  reason: string | null;
  paragraphs: string[];
  evidence: { href: string; label: string }[];
  byModel: boolean;
  confidencePercent: number;
  /** That it was counted again, and what stood there before. */
  recounted: string | null;
}

export interface SummaryView {
  id: number;
  lead: string;
  note: string | null;
  /** What to read after words of feedback that the crisis screen caught. */
  care: string | null;
  /** The session took place: there is something to sum up. */
  studied: boolean;
  solvedAlone: number;
  solvedWithHelp: number;
  shown: number;
  moved: { name: string; before: number; after: number }[];
  pending: boolean;
  needsReview: boolean;
  evaluations: SessionalEvaluationView[];
  /** What people said of the scores. */
  reviews: ScoreReview[];
  messages: MessageView[];
  teacherName: string;
}

/** The summary of a session for its pupil. */
export function toSummaryView(
  summary: SessionSummary,
  overview: Pick<SessionOverview<TalkSession>, 'teacher' | 'care'>,
  transcript: readonly MessageOverview[],
  { t, format }: { t: Messages; format: Format },
): SummaryView {
  const { session, evaluation } = summary;
  const words = t.study;
  const studied = session.status === 'completed';
  return {
    id: session.id,
    lead: [summary.courseName, words.ended(t.chat.types[session.type], format.duration(summary.activeMs))].join(' · '),
    note:
      session.status === 'cancelled' ? words.cancelled : session.endReason === 'expired' ? words.endedByItself : null,
    care: overview.care,
    studied,
    solvedAlone: summary.solvedAlone,
    solvedWithHelp: summary.solvedWithHelp,
    shown: summary.shown,
    moved: summary.moved.map((unit) => ({
      name: unit.unitName,
      before: percentOf(unit.before),
      after: percentOf(unit.after),
    })),
    pending: studied && evaluation.status === 'pending',
    needsReview: evaluation.status === 'needs-review',
    evaluations: evaluation.evaluations.map((one) => toEvaluationView(one, summary, { t, format })),
    reviews: evaluation.reviews,
    messages: transcript.map(toMessageView),
    teacherName: overview.teacher.name,
  };
}

/** Evidence becomes links into the transcript: attempts by their number, messages by their own. */
export function toEvaluationView(
  evaluation: EvaluationRecord,
  { attempts }: Pick<SessionSummary, 'attempts'>,
  { t, format }: { t: Messages; format: Format },
): SessionalEvaluationView {
  const words = t.study;
  const answers = evaluation.evidence.attemptIds.flatMap((id) => {
    const index = attempts.findIndex((attempt) => attempt.id === id);
    const messageId = attempts[index]?.messageId ?? null;
    return messageId === null ? [] : [{ href: `#m${messageId}`, label: words.evidenceAnswer(index + 1) }];
  });
  const answered = new Set(answers.map((answer) => answer.href));
  const messages = evaluation.evidence.messageIds
    .map((id, index) => ({ href: `#m${id}`, label: words.evidenceMessage(index + 1) }))
    .filter((link) => !answered.has(link.href));
  return {
    kind: evaluation.kind,
    byManager: evaluation.source === 'class manager',
    score: evaluation.score,
    reason: evaluation.reason,
    paragraphs: evaluation.description.split(/\n{2,}/),
    evidence: [...answers, ...messages],
    byModel: evaluation.provider !== 'embedded',
    confidencePercent: percentOf(evaluation.confidence),
    recounted: recountedNote(evaluation, t.report, format),
  };
}
