import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

/** An entry with the names of whom it is about. */
export interface AuditLine {
  id: number;
  at: Instant;
  action: string;
  /** Null: the program by itself. */
  actor: { id: number; name: string | null; role: string | null } | null;
  pupil: { id: number; name: string | null } | null;
  details: Record<string, unknown>;
}

export interface AuditWishes {
  /** Who acted; empty: anybody. */
  actorIds?: readonly number[] | undefined;
  /** About whom. */
  studentIds?: readonly number[] | undefined;
  actions?: readonly string[] | undefined;
  /** Not before, and before. */
  from?: Instant | undefined;
  to?: Instant | undefined;
  /** Goes on after this entry. */
  after?: { at: Instant; id: number } | undefined;
  limit: number;
}

/** Reads the audit log, the newest first: by an index whatever is asked, so that a page costs the same in a log of a million. */
export class AuditLogRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async ofSchool(schoolId: number, wishes: AuditWishes): Promise<AuditLine[]> {
    return this.#list((query) => query.where('audit_log.school_id', '=', schoolId), wishes);
  }

  /** About one pupil, whatever school it was at. */
  async ofPupil(studentId: number, wishes: AuditWishes): Promise<AuditLine[]> {
    return this.#list((query) => query.where('audit_log.student_id', '=', studentId), wishes);
  }

  /** The people with this in their name or username who stand in the log of the school, as whoever acted or as the pupil. */
  async findPeople(schoolId: number, words: string, limit: number): Promise<number[]> {
    const like = `%${words.replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .select('id')
        .where(({ or, exists, selectFrom }) => {
          const entry = selectFrom('audit_log').select('audit_log.id').where('school_id', '=', schoolId);
          return or([
            exists(entry.whereRef('audit_log.actor_id', '=', 'users.id')),
            exists(entry.whereRef('audit_log.student_id', '=', 'users.id')),
          ]);
        })
        .where(({ eb, fn, val, or }) =>
          or([
            eb(fn<string>('lower', ['username']), 'like', like.toLowerCase()),
            eb(
              this.#db.dialect === 'sqlite'
                ? eb(eb('first_name', '||', val(' ')), '||', eb.ref('last_name'))
                : fn<string>('concat', ['first_name', val(' '), 'last_name']),
              'like',
              like,
            ),
          ]),
        )
        .limit(limit)
        .execute(),
    );
    return rows.map(({ id }) => id);
  }

  /** What the numbers in details are called, by what they are of. A query for each kind that is asked for. */
  async namesOf(ids: {
    classes: readonly number[];
    people: readonly number[];
    schools: readonly number[];
    courses: readonly number[];
  }) {
    return this.#db.run(async (db) => {
      const people = await ifAny(ids.people, (those) =>
        db.selectFrom('users').select(['id', 'first_name', 'last_name']).where('id', 'in', those).execute(),
      );
      const [classes, schools, courses] = [
        await ifAny(ids.classes, (those) =>
          db.selectFrom('classes').select(['id', 'name']).where('id', 'in', those).execute(),
        ),
        await ifAny(ids.schools, (those) =>
          db.selectFrom('schools').select(['id', 'name']).where('id', 'in', those).execute(),
        ),
        await ifAny(ids.courses, (those) =>
          db.selectFrom('courses').select(['id', 'name']).where('id', 'in', those).execute(),
        ),
      ];
      return {
        people: new Map(people.map((row) => [row.id, `${row.first_name} ${row.last_name}`.trim()])),
        classes: byId(classes),
        schools: byId(schools),
        courses: byId(courses),
      };
    });
  }

  async #list(
    narrow: (query: ReturnType<typeof lines>) => ReturnType<typeof lines>,
    { actorIds, studentIds, actions, from, to, after, limit }: AuditWishes,
  ): Promise<AuditLine[]> {
    const rows = await this.#db.run((db) => {
      let query = narrow(lines(db));
      if (actorIds) query = query.where('audit_log.actor_id', 'in', [...actorIds]);
      if (studentIds) query = query.where('audit_log.student_id', 'in', [...studentIds]);
      if (actions) query = query.where('audit_log.action', 'in', [...actions]);
      if (from !== undefined) query = query.where('audit_log.at', '>=', toStored(from));
      if (to !== undefined) query = query.where('audit_log.at', '<', toStored(to));
      if (after) {
        const at = toStored(after.at);
        query = query
          .where('audit_log.at', '<=', at)
          .where(({ eb, or, and }) =>
            or([eb('audit_log.at', '<', at), and([eb('audit_log.at', '=', at), eb('audit_log.id', '<', after.id)])]),
          );
      }
      return query.orderBy('audit_log.at', 'desc').orderBy('audit_log.id', 'desc').limit(limit).execute();
    });
    return rows.map((row) => ({
      id: row.id,
      at: fromStored(row.at),
      action: row.action,
      actor:
        row.actor_id === null
          ? null
          : { id: row.actor_id, name: nameOf(row.actorFirst, row.actorLast), role: row.actorRole },
      pupil: row.student_id === null ? null : { id: row.student_id, name: nameOf(row.pupilFirst, row.pupilLast) },
      details: JSON.parse(row.details) as Record<string, unknown>,
    }));
  }
}

const ifAny = async <T>(ids: readonly number[], read: (ids: number[]) => Promise<T[]>): Promise<T[]> =>
  ids.length === 0 ? [] : read([...ids]);

const byId = (rows: readonly { id: number; name: string }[]): Map<number, string> =>
  new Map(rows.map(({ id, name }) => [id, name]));

const nameOf = (first: string | null, last: string | null): string | null =>
  first === null ? null : `${first} ${last ?? ''}`.trim();

function lines(db: Handle) {
  return db
    .selectFrom('audit_log')
    .leftJoin('users as actor', 'actor.id', 'audit_log.actor_id')
    .leftJoin('users as pupil', 'pupil.id', 'audit_log.student_id')
    .select([
      'audit_log.id',
      'audit_log.at',
      'audit_log.action',
      'audit_log.actor_id',
      'audit_log.student_id',
      'audit_log.details',
      'actor.first_name as actorFirst',
      'actor.last_name as actorLast',
      'actor.role as actorRole',
      'pupil.first_name as pupilFirst',
      'pupil.last_name as pupilLast',
    ]);
}
