import type { KeptAnswer } from '../../domain/assessment/answer-write.ts';
import type { DrawnQuestion } from '../../domain/assessment/draw-questions.ts';
import type { Mark, MarkVerdict } from '../../domain/assessment/mark-answer.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { inChunks, upsert } from '../db/sql.ts';

/** Who gives a mark: the answer checker, the teacher agent, a person, or a correction of the question. */
export type Marker = 'checker' | 'teacher' | 'class manager' | 'regrade';

/** A question of a sitting with its answer, and its mark once there is one. */
export interface TestAnswer extends KeptAnswer {
  sittingId: number;
  /** From 1. */
  position: number;
  qaId: number;
  /** What was asked, whatever has become of the question since. */
  revisionId: number;
  courseId: number;
  unitName: string;
  points: number;
  savedAt: Instant | null;
  /** Null: not marked yet. */
  verdict: MarkVerdict | null;
  share: number | null;
  understood: string | null;
  markedBy: Marker | null;
  comment: string | null;
  /** What was written is kept no longer; `answer` is empty. */
  removed: boolean;
}

/** An answer with a mark. */
export type MarkedAnswer = TestAnswer & { verdict: MarkVerdict; share: number };

/** A mark as it is given. */
export interface GivenMark extends Mark {
  by: Marker;
  /** The person, where it was one. */
  markerId: number | null;
  comment: string | null;
  /** Why an earlier mark was changed. */
  reason: string | null;
}

/** A mark that stands in the record, changed since or not. */
export interface MarkEntry {
  position: number;
  verdict: MarkVerdict;
  share: number;
  by: Marker;
  reason: string | null;
  at: Instant;
}

export type ReflectionMoment = 'handed in' | 'reviewed';

export interface Reflection {
  moment: ReflectionMoment;
  feeling: EmotionalState;
  /** 1 … 10; 10 means very hard. */
  difficulty: number;
}

/** The questions of sittings with what was answered and how it was marked. */
export class TestAnswerRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Pins the questions of a sitting in their order. */
  async pin(sittingId: number, questions: readonly DrawnQuestion[]): Promise<void> {
    const rows = questions.map((question, index) => ({
      sitting_id: sittingId,
      position: index + 1,
      qa_id: question.qaId,
      revision_id: question.revisionId,
      course_id: question.courseId,
      unit_name: question.unitName,
      points: question.points,
      answer: '',
      seq: 0,
    }));
    for (const chunk of inChunks(rows, 200)) {
      await this.#db.run((db) => db.insertInto('test_answers').values(chunk).execute());
    }
  }

  async listOfSitting(sittingId: number): Promise<TestAnswer[]> {
    return (await this.listOfSittings([sittingId])).get(sittingId) ?? [];
  }

  /** By sitting, each in the order of its questions. One query. */
  async listOfSittings(sittingIds: readonly number[]): Promise<Map<number, TestAnswer[]>> {
    if (sittingIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      selectAnswers(db)
        .where('sitting_id', 'in', [...sittingIds])
        .orderBy('sitting_id')
        .orderBy('position')
        .execute(),
    );
    return Map.groupBy(rows.map(toAnswer), ({ sittingId }) => sittingId);
  }

  /** How many answers of each sitting have no mark yet; sittings without such are missing from the map. */
  async countUnmarked(sittingIds: readonly number[]): Promise<Map<number, number>> {
    if (sittingIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('test_answers')
        .select(({ fn }) => ['sitting_id as sittingId', fn.countAll<number>().as('answers')])
        .where('sitting_id', 'in', [...sittingIds])
        .where('verdict', 'is', null)
        .groupBy('sitting_id')
        .execute(),
    );
    return new Map(rows.map((row) => [row.sittingId, Number(row.answers)]));
  }

  /** Keeps an answer. The caller holds the sitting. */
  async write(
    sittingId: number,
    position: number,
    set: { answer: string; seq: number; device: string; now: Instant },
  ): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('test_answers')
        .set({ answer: set.answer, seq: set.seq, saved_by: set.device, saved_at: toStored(set.now) })
        .where('sitting_id', '=', sittingId)
        .where('position', '=', position)
        .execute(),
    );
  }

  /** Gives a mark and notes it in the record. The caller holds the sitting. */
  async mark(sittingId: number, position: number, mark: GivenMark, now: Instant): Promise<void> {
    await this.#db.run(async (db) => {
      await db
        .updateTable('test_answers')
        .set({
          verdict: mark.verdict,
          share: mark.share,
          understood: mark.understood,
          marked_by: mark.by,
          marker_id: mark.markerId,
          comment: mark.comment,
          marked_at: toStored(now),
        })
        .where('sitting_id', '=', sittingId)
        .where('position', '=', position)
        .execute();
      await db
        .insertInto('test_marks')
        .values({
          sitting_id: sittingId,
          position,
          verdict: mark.verdict,
          share: mark.share,
          source: mark.by,
          marker_id: mark.markerId,
          reason: mark.reason,
          created_at: toStored(now),
        })
        .execute();
    });
  }

  /** Every mark that was ever given in a sitting, oldest first. */
  async listMarks(sittingId: number): Promise<MarkEntry[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('test_marks')
        .select(['position', 'verdict', 'share', 'source as by', 'reason', 'created_at'])
        .where('sitting_id', '=', sittingId)
        .orderBy('id')
        .execute(),
    );
    return rows.map(({ created_at: at, ...row }) => ({ ...row, at: fromStored(at) }));
  }

  /** What a pupil says of a test at one of two moments; said again it replaces what was said. */
  async saveReflection(sittingId: number, { moment, feeling, difficulty }: Reflection, now: Instant): Promise<void> {
    await upsert(
      this.#db,
      'test_reflections',
      ['sitting_id', 'moment'],
      [{ sitting_id: sittingId, moment, emotional_state: feeling, difficulty, created_at: toStored(now) }],
    );
  }

  async listReflections(sittingId: number): Promise<Reflection[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('test_reflections')
        .select(['moment', 'emotional_state as feeling', 'difficulty'])
        .where('sitting_id', '=', sittingId)
        .orderBy('moment')
        .execute(),
    );
  }
}

/** The answers of sittings, to be narrowed down. */
export function selectAnswers(db: Handle) {
  return db
    .selectFrom('test_answers')
    .select([
      'sitting_id as sittingId',
      'position',
      'qa_id as qaId',
      'revision_id as revisionId',
      'course_id as courseId',
      'unit_name as unitName',
      'points',
      'test_answers.answer',
      'seq',
      'saved_by as savedBy',
      'saved_at as savedAt',
      'verdict',
      'share',
      'understood',
      'marked_by as markedBy',
      'comment',
      'removed_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAnswers>['execute']>>[number];

export function toAnswer(row: Row): TestAnswer {
  const { removed_at, ...answer } = row;
  return { ...answer, savedAt: fromStoredOrNull(answer.savedAt), removed: removed_at !== null };
}
