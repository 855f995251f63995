import type { Config } from '../config.ts';
import type { SessionKind } from '../domain/study-session/study-session.ts';
import { RemoteCallsService } from '../services/budgets/remote-calls.service.ts';
import { RemoteConsentService } from '../services/consent/remote-consent.service.ts';
import { CourseBankService } from '../services/curriculum/course-bank.service.ts';
import { EvaluationService } from '../services/evaluations/evaluation.service.ts';
import { LearningUnitAssignmentService } from '../services/learning-unit-assignment/learning-unit-assignment.service.ts';
import { MasteryService } from '../services/mastery/mastery.service.ts';
import { ReviewService } from '../services/mastery/review.service.ts';
import { CrisisWatchService } from '../services/safety/crisis-watch.service.ts';
import { ModerationService } from '../services/safety/moderation.service.ts';
import { ConversationService } from '../services/study-session/conversation.service.ts';
import { createTutoring } from '../services/study-session/create-tutoring.ts';
import { ReplyRunner } from '../services/study-session/reply-runner.ts';
import { SessionSummaryService } from '../services/study-session/session-summary.service.ts';
import { SessionViewService } from '../services/study-session/session-view.service.ts';
import { StudySessionService } from '../services/study-session/study-session.service.ts';
import type { Base, Outside } from './compose.ts';
import { once } from './once.ts';
import { connectModels } from './remote-models.ts';

export type Teaching = ReturnType<typeof composeTeaching>;

/** What moderation notices in replies of sessions of this kind. */
export function keptBy(moderation: ModerationService, kind: SessionKind) {
  return { kind, keep: moderation.keep.bind(moderation) };
}

/** What studying is made of: sessions, the talk, the tutor, mastery, evaluation. */
export function composeTeaching(base: Base, remoteModel: Config['remoteModel'], listen?: Outside['listen']) {
  const { curriculum, log, items, masteryTerms, reviewCards, clock, alertRows, telling, testRows } = base;
  const remote = remoteModel ? once(() => connectModels(remoteModel, log)) : null;
  const tutoring = once(async () => {
    const made = await createTutoring(remote ? (await remote()).teaching : null);
    return listen ? { ...made, teacher: listen(made.teacher), embeddedTeacher: listen(made.embeddedTeacher) } : made;
  });
  const reviews = new ReviewService({ cards: reviewCards, terms: masteryTerms, clock });
  const mastery = new MasteryService(masteryTerms, curriculum, reviews);
  const banks = new CourseBankService(curriculum, items);
  const assignment = new LearningUnitAssignmentService({ ...base, mastery, tests: testRows });
  const remoteConsent = new RemoteConsentService(base);
  const remoteCalls = new RemoteCallsService({ ...base, remoteConsent });
  const watch = new CrisisWatchService({ ...base, alerts: telling });
  const moderation = new ModerationService(base);
  const known = { moderation, mastery, reviews, banks, assignment, tutoring, remoteCalls };
  const parts = { ...base, ...known, alerts: telling, tests: testRows };
  const minded = { ...parts, moderation: keptBy(moderation, 'home') };
  const replies = new ReplyRunner({ ...minded, log: ({ what, ...details }) => log(details, what) });
  const studySessions = new StudySessionService({ ...parts, replies, watch });
  const wordsIn = ({ studentId }: { studentId: number }) => ({ of: [studentId] });
  const conversation = new ConversationService({
    ...parts,
    replies,
    lifecycle: studySessions,
    wordsIn,
  });
  const evaluator = remote ? async () => (await remote()).evaluator : null;
  const evaluations = new EvaluationService({
    ...base,
    mastery,
    evaluations: base.evaluationRows,
    reviews: base.scoreReviewRows,
    evaluator,
    remoteCalls,
  });
  const sessionView = new SessionViewService({
    ...parts,
    alerts: alertRows,
    evaluations,
    hasModel: remote !== null,
    wordsIn,
  });
  const sessionSummary = new SessionSummaryService({ ...base, evaluations });
  return {
    mastery,
    banks,
    assignment,
    tutoring,
    replies,
    studySessions,
    conversation,
    evaluations,
    remoteConsent,
    remoteCalls,
    parts,
    hasModel: remote !== null,
    marker: remote ? async () => (await remote()).marker : null,
    sessionView,
    sessionSummary,
    watch,
  };
}
