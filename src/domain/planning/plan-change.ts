import type { UnitAssignment } from './assign-units.ts';
import type { Outlook } from './outlook.ts';

export interface PlannedCourse {
  id: number;
  name: string;
}

/** What a pupil would study next, and what that is expected to bring. */
export interface StudyPlan {
  /** The pupil's courses, the most urgent first. */
  order: readonly PlannedCourse[];
  /** The course of the session; null where no course has a unit. */
  course: PlannedCourse | null;
  assignment: UnitAssignment;
  outlooks: readonly Outlook[];
}

/** What differs between two plans; the words are made of the key (plan-change-words.ts). Percentages are 0 … 100, rounded. */
export type PlanChange =
  | { key: 'change.none' | 'change.order-same' | 'change.units-same'; params: Record<string, never> }
  | { key: 'change.course'; params: { course: string; before: string } }
  | { key: 'change.rises' | 'change.falls'; params: { course: string; place: number; before: number } }
  | { key: 'change.unit-new'; params: { unit: string; minutes: number } }
  | { key: 'change.unit-gone'; params: { unit: string; minutes: number } }
  | { key: 'change.unit-more' | 'change.unit-less'; params: { unit: string; minutes: number; before: number } }
  | { key: 'change.outlook' | 'change.outlook-new'; params: OutlookChange };

export interface OutlookChange {
  /** Null: the course as a whole, in four weeks. */
  test: string | null;
  without: number;
  with: number;
  /** As it is planned now; equal to the others where there was no such outlook. */
  before: { without: number; with: number };
}

/**
 * How a plan changes: the order of courses where a test of one of them moves, the units of the session, what it is expected to
 * bring. Never empty.
 */
export function planChanges(before: StudyPlan, after: StudyPlan, moved: PlannedCourse | null): PlanChange[] {
  const order = moved === null ? [] : orderChanges(before, after, moved);
  const units = unitChanges(before, after);
  const outlooks = outlookChanges(before, after);
  const same = order.every(({ key }) => key === 'change.order-same') && units.length === 0 && outlooks.length === 0;
  if (same) return [{ key: 'change.none', params: {} }];
  return [...order, ...(units.length > 0 ? units : [{ key: 'change.units-same' as const, params: {} }]), ...outlooks];
}

function orderChanges(before: StudyPlan, after: StudyPlan, moved: PlannedCourse): PlanChange[] {
  const placeIn = ({ order }: StudyPlan) => order.findIndex(({ id }) => id === moved.id) + 1;
  const places = { before: placeIn(before), place: placeIn(after) };
  const changes: PlanChange[] = [];
  if (places.place !== places.before) {
    const key = places.place < places.before ? 'change.rises' : 'change.falls';
    changes.push({ key, params: { course: moved.name, ...places } });
  }
  if (before.course !== null && after.course !== null && before.course.id !== after.course.id) {
    changes.push({ key: 'change.course', params: { course: after.course.name, before: before.course.name } });
  }
  return changes.length > 0 ? changes : [{ key: 'change.order-same', params: {} }];
}

function isSameCourse(before: StudyPlan, after: StudyPlan): boolean {
  return before.course?.id === after.course?.id;
}

function unitChanges(before: StudyPlan, after: StudyPlan): PlanChange[] {
  const was = new Map(isSameCourse(before, after) ? before.assignment.units.map((unit) => [unit.name, unit]) : []);
  const changes = after.assignment.units.flatMap(({ name: unit, minutes }): PlanChange[] => {
    const planned = was.get(unit)?.minutes;
    if (planned === undefined) return [{ key: 'change.unit-new', params: { unit, minutes } }];
    if (planned === minutes) return [];
    const key = minutes > planned ? 'change.unit-more' : 'change.unit-less';
    return [{ key, params: { unit, minutes, before: planned } }];
  });
  const now = new Set(after.assignment.units.map(({ name }) => name));
  const gone = [...was.values()].filter(({ name }) => !now.has(name));
  return [
    ...changes,
    ...gone.map(({ name: unit, minutes }): PlanChange => ({ key: 'change.unit-gone', params: { unit, minutes } })),
  ];
}

function outlookChanges(before: StudyPlan, after: StudyPlan): PlanChange[] {
  const was = new Map(isSameCourse(before, after) ? before.outlooks.map((one) => [one.id, rounded(one)]) : []);
  return after.outlooks.flatMap((outlook): PlanChange[] => {
    const now = rounded(outlook);
    const then = was.get(outlook.id);
    if (then === undefined) {
      return [{ key: 'change.outlook-new', params: { test: outlook.test, ...now, before: now } }];
    }
    if (then.with === now.with && then.without === now.without) return [];
    return [{ key: 'change.outlook', params: { test: outlook.test, ...now, before: then } }];
  });
}

function rounded(outlook: Outlook): { without: number; with: number } {
  return { without: Math.round(outlook.without * 100), with: Math.round(outlook.with * 100) };
}
