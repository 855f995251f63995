import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { GuidanceRepo } from '../../src/data/guidance/guidance.repo.ts';
import { canary } from './matrix.ts';
import type { Owner } from './records.ts';

/** Published guidance for the pupil's class alone: of their own course, in the region of their school. */
export async function addGuidance(
  db: DatabaseManager,
  { target, schoolId, pupil, now }: Owner,
  courseId: number,
): Promise<number> {
  const guidance = new GuidanceRepo(db);
  const { region } = await db.run((handle) =>
    handle.selectFrom('schools').select('region').where('id', '=', schoolId).executeTakeFirstOrThrow(),
  );
  const title = canary(target, 'course');
  const whole = { grades: [], unitNames: [], replacesOrder: false, testIds: [] };
  const content = { title, body: title, regions: [region ?? ''], courseId, ...whole };
  const deed = { byId: pupil, now };
  const id = await guidance.create('math', content, deed);
  await guidance.publish(id, 1, deed);
  // Nobody's: a pupil wrote none, and whose it was is no reason to see it.
  await db.run(async (handle) => {
    await handle.updateTable('guidances').set({ created_by: null }).where('id', '=', id).execute();
    await handle.updateTable('guidance_versions').set({ written_by: null }).where('guidance_id', '=', id).execute();
  });
  return id;
}
