import type { Part, WeekFacts } from './week-facts.ts';

/** One thing to say of a week, with the numbers that it is made of. */
export type WeekSentence =
  | { key: 'never' }
  | { key: 'quiet'; daysAgo: number | null }
  | { key: 'studied'; minutes: number; sessions: number; days: number }
  | { key: 'time more' | 'time less'; by: number; before: number }
  | { key: 'time same'; before: number }
  | { key: 'time first' }
  | { key: 'right'; part: number; of: number; share: number }
  | { key: 'right few'; part: number; of: number }
  | { key: 'right more' | 'right less' | 'right same'; before: number }
  | { key: 'unit up' | 'unit down'; unit: string; course: string; before: number; after: number }
  | { key: 'unit new'; unit: string; course: string; after: number }
  | { key: 'attendance'; part: number; of: number }
  | { key: 'grade'; test: string; course: string; grade: number }
  | { key: 'low feelings'; part: number; of: number }
  | { key: 'next test'; test: string; course: string; inDays: number }
  | { key: 'do test unit'; unit: string }
  | { key: 'do weak unit'; unit: string; course: string }
  | { key: 'do review'; due: number }
  | { key: 'do begin' }
  | { key: 'do ask'; unit: string };

/** From so many answers on a share is said, as everywhere. */
const ENOUGH_ANSWERS = 10;
/** Less of a difference than this is none: in minutes, and as a share of the time before. */
const SAME_MINUTES = 5;
const SAME_SHARE = 0.1;
/** By so much an estimate has to move to be worth a sentence. */
const MOVED = 0.05;
/** A difference of two shares beyond this many of its standard errors is hardly chance. */
const SURE = 1.96;

/** What there is to say of a week, in the order in which it is said: what was, how that compares, and at the end one thing to do. */
export function weekSentences(facts: WeekFacts): WeekSentence[] {
  if (facts.sessions === 0) return quietWeek(facts);
  const { minutes, sessions, days } = facts;
  return [
    { key: 'studied', minutes, sessions, days },
    ...aboutTime(facts),
    ...aboutAnswers(facts),
    ...aboutUnits(facts),
    ...aboutSchool(facts),
    ...(facts.lowFeelings.part > 0 ? [{ key: 'low feelings', ...facts.lowFeelings } as const] : []),
    ...ahead(facts),
  ];
}

function quietWeek(facts: WeekFacts): WeekSentence[] {
  const { lastDaysAgo, sessionsBefore } = facts;
  if (lastDaysAgo === null && sessionsBefore === 0) {
    return [{ key: 'never' }, ...aboutSchool(facts), ...testAhead(facts), { key: 'do begin' }];
  }
  return [{ key: 'quiet', daysAgo: lastDaysAgo }, ...aboutSchool(facts), ...testAhead(facts), { key: 'do begin' }];
}

function aboutTime({ minutes, minutesBefore: before, sessionsBefore }: WeekFacts): WeekSentence[] {
  if (sessionsBefore === 0) return [{ key: 'time first' }];
  const by = minutes - before;
  if (Math.abs(by) < Math.max(SAME_MINUTES, SAME_SHARE * before)) return [{ key: 'time same', before }];
  return [{ key: by > 0 ? 'time more' : 'time less', by: Math.abs(by), before }];
}

function aboutAnswers({ right, rightBefore }: WeekFacts): WeekSentence[] {
  if (right.of === 0) return [];
  if (right.of < ENOUGH_ANSWERS) return [{ key: 'right few', ...right }];
  const said: WeekSentence = { key: 'right', ...right, share: right.part / right.of };
  if (rightBefore.of < ENOUGH_ANSWERS) return [said];
  const before = rightBefore.part / rightBefore.of;
  const difference = said.share - before;
  const error = Math.hypot(errorOf(right), errorOf(rightBefore));
  const key = Math.abs(difference) <= SURE * error ? 'right same' : difference > 0 ? 'right more' : 'right less';
  return [said, { key, before }];
}

/** Of a share, with two more on either side (Agresti and Coull), as the metrics have it. */
function errorOf({ part, of }: Part): number {
  const near = (part + 2) / (of + 4);
  return Math.sqrt((near * (1 - near)) / (of + 4));
}

/** The unit that moved up most and the one that moved down most; where none is known from before, one that is new. */
function aboutUnits({ units }: WeekFacts): WeekSentence[] {
  const known = units.flatMap(({ before, ...unit }) => (before === null ? [] : [{ ...unit, before }]));
  const moved = known.toSorted((a, b) => b.after - b.before - (a.after - a.before));
  const [up, down] = [moved[0], moved.at(-1)];
  const found: WeekSentence[] = [];
  if (up && up.after - up.before >= MOVED) found.push(unitMoved('unit up', up));
  if (down && down.before - down.after >= MOVED) found.push(unitMoved('unit down', down));
  const fresh = units.find(({ before }) => before === null);
  if (found.length === 0 && fresh) {
    found.push({ key: 'unit new', unit: fresh.name, course: fresh.course, after: fresh.after });
  }
  return found;
}

function unitMoved(
  key: 'unit up' | 'unit down',
  { name, course, before, after }: { name: string; course: string; before: number; after: number },
): WeekSentence {
  return { key, unit: name, course, before, after };
}

function aboutSchool({ attendance, grades }: WeekFacts): WeekSentence[] {
  return [
    ...(attendance.of > 0 ? [{ key: 'attendance', ...attendance } as const] : []),
    ...grades.map(({ name, course, grade }) => ({ key: 'grade', test: name, course, grade }) as const),
  ];
}

function testAhead({ nextTest }: WeekFacts): WeekSentence[] {
  if (!nextTest) return [];
  const { name, course, inDays } = nextTest;
  return [{ key: 'next test', test: name, course, inDays }];
}

/** What comes, and one thing to do: for the test that is near, else where it is needed most. */
function ahead(facts: WeekFacts): WeekSentence[] {
  return [...testAhead(facts), ...toDo(facts)];
}

function toDo({ nextTest, weakUnit, due, units }: WeekFacts): WeekSentence[] {
  if (nextTest?.weakUnit) return [{ key: 'do test unit', unit: nextTest.weakUnit }];
  if (weakUnit) return [{ key: 'do weak unit', unit: weakUnit.name, course: weakUnit.course }];
  if (due > 0) return [{ key: 'do review', due }];
  const [most] = units;
  return most ? [{ key: 'do ask', unit: most.name }] : [];
}
