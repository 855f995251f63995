import { LoginCardRepo } from '../data/accounts/login-card.repo.ts';
import { LoginThrottleRepo } from '../data/accounts/login-throttle.repo.ts';
import { OneTimeLinkRepo } from '../data/accounts/one-time-link.repo.ts';
import { WebSessionRepo } from '../data/accounts/web-session.repo.ts';
import { AgentRepo } from '../data/agents/agent.repo.ts';
import { ClassInsightRepo } from '../data/analytics/class-insight.repo.ts';
import { FactSumsRepo } from '../data/analytics/fact-sums.repo.ts';
import { PupilFiguresRepo } from '../data/analytics/pupil-figures.repo.ts';
import { UnitSumsRepo } from '../data/analytics/unit-sums.repo.ts';
import { AttentionRepo } from '../data/attention/attention.repo.ts';
import { AttentionCheckRepo } from '../data/attention/attention-check.repo.ts';
import { AttentionCountsRepo } from '../data/attention/attention-counts.repo.ts';
import { BudgetRepo } from '../data/budgets/budget.repo.ts';
import { BudgetStopsRepo } from '../data/budgets/budget-stops.repo.ts';
import { CallsUnderWayRepo } from '../data/budgets/calls-under-way.repo.ts';
import { ConsentRepo } from '../data/consent/consent.repo.ts';
import { ClassCourseRepo } from '../data/curriculum/class-course.repo.ts';
import { CurriculumRepo } from '../data/curriculum/curriculum.repo.ts';
import { CurriculumUploadRepo } from '../data/curriculum/curriculum-upload.repo.ts';
import { CatalogueRepo } from '../data/curriculum/editing/catalogue.repo.ts';
import { DraftRepo } from '../data/curriculum/editing/draft.repo.ts';
import { FigureRepo } from '../data/curriculum/editing/figure.repo.ts';
import { PublicationRepo } from '../data/curriculum/editing/publication.repo.ts';
import { PublishRepo } from '../data/curriculum/editing/publish.repo.ts';
import { PublishProblemRepo } from '../data/curriculum/editing/publish-problem.repo.ts';
import { PublishedRepo } from '../data/curriculum/editing/published.repo.ts';
import { QuestionSearchRepo } from '../data/curriculum/editing/question-search.repo.ts';
import { StubRepo } from '../data/curriculum/editing/stub.repo.ts';
import { EnrolmentRepo } from '../data/curriculum/enrolment.repo.ts';
import { GradeEnrolmentRepo } from '../data/curriculum/grade-enrolment.repo.ts';
import { ItemRepo } from '../data/curriculum/item.repo.ts';
import { QuestionReportRepo } from '../data/curriculum/question-report.repo.ts';
import { RegionWrongAnswerRepo } from '../data/curriculum/region-wrong-answer.repo.ts';
import { ReportedQuestionRepo } from '../data/curriculum/reported-question.repo.ts';
import { TestRepo } from '../data/curriculum/test.repo.ts';
import { WrongAnswerRepo } from '../data/curriculum/wrong-answer.repo.ts';
import type { DatabaseManager } from '../data/db/database-manager.ts';
import { BorrowerRepo } from '../data/devices/borrower.repo.ts';
import { DeviceRepo } from '../data/devices/device.repo.ts';
import { ErasureRepo } from '../data/erasure/erasure.repo.ts';
import { EvaluationRepo } from '../data/evaluations/evaluation.repo.ts';
import { GivenScoreRepo } from '../data/evaluations/given-score.repo.ts';
import { SchoolEvaluationRepo } from '../data/evaluations/school-evaluation.repo.ts';
import { ScoreAgreementRepo } from '../data/evaluations/score-agreement.repo.ts';
import { ScoreReviewRepo } from '../data/evaluations/score-review.repo.ts';
import { WeeklyLetterRepo } from '../data/family/weekly-letter.repo.ts';
import { GuidanceRepo } from '../data/guidance/guidance.repo.ts';
import { GuidanceEffectRepo } from '../data/guidance/guidance-effect.repo.ts';
import { GuidanceStandingRepo } from '../data/guidance/guidance-standing.repo.ts';
import { JobRepo } from '../data/jobs/job.repo.ts';
import { AfterLessonRepo } from '../data/lessons/after-lesson.repo.ts';
import { AttendanceRepo } from '../data/lessons/attendance.repo.ts';
import { LeaverRepo } from '../data/lessons/leaver.repo.ts';
import { LessonRepo } from '../data/lessons/lesson.repo.ts';
import { LessonPlaceRepo } from '../data/lessons/lesson-place.repo.ts';
import { LessonSessionRepo } from '../data/lessons/lesson-session.repo.ts';
import { LessonWallRepo } from '../data/lessons/lesson-wall.repo.ts';
import { TakeOverRepo } from '../data/lessons/take-over.repo.ts';
import { TalkStateRepo } from '../data/lessons/talk-state.repo.ts';
import { TaughtLessonRepo } from '../data/lessons/taught-lesson.repo.ts';
import { WaitingWordsRepo } from '../data/lessons/waiting-words.repo.ts';
import { WhisperRepo } from '../data/lessons/whisper.repo.ts';
import { MailRepo } from '../data/mail/mail.repo.ts';
import { GroupPlanningRepo } from '../data/mastery/group-planning.repo.ts';
import { MasteryRepo } from '../data/mastery/mastery.repo.ts';
import { ReviewCardRepo } from '../data/mastery/review-card.repo.ts';
import { NotificationRepo } from '../data/notifications/notification.repo.ts';
import { RecipientRepo } from '../data/notifications/recipient.repo.ts';
import { AccessRepo } from '../data/people/access.repo.ts';
import { AuditRepo } from '../data/people/audit.repo.ts';
import { AuditLogRepo } from '../data/people/audit-log.repo.ts';
import { ClassRepo } from '../data/people/class.repo.ts';
import { DirectoryRepo } from '../data/people/directory.repo.ts';
import { GuardianRepo } from '../data/people/guardian.repo.ts';
import { GuardianRequestRepo } from '../data/people/guardian-request.repo.ts';
import { OperatorRepo } from '../data/people/operator.repo.ts';
import { PersonRepo } from '../data/people/person.repo.ts';
import { SchoolClassRepo } from '../data/people/school-class.repo.ts';
import { SchoolPolicyRepo } from '../data/people/school-policy.repo.ts';
import { StoredAboutRepo } from '../data/people/stored-about.repo.ts';
import { TransferRepo } from '../data/people/transfer.repo.ts';
import { UserRepo } from '../data/people/user.repo.ts';
import { QuarterRepo } from '../data/quarters/quarter.repo.ts';
import { QuarterClosingRepo } from '../data/quarters/quarter-closing.repo.ts';
import { QuarterGivenRepo } from '../data/quarters/quarter-given.repo.ts';
import { QuarterSourceRepo } from '../data/quarters/quarter-source.repo.ts';
import { SchoolQuarterRepo } from '../data/quarters/school-quarter.repo.ts';
import { ModelUsageRepo } from '../data/reports/model-usage.repo.ts';
import { PupilStandingRepo } from '../data/reports/pupil-standing.repo.ts';
import { RegionRepo } from '../data/reports/region.repo.ts';
import { SchoolDeskRepo } from '../data/reports/school-desk.repo.ts';
import { SchoolHoldingsRepo } from '../data/reports/school-holdings.repo.ts';
import { StudyTimeRepo } from '../data/reports/study-time.repo.ts';
import { SubjectDeskRepo } from '../data/reports/subject-desk.repo.ts';
import { TestResultsRepo } from '../data/reports/test-results.repo.ts';
import { RetentionRepo } from '../data/retention/retention.repo.ts';
import { ExternalIdRepo } from '../data/roster/external-id.repo.ts';
import { PeopleUploadRepo } from '../data/roster/people-upload.repo.ts';
import { RosterWriterRepo } from '../data/roster/roster-writer.repo.ts';
import { SnapshotRepo } from '../data/roster/snapshot.repo.ts';
import { AlertRepo } from '../data/safety/alert.repo.ts';
import { AlertListRepo } from '../data/safety/alert-list.repo.ts';
import { AlertTellingRepo } from '../data/safety/alert-telling.repo.ts';
import { ModerationFlagRepo } from '../data/safety/moderation-flag.repo.ts';
import { RehearsalRepo } from '../data/safety/rehearsal.repo.ts';
import { SafeguardRepo } from '../data/safety/safeguard.repo.ts';
import { AttemptRepo } from '../data/study-session/attempt.repo.ts';
import { DialogueRepo } from '../data/study-session/dialogue.repo.ts';
import { HomeSessionRepo } from '../data/study-session/home-session.repo.ts';
import { MessageRepo } from '../data/study-session/message.repo.ts';
import { RegradeRepo } from '../data/study-session/regrade.repo.ts';
import { SchoolSessionRepo } from '../data/study-session/school-session.repo.ts';
import { ClassTestRepo } from '../data/tests/class-test.repo.ts';
import { LearnedTestRepo } from '../data/tests/learned-test.repo.ts';
import { SittingRepo } from '../data/tests/sitting.repo.ts';
import { TestAnswerRepo } from '../data/tests/test-answer.repo.ts';
import { TestBankRepo } from '../data/tests/test-bank.repo.ts';

