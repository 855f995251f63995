import { hash } from '@node-rs/argon2';
import { CurriculumWriterRepo } from '../../src/data/curriculum/curriculum-writer.repo.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import type { Role } from '../../src/domain/access/permission-matrix.ts';
import type { CourseDraft, QaDraft, UnitDraft } from '../../src/domain/curriculum/curriculum-draft.ts';

/** Everybody's password. */
export const PASSWORD = 'correct horse battery';
/** The cheapest hash that the real hasher can check: tests log in hundreds of times. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
let hashed: Promise<string> | undefined;

const LONG_AGO = toStored(Date.UTC(2026, 0, 5));

export interface PersonOptions {
  firstName?: string;
  lastName?: string;
  locale?: string;
  disabled?: boolean;
}

/** Puts people, schools and courses into an empty database, with as little as each needs. */
export class Factory {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async #person(username: string, role: Role, options: PersonOptions): Promise<number> {
    hashed ??= hash(PASSWORD, CHEAP);
    const row = {
      username,
      password_hash: await hashed,
      first_name: options.firstName ?? username,
      last_name: options.lastName ?? 'Tester',
      created_at: LONG_AGO,
      role,
      locale: options.locale ?? 'en',
      disabled_at: options.disabled ? LONG_AGO : null,
    };
    return this.#db.run(async (db) => insertedId(await db.insertInto('users').values(row).executeTakeFirstOrThrow()));
  }

  async region(name: string): Promise<void> {
    await this.#db.run((db) => db.insertInto('regions').values({ name }).execute());
  }

  async subject(name: string): Promise<void> {
    await new CurriculumWriterRepo(this.#db).addSubjects([name]);
  }

  async school(
    name: string,
    region: string,
    more: {
      managerId?: number;
      transcriptPolicy?: 'off' | 'summary' | 'full';
      dailyTokenLimit?: number;
      cardLogin?: boolean;
      /** Whether a remote model may be used while no parent has answered; here it may, where a school of the program's own making says no. */
      unansweredConsent?: boolean;
    } = {},
  ): Promise<number> {
    const row = {
      name,
      region,
      school_manager_id: more.managerId ?? null,
      transcript_policy: more.transcriptPolicy ?? ('summary' as const),
      daily_token_limit: more.dailyTokenLimit ?? 60_000,
      card_login: more.cardLogin ? 1 : 0,
      unanswered_consent: (more.unansweredConsent ?? true) ? 1 : 0,
    };
    return this.#db.run(async (db) => insertedId(await db.insertInto('schools').values(row).executeTakeFirstOrThrow()));
  }

  async class(schoolId: number, name: string): Promise<number> {
    const row = { school_id: schoolId, year: 2026, grade_level: '9th' as const, name, capacity: 30 };
    return this.#db.run(async (db) => insertedId(await db.insertInto('classes').values(row).executeTakeFirstOrThrow()));
  }

  async student(
    username: string,
    schoolId: number,
    { classId, ...options }: PersonOptions & { classId?: number } = {},
  ): Promise<number> {
    const id = await this.#person(username, 'student', options);
    await this.#db.run(async (db) => {
      await db.insertInto('students').values({ user_id: id, school_id: schoolId, pseudonym: 'Robin' }).execute();
      if (classId !== undefined)
        await db.insertInto('classes_students').values({ class_id: classId, student_id: id }).execute();
    });
    return id;
  }

  async parent(
    username: string,
    children: Record<number, 'verified' | 'blocked'>,
    options: PersonOptions = {},
  ): Promise<number> {
    const id = await this.#person(username, 'parent', options);
    await this.#db.run(async (db) => {
      await db.insertInto('parents').values({ user_id: id }).execute();
      for (const [child, status] of Object.entries(children)) {
        await db
          .insertInto('parents_students')
          .values({ parent_id: id, student_id: Number(child), status })
          .execute();
      }
    });
    return id;
  }

  async classManager(
    username: string,
    schoolId: number,
    classIds: number[],
    options: PersonOptions = {},
  ): Promise<number> {
    const id = await this.#person(username, 'class manager', options);
    await this.#db.run(async (db) => {
      await db
        .insertInto('class_managers')
        .values({ user_id: id, school_id: schoolId, employment_year: 2020 })
        .execute();
      for (const class_id of classIds) {
        await db.insertInto('classess_class_managers').values({ class_id, class_manager_id: id }).execute();
      }
    });
    return id;
  }

  /** Not yet of any school: name the school manager when you make the school. */
  async schoolManager(username: string, options: PersonOptions = {}): Promise<number> {
    const id = await this.#person(username, 'school manager', options);
    await this.#db.run((db) =>
      db.insertInto('school_managers').values({ user_id: id, employment_year: 2020 }).execute(),
    );
    return id;
  }

  async supervisor(username: string, subject: string, region: string, options: PersonOptions = {}): Promise<number> {
    const id = await this.#person(username, 'regional supervisor', options);
    await this.#db.run(async (db) => {
      await db.insertInto('regional_supervisors').values({ user_id: id, employment_year: 2020 }).execute();
      await db
        .insertInto('subjects_regional_supervisors')
        .values({ regional_supervisor_id: id, subject_name: subject, region })
        .execute();
    });
    return id;
  }

  /** A teacher agent of a subject, taught by whatever the application is configured with. */
  async teacher(subject: string, name = 'Ms. Lambda'): Promise<number> {
    const row = { name, subject_name: subject, temperature: 0.7, max_tokens: 1000, status: 'operational' as const };
    return this.#db.run(async (db) =>
      insertedId(await db.insertInto('teachers').values(row).executeTakeFirstOrThrow()),
    );
  }

  async course(draft: Partial<CourseDraft> & { name: string }): Promise<number> {
    const writer = new CurriculumWriterRepo(this.#db);
    const [courseId = 0] = await writer.saveCourses([courseDraft(draft)], 'tests', Date.UTC(2026, 0, 5));
    return courseId;
  }

  async enrol(studentId: number, courseId: number): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('courses_students')
        .values({ course_id: courseId, student_id: studentId, state: 'not started', progress: 0 })
        .execute(),
    );
  }
}

