import { wordOf } from './plan/match-people.ts';
import type {
  ClassChange,
  Decision,
  LargeChange,
  Member,
  PersonChange,
  PlannedEnrolment,
  Ref,
  RosterPlan,
} from './plan/plan.ts';
import type { KnownPerson, Snapshot } from './plan/snapshot.ts';
import type { LeftOut, RosterFormat } from './roster.ts';

/** Somebody in a report: told by name, found again by username. */
export interface ReportedPerson {
  name: string;
  role: string;
  username: string;
}

/** What an import did, or would do, in the words of people. */
export interface RosterReport {
  source: string;
  format: RosterFormat;
  /** Nothing was saved: it was only tried. */
  dryRun: boolean;
  schools: string[];
  schoolsAdded: { name: string; region: string }[];
  added: ReportedPerson[];
  changed: (ReportedPerson & { fields: { field: string; before: string | null; after: string }[] })[];
  disabled: ReportedPerson[];
  enabled: ReportedPerson[];
  unchanged: number;
  classesAdded: { name: string; grade: string; year: number }[];
  classesChanged: { name: string; fields: ClassChange['fields'] }[];
  /** Pupils who left a class for another. */
  moved: { name: string; from: string[]; to: string[] }[];
  joined: { name: string; class: string; as: 'pupil' | 'manager' }[];
  left: { name: string; class: string; as: 'pupil' | 'manager' }[];
  linked: { parent: string; child: string }[];
  unlinked: { parent: string; child: string }[];
  blocked: { parent: string; child: string }[];
  /** Pupils who come to a grade, with the mandatory courses of it that are new to them. */
  enrolled: { name: string; courses: string[] }[];
  /** Pupils who leave a grade, with the mandatory courses of it that they never touched. */
  unenrolled: { name: string; courses: string[] }[];
  decisions: Decision[];
  leftOut: LeftOut[];
  notes: string[];
  /** Schools of which more than half would change. */
  large: LargeChange[];
  /** The same for the same file and the same people: whoever confirms knows that it is what they saw. */
  fingerprint: string;
}

/** How many of each there are. */
export interface RosterCounts {
  added: number;
  changed: number;
  disabled: number;
  enabled: number;
  unchanged: number;
  classesAdded: number;
  classesChanged: number;
  moved: number;
  joined: number;
  left: number;
  linked: number;
  unlinked: number;
  blocked: number;
  enrolled: number;
  unenrolled: number;
}

export function countsOf(report: RosterReport): RosterCounts {
  return {
    added: report.added.length,
    changed: report.changed.length,
    disabled: report.disabled.length,
    enabled: report.enabled.length,
    unchanged: report.unchanged,
    classesAdded: report.classesAdded.length,
    classesChanged: report.classesChanged.length,
    moved: report.moved.length,
    joined: report.joined.length,
    left: report.left.length,
    linked: report.linked.length,
    unlinked: report.unlinked.length,
    blocked: report.blocked.length,
    enrolled: report.enrolled.length,
    unenrolled: report.unenrolled.length,
  };
}

/** Whether an import would do nothing at all to people and classes. */
export function changesNothing(report: RosterReport): boolean {
  const { unchanged: _, ...counts } = countsOf(report);
  return Object.values(counts).every((count) => count === 0) && report.schoolsAdded.length === 0;
}

