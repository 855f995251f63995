import type { ProblemPlan, StepPlan } from '../../domain/curriculum/import/import-plan.ts';
import { type CompleteQa, STEP_REMOVED } from '../../domain/curriculum/import/stored-course.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { inChunks } from '../db/sql.ts';
import { pauses } from '../in-slices.ts';
import { keepPicture, replaceFigures } from './figure-rows.ts';
import { saveDrafts } from './import-drafts.ts';

/** Rows in one statement: their texts are long. */
const CHUNK = 100;

interface Place {
  courseId: number;
  publicationId: number;
  by: number | null;
  now: Instant;
}

type Planned = ProblemPlan & { problemId: number };
type Adds = Extract<StepPlan, { does: 'add' }>;
type Changes = Extract<StepPlan, { does: 'change' }>;

/** A question whose key is another one now, and the revision that has it. */
export interface CorrectedKey {
  qaId: number;
  revisionId: number;
}

/**
 * Adds and changes problems with their figures and questions, many rows in a statement. Answers with the questions that have another
 * key now.
 */
export async function applyProblems(
  db: Handle,
  problems: readonly ProblemPlan[],
  place: Place,
): Promise<CorrectedKey[]> {
  await insertProblems(db, problems, place);
  const pause = pauses();
  for (const problem of problems) {
    await pause();
    await updateProblem(db, problem, place.courseId);
  }
  const all = await withIds(db, problems, place.courseId);
  await saveDrafts(
    db,
    all.filter(({ isDraft }) => isDraft),
    place,
  );
  const planned = all.filter(({ isDraft }) => !isDraft);
  await saveFigures(db, planned, place.now);
  await addQuestions(db, planned, place);
  await changeQuestions(db, planned, place);
  await takeOut(db, planned, place.now);
  return correctedKeys(db, planned);
}

async function insertProblems(db: Handle, problems: readonly ProblemPlan[], { courseId, now }: Place): Promise<void> {
  const last = await db
    .selectFrom('problems')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('course_id', '=', courseId)
    .executeTakeFirst();
  const first = Number(last?.position ?? -1) + 1;
  const rows = problems
    .filter((problem) => problem.id === null)
    .map(({ unitName, title, source, key, licence, isDraft }, index) => ({
      course_id: courseId,
      unit_name: unitName,
      title,
      source,
      source_key: key,
      licence,
      position: first + index,
      draft_since: isDraft ? toStored(now) : null,
    }));
  const pause = pauses();
  for (const chunk of inChunks(rows, CHUNK)) {
    await pause();
    await db.insertInto('problems').values(chunk).execute();
  }
}

async function updateProblem(db: Handle, problem: ProblemPlan, courseId: number): Promise<void> {
  const { id, unitName, title, source, licence, changes } = problem;
  if (id === null || changes.length === 0) return;
  await db.updateTable('problems').set({ title, source, licence, unit_name: unitName }).where('id', '=', id).execute();
  if (!changes.some(({ what }) => what === 'unit')) return;
  await db
    .updateTable('qas')
    .set({ unit_name: unitName })
    .where('problem_id', '=', id)
    .where('course_id', '=', courseId)
    .execute();
}

async function withIds(db: Handle, problems: readonly ProblemPlan[], courseId: number): Promise<Planned[]> {
  const ids = new Map<string, number>();
  const fresh = problems.filter((problem) => problem.id === null).map((problem) => problem.key);
  for (const chunk of inChunks(fresh)) {
    const rows = await db
      .selectFrom('problems')
      .select(['id', 'source_key'])
      .where('course_id', '=', courseId)
      .where('source_key', 'in', chunk)
      .execute();
    for (const row of rows) ids.set(row.source_key ?? '', row.id);
  }
  return problems.map((problem) => {
    const problemId = problem.id ?? ids.get(problem.key);
    if (problemId === undefined) throw new Error(`The problem ${problem.key} was not saved.`);
    return { ...problem, problemId };
  });
}

async function saveFigures(db: Handle, problems: readonly Planned[], now: Instant): Promise<void> {
  const pause = pauses();
  for (const { id, problemId, figures } of problems) {
    if (figures === null || (id === null && figures.length === 0)) continue;
    const saved: { hash: string; alt: string }[] = [];
    for (const { bytes, mediaType, alt } of figures) {
      await pause();
      saved.push({ hash: await keepPicture(db, bytes, mediaType, now), alt });
    }
    await replaceFigures(db, problemId, saved);
  }
}

