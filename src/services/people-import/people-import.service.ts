import { setImmediate as breath } from 'node:timers/promises';
import type { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { inSlices } from '../../data/in-slices.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { ExternalIdRepo } from '../../data/roster/external-id.repo.ts';
import type { RosterWriterRepo } from '../../data/roster/roster-writer.repo.ts';
import type { SnapshotRepo } from '../../data/roster/snapshot.repo.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { normalizeUsername, usernameBase } from '../../domain/people/username.ts';
import { readCsvRoster } from '../../domain/roster/csv/read-csv-roster.ts';
import { foldName } from '../../domain/roster/fold-word.ts';
import { readOneRoster } from '../../domain/roster/oneroster/read-one-roster.ts';
import { makePlan } from '../../domain/roster/plan/make-plan.ts';
import type { Decisions, PlannedEnrolment, RosterPlan } from '../../domain/roster/plan/plan.ts';
import { type ResolvedSchools, resolveSchools } from '../../domain/roster/plan/resolve-schools.ts';
import type { KnownSchool, Snapshot } from '../../domain/roster/plan/snapshot.ts';
import { RosterProblems } from '../../domain/roster/problem.ts';
import { countsOf, describePlan, type RosterReport } from '../../domain/roster/report.ts';
import type { Roster, RosterFormat } from '../../domain/roster/roster.ts';
import type { Table } from '../../domain/roster/table.ts';
import type { Clock } from '../../shared/instant.ts';
import { type RosterFile, readTable } from './read-table.ts';
import { fingerprintOf, refuseMore, refuseSurprises } from './refuse-more.ts';
import { refuseProblems } from './refuse-problems.ts';

export interface PeopleImportDeps {
  db: DatabaseManager;
  snapshots: SnapshotRepo;
  externalIds: ExternalIdRepo;
  rosters: RosterWriterRepo;
  gradeEnrolments: GradeEnrolmentRepo;
  audit: AuditRepo;
  clock: Clock;
}

export interface PeopleImportRequest {
  /** What it is called in the report. */
  source: string;
  files: readonly RosterFile[];
  format: RosterFormat;
  /** The only school that may be touched; null: all. */
  schoolId: number | null;
  /** What the file calls that school, where its name is another there. */
  org: string | null;
  /** Where new schools are. */
  region: string | null;
  /** Files of ours: they hold everybody, and who is missing is gone. */
  whole: boolean;
  decisions: Decisions;
  confirmLargeChange: boolean;
  dryRun: boolean;
  /** What was looked at before; another outcome is refused. Null: nothing was. */
  fingerprint: string | null;
  /** Who does it; null for the command. */
  actorId: number | null;
  /** How many rows all files together may have, where somebody waits for it; absent: each file has its own bound. */
  mostRows?: number;
}

interface ReadFiles {
  roster: Roster;
  problems: RosterProblems;
}

export type OnProgress = (what: string) => void;

/** Brings people in from files of ours and from OneRoster: all of a file or nothing of it. */
export class PeopleImportService {
  readonly #deps: PeopleImportDeps;

  constructor(deps: PeopleImportDeps) {
    this.#deps = deps;
  }

  /**
   * Reads, compares with what is there and, unless it is a trial, saves in one transaction. Throws `invalid-input`
   * (`bad-people-file`) with every problem of the files; `conflict` (`large-change`) where more than half of a school would change
   * and nobody confirmed it, (`changed-meanwhile`) where it is not what was looked at. Whatever fails, nothing is changed.
   */
  async importPeople(request: PeopleImportRequest, onProgress: OnProgress = () => {}): Promise<RosterReport> {
    const read = await this.#read(request, onProgress);
    await breath();
    if (request.dryRun || read.problems.count > 0) return (await this.#plan(read, request)).report;
    return this.#deps.db.tx(async () => {
      const { plan, report, snapshot } = await this.#plan(read, request);
      onProgress(`${plan.people.add.length} people to add, ${plan.people.change.length} to change …`);
      refuseSurprises(report, request);
      await this.#save(plan, snapshot, request, onProgress);
      return report;
    });
  }

  /** Throws `invalid-input` with what is wrong with files by themselves, where nobody knows yet what to compare them with. */
  async checkFiles(request: Pick<PeopleImportRequest, 'files' | 'format' | 'whole'>): Promise<void> {
    const { roster, problems } = await this.#read(request, () => {});
    refuseProblems(problems, roster);
  }

  async listSchools(): Promise<KnownSchool[]> {
    return this.#deps.snapshots.listSchools();
  }

  /** The school of this name. Throws `not-found` with the names that there are. */
  async schoolNamed(name: string): Promise<KnownSchool> {
    const schools = await this.listSchools();
    const found = schools.find((school) => foldName(school.name) === foldName(name));
    if (found) return found;
    const names = schools.map((school) => school.name).join(', ') || 'there is none yet';
    throw new AppError('not-found', 'unknown-school', `No school is called "${name}". Allowed: ${names}.`);
  }

  /** Finds out whom `--same ID=USERNAME` means. */
  async findUser(username: string): Promise<number> {
    const row = await this.#deps.db.run((db) =>
      db.selectFrom('users').select('id').where('username', '=', normalizeUsername(username)).executeTakeFirst(),
    );
    if (row) return row.id;
    throw new AppError('not-found', 'unknown-person', `Nobody has the username "${username}".`);
  }

  async #read(
    { files, format, whole, mostRows }: Pick<PeopleImportRequest, 'files' | 'format' | 'whole' | 'mostRows'>,
    onProgress: OnProgress,
  ): Promise<ReadFiles> {
    const problems = new RosterProblems();
    const notes: string[] = [];
    const tables: Table[] = [];
    const unread: string[] = [];
    for (const file of files) {
      const table = await readTable(file, problems, (what) => notes.push(what));
      if (table) onProgress(`${file.name}: ${table.rows.length} rows read …`);
      if (table) tables.push(table);
      else unread.push(file.name);
      await breath();
    }
    refuseMore(tables, mostRows);
    const today = new Date(this.#deps.clock.now()).toISOString().slice(0, 10);
    const roster =
      format === 'csv'
        ? await inSlices(readCsvRoster(tables, { today, whole, unread }, problems))
        : await inSlices(readOneRoster(tables, { today, unread }, problems));
    roster.notes.unshift(...notes);
    return { roster, problems };
  }

  /** What the file would do. Where something is wrong with it this is worked out all the same, for what else could not be done. */
  async #plan({ roster, problems }: ReadFiles, request: PeopleImportRequest) {
    if (roster.partial) refuseProblems(problems, roster);
    const schools = await this.#resolveSchools(roster, request, problems);
    const snapshot = await this.#snapshot(roster, schools, request);
    const limitedTo = request.schoolId;
    const base = { roster, snapshot, schools, limitedTo, year: this.#schoolYear() };
    const plan = await inSlices(makePlan({ ...base, decisions: request.decisions }));
    refuseProblems(problems, plan);
    const undecided = request.decisions.size === 0 ? plan : await inSlices(makePlan({ ...base, decisions: new Map() }));
    const { source, format, dryRun } = request;
    await breath();
    const described = describePlan(plan, snapshot);
    await breath();
    const fingerprint = fingerprintOf(undecided === plan ? described : describePlan(undecided, snapshot));
    await breath();
    const report: RosterReport = { source, format, dryRun, ...described, fingerprint };
    return { plan, snapshot, report };
  }

  async #resolveSchools(
    roster: Roster,
    request: PeopleImportRequest,
    problems: RosterProblems,
  ): Promise<ResolvedSchools> {
    const { snapshots, externalIds } = this.#deps;
    const all = await snapshots.listSchools();
    const scopes = request.schoolId === null ? [0, ...all.map(({ id }) => id)] : [request.schoolId, 0];
    const ids = await externalIds.list(roster.format, scopes, 'school');
    const only = all.find(({ id }) => id === request.schoolId) ?? null;
    const regions = await snapshots.listRegions();
    const { org, region } = request;
    const schools = resolveSchools({ roster, all, externalIds: ids, only, org, region, regions }, problems);
    if (
      roster.format === 'csv' &&
      schools.home === null &&
      roster.people.some(({ school, role }) => school === undefined && role !== 'parent')
    ) {
      refuseProblems(problems, roster);
      const names = all.map(({ name }) => name).join(', ') || 'there is none yet';
      throw new AppError(
        'invalid-input',
        'no-school',
        `The file does not say of which school the people are. Say --school NAME: ${names}.`,
      );
    }
    return schools;
  }

  async #snapshot(roster: Roster, { covered }: ResolvedSchools, { schoolId }: PeopleImportRequest): Promise<Snapshot> {
    const { snapshots, externalIds, gradeEnrolments } = this.#deps;
    const schoolIds = covered.map(({ id }) => id);
    const ids = await externalIds.list(roster.format, schoolId === null ? [0, ...schoolIds] : [schoolId, 0]);
    const people = await snapshots.listPeople({ schoolIds, andParentsOfNone: schoolId === null });
    const reached = new Set(people.map(({ id }) => id));
    const known = new Set(
      ids.filter(({ kind, ourId }) => kind === 'user' && reached.has(ourId)).map((one) => one.externalId),
    );
    return {
      schools: covered,
      people,
      classes: await snapshots.listClasses(schoolIds),
      members: await snapshots.listMembers(schoolIds),
      links: await snapshots.listLinks(schoolIds),
      courses: await gradeEnrolments.listMandatory(),
      enrolments: await gradeEnrolments.listOfSchools(schoolIds),
      externalIds: ids.filter(({ kind, ourId }) => kind !== 'user' || reached.has(ourId)),
      usernames: await this.#usernames(roster, known),
      emails: await snapshots.holdersOf([...new Set(roster.people.flatMap(({ email }) => email ?? []))]),
    };
  }

  /** Usernames that may be in the way of those whom the file wishes, or that are made of names. */
  async #usernames(roster: Roster, known: ReadonlySet<string>): Promise<Set<string>> {
    const { snapshots } = this.#deps;
    const fresh = roster.people.filter(({ id }) => !known.has(id));
    const bases = fresh.map(({ firstName, lastName }) => usernameBase(firstName, lastName));
    const wished = roster.people.flatMap(({ username }) =>
      username === undefined ? [] : [normalizeUsername(username)],
    );
    const taken = await snapshots.usernamesInTheWay([...new Set([...wished, ...bases])], []);
    const often = [...Map.groupBy(bases, (base) => base)].filter(([base, all]) => all.length > 1 || taken.has(base));
    const numbered = await snapshots.usernamesInTheWay(
      [],
      often.map(([base]) => base),
    );
    return taken.union(numbered);
  }

  async #save(
    plan: RosterPlan,
    snapshot: Snapshot,
    request: PeopleImportRequest,
    onProgress: OnProgress,
  ): Promise<void> {
    const { rosters, gradeEnrolments, externalIds, audit, clock } = this.#deps;
    const now = clock.now();
    const total = plan.people.add.length;
    const ids = await rosters.write(plan, now, (done) => onProgress(`${done} of ${total} people added …`));
    const enrolments = ({ person, course }: PlannedEnrolment) => {
      const studentId = typeof person === 'number' ? person : (ids.people.get(person) ?? 0);
      return { studentId, courseId: course.id };
    };
    await gradeEnrolments.add(plan.enrolments.add.map(enrolments));
    await gradeEnrolments.remove(plan.enrolments.remove.map(enrolments));
    const at = { user: ids.people, class: ids.classes, school: ids.schools };
    const remembered = plan.remember.map(({ kind, externalId, ref, modified }) => ({
      kind,
      externalId,
      modified,
      ourId: typeof ref === 'number' ? ref : (at[kind].get(ref) ?? 0),
    }));
    await externalIds.save(request.format, request.schoolId ?? 0, remembered);
    const counts = countsOf({
      ...describePlan(plan, snapshot),
      source: '',
      format: request.format,
      dryRun: false,
      fingerprint: '',
    });
    const schoolIds = [...snapshot.schools.map(({ id }) => id), ...ids.schools.values()];
    await audit.addMany(
      schoolIds.map((schoolId) => ({
        actorId: request.actorId,
        action: 'import people',
        schoolId,
        details: { source: request.source, format: request.format, ...counts },
        now,
      })),
    );
  }

  /** A school year begins in the summer. */
  #schoolYear(): number {
    const today = new Date(this.#deps.clock.now());
    return today.getUTCMonth() >= 6 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  }
}
