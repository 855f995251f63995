import type { DatabaseManager, Handle } from '../db/database-manager.ts';

/** How much of each kind is stored about a pupil. */
export interface StoredCounts {
  sessions: number;
  messages: number;
  answers: number;
  evaluations: number;
  tests: number;
}

/** What is stored about one person, in numbers. */
export class StoredAboutRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Home and school together. One query. */
  async ofPupil(studentId: number): Promise<StoredCounts> {
    const row = await this.#db.run((db) =>
      db
        .selectNoFrom([
          counted(db, 'home_sessions_students', studentId).as('home'),
          counted(db, 'school_sessions_students', studentId).as('school'),
          counted(db, 'messages', studentId).as('messages'),
          counted(db, 'attempts', studentId).as('answers'),
          counted(db, 'sessional_proficiency_evaluations', studentId).as('proficiency'),
          counted(db, 'sessional_investment_evaluations', studentId).as('investment'),
          counted(db, 'sessional_social_evaluations', studentId).as('social'),
          counted(db, 'tests_students', studentId).as('tests'),
        ])
        .executeTakeFirstOrThrow(),
    );
    const number = (value: number | null) => Number(value ?? 0);
    return {
      sessions: number(row.home) + number(row.school),
      messages: number(row.messages),
      answers: number(row.answers),
      evaluations: number(row.proficiency) + number(row.investment) + number(row.social),
      tests: number(row.tests),
    };
  }
}

type OfStudent =
  | 'home_sessions_students'
  | 'school_sessions_students'
  | 'messages'
  | 'attempts'
  | 'sessional_proficiency_evaluations'
  | 'sessional_investment_evaluations'
  | 'sessional_social_evaluations'
  | 'tests_students';

function counted(db: Handle, table: OfStudent, studentId: number) {
  return db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('student_id', '=', studentId);
}
