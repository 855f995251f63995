import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';

export interface TeacherRecord {
  id: number;
  name: string;
  subject: string;
  /** The agent's own model; null: the subject's, else the setting. */
  model: string | null;
  temperature: number;
  maxTokens: number;
}

/** Micro-dollars for a million tokens. */
export interface ModelPrices {
  inputMicrosPerMillion: number;
  outputMicrosPerMillion: number;
}

/** One call to a model, for the ledger: who it was for, what it cost. Never what was said. */
export interface ModelCall {
  at: Instant;
  studentId: number | null;
  schoolId: number | null;
  purpose: string;
  provider: string;
  model: string;
  inputTokens: number;
  outputTokens: number;
  costMicros: number | null;
  milliseconds: number;
  outcome: string;
}

const TEACHER = prepared((db, { id }: { id: number }) => teachers(db).where('teachers.id', '=', id));

/** Teacher and evaluator agents, and the ledger of what their models were asked. */
export class AgentRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** An operational teacher of the subject: the first by id. Undefined when the subject has none. */
  async findTeacher(subject: string): Promise<TeacherRecord | undefined> {
    const row = await this.#db.run((db) =>
      teachers(db)
        .where('teachers.subject_name', '=', subject)
        .where('teachers.status', '=', 'operational')
        .executeTakeFirst(),
    );
    return row && { ...row, model: row.modelStatus === 'operational' ? row.model : null };
  }

  /** Gives a subject without an operational teacher one that runs on the operator's model. True: it was needed. */
  async addTeacherWhereMissing(subject: string, name: string): Promise<boolean> {
    return this.#db.tx(async (db) => {
      if (await this.findTeacher(subject)) return false;
      const values = {
        name,
        subject_name: subject,
        temperature: 0.7,
        max_tokens: 1000,
        status: 'operational',
      } as const;
      await db.insertInto('teachers').values(values).execute();
      return true;
    });
  }

  async getTeacher(id: number): Promise<TeacherRecord> {
    const row = await TEACHER.first(this.#db, { id });
    if (!row) throw new Error(`There is no teacher ${id}.`);
    return { ...row, model: row.modelStatus === 'operational' ? row.model : null };
  }

  /** Subjects that have courses but no operational teacher. */
  async listSubjectsWithoutTeacher(): Promise<string[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses')
        .select('courses.subject_name as subject')
        .distinct()
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('teachers')
                .select('teachers.id')
                .whereRef('teachers.subject_name', '=', 'courses.subject_name')
                .where('teachers.status', '=', 'operational'),
            ),
          ),
        )
        .execute(),
    );
    return rows.map((row) => row.subject);
  }

  /** Prices of a model in micro-dollars for a million tokens, where the operator has entered them. */
  async findPrices(name: string): Promise<ModelPrices | undefined> {
    const row = await this.#db.run((db) =>
      db.selectFrom('ai_models').select(['input_price', 'output_price']).where('name', '=', name).executeTakeFirst(),
    );
    if (!row || row.input_price === null || row.output_price === null) return undefined;
    return { inputMicrosPerMillion: row.input_price, outputMicrosPerMillion: row.output_price };
  }

  async addCall(call: ModelCall): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('model_calls')
        .values({
          at: toStored(call.at),
          student_id: call.studentId,
          school_id: call.schoolId,
          purpose: call.purpose,
          provider: call.provider,
          model: call.model,
          input_tokens: call.inputTokens,
          output_tokens: call.outputTokens,
          cost_micros: call.costMicros,
          milliseconds: Math.round(call.milliseconds),
          outcome: call.outcome,
        })
        .execute(),
    );
  }

  /** Tokens that a pupil's sessions have used on a day (`YYYY-MM-DD`, UTC). */
  async tokensOn(studentId: number, day: string): Promise<number> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('token_usage')
        .select('tokens')
        .where('student_id', '=', studentId)
        .where('day', '=', day)
        .executeTakeFirst(),
    );
    return row?.tokens ?? 0;
  }

  async addTokens(studentId: number, day: string, tokens: number): Promise<void> {
    await this.#db.tx(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('token_usage')
        .set((eb) => ({ tokens: eb('tokens', '+', tokens) }))
        .where('student_id', '=', studentId)
        .where('day', '=', day)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) {
        await db.insertInto('token_usage').values({ student_id: studentId, day, tokens }).execute();
      }
    });
  }
}

function teachers(db: ReturnType<DatabaseManager['handle']>) {
  return db
    .selectFrom('teachers')
    .leftJoin('ai_models', 'ai_models.id', 'teachers.ai_model_id')
    .select([
      'teachers.id',
      'teachers.name',
      'teachers.subject_name as subject',
      'ai_models.name as model',
      'ai_models.status as modelStatus',
      'teachers.temperature',
      'teachers.max_tokens as maxTokens',
    ])
    .orderBy('teachers.id');
}
