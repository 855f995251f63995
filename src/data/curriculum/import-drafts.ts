import { createHash } from 'node:crypto';
import type { ProblemPlan } from '../../domain/curriculum/import/import-plan.ts';
import type { CompleteQa, StoredDraftProblem } from '../../domain/curriculum/import/stored-course.ts';
import { type ProblemContent, problemContent, type StepContent } from '../../shared/curriculum-content.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { inChunks } from '../db/sql.ts';
import { pauses } from '../in-slices.ts';
import { keepPicture } from './figure-rows.ts';

/** What the drafts of things begin with that were never published: see `draft-token.ts`. */
const NEVER_PUBLISHED = createHash('sha256').update('null').digest('hex').slice(0, 16);

/** Writes what an import keeps as drafts, beside the rows of its problems, which no pupil's query meets. */
export async function saveDrafts(
  db: Handle,
  problems: readonly (ProblemPlan & { problemId: number })[],
  { courseId, by, now }: { courseId: number; by: number | null; now: Instant },
): Promise<void> {
  const pause = pauses();
  for (const problem of problems) {
    await pause();
    const row = {
      course_id: courseId,
      kind: 'problem',
      target_key: String(problem.problemId),
      content: JSON.stringify(await contentOf(db, problem, now)),
      version: 1,
      base: NEVER_PUBLISHED,
      updated_by: by,
      updated_at: toStored(now),
    } as const;
    await db.insertInto('curriculum_drafts').values(row).execute();
  }
}

async function contentOf(db: Handle, problem: ProblemPlan, now: Instant): Promise<ProblemContent> {
  const { title, stem, unitName, source, licence, steps } = problem;
  const figures: ProblemContent['figures'] = [];
  for (const { bytes, mediaType, alt } of problem.figures ?? [])
    figures.push({ hash: await keepPicture(db, bytes, mediaType, now), alt });
  const added = steps.flatMap((step) => (step.does === 'add' ? [toContent(step.qa)] : []));
  return { title, stem, figures, unit: unitName, source, licence, archived: false, steps: added };
}

const toContent = (qa: CompleteQa): StepContent => ({
  qaId: null,
  ...qa,
  hints: qa.hints.map(({ text, scaffold }) => ({
    text,
    scaffold: scaffold ? { ...scaffold, choices: scaffold.choices ?? [] } : null,
  })),
});

/** What imports kept as drafts in a course. Two queries, one where there is none. */
export async function draftsOf(db: Handle, courseId: number): Promise<StoredDraftProblem[]> {
  const rows = await db
    .selectFrom('problems')
    .select(['id', 'source_key', 'position'])
    .where('course_id', '=', courseId)
    .where('draft_since', 'is not', null)
    .where('source_key', 'is not', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const contents = new Map<string, ProblemContent>();
  for (const chunk of inChunks(rows.map(({ id }) => String(id)))) {
    const kept = await db
      .selectFrom('curriculum_drafts')
      .select(['target_key', 'content'])
      .where('course_id', '=', courseId)
      .where('kind', '=', 'problem')
      .where('target_key', 'in', chunk)
      .execute();
    for (const row of kept) contents.set(row.target_key, problemContent.parse(JSON.parse(row.content)));
  }
  return rows.flatMap(({ id, source_key: key, position }) => {
    const content = contents.get(String(id));
    if (content === undefined || content.archived) return [];
    const { title, stem, unit: unitName, figures, source, licence, steps } = content;
    const kept = { title, stem, unitName, figures, source, licence, steps: steps.map(fromContent) };
    return [{ id, key: key ?? '', position, ...kept }];
  });
}

function fromContent(content: StepContent): CompleteQa {
  const { qaId: _, ...step } = content;
  const hints = step.hints.map(({ text, scaffold }) => {
    if (scaffold === null) return { text };
    const { choices, ...rest } = scaffold;
    return { text, scaffold: choices.length > 0 ? { ...rest, choices } : rest };
  });
  return { ...step, hints };
}
