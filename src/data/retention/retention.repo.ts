import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { dueAtHome, dueAtSchool, type Kept } from './due-sessions.ts';
import { countWritten, dueSittings, removeWritten, sittingIds } from './test-words.ts';

export type { Kept };

export interface Removed {
  sessions: number;
  /** Messages whose words went; 0 where records are removed. */
  messages: number;
  /** Sittings of tests, and the answers in them that pupils wrote; 0 where records are removed. */
  tests: number;
  answers: number;
}

type Place = 'home_session_id' | 'school_session_id';

const NO_EVIDENCE = JSON.stringify({ messageIds: [], attemptIds: [] });
const SCORES = ['sessional_proficiency_evaluations', 'sessional_investment_evaluations'] as const;

/** Removes what was said, or what was written about it, and leaves every figure as it is. */
export class RetentionRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** What would be removed now. */
  async countDue(schoolId: number, kept: Kept, before: Instant): Promise<Removed> {
    return this.#db.run(async (db) => {
      const home = dueAtHome(db, schoolId, kept, before);
      const school = dueAtSchool(db, schoolId, kept, before);
      const atHome = await home
        .select(sql<number>`count(distinct session.id)`.as('sessions'))
        .executeTakeFirstOrThrow();
      const inLessons = await school
        .select(sql<number>`count(distinct session.id)`.as('sessions'))
        .executeTakeFirstOrThrow();
      const sessions = Number(atHome.sessions) + Number(inLessons.sessions);
      if (kept === 'records') return { sessions, messages: 0, tests: 0, answers: 0 };
      const said = await db
        .selectFrom('messages')
        .select(({ fn }) => fn.countAll<number>().as('messages'))
        .where('content', '<>', '')
        .where((eb) =>
          eb.or([
            eb('home_session_id', 'in', home.select('session.id')),
            eb('school_session_id', 'in', school.select('session.id')),
          ]),
        )
        .executeTakeFirstOrThrow();
      const sittings = dueSittings(db, schoolId, before);
      const { tests } = await sittings.select(({ fn }) => fn.countAll<number>().as('tests')).executeTakeFirstOrThrow();
      const answers = await countWritten(db, sittingIds(sittings));
      return { sessions, messages: Number(said.messages), tests: Number(tests), answers };
    });
  }

  /**
   * Removes it from at most so many sessions and sittings of tests, the oldest first; the caller's transaction holds all of it. Fewer of
   * both than that: there are no more.
   */
  async remove(schoolId: number, kept: Kept, when: { before: Instant; now: Instant }, most: number): Promise<Removed> {
    return this.#db.tx(async (db) => {
      const home = await dueAtHome(db, schoolId, kept, when.before)
        .select('session.id')
        .orderBy('session.created_at')
        .limit(most)
        .execute();
      const school = await dueAtSchool(db, schoolId, kept, when.before)
        .select('session.id')
        .orderBy('session.start_time')
        .limit(most - home.length)
        .execute();
      if (kept === 'words') await removeErasedWords(db, schoolId, when.before);
      let messages = 0;
      for (const [place, rows] of [
        ['home_session_id', home],
        ['school_session_id', school],
      ] as const) {
        const ids = rows.map(({ id }) => id);
        if (ids.length === 0) continue;
        if (kept === 'words') messages += await removeWords(db, place, ids);
        else await removeRecords(db, place, ids);
        await mark(db, place, kept, ids, when.now);
      }
      const sessions = home.length + school.length;
      if (kept === 'records') return { sessions, messages, tests: 0, answers: 0 };
      const sittings = await sittingIds(dueSittings(db, schoolId, when.before))
        .orderBy('sitting.begun_at')
        .limit(most - sessions)
        .execute();
      const answers = await removeWritten(
        db,
        sittings.map(({ id }) => id),
        when.now,
      );
      return { sessions, messages, tests: sittings.length, answers };
    });
  }
}

