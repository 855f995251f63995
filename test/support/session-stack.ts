import { createEmbeddedModel } from '../../src/agents/model/embedded/embedded.model.ts';
import type { LanguageModel } from '../../src/agents/model/language-model.ts';
import type { PatientModel } from '../../src/agents/model/patient-model.ts';
import { withPermits } from '../../src/agents/model/permitted.model.ts';
import type { Moderator } from '../../src/agents/moderation/moderator.ts';
import { createTeacherAgent } from '../../src/agents/teacher/teacher.agent.ts';
import { AgentRepo } from '../../src/data/agents/agent.repo.ts';
import { BudgetRepo } from '../../src/data/budgets/budget.repo.ts';
import { BudgetStopsRepo } from '../../src/data/budgets/budget-stops.repo.ts';
import { CallsUnderWayRepo } from '../../src/data/budgets/calls-under-way.repo.ts';
import { ConsentRepo } from '../../src/data/consent/consent.repo.ts';
import { CurriculumRepo } from '../../src/data/curriculum/curriculum.repo.ts';
import { ItemRepo } from '../../src/data/curriculum/item.repo.ts';
import { TestRepo } from '../../src/data/curriculum/test.repo.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { EvaluationRepo } from '../../src/data/evaluations/evaluation.repo.ts';
import { SchoolEvaluationRepo } from '../../src/data/evaluations/school-evaluation.repo.ts';
import { ScoreReviewRepo } from '../../src/data/evaluations/score-review.repo.ts';
import { JobRepo } from '../../src/data/jobs/job.repo.ts';
import { MasteryRepo } from '../../src/data/mastery/mastery.repo.ts';
import { ReviewCardRepo } from '../../src/data/mastery/review-card.repo.ts';
import { SchoolPolicyRepo } from '../../src/data/people/school-policy.repo.ts';
import { UserRepo } from '../../src/data/people/user.repo.ts';
import { AlertRepo } from '../../src/data/safety/alert.repo.ts';
import { ModerationFlagRepo } from '../../src/data/safety/moderation-flag.repo.ts';
import { AttemptRepo } from '../../src/data/study-session/attempt.repo.ts';
import { DialogueRepo } from '../../src/data/study-session/dialogue.repo.ts';
import { HomeSessionRepo } from '../../src/data/study-session/home-session.repo.ts';
import { MessageRepo } from '../../src/data/study-session/message.repo.ts';
import { SchoolSessionRepo } from '../../src/data/study-session/school-session.repo.ts';
import { SittingRepo } from '../../src/data/tests/sitting.repo.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import type { Item } from '../../src/domain/curriculum/curriculum.ts';
import { RemoteCallsService } from '../../src/services/budgets/remote-calls.service.ts';
import { RemoteConsentService } from '../../src/services/consent/remote-consent.service.ts';
import { CourseBankService } from '../../src/services/curriculum/course-bank.service.ts';
import { EvaluationService } from '../../src/services/evaluations/evaluation.service.ts';
import { type JobHandler, JobWorker } from '../../src/services/jobs/job-worker.service.ts';
import { LearningUnitAssignmentService } from '../../src/services/learning-unit-assignment/learning-unit-assignment.service.ts';
import { MasteryService } from '../../src/services/mastery/mastery.service.ts';
import { ReviewService } from '../../src/services/mastery/review.service.ts';
import { CrisisWatchService } from '../../src/services/safety/crisis-watch.service.ts';
import { ModerationService } from '../../src/services/safety/moderation.service.ts';
import { ConversationService } from '../../src/services/study-session/conversation.service.ts';
import { createSearch } from '../../src/services/study-session/create-tutoring.ts';
import { ReplyRunner } from '../../src/services/study-session/reply-runner.ts';
import { StudySessionService } from '../../src/services/study-session/study-session.service.ts';
import type { Tutoring } from '../../src/services/study-session/tutoring.ts';
import { machineTimeZone } from '../../src/shared/calendar.ts';
import { TestClock } from './clock.ts';
import { smallSchool } from './factory.ts';
import { plainChecker } from './tutoring-fixtures.ts';

interface StackOptions {
  /** A remote model in front of the embedded tutor. */
  model?: LanguageModel;
  clock?: TestClock;
  evaluator?: () => Promise<PatientModel>;
  /** The provider's moderation in front of the model. */
  moderator?: Moderator;
  /** The real checker and agent instead of ones that can be seen through. */
  tutoring?: Tutoring;
}

function tutoringWith(model: LanguageModel | undefined, moderator: Moderator | undefined): Tutoring {
  const embedded = createEmbeddedModel();
  const agent = (words: LanguageModel) =>
    createTeacherAgent({ model: words, moderator, embedded, checker: plainChecker, tools: [] });
  return {
    checker: plainChecker,
    teacher: agent(model ? withPermits(model) : embedded),
    embeddedTeacher: agent(embedded),
    setting: model ? { name: 'model-1', provider: 'openai', baseUrl: null } : null,
    ...createSearch(),
  };
}

const permitted = ({ model, setting }: PatientModel): PatientModel => ({ model: withPermits(model), setting });

function reposOn(db: DatabaseManager) {
  return {
    db,
    users: new UserRepo(db),
    curriculum: new CurriculumRepo(db),
    agents: new AgentRepo(db),
    sessions: new HomeSessionRepo(db),
    messages: new MessageRepo(db, 'home'),
    dialogues: new DialogueRepo(db, 'home'),
    attempts: new AttemptRepo(db),
    jobs: new JobRepo(db),
    alerts: new AlertRepo(db),
    tests: new TestRepo(db),
    sittings: new SittingRepo(db),
  };
}

