import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import { problemContent } from '../support/curriculum.ts';
import { canary, type Target } from './matrix.ts';

/** A draft of a problem, and a publication that tells what it was before. */
export async function addDraft(
  db: DatabaseManager,
  { target, now }: { target: Target; now: number },
  courseId: number,
  unit: string,
) {
  const content = JSON.stringify(problemContent(unit, { stem: canary(target, 'draft') }));
  return db.run(async (handle) => {
    const find = (table: 'problems' | 'curriculum_publications') =>
      handle.selectFrom(table).select('id').where('course_id', '=', courseId).orderBy('id').executeTakeFirstOrThrow();
    const problem = (await find('problems')).id;
    const publication = (await find('curriculum_publications')).id;
    const place = { kind: 'problem' as const, target_key: String(problem) };
    const draft = { ...place, course_id: courseId, content, version: 1, base: '', updated_at: toStored(now) };
    await handle.insertInto('curriculum_drafts').values(draft).execute();
    const change = { ...place, publication_id: publication, name: canary(target, 'draft') };
    const added = await handle
      .insertInto('curriculum_publication_changes')
      .values({ ...change, before_content: content, after_content: content })
      .executeTakeFirstOrThrow();
    return { problem, publication, change: insertedId(added) };
  });
}
