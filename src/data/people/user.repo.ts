import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { prepared } from '../db/prepared.ts';
import { selectActors, toActor } from './actor-rows.ts';

export interface PupilRecord {
  id: number;
  firstName: string;
  lastName: string;
  pseudonym: string;
  schoolId: number;
  locale: string;
  /** Of the pupil's class of the newest year; null when in none. */
  gradeLevel: string | null;
  className: string | null;
  learningStyle: string | null;
  routineStyle: string | null;
  collaborationStyle: string | null;
}

/** Of the classes of a pupil the newest stands first. */
const PUPIL = prepared((db, { studentId }: { studentId: number }) =>
  pupils(db).where('students.user_id', '=', studentId),
);

/** People who can log in, and what their role adds. */
export class UserRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The credentials behind a username, trimmed and in lower case. */
  async findCredentials(
    username: string,
  ): Promise<{ id: number; passwordHash: string; disabled: boolean } | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .select(['id', 'password_hash', 'disabled_at'])
        .where('username', '=', username)
        .executeTakeFirst(),
    );
    return row && { id: row.id, passwordHash: row.password_hash, disabled: row.disabled_at !== null };
  }

  async savePasswordHash(userId: number, passwordHash: string): Promise<void> {
    await this.#db.run((db) =>
      db.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', userId).execute(),
    );
  }

  /** Who acts, by user id; undefined when there is no such person or the account is disabled. */
  async findActor(userId: number): Promise<Actor | undefined> {
    const row = await this.#db.run((db) => selectActors(db).where('users.id', '=', userId).executeTakeFirst());
    return row && toActor(row);
  }

  async findPupil(studentId: number): Promise<PupilRecord | undefined> {
    const row = await PUPIL.first(this.#db, { studentId });
    if (!row) return undefined;
    const { year: _, ...pupil } = row;
    return pupil;
  }

  /** The schools of those among these people who are pupils, by id. */
  async schoolsOfPupils(ids: readonly number[]): Promise<Map<number, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .select(['user_id', 'school_id'])
        .where('user_id', 'in', [...ids])
        .orderBy('user_id')
        .execute(),
    );
    return new Map(rows.map(({ user_id, school_id }) => [user_id, school_id]));
  }

  /** The children of a parent whose guardianship is verified, by first name. */
  async listChildren(parentId: number): Promise<PupilRecord[]> {
    return this.#listPupils((query) =>
      query.where('students.user_id', 'in', (eb) =>
        eb
          .selectFrom('parents_students')
          .select('student_id')
          .where('parent_id', '=', parentId)
          .where('status', '=', 'verified'),
      ),
    );
  }

  /** The pupils of a class manager's classes, by first name. */
  async listPupilsOfClassManager(classManagerId: number): Promise<PupilRecord[]> {
    return this.#listPupils((query) =>
      query.where('students.user_id', 'in', (eb) =>
        eb
          .selectFrom('classes_students')
          .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
          .select('classes_students.student_id')
          .where('classess_class_managers.class_manager_id', '=', classManagerId),
      ),
    );
  }

  /** Those whose accounts are open, by first name. */
  async listPupilsOfSchool(schoolId: number): Promise<PupilRecord[]> {
    return this.#listPupils((query) =>
      query.where('students.school_id', '=', schoolId).where('users.disabled_at', 'is', null),
    );
  }

  async #listPupils(narrow: (query: ReturnType<typeof pupils>) => ReturnType<typeof pupils>): Promise<PupilRecord[]> {
    const rows = await this.#db.run((db) => narrow(pupils(db)).execute());
    const newest = new Map<number, PupilRecord>();
    for (const { year: _, ...row } of rows) if (!newest.has(row.id)) newest.set(row.id, row);
    return [...newest.values()];
  }

  async getSchool(schoolId: number) {
    return this.#db.run((db) =>
      db
        .selectFrom('schools')
        .select([
          'id',
          'name',
          'region',
          'transcript_policy as transcriptPolicy',
          'daily_token_limit as dailyTokenLimit',
          'unanswered_consent as unansweredConsent',
        ])
        .where('id', '=', schoolId)
        .executeTakeFirstOrThrow(),
    );
  }

  /** The ids of the pupils of a class. */
  async membersOf(classId: number): Promise<Set<number>> {
    const rows = await this.#db.run((db) =>
      db.selectFrom('classes_students').select('student_id').where('class_id', '=', classId).execute(),
    );
    return new Set(rows.map((row) => row.student_id));
  }

  /** First and last names, by user. */
  async namesOf(ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .select(['id', 'first_name', 'last_name'])
        .where('id', 'in', [...ids])
        .execute(),
    );
    return new Map(rows.map((row) => [row.id, `${row.first_name} ${row.last_name}`]));
  }

  /** First names, as pupils call each other, by id. */
  async firstNamesOf(ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .select(['id', 'first_name'])
        .where('id', 'in', [...ids])
        .execute(),
    );
    return new Map(rows.map((row) => [row.id, row.first_name]));
  }

  /** Names of these schools, by id. */
  async schoolNames(schoolIds: readonly number[]): Promise<Map<number, string>> {
    if (schoolIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('schools')
        .select(['id', 'name'])
        .where('id', 'in', [...new Set(schoolIds)])
        .execute(),
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Classes of a school that are not put away, each with how many pupils it has whose accounts are in use; newest year first. */
  async listClasses(schoolId: number) {
    return this.#db.run((db) =>
      db
        .selectFrom('classes')
        .leftJoin('classes_students', 'classes_students.class_id', 'classes.id')
        .leftJoin('users', (join) =>
          join.onRef('users.id', '=', 'classes_students.student_id').on('users.disabled_at', 'is', null),
        )
        .select(({ fn }) => [
          'classes.id',
          'classes.name',
          'classes.year',
          'classes.grade_level as gradeLevel',
          'classes.capacity',
          fn.count<number>('users.id').as('pupils'),
        ])
        .where('classes.school_id', '=', schoolId)
        .where('classes.archived_at', 'is', null)
        .groupBy(['classes.id', 'classes.name', 'classes.year', 'classes.grade_level', 'classes.capacity'])
        .orderBy('classes.year', 'desc')
        .orderBy('classes.name')
        .execute(),
    );
  }

  /** Subjects and regions that a regional supervisor looks after. */
  async listSupervision(supervisorId: number): Promise<{ subject: string; region: string }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('subjects_regional_supervisors')
        .select(['subject_name as subject', 'region'])
        .where('regional_supervisor_id', '=', supervisorId)
        .orderBy('subject_name')
        .orderBy('region')
        .execute(),
    );
  }

  /** The subjects among them, each once. */
  async listSubjects(supervisorId: number): Promise<string[]> {
    return [...new Set((await this.listSupervision(supervisorId)).map(({ subject }) => subject))];
  }
}

function pupils(db: Handle) {
  return db
    .selectFrom('students')
    .innerJoin('users', 'users.id', 'students.user_id')
    .leftJoin('classes_students', 'classes_students.student_id', 'students.user_id')
    .leftJoin('classes', (join) =>
      join.onRef('classes.id', '=', 'classes_students.class_id').on('classes.archived_at', 'is', null),
    )
    .select([
      'users.id',
      'users.first_name as firstName',
      'users.last_name as lastName',
      'users.locale',
      'students.pseudonym',
      'students.school_id as schoolId',
      'students.learning_style as learningStyle',
      'students.routine_style as routineStyle',
      'students.collaboration_style as collaborationStyle',
      'classes.grade_level as gradeLevel',
      'classes.name as className',
      'classes.year',
    ])
    .orderBy('users.first_name')
    .orderBy('users.last_name')
    .orderBy('classes.year', 'desc');
}
