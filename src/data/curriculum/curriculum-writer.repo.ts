import { createHash } from 'node:crypto';
import { prerequisiteGraph } from '../../domain/curriculum/check-draft.ts';
import type {
  CourseDraft,
  FigureDraft,
  ProblemDraft,
  QaDraft,
  UnitDraft,
} from '../../domain/curriculum/curriculum-draft.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { inChunks, insertedId } from '../db/sql.ts';
import { recordPublication } from './publication-record.ts';

/** What a course brought: how much of it was new. Saving the same draft again adds nothing. */
export interface SavedCourse {
  courseId: number;
  added: { units: number; problems: number; questions: number };
}

/** Writes curricula. Callers begin the transaction: a course is saved as a whole or not at all. */
export class CurriculumWriterRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Makes sure that the subjects exist. */
  async addSubjects(names: readonly string[]): Promise<void> {
    await this.#db.tx(async (db) => {
      const known = await db.selectFrom('subjects').select('name').execute();
      const missing = [...new Set(names)].filter((name) => !known.some((row) => row.name === name));
      if (missing.length > 0)
        await db
          .insertInto('subjects')
          .values(missing.map((name) => ({ name })))
          .execute();
    });
  }

  /**
   * Saves a course that `checkDraft` found nothing wrong with. A course of the same subject, grade and name is extended: units
   * and problems (by source key) that are there already stay as they are. What is new is published at once, with a record that
   * names who did it (nobody where a program did).
   */
  async saveCourse(course: CourseDraft, source: string, now: Instant, by: number | null = null): Promise<SavedCourse> {
    return this.#db.tx(async (db) => {
      const courseId = (await findCourse(db, course)) ?? (await insertCourse(db, course, source));
      const units = await insertUnits(db, courseId, course.units);
      const known = await knownKeys(db, courseId);
      let problems = 0;
      let questions = 0;
      for (const unit of course.units) {
        const fresh = unit.problems.filter((problem) => !known.has(keyOf(problem)));
        for (const [index, problem] of fresh.entries()) {
          questions += await insertProblem(
            db,
            { courseId, unitName: unit.name, position: known.size + index },
            problem,
            now,
          );
        }
        problems += fresh.length;
      }
      if (problems + units > 0) {
        const summary = { units, problems, questions };
        await recordPublication(db, { courseId, by, origin: 'import', note: source, summary, now });
      }
      await insertTests(db, courseId, course);
      return { courseId, added: { units, problems, questions } };
    });
  }

  /** Links courses to the courses that should be done first; names that do not exist are left out. */
  async savePrerequisites(courses: readonly CourseDraft[]): Promise<void> {
    await this.#db.tx(async (db) => {
      const rows = await db.selectFrom('courses').select(['id', 'name', 'subject_name']).execute();
      for (const course of courses) {
        const own = rows.find((row) => row.name === course.name && row.subject_name === course.subject);
        for (const name of course.prerequisites ?? []) {
          const first = rows.find((row) => row.name === name);
          if (!own || !first || own.id === first.id) continue;
          const edge = { course_id: own.id, prerequisite_id: first.id };
          const there = await db
            .selectFrom('courses_prerequisites')
            .select('course_id')
            .where('course_id', '=', own.id)
            .where('prerequisite_id', '=', first.id)
            .executeTakeFirst();
          if (!there) await db.insertInto('courses_prerequisites').values(edge).execute();
        }
      }
    });
  }
}

async function findCourse(db: Handle, course: CourseDraft): Promise<number | undefined> {
  const row = await db
    .selectFrom('courses')
    .select('id')
    .where('subject_name', '=', course.subject)
    .where('grade_level', '=', course.gradeLevel)
    .where('name', '=', course.name)
    .executeTakeFirst();
  return row?.id;
}

async function insertCourse(db: Handle, course: CourseDraft, source: string): Promise<number> {
  const result = await db
    .insertInto('courses')
    .values({
      name: course.name,
      grade_level: course.gradeLevel,
      type: course.type,
      level: course.level,
      subject_name: course.subject,
      description: course.description,
      source,
      content_version: 1,
    })
    .executeTakeFirstOrThrow();
  return insertedId(result);
}

/** Adds the units that are missing after those that are there; answers how many. */
async function insertUnits(db: Handle, courseId: number, units: readonly UnitDraft[]): Promise<number> {
  const there = await db.selectFrom('learning_units').select('name').where('course_id', '=', courseId).execute();
  const known = new Set(there.map((row) => row.name));
  const fresh = units.filter((unit) => !known.has(unit.name));
  if (fresh.length === 0) return 0;
  await db
    .insertInto('learning_units')
    .values(
      fresh.map((unit, index) => ({
        course_id: courseId,
        name: unit.name,
        type: unit.type,
        weight: unit.weight,
        estimated_duration_minutes: Math.round(unit.estimatedDurationMinutes),
        description: unit.description,
        position: known.size + index,
        previous_learning_unit: fresh[index - 1]?.name ?? null,
        next_learning_unit: fresh[index + 1]?.name ?? null,
      })),
    )
    .execute();
  const graph = prerequisiteGraph(units);
  const edges = fresh.flatMap((unit) =>
    (graph.get(unit.name) ?? []).map((name) => ({
      course_id: courseId,
      unit_name: unit.name,
      prerequisite_name: name,
    })),
  );
  if (edges.length > 0) await db.insertInto('learning_unit_prerequisites').values(edges).execute();
  return fresh.length;
}

