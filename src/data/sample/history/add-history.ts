import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { DAY, type Instant, MINUTE } from '../../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../../db/database-manager.ts';
import { fromStored, toStored, toStoredOrNull } from '../../db/instants.ts';
import { insertAll } from '../bulk.ts';
import type { PeoplePlan } from '../people/people-plan.ts';
import type { Random } from '../random.ts';
import { HistoryRows } from './history-rows.ts';
import { makePupils, readCourses, sinceOf, worriesOf } from './make-world.ts';
import { MasteryLedger } from './mastery-ledger.ts';
import { planLessons } from './school/timetable.ts';
import { simulate } from './simulate.ts';
import { Sittings } from './sittings.ts';
import { planTests } from './test-timetable.ts';
import type { Pupil, World } from './world.ts';

interface HistoryRequest {
  random: Random;
  people: PeoplePlan;
  courseIds: readonly number[];
  teachers: ReadonlyMap<string, number>;
  checker: AnswerChecker;
  words: (brief: TeachingBrief) => string | Promise<string>;
  now: Instant;
  days: number;
  say: (text: string) => void;
}

/** How soon the class manager saw to the alert. */
const ACKNOWLEDGED_AFTER = 9 * MINUTE;
const ESCALATED_AFTER = 15 * MINUTE;
const NOTE =
  'Spoke with the pupil before the first lesson and called home. The counsellor sees the pupil on Tuesdays from now on.';

/** Enrols the pupils, lets the days go by, and saves what came of it. Answers how much there was. */
export async function addHistory(
  db: DatabaseManager,
  request: HistoryRequest,
): Promise<{ sessions: number; messages: number }> {
  const { random, people, now, days, say, checker, words } = request;
  const handle = db.handle();
  const courses = await readCourses(db, request.courseIds, request.teachers);
  const pupils = makePupils(people, courses, random.fork('characters'));
  const byType = {
    mandatory: courses.filter((one) => one.mandatory),
    optional: courses.filter((one) => !one.mandatory),
  };
  const tests = await planTests(db, byType, people.classes, { now, since: sinceOf(now, days) });
  const ledger = new MasteryLedger(new Map(courses.map(({ id, units }) => [id, units])));
  const rows = await HistoryRows.open(handle);
  const world: World = { now, pupils, tests, ledger, rows, checker, words, screened: new Map() };
  const sittings = new Sittings(tests, pupils, world, random.fork('tests'));
  const noa = pupils.find(({ plan }) => plan.person.username === 'noa');
  const amirs = people.classes.find(({ manager }) => manager.username === 'amir');
  const recent = noa ? [1, 3, 6].filter((ago) => ago <= days).map((daysAgo) => ({ pupil: noa, daysAgo })) : [];
  const fixed = [...recent, ...worriesOf(pupils, amirs?.id, days)];
  const since = sinceOf(now, days);
  const lessons = planLessons(world, people, byType.mandatory, { random: random.fork('lessons'), since });
  await simulate(world, sittings, {
    random: random.fork('days'),
    days,
    fixed,
    lessons,
    onDay: progress(now, days, say),
  });
  sittings.finish();
  acknowledgeFirst(rows, people);
  say('Saving');
  await enrol(handle, pupils, ledger);
  await sittings.save(handle);
  await rows.save(handle);
  await saveMastery(handle, ledger);
  const { home_hours_study_sessions: home, school_hours_study_sessions: school } = rows.rows;
  return { sessions: home.length + school.length, messages: rows.rows.messages.length };
}

/** One line for every tenth of the days. */
function progress(now: Instant, days: number, say: (text: string) => void): (at: Instant) => void {
  let told = 0;
  return (at) => {
    const tenth = Math.floor((10 * (at - sinceOf(now, days))) / (days * DAY));
    if (tenth <= told) return;
    told = tenth;
    say(`Study sessions: ${Math.min(100, tenth * 10)} %`);
  };
}

/** The earlier alert was seen to by the class manager; the later one waits, and has gone on to the school's other adults. */
function acknowledgeFirst({ rows }: HistoryRows, { pupils, classes }: PeoplePlan): void {
  const [first, ...open] = rows.safety_alerts;
  const pupil = pupils.find(({ person }) => person.id === first?.student_id);
  const room = classes.find(({ id }) => id === pupil?.classId);
  if (first && room && open.length > 0) {
    first.acknowledged_at = toStored(fromStored(first.created_at) + ACKNOWLEDGED_AFTER);
    first.acknowledged_by = room.manager.id;
    first.note = NOTE;
  }
  for (const alert of open) {
    alert.escalated_at = toStored(fromStored(alert.created_at) + ESCALATED_AFTER);
    alert.round = 1;
  }
}

async function enrol(handle: Handle, pupils: readonly Pupil[], ledger: MasteryLedger): Promise<void> {
  const enrolled = pupils.flatMap(({ plan, courses }) =>
    courses.map(({ id }) => ({ course_id: id, student_id: plan.person.id, ...ledger.course(plan.person.id, id) })),
  );
  // Whoever publishes a mandatory course enrols its grade.
  const ids = [...new Set(enrolled.map(({ course_id: id }) => id))];
  if (ids.length > 0) await handle.deleteFrom('courses_students').where('course_id', 'in', ids).execute();
  await insertAll(handle, 'courses_students', enrolled);
}

async function saveMastery(handle: Handle, ledger: MasteryLedger): Promise<void> {
  const { students, pupilUnits, units, items, cards, weights, population } = ledger;
  const inUnits = [...pupilUnits.values()];
  await insertAll(
    handle,
    'learning_units_students',
    inUnits.map(({ studentId, courseId, unitName, state, progress }) => {
      return { course_id: courseId, unit_name: unitName, student_id: studentId, state, progress };
    }),
  );
  await insertAll(
    handle,
    'mastery_students',
    [...students].map(([id, term]) => ({ student_id: id, ...term })),
  );
  await insertAll(
    handle,
    'mastery_student_units',
    inUnits.map(({ studentId, courseId, unitName, term, memory }) => {
      const key = { student_id: studentId, course_id: courseId, unit_name: unitName };
      return { ...key, ...term, stability: memory.stability, practised_at: toStoredOrNull(memory.practisedAt) };
    }),
  );
  await insertAll(
    handle,
    'mastery_units',
    [...units.values()].map(({ courseId, unitName, term }) => ({ course_id: courseId, unit_name: unitName, ...term })),
  );
  await insertAll(
    handle,
    'mastery_items',
    [...items].map(([id, term]) => ({ qa_id: id, ...term })),
  );
  await insertAll(
    handle,
    'review_cards',
    [...cards].flatMap(([studentId, own]) =>
      [...own].map(([qaId, { stability, difficulty, reviewedAt, dueAt }]) => {
        const moments = { reviewed_at: toStored(reviewedAt), due_at: toStored(dueAt) };
        return { student_id: studentId, qa_id: qaId, stability, difficulty, ...moments };
      }),
    ),
  );
  const shared = { id: 1, weights: JSON.stringify(weights), population: JSON.stringify(population) };
  await insertAll(handle, 'mastery_shared', [shared]);
}
