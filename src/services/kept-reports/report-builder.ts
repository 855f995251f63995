import type { ReportScope } from '../../data/kept-reports/kept-report.repo.ts';
import type { TestRowsRepo, TestTakers } from '../../data/kept-reports/test-rows.repo.ts';
import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { QUARTER_KINDS } from '../../domain/evaluation/quarter-evaluation.ts';
import { quarterNumbered } from '../../domain/evaluation/school-quarter.ts';
import type { Figures, PartKind, QuarterRow, ReportSection } from '../../domain/kept-reports/kept-report.ts';
import { isWholeQuarter, type ReportPeriod } from '../../domain/kept-reports/report-period.ts';
import { unitWord } from '../../domain/mastery/unit-standing.ts';
import type { ClassAnalyticsService } from '../analytics/class-analytics.service.ts';
import type { CourseFigures, PeriodFiguresService } from '../analytics/period-figures.service.ts';
import type { RegionAnalyticsService } from '../analytics/region-analytics.service.ts';
import type { SchoolAnalyticsService } from '../analytics/school-analytics.service.ts';
import type { ProgressService } from '../progress/progress.service.ts';
import type { PupilQuartersService, QuarterLine } from '../quarters/pupil-quarters.service.ts';
import type { TestsService } from '../tests/tests.service.ts';

export interface ReportBuilderDeps {
  classes: ClassRepo;
  testRowsInReports: TestRowsRepo;
  classAnalytics: ClassAnalyticsService;
  schoolAnalytics: SchoolAnalyticsService;
  regionAnalytics: RegionAnalyticsService;
  periodFigures: PeriodFiguresService;
  progress: ProgressService;
  pupilQuarters: PupilQuartersService;
  tests: TestsService;
}

type View = Awaited<ReturnType<ClassAnalyticsService['ofRoom']>>;
/** A quarter that is over is asked for by its name, as on the pages: it is compared with the quarter before. */
type Days = { period: string } | Pick<ReportPeriod, 'from' | 'to'>;

/**
 * Adds up what stands in a report, by the same services as the pages of figures, and without the name of any pupil. For services that
 * have made sure that the actor may see it.
 */
export class ReportBuilder {
  readonly #deps: ReportBuilderDeps;

  constructor(deps: ReportBuilderDeps) {
    this.#deps = deps;
  }

  /** The sections of a report in the order in which they are read. Throws what the services of its figures throw. */
  async build(actor: Actor, scope: ReportScope, period: ReportPeriod): Promise<ReportSection[]> {
    const days = daysAsked(period);
    const { kind, classId, studentId, subject, region, schoolId } = scope;
    if (kind === 'pupil' && studentId !== null) return this.#ofPupil(actor, studentId, period);
    if (kind === 'class' && classId !== null) return this.#ofClass(classId, days);
    if (kind === 'school' && schoolId !== null) return this.#ofSchool(actor, schoolId, days);
    if (kind === 'subject' && schoolId !== null && subject !== null) return this.#ofSubject(schoolId, subject, days);
    if (kind === 'region subject' && subject !== null && region !== null) {
      return this.#ofRegionSubject(actor, { subject, region }, days);
    }
    if (kind === 'region' && region !== null) return this.#ofRegion(actor, region, days);
    throw notFound('report');
  }

