import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { QuestionReportRepo, ReportSource } from '../../data/curriculum/question-report.repo.ts';
import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { Action, Actor } from '../../domain/access/permission-matrix.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { AccessService } from '../access/access.service.ts';

export interface ReportPlaceDeps {
  access: AccessService;
  reports: QuestionReportRepo;
  sessions: HomeSessionRepo;
  schoolSessions: SchoolSessionRepo;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  classes: ClassRepo;
  items: ItemRepo;
}

/** Where the one who reports a question is looking at it. */
export type ReportPlace =
  | { at: 'home session'; sessionId: number }
  /** As one pupil had it: a pupil's own part is meant, whatever is said. */
  | { at: 'lesson'; sessionId: number; studentId: number }
  /** A pupil's test: its review for themselves, its answers for the class manager. */
  | { at: 'sitting'; sittingId: number }
  /** What a class manager's class did on each question of a test. */
  | { at: 'results'; classId: number; testId: number };

/** A question as it was met there. */
export interface AskedQuestion {
  place: ReportPlace;
  source: ReportSource;
  /** The pupil whose session, lesson or test it is; null: a whole class. */
  studentId: number | null;
  /** Where it stands in a test, from 1. */
  position: number | null;
  item: Item;
}

const REPORT: Action = 'report a question';

/**
 * The question that somebody means. Throws `not-found` for a place out of reach, for a question that was not asked there, and for
 * one of a test that the actor may not see now: pupils see questions of a test in its review, class managers once it is handed in.
 */
export async function findAsked(
  deps: ReportPlaceDeps,
  actor: Actor,
  place: ReportPlace,
  revisionId: number,
): Promise<AskedQuestion> {
  deps.access.requireRole(actor, REPORT);
  const found = await findIn(deps, actor, place, revisionId);
  const [item] = found ? await deps.items.listRevisions([revisionId]) : [];
  if (!found || !item) throw notFound('question');
  return { place, position: null, ...found, item };
}

type Found = Pick<AskedQuestion, 'source' | 'studentId'> & { position?: number };

function findIn(
  deps: ReportPlaceDeps,
  actor: Actor,
  place: ReportPlace,
  revisionId: number,
): Promise<Found | undefined> {
  switch (place.at) {
    case 'home session':
      return inHomeSession(deps, actor, place, revisionId);
    case 'lesson':
      return inLesson(deps, actor, place, revisionId);
    case 'sitting':
      return inSitting(deps, actor, place, revisionId);
    case 'results':
      return inResults(deps, actor, place, revisionId);
  }
}

type At<Name extends ReportPlace['at']> = Extract<ReportPlace, { at: Name }>;

async function inHomeSession(
  { access, sessions, reports }: ReportPlaceDeps,
  actor: Actor,
  { sessionId }: At<'home session'>,
  revisionId: number,
): Promise<Found | undefined> {
  const session = await sessions.find(sessionId);
  if (!session) throw notFound('study session');
  await access.requirePupil(actor, REPORT, session.studentId, 'study session');
  const source = { origin: 'home session', sessionId } as const;
  return (await reports.wasPosedIn(source, revisionId)) ? { source, studentId: session.studentId } : undefined;
}

async function inLesson(
  { access, schoolSessions, reports }: ReportPlaceDeps,
  actor: Actor,
  { sessionId, studentId: named }: At<'lesson'>,
  revisionId: number,
): Promise<Found | undefined> {
  const studentId = actor.role === 'student' ? actor.userId : named;
  await access.requirePupil(actor, REPORT, studentId, 'lesson');
  const session = await schoolSessions.find(sessionId, studentId);
  // Who was away reads nothing of it either.
  if (!session?.attended) throw notFound('lesson');
  const source = { origin: 'lesson', sessionId } as const;
  return (await reports.wasPosedIn(source, revisionId)) ? { source, studentId } : undefined;
}

async function inSitting(
  deps: ReportPlaceDeps,
  actor: Actor,
  { sittingId }: At<'sitting'>,
  revisionId: number,
): Promise<Found | undefined> {
  const sitting = await deps.sittings.find(sittingId);
  if (!sitting) throw notFound('test');
  const { testId, studentId, phase, submittedAt } = sitting;
  await deps.access.requirePupil(actor, REPORT, studentId, 'test');
  const isSeen = phase === 'released' || (actor.role !== 'student' && submittedAt !== null);
  const answers = isSeen ? await deps.answers.listOfSitting(sittingId) : [];
  const answer = answers.find((one) => one.revisionId === revisionId);
  return answer && { source: { origin: 'test', testId }, studentId, position: answer.position };
}

async function inResults(
  deps: ReportPlaceDeps,
  actor: Actor,
  { classId, testId }: At<'results'>,
  revisionId: number,
): Promise<Found | undefined> {
  const own = await deps.classes.listOfManager(actor.userId);
  if (!own.some(({ id }) => id === classId)) throw notFound('class');
  const members = (await deps.classes.listMembers([classId])).map(({ studentId }) => studentId);
  const sittings = await deps.sittings.listOf(testId, members);
  const done = sittings.filter(({ phase }) => phase === 'marked' || phase === 'released').map(({ id }) => id);
  const answers = [...(await deps.answers.listOfSittings(done)).values()].flat();
  const wasAsked = answers.some((one) => one.revisionId === revisionId);
  return wasAsked ? { source: { origin: 'test', testId }, studentId: null } : undefined;
}
