import type { GradeLevel } from '../../curriculum/curriculum.ts';
import type { Member, Ref, RosterPlan } from './plan.ts';
import type { Snapshot } from './snapshot.ts';

type Question = Pick<RosterPlan, 'classes' | 'members'>;

/**
 * How enrolments follow the classes. Who comes into a class, or whose class gets another grade, takes the mandatory courses of the
 * grade. Who is in no class of a grade any more loses those of its mandatory courses that they never touched: what was studied stays.
 */
export function planEnrolments(plan: Question, snapshot: Snapshot): RosterPlan['enrolments'] {
  const { joined, left } = gradeMoves(plan, snapshot);
  const courses = Map.groupBy(snapshot.courses, ({ gradeLevel }) => gradeLevel);
  const enrolments = new Map(snapshot.enrolments.map((one) => [`${one.studentId} ${one.courseId}`, one]));
  const listed = (grades: ReadonlyMap<Ref, ReadonlySet<GradeLevel>>) =>
    [...grades].flatMap(([person, all]) =>
      [...all].flatMap((grade) => (courses.get(grade) ?? []).map((course) => ({ person, course }))),
    );
  const known = (person: Ref, courseId: number) =>
    typeof person === 'number' ? enrolments.get(`${person} ${courseId}`) : undefined;
  return {
    add: listed(joined).filter(({ person, course }) => known(person, course.id) === undefined),
    remove: listed(left).filter(({ person, course }) => known(person, course.id)?.untouched === true),
  };
}

/** Which grades pupils come to, and which they are in no more. */
function gradeMoves({ classes, members }: Question, snapshot: Snapshot) {
  const before = new Map<Ref, GradeLevel>(snapshot.classes.map(({ id, gradeLevel }) => [id, gradeLevel]));
  const after = new Map<Ref, GradeLevel>([
    ...before,
    ...classes.change.map(({ one, next }): [Ref, GradeLevel] => [one.id, next.gradeLevel]),
    ...classes.add.map(({ ref, gradeLevel }): [Ref, GradeLevel] => [ref, gradeLevel]),
  ]);
  const isPupil = ({ as }: Member) => as === 'pupil';
  const there = snapshot.members.map(({ classId, personId, as }): Member => ({ class: classId, person: personId, as }));
  const gone = new Set(members.remove.filter(isPupil).map(keyOf));
  const stay = there.filter((member) => isPupil(member) && !gone.has(keyOf(member)));
  const come = members.add.filter(isPupil);
  const regraded = stay.filter((one) => before.get(one.class) !== after.get(one.class));
  const joined = gradesOf([...come, ...regraded], after);
  const has = gradesOf([...stay, ...come], after);
  const had = gradesOf([...members.remove.filter(isPupil), ...regraded], before);
  const left = new Map([...had].map(([person, grades]) => [person, grades.difference(has.get(person) ?? new Set())]));
  return { joined, left };
}

const keyOf = ({ class: one, person }: Member) => `${one} ${person}`;

function gradesOf(members: readonly Member[], grades: ReadonlyMap<Ref, GradeLevel>): Map<Ref, Set<GradeLevel>> {
  const found = new Map<Ref, Set<GradeLevel>>();
  for (const { class: one, person } of members) {
    const grade = grades.get(one);
    if (grade !== undefined) found.set(person, (found.get(person) ?? new Set()).add(grade));
  }
  return found;
}
