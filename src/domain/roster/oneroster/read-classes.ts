import type { GradeLevel } from '../../curriculum/curriculum.ts';
import { readDay, readGrade, readList, readYear } from '../cells.ts';
import { type Line, UNREAD } from '../table.ts';
import type { OneRosterReading } from './one-roster-reading.ts';
import { wordOf } from './one-roster-reading.ts';

const SESSION_TYPES = ['gradingPeriod', 'semester', 'schoolYear', 'term'] as const;
const CLASS_TYPES = ['homeroom', 'scheduled'] as const;
const GRADES_BEYOND = /^(it|pr|pk|tk|kg|ps|ug|0?0|13|1[3-9])$/i;

/** The first grade of ours in a list of the standard's; grades before the first and after the twelfth are none of ours. */
export function gradeIn(line: Line, column: string): GradeLevel | undefined {
  const grades = readList(line.text(column, 500)).filter((word) => !GRADES_BEYOND.test(word));
  const read = grades.map(readGrade);
  const wrong = grades.find((_, index) => read[index] === undefined);
  if (wrong !== undefined) line.refuse(column, 'allowed are grades from 01 to 12, and IT, PR, PK, TK, KG, PS and UG.');
  return read[0];
}

/** The year in which the school year of each session begins, by its id. */
export function readSessions(reading: OneRosterReading): Map<string, number> {
  const entries = reading.entries(
    'academicSessions',
    ['title', 'type', 'startDate', 'endDate'],
    ['parentSourcedId', 'schoolYear'],
  );
  const allowed = 'allowed is a day: 2026-09-01.';
  const sessions = new Map(
    entries.map(({ id, line }) => {
      const type = line.read('type', wordOf(SESSION_TYPES), `allowed is ${SESSION_TYPES.join(', ')}.`);
      const start = line.read('startDate', readDay, allowed);
      line.read('endDate', readDay, allowed);
      // The standard counts a school year by the year in which it ends.
      const ends = line.read('schoolYear', readYear, 'allowed is the year in which the school year ends: 2027.');
      return [id, { type, start, ends, parent: line.text('parentSourcedId') }];
    }),
  );
  const years = new Map<string, number>();
  for (const id of sessions.keys()) {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = sessions.get(at)?.parent) {
      seen.add(at);
      const session = sessions.get(at);
      const begins =
        session?.type === 'schoolYear' && session.start !== undefined ? Number(session.start.slice(0, 4)) : undefined;
      const year = begins ?? (session?.ends === undefined ? undefined : session.ends - 1);
      if (year === undefined) continue;
      years.set(id, year);
      if (begins !== undefined) break;
    }
  }
  return years;
}

/** Classes, with the grade of their own or of their course. */
export function readClasses(reading: OneRosterReading, years: ReadonlyMap<string, number>): void {
  const courses = new Map(
    reading
      .entries('courses', ['title'], ['schoolYearSourcedId', 'grades', 'orgSourcedId'])
      .map(({ id, line }) => [id, { grade: gradeIn(line, 'grades'), year: line.text('schoolYearSourcedId') }]),
  );
  const needed = ['title', 'schoolSourcedId'];
  const more = ['grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'termSourcedIds'];
  for (const { id, active, line } of reading.entries('classes', needed, more)) {
    const title = line.need('title', 'allowed is the name of the class.');
    const school = line.need('schoolSourcedId', 'allowed is the sourcedId of a school in orgs.csv.');
    line.read('classType', wordOf(CLASS_TYPES), `allowed is ${CLASS_TYPES.join(' or ')}.`);
    const own = gradeIn(line, 'grades');
    const course = courses.get(line.text('courseSourcedId') ?? '');
    const [term] = readList(line.text('termSourcedIds', 2000));
    reading.roster.classes.push({
      id,
      place: line.place,
      school,
      name: title ?? UNREAD,
      gradeLevel: own ?? course?.grade,
      year: years.get(term ?? '') ?? years.get(course?.year ?? ''),
      capacity: undefined,
      active,
      implied: false,
      saysManagers: false,
    });
  }
}

const ENROLLED_AS = ['administrator', 'aide', 'guardian', 'parent', 'proctor', 'student', 'teacher'] as const;

/** Who is in which class, and who teaches it. What has ended or has not begun does not count today. */
export function readEnrollments(reading: OneRosterReading): void {
  const needed = ['classSourcedId', 'userSourcedId', 'role'];
  const allowed = 'allowed is a day: 2026-09-01.';
  for (const { active, line } of reading.entries('enrollments', needed, [
    'schoolSourcedId',
    'primary',
    'beginDate',
    'endDate',
  ])) {
    const one = line.need('classSourcedId', 'allowed is the sourcedId of a class.');
    const person = line.need('userSourcedId', 'allowed is the sourcedId of a user.');
    const word = line.need('role', 'allowed is student or teacher.');
    const role =
      word === undefined ? undefined : line.read('role', wordOf(ENROLLED_AS), `allowed is ${ENROLLED_AS.join(', ')}.`);
    const begins = line.read('beginDate', readDay, allowed);
    const ends = line.read('endDate', readDay, allowed);
    if (one === undefined || person === undefined || role === undefined) continue;
    if (role !== 'student' && role !== 'teacher') {
      reading.leaveOut(
        line.spot('role'),
        `the place of ${person} in class ${one}`,
        `“${role}” belongs to no class here; allowed are student and teacher`,
      );
      continue;
    }
    const now =
      active && !(ends !== undefined && ends <= reading.today) && !(begins !== undefined && begins > reading.today);
    if (active && !now) {
      reading.leaveOut(
        line.spot(ends !== undefined && ends <= reading.today ? 'endDate' : 'beginDate'),
        `the place of ${person} in class ${one}`,
        `it is from ${begins ?? '…'} to ${ends ?? '…'}; allowed are days around today`,
      );
    }
    const as = role === 'student' ? 'pupil' : 'manager';
    const [place, personPlace] = [line.spot('classSourcedId'), line.spot('userSourcedId')];
    reading.roster.memberships.push({ place, personPlace, class: one, person, as, active: now });
  }
}