export type Repositories = ReturnType<typeof createRepositories>;

/** Every repository over one database. They hold nothing but the way to it. */
export function createRepositories(db: DatabaseManager) {
  return {
    db,
    ...studyRepositories(db),
    ...oversightRepositories(db),
    ...peopleRepositories(db),
    ...regionRepositories(db),
    ...keptRepositories(db),
    agents: new AgentRepo(db),
    alertRows: new AlertRepo(db),
    borrowers: new BorrowerRepo(db),
    cards: new LoginCardRepo(db),
    catalogue: new CatalogueRepo(db),
    classes: new ClassRepo(db),
    classTests: new ClassTestRepo(db),
    curriculum: new CurriculumRepo(db),
    curriculumUploadRows: new CurriculumUploadRepo(db),
    deviceRows: new DeviceRepo(db),
    directory: new DirectoryRepo(db),
    externalIds: new ExternalIdRepo(db),
    rosters: new RosterWriterRepo(db),
    snapshots: new SnapshotRepo(db),
    uploads: new PeopleUploadRepo(db),
    drafts: new DraftRepo(db),
    figures: new FigureRepo(db),
    gradeEnrolments: new GradeEnrolmentRepo(db),
    classCourses: new ClassCourseRepo(db),
    enrolments: new EnrolmentRepo(db),
    groupPlanning: new GroupPlanningRepo(db),
    guardians: new GuardianRepo(db),
    guardianRequests: new GuardianRequestRepo(db),
    items: new ItemRepo(db),
    jobs: new JobRepo(db),
    scoreAgreementRows: new ScoreAgreementRepo(db),
    wrongAnswerRows: new WrongAnswerRepo(db),
    scoreReviewRows: new ScoreReviewRepo(db),
    people: new PersonRepo(db),
    relations: new AccessRepo(db),
    schoolClasses: new SchoolClassRepo(db),
    schoolDesk: new SchoolDeskRepo(db),
    schoolHoldings: new SchoolHoldingsRepo(db),
    sittings: new SittingRepo(db),
    testResults: new TestResultsRepo(db),
    standing: new PupilStandingRepo(db),
    problemWrites: new PublishProblemRepo(db),
    publications: new PublicationRepo(db),
    published: new PublishedRepo(db),
    search: new QuestionSearchRepo(db),
    stubs: new StubRepo(db),
    testAnswers: new TestAnswerRepo(db),
    learnedTests: new LearnedTestRepo(db),
    testBank: new TestBankRepo(db),
    testRows: new TestRepo(db),
    transfers: new TransferRepo(db),
    usage: new ModelUsageRepo(db),
    budgets: new BudgetRepo(db),
    budgetStops: new BudgetStopsRepo(db),
    callsUnderWay: new CallsUnderWayRepo(db),
    users: new UserRepo(db),
    webSessionRows: new WebSessionRepo(db),
    writes: new PublishRepo(db),
  };
}

