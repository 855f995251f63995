import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { type HomeSessionType, type SessionStatus, timeStudied } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { EvaluationService, EvaluationStatus } from '../evaluations/evaluation.service.ts';

/** A session that took place, in one line. */
export interface PastSession {
  id: number;
  kind: 'home';
  type: HomeSessionType;
  status: SessionStatus;
  course: { id: number; name: string; subject: string };
  units: string[];
  start: Instant | null;
  end: Instant | null;
  /** It ended by itself, because nobody ended it. */
  expired: boolean;
  activeMs: number;
  feelingBefore: EmotionalState;
  feelingAfter: EmotionalState | null;
  /** Null while the session goes on. */
  evaluation: EvaluationStatus | null;
}

export interface HistoryPage {
  sessions: PastSession[];
  /** The id to ask with for older ones; null when there are none. */
  before: number | null;
}

export interface PageRequest {
  /** 1 … 100 */
  limit: number;
  before?: number | undefined;
}

export interface HistoryDeps {
  sessions: HomeSessionRepo;
  curriculum: CurriculumRepo;
  evaluations: EvaluationService;
  clock: Clock;
}

/** Sessions that began, the newest first. Those that were cancelled before they began are left out. */
export class HistoryService {
  readonly #deps: HistoryDeps;

  constructor(deps: HistoryDeps) {
    this.#deps = deps;
  }

  /** The actor's own sessions. */
  async ownHistory(actor: Actor, page: PageRequest): Promise<HistoryPage> {
    return this.historyOf(actor.userId, page);
  }

  /** A pupil's sessions, for services that have made sure that the actor may see them. Six queries, however many sessions. */
  async historyOf(studentId: number, { limit, before }: PageRequest): Promise<HistoryPage> {
    const found = await this.#deps.sessions.listBegun(studentId, limit + 1, before);
    const sessions = found.slice(0, limit);
    return {
      sessions: await this.#lines(sessions),
      before: found.length > limit ? (sessions.at(-1)?.id ?? null) : null,
    };
  }

  async #lines(sessions: readonly HomeSession[]): Promise<PastSession[]> {
    const ids = sessions.map((session) => session.id);
    const { curriculum, evaluations } = this.#deps;
    const units = await this.#deps.sessions.unitsOf(ids);
    const pauses = await this.#deps.sessions.pausesOf(ids);
    const courses = await curriculum.listCoursesById(sessions.map((session) => session.courseId));
    const done = sessions.filter((session) => session.status === 'completed');
    const statuses = await evaluations.statusOf(done);
    const now = this.#deps.clock.now();
    return sessions.map((session) => {
      const course = courses.get(session.courseId);
      const { id, type, status, start, end, feelingBefore, feelingAfter } = session;
      return {
        id,
        kind: 'home',
        type,
        status,
        start,
        end,
        feelingBefore,
        feelingAfter,
        course: { id: session.courseId, name: course?.name ?? '', subject: course?.subject ?? '' },
        units: units.get(id) ?? [],
        expired: session.endReason === 'expired',
        activeMs: timeStudied({ start, end, pauses: pauses.get(id) ?? [] }, now),
        evaluation: statuses.get(id) ?? null,
      };
    });
  }
}
