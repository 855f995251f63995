import { type AnyContent, type ContentKind, type Contents, readAny } from '../../../shared/curriculum-content.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../../db/instants.ts';
import { isUniqueViolation } from '../../db/sql.ts';

/** What names a thing in its course: "course", "order", the name of a unit, the id of a problem or a test. */
export interface DraftPlace {
  courseId: number;
  kind: ContentKind;
  key: string;
}

export type StoredDraft = AnyContent & {
  id: number;
  courseId: number;
  key: string;
  /** Grows by one with each change. */
  version: number;
  /** What was published when the draft was begun. */
  base: string;
  /** Name of who saved it last; null where the account is gone. */
  by: string | null;
  at: Instant;
};

export interface DraftToSave {
  place: DraftPlace;
  content: Contents[ContentKind];
  /** The version that it was made of; 0 for none. */
  version: number;
  base: string;
  by: number;
  now: Instant;
}

/** Drafts: one of each thing, shared by all who may edit it. */
export class DraftRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find({ courseId, kind, key }: DraftPlace): Promise<StoredDraft | undefined> {
    const row = await this.#select()
      .where('curriculum_drafts.course_id', '=', courseId)
      .where('kind', '=', kind)
      .where('target_key', '=', key)
      .executeTakeFirst();
    return row && toDraft(row);
  }

  /** All drafts of a course, oldest first. */
  async list(courseId: number): Promise<StoredDraft[]> {
    const rows = await this.#select()
      .where('curriculum_drafts.course_id', '=', courseId)
      .orderBy('curriculum_drafts.id')
      .execute();
    return rows.map(toDraft);
  }

  /** How many drafts there are, by course; courses without any are left out. */
  async count(courseIds: readonly number[]): Promise<Map<number, number>> {
    if (courseIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_drafts')
        .select(({ fn }) => ['course_id', fn.countAll<number>().as('drafts')])
        .where('course_id', 'in', [...courseIds])
        .groupBy('course_id')
        .execute(),
    );
    return new Map(rows.map((row) => [row.course_id, Number(row.drafts)]));
  }

  /** Saves if nobody has saved since that version. False: look again. */
  async save({ place, version, ...draft }: DraftToSave): Promise<boolean> {
    const saved = {
      content: JSON.stringify(draft.content),
      updated_by: draft.by,
      updated_at: toStored(draft.now),
      version: version + 1,
    };
    if (version === 0) {
      const row = { course_id: place.courseId, kind: place.kind, target_key: place.key, base: draft.base, ...saved };
      try {
        await this.#db.run((db) => db.insertInto('curriculum_drafts').values(row).execute());
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    }
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('curriculum_drafts')
        .set(saved)
        .where('course_id', '=', place.courseId)
        .where('kind', '=', place.kind)
        .where('target_key', '=', place.key)
        .where('version', '=', version)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Takes a draft away if it is still at this version. False: look again. */
  async remove(id: number, version: number): Promise<boolean> {
    const { numDeletedRows } = await this.#db.run((db) =>
      db.deleteFrom('curriculum_drafts').where('id', '=', id).where('version', '=', version).executeTakeFirst(),
    );
    return numDeletedRows === 1n;
  }

  /** Gives a draft that stays another key and content, because what it refers to got another name. */
  async rewrite(id: number, key: string, content: Contents[ContentKind]): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('curriculum_drafts')
        .set((eb) => ({ target_key: key, content: JSON.stringify(content), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute(),
    );
  }

  #select() {
    return this.#db
      .handle()
      .selectFrom('curriculum_drafts')
      .leftJoin('users', 'users.id', 'curriculum_drafts.updated_by')
      .selectAll('curriculum_drafts')
      .select(['users.first_name', 'users.last_name']);
  }
}

interface Row {
  id: number;
  course_id: number;
  kind: ContentKind;
  target_key: string;
  content: string;
  version: number;
  base: string;
  updated_at: StoredInstant;
  first_name: string | null;
  last_name: string | null;
}

function toDraft(row: Row): StoredDraft {
  return {
    ...readAny(row.kind, row.content),
    id: row.id,
    courseId: row.course_id,
    key: row.target_key,
    version: row.version,
    base: row.base,
    by: row.first_name === null ? null : `${row.first_name} ${row.last_name}`,
    at: fromStored(row.updated_at),
  };
}
