import type { Insertable } from 'kysely';
import type { Handle } from '../../db/database-manager.ts';
import type { Tables } from '../../db/schema.ts';
import { insertAll, nextId } from '../bulk.ts';

/** What is referred to comes first. */
const ORDER = [
  'home_hours_study_sessions',
  'home_sessions_students',
  'learning_units_home_sessions',
  'home_hours_study_session_pauses',
  'lessons',
  'school_hours_study_sessions',
  'school_sessions_students',
  'attendance_changes',
  'learning_units_school_sessions',
  'learning_units_school_sessions_students',
  'school_hours_study_session_pauses',
  'messages',
  'session_dialogues',
  'attempts',
  'sessional_proficiency_evaluations',
  'sessional_investment_evaluations',
  'sessional_social_evaluations',
  'given_scores',
  'safety_alerts',
  'jobs',
] as const;
type HistoryTable = (typeof ORDER)[number];
type Rows = { [Table in HistoryTable]: Insertable<Tables[Table]>[] };

const NUMBERED = [
  'home_hours_study_sessions',
  'home_hours_study_session_pauses',
  'lessons',
  'school_hours_study_sessions',
  'school_hours_study_session_pauses',
  'attendance_changes',
  'messages',
  'session_dialogues',
  'attempts',
  'sessional_proficiency_evaluations',
  'sessional_investment_evaluations',
  'sessional_social_evaluations',
  'given_scores',
  'safety_alerts',
  'jobs',
] as const satisfies readonly HistoryTable[];
type NumberedTable = (typeof NUMBERED)[number];

/** Everything that happened, as rows; ids are given out here, so that rows can refer to each other before they are saved. */
export class HistoryRows {
  readonly rows: Rows = {
    home_hours_study_sessions: [],
    home_sessions_students: [],
    learning_units_home_sessions: [],
    home_hours_study_session_pauses: [],
    lessons: [],
    school_hours_study_sessions: [],
    school_sessions_students: [],
    attendance_changes: [],
    learning_units_school_sessions: [],
    learning_units_school_sessions_students: [],
    school_hours_study_session_pauses: [],
    messages: [],
    session_dialogues: [],
    attempts: [],
    sessional_proficiency_evaluations: [],
    sessional_investment_evaluations: [],
    sessional_social_evaluations: [],
    given_scores: [],
    safety_alerts: [],
    jobs: [],
  };
  readonly #next: Map<NumberedTable, number>;

  private constructor(next: Map<NumberedTable, number>) {
    this.#next = next;
  }

  /** Ids go on from what the database holds. */
  static async open(db: Handle): Promise<HistoryRows> {
    const next = new Map<NumberedTable, number>();
    for (const table of NUMBERED) next.set(table, await nextId(db, table));
    return new HistoryRows(next);
  }

  readonly takeId = (table: NumberedTable): number => {
    const id = this.#next.get(table) ?? 1;
    this.#next.set(table, id + 1);
    return id;
  };

  async save(db: Handle): Promise<void> {
    for (const table of ORDER) await insertAll(db, table, this.rows[table]);
  }
}
