import { createHash } from 'node:crypto';
import { z } from 'zod';
import { QA_KINDS } from '../../domain/curriculum/curriculum.ts';
import type { CourseName } from '../../domain/curriculum/import/course-names.ts';
import type {
  StoredCourse,
  StoredFigure,
  StoredProblem,
  StoredStep,
  StoredTest,
  StoredUnit,
} from '../../domain/curriculum/import/stored-course.ts';
import { completeQa } from '../../domain/curriculum/import/stored-course.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { inChunks } from '../db/sql.ts';
import { pauses } from '../in-slices.ts';
import { draftsOf } from './import-drafts.ts';

/** Which courses are asked for: those for which all that is said holds. */
export interface WantedCourses {
  subjects?: readonly string[];
  name?: string;
  gradeLevel?: StoredCourse['gradeLevel'];
  courseId?: number;
}

export interface ListedCourse extends CourseName {
  id: number;
}

/** Whole courses as they are published, archived parts included: what an import compares with, and an export writes. */
export class StoredCourseRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The id of the course of this subject, grade and name. */
  async findId(subject: string, gradeLevel: string, name: string): Promise<number | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('courses')
        .select('id')
        .where('subject_name', '=', subject)
        .where('grade_level', '=', gradeLevel as StoredCourse['gradeLevel'])
        .where('name', '=', name)
        .executeTakeFirst(),
    );
    return row?.id;
  }

  /** Published courses, all or those that are wanted, by subject, grade as text, and name; without archived ones and drafts. */
  async listCourses({ subjects, name, gradeLevel, courseId }: WantedCourses = {}): Promise<ListedCourse[]> {
    if (subjects?.length === 0) return [];
    return this.#db.run((db) =>
      db
        .selectFrom('courses')
        .select(['id', 'name', 'subject_name as subject', 'grade_level as gradeLevel'])
        .where('archived_at', 'is', null)
        .where('draft_since', 'is', null)
        .$if(subjects !== undefined, (query) => query.where('subject_name', 'in', [...(subjects ?? [])]))
        .$if(name !== undefined, (query) => query.where('name', '=', name ?? ''))
        .$if(gradeLevel !== undefined, (query) => query.where('grade_level', '=', gradeLevel ?? '1st'))
        .$if(courseId !== undefined, (query) => query.where('id', '=', courseId ?? 0))
        .orderBy('subject_name')
        .orderBy('grade_level')
        .orderBy('name')
        .execute(),
    );
  }

  /** The course with everything in it. Ten queries, however large it is. */
  async getCourse(courseId: number): Promise<StoredCourse> {
    return this.#db.run(async (db) => {
      const problems = Map.groupBy(await problemsOf(db, courseId), ({ unitName }) => unitName);
      const frame = await this.getFrame(courseId);
      const units = frame.units.map((unit) => ({
        ...unit,
        problems: (problems.get(unit.name) ?? []).map(({ problem }) => problem),
      }));
      return { ...frame, units, drafts: await draftsOf(db, courseId) };
    });
  }

  /** The same without the problems of its units, and without drafts. */
  async getFrame(courseId: number): Promise<StoredCourse> {
    return this.#db.run(async (db) => {
      const course = await db.selectFrom('courses').selectAll().where('id', '=', courseId).executeTakeFirstOrThrow();
      const before = await db
        .selectFrom('courses_prerequisites')
        .innerJoin('courses', 'courses.id', 'courses_prerequisites.prerequisite_id')
        .select('courses.name')
        .where('courses_prerequisites.course_id', '=', courseId)
        .orderBy('courses.name')
        .execute();
      return {
        id: course.id,
        archived: course.archived_at !== null,
        name: course.name,
        subject: course.subject_name,
        gradeLevel: course.grade_level,
        type: course.type,
        level: course.level,
        description: course.description,
        source: course.source,
        prerequisites: before.map((row) => row.name),
        units: await unitsOf(db, courseId),
        tests: await testsOf(db, courseId),
        drafts: [],
      };
    });
  }

  /** The pictures with these content hashes. */
  async listFigures(hashes: readonly string[]): Promise<Map<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    for (const chunk of inChunks([...new Set(hashes)], 50)) {
      const rows = await this.#db.run((db) =>
        db.selectFrom('figures').select(['hash', 'content']).where('hash', 'in', chunk).execute(),
      );
      for (const row of rows) found.set(row.hash, row.content);
    }
    return found;
  }
}

