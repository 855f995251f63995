import { DAY, type Instant, MINUTE } from '../../../../shared/instant.ts';
import type { PeoplePlan, PlannedClass } from '../../people/people-plan.ts';
import type { Random } from '../../random.ts';
import { schoolMorning } from '../calendar.ts';
import { type Pupil, type SampleCourse, unitsTaught, type World } from '../world.ts';

export type LessonType = 'individual' | 'group' | 'social';

/** A lesson of a class in school hours. */
export interface PlannedLesson {
  room: PlannedClass;
  type: LessonType;
  course: SampleCourse;
  /** What the class is at. */
  unitNames: string[];
  minutes: number;
  at: Instant;
  /** Who sits together: one pupil each, or a group. */
  groups: [Pupil, ...Pupil[]][];
}

/** In turn; a group and the talk after it are in the same subject. */
const TYPES: readonly LessonType[] = ['group', 'social', 'individual', 'group', 'social'];
const MINUTES: Readonly<Record<LessonType, number>> = { individual: 20, group: 30, social: 20 };
const FIRST_AGO = 3;
const EVERY = 10;
/** UTC: a quarter past eight in the morning in winter. */
const HOUR = 6;
const QUARTER = 15 * MINUTE;
const GROUP = 4;

/** The lessons of all classes from `since` to yesterday, each class on other days; in no order. */
export function planLessons(
  { pupils, now }: Pick<World, 'pupils' | 'now'>,
  { classes }: Pick<PeoplePlan, 'classes'>,
  courses: readonly SampleCourse[],
  { random, since }: { random: Random; since: Instant },
): PlannedLesson[] {
  return classes.flatMap((room, index) => {
    const there = pupils.filter(({ plan }) => plan.classId === room.id);
    const own = courses.filter(({ gradeLevel }) => gradeLevel === room.gradeLevel);
    const lessons: PlannedLesson[] = [];
    for (let ago = FIRST_AGO + index; now - ago * DAY > since; ago += EVERY) {
      const turn = lessons.length;
      const course = own[(index + Math.floor(turn / 2)) % own.length];
      const at = schoolMorning(now - ago * DAY, HOUR) + QUARTER;
      const drawn = random.fork(`${room.name}/${room.id}/${ago}`);
      const type = typeOf(turn, there);
      const groups = type === 'individual' ? there.map((one): [Pupil] => [one]) : together(there, drawn);
      if (!course || at < since) continue;
      const unitNames = unitsTaught(course, at, now).map(({ name }) => name);
      lessons.push({ room, type, course, unitNames: unitNames.slice(-1), minutes: MINUTES[type], at, groups });
    }
    return lessons;
  });
}

/** One pupil alone is no group. */
const typeOf = (turn: number, there: readonly Pupil[]): LessonType =>
  there.length < 2 ? 'individual' : (TYPES[turn % TYPES.length] ?? 'individual');

/** Groups of about four, drawn anew each time. */
function together(pupils: readonly Pupil[], random: Random): [Pupil, ...Pupil[]][] {
  const drawn = random.shuffled(pupils);
  const count = Math.max(1, Math.round(drawn.length / GROUP));
  return Array.from({ length: count }, (_, number) => drawn.filter((_, index) => index % count === number)).flatMap(
    ([first, ...others]): [Pupil, ...Pupil[]][] => (first ? [[first, ...others]] : []),
  );
}