async function addQuestions(db: Handle, problems: readonly Planned[], place: Place): Promise<void> {
  const added = problems.flatMap((problem) =>
    problem.steps.filter((step): step is Adds => step.does === 'add').map((step) => ({ problem, step })),
  );
  const pause = pauses();
  for (const chunk of inChunks(added, CHUNK)) {
    await pause();
    const rows = chunk.map(({ problem, step: { qa, stepIndex } }) => ({
      ...searched(qa),
      problem_id: problem.problemId,
      step_index: stepIndex,
      course_id: place.courseId,
      unit_name: problem.unitName,
    }));
    await db.insertInto('qas').values(rows).execute();
    const saved = await db
      .selectFrom('qas')
      .select(['id', 'problem_id', 'step_index'])
      .where('problem_id', 'in', [...new Set(chunk.map(({ problem }) => problem.problemId))])
      .execute();
    const ids = new Map(saved.map((row) => [`${row.problem_id}/${row.step_index}`, row.id]));
    const revisions = chunk.map(({ problem, step }) => ({
      qaId: ids.get(`${problem.problemId}/${step.stepIndex}`) ?? 0,
      number: 1,
      stem: problem.stem,
      qa: step.qa,
    }));
    await addRevisions(db, revisions, place);
  }
}

async function changeQuestions(db: Handle, problems: readonly Planned[], place: Place): Promise<void> {
  const changed = problems.flatMap((problem) =>
    problem.steps.filter((step): step is Changes => step.does === 'change').map((step) => ({ problem, step })),
  );
  const pause = pauses();
  for (const { step } of changed) {
    await pause();
    await db.updateTable('qas').set(searched(step.qa)).where('id', '=', step.qaId).execute();
  }
  for (const chunk of inChunks(changed, CHUNK)) {
    await pause();
    const revisions = chunk.map(({ problem, step: { qaId, revision, qa } }) => ({
      qaId,
      number: revision + 1,
      stem: problem.stem,
      qa,
    }));
    await addRevisions(db, revisions, place);
  }
}

async function correctedKeys(db: Handle, problems: readonly Planned[]): Promise<CorrectedKey[]> {
  const ids = problems.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.does === 'change' && step.keyChanged ? [step.qaId] : [])),
  );
  const corrected: CorrectedKey[] = [];
  for (const chunk of inChunks(ids)) {
    const rows = await db.selectFrom('qas').select(['id', 'revision_id']).where('id', 'in', chunk).execute();
    for (const { id, revision_id: revisionId } of rows) {
      if (revisionId !== null) corrected.push({ qaId: id, revisionId });
    }
  }
  return corrected;
}

async function takeOut(db: Handle, problems: readonly Planned[], now: Instant): Promise<void> {
  const ids = problems.flatMap(({ steps }) => steps.flatMap((step) => (step.does === 'take out' ? [step.qaId] : [])));
  for (const chunk of inChunks(ids)) {
    await db
      .updateTable('qas')
      .set((eb) => ({ archived_at: toStored(now), step_index: eb('id', '+', STEP_REMOVED) }))
      .where('id', 'in', chunk)
      .execute();
  }
}

/** What the row of a question repeats of its published revision. */
const searched = ({ use, level, kind, question, answer, aliases }: CompleteQa) => ({
  type: use,
  level,
  kind,
  question,
  answer,
  aliases: aliases.join('\n'),
});

interface Revision {
  qaId: number;
  number: number;
  stem: string;
  qa: CompleteQa;
}

/** Writes revisions and makes them the published ones. */
async function addRevisions(db: Handle, revisions: readonly Revision[], place: Place): Promise<void> {
  if (revisions.length === 0) return;
  await db
    .insertInto('qa_revisions')
    .values(revisions.map((revision) => revisionRow(revision, place)))
    .execute();
  // The newest is the one that was just written.
  await db
    .updateTable('qas')
    .set((eb) => ({
      revision_id: eb
        .selectFrom('qa_revisions')
        .select((max) => max.fn.max('qa_revisions.id').as('newest'))
        .whereRef('qa_revisions.qa_id', '=', 'qas.id'),
    }))
    .where(
      'id',
      'in',
      revisions.map((revision) => revision.qaId),
    )
    .execute();
}

function revisionRow({ qaId, number, stem, qa }: Revision, { publicationId, by, now }: Place) {
  return {
    qa_id: qaId,
    number,
    created_at: toStored(now),
    created_by: by,
    publication_id: publicationId,
    stem,
    kind: qa.kind,
    level: qa.level,
    question: qa.question,
    answer: qa.answer,
    tolerance: qa.tolerance,
    unit: qa.unit,
    accepted_answers: JSON.stringify(qa.acceptedAnswers),
    choices: JSON.stringify(qa.choices),
    aliases: JSON.stringify(qa.aliases),
    hints: JSON.stringify(qa.hints),
    worked_example: qa.workedExample,
    explanation: qa.explanation,
    wrong_answers: JSON.stringify(qa.wrongAnswers),
  };
}
