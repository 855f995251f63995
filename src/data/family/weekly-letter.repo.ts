import type { CivilDay } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { locking, upsert } from '../db/sql.ts';

/** What a parent asked for. */
export interface LetterWish {
  /** A remote model may word the letters. */
  mayReword: boolean;
}

/** A letter that is to be written: to a parent, about a child of theirs. */
export interface LetterPair {
  parentId: number;
  studentId: number;
}

/** Who gets it. */
export interface LetterReader extends LetterPair, LetterWish {
  email: string;
  locale: string;
  schoolId: number;
}

export interface NewLetter extends LetterPair {
  lastDay: CivilDay;
  locale: string;
  text: string;
  wording: 'rules' | 'model';
  metricsVersion: number;
  stopHash: string;
  now: Instant;
}

export interface SentLetter {
  lastDay: CivilDay;
  locale: string;
  text: string;
  wording: 'rules' | 'model';
}

/** Weekly letters: who asked for them, and those that were written. */
export class WeeklyLetterRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async findWish(parentId: number): Promise<LetterWish | undefined> {
    const row = await this.#db.run((db) =>
      db.selectFrom('weekly_letter_wishes').select('may_reword').where('parent_id', '=', parentId).executeTakeFirst(),
    );
    return row && { mayReword: row.may_reword === 1 };
  }

  async saveWish(parentId: number, { mayReword }: LetterWish, now: Instant): Promise<void> {
    const row = { parent_id: parentId, may_reword: mayReword ? 1 : 0, wished_at: toStored(now) };
    await upsert(this.#db, 'weekly_letter_wishes', ['parent_id'], [row]);
  }

  /** Ends the letters of a parent, with those that still wait to be sent. */
  async removeWish(parentId: number): Promise<void> {
    await this.#db.tx(async () => {
      await this.#db.run((db) => db.deleteFrom('weekly_letter_wishes').where('parent_id', '=', parentId).execute());
      await this.#db.run((db) =>
        db
          .deleteFrom('mails')
          .where('state', '=', 'waiting')
          .where('user_id', '=', parentId)
          .where('mail_key', 'like', `week:${parentId}:%`)
          .execute(),
      );
    });
  }

  /** Letters of a week that were asked for and are not written yet, in their order behind one of them. */
  async missing(lastDay: CivilDay, after: LetterPair, limit: number): Promise<LetterPair[]> {
    return this.#db.run((db) =>
      wanted(db)
        .select(['guardian.parent_id as parentId', 'guardian.student_id as studentId'])
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('weekly_letters as letter')
                .select('letter.id')
                .whereRef('letter.parent_id', '=', 'guardian.parent_id')
                .whereRef('letter.student_id', '=', 'guardian.student_id')
                .where('letter.last_day', '=', lastDay),
            ),
          ),
        )
        .where(({ eb, or, and }) =>
          or([
            eb('guardian.parent_id', '>', after.parentId),
            and([eb('guardian.parent_id', '=', after.parentId), eb('guardian.student_id', '>', after.studentId)]),
          ]),
        )
        .orderBy('guardian.parent_id')
        .orderBy('guardian.student_id')
        .limit(limit)
        .execute(),
    );
  }

  /** Whoever still asks for it, is still a verified parent of the child, and can be written to. */
  async findReader({ parentId, studentId }: LetterPair): Promise<LetterReader | undefined> {
    const row = await this.#db.run((db) =>
      wanted(db)
        .select(['parent.email', 'parent.locale', 'pupil.school_id as schoolId', 'wish.may_reword'])
        .where('guardian.parent_id', '=', parentId)
        .where('guardian.student_id', '=', studentId)
        .executeTakeFirst(),
    );
    if (!row?.email) return undefined;
    const { email, locale, schoolId, may_reword } = row;
    return { parentId, studentId, email, locale, schoolId, mayReword: may_reword === 1 };
  }

  /** The same within a transaction, until whose end nobody parts them or ends the letters. */
  async holdReader(pair: LetterPair): Promise<LetterReader | undefined> {
    const { parentId, studentId } = pair;
    await this.#db.run((db) => {
      const guardian = db.selectFrom('parents_students').select('status').where('parent_id', '=', parentId);
      return locking(this.#db.dialect, guardian.where('student_id', '=', studentId)).execute();
    });
    await this.#db.run((db) => {
      const wish = db.selectFrom('weekly_letter_wishes').select('parent_id').where('parent_id', '=', parentId);
      return locking(this.#db.dialect, wish).execute();
    });
    return this.findReader(pair);
  }

  /** Saves a letter; throws the database's unique violation where the week has one. */
  async add(letter: NewLetter): Promise<void> {
    const { parentId, studentId, lastDay, locale, text, wording, metricsVersion, stopHash, now } = letter;
    await this.#db.run((db) =>
      db
        .insertInto('weekly_letters')
        .values({
          parent_id: parentId,
          student_id: studentId,
          last_day: lastDay,
          locale,
          text,
          wording,
          metrics_version: metricsVersion,
          stop_hash: stopHash,
          at: toStored(now),
        })
        .execute(),
    );
  }

  /** The newest letter to a parent about a child. */
  async findLatest({ parentId, studentId }: LetterPair): Promise<SentLetter | undefined> {
    return this.#db.run((db) =>
      db
        .selectFrom('weekly_letters')
        .select(['last_day as lastDay', 'locale', 'text', 'wording as wording'])
        .where('parent_id', '=', parentId)
        .where('student_id', '=', studentId)
        .orderBy('last_day', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
  }

  /** Whose letters a link ends; undefined for one that there never was or that was used. */
  async findStop(stopHash: string): Promise<{ parentId: number } | undefined> {
    return this.#db.run((db) =>
      db
        .selectFrom('weekly_letters')
        .select('parent_id as parentId')
        .where('stop_hash', '=', stopHash)
        .executeTakeFirst(),
    );
  }

  /** Uses a link up; false: somebody else just did. */
  async useStop(stopHash: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db.updateTable('weekly_letters').set({ stop_hash: null }).where('stop_hash', '=', stopHash).executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }
}

/** Verified guardianships of parents who asked for letters and have an address, both accounts in use. */
function wanted(db: Handle) {
  return db
    .selectFrom('weekly_letter_wishes as wish')
    .innerJoin('parents_students as guardian', 'guardian.parent_id', 'wish.parent_id')
    .innerJoin('users as parent', 'parent.id', 'guardian.parent_id')
    .innerJoin('users as child', 'child.id', 'guardian.student_id')
    .innerJoin('students as pupil', 'pupil.user_id', 'guardian.student_id')
    .where('guardian.status', '=', 'verified')
    .where('parent.email', 'is not', null)
    .where('parent.disabled_at', 'is', null)
    .where('child.disabled_at', 'is', null);
}