async function knownKeys(db: Handle, courseId: number): Promise<Set<string>> {
  const rows = await db.selectFrom('problems').select('source_key').where('course_id', '=', courseId).execute();
  return new Set(rows.flatMap((row) => (row.source_key === null ? [] : [row.source_key])));
}

/** The problem's own key in its source, or a fingerprint of what it asks, so that importing it twice adds nothing. */
function keyOf(problem: ProblemDraft): string {
  if (problem.sourceKey !== undefined) return problem.sourceKey;
  const asked = [problem.stem ?? '', ...problem.steps.map((step) => `${step.use}\0${step.question}`)].join('\0');
  return createHash('sha256').update(asked).digest('hex');
}

interface Place {
  courseId: number;
  unitName: string;
  position: number;
}

async function insertProblem(db: Handle, place: Place, problem: ProblemDraft, now: Instant): Promise<number> {
  const result = await db
    .insertInto('problems')
    .values({
      course_id: place.courseId,
      unit_name: place.unitName,
      title: (problem.title ?? '').slice(0, 480),
      source: problem.source.slice(0, 480),
      source_key: keyOf(problem),
      licence: problem.licence.slice(0, 480),
      position: place.position,
    })
    .executeTakeFirstOrThrow();
  const problemId = insertedId(result);
  for (const [position, figure] of (problem.figures ?? []).entries())
    await insertFigure(db, problemId, position, figure);
  for (const [step, qa] of problem.steps.entries())
    await insertQa(db, { ...place, problemId, step }, problem.stem ?? '', qa, now);
  return problem.steps.length;
}

async function insertFigure(db: Handle, problemId: number, position: number, figure: FigureDraft): Promise<void> {
  const hash = createHash('sha256').update(figure.bytes).digest('hex');
  const there = await db.selectFrom('figures').select('hash').where('hash', '=', hash).executeTakeFirst();
  if (!there) {
    await db.insertInto('figures').values({ hash, media_type: figure.mediaType, content: figure.bytes }).execute();
  }
  await db
    .insertInto('problem_figures')
    .values({ problem_id: problemId, position, hash, alt: figure.alt.slice(0, 480) })
    .execute();
}

async function insertQa(
  db: Handle,
  place: Place & { problemId: number; step: number },
  stem: string,
  qa: QaDraft,
  now: Instant,
): Promise<void> {
  const aliases = qa.aliases ?? [];
  const shared = { level: qa.level, kind: qa.kind, question: qa.question, answer: qa.answer };
  const inserted = await db
    .insertInto('qas')
    .values({
      ...shared,
      problem_id: place.problemId,
      step_index: place.step,
      course_id: place.courseId,
      unit_name: place.unitName,
      type: qa.use,
      aliases: aliases.join('\n'),
    })
    .executeTakeFirstOrThrow();
  const qaId = insertedId(inserted);
  const revision = await db
    .insertInto('qa_revisions')
    .values({
      ...shared,
      qa_id: qaId,
      number: 1,
      created_at: toStored(now),
      stem,
      tolerance: qa.tolerance ?? null,
      unit: qa.unit ?? null,
      accepted_answers: JSON.stringify(qa.acceptedAnswers ?? []),
      choices: JSON.stringify(qa.choices ?? []),
      aliases: JSON.stringify(aliases),
      hints: JSON.stringify(qa.hints),
      worked_example: qa.workedExample ?? '',
      explanation: qa.explanation,
      wrong_answers: JSON.stringify(qa.wrongAnswers ?? []),
    })
    .executeTakeFirstOrThrow();
  await db
    .updateTable('qas')
    .set({ revision_id: insertedId(revision) })
    .where('id', '=', qaId)
    .execute();
}

async function insertTests(db: Handle, courseId: number, course: CourseDraft): Promise<void> {
  const there = await db.selectFrom('tests').select('name').where('course_id', '=', courseId).execute();
  const known = new Set(there.map((row) => row.name));
  for (const test of (course.tests ?? []).filter((draft) => !known.has(draft.name))) {
    const result = await db
      .insertInto('tests')
      .values({ course_id: courseId, name: test.name, type: test.type, duration_minutes: test.durationMinutes })
      .executeTakeFirstOrThrow();
    const units = Object.entries(test.units).map(([unitName, weight]) => ({
      test_id: insertedId(result),
      course_id: courseId,
      unit_name: unitName,
      weight,
    }));
    for (const chunk of inChunks(units)) await db.insertInto('tests_learning_units').values(chunk).execute();
  }
}
