import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

/** A request as the school that made it sees it: the same for a username that nobody has. */
export interface GuardianRequest {
  id: number;
  username: string;
  at: Instant;
  until: Instant;
}

/** A request as the parent sees it. */
export interface AskedOfParent {
  id: number;
  /** First name of the pupil. */
  child: string;
  school: string;
  at: Instant;
}

/** What the school that keeps a parent's account sees of requests by others. */
export interface RequestElsewhere {
  school: string;
  at: Instant;
  accepted: boolean;
}

export type RequestAnswer = 'accepted' | 'refused';

/** Requests of schools to parents whose account another school keeps. */
export class GuardianRequestRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Asks; a request that has run out or was accepted before is asked anew, one that is open or was refused stays as it is. */
  async ask(ask: {
    studentId: number;
    schoolId: number;
    username: string;
    by: number;
    now: Instant;
    until: Instant;
  }): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .deleteFrom('guardian_requests')
        .where('student_id', '=', ask.studentId)
        .where('username', '=', ask.username)
        .where((eb) => eb.or([eb('expires_at', '<=', toStored(ask.now)), eb('answer', '=', 'accepted')]))
        .execute();
      const there = await db
        .selectFrom('guardian_requests')
        .select('id')
        .where('student_id', '=', ask.studentId)
        .where('username', '=', ask.username)
        .executeTakeFirst();
      if (there) return;
      await db
        .insertInto('guardian_requests')
        .values({
          student_id: ask.studentId,
          school_id: ask.schoolId,
          username: ask.username,
          created_at: toStored(ask.now),
          created_by: ask.by,
          expires_at: toStored(ask.until),
        })
        .execute();
    });
  }

  /** What a school waits for about a pupil. A refusal looks like no answer until it runs out. */
  async ofStudent(studentId: number, schoolId: number, now: Instant): Promise<GuardianRequest[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('guardian_requests')
        .select(['id', 'username', 'created_at', 'expires_at'])
        .where('student_id', '=', studentId)
        .where('school_id', '=', schoolId)
        .where('expires_at', '>', toStored(now))
        .where((eb) => eb.or([eb('answer', 'is', null), eb('answer', '=', 'refused')]))
        .orderBy('id')
        .execute(),
    );
    return rows.map(({ id, username, created_at, expires_at }) => {
      return { id, username, at: fromStored(created_at), until: fromStored(expires_at) };
    });
  }

  /** What a parent has not answered yet, of pupils who are still at the school that asks. */
  async openFor(parentId: number, now: Instant): Promise<AskedOfParent[]> {
    const rows = await this.#db.run((db) =>
      open(db, parentId, now)
        .innerJoin('users as pupil', 'pupil.id', 'request.student_id')
        .innerJoin('schools', 'schools.id', 'request.school_id')
        .select(['request.id', 'pupil.first_name as child', 'schools.name as school', 'request.created_at'])
        .orderBy('request.id')
        .execute(),
    );
    return rows.map(({ created_at, ...row }) => ({ ...row, at: fromStored(created_at) }));
  }

  /** Answers a request that is open for the parent; undefined: there is none. Of two answers one wins. */
  async answer(
    id: number,
    parentId: number,
    answer: RequestAnswer,
    now: Instant,
  ): Promise<{ studentId: number; schoolId: number } | undefined> {
    return this.#db.tx(async (db) => {
      const found = await open(db, parentId, now)
        .select(['request.student_id', 'request.school_id'])
        .where('request.id', '=', id)
        .executeTakeFirst();
      if (!found) return undefined;
      const { numUpdatedRows } = await db
        .updateTable('guardian_requests')
        .set({ answer, answered_at: toStored(now) })
        .where('id', '=', id)
        .where('answer', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n ? { studentId: found.student_id, schoolId: found.school_id } : undefined;
    });
  }

  /** False: there is no such request about the pupil that the school waits for. */
  async withdraw(id: number, studentId: number, schoolId: number): Promise<boolean> {
    const { numDeletedRows } = await this.#db.run((db) =>
      db
        .deleteFrom('guardian_requests')
        .where('id', '=', id)
        .where('student_id', '=', studentId)
        .where('school_id', '=', schoolId)
        .where((eb) => eb.or([eb('answer', 'is', null), eb('answer', '=', 'refused')]))
        .executeTakeFirst(),
    );
    return numDeletedRows > 0n;
  }

  /** Requests by other schools than this to a parent: those that wait and those that were accepted. */
  async elsewhere(parentId: number, schoolId: number, now: Instant): Promise<RequestElsewhere[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('guardian_requests as request')
        .innerJoin('users as parent', 'parent.username', 'request.username')
        .innerJoin('schools', 'schools.id', 'request.school_id')
        .select(['schools.name as school', 'request.created_at', 'request.answered_at', 'request.answer'])
        .where('parent.id', '=', parentId)
        .where('request.school_id', '<>', schoolId)
        .where((eb) =>
          eb.or([
            eb('request.answer', '=', 'accepted'),
            eb.and([eb('request.answer', 'is', null), eb('request.expires_at', '>', toStored(now))]),
          ]),
        )
        .orderBy('request.id')
        .execute(),
    );
    return rows.map(({ school, created_at, answered_at, answer }) => {
      return { school, at: fromStored(answered_at ?? created_at), accepted: answer === 'accepted' };
    });
  }
}

function open(db: Handle, parentId: number, now: Instant) {
  return db
    .selectFrom('guardian_requests as request')
    .innerJoin('users as parent', 'parent.username', 'request.username')
    .innerJoin('students', (join) =>
      join.onRef('students.user_id', '=', 'request.student_id').onRef('students.school_id', '=', 'request.school_id'),
    )
    .where('parent.id', '=', parentId)
    .where('request.answer', 'is', null)
    .where('request.expires_at', '>', toStored(now));
}
