import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { PeopleUploadRepo } from '../../src/data/roster/people-upload.repo.ts';
import { canary, type Target } from './matrix.ts';

interface Owner {
  target: Target;
  schoolId: number;
  now: number;
}

/** A file of people, with a canary in it. A manager keeps one, so pupils of one school share it. */
export async function addUpload(db: DatabaseManager, { target, schoolId, now }: Owner): Promise<number> {
  if (target === 'deleted') return 999_999;
  const there = await db.run((handle) =>
    handle.selectFrom('people_uploads').select('id').where('school_id', '=', schoolId).executeTakeFirst(),
  );
  if (there) return there.id;
  const { userId } = await db.run((handle) =>
    handle
      .selectFrom('schools')
      .select('school_manager_id as userId')
      .where('id', '=', schoolId)
      .executeTakeFirstOrThrow(),
  );
  const text = `id,first name,last name\n1,${canary(target, 'name')},${canary(target, 'surname')}\n`;
  const upload = {
    schoolId,
    userId: userId ?? 0,
    name: 'pupils.csv',
    options: { format: 'csv', whole: false, org: null } as const,
    content: new TextEncoder().encode(text),
  };
  return new PeopleUploadRepo(db).replace(upload, now, now + 3_600_000);
}
