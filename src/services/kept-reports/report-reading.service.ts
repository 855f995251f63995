import type { KeptReportRepo, ReportLine, ReportsOf, StoredReport } from '../../data/kept-reports/kept-report.repo.ts';
import type { ReportNamesRepo } from '../../data/kept-reports/report-names.repo.ts';
import type { ReportPrintRepo } from '../../data/kept-reports/report-print.repo.ts';
import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { METRICS_VERSION } from '../../domain/analytics/metrics.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { ReportSection } from '../../domain/kept-reports/kept-report.ts';
import type { Clock } from '../../shared/instant.ts';
import type { ReadingsService } from '../oversight/readings.service.ts';
import type { ReportBuilder } from './report-builder.ts';
import type { ReportReach } from './report-reach.ts';
import type { ListedReport, ReportNames, ReportSet, ReportView } from './report-view.ts';

export type { ListedReport, ReportNames, ReportSet, ReportView } from './report-view.ts';

export interface ReportReadingDeps {
  keptReports: KeptReportRepo;
  reportNames: ReportNamesRepo;
  reportPrints: ReportPrintRepo;
  classes: ClassRepo;
  users: UserRepo;
  reach: ReportReach;
  builder: ReportBuilder;
  readings: ReadingsService;
  clock: Clock;
}

const LISTED = 60;

/** Reading reports: the figures as they were, with the names of those whom the reader may know now. */
export class ReportReadingService {
  readonly #deps: ReportReadingDeps;

  constructor(deps: ReportReadingDeps) {
    this.#deps = deps;
  }

  /** The actor's reports, the newest first; of a parent those of one child. Throws `not-found` for somebody else's child. */
  async list(actor: Actor, studentId?: number): Promise<ListedReport[]> {
    const of = await this.#whose(actor, studentId);
    const lines = await this.#deps.keptReports.list(of, LISTED);
    const names = await this.#namesOf(actor, lines);
    // Of a pupil who is not the reader's any more there is nothing to open.
    return lines
      .map((line) => ({ ...line, names: names(line) }))
      .filter(({ kind, names: { pupil } }) => kind !== 'pupil' || pupil !== null);
  }

  /**
   * The report of this id; of staff written down as a reading of each pupil in it. Throws `not-found` for somebody else's and for a set
   * of reports.
   */
  async open(actor: Actor, id: number, { compare = false }: { compare?: boolean } = {}): Promise<ReportView> {
    const report = await this.#find(actor, id);
    if (report.kind === 'pupils') throw notFound('report');
    const view = await this.#viewOf(actor, report, compare);
    if (view.state === 'done') await this.#deps.readings.noteViews(actor, pupilsIn(view));
    return view;
  }

  /** What kind of report this is, for whoever may read it. Throws `not-found` for somebody else's. */
  async line(actor: Actor, id: number): Promise<ReportLine> {
    return this.#find(actor, id);
  }

