import { together } from '../../data/analytics/erased-sums.ts';
import type { FactSumsRepo, Period } from '../../data/analytics/fact-sums.repo.ts';
import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { addUp, NOTHING } from '../../domain/analytics/metrics.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { AnalyticsDays, type AnalyticsView, type DaysWish, MOST_DAYS, viewOf } from './analytics-view.ts';

export interface ClassAnalyticsDeps {
  access: AccessService;
  classes: ClassRepo;
  factSums: FactSumsRepo;
  clock: Clock;
  timeZone: string;
}

/** Without a class the first of one's own. */
export interface ClassWish extends DaysWish {
  classId?: number | undefined;
}

/** What a class came to in some days: of whoever is in it now, from all their sessions that are over, at home and at school. */
export class ClassAnalyticsService {
  readonly #deps: ClassAnalyticsDeps;

  constructor(deps: ClassAnalyticsDeps) {
    this.#deps = deps;
  }

  /** The actor's classes, by name. */
  async ownClasses(actor: Actor): Promise<ClassRecord[]> {
    const { access, classes } = this.#deps;
    access.requireRole(actor, 'view class analytics');
    return classes.listOfManager(actor.userId);
  }

  /**
   * The class with its pupils, and in its own figures those of it who were erased. Sixteen queries, however many pupils, days and sessions. Throws `not-found` for a class that is not the
   * actor's, or where they have none, and `invalid-input` for days as `AnalyticsDays` does.
   */
  async ofClass(actor: Actor, wish: ClassWish): Promise<AnalyticsView> {
    const { classes, factSums } = this.#deps;
    const own = await this.ownClasses(actor);
    const room = wish.classId === undefined ? own[0] : own.find(({ id }) => id === wish.classId);
    if (!room) throw notFound('class');
    const days = new AnalyticsDays(wish, this.#deps, MOST_DAYS.ofSchool);
    const members = await classes.listMembers([room.id]);
    const pupils = members.map(({ studentId: id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
    const ids = pupils.map(({ id }) => id);
    const byPart = await factSums.byStudent(ids, days.time);
    const byPartBefore = await factSums.byStudent(ids, days.timeBefore);
    const { erased } = factSums;
    const gone = await erased.ofClass(room.id, [days.timeBefore, days.time]);
    const subjects = async (time: Period) =>
      together(await factSums.bySubject(ids, time), await erased.subjectsOfClass(room.id, time));
    return viewOf(room, days, pupils, {
      whole: addUp([...byPart.values(), gone.get(1) ?? NOTHING]),
      wholeBefore: addUp([...byPartBefore.values(), gone.get(0) ?? NOTHING]),
      bySubject: await subjects(days.time),
      bySubjectBefore: await subjects(days.timeBefore),
      bySpan: together(await factSums.byPeriod(ids, days.spanTimes), await erased.ofClass(room.id, days.spanTimes)),
      byPart,
      byPartBefore,
    });
  }
}
