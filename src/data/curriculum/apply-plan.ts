import type { CoursePlan, TestPlan, UnitPlan } from '../../domain/curriculum/import/import-plan.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { inChunks, insertedId, upsert } from '../db/sql.ts';
import { applyProblems, type CorrectedKey } from './apply-problems.ts';
import { type PublicationSummary, recordPublication } from './publication-record.ts';

/** Who brings a plan in, and from where. */
export interface Import {
  /** Null where a program does it. */
  by: number | null;
  /** Kept in the course's history. */
  note: string;
  now: Instant;
}

/**
 * Carries out the plan for a course, prerequisites of the course itself excepted, and writes down that it was published. Call it in
 * a transaction that the plan was made in. Answers with the ids of the course and of that record, and with the questions that
 * have another key now.
 */
export async function applyPlan(
  manager: DatabaseManager,
  plan: CoursePlan,
  { by, note, now }: Import,
): Promise<{ courseId: number; publicationId: number; corrected: CorrectedKey[] }> {
  const db = manager.handle();
  const courseId = plan.id ?? (await insertCourse(db, plan));
  if (plan.id !== null && plan.changes.length > 0) await updateCourse(db, courseId, plan);
  const positions = await insertUnits(db, courseId, plan);
  for (const unit of plan.units) await updateUnit(db, courseId, unit);
  await savePrerequisites(db, courseId, plan.units);
  if (plan.order !== null) await saveOrder(manager, courseId, plan.order.after, positions);
  const summary = summaryOf(plan);
  const record = { courseId, by, origin: 'import', note, summary, now } as const;
  const publication = await recordPublication(db, record);
  const corrected = await applyProblems(db, plan.problems, { courseId, publicationId: publication.id, by, now });
  for (const test of plan.tests) await saveTest(db, courseId, test);
  return { courseId, publicationId: publication.id, corrected };
}

/** How much of each kind a plan adds or changes. */
export function summaryOf(plan: CoursePlan): PublicationSummary {
  const published = plan.problems.filter(({ isDraft }) => !isDraft);
  return {
    ...(plan.changes.length > 0 ? { courses: 1 } : {}),
    units: plan.units.length,
    problems: published.length,
    questions: published.reduce((sum, problem) => sum + problem.steps.length, 0),
    ...(plan.tests.length > 0 ? { tests: plan.tests.length } : {}),
  };
}

async function insertCourse(db: Handle, { course }: CoursePlan): Promise<number> {
  const result = await db
    .insertInto('courses')
    .values({
      name: course.name,
      grade_level: course.gradeLevel,
      type: course.type,
      level: course.level,
      subject_name: course.subject,
      description: course.description,
      source: course.source,
      // The record of the import makes it 1.
      content_version: 0,
    })
    .executeTakeFirstOrThrow();
  return insertedId(result);
}

async function updateCourse(db: Handle, courseId: number, { course }: CoursePlan): Promise<void> {
  const { type, level, description } = course;
  await db.updateTable('courses').set({ type, level, description }).where('id', '=', courseId).execute();
}

/** Adds the new units behind those that are there; answers with the position of every unit. */
async function insertUnits(db: Handle, courseId: number, plan: CoursePlan): Promise<Map<string, number>> {
  const there = await db
    .selectFrom('learning_units')
    .select(['name', 'position'])
    .where('course_id', '=', courseId)
    .execute();
  const positions = new Map(there.map((row) => [row.name, row.position]));
  const fresh = plan.units.filter((unit) => unit.isNew);
  let next = Math.max(-1, ...positions.values()) + 1;
  for (const { name } of fresh) positions.set(name, next++);
  const rows = fresh.map(({ name, unit }) => ({
    course_id: courseId,
    name,
    type: unit.type,
    weight: unit.weight,
    estimated_duration_minutes: unit.estimatedDurationMinutes,
    description: unit.description,
    position: positions.get(name) ?? 0,
  }));
  for (const chunk of inChunks(rows, 200)) await db.insertInto('learning_units').values(chunk).execute();
  return positions;
}

async function updateUnit(db: Handle, courseId: number, { name, unit, isNew }: UnitPlan): Promise<void> {
  if (isNew) return;
  await db
    .updateTable('learning_units')
    .set({
      type: unit.type,
      weight: unit.weight,
      estimated_duration_minutes: unit.estimatedDurationMinutes,
      description: unit.description,
    })
    .where('course_id', '=', courseId)
    .where('name', '=', name)
    .execute();
}

/** Only those of units that are new or change theirs. */
async function savePrerequisites(db: Handle, courseId: number, units: readonly UnitPlan[]): Promise<void> {
  const touched = units.filter(({ isNew, changes }) => isNew || changes.some(({ what }) => what === 'prerequisites'));
  const changed = touched.filter(({ isNew }) => !isNew).map(({ name }) => name);
  for (const chunk of inChunks(changed)) {
    await db
      .deleteFrom('learning_unit_prerequisites')
      .where('course_id', '=', courseId)
      .where('unit_name', 'in', chunk)
      .execute();
  }
  const edges = touched.flatMap(({ name, unit }) =>
    unit.prerequisites.map((first) => ({ course_id: courseId, unit_name: name, prerequisite_name: first })),
  );
  for (const chunk of inChunks(edges)) await db.insertInto('learning_unit_prerequisites').values(chunk).execute();
}

/** Positions and neighbours of all units; only those that change are written. */
async function saveOrder(
  manager: DatabaseManager,
  courseId: number,
  order: readonly string[],
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  const db = manager.handle();
  const rows = await db
    .selectFrom('learning_units')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('name', 'in', [...order])
    .execute();
  const slots = order.map((name) => positions.get(name) ?? 0).sort((a, b) => a - b);
  const byName = new Map(rows.map((row) => [row.name, row]));
  const changed = order.flatMap((name, index) => {
    const row = byName.get(name);
    const position = slots[index] ?? index;
    const [before, after] = [order[index - 1] ?? null, order[index + 1] ?? null];
    if (!row) return [];
    const same = row.position === position && row.previous_learning_unit === before && row.next_learning_unit === after;
    return same ? [] : [{ ...row, position, previous_learning_unit: before, next_learning_unit: after }];
  });
  await upsert(manager, 'learning_units', ['course_id', 'name'], changed);
}

async function saveTest(db: Handle, courseId: number, { id, test }: TestPlan): Promise<void> {
  const { type, durationMinutes, questionCount, link } = test;
  const values = {
    type,
    duration_minutes: durationMinutes,
    ...(questionCount === undefined ? {} : { question_count: questionCount }),
    ...(link === undefined ? {} : { link }),
  };
  const testId = id ?? (await insertTest(db, { course_id: courseId, name: test.name, ...values }));
  if (id !== null) {
    await db.updateTable('tests').set(values).where('id', '=', id).execute();
    await db.deleteFrom('tests_learning_units').where('test_id', '=', id).execute();
  }
  const units = Object.entries(test.units).map(([unitName, weight]) => ({
    test_id: testId,
    course_id: courseId,
    unit_name: unitName,
    weight,
  }));
  for (const chunk of inChunks(units)) await db.insertInto('tests_learning_units').values(chunk).execute();
}

async function insertTest(
  db: Handle,
  values: {
    course_id: number;
    name: string;
    type: TestPlan['test']['type'];
    duration_minutes: number;
    question_count?: number | null;
    link?: string | null;
  },
): Promise<number> {
  return insertedId(await db.insertInto('tests').values(values).executeTakeFirstOrThrow());
}
