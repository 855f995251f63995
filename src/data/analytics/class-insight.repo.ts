import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';
import type { Period } from './fact-sums.repo.ts';

/** How many pupils are how far in a unit. */
export interface UnitSpread {
  courseId: number;
  courseName: string;
  unitName: string;
  /** Pupils who can study it. */
  pupils: number;
  /** Those of them who have begun it, and who know it. */
  begun: number;
  known: number;
}

/** First answers of these pupils to a question. */
export interface AnsweredQuestion {
  qaId: number;
  question: string;
  courseName: string;
  unitName: string;
  answers: number;
  correct: number;
}

/** A unit of a lesson that was held. */
export interface TaughtUnit {
  lessonId: number;
  courseId: number;
  courseName: string;
  unitName: string;
  start: Instant;
  end: Instant;
}

/** First answers in a unit before it was taught and after. */
export interface AroundLesson {
  before: { answers: number; correct: number };
  after: { answers: number; correct: number };
}

/** What a class knows and what it answered: one query a question, however many pupils. */
export class ClassInsightRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Every unit of the courses of these pupils, in the order in which it is taught. */
  async units(studentIds: readonly number[]): Promise<UnitSpread[]> {
    if (studentIds.length === 0) return [];
    const { rows } = await this.#db.run((db) =>
      sql<
        Record<keyof UnitSpread, string | number>
      >`select course.id as ${sql.ref('courseId')}, course.name as ${sql.ref('courseName')},
          unit.name as ${sql.ref('unitName')}, count(*) as pupils, sum(case when ${BEGUN} then 1 else 0 end) as begun,
          sum(case when standing.state = 'completed' then 1 else 0 end) as known
        from courses_students own ${UNITS} where own.student_id in (${sql.join([...studentIds])})
        group by course.id, course.name, unit.name, unit.position order by course.name, course.id, unit.position`.execute(
        db,
      ),
    );
    return rows.map(({ courseName, unitName, ...row }) => ({
      ...numbersOf(row),
      courseName: String(courseName),
      unitName: String(unitName),
    })) as UnitSpread[];
  }

  /** How far each class of a school is in each course of its pupils, with those who were erased. */
  async coverage(schoolId: number): Promise<CourseCoverage[]> {
    const { rows } = await this.#db.run((db) =>
      sql<
        Record<keyof CourseCoverage, string | number>
      >`select part.class_id as ${sql.ref('classId')}, course.id as ${sql.ref('courseId')},
          course.name as ${sql.ref('courseName')}, max(part.pupils) as pupils, count(*) as units,
          sum(case when part.begun > 0 then 1 else 0 end) as begun, sum(part.pupils) as parts,
          sum(part.begun) as ${sql.ref('partsBegun')}, sum(part.known) as ${sql.ref('partsKnown')}
        from (select class_id, course_id, unit_name, sum(pupils) as pupils, sum(begun) as begun, sum(known) as known
          from (${partsThere(schoolId)} union all ${partsErased(schoolId)}) both_kinds group by class_id, course_id, unit_name) part
        join courses course on course.id = part.course_id
        group by part.class_id, course.id, course.name order by part.class_id, course.name`.execute(db),
    );
    return rows.map(
      ({ courseName, ...row }) => ({ ...numbersOf(row), courseName: String(courseName) }) as CourseCoverage,
    );
  }

  /**
   * Questions that a class with these pupils, and whoever was erased from it, answered least well at the first try in these days, of those
   * with enough answers.
   */
  async hardestQuestions(
    { classId, studentIds }: { classId: number; studentIds: readonly number[] },
    { from, to }: Period,
    { least, limit }: { least: number; limit: number },
  ): Promise<AnsweredQuestion[]> {
    const [first, end] = [toStored(from), toStored(to)];
    const among = studentIds.length === 0 ? sql`1 = 0` : sql`student_id in (${sql.join([...studentIds])})`;
    const { rows } = await this.#db.run((db) =>
      sql<
        Record<keyof AnsweredQuestion, string | number>
      >`select qa.id as ${sql.ref('qaId')}, qa.question, course.name as ${sql.ref('courseName')},
          qa.unit_name as ${sql.ref('unitName')}, tried.answers, tried.correct
        from (select qa_id, sum(answers) as answers, sum(correct) as correct from (
            select qa_id, count(*) as answers, sum(case when verdict = 'correct' then 1 else 0 end) as correct
              from attempts where ${among} and counts = 1 and created_at >= ${first} and created_at < ${end} group by qa_id
            union all select qa_id, answers, correct from erased_class_answers
              where class_id = ${classId} and day_start >= ${first} and day_start < ${end}
          ) given group by qa_id having sum(answers) >= ${least}) tried
        join qas qa on qa.id = tried.qa_id join courses course on course.id = qa.course_id and course.archived_at is null
        order by 1.0 * tried.correct / tried.answers, tried.answers desc, qa.id limit ${limit}`.execute(db),
    );
    return rows.map(({ qaId, answers, correct, ...words }) => ({
      ...numbersOf({ qaId, answers, correct }),
      question: String(words.question),
      courseName: String(words.courseName),
      unitName: String(words.unitName),
    })) as AnsweredQuestion[];
  }

  /** Units that these pupils were taught in the last lessons of a class that began in these days and are over, the newest first. */
  async taughtUnits(
    { classId, studentIds }: { classId: number; studentIds: readonly number[] },
    { from, to }: Period,
    limit: number,
  ): Promise<TaughtUnit[]> {
    if (studentIds.length === 0) return [];
    const { rows } = await this.#db.run((db) =>
      sql<{ lesson: number; course: number; name: string; unit: string; start: StoredInstant; finish: StoredInstant }>`
        select distinct lesson.id as lesson, course.id as course, course.name as name, taught.unit_name as unit,
          lesson.start_time as start, lesson.end_time as finish
        from lessons lesson join school_hours_study_sessions s on s.lesson_id = lesson.id
        join school_sessions_students place on place.school_session_id = s.id and place.student_id in (${sql.join([...studentIds])})
        join learning_units_school_sessions taught on taught.school_session_id = s.id
        join courses course on course.id = taught.course_id and course.archived_at is null
        where lesson.class_id = ${classId} and lesson.start_time >= ${toStored(from)} and lesson.start_time < ${toStored(to)}
          and lesson.end_time is not null
        order by lesson.start_time desc, lesson.id desc, taught.unit_name limit ${limit}`.execute(db),
    );
    return rows.map((row) => ({
      lessonId: Number(row.lesson),
      courseId: Number(row.course),
      courseName: row.name,
      unitName: row.unit,
      start: fromStored(row.start),
      end: fromStored(row.finish),
    }));
  }

  /** What these pupils answered in each of these units so long before the lesson began and so long after it ended, in their order. */
  async aroundLessons(
    studentIds: readonly number[],
    units: readonly TaughtUnit[],
    span: number,
  ): Promise<AroundLesson[]> {
    if (studentIds.length === 0 || units.length === 0) return units.map(() => AROUND_NOTHING);
    const spans = units.map(({ courseId, unitName, start, end }, place) => {
      const [from, to] = [toStored(start - span), toStored(end + span)];
      return sql`select ${sql.lit(place)} as place, ${courseId} as course_id, ${unitName} as unit_name, ${from} as first,
        ${toStored(start)} as start, ${toStored(end)} as finish, ${to} as last`;
    });
    const count = (when: string, verdict = '') =>
      sql`sum(case when ${sql.raw(when)} ${sql.raw(verdict)} then 1 else 0 end)`;
    const [before, after] = ['tried.created_at < span.start', 'tried.created_at >= span.finish'];
    const { rows } = await this.#db.run((db) =>
      sql<{ place: number; before: number; beforeRight: number; after: number; afterRight: number }>`
        select span.place, ${count(before)} as ${sql.ref('before')}, ${count(before, "and tried.verdict = 'correct'")} as ${sql.ref('beforeRight')},
          ${count(after)} as ${sql.ref('after')}, ${count(after, "and tried.verdict = 'correct'")} as ${sql.ref('afterRight')}
        from (${sql.join(spans, sql` union all `)}) span
        join attempts tried on tried.course_id = span.course_id and tried.unit_name = span.unit_name
          and tried.created_at >= span.first and tried.created_at < span.last
        where tried.student_id in (${sql.join([...studentIds])}) and tried.counts = 1 group by span.place`.execute(db),
    );
    const found = new Map(rows.map((row) => [Number(row.place), row]));
    return units.map((_, place) => {
      const row = found.get(place);
      if (!row) return AROUND_NOTHING;
      return {
        before: { answers: Number(row.before), correct: Number(row.beforeRight) },
        after: { answers: Number(row.after), correct: Number(row.afterRight) },
      };
    });
  }

  /** Units of each pupil's tests of these days that are not begun, and how many of them the pupil knows. */
  async testedUnits(studentIds: readonly number[], { from, to }: Period): Promise<Map<number, TestedUnits>> {
    if (studentIds.length === 0) return new Map();
    const { rows } = await this.#db.run((db) =>
      sql<{ student: number; units: number; known: number; first: StoredInstant }>`
        select asked.student, count(*) as units, sum(asked.known) as known, min(asked.first) as ${sql.ref('first')} from (
          select sitting.student_id as student, min(sitting.date) as ${sql.ref('first')},
            max(case when standing.state = 'completed' then 1 else 0 end) as known
          from tests_students sitting join tests_learning_units unit on unit.test_id = sitting.test_id
          left join learning_units_students standing on standing.student_id = sitting.student_id
            and standing.course_id = unit.course_id and standing.unit_name = unit.unit_name
          where sitting.student_id in (${sql.join([...studentIds])}) and sitting.phase = 'not begun'
            and sitting.date >= ${toStored(from)} and sitting.date < ${toStored(to)}
          group by sitting.student_id, unit.course_id, unit.unit_name
        ) asked group by asked.student`.execute(db),
    );
    return new Map(
      rows.map(({ student, units, known, first }) => [
        Number(student),
        { units: Number(units), known: Number(known), first: fromStored(first) },
      ]),
    );
  }
}