async function mark(db: Handle, place: Place, kept: Kept, ids: number[], now: Instant): Promise<void> {
  const at = toStored(now);
  const set = kept === 'words' ? { words_removed_at: at } : { records_removed_at: at };
  const table = place === 'home_session_id' ? 'home_hours_study_sessions' : 'school_hours_study_sessions';
  await db.updateTable(table).set(set).where('id', 'in', ids).execute();
}

/** What was said, and whatever quotes it: answers as they were written, briefs, what a model wrote about it, files. */
async function removeWords(db: Handle, place: Place, ids: number[]): Promise<number> {
  await db
    .deleteFrom('attachments')
    .where('message_id', 'in', db.selectFrom('messages').select('id').where(place, 'in', ids))
    .execute();
  const { numUpdatedRows } = await db
    .updateTable('messages')
    .set({ content: '', brief: null })
    .where(place, 'in', ids)
    .where('content', '<>', '')
    .executeTakeFirst();
  await db
    .updateTable('attempts')
    .set({ answer: '', understood: sql`case when choice_id is null then null else understood end` })
    .where(place, 'in', ids)
    .execute();
  await forgetInDialogues(db, place, ids);
  for (const table of SCORES) {
    await db.updateTable(table).set({ evidence: NO_EVIDENCE }).where(place, 'in', ids).execute();
    await db
      .updateTable(table)
      .set({ description: '' })
      .where(place, 'in', ids)
      .where('source', '=', 'evaluator')
      .where('provider', '<>', 'embedded')
      .execute();
  }
  await db
    .updateTable('evaluation_regrades')
    .set({ evidence_before: NO_EVIDENCE, description_before: '' })
    .where(place, 'in', ids)
    .execute();
  return Number(numUpdatedRows);
}

/** What those who were erased answered in common with others, like the others' answers: a choice stays. */
async function removeErasedWords(db: Handle, schoolId: number, before: Instant): Promise<void> {
  await db
    .updateTable('erased_answers')
    .set({ understood: null })
    .where('school_id', '=', schoolId)
    .where('day_start', '<', toStored(before))
    .where('understood', 'is not', null)
    .where('revision_id', 'in', db.selectFrom('qa_revisions').select('id').where('choices', '=', '[]'))
    .execute();
}

/** Of where a dialogue stood, what the pupil said goes; what was noticed about it stays. */
async function forgetInDialogues(db: Handle, place: Place, ids: number[]): Promise<void> {
  const rows = await db.selectFrom('session_dialogues').select(['id', 'state']).where(place, 'in', ids).execute();
  for (const { id, state } of rows) {
    const { circle: _, askedSmall: __, ...rest } = JSON.parse(state) as Record<string, unknown>;
    const forgotten = JSON.stringify({ ...rest, open: null, recap: null, offeredQuestions: [] });
    await db.updateTable('session_dialogues').set({ state: forgotten }).where('id', '=', id).execute();
  }
}

/** What people wrote about a session: pupils, class managers, and what was said of scores. */
async function removeRecords(db: Handle, place: Place, ids: number[]): Promise<void> {
  if (place === 'home_session_id') {
    await db
      .updateTable('home_sessions_students')
      .set({ textual_feedback: null })
      .where('home_session_id', 'in', ids)
      .execute();
  } else {
    await db
      .updateTable('school_sessions_students')
      .set({ textual_feedback: null })
      .where('school_session_id', 'in', ids)
      .execute();
    await db.updateTable('given_scores').set({ words: '' }).where('school_session_id', 'in', ids).execute();
    await db.updateTable('lesson_whispers').set({ content: '' }).where('school_session_id', 'in', ids).execute();
    await db
      .updateTable('sessional_social_evaluations')
      .set({ description: '' })
      .where('school_session_id', 'in', ids)
      .execute();
  }
  await db.updateTable('score_reviews').set({ words: '' }).where(place, 'in', ids).execute();
  await db.updateTable('question_reports').set({ comment: '' }).where(place, 'in', ids).execute();
  for (const table of SCORES) {
    await db
      .updateTable(table)
      .set({ description: '' })
      .where(place, 'in', ids)
      .where('source', '=', 'class manager')
      .execute();
  }
}
