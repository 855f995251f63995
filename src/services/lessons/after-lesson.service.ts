import type { AfterLessonRepo, LessonEvaluation, PastPlace } from '../../data/lessons/after-lesson.repo.ts';
import type { Lesson } from '../../data/lessons/lesson.repo.ts';
import type { LessonWallRepo, WallAnswers } from '../../data/lessons/lesson-wall.repo.ts';
import type { TaughtLessonRepo } from '../../data/lessons/taught-lesson.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { GivenKind, GivenScore } from '../../domain/evaluation/given-score.ts';
import type { ReviewAction } from '../../domain/evaluation/score-review.ts';
import { type LessonPart, type LessonSummary, summaryOf } from '../../domain/lessons/after-lesson.ts';
import { minutesLate } from '../../domain/lessons/attendance.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { type Pause, timeStudied } from '../../domain/study-session/study-session.ts';
import { type LessonAccessDeps, requireLesson } from './lesson-access.ts';

export interface AfterLessonDeps extends LessonAccessDeps {
  afterLessonRows: AfterLessonRepo;
  lessonWallRows: LessonWallRepo;
  taughtLessons: TaughtLessonRepo;
}

/** A score of the evaluator, with how people took it. */
export interface JudgedScore extends Omit<LessonEvaluation, 'studentId' | 'source' | 'kind'> {
  /** Somebody says that it is not right, and the class manager has not answered. */
  contested: boolean;
  /** The class manager holds it for doubtful. */
  disputed: boolean;
}

/** A pupil's part in a lesson that is over. */
export interface AfterLine extends LessonPart {
  studentId: number;
  name: string;
  sessionId: number;
  group: string;
  reason: PastPlace['reason'];
  minutesLate: number;
  feedback: string | null;
  alerts: number;
  /** Null: the evaluator has not been there yet, or has nothing to do there. */
  evaluator: { proficiency: JudgedScore | null; investment: JudgedScore | null };
  /** What class managers gave. */
  own: Record<GivenKind, GivenScore>;
}

export interface AfterLesson {
  lesson: Lesson;
  summary: LessonSummary;
  /** Whose score is contested first, then by name. */
  lines: AfterLine[];
  alerts: { studentId: number; name: string; severity: number; acknowledged: boolean }[];
}

/** What a lesson came to, and what its class manager has to say of each pupil. */
export class AfterLessonService {
  readonly #deps: AfterLessonDeps;

  constructor(deps: AfterLessonDeps) {
    this.#deps = deps;
  }

