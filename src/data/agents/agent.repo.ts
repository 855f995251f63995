import type { NamedModel, NamedModels } from '../../domain/agents/choose-model.ts';
import { type CivilDay, civilDay, machineTimeZone } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import { addToUsage } from '../analytics/model-usage.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';

/** How an agent asks its model, and which models are named for it; `chooseModel` says which of them it is. */
export interface AgentSettings extends NamedModels {
  temperature: number;
  maxTokens: number;
}

export interface TeacherRecord extends AgentSettings {
  id: number;
  name: string;
  subject: string;
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

/** What an evaluator asks with where nobody entered one. */
const USUAL_EVALUATOR = { temperature: 0.3, maxTokens: 1000 } as const;

const MODELS = [
  'own.name as ownName',
  'own.provider as ownProvider',
  'own.base_url as ownUrl',
  'own.status as ownStatus',
  'general.name as generalName',
  'general.provider as generalProvider',
  'general.base_url as generalUrl',
  'general.status as generalStatus',
] as const;

interface ModelColumns {
  ownName: string | null;
  ownProvider: NamedModel['provider'] | null;
  ownUrl: string | null;
  ownStatus: NamedModel['status'] | null;
  generalName: string | null;
  generalProvider: NamedModel['provider'] | null;
  generalUrl: string | null;
  generalStatus: NamedModel['status'] | null;
}

function modelsOf(row: ModelColumns): NamedModels {
  const named = (
    name: string | null,
    provider: NamedModel['provider'] | null,
    baseUrl: string | null,
    status: NamedModel['status'] | null,
  ) => (name === null || provider === null || status === null ? null : { name, provider, baseUrl, status });
  return {
    own: named(row.ownName, row.ownProvider, row.ownUrl, row.ownStatus),
    ofSubject: named(row.generalName, row.generalProvider, row.generalUrl, row.generalStatus),
  };
}

function teacherOf(row: ModelColumns & Omit<TeacherRecord, keyof NamedModels>): TeacherRecord {
  const { id, name, subject, temperature, maxTokens } = row;
  return { id, name, subject, temperature, maxTokens, ...modelsOf(row) };
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
    return row && teacherOf(row);
  }

  /** The model that a school chose for a subject; null where it left that to the operator. */
  async modelOfSchool(schoolId: number, subject: string): Promise<NamedModel | null> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('school_models')
        .innerJoin('ai_models', 'ai_models.id', 'school_models.ai_model_id')
        .select(['name', 'provider', 'base_url as baseUrl', 'status'])
        .where('school_id', '=', schoolId)
        .where('subject_name', '=', subject)
        .executeTakeFirst(),
    );
    return row ?? null;
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
    return teacherOf(row);
  }

  /**
   * The operational evaluator, the first by id, and the models that are named for it in a subject. Null where every evaluator is
   * out of use; where there never was one, the usual settings.
   */
  async findEvaluator(subject: string): Promise<AgentSettings | null> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('evaluators')
        .leftJoin('ai_models as own', 'own.id', 'evaluators.ai_model_id')
        .leftJoin('subjects', (join) => join.on('subjects.name', '=', subject))
        .leftJoin('ai_models as general', 'general.id', 'subjects.ai_model_id')
        .select(['evaluators.status', 'evaluators.temperature', 'evaluators.max_tokens as maxTokens', ...MODELS])
        .orderBy('evaluators.id')
        .execute(),
    );
    if (rows.length === 0) return { ...USUAL_EVALUATOR, ...(await this.#ofSubject(subject)) };
    const row = rows.find(({ status }) => status === 'operational');
    return row ? { temperature: row.temperature, maxTokens: row.maxTokens, ...modelsOf(row) } : null;
  }

  async #ofSubject(subject: string): Promise<NamedModels> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('subjects')
        .innerJoin('ai_models', 'ai_models.id', 'subjects.ai_model_id')
        .select(['ai_models.name', 'ai_models.provider', 'ai_models.base_url as baseUrl', 'ai_models.status'])
        .where('subjects.name', '=', subject)
        .executeTakeFirst(),
    );
    return { own: null, ofSubject: row ?? null };
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

  /** Writes a call down, for the class that its pupil is in now, and adds it to what the school used on that day. */
  async addCall(call: ModelCall): Promise<void> {
    await this.#db.tx(async (db) => {
      const classId = call.studentId === null ? null : await this.classOf(call.studentId);
      await db
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
          class_id: classId,
        })
        .execute();
      if (call.schoolId !== null) {
        await addToUsage(this.#db, call.schoolId, civilDay(call.at, machineTimeZone()), { ...call, classId });
      }
    });
  }

  /** The class whose budget a pupil's calls are on: the newest that is not put away. */
  async classOf(studentId: number): Promise<number | null> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('classes_students')
        .innerJoin('classes', 'classes.id', 'classes_students.class_id')
        .select('classes.id')
        .where('classes_students.student_id', '=', studentId)
        .where('classes.archived_at', 'is', null)
        .orderBy('classes.year', 'desc')
        .orderBy('classes.id')
        .limit(1)
        .executeTakeFirst(),
    );
    return row?.id ?? null;
  }

  /** Tokens that a pupil's sessions have used on a day of the school. */
  async tokensOn(studentId: number, day: CivilDay): Promise<number> {
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

  async addTokens(studentId: number, day: CivilDay, tokens: number): Promise<void> {
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
    .leftJoin('ai_models as own', 'own.id', 'teachers.ai_model_id')
    .leftJoin('subjects', 'subjects.name', 'teachers.subject_name')
    .leftJoin('ai_models as general', 'general.id', 'subjects.ai_model_id')
    .select([
      'teachers.id',
      'teachers.name',
      'teachers.subject_name as subject',
      'teachers.temperature',
      'teachers.max_tokens as maxTokens',
      ...MODELS,
    ])
    .orderBy('teachers.id');
}