/** Puts a plan into the words of people. */
export function describePlan(
  plan: RosterPlan,
  snapshot: Snapshot,
): Omit<RosterReport, 'source' | 'format' | 'dryRun' | 'fingerprint'> {
  const names = new Names(plan, snapshot);
  const { moved, joined, left } = movements(plan.members, names);
  return {
    schools: snapshot.schools.map(({ name }) => name),
    schoolsAdded: plan.schools.map(({ name, region }) => ({ name, region })),
    added: plan.people.add.map(({ firstName, lastName, role, username }) => ({
      name: `${firstName} ${lastName}`,
      role: wordOf(role),
      username,
    })),
    changed: plan.people.change.map((change) => ({ ...reported(change.person), fields: fieldsOf(change, names) })),
    disabled: plan.people.disable.map(reported),
    enabled: plan.people.enable.map(reported),
    unchanged: plan.people.unchanged,
    classesAdded: plan.classes.add.map(({ name, gradeLevel, year }) => ({ name, grade: gradeLevel, year })),
    classesChanged: plan.classes.change.map(({ one, fields }) => ({ name: one.name, fields })),
    moved,
    joined,
    left,
    linked: plan.links.add.map((link) => names.link(link)),
    unlinked: plan.links.remove.map((link) => names.link(link)),
    blocked: plan.links.block.map((link) => names.link(link)),
    enrolled: byPupil(plan.enrolments.add, names),
    unenrolled: byPupil(plan.enrolments.remove, names),
    decisions: plan.decisions,
    leftOut: plan.leftOut,
    notes: plan.notes,
    large: plan.large,
  };
}

class Names {
  readonly #people = new Map<Ref, string>();
  readonly #classes = new Map<Ref, string>();
  readonly #schools = new Map<Ref, string>();

  constructor({ people, classes }: RosterPlan, snapshot: Snapshot) {
    for (const { id, firstName, lastName } of snapshot.people) this.#people.set(id, `${firstName} ${lastName}`);
    for (const { ref, firstName, lastName } of people.add) this.#people.set(ref, `${firstName} ${lastName}`);
    for (const { id, name } of snapshot.classes) this.#classes.set(id, name);
    for (const { ref, name } of classes.add) this.#classes.set(ref, name);
    for (const { id, name } of snapshot.schools) this.#schools.set(id, name);
  }

  person(ref: Ref): string {
    return this.#people.get(ref) ?? String(ref);
  }

  class(ref: Ref): string {
    return this.#classes.get(ref) ?? String(ref);
  }

  school(ref: Ref | null): string | null {
    return ref === null ? null : (this.#schools.get(ref) ?? String(ref));
  }

  link({ parent, child }: { parent: Ref; child: Ref }): { parent: string; child: string } {
    return { parent: this.person(parent), child: this.person(child) };
  }
}

function reported({ firstName, lastName, role, username }: KnownPerson): ReportedPerson {
  return { name: `${firstName} ${lastName}`, role: wordOf(role), username };
}

function fieldsOf({ person, fields, school }: PersonChange, names: Names): RosterReport['changed'][number]['fields'] {
  if (school === null) return fields;
  return [...fields, { field: 'school', before: names.school(person.schoolId), after: names.school(school) ?? '' }];
}

function byPupil(enrolments: readonly PlannedEnrolment[], names: Names): RosterReport['enrolled'] {
  const pupils = Map.groupBy(enrolments, ({ person }) => person);
  return [...pupils].map(([person, all]) => ({
    name: names.person(person),
    courses: all.map(({ course }) => course.name),
  }));
}

/** Whoever leaves a class and joins another moves; the rest join or leave. */
function movements(
  { add, remove }: RosterPlan['members'],
  names: Names,
): Pick<RosterReport, 'moved' | 'joined' | 'left'> {
  const pupils = (members: readonly Member[]) =>
    Map.groupBy(
      members.filter(({ as }) => as === 'pupil'),
      ({ person }) => person,
    );
  const [to, from] = [pupils(add), pupils(remove)];
  const moves = new Set([...to.keys()].filter((person) => from.has(person)));
  const stays = ({ as, person }: Member) => as !== 'pupil' || !moves.has(person);
  const told = (member: Member) => ({
    name: names.person(member.person),
    class: names.class(member.class),
    as: member.as,
  });
  const classesOf = (members: readonly Member[] | undefined) =>
    (members ?? []).map((member) => names.class(member.class));
  return {
    moved: [...moves].map((person) => ({
      name: names.person(person),
      from: classesOf(from.get(person)),
      to: classesOf(to.get(person)),
    })),
    joined: add.filter(stays).map(told),
    left: remove.filter(stays).map(told),
  };
}
