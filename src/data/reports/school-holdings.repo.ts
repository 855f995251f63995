import { sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';
import { inClass, withParent } from '../people/directory.repo.ts';

/** Who belongs to a school, without disabled accounts; and pupils for whom something is still to be done. */
export interface SchoolPeople {
  pupils: number;
  parents: number;
  classManagers: number;
  /** Pupils of whom no adult is verified. */
  withoutParent: number;
  /** Pupils who are in no class that is not put away. */
  withoutClass: number;
}

/** The school's tablets; `broken`: defective or not functional, lent or not. */
export interface SchoolDevices {
  tablets: number;
  lent: number;
  free: number;
  broken: number;
}

/** What a school has: people and what they lack, and devices. */
export class SchoolHoldingsRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** One query, however many people. */
  async ofSchool(schoolId: number): Promise<{ people: SchoolPeople; devices: SchoolDevices }> {
    const active = sql`join users u on u.id = s.user_id and u.disabled_at is null`;
    const pupils = sql`from students s ${active} where s.school_id = ${schoolId}`;
    const tablets = sql`from tablets t left join tablets_students l on l.lent_tablet_id = t.id
      where t.school_id = ${schoolId}`;
    const { rows } = await this.#db.run((db) =>
      sql<SchoolPeople & SchoolDevices>`select
        (select count(*) ${pupils}) as pupils,
        (select count(distinct ps.parent_id) from parents_students ps join students s on s.user_id = ps.student_id
          join users u on u.id = ps.parent_id and u.disabled_at is null
          where s.school_id = ${schoolId} and ps.status = 'verified') as parents,
        (select count(*) from class_managers s ${active} where s.school_id = ${schoolId}) as classManagers,
        (select count(*) ${pupils} and s.user_id not in ${withParent}) as withoutParent,
        (select count(*) ${pupils} and s.user_id not in ${inClass}) as withoutClass,
        (select count(*) ${tablets}) as tablets,
        (select count(*) ${tablets} and l.id is not null) as lent,
        (select count(*) ${tablets} and l.id is null and ${functional}) as free,
        (select count(*) ${tablets} and not ${functional}) as broken`.execute(db),
    );
    const [row] = rows;
    if (!row) throw new Error(`School ${schoolId} could not be counted.`);
    return {
      people: {
        pupils: Number(row.pupils),
        parents: Number(row.parents),
        classManagers: Number(row.classManagers),
        withoutParent: Number(row.withoutParent),
        withoutClass: Number(row.withoutClass),
      },
      devices: {
        tablets: Number(row.tablets),
        lent: Number(row.lent),
        free: Number(row.free),
        broken: Number(row.broken),
      },
    };
  }
}

const functional = sql`(${sql.ref('t.condition')} = 'functional')`;
