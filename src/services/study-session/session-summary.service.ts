import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { Attempt, AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { timeStudied } from '../../domain/study-session/study-session.ts';
import type { Clock } from '../../shared/instant.ts';
import { type EvaluationService, type EvaluationStatus, NOT_EVALUATED } from '../evaluations/evaluation.service.ts';
import { getOwnSession } from './own-session.ts';

/** What a session came to, in numbers that can be counted again from its attempts. */
export interface SessionSummary {
  session: HomeSession;
  courseName: string;
  activeMs: number;
  /** Questions by how they ended. */
  solvedAlone: number;
  solvedWithHelp: number;
  shown: number;
  /** Units whose estimate moved, with the probability of a right answer before and after, 0 … 1. */
  moved: { unitName: string; before: number; after: number }[];
  /** Attempts in order: what evidence refers to by number. */
  attempts: Pick<Attempt, 'id' | 'messageId' | 'verdict'>[];
  evaluation: EvaluationStatus;
}

export interface SessionSummaryDeps {
  sessions: HomeSessionRepo;
  attempts: AttemptRepo;
  curriculum: CurriculumRepo;
  evaluations: EvaluationService;
  clock: Clock;
}

/** Sums up sessions. */
export class SessionSummaryService {
  readonly #deps: SessionSummaryDeps;

  constructor(deps: SessionSummaryDeps) {
    this.#deps = deps;
  }

  /** Of the pupil's own session. Throws `SessionNotFoundError` for any other. */
  async summaryOf(actor: Actor, sessionId: number): Promise<SessionSummary> {
    return this.summarize(await getOwnSession(this.#deps.sessions, actor, sessionId));
  }

  /** The same for a session that somebody else has checked the right to. */
  async summarize(session: HomeSession): Promise<SessionSummary> {
    const { sessions, attempts, curriculum, evaluations, clock } = this.#deps;
    const pauses = (await sessions.pausesOf([session.id])).get(session.id) ?? [];
    const tried = await attempts.listOfSession(session.id);
    const course = await curriculum.findCourse(session.courseId);
    return {
      session,
      courseName: course?.name ?? '',
      activeMs: timeStudied({ start: session.start, end: session.end, pauses }, clock.now()),
      ...countOutcomes(tried),
      moved: movedUnits(await sessions.listUnits(session.id), tried),
      attempts: tried.map(({ id, messageId, verdict }) => ({ id, messageId, verdict })),
      evaluation: (await evaluations.statusOf([session])).get(session.id) ?? NOT_EVALUATED,
    };
  }
}

/** Each question once, by its last attempt that ended it. */
function countOutcomes(attempts: readonly Attempt[]) {
  const counts = { solvedAlone: 0, solvedWithHelp: 0, shown: 0 };
  for (const attempt of attempts) {
    if (attempt.verdict === 'correct') counts[attempt.unaided ? 'solvedAlone' : 'solvedWithHelp'] += 1;
    else if (attempt.revealed) counts.shown += 1;
  }
  return counts;
}

function movedUnits(
  units: readonly { unitName: string; masteryBefore: number | null }[],
  attempts: readonly Attempt[],
) {
  return units.flatMap(({ unitName, masteryBefore }) => {
    const last = attempts.findLast((attempt) => attempt.unitName === unitName && attempt.masteryAfter !== null);
    if (!last || last.masteryAfter === null || masteryBefore === null) return [];
    return [{ unitName, before: masteryBefore, after: last.masteryAfter }];
  });
}
