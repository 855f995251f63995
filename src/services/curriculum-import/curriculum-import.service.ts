import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { CurriculumWriterRepo, SavedCourse } from '../../data/curriculum/curriculum-writer.repo.ts';
import type { EnrolmentRepo } from '../../data/curriculum/enrolment.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { checkDraft } from '../../domain/curriculum/check-draft.ts';
import type { CourseDraft, CurriculumDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { Amount, ImportReport, ReportedCourse } from './import-report.ts';

export interface CurriculumImportDeps {
  db: DatabaseManager;
  writer: CurriculumWriterRepo;
  agents: AgentRepo;
  enrolments: EnrolmentRepo;
  clock: Clock;
}

export interface ImportOptions {
  /** Where it comes from, as it is kept with the courses. */
  source: string;
  /** Do everything, then take it back. */
  dryRun?: boolean;
  /** Usernames of pupils who shall study the courses, or all pupils. Nobody when absent. */
  enrol?: readonly string[] | 'all';
}

/** What came of a draft; the reader of a format adds what it did not take. */
export type SavedImport = Omit<ImportReport, 'notTaken' | 'notes'>;

/** The teacher of a subject that nobody has given one yet. */
const NEW_TEACHER = 'Lamda';

/** Carries the result of a trial out of the transaction that it undoes. */
class Trial extends Error {
  readonly saved: SavedImport;

  constructor(saved: SavedImport) {
    super('a trial');
    this.saved = saved;
  }
}

/** Brings curricula in, whole or not at all. */
export class CurriculumImportService {
  readonly #deps: CurriculumImportDeps;

  constructor(deps: CurriculumImportDeps) {
    this.#deps = deps;
  }

  /**
   * Saves a curriculum in one transaction: courses, a teacher for each subject that has none, and the enrolments that were asked
   * for. What is there already stays as it is. Throws `invalid-input` for a draft with problems or an unknown pupil; whatever
   * fails, the database is as it was.
   */
  async importCurriculum(draft: CurriculumDraft, options: ImportOptions): Promise<SavedImport> {
    const problems = checkDraft(draft);
    if (problems.length > 0) {
      const lines = problems.slice(0, 20).map(({ where, problem }) => `${where}: ${problem}`);
      throw new AppError('invalid-input', 'bad-curriculum', `The curriculum cannot be saved.\n${lines.join('\n')}`, {
        details: { problems },
      });
    }
    try {
      return await this.#deps.db.tx(async () => {
        const saved = await this.#save(draft, options);
        if (options.dryRun) throw new Trial(saved);
        return saved;
      });
    } catch (error) {
      if (error instanceof Trial) return error.saved;
      throw error;
    }
  }

  async #save(draft: CurriculumDraft, { source, dryRun = false, enrol = [] }: ImportOptions): Promise<SavedImport> {
    const { writer, agents, enrolments, clock } = this.#deps;
    const pupils = await this.#pupilsOf(enrol);
    const subjects = [...new Set(draft.courses.map((course) => course.subject))];
    await writer.addSubjects(subjects);
    const courses: ReportedCourse[] = [];
    let enrolled = 0;
    for (const course of draft.courses) {
      const saved = await writer.saveCourse(course, source, clock.now());
      enrolled += await enrolments.enrol(saved.courseId, pupils);
      courses.push(reported(course, saved));
    }
    await writer.savePrerequisites(draft.courses);
    const newTeachers: string[] = [];
    for (const subject of subjects) {
      if (await agents.addTeacherWhereMissing(subject, NEW_TEACHER)) newTeachers.push(subject);
    }
    return { source, dryRun, taken: amountOf(draft), courses, newTeachers, enrolled };
  }

  async #pupilsOf(enrol: readonly string[] | 'all'): Promise<number[]> {
    if (enrol === 'all') return this.#deps.enrolments.listPupilIds();
    const names = enrol.map((name) => name.trim().toLowerCase());
    const found = await this.#deps.enrolments.findPupils(names);
    const unknown = names.filter((name) => !found.has(name));
    if (unknown.length > 0) {
      throw new AppError(
        'invalid-input',
        'unknown-pupil',
        `No pupil has the username ${unknown.map((name) => `"${name}"`).join(', ')}.`,
      );
    }
    return [...found.values()];
  }
}

function reported(course: CourseDraft, { added }: SavedCourse): ReportedCourse {
  const problems = course.units.flatMap((unit) => unit.problems);
  return {
    name: course.name,
    subject: course.subject,
    gradeLevel: course.gradeLevel,
    units: course.units.map((unit) => unit.name),
    problems: problems.length,
    questions: problems.reduce((sum, problem) => sum + problem.steps.length, 0),
    added,
  };
}

function amountOf(draft: CurriculumDraft): Amount {
  const units = draft.courses.flatMap((course) => course.units);
  const problems = units.flatMap((unit) => unit.problems);
  const questions = problems.flatMap((problem) => problem.steps);
  return {
    courses: draft.courses.length,
    units: units.length,
    problems: problems.length,
    questions: questions.length,
    hints: questions.reduce((sum, question) => sum + question.hints.length, 0),
    figures: problems.reduce((sum, problem) => sum + (problem.figures?.length ?? 0), 0),
  };
}