async function unitsOf(db: Handle, courseId: number): Promise<StoredUnit[]> {
  const units = await db
    .selectFrom('learning_units')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('draft_since', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .execute();
  const edges = await db
    .selectFrom('learning_unit_prerequisites')
    .select(['unit_name', 'prerequisite_name'])
    .where('course_id', '=', courseId)
    .orderBy('prerequisite_name')
    .execute();
  const before = Map.groupBy(edges, (edge) => edge.unit_name);
  return units.map((unit) => ({
    name: unit.name,
    archived: unit.archived_at !== null,
    type: unit.type,
    weight: unit.weight,
    estimatedDurationMinutes: unit.estimated_duration_minutes,
    description: unit.description,
    prerequisites: (before.get(unit.name) ?? []).map((edge) => edge.prerequisite_name),
    problems: [],
  }));
}

async function problemsOf(db: Handle, courseId: number): Promise<{ unitName: string; problem: StoredProblem }[]> {
  const rows = await db
    .selectFrom('problems')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('draft_since', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const steps = Map.groupBy(await stepsOf(db, courseId), (step) => step.problemId);
  const figures = await figuresOf(db, courseId);
  return rows.flatMap((row) => {
    const own = steps.get(row.id) ?? [];
    const stem = (own.find(({ step }) => !step.archived) ?? own[0])?.stem ?? '';
    // A problem without any published question is still being written.
    if (own.length === 0) return [];
    const { id, title, source, licence, position } = row;
    const problem = { id, title, source, licence, position, stem, archived: row.archived_at !== null };
    const known = { steps: own.map(({ step }) => step), figures: figures.get(id) ?? [] };
    return [
      { unitName: row.unit_name, problem: { ...problem, ...known, key: row.source_key ?? madeKey(id, stem, own) } },
    ];
  });
}

/** The key of a problem that has none of its own: its number with a fingerprint, so that in another school it means no other. */
function madeKey(id: number, stem: string, steps: readonly { step: StoredStep }[]): string {
  const asked = [stem, ...steps.map(({ step }) => step.question)].join('\0');
  return `problem-${id}-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`;
}

const texts = z.array(z.string());
const choices = z.array(z.object({ id: z.string(), text: z.string() }));
const hints = z.array(
  z.object({
    text: z.string(),
    scaffold: z
      .object({
        question: z.string(),
        kind: z.enum(QA_KINDS),
        answer: z.string(),
        choices: choices.exactOptional(),
      })
      .exactOptional(),
  }),
);
const wrongAnswers = z.array(z.object({ answer: z.string(), feedback: z.string() }));

async function stepsOf(db: Handle, courseId: number) {
  const rows = await db
    .selectFrom('qas')
    .innerJoin('qa_revisions', 'qa_revisions.id', 'qas.revision_id')
    .selectAll('qa_revisions')
    .select(['qas.problem_id', 'qas.step_index', 'qas.archived_at', 'qas.type'])
    .where('qas.course_id', '=', courseId)
    .orderBy('qas.problem_id')
    .orderBy('qas.step_index')
    .execute();
  const pause = pauses();
  const steps: { problemId: number; stem: string; step: StoredStep }[] = [];
  for (const row of rows) {
    await pause();
    const step: StoredStep = {
      qaId: row.qa_id,
      revision: row.number,
      stepIndex: row.step_index,
      archived: row.archived_at !== null,
      ...completeQa({
        use: row.type,
        level: row.level,
        kind: row.kind,
        question: row.question,
        answer: row.answer,
        acceptedAnswers: texts.parse(JSON.parse(row.accepted_answers)),
        choices: choices.parse(JSON.parse(row.choices)),
        aliases: texts.parse(JSON.parse(row.aliases)),
        hints: hints.parse(JSON.parse(row.hints)),
        workedExample: row.worked_example,
        explanation: row.explanation,
        wrongAnswers: wrongAnswers.parse(JSON.parse(row.wrong_answers)),
      }),
      tolerance: row.tolerance,
      unit: row.unit,
    };
    steps.push({ problemId: row.problem_id, stem: row.stem, step });
  }
  return steps;
}

async function figuresOf(db: Handle, courseId: number): Promise<Map<number, StoredFigure[]>> {
  const rows = await db
    .selectFrom('problem_figures')
    .innerJoin('problems', 'problems.id', 'problem_figures.problem_id')
    .innerJoin('figures', 'figures.hash', 'problem_figures.hash')
    .select(['problem_figures.problem_id', 'problem_figures.alt', 'figures.hash', 'figures.media_type as mediaType'])
    .where('problems.course_id', '=', courseId)
    .orderBy('problem_figures.position')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.problem_id);
  return new Map(
    [...grouped].map(([id, own]) => [id, own.map(({ hash, mediaType, alt }) => ({ hash, mediaType, alt }))]),
  );
}

async function testsOf(db: Handle, courseId: number): Promise<StoredTest[]> {
  const tests = await db
    .selectFrom('tests')
    .select(['id', 'name', 'type', 'duration_minutes', 'question_count', 'link', 'archived_at'])
    .where('course_id', '=', courseId)
    .where('draft_since', 'is', null)
    .orderBy('name')
    .execute();
  const units = await db
    .selectFrom('tests_learning_units')
    .select(['test_id', 'unit_name', 'weight'])
    .where('course_id', '=', courseId)
    .orderBy('unit_name')
    .execute();
  const byTest = Map.groupBy(units, (row) => row.test_id);
  return tests.map((test) => ({
    id: test.id,
    name: test.name,
    type: test.type,
    durationMinutes: test.duration_minutes,
    questionCount: test.question_count,
    link: test.link,
    archived: test.archived_at !== null,
    units: Object.fromEntries((byTest.get(test.id) ?? []).map((row) => [row.unit_name, row.weight])),
  }));
}
