import type { Policies, StudyHours } from '../../domain/policies/policies.ts';
import type { DatabaseManager } from '../db/database-manager.ts';

/** A model that the operator entered and that may be chosen. */
export interface ChoosableModel {
  id: number;
  name: string;
  version: string;
  provider: 'openai' | 'compatible' | 'embedded';
}

/** What a school has decided for itself, and which schools there are besides. */
export class SchoolPolicyRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async get(schoolId: number): Promise<Policies> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('schools')
        .select([
          'transcript_policy',
          'unanswered_consent',
          'consent_grace_days',
          'message_months',
          'record_months',
          'study_from',
          'study_until',
        ])
        .where('id', '=', schoolId)
        .executeTakeFirstOrThrow(),
    );
    return {
      transcripts: row.transcript_policy,
      unansweredConsent: row.unanswered_consent === 1,
      consentGraceDays: row.consent_grace_days,
      messageMonths: row.message_months,
      recordMonths: row.record_months,
      studyFrom: row.study_from,
      studyUntil: row.study_until,
    };
  }

  async save(schoolId: number, policies: Policies): Promise<void> {
    const set = {
      transcript_policy: policies.transcripts,
      unanswered_consent: policies.unansweredConsent ? 1 : 0,
      consent_grace_days: policies.consentGraceDays,
      message_months: policies.messageMonths,
      record_months: policies.recordMonths,
      study_from: policies.studyFrom,
      study_until: policies.studyUntil,
    };
    await this.#db.run((db) => db.updateTable('schools').set(set).where('id', '=', schoolId).execute());
  }

  /** Between which minutes of the day a pupil may begin a session at home. */
  async studyHoursOf(studentId: number): Promise<StudyHours> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .innerJoin('schools', 'schools.id', 'students.school_id')
        .select(['study_from as studyFrom', 'study_until as studyUntil'])
        .where('students.user_id', '=', studentId)
        .executeTakeFirst(),
    );
    return row ?? { studyFrom: null, studyUntil: null };
  }

  /** Schools that let anything be removed after a while. */
  async listRetaining(): Promise<{ id: number; messageMonths: number | null; recordMonths: number | null }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('schools')
        .select(['id', 'message_months as messageMonths', 'record_months as recordMonths'])
        .where((eb) => eb.or([eb('message_months', 'is not', null), eb('record_months', 'is not', null)]))
        .execute(),
    );
  }

  /** Models that are operational: only they may be chosen. */
  async listModels(): Promise<ChoosableModel[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('ai_models')
        .select(['id', 'name', 'version', 'provider'])
        .where('status', '=', 'operational')
        .orderBy('name')
        .execute(),
    );
  }

  /** The subjects that have a teacher, and the model that the school chose for each. */
  async listSubjectModels(schoolId: number): Promise<{ subject: string; modelId: number | null }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('subjects')
        .leftJoin('school_models', (join) =>
          join.onRef('school_models.subject_name', '=', 'subjects.name').on('school_models.school_id', '=', schoolId),
        )
        .select(['subjects.name as subject', 'school_models.ai_model_id as modelId'])
        .where('subjects.name', 'in', (eb) =>
          eb.selectFrom('teachers').select('subject_name').where('status', '=', 'operational'),
        )
        .orderBy('subjects.name')
        .execute(),
    );
  }

  /** Null: as the operator has it. */
  async chooseModel(schoolId: number, subject: string, modelId: number | null): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .deleteFrom('school_models')
        .where('school_id', '=', schoolId)
        .where('subject_name', '=', subject)
        .execute();
      if (modelId === null) return;
      const row = { school_id: schoolId, subject_name: subject, ai_model_id: modelId };
      await db.insertInto('school_models').values(row).execute();
    });
  }

  /** Whether pupils of this school may log in with a printed card. */
  async cardLogin(schoolId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db.selectFrom('schools').select('card_login').where('id', '=', schoolId).executeTakeFirstOrThrow(),
    );
    return row.card_login === 1;
  }

  async nameOf(schoolId: number): Promise<string> {
    const row = await this.#db.run((db) =>
      db.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow(),
    );
    return row.name;
  }

  async setCardLogin(schoolId: number, allowed: boolean): Promise<void> {
    const set = { card_login: allowed ? 1 : 0 };
    await this.#db.run((db) => db.updateTable('schools').set(set).where('id', '=', schoolId).execute());
  }

  /** The other schools of this installation, by name. */
  async otherSchools(schoolId: number): Promise<{ id: number; name: string }[]> {
    return this.#db.run((db) =>
      db.selectFrom('schools').select(['id', 'name']).where('id', '<>', schoolId).orderBy('name').execute(),
    );
  }
}