export interface TestedUnits {
  units: number;
  known: number;
  /** When the first of the tests begins. */
  first: Instant;
}

/** How far a class is in a course. A part is a unit of one pupil. */
export interface CourseCoverage {
  classId: number;
  courseId: number;
  courseName: string;
  pupils: number;
  units: number;
  /** Units that somebody in the class has begun. */
  begun: number;
  parts: number;
  partsBegun: number;
  partsKnown: number;
}

const AROUND_NOTHING: AroundLesson = { before: { answers: 0, correct: 0 }, after: { answers: 0, correct: 0 } };

const BEGUN = sql`standing.state in ('in progress', 'completed')`;
const STUDIED_COURSE = sql`course.archived_at is null and course.draft_since is null`;
const STUDIED_UNIT = sql`unit.course_id = course.id and unit.archived_at is null and unit.draft_since is null`;
const UNITS = sql`join courses course on course.id = own.course_id and ${STUDIED_COURSE}
  join learning_units unit on ${STUDIED_UNIT}
  left join learning_units_students standing on standing.student_id = own.student_id and standing.course_id = unit.course_id
    and standing.unit_name = unit.name`;

/** The units of the courses of each class of a school: how many pupils can study one, have begun it and know it. */
const partsThere = (
  schoolId: number,
) => sql`select member.class_id, unit.course_id, unit.name as unit_name, count(*) as pupils,
    sum(case when ${BEGUN} then 1 else 0 end) as begun, sum(case when standing.state = 'completed' then 1 else 0 end) as known
  from classes class join classes_students member on member.class_id = class.id
  join users account on account.id = member.student_id and account.disabled_at is null
  join courses_students own on own.student_id = member.student_id
  ${UNITS} where class.school_id = ${schoolId} and class.archived_at is null group by member.class_id, unit.course_id, unit.name`;
const partsErased = (schoolId: number) => sql`select gone.class_id, unit.course_id, unit.name as unit_name, gone.pupils,
    coalesce(standing.begun, 0) as begun, coalesce(standing.known, 0) as known
  from classes class join erased_enrolments gone on gone.class_id = class.id
  join courses course on course.id = gone.course_id and ${STUDIED_COURSE} join learning_units unit on ${STUDIED_UNIT}
  left join erased_standings standing on standing.class_id = gone.class_id and standing.course_id = unit.course_id
    and standing.unit_name = unit.name
  where class.school_id = ${schoolId} and class.archived_at is null`;

const numbersOf = (row: Record<string, string | number>): Record<string, number> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