  /**
   * Fourteen queries, however many pupils. Throws `forbidden` without the role, `not-found` for a lesson of anybody else's class,
   * `InvalidSessionStateError` for one that is not over.
   */
  async read(actor: Actor, lessonId: number): Promise<AfterLesson> {
    const lesson = await requireLesson(this.#deps, actor, 'view class analytics', lessonId);
    if (lesson.state !== 'completed') throw new InvalidSessionStateError(lesson.state, 'be looked back on');
    const { afterLessonRows: rows, lessonWallRows, taughtLessons } = this.#deps;
    const places = await rows.places(lessonId);
    const alerts = await rows.alerts(lessonId);
    const known: Known = {
      lesson,
      pauses: await taughtLessons.pausesOf([...new Set(places.map(({ sessionId }) => sessionId))]),
      standings: Map.groupBy(await lessonWallRows.standings(lessonId), ({ studentId }) => studentId),
      answers: Map.groupBy(await lessonWallRows.answers(lessonId), ({ studentId }) => studentId),
      hints: await rows.hints(lessonId),
      alerts: Map.groupBy(alerts, ({ studentId }) => studentId),
      evaluations: Map.groupBy(await rows.evaluations(lessonId), ({ studentId }) => studentId),
      reviews: Map.groupBy(await rows.reviews(lessonId), ({ studentId, kind }) => `${kind} ${studentId}`),
      lastGiven: await rows.lastGiven(lessonId),
    };
    const lines = places.map((place) => lineOf(place, known));
    const names = new Map(places.map(({ studentId, name }) => [studentId, name]));
    return {
      lesson,
      summary: summaryOf(lines),
      lines: lines.sort((a, b) => Number(isContested(b)) - Number(isContested(a))),
      alerts: alerts.flatMap(({ studentId, severity, acknowledged }) => {
        const name = names.get(studentId);
        return name === undefined ? [] : [{ studentId, name, severity, acknowledged }];
      }),
    };
  }
}

interface Known {
  lesson: Lesson;
  pauses: Map<number, Pause[]>;
  standings: Map<number, { unit: string; mastery: number }[]>;
  answers: Map<number, WallAnswers[]>;
  hints: Map<number, number>;
  alerts: Map<number, unknown[]>;
  evaluations: Map<number, LessonEvaluation[]>;
  reviews: Map<string, { action: ReviewAction }[]>;
  lastGiven: Map<string, number>;
}

/** Whether the pupil or a parent waits for an answer about a score. */
export function isContested({ evaluator: { proficiency, investment } }: Pick<AfterLine, 'evaluator'>): boolean {
  return (proficiency?.contested ?? false) || (investment?.contested ?? false);
}

function lineOf(place: PastPlace, known: Known): AfterLine {
  const { studentId, name, sessionId, group, attended, reason, course, feedback } = place;
  const answers = known.answers.get(studentId) ?? [];
  const late = attended ? minutesLate(place.joinedAt, known.lesson.start) : 0;
  const { feelingBefore, feelingAfter, difficulty, understanding } = place;
  return {
    studentId,
    name,
    sessionId,
    group,
    attended,
    reason,
    feedback,
    feelingBefore,
    feelingAfter,
    difficulty,
    understanding,
    late: late > 0,
    minutesLate: late,
    activeMs: activeOf(place, known),
    attempts: answers.reduce((sum, one) => sum + one.attempts, 0),
    solved: answers.reduce((sum, one) => sum + one.solved, 0),
    hints: known.hints.get(studentId) ?? 0,
    units: (known.standings.get(studentId) ?? []).map(({ unit, mastery: before }) => {
      return { course: course ?? '', unit, before, after: answers.find((one) => one.unit === unit)?.mastery ?? null };
    }),
    alerts: known.alerts.get(studentId)?.length ?? 0,
    evaluator: {
      proficiency: judged('proficiency', studentId, known),
      investment: judged('investment', studentId, known),
    },
    own: ownOf(studentId, known),
  };
}

/** From when the pupil joined; pauses before that were not theirs. */
function activeOf({ attended, joinedAt, end, sessionId }: PastPlace, { pauses }: Known): number {
  if (!attended || joinedAt === null || end === null) return 0;
  const own = (pauses.get(sessionId) ?? []).map((pause) => ({ ...pause, start: Math.max(pause.start, joinedAt) }));
  return timeStudied({ start: joinedAt, end, pauses: own }, end);
}

function judged(kind: 'proficiency' | 'investment', studentId: number, known: Known): JudgedScore | null {
  const given = known.evaluations.get(studentId)?.find((one) => one.kind === kind && one.source === 'evaluator');
  if (!given) return null;
  const { score, reason, description, evidence, flagged } = given;
  const said = known.reviews.get(`${kind} ${studentId}`) ?? [];
  const answered = said.findLast(({ action }) => action !== 'contested');
  return {
    score,
    reason,
    description,
    evidence,
    flagged,
    contested: said.at(-1)?.action === 'contested',
    disputed: answered?.action === 'disputed',
  };
}

function ownOf(studentId: number, { evaluations, lastGiven }: Known): AfterLine['own'] {
  const of = (kind: GivenKind): GivenScore => {
    const given = evaluations.get(studentId)?.find((one) => one.kind === kind && one.source === 'class manager');
    const lastChange = lastGiven.get(`${kind} ${studentId}`) ?? null;
    return { score: given?.score ?? null, words: given?.description ?? '', lastChange };
  };
  return { investment: of('investment'), social: of('social') };
}
