import { STEP_REMOVED } from '../../../domain/curriculum/import/stored-course.ts';
import type { ProblemContent, StepContent } from '../../../shared/curriculum-content.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../../db/database-manager.ts';
import { type StoredInstant, toStored } from '../../db/instants.ts';
import { insertedId } from '../../db/sql.ts';
import { figuresOf, replaceFigures } from '../figure-rows.ts';
import { type StepRow, toRevision, toStep } from './step-rows.ts';

export interface ProblemPublication {
  courseId: number;
  problemId: number;
  content: ProblemContent;
  publicationId: number;
  by: number;
  now: Instant;
}

export interface PublishedStep {
  qaId: number;
  /** Made by this publication; null where the step stayed as it was. */
  revisionId: number | null;
  /** Null for a step that is new. */
  before: StepContent | null;
  after: StepContent;
}

/** Writes problems with their steps: what differs becomes a new revision, what was there before stays as it is. */
export class PublishProblemRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Answers with the steps as they are now. Steps that are no longer among them go to the archive. */
  async publish({ problemId, content, ...publication }: ProblemPublication): Promise<PublishedStep[]> {
    return this.#db.tx(async (db) => {
      const at = toStored(publication.now);
      const { archived_at: since, unit_name: unit } = await db
        .selectFrom('problems')
        .select(['archived_at', 'unit_name'])
        .where('id', '=', problemId)
        .executeTakeFirstOrThrow();
      const archivedAt = content.archived ? (since ?? at) : null;
      await db
        .updateTable('problems')
        .set({
          title: content.title,
          source: content.source,
          licence: content.licence,
          unit_name: content.unit,
          ...(unit === content.unit ? {} : { position: await lastPlace(db, publication.courseId, content.unit) }),
          draft_since: null,
          archived_at: archivedAt,
        })
        .where('id', '=', problemId)
        .execute();
      const known = await stepsOf(db, problemId);
      const figures = await changeFigures(db, problemId, content);
      await clearPlaces(db, problemId, content.steps, at);
      const published: PublishedStep[] = [];
      for (const [index, step] of content.steps.entries()) {
        const old = known.find(({ after }) => after.qaId === step.qaId && step.qaId !== null);
        const place = { ...publication, at, problemId, content, index, archivedAt, figures };
        published.push(old ? await changeStep(db, place, old, step) : await addStep(db, place, step));
      }
      return published;
    });
  }
}

/** A problem that comes into a unit stands behind those that are there. */
export async function lastPlace(db: Handle, courseId: number, unit: string): Promise<number> {
  const { last } = await db
    .selectFrom('problems')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .where('course_id', '=', courseId)
    .where('unit_name', '=', unit)
    .executeTakeFirstOrThrow();
  return (last ?? -1) + 1;
}

interface Place {
  courseId: number;
  problemId: number;
  content: ProblemContent;
  index: number;
  archivedAt: StoredInstant | null;
  /** The problem has other ones now. */
  figures: 'changed' | 'same';
  publicationId: number;
  by: number;
  at: StoredInstant;
}

async function changeFigures(db: Handle, problemId: number, { figures }: ProblemContent): Promise<Place['figures']> {
  const there = (await figuresOf(db, [problemId])).get(problemId) ?? [];
  const same = JSON.stringify(there.map(({ hash, alt }) => ({ hash, alt }))) === JSON.stringify(figures);
  if (same) return 'same';
  await replaceFigures(db, problemId, figures);
  return 'changed';
}

interface KnownStep {
  after: StepContent;
  stem: string;
  number: number;
}

/** All steps that the problem ever had, as they were last. */
async function stepsOf(db: Handle, problemId: number): Promise<KnownStep[]> {
  const rows: (StepRow & { number: number })[] = await db
    .selectFrom('qas')
    .innerJoin('qa_revisions', 'qa_revisions.id', 'qas.revision_id')
    .selectAll('qa_revisions')
    .select(['qas.problem_id', 'qas.type', 'qas.step_index'])
    .where('qas.problem_id', '=', problemId)
    .execute();
  return rows.map((row) => ({ after: toStep(row), stem: row.stem, number: row.number }));
}

/** No two steps of a problem may have the same place, not for a moment: all stand aside first, and what is left out stays there. */
async function clearPlaces(db: Handle, problemId: number, kept: readonly StepContent[], at: StoredInstant) {
  await db
    .updateTable('qas')
    .set((eb) => ({ step_index: eb('id', '+', STEP_REMOVED) }))
    .where('problem_id', '=', problemId)
    .execute();
  const ids = kept.flatMap(({ qaId }) => (qaId === null ? [] : [qaId]));
  await db
    .updateTable('qas')
    .set({ archived_at: at })
    .where('problem_id', '=', problemId)
    .where('archived_at', 'is', null)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute();
}

async function changeStep(db: Handle, place: Place, old: KnownStep, step: StepContent): Promise<PublishedStep> {
  const qaId = old.after.qaId ?? 0;
  const { use: _, ...before } = old.after;
  const { use, ...after } = step;
  const around = old.stem === place.content.stem && place.figures === 'same';
  const same = around && JSON.stringify(before) === JSON.stringify(after);
  const revisionId = same ? null : await addRevision(db, place, qaId, step, old.number + 1);
  await db
    .updateTable('qas')
    .set({ ...columnsOf(place, step), type: use, ...(revisionId === null ? {} : { revision_id: revisionId }) })
    .where('id', '=', qaId)
    .execute();
  return { qaId, revisionId, before: old.after, after: step };
}

async function addStep(db: Handle, place: Place, step: StepContent): Promise<PublishedStep> {
  const result = await db
    .insertInto('qas')
    .values({ ...columnsOf(place, step), type: step.use, problem_id: place.problemId, course_id: place.courseId })
    .executeTakeFirstOrThrow();
  const qaId = insertedId(result);
  const revisionId = await addRevision(db, place, qaId, step, 1);
  await db.updateTable('qas').set({ revision_id: revisionId }).where('id', '=', qaId).execute();
  return { qaId, revisionId, before: null, after: { ...step, qaId } };
}

function columnsOf({ content, index, archivedAt }: Place, step: StepContent) {
  return {
    unit_name: content.unit,
    step_index: index,
    level: step.level,
    kind: step.kind,
    question: step.question,
    answer: step.answer,
    aliases: step.aliases.join('\n'),
    archived_at: archivedAt,
  };
}

async function addRevision(db: Handle, place: Place, qaId: number, step: StepContent, number: number): Promise<number> {
  const result = await db
    .insertInto('qa_revisions')
    .values({
      ...toRevision(step, place.content.stem),
      qa_id: qaId,
      number,
      created_at: place.at,
      created_by: place.by,
      publication_id: place.publicationId,
    })
    .executeTakeFirstOrThrow();
  return insertedId(result);
}
