import type { AnsweredQuestion, ClassInsightRepo, UnitSpread } from '../../data/analytics/class-insight.repo.ts';
import { together } from '../../data/analytics/erased-sums.ts';
import type { FactSumsRepo, Period } from '../../data/analytics/fact-sums.repo.ts';
import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type { PupilStandingRepo } from '../../data/reports/pupil-standing.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { addUp, type MetricValue, metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { AnalyticsDays, type AnalyticsView, type DaysWish, MOST_DAYS, viewOf } from './analytics-view.ts';

export interface ClassAnalyticsDeps {
  access: AccessService;
  classes: ClassRepo;
  factSums: FactSumsRepo;
  insight: ClassInsightRepo;
  standing: PupilStandingRepo;
  clock: Clock;
  timeZone: string;
}

/** Without a class the first of one's own. */
export interface ClassWish extends DaysWish {
  classId?: number | undefined;
}

/** What a class knows today, and what it answered in the days. */
export interface ClassAnalytics extends AnalyticsView {
  /** Units of its courses in the order in which they are taught, with how many know them. */
  units: UnitSpread[];
  /** How many pupils know so much of the units of their courses: five bins, 0–19 % … 80–100 %; without those in no course. */
  knowing: number[];
  /** Questions that were answered least well at the first try, the hardest first. */
  questions: AnsweredQuestion[];
  /** Units of the last lessons in these days, with what was right at the first try in the days before and after each. */
  taught: TaughtLine[];
}

export interface TaughtLine {
  lessonId: number;
  courseName: string;
  unitName: string;
  at: Instant;
  before: MetricValue;
  after: MetricValue;
}

const BINS = 5;
/** So many first answers make a question worth telling. */
export const FEWEST_ANSWERS = 5;
const QUESTIONS = 10;
const TAUGHT = 12;
/** So long before and after a lesson answers are looked at. */
export const AROUND_DAYS = 14;

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
   * The class with its pupils, and in its own figures those of it who were erased. Twenty-one queries, however many pupils, days and
   * sessions. Throws `not-found` for a class that is not the
   * actor's, or where they have none, and `invalid-input` for days as `AnalyticsDays` does.
   */
  async ofClass(actor: Actor, wish: ClassWish): Promise<ClassAnalytics> {
    const own = await this.ownClasses(actor);
    const room = wish.classId === undefined ? own[0] : own.find(({ id }) => id === wish.classId);
    if (!room) throw notFound('class');
    const { view, ids, days } = await this.#figuresOf(room, wish);
    return { ...view, ...(await this.#insight(room.id, ids, days)) };
  }

  /** The figures of any class, for services that have made sure that the actor may see it. */
  async ofRoom(room: Pick<ClassRecord, 'id' | 'name'>, wish: DaysWish): Promise<AnalyticsView> {
    return (await this.#figuresOf(room, wish)).view;
  }

  async #figuresOf(room: Pick<ClassRecord, 'id' | 'name'>, wish: DaysWish) {
    const { classes, factSums } = this.#deps;
    const days = new AnalyticsDays(wish, this.#deps, MOST_DAYS.ofSchool);
    const members = await classes.listMembers([room.id]);
    const pupils = members.map(({ studentId: id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
    const ids = pupils.map(({ id }) => id);
    const byPart = await factSums.byStudent(ids, days.time);
    const byPartBefore = await factSums.byStudent(ids, days.timeBefore);
    const { erased } = factSums;
    const goneIn = async (time: Period) => (await erased.ofClass(room.id, [time])).get(0) ?? NOTHING;
    const subjects = async (time: Period) =>
      together(await factSums.bySubject(ids, time), await erased.subjectsOfClass(room.id, time));
    const view = viewOf(room, days, pupils, {
      whole: addUp([...byPart.values(), await goneIn(days.time)]),
      wholeBefore: addUp([...byPartBefore.values(), await goneIn(days.timeBefore)]),
      bySubject: await subjects(days.time),
      bySubjectBefore: await subjects(days.timeBefore),
      bySpan: together(await factSums.byPeriod(ids, days.spanTimes), await erased.ofClass(room.id, days.spanTimes)),
      byPart,
      byPartBefore,
    });
    return { view, ids, days };
  }

  async #insight(classId: number, ids: readonly number[], days: AnalyticsDays) {
    const { insight, standing } = this.#deps;
    const counts = [...(await standing.unitCounts(ids)).values()];
    const knowing = Array.from({ length: BINS }, () => 0);
    for (const { units, mastered } of counts) {
      const bin = Math.min(BINS - 1, Math.floor((mastered / units) * BINS));
      knowing[bin] = (knowing[bin] ?? 0) + 1;
    }
    const taught = await insight.taughtUnits({ classId, studentIds: ids }, days.time, TAUGHT);
    const around = await insight.aroundLessons(ids, taught, AROUND_DAYS * DAY);
    const rightOf = ({ answers, correct }: { answers: number; correct: number }) =>
      metricsOf({ ...NOTHING, attempts: answers, correct })['right answers'];
    return {
      units: await insight.units(ids),
      knowing,
      questions: await insight.hardestQuestions({ classId, studentIds: ids }, days.time, {
        least: FEWEST_ANSWERS,
        limit: QUESTIONS,
      }),
      taught: taught.map(({ lessonId, courseName, unitName, start }, place) => ({
        lessonId,
        courseName,
        unitName,
        at: start,
        before: rightOf(around[place]?.before ?? { answers: 0, correct: 0 }),
        after: rightOf(around[place]?.after ?? { answers: 0, correct: 0 }),
      })),
    };
  }
}