  /** The same as `openSet`, for a page: written down as a reading of each pupil in it. */
  async readSet(actor: Actor, id: number): Promise<ReportSet> {
    const set = await this.openSet(actor, id);
    await this.#deps.readings.noteViews(
      actor,
      set.members.map(({ studentId }) => studentId),
    );
    return set;
  }

  /** The reports of the pupils of a class that were asked for together. Throws `not-found` for what is no such set of the actor's. */
  async openSet(actor: Actor, id: number): Promise<ReportSet> {
    const report = await this.#find(actor, id);
    if (report.kind !== 'pupils') throw notFound('report');
    const { keptReports, reportPrints, clock } = this.#deps;
    const lines = await keptReports.linesOfBatch(id);
    const known = await this.#pupilsOf(
      actor,
      report,
      lines.flatMap(({ studentId }) => studentId ?? []),
    );
    const names = await this.#namesOf(actor, [report]);
    const members = lines
      .flatMap(({ id: own, studentId }) => {
        const name = known.get(studentId ?? 0);
        return name === undefined || studentId === null ? [] : [{ id: own, studentId, name }];
      })
      .sort((a, b) => a.name.localeCompare(b.name));
    const open = new Set(members.map((one) => one.id));
    const prints = await reportPrints.listOf(id, actor.userId, clock.now());
    return {
      ...report,
      names: names(report),
      maker: await this.#makerOf(report),
      members,
      prints: prints.filter(({ reportIds }) => reportIds.every((one) => open.has(one))),
    };
  }

  /** All reports of a set, of pupils whom the actor may know. */
  async openAll(actor: Actor, id: number): Promise<ReportView[]> {
    const report = await this.#find(actor, id);
    const stored = await this.#deps.keptReports.listOfBatch(id);
    const known = await this.#pupilsOf(
      actor,
      report,
      stored.flatMap(({ studentId }) => studentId ?? []),
    );
    const names = await this.#namesOf(actor, stored);
    const maker = await this.#makerOf(report);
    return stored
      .filter(({ studentId }) => known.has(studentId ?? 0))
      .map((one) => ({
        ...this.#shown(one, one.figures ?? []),
        names: names(one),
        maker,
        pupils: known,
        isStill: null,
      }))
      .sort((a, b) => (a.names.pupil ?? '').localeCompare(b.names.pupil ?? ''));
  }

  /** Takes a report away, for whoever made it. Throws `not-found` for somebody else's. */
  async remove(actor: Actor, id: number): Promise<void> {
    const report = await this.#find(actor, id);
    if (report.madeBy !== actor.userId) throw new AppError('forbidden', 'not-the-maker', 'Somebody else made it.');
    await this.#deps.keptReports.remove(id);
  }

  async #find(actor: Actor, id: number): Promise<StoredReport> {
    const report = await this.#deps.keptReports.find(id);
    if (!report) throw notFound('report');
    await this.#deps.reach.require(actor, report);
    return report;
  }

  async #viewOf(actor: Actor, report: StoredReport, compare: boolean): Promise<ReportView> {
    const sections = await this.#ownOf(actor, report);
    const ids = sections.flatMap((section) =>
      section.kind === 'parts' && section.of === 'pupil' ? section.rows.flatMap((row) => row.id ?? []) : [],
    );
    const names = await this.#namesOf(actor, [report]);
    return {
      ...this.#shown(report, sections),
      names: names(report),
      maker: await this.#makerOf(report),
      pupils: await this.#pupilsOf(actor, report, ids),
      isStill: compare && report.state === 'done' ? await this.#isStill(actor, report, sections) : null,
    };
  }

  #shown(report: StoredReport, sections: ReportSection[]) {
    const { figures: _, ...line } = report;
    return { ...line, sections, isOfToday: line.metricsVersion === METRICS_VERSION };
  }

  /** Of several subjects those that the reader still supervises. */
  async #ownOf(actor: Actor, { kind, region, figures }: StoredReport): Promise<ReportSection[]> {
    if (kind !== 'region') return figures ?? [];
    const own = await this.#deps.users.listSupervision(actor.userId);
    const subjects = new Set(own.flatMap((one) => (one.region === region ? one.subject : [])));
    return (figures ?? []).filter(({ subject }) => subject !== undefined && subjects.has(subject));
  }

  /** How well units are known changes by the day, and is told as of the day. */
  async #isStill(actor: Actor, report: StoredReport, sections: readonly ReportSection[]): Promise<boolean> {
    const { period: name, firstDay: from, lastDay: to } = report;
    const today = await this.#deps.builder.build(actor, report, { name, from, to });
    const figures = (list: readonly ReportSection[]) => JSON.stringify(list.filter(({ kind }) => kind !== 'units'));
    return figures(today) === figures(sections);
  }

  async #whose(actor: Actor, studentId?: number): Promise<ReportsOf> {
    const { classes, users, reach } = this.#deps;
    switch (actor.role) {
      case 'class manager':
        return { classIds: (await classes.listOfManager(actor.userId)).map(({ id }) => id) };
      case 'school manager':
        if (actor.schoolId === null) throw notFound('school');
        return { schoolId: actor.schoolId };
      case 'regional supervisor':
        return { supervisorId: actor.userId, parts: await users.listSupervision(actor.userId) };
      default: {
        const id = studentId ?? actor.userId;
        const nothing = { schoolId: null, classId: null, subject: null, region: null };
        await reach.require(actor, { kind: 'pupil', studentId: id, ...nothing });
        return { studentId: id };
      }
    }
  }

  async #makerOf({ madeBy }: ReportLine): Promise<string | null> {
    if (madeBy === null) return null;
    return (await this.#deps.users.namesOf([madeBy])).get(madeBy) ?? null;
  }

  /** What these reports are about, in names. */
  async #namesOf(actor: Actor, lines: readonly ReportLine[]): Promise<(line: ReportLine) => ReportNames> {
    const { reportNames, users } = this.#deps;
    const ids = <Name extends 'schoolId' | 'classId' | 'studentId'>(name: Name) => [
      ...new Set(lines.flatMap((line) => line[name] ?? [])),
    ];
    const schools = await users.schoolNames(ids('schoolId'));
    const classes = await reportNames.classNames(ids('classId'));
    const [first] = lines;
    const pupils = first ? await this.#pupilsOf(actor, first, ids('studentId')) : new Map<number, string>();
    return ({ schoolId, classId, studentId }) => ({
      school: schools.get(schoolId ?? 0) ?? null,
      className: classes.get(classId ?? 0) ?? null,
      pupil: pupils.get(studentId ?? 0) ?? null,
    });
  }

  /** Names of those among these pupils whom the reader may know. */
  async #pupilsOf(actor: Actor, { schoolId }: ReportLine, ids: readonly number[]): Promise<Map<number, string>> {
    const { classes, users, reportNames } = this.#deps;
    switch (actor.role) {
      case 'class manager': {
        const own = await classes.listOfManager(actor.userId);
        const members = await classes.listMembers(own.map(({ id }) => id));
        const wanted = new Set(ids);
        return new Map(
          members.flatMap(({ studentId, firstName, lastName }) =>
            wanted.has(studentId) ? [[studentId, `${firstName} ${lastName}`] as const] : [],
          ),
        );
      }
      case 'school manager':
        return reportNames.namesInSchool(actor.schoolId ?? schoolId ?? 0, ids);
      case 'regional supervisor':
        return new Map();
      default:
        // The report of the own child, or the own: that it is theirs was asked before.
        return users.namesOf(ids);
    }
  }
}

/** Pupils of whom something is told. */
const pupilsIn = ({ studentId, pupils }: ReportView): number[] =>
  studentId === null ? [...pupils.keys()] : [studentId, ...pupils.keys()];
