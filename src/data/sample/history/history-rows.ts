import type { Insertable } from 'kysely';
import type { Handle } from '../../db/database-manager.ts';
import type { Tables } from '../../db/schema.ts';
import { insertAll, nextId } from '../bulk.ts';

type HistoryTable =
  | 'home_sessions_students'
  | 'learning_units_home_sessions'
  | 'home_session_dialogues'
  | NumberedTable;
type Rows = { [Table in HistoryTable]: Insertable<Tables[Table]>[] };

const NUMBERED = [
  'home_hours_study_sessions',
  'home_hours_study_session_pauses',
  'messages',
  'attempts',
  'sessional_proficiency_evaluations',
  'sessional_investment_evaluations',
  'safety_alerts',
  'jobs',
] as const;
type NumberedTable = (typeof NUMBERED)[number];

/** Everything that happened, as rows; ids are given out here, so that rows can refer to each other before they are saved. */
export class HistoryRows {
  readonly rows: Rows = {
    home_hours_study_sessions: [],
    home_sessions_students: [],
    learning_units_home_sessions: [],
    home_hours_study_session_pauses: [],
    messages: [],
    home_session_dialogues: [],
    attempts: [],
    sessional_proficiency_evaluations: [],
    sessional_investment_evaluations: [],
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

  takeId(table: NumberedTable): number {
    const id = this.#next.get(table) ?? 1;
    this.#next.set(table, id + 1);
    return id;
  }

  /** What is referred to comes first. */
  async save(db: Handle): Promise<void> {
    const { rows } = this;
    await insertAll(db, 'home_hours_study_sessions', rows.home_hours_study_sessions);
    await insertAll(db, 'home_sessions_students', rows.home_sessions_students);
    await insertAll(db, 'learning_units_home_sessions', rows.learning_units_home_sessions);
    await insertAll(db, 'home_hours_study_session_pauses', rows.home_hours_study_session_pauses);
    await insertAll(db, 'messages', rows.messages);
    await insertAll(db, 'home_session_dialogues', rows.home_session_dialogues);
    await insertAll(db, 'attempts', rows.attempts);
    await insertAll(db, 'sessional_proficiency_evaluations', rows.sessional_proficiency_evaluations);
    await insertAll(db, 'sessional_investment_evaluations', rows.sessional_investment_evaluations);
    await insertAll(db, 'safety_alerts', rows.safety_alerts);
    await insertAll(db, 'jobs', rows.jobs);
  }
}
