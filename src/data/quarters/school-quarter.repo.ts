import { sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';
import type { QuarterName } from './quarter.repo.ts';

/** How far a class of a school is with a quarter. */
export interface ClassProgress {
  classId: number;
  name: string;
  gradeLevel: string;
  year: number;
  /** Pupils for whom the quarter is closed, and those of them who see it. */
  pupils: number;
  released: number;
  /** Scores of investment and of the social side; those of them that the class manager has said something of, and those that are missing. */
  human: number;
  given: number;
  missing: number;
}

/** How far the classes of a school are with a quarter. */
export class SchoolQuarterRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** By name; classes of which nobody has that quarter are left out. Three queries. */
  async classes(schoolId: number, { schoolYear, quarter }: QuarterName): Promise<ClassProgress[]> {
    const { rows: pupils } = await this.#db.run((db) =>
      sql<Omit<ClassProgress, 'human' | 'given' | 'missing'>>`select room.id as classId, room.name,
          room.grade_level as gradeLevel, room.year, count(distinct made.student_id) as pupils,
          count(distinct shown.student_id) as released
        from classes room join classes_students member on member.class_id = room.id
        join users account on account.id = member.student_id and account.disabled_at is null
        join quarter_proficiency_evaluations made on made.student_id = member.student_id
          and made.school_year = ${schoolYear} and made.quarter = ${quarter}
        left join quarter_releases shown on shown.student_id = member.student_id
          and shown.school_year = ${schoolYear} and shown.quarter = ${quarter}
        where room.school_id = ${schoolId} and room.archived_at is null
        group by room.id, room.name, room.grade_level, room.year order by room.year desc, room.name`.execute(db),
    );
    const sums = new Map<number, { human: number; given: number; missing: number }>();
    for (const kind of ['investment', 'social'] as const) {
      const table = sql.table(`quarter_${kind}_evaluations`);
      const { rows } = await this.#db.run((db) =>
        sql<{ classId: number; human: number; given: number; missing: number }>`select member.class_id as classId,
            count(*) as human, count(own.id) as given,
            sum(case when made.score is null and own.id is null then 1 else 0 end) as missing
          from classes room join classes_students member on member.class_id = room.id
          join users account on account.id = member.student_id and account.disabled_at is null
          join ${table} made on made.student_id = member.student_id and made.source = 'evaluator'
            and made.school_year = ${schoolYear} and made.quarter = ${quarter}
          left join ${table} own on own.student_id = made.student_id and own.subject_name = made.subject_name
            and own.source = 'class manager' and own.school_year = ${schoolYear} and own.quarter = ${quarter}
          where room.school_id = ${schoolId} and room.archived_at is null group by member.class_id`.execute(db),
      );
      for (const row of rows) {
        const sum = sums.get(row.classId) ?? { human: 0, given: 0, missing: 0 };
        sums.set(row.classId, {
          human: sum.human + Number(row.human),
          given: sum.given + Number(row.given),
          missing: sum.missing + Number(row.missing),
        });
      }
    }
    return pupils.map((row) => ({
      ...row,
      pupils: Number(row.pupils),
      released: Number(row.released),
      ...(sums.get(row.classId) ?? { human: 0, given: 0, missing: 0 }),
    }));
  }
}
