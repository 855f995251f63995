import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { holdPupils } from '../../data/people/hold-pupil.ts';
import type { QuarterPlace, QuarterRepo } from '../../data/quarters/quarter.repo.ts';
import type { QuarterClosingRepo } from '../../data/quarters/quarter-closing.repo.ts';
import type { QuarterGivenRepo } from '../../data/quarters/quarter-given.repo.ts';
import type { QuarterSourceRepo } from '../../data/quarters/quarter-source.repo.ts';
import type { Action, Actor, Role } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { QuarterKind } from '../../domain/evaluation/quarter-evaluation.ts';
import { NoQuarterScoreError } from '../../domain/evaluation/quarter-review.ts';
import { checkWords } from '../../domain/evaluation/score-review.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { CrisisWatchService } from '../safety/crisis-watch.service.ts';
import { type QuarterLine, type QuarterScore, readQuarters } from './quarter-reader.ts';

export type { QuarterLine };

export interface PupilQuartersDeps {
  db: DatabaseManager;
  access: AccessService;
  quarterRows: QuarterRepo;
  quarterSourceRows: QuarterSourceRepo;
  quarterGivenRows: QuarterGivenRepo;
  quarterClosingRows: QuarterClosingRepo;
  crisisWatch: CrisisWatchService;
  clock: Clock;
  timeZone: string;
}

/** A score of a quarter that somebody may contest. */
export interface ContestableScore {
  place: QuarterPlace;
  score: number;
}

/** By which right somebody looks at a pupil's quarters. */
const RIGHT: Partial<Record<Role, Action>> = { student: 'view own progress', parent: 'view child progress' };
const STAFF: readonly Role[] = ['class manager', 'school manager'];

/** What quarters came to for a pupil, for themselves, their parents and staff. */
export class PupilQuartersService {
  readonly #deps: PupilQuartersDeps;

  constructor(deps: PupilQuartersDeps) {
    this.#deps = deps;
  }

  /**
   * A pupil's quarters, the newest first; pupils and parents see those that were released. A fixed number of queries. Throws `not-found`
   * for a pupil outside the actor's scope.
   */
  async ofPupil(actor: Actor, studentId: number): Promise<QuarterLine[]> {
    await this.#deps.access.requirePupil(actor, RIGHT[actor.role] ?? 'view a pupil', studentId);
    const lines = await readQuarters(this.#deps, [studentId]);
    return STAFF.includes(actor.role) ? lines : lines.filter(({ releasedAt }) => releasedAt !== null);
  }

  /** A score that the actor may contest. Throws `not-found` for one that they do not see, `no-score` where none was given. */
  async contestable(actor: Actor, kind: QuarterKind, id: number, studentId?: number): Promise<ContestableScore> {
    const { place, standing } = await this.#find(actor, kind, id, studentId);
    if (standing.score === null) throw new NoQuarterScoreError();
    return { place, score: standing.score };
  }

  /**
   * A pupil or a parent says that a score of a quarter is not right. Saying it again while the first word is not answered adds nothing. A
   * pupil's words are screened for need like all others. Throws as `contestable` does, and `invalid-input` without words.
   */
  async contest(actor: Actor, kind: QuarterKind, id: number, words: string, studentId?: number): Promise<void> {
    const { db, quarterGivenRows, crisisWatch, clock } = this.#deps;
    const { place, standing } = await this.#find(actor, kind, id, studentId);
    if (actor.role === 'student') await crisisWatch.hear(actor.userId, words, null);
    if (standing.score === null) throw new NoQuarterScoreError();
    checkWords(words);
    await db.tx(async () => {
      await holdPupils(db, [place.studentId]);
      const again = await this.#find(actor, kind, id, studentId);
      if (again.standing.said.contest !== null) return;
      const said = { action: 'contested' as const, words: words.trim(), byId: actor.userId, at: clock.now() };
      await quarterGivenRows.addReview(place, said);
    });
  }

  async #find(
    actor: Actor,
    kind: QuarterKind,
    id: number,
    studentId?: number,
  ): Promise<{ place: QuarterPlace; standing: QuarterScore }> {
    const { access, quarterRows } = this.#deps;
    access.requireRole(actor, 'contest a score');
    const place = await quarterRows.find(kind, id);
    if (!place || (studentId ?? place.studentId) !== place.studentId) throw notFound('score');
    await access.requirePupil(actor, 'contest a score', place.studentId, 'score');
    const line = (await readQuarters(this.#deps, [place.studentId], place)).find(
      ({ subject }) => subject === place.subject,
    );
    const standing = line?.scores[kind];
    if (!standing || line.releasedAt === null) throw notFound('score');
    return { place, standing };
  }
}
