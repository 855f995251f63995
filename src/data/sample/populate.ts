// Who speaks in the simulated lessons: the one door from here to the agents.
import { wordMove } from '../../agents/model/embedded/word-move.ts';
import { AppError, invalidInput } from '../../domain/errors/app-error.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { machineTimeZone } from '../../shared/calendar.ts';
import { DAY, HOUR, type Instant } from '../../shared/instant.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { countAll } from '../analytics/count-all.ts';
import { CurriculumRepo } from '../curriculum/curriculum.repo.ts';
import { CurriculumWriterRepo } from '../curriculum/curriculum-writer.repo.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { AuditRepo } from '../people/audit.repo.ts';
import { addAgents } from './agents.ts';
import { nextId } from './bulk.ts';
import { clearDatabase } from './clear.ts';
import { SAMPLE_COURSES } from './curriculum/sample-courses.ts';
import { addHistory } from './history/add-history.ts';
import { cached } from './history/cached-checker.ts';
import { sinceOf } from './history/make-world.ts';
import { addConsents } from './people/consents.ts';
import { addDevices } from './people/devices.ts';
import { type NAMED, SAMPLE_LOGINS, type SampleLogin } from './people/named-people.ts';
import { type PeoplePlan, planPeople } from './people/people-plan.ts';
import { addPlacesAndSubjects, savePeople } from './people/save-people.ts';
import { createRandom, type Random } from './random.ts';
import { addScoreReviews, type Speakers } from './score-reviews.ts';

export interface SampleOptions {
  /** Empties the whole database first; without it a database that has users is refused. */
  clearExisting?: boolean;
  /** 1 when absent. The same seed, `now`, `students` and `days` give the same region. */
  seed?: number;
  /** Pupils of both schools together, 3 … 2,000; 40 when absent. */
  students?: number;
  /** Days of history up to yesterday evening, 1 … 365; 90 when absent. */
  days?: number;
  /** The present when absent. */
  now?: Instant;
  /** The teacher's words of a turn; the embedded tutor's when absent. Runs inside the transaction: no network, no database. */
  words?: (brief: TeachingBrief) => string | Promise<string>;
  /** Hashes the passwords of the people with a login; as everybody's when absent. */
  hash?: (password: string) => Promise<string>;
  onProgress?: (text: string) => void;
  /** Nothing when absent: the people, the courses and their history alone. */
  deeds?: SampleDeeds;
}

/** What people do in the region besides studying, by the services, which this layer does not know. */
export interface SampleDeeds {
  /** Before the first day of the history: what supervisors made of the courses. */
  before(stage: SampleStage): Promise<void>;
  /** Once everybody has studied: what pupils, parents and staff made of it. */
  after(stage: SampleStage): Promise<void>;
}

export interface SampleStage {
  people: PeoplePlan;
  random: Random;
  /** The first day of the history. */
  since: Instant;
  now: Instant;
}

export interface SampleResult {
  /** Who can log in; the same for every seed. */
  logins: SampleLogin[];
}

interface Settled extends Required<Pick<SampleOptions, 'seed' | 'students' | 'days' | 'now' | 'words' | 'deeds'>> {
  say: (text: string) => void;
}

const NO_DEEDS: SampleDeeds = { before: async () => {}, after: async () => {} };
/** The courses were there before anybody studied them. */
const WRITTEN_BEFORE = 6 * DAY - 8 * HOUR;

/**
 * Fills a database with the sample region: two schools with their people, eight courses, tests, and a history of study sessions
 * that simulated pupils held with the real tutoring dialogue. One transaction: all of it or nothing. Throws `invalid-input` for
 * numbers out of range and `conflict` when the database has users and may not be cleared.
 */