  async #ofPupil(actor: Actor, studentId: number, period: ReportPeriod): Promise<ReportSection[]> {
    const { periodFigures, tests, progress, pupilQuarters } = this.#deps;
    const days = daysAsked(period);
    const { view, courses } = await periodFigures.ofPupil(studentId, days);
    const { from, to } = periodFigures.periodOf(days);
    const taken = (await tests.testsOf(studentId)).filter(({ date }) => date >= from && date < to);
    // A paper goes from hand to hand: what was not released to pupil and parents is on none of them.
    const quarters = (await pupilQuarters.ofPupil(actor, studentId)).filter(
      (one) => one.releasedAt !== null && liesIn(one, period),
    );
    const standings = (await progress.progressOf(studentId)).filter(({ units }) => units.length > 0);
    return [
      ...wholeOf(view),
      { kind: 'quarters', rows: quarters.flatMap(quarterRows) },
      coursesOf(courses),
      {
        kind: 'own tests',
        rows: taken.map(({ name, course, date, finalGrade, phase }) => {
          return { name, course: course.name, at: date, grade: finalGrade, phase };
        }),
      },
      {
        kind: 'units',
        courses: standings.map(({ name, subject, progress: share, units }) => ({
          name,
          subject,
          progress: share,
          units: units.map((unit) => {
            return { name: unit.unitName, word: unitWord(unit), mastery: unit.mastery, answers: unit.answers };
          }),
        })),
      },
    ];
  }

  async #ofClass(classId: number, days: Days): Promise<ReportSection[]> {
    const { classes, classAnalytics, periodFigures } = this.#deps;
    const view = await classAnalytics.ofRoom({ id: classId, name: '' }, days);
    const studentIds = (await classes.listMembers([classId])).map(({ studentId }) => studentId);
    return [
      ...wholeOf(view),
      partsOf('pupil', view),
      coursesOf(await periodFigures.ofCourses({ classId, studentIds }, days)),
      await this.#tests({ classId, studentIds }, days),
    ];
  }

  async #ofSchool(actor: Actor, schoolId: number, days: Days): Promise<ReportSection[]> {
    const view = await this.#deps.schoolAnalytics.ofSchool(actor, days);
    const rows = view.subjects.map(({ name, metrics }) => ({ id: null, name, metrics }));
    return [
      ...wholeOf(view),
      partsOf('class', view),
      { kind: 'parts', of: 'subject', rows, hidden: 0 },
      await this.#tests({ schoolId }, days),
    ];
  }

  async #ofSubject(schoolId: number, subject: string, days: Days): Promise<ReportSection[]> {
    const view = await this.#deps.periodFigures.ofSubjectInSchool(schoolId, subject, days);
    return [...wholeOf(view), partsOf('class', view), await this.#tests({ schoolId, subject }, days)];
  }

  async #ofRegionSubject(
    actor: Actor,
    { subject, region }: { subject: string; region: string },
    days: Days,
  ): Promise<ReportSection[]> {
    const view = await this.#deps.regionAnalytics.ofSubject(actor, { subject, region, ...days }, { alone: true });
    return [...wholeOf(view), partsOf('school', view, view.hidden)];
  }

  async #ofRegion(actor: Actor, region: string, days: Days): Promise<ReportSection[]> {
    const own = (await this.#deps.regionAnalytics.ownSubjects(actor)).filter((one) => one.region === region);
    if (own.length === 0) throw notFound('report');
    const sections: ReportSection[] = [];
    for (const { subject } of own) {
      const found = await this.#ofRegionSubject(actor, { subject, region }, days);
      sections.push(...found.map((section) => ({ ...section, subject })));
    }
    return sections;
  }

  async #tests(takers: TestTakers, days: Days): Promise<ReportSection> {
    const { testRowsInReports, periodFigures } = this.#deps;
    return { kind: 'tests', rows: await testRowsInReports.inPeriod(takers, periodFigures.periodOf(days)) };
  }
}

function wholeOf({ metrics, metricsBefore, daysBefore, spans, spanDays }: View): ReportSection[] {
  return [
    { kind: 'together', metrics, metricsBefore, daysBefore },
    { kind: 'over time', spanDays, spans },
  ];
}

function partsOf(of: PartKind, { parts }: View, hidden = 0): ReportSection {
  const rows = parts.map(({ id, name, metrics }) => ({ id, name: of === 'pupil' ? null : name, metrics }));
  return { kind: 'parts', of, rows, hidden };
}

function coursesOf(courses: readonly CourseFigures[]): ReportSection {
  const rows = courses.map(({ id, name, metrics }: { id: number; name: string; metrics: Figures }) => {
    return { id, name, metrics };
  });
  return { kind: 'parts', of: 'course', rows, hidden: 0 };
}

/** What stands, and what was said of it or made it. */
function quarterRows({ subject, schoolYear, quarter, scores }: QuarterLine): QuarterRow[] {
  return QUARTER_KINDS.map((kind) => {
    const { score, own, made } = scores[kind];
    const isOwn = own.score !== null || own.reason !== null;
    const { facts, description } = made;
    return {
      subject,
      kind,
      schoolYear,
      quarter,
      score,
      given: isOwn ? { reason: own.reason, words: own.words } : null,
      made: isOwn ? null : { facts, description },
    };
  });
}

/** Whether all of a quarter lies in these days. */
function liesIn({ schoolYear, quarter }: { schoolYear: number; quarter: number }, { from, to }: ReportPeriod): boolean {
  const { firstDay, lastDay } = quarterNumbered(schoolYear, quarter);
  return firstDay >= from && lastDay <= to;
}

const daysAsked = (period: ReportPeriod): Days =>
  isWholeQuarter(period) ? { period: period.name } : { from: period.from, to: period.to };
