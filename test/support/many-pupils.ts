import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { inChunks } from '../../src/data/db/sql.ts';
import { NO_PASSWORD } from '../../src/domain/access/password-policy.ts';

/** Puts so many pupils into a class, each with a parent. */
export async function addPupils(
  db: DatabaseManager,
  { schoolId, classId }: { schoolId: number; classId: number },
  howMany: number,
): Promise<void> {
  const made = toStored(Date.UTC(2026, 0, 5));
  const user = (role: 'student' | 'parent', index: number) => ({
    username: `${role}-${index}`,
    password_hash: NO_PASSWORD,
    first_name: `${role} ${index}`,
    last_name: 'Many',
    created_at: made,
    role,
    locale: 'en',
    disabled_at: null,
  });
  const indices = Array.from({ length: howMany }, (_, index) => index);
  await db.tx(async () => {
    for (const chunk of inChunks(indices, 100)) {
      await db.run(async (handle) => {
        const users = chunk.flatMap((index) => [user('student', index), user('parent', index)]);
        await handle.insertInto('users').values(users).execute();
        const rows = await handle
          .selectFrom('users')
          .select(['id', 'role'])
          .where(
            'username',
            'in',
            users.map(({ username }) => username),
          )
          .orderBy('id')
          .execute();
        const pupils = rows.filter(({ role }) => role === 'student').map(({ id }) => id);
        const parents = rows.filter(({ role }) => role === 'parent').map(({ id }) => id);
        const student = (user_id: number) => ({ user_id, school_id: schoolId, pseudonym: 'Robin' });
        await handle.insertInto('students').values(pupils.map(student)).execute();
        await handle
          .insertInto('classes_students')
          .values(pupils.map((student_id) => ({ class_id: classId, student_id })))
          .execute();
        await handle
          .insertInto('parents')
          .values(parents.map((user_id) => ({ user_id, school_id: schoolId })))
          .execute();
        const links = parents.map((parent_id, index) => ({ parent_id, student_id: pupils[index] ?? 0 }));
        await handle
          .insertInto('parents_students')
          .values(links.map((link) => ({ ...link, status: 'verified' as const })))
          .execute();
      });
    }
  });
}