export function courseDraft(more: Partial<CourseDraft> & { name: string }): CourseDraft {
  return {
    subject: 'math',
    gradeLevel: '9th',
    type: 'mandatory',
    level: 3,
    description: `All about ${more.name}.`,
    units: [unitDraft('Adding'), unitDraft('Taking away')],
    ...more,
  };
}

/** A unit with sums whose answers are all different: the n-th is `1000 + n`. */
export function unitDraft(name: string, questions = 8): UnitDraft {
  return {
    name,
    type: 'chapter',
    weight: 0.5,
    estimatedDurationMinutes: 20,
    description: `${name}, step by step.`,
    problems: Array.from({ length: questions }, (_, index) => ({
      sourceKey: `${name}-${index}`,
      source: 'tests',
      licence: 'Apache-2.0',
      steps: [sum(name, index + 1)],
    })),
  };
}

function sum(name: string, index: number): QaDraft {
  return {
    use: 'for study',
    level: 1 + (index % 4),
    kind: 'number',
    question: `${name}: which number comes $${index}$ after $1000$?`,
    answer: String(1000 + index),
    hints: [
      { text: 'Start at the thousand.' },
      { text: 'Count on, one by one.' },
      { text: 'Keep the thousand in mind.' },
    ],
    explanation: 'Counting on from a thousand leads there.',
  };
}

/** A small school: one pupil "pupil" and one classmate "mate" in a course of two units, with a parent and staff. */
export async function smallSchool(db: DatabaseManager) {
  const make = new Factory(db);
  await make.region('north');
  await make.subject('math');
  const managerId = await make.schoolManager('manager');
  const schoolId = await make.school('First School', 'north', { managerId });
  const classId = await make.class(schoolId, '9a');
  const pupilId = await make.student('pupil', schoolId, { classId, firstName: 'Noa' });
  const mateId = await make.student('mate', schoolId, { classId, firstName: 'Dan' });
  const parentId = await make.parent('parent', { [pupilId]: 'verified' });
  const classManagerId = await make.classManager('class-manager', schoolId, [classId]);
  const teacherId = await make.teacher('math');
  const courseId = await make.course({ name: 'Numbers' });
  await make.enrol(pupilId, courseId);
  await make.enrol(mateId, courseId);
  return { make, schoolId, classId, pupilId, mateId, parentId, managerId, classManagerId, teacherId, courseId };
}