/**
 * The services behind a study session on a database of the test's, as one process would have them, with a clock that the test
 * moves and a model that the test writes. Two of them on one database are two processes.
 */
export function sessionStack(
  db: DatabaseManager,
  { model, moderator, clock = new TestClock(Date.UTC(2026, 2, 2, 15)), evaluator, tutoring: given }: StackOptions = {},
) {
  const repos = reposOn(db);
  const evaluationRepo = new EvaluationRepo(db);
  const terms = new MasteryRepo(db);
  const cards = new ReviewCardRepo(db);
  const reviews = new ReviewService({ cards, terms, clock });
  const mastery = new MasteryService(terms, repos.curriculum, reviews);
  const banks = new CourseBankService(repos.curriculum, new ItemRepo(db));
  const assignment = new LearningUnitAssignmentService({ ...repos, mastery, clock, timeZone: 'UTC' });
  const words = given ?? tutoringWith(model, moderator);
  const tutoring = async () => words;
  const logged: string[] = [];
  const log = (event: { what: string }) => logged.push(event.what);
  const flagRows = new ModerationFlagRepo(db);
  const moderation = new ModerationService({ ...repos, flagRows, telling: repos.alerts, clock });
  const kept = { kind: 'home' as const, keep: moderation.keep.bind(moderation) };
  const replies = new ReplyRunner({ ...repos, tutoring, moderation: kept, clock, log });
  const remoteConsent = new RemoteConsentService({ consents: new ConsentRepo(db), clock });
  const told: { userIds: readonly number[]; kind: string; data: object; key: string | undefined }[] = [];
  const remoteCalls = new RemoteCallsService({
    ...repos,
    budgets: new BudgetRepo(db),
    budgetStops: new BudgetStopsRepo(db),
    callsUnderWay: new CallsUnderWayRepo(db),
    remoteConsent,
    notifications: {
      tell: async (userIds, kind, data, telling) => {
        told.push({ userIds, kind, data, key: telling?.key });
        return [];
      },
    },
    clock,
    timeZone: machineTimeZone(),
  });
  const watch = new CrisisWatchService({ ...repos, clock });
  const lifecycle = new StudySessionService({
    ...repos,
    mastery,
    assignment,
    clock,
    replies,
    watch,
    policies: new SchoolPolicyRepo(db),
    timeZone: 'UTC',
  });
  const conversation = new ConversationService({
    ...repos,
    mastery,
    moderation,
    reviews,
    banks,
    tutoring,
    clock,
    replies,
    lifecycle,
    remoteCalls,
    wordsIn: ({ studentId }) => ({ of: [studentId] }),
  });
  const evaluations = new EvaluationService({
    ...repos,
    mastery,
    clock,
    evaluations: evaluationRepo,
    schoolSessions: new SchoolSessionRepo(db),
    schoolEvaluations: new SchoolEvaluationRepo(db),
    reviews: new ScoreReviewRepo(db),
    evaluator: evaluator ? async () => permitted(await evaluator()) : null,
    remoteCalls,
  });
  const worker = (handler: JobHandler = evaluations) =>
    new JobWorker({ jobs: repos.jobs, clock, handlers: [handler], log });
  return {
    ...repos,
    clock,
    evaluationRepo,
    remoteCalls,
    told,
    cards,
    mastery,
    reviews,
    banks,
    replies,
    lifecycle,
    conversation,
    evaluations,
    worker,
    logged,
  };
}

export type SessionStack = ReturnType<typeof sessionStack>;

export const asPupil = (userId: number, firstName = 'Noa'): Actor => ({
  userId,
  role: 'student',
  name: firstName,
  firstName,
  locale: 'en',
  schoolId: null,
});

/** The item that is open in a session, with its key. */
export async function openItem(
  { dialogues, banks }: SessionStack,
  sessionId: number,
  courseId: number,
): Promise<Item | null> {
  const dialogue = await dialogues.find(sessionId);
  const bank = await banks.bankOf(courseId);
  return dialogue?.state.open ? banks.itemOf(bank, dialogue.state.open.revisionId) : null;
}

/** A small school whose pupil has an active session, the welcome said. */
export async function activeSession(stack: SessionStack) {
  const school = await smallSchool(stack.db);
  const actor = asPupil(school.pupilId);
  const { id } = await stack.lifecycle.createHomeStudySession(actor, {
    type: 'homework',
    courseId: school.courseId,
    learningUnitNames: ['Adding', 'Taking away'],
    minutes: 60,
    emotionalStateBefore: 'neutral',
  });
  await stack.conversation.begin(actor, id);
  const [first] = await stack.messages.list(id);
  if (!first) throw new Error('There is no welcome.');
  await (await stack.conversation.followReply(actor, first)).done();
  let said = 0;
  return {
    ...school,
    actor,
    id,
    open: () => openItem(stack, id, school.courseId),
    /** Sends words and waits for the whole reply. */
    async say(content: string) {
      said += 1;
      stack.clock.advance(20_000);
      const sent = await stack.conversation.sendMessage(actor, id, { clientId: `said-${said}`, content });
      return { ...sent, reply: await sent.done() };
    },
  };
}
