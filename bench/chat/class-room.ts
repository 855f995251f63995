import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { LOGIN } from './exchange.ts';

/** Fills a new SQLite file with the sample region, and gives so many of its pupils the password of `LOGIN`; answers their names. */
export async function makeClassRoom(file: string, pupils: number): Promise<string[]> {
  const db = new DatabaseManager({ kind: 'sqlite', file });
  try {
    await db.createTables();
    await db.populateSampleData({ students: pupils + 10, days: 30 });
    const noa = await db.run((handle) =>
      handle
        .selectFrom('users')
        .select('password_hash')
        .where('username', '=', LOGIN.username)
        .executeTakeFirstOrThrow(),
    );
    await db.run((handle) =>
      handle.updateTable('users').set({ password_hash: noa.password_hash }).where('role', '=', 'student').execute(),
    );
    // A session that the history left open would stand in the way, and a test that is under way.
    const free = await db.run((handle) =>
      handle
        .selectFrom('users')
        .leftJoin('live_sessions', 'live_sessions.student_id', 'users.id')
        .select('users.username')
        .where('users.role', '=', 'student')
        .where('live_sessions.student_id', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('tests_students')
                .select('id')
                .whereRef('tests_students.student_id', '=', 'users.id')
                .where('phase', '=', 'begun'),
            ),
          ),
        )
        .orderBy('users.id')
        .limit(pupils)
        .execute(),
    );
    if (free.length < pupils) throw new Error(`Only ${free.length} pupils are free to study.`);
    return free.map(({ username }) => username);
  } finally {
    await db.close();
  }
}
