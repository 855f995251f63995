import { createHash } from 'node:crypto';
import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { AppliedPlans, CurriculumWriterRepo } from '../../data/curriculum/curriculum-writer.repo.ts';
import type { EnrolmentRepo } from '../../data/curriculum/enrolment.repo.ts';
import type { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { pauses } from '../../data/in-slices.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { queueRegrade } from '../../data/jobs/queue-regrade.ts';
import type { RegradeRepo } from '../../data/study-session/regrade.repo.ts';
import { checkDraft, type DraftProblem, repeatedCourses } from '../../domain/curriculum/check-draft.ts';
import { SUBJECTS } from '../../domain/curriculum/curriculum.ts';
import type { CourseDraft, CurriculumDraft } from '../../domain/curriculum/curriculum-draft.ts';
import type { CoursePlan } from '../../domain/curriculum/import/import-plan.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { KnownHere } from './import-format.ts';
import { amountOf, type ImportReport, reportedCourse } from './import-report.ts';
import { countJudgedAgain } from './judged-again.ts';

export interface CurriculumImportDeps {
  db: DatabaseManager;
  writer: CurriculumWriterRepo;
  agents: AgentRepo;
  enrolments: EnrolmentRepo;
  gradeEnrolments: GradeEnrolmentRepo;
  items: ItemRepo;
  regrades: RegradeRepo;
  jobs: JobRepo;
  clock: Clock;
}

export interface ImportOptions {
  /** Where it comes from, as it is kept with the courses. */
  source: string;
  /** Say what would be done, and do nothing. */
  dryRun?: boolean;
  /** Usernames of pupils who shall study the courses, or all pupils; a mandatory course is everybody's in its grade besides. */
  enrol?: readonly string[] | 'all';
  /** Who brings it in; nobody where a program does. */
  by?: number;
  /** The only subjects whose courses are taken; all when absent. */
  subjects?: readonly string[];
  /** Do it only if it is what a dry run with this fingerprint said. */
  fingerprint?: string;
}

/** What came of a draft; the reader of a format adds what it did not take. */
export type SavedImport = Omit<ImportReport, 'notes'>;

/** The teacher of a subject that nobody has given one yet. */
const NEW_TEACHER = 'Lamda';
const MOST_PROBLEMS = 100;

/** Brings curricula in, whole or not at all. */
export class CurriculumImportService {
  readonly #deps: CurriculumImportDeps;

  constructor(deps: CurriculumImportDeps) {
    this.#deps = deps;
  }

  /** What a reader has to know of what is here. `own`: the only subjects whose courses are taken. */
  async whatIsHere(own?: readonly string[]): Promise<KnownHere> {
    const faultsOf = (courses: readonly CourseDraft[]) => this.#deps.writer.listFaults(courses);
    return { subjects: await this.#knownSubjects(), own, faultsOf };
  }

  /**
   * Saves a curriculum in one transaction: courses, a teacher for each subject that has none, and the enrolments that were asked
   * for. What is there already is changed where the draft says something else, and nothing is removed. Where a question gets another
   * key, it queues that the answers that pupils gave are judged again. Throws `invalid-input` for a draft with problems or an unknown
   * pupil, and `conflict` when it is no longer what the dry run said; whatever fails, the database is as it was.
   */
  async importCurriculum(draft: CurriculumDraft, options: ImportOptions): Promise<SavedImport> {
    const strangers = await this.unknownPupils(options.enrol);
    const wrong = [...checkDraft(draft), ...(await this.#unknownSubjects(draft))];
    if (wrong.length > 0 || strangers.length > 0) {
      const problems = [...wrong, ...(await this.#wrongHere(draft))];
      throw problems.length === 0 ? unknownPupil(strangers) : withUnknownPupils(badCurriculum(problems), strangers);
    }
    const { courses, refused } = ofSubjects(draft, options.subjects);
    if (courses.length === 0 && refused.length > 0) throw otherSubjects(refused);
    const allowed = { ...draft, courses };
    return options.dryRun ? this.#try(allowed, options, refused) : this.#save(allowed, options, refused);
  }

  /** Usernames among those who shall be enrolled that no pupil has. */
  async unknownPupils(enrol: readonly string[] | 'all' = []): Promise<string[]> {
    if (enrol === 'all' || enrol.length === 0) return [];
    const names = enrol.map(plainName);
    const found = await this.#deps.enrolments.findPupils(names);
    return names.filter((name) => !found.has(name));
  }

  /** What the courses that are here say against a draft of which something else is wrong as well. */
  async #wrongHere(draft: CurriculumDraft): Promise<DraftProblem[]> {
    if (repeatedCourses(draft).length > 0) return [];
    const faults = (await this.#deps.writer.listFaults(draft.courses)).filter(({ isWrong }) => isWrong);
    return faults.map(({ course, problem }) => ({ where: `course "${course}"`, problem }));
  }

  async #try(
    draft: CurriculumDraft,
    options: ImportOptions,
    refused: CurriculumDraft['courses'],
  ): Promise<SavedImport> {
    const { writer, agents } = this.#deps;
    const { plans, problems } = await writer.planCourses(draft.courses, options.source);
    refuse(problems);
    const pupils = await this.#pupilsOf(options.enrol);
    const newTeachers: string[] = [];
    for (const subject of subjectsOf(draft)) if (!(await agents.findTeacher(subject))) newTeachers.push(subject);
    const enrolled = await this.#unenrolled(plans, pupils);
    const judgedAgain = await countJudgedAgain(this.#deps, plans);
    return { ...(await reported(draft, plans, options, refused)), newTeachers, enrolled, judgedAgain };
  }

  async #save(
    draft: CurriculumDraft,
    options: ImportOptions,
    refused: CurriculumDraft['courses'],
  ): Promise<SavedImport> {
    const { db, writer, agents, enrolments, clock } = this.#deps;
    return db.tx(async () => {
      const { plans, problems } = await writer.planCourses(draft.courses, options.source);
      refuse(problems);
      const report = await reported(draft, plans, options, refused);
      if (options.fingerprint !== undefined && options.fingerprint !== report.fingerprint) throw planChanged();
      const judgedAgain = await countJudgedAgain(this.#deps, plans);
      const pupils = await this.#pupilsOf(options.enrol);
      await writer.addSubjects(subjectsOf(draft));
      const how = { by: options.by ?? null, note: options.source, now: clock.now() };
      let enrolled = 0;
      const { ids, corrected } = await writer.applyPlans(plans, how);
      for (const [index, id] of ids.entries()) {
        enrolled += await enrolments.enrol(id, await this.#pupilsFor(plans[index], pupils));
      }
      await this.#regrade(corrected, how.now);
      const newTeachers: string[] = [];
      for (const subject of subjectsOf(draft)) {
        if (await agents.addTeacherWhereMissing(subject, NEW_TEACHER)) newTeachers.push(subject);
      }
      return { ...report, newTeachers, enrolled, judgedAgain };
    });
  }

  /** Only what somebody has answered: a file may correct the keys of a whole course. */
  async #regrade(corrected: AppliedPlans['corrected'], now: Instant): Promise<void> {
    const { regrades, jobs } = this.#deps;
    const answered = await regrades.listAnswered(corrected.map(({ qaId }) => qaId));
    for (const key of corrected) if (answered.has(key.qaId)) await queueRegrade(jobs, key, now);
  }

  async #unknownSubjects(draft: CurriculumDraft): Promise<DraftProblem[]> {
    const known = await this.#knownSubjects();
    const unknown = draft.courses.filter(({ subject }) => !known.includes(subject));
    return unknown.map(({ name, subject }) => ({
      where: `course "${name}"`,
      problem: `read the subject "${subject}"; allowed is ${known.join(', ')}`,
    }));
  }

  async #knownSubjects(): Promise<string[]> {
    return [...new Set<string>([...SUBJECTS, ...(await this.#deps.writer.listSubjects())])];
  }

  async #unenrolled(plans: readonly CoursePlan[], pupils: readonly number[]): Promise<number> {
    let count = 0;
    for (const plan of plans) {
      const there = new Set(plan.id === null ? [] : await this.#deps.enrolments.listEnrolledIds(plan.id));
      count += (await this.#pupilsFor(plan, pupils)).filter((pupil) => !there.has(pupil)).length;
    }
    return count;
  }

  async #pupilsFor(plan: CoursePlan | undefined, pupils: readonly number[]): Promise<number[]> {
    if (plan?.course.type !== 'mandatory') return [...pupils];
    return [...new Set([...pupils, ...(await this.#deps.gradeEnrolments.listGrade(plan.course.gradeLevel))])];
  }

  async #pupilsOf(enrol: readonly string[] | 'all' = []): Promise<number[]> {
    if (enrol === 'all') return this.#deps.enrolments.listPupilIds();
    const found = await this.#deps.enrolments.findPupils(enrol.map(plainName));
    return [...new Set(found.values())];
  }
}

const subjectsOf = (draft: CurriculumDraft): string[] => [...new Set(draft.courses.map(({ subject }) => subject))];

function ofSubjects({ courses }: CurriculumDraft, subjects: readonly string[] | undefined) {
  const allowed = (course: { subject: string }) => subjects === undefined || subjects.includes(course.subject);
  return { courses: courses.filter(allowed), refused: courses.filter((course) => !allowed(course)) };
}

async function reported(
  draft: CurriculumDraft,
  plans: readonly CoursePlan[],
  { source, dryRun = false }: ImportOptions,
  refused: CurriculumDraft['courses'],
): Promise<Omit<SavedImport, 'newTeachers' | 'enrolled' | 'judgedAgain'>> {
  return {
    source,
    dryRun,
    taken: amountOf(draft),
    courses: draft.courses.flatMap((course, index) => {
      const plan = plans[index];
      return plan ? [reportedCourse(course, plan)] : [];
    }),
    notTaken: [
      ...refused.map(({ name, subject }) => ({ id: name, reason: `its subject, ${subject}, is not one of yours` })),
      ...plans.flatMap(({ left }) => left),
    ],
    fingerprint: await fingerprintOf(plans),
  };
}

/** A hash of all that plans add and change, pictures by their size. */
async function fingerprintOf(plans: readonly CoursePlan[]): Promise<string> {
  const pause = pauses();
  const hash = createHash('sha256');
  for (const { problems, left: _, ...plan } of plans) {
    hash.update(JSON.stringify(plan));
    for (const { figures, ...problem } of problems) {
      await pause();
      hash.update(JSON.stringify([problem, figures?.map(({ alt, bytes }) => [alt, bytes.length]) ?? null]));
    }
  }
  return hash.digest('hex');
}

function refuse(problems: readonly DraftProblem[]): void {
  if (problems.length > 0) throw badCurriculum(problems);
}

function badCurriculum(problems: readonly DraftProblem[]): AppError {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const more = problems.length - shown.length;
  const lines = shown.map(({ where, problem }) => `${where}: ${problem}`);
  if (more > 0) lines.push(`… and ${more} more`);
  return new AppError('invalid-input', 'bad-curriculum', `The curriculum cannot be saved.\n${lines.join('\n')}`, {
    details: { problems: shown, more },
  });
}

const plainName = (username: string): string => username.trim().toLowerCase();

const unknownPupil = (names: readonly string[]): AppError =>
  new AppError('invalid-input', 'unknown-pupil', strangersLine(names), { details: { unknownPupils: names } });

/** The refusal of a file, with the usernames that no pupil has said besides. */
export function withUnknownPupils({ kind, code, message, details }: AppError, names: readonly string[]): AppError {
  if (names.length === 0) return new AppError(kind, code, message, { ...(details && { details }) });
  return new AppError(kind, code, `${message}\n${strangersLine(names)}`, {
    details: { ...details, unknownPupils: names },
  });
}

const strangersLine = (names: readonly string[]): string =>
  `No pupil has the username ${names.map((name) => `"${name}"`).join(', ')}.`;

function otherSubjects(refused: CurriculumDraft['courses']): AppError {
  const lines = refused.slice(0, MOST_PROBLEMS).map(({ name, subject }) => `  ${name} (${subject})`);
  return new AppError(
    'invalid-input',
    'other-subjects',
    `None of its courses is of a subject of yours.\n${lines.join('\n')}`,
  );
}

function planChanged(): AppError {
  return new AppError(
    'conflict',
    'plan-changed',
    'The curriculum has changed since the trial, so this import would do something else now. Please look at it again.',
  );
}