/** What a school decides, what parents agreed to, what is stored and who looked at it. */
function oversightRepositories(db: DatabaseManager) {
  return {
    audit: new AuditRepo(db),
    auditLogRows: new AuditLogRepo(db),
    consents: new ConsentRepo(db),
    policies: new SchoolPolicyRepo(db),
    retentionRows: new RetentionRepo(db),
    storedAbout: new StoredAboutRepo(db),
  };
}

/** What people are told, and how they come in. */
function peopleRepositories(db: DatabaseManager) {
  return {
    mails: new MailRepo(db),
    notificationRows: new NotificationRepo(db),
    recipients: new RecipientRepo(db),
    alertLists: new AlertListRepo(db),
    flagRows: new ModerationFlagRepo(db),
    rehearsalRows: new RehearsalRepo(db),
    safeguards: new SafeguardRepo(db),
    tellingRows: new AlertTellingRepo(db),
    operator: new OperatorRepo(db),
    links: new OneTimeLinkRepo(db),
    throttles: new LoginThrottleRepo(db),
  };
}

/** What people take out, and what goes when they do. */
function keptRepositories(db: DatabaseManager) {
  return { erasures: new ErasureRepo(db) };
}

/** What happens in sessions, at home and at school, and what is learnt from it. */
function studyRepositories(db: DatabaseManager) {
  return {
    ...quarterRepositories(db),
    schoolEvaluations: new SchoolEvaluationRepo(db),
    schoolSessions: new SchoolSessionRepo(db),
    factSums: new FactSumsRepo(db),
    insight: new ClassInsightRepo(db),
    weeklyLetterRows: new WeeklyLetterRepo(db),
    pupilFigures: new PupilFiguresRepo(db),
    lessons: new LessonRepo(db),
    lessonDialogues: new DialogueRepo(db, 'school'),
    lessonMessages: new MessageRepo(db, 'school'),
    givenScores: new GivenScoreRepo(db),
    afterLessonRows: new AfterLessonRepo(db),
    leavers: new LeaverRepo(db),
    attendanceRows: new AttendanceRepo(db),
    lessonPlaces: new LessonPlaceRepo(db),
    lessonSessions: new LessonSessionRepo(db),
    lessonWallRows: new LessonWallRepo(db),
    takeOverRows: new TakeOverRepo(db),
    whisperRows: new WhisperRepo(db),
    talkStates: new TalkStateRepo(db),
    taughtLessons: new TaughtLessonRepo(db),
    waitingWords: new WaitingWordsRepo(db),
    attempts: new AttemptRepo(db),
    dialogues: new DialogueRepo(db, 'home'),
    evaluationRows: new EvaluationRepo(db),
    masteryTerms: new MasteryRepo(db),
    messages: new MessageRepo(db, 'home'),
    regrades: new RegradeRepo(db),
    reportRows: new QuestionReportRepo(db),
    reportedQuestions: new ReportedQuestionRepo(db),
    reviewCards: new ReviewCardRepo(db),
    sessions: new HomeSessionRepo(db),
    studyTime: new StudyTimeRepo(db),
  };
}

/** What supervisors and class managers have to do with each other. */
function regionRepositories(db: DatabaseManager) {
  return {
    regions: new RegionRepo(db),
    subjectDesk: new SubjectDeskRepo(db),
    unitSums: new UnitSumsRepo(db),
    regionWrongAnswers: new RegionWrongAnswerRepo(db),
    guidance: new GuidanceRepo(db),
    guidanceEffects: new GuidanceEffectRepo(db),
    guidanceStandings: new GuidanceStandingRepo(db),
  };
}

/** What quarters come to, and who needs attention. */
function quarterRepositories(db: DatabaseManager) {
  return {
    attentionRows: new AttentionRepo(db),
    attentionCheckRows: new AttentionCheckRepo(db),
    attentionCountRows: new AttentionCountsRepo(db),
    quarterRows: new QuarterRepo(db),
    quarterSourceRows: new QuarterSourceRepo(db),
    quarterGivenRows: new QuarterGivenRepo(db),
    quarterClosingRows: new QuarterClosingRepo(db),
    schoolQuarterRows: new SchoolQuarterRepo(db),
  };
}