export async function populateSampleData(db: DatabaseManager, options: SampleOptions = {}): Promise<SampleResult> {
  const { hash = hashPassword } = options;
  const settled: Settled = {
    now: options.now ?? Date.now(),
    words: options.words ?? wordMove,
    seed: wholeNumber('seed', options.seed ?? 1, 0, 2 ** 31),
    students: wholeNumber('students', options.students ?? 40, 3, 2000),
    days: wholeNumber('days', options.days ?? 90, 1, 365),
    say: options.onProgress ?? (() => {}),
    deeds: options.deeds ?? NO_DEEDS,
  };
  if (!options.clearExisting) await refuseUsers(db);
  const hashes = new Map<string, string>();
  for (const { username, password } of SAMPLE_LOGINS) hashes.set(username, await hash(password));
  const checker = cached(createAnswerChecker(await loadMathEngine()));
  await db.tx(async () => {
    if (options.clearExisting) await clearDatabase(db);
    await refuseUsers(db);
    await fill(db, settled, hashes, checker);
  });
  return { logins: [...SAMPLE_LOGINS] };
}

async function fill(
  db: DatabaseManager,
  settled: Settled,
  hashes: ReadonlyMap<string, string>,
  checker: AnswerChecker,
): Promise<void> {
  const { seed, students, days, now, say, words, deeds } = settled;
  const random = createRandom(`sample region ${seed}`);
  const handle = db.handle();
  const since = sinceOf(now, days);
  say('Schools, classes and families');
  await addPlacesAndSubjects(handle);
  const firstIds = {
    users: await nextId(handle, 'users'),
    schools: await nextId(handle, 'schools'),
    classes: await nextId(handle, 'classes'),
  };
  const people = planPeople(random.fork('people'), { students, since, now, firstIds });
  await savePeople(handle, people, hashes);
  await addConsents(db, people, since);
  await addDevices(handle, people, random.fork('devices'), { since, now });
  say('Courses and questions');
  const teachers = await addAgents(handle);
  const courseIds = await addCourses(db, since - WRITTEN_BEFORE);
  const stage = { people, since, now };
  await deeds.before({ ...stage, random: random.fork('before') });
  const counts = await addHistory(db, { random, people, courseIds, teachers, checker, words, now, days, say });
  await addScoreReviews(db, speakersIn(people), now);
  await countAll(db, machineTimeZone());
  say('What else they did');
  await deeds.after({ ...stage, random: random.fork('after') });
  const details = { seed, students, days, ...counts };
  await new AuditRepo(db).add({ actorId: null, action: 'create sample data', details, now });
  say(`Done: ${people.pupils.length} pupils, ${counts.sessions} sessions, ${counts.messages} messages`);
}

/** A pupil, a parent and the class manager of the people with a login. */
function speakersIn({ people }: PeoplePlan): Speakers {
  const idOf = (username: keyof typeof NAMED) => people.find((person) => person.username === username)?.id ?? 0;
  return { pupil: idOf('noa'), parent: idOf('dalia'), classManager: idOf('amir') };
}

/** The courses of the sample region; answers their ids in teaching order. */
async function addCourses(db: DatabaseManager, now: Instant): Promise<number[]> {
  const ids = await new CurriculumWriterRepo(db).saveCourses(SAMPLE_COURSES, 'sample region', now);
  // Read back once, so that a course that lost its units is noticed here and not in front of a pupil.
  const units = await new CurriculumRepo(db).listUnits(ids);
  const empty = ids.find((id) => !units.some((unit) => unit.courseId === id));
  if (empty !== undefined) throw new Error(`The sample course ${empty} has no units.`);
  return ids;
}

async function refuseUsers(db: DatabaseManager): Promise<void> {
  const row = await db.run((handle) => handle.selectFrom('users').select('id').executeTakeFirst());
  if (!row) return;
  throw new AppError('conflict', 'database-not-empty', 'The database has users already. Clear it first (--clear).');
}

function wholeNumber(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const allowed = `a whole number from ${least} to ${most}`;
  throw invalidInput(`Read ${name} ${value}; allowed is ${allowed}.`, { [name]: allowed });
}
