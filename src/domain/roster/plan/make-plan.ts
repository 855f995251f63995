import type { Roster } from '../roster.ts';
import { findLargeChanges } from './large-change.ts';
import { type Matches, matchPeople, schoolOf } from './match-people.ts';
import type { Decisions, Member, NewClass, Ref, RosterPlan } from './plan.ts';
import { type ClassPlan, planClasses } from './plan-classes.ts';
import { planEnrolments } from './plan-enrolments.ts';
import { planLinks } from './plan-links.ts';
import { planMembers } from './plan-members.ts';
import { planPeople } from './plan-people.ts';
import type { ResolvedSchools } from './resolve-schools.ts';
import type { Snapshot } from './snapshot.ts';
import { Who } from './who.ts';

export interface PlanQuestion {
  roster: Roster;
  snapshot: Snapshot;
  schools: ResolvedSchools;
  decisions: Decisions;
  /** The only school that the import may touch; null: any. */
  limitedTo: number | null;
  /** The year in which the present school year began. */
  year: number;
}

/**
 * Holds a file against what is there, and says everything that an import would do. Decides nothing that is a person's to decide.
 * Yields where the work can be left for a while.
 */
export function* makePlan(question: PlanQuestion): Generator<void, RosterPlan> {
  const { roster, snapshot, schools, limitedTo, decisions } = question;
  const scope = limitedTo ?? 0;
  const limited = limitedTo !== null;
  const matches = matchPeople({ roster, snapshot, schools, decisions, scope });
  yield;
  const schoolOfParent = schoolsOfParents(question, matches);
  const people = planPeople({ roster, snapshot, schools, matches, limited, schoolOfParent });
  yield;
  const classes = planClasses({ ...question, scope });
  yield;
  const who = new Who(roster, snapshot, matches, people.people.add);
  const ofSource = new Set<Ref>([
    ...snapshot.externalIds.filter(({ kind }) => kind === 'user').map(({ ourId }) => ourId),
    ...roster.people.flatMap(({ id }) => who.find(id)?.ref ?? []),
  ]);
  const isOfSource = (ref: Ref) => roster.format === 'csv' || ofSource.has(ref);
  yield;
  const moved = new Map(
    people.people.change.flatMap(({ person, school }) => (school === null ? [] : [[person.id, school]])),
  );
  const members = planMembers({ roster, classes, members: snapshot.members, who, isOfSource, moved });
  yield;
  const absent = { leftOut: [...matches.leftOut, ...people.leftOut], decisions: matches.decisions, schools };
  const links = planLinks({ roster, links: snapshot.links, who, isOfSource, limitedTo, absent });
  yield;
  const plan = { people: people.people, members: members.members, links: links.links };
  return {
    ...plan,
    schools: schools.add,
    enrolments: planEnrolments({ classes: classes.classes, members: members.members }, snapshot),
    classes: { ...classes.classes, add: classes.classes.add.map((one) => withRoomFor(one, members.members.add)) },
    remember: whatToRemember(
      question,
      matches,
      people.people.add.map(({ ref }) => ref),
      classes,
    ),
    decisions: matches.decisions,
    leftOut: [
      ...roster.leftOut,
      ...matches.leftOut,
      ...people.leftOut,
      ...classes.leftOut,
      ...members.leftOut,
      ...links.leftOut,
    ],
    notes: [...roster.notes, ...schools.notes, ...people.notes, ...foreignNote(people.foreign)],
    large: findLargeChanges(plan, snapshot),
  };
}

function foreignNote(count: number): string[] {
  return count === 0 ? [] : [`${count} people of other schools are in the file; they are left alone.`];
}

/** The file's id of each parent → the school of the first child that it names and that is meant. */
function schoolsOfParents({ roster, schools }: PlanQuestion, matches: Matches): Map<string, Ref> {
  const people = new Map(roster.people.map((person) => [person.id, person]));
  const found = new Map<string, Ref>();
  for (const { parent, child } of roster.links) {
    const pupil = people.get(child);
    const known = matches.known.get(child)?.schoolId;
    const school = pupil?.school === undefined ? (known ?? schools.home) : schoolOf(pupil, schools);
    if ((pupil || known) && school !== undefined && school !== null && !found.has(parent)) found.set(parent, school);
  }
  return found;
}

/** A class of which nobody says how many fit into it has room for those who come. */
function withRoomFor(one: NewClass, members: readonly Member[]): NewClass {
  const pupils = members.filter((member) => member.class === one.ref && member.as === 'pupil').length;
  return pupils > one.capacity ? { ...one, capacity: pupils } : one;
}

function whatToRemember(
  { roster, snapshot, schools }: PlanQuestion,
  matches: Matches,
  added: readonly string[],
  classes: ClassPlan,
): RosterPlan['remember'] {
  const before = new Map(snapshot.externalIds.map((one) => [`${one.kind} ${one.externalId}`, one]));
  const isNew = (kind: string, externalId: string, ref: Ref) => before.get(`${kind} ${externalId}`)?.ourId !== ref;
  const freshly = new Set(added);
  const users = roster.people.flatMap((person) => {
    const ref = matches.known.get(person.id)?.id ?? (freshly.has(person.id) ? person.id : undefined);
    if (ref === undefined || person.keyedBy !== 'id') return [];
    const stored = before.get(`user ${person.id}`);
    const modified = person.modified ?? stored?.modified ?? null;
    const later = modified !== null && modified > (stored?.modified ?? '');
    return isNew('user', person.id, ref) || later
      ? [{ kind: 'user' as const, externalId: person.id, ref, modified }]
      : [];
  });
  const rooms = roster.classes.flatMap(({ id, implied }) => {
    const ref = classes.at.get(id);
    if (implied || ref === undefined || !isNew('class', id, ref)) return [];
    return [{ kind: 'class' as const, externalId: id, ref, modified: null }];
  });
  const places =
    roster.format === 'csv'
      ? []
      : roster.schools.flatMap(({ id }) => {
          const ref = schools.at.get(id);
          return ref === undefined || !isNew('school', id, ref)
            ? []
            : [{ kind: 'school' as const, externalId: id, ref, modified: null }];
        });
  return [...places, ...rooms, ...users];
}
