import type { Actor } from '../../domain/access/permission-matrix.ts';
import { isSmall, oneLine, toldOf } from '../../domain/access/small-groups.ts';
import { addUp, type FactSums, NOTHING } from '../../domain/analytics/metrics.ts';
import { GRADE_LEVELS, type GradeLevel } from '../../domain/curriculum/curriculum.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type AnalyticsView, viewOf } from './analytics-view.ts';
import type { SubjectWish } from './region-analytics.service.ts';
import { type SubjectScopeDeps, subjectScope } from './subject-scope.ts';
import { toldSpans, toldTests, unlessFew, unlessFewTested } from './told-sums.ts';

/** A subject in one school of a region, by grade. */
export interface RegionSchool extends AnalyticsView {
  subject: string;
  region: string;
  /** The grade of each part, by its id. */
  grades: ReadonlyMap<number, GradeLevel>;
  hiddenGrades: number;
}

/** What a subject came to in a school of a supervisor's region, down to its grades and no further: no class, and no pupil. */
export class RegionSchoolService {
  readonly #deps: SubjectScopeDeps;

  constructor(deps: SubjectScopeDeps) {
    this.#deps = deps;
  }

  /**
   * The subject and the days as on the page of the region. As many queries for much as for little. Throws `not-found` for a school of
   * another region, and for one in which too few studied the subject in these days to be told of.
   */
  async ofSchool(actor: Actor, schoolId: number, wish: SubjectWish): Promise<RegionSchool> {
    const { factSums } = this.#deps;
    const { days, schools, subject, region } = await subjectScope(this.#deps, actor, wish);
    const school = schools.find(({ id }) => id === schoolId);
    if (!school) throw notFound('school');
    const ids = schools.map(({ id }) => id);
    const spans = await factSums.bySchool([schoolId], subject, days.spanTimes);
    // Of the others no more than what the rule of small groups asks for.
    const pupils = await factSums.pupilsBySchool(ids, subject, days.spanTimes);
    const tests = await factSums.testsBySchool(ids, subject, days.time);
    const whole = (await factSums.bySchool([schoolId], subject, [days.time])).get(`${schoolId}/0`) ?? NOTHING;
    const before = (await factSums.bySchool([schoolId], subject, [days.timeBefore])).get(`${schoolId}/0`) ?? NOTHING;
    const byGrade = [...(await factSums.byGrade(schoolId, subject, days.time))];
    const together = addUp(byGrade.map(([, sums]) => sums));
    // Whoever is in no class is the rest, from which a grade could be worked out as well.
    const people = [...byGrade.map(([, { pupils }]) => pupils), Math.max(0, whole.pupils - together.pupils)];
    const told = toldOf(people, oneLine(people));
    const shown = byGrade.filter((_, place) => told[place]);
    const idOf = (grade: GradeLevel) => GRADE_LEVELS.indexOf(grade) + 1;
    const spansOf = (id: number) =>
      days.spans.map((_, place) => (id === schoolId ? spans : pupils).get(`${id}/${place}`) ?? NOTHING);
    const isTested = (id: number) => !isSmall(tests.get(id)?.tested ?? 0);
    const toldOfSpans = toldSpans(new Map(ids.map((id) => [id, spansOf(id)])), isTested).bySchool.get(schoolId) ?? [];
    const rest = { ...NOTHING, tested: Math.max(0, whole.tested - together.tested) };
    const testsOf = toldTests([...byGrade.map(([, sums]) => sums), rest]);
    const byPart = byGrade.flatMap(([grade, sums], place): [number, FactSums][] =>
      told[place] ? [[idOf(grade), { ...sums, ...(isTested(schoolId) ? testsOf[place] : unlessFewTested(sums)) }]] : [],
    );
    const parts = shown.map(([grade]) => ({ id: idOf(grade), name: grade }));
    return {
      ...viewOf(school, days, parts, {
        whole: unlessFew(whole),
        wholeBefore: unlessFew(before),
        bySpan: new Map(toldOfSpans.map((sums, place) => [place, sums])),
        byPart: new Map(byPart),
        byPartBefore: new Map(),
      }),
      subject,
      region,
      grades: new Map(shown.map(([grade]) => [idOf(grade), grade])),
      hiddenGrades: byGrade.length - shown.length,
    };
  }
}
