import type { LeftOut, Roster, RosterMembership } from '../roster.ts';
import type { Member, Ref, RosterPlan } from './plan.ts';
import type { ClassPlan } from './plan-classes.ts';
import type { KnownMember } from './snapshot.ts';
import type { Met, Who } from './who.ts';

export interface MemberQuestion {
  roster: Roster;
  classes: ClassPlan;
  members: readonly KnownMember[];
  who: Who;
  /** Whether the source brought this person. */
  isOfSource: (person: Ref) => boolean;
  /** Who goes to another school, and to which. */
  moved: ReadonlyMap<Ref, Ref>;
}

const keyOf = (member: Member) =>
  `${member.as} ${typeof member.class} ${member.class} ${typeof member.person} ${member.person}`;

/** Who comes into which class, who leaves it, and who looks after it. */
export function planMembers(question: MemberQuestion): Pick<RosterPlan, 'members' | 'leftOut'> {
  const { roster, members: before, classes, isOfSource, moved } = question;
  const leftOut: LeftOut[] = [];
  const wanted = new Map<string, Member>();
  const ended = new Set<string>();
  for (const membership of roster.memberships) {
    const member = resolve(membership, question, leftOut);
    if (member && membership.active) wanted.set(keyOf(member), member);
    else if (member) ended.add(keyOf(member));
  }
  const told = whatIsTold(roster, wanted, question);
  const there = new Map(
    before.map(({ classId, personId, as }): [string, Member] => {
      const member: Member = { class: classId, person: personId, as };
      return [keyOf(member), member];
    }),
  );
  const isGone = (key: string, member: Member) => {
    if (wanted.has(key)) return false;
    if (ended.has(key) || told.closed.has(member.class)) return true;
    if (member.as === 'pupil' && moved.has(member.person))
      return classes.room(member.class)?.school !== moved.get(member.person);
    if (roster.whole.memberships) return classes.ofSource.has(member.class) && isOfSource(member.person);
    if (member.as === 'manager') return told.managers.has(member.class);
    return told.years.get(member.person)?.has(classes.room(member.class)?.year ?? 0) ?? false;
  };
  const add = [...wanted].filter(([key]) => !there.has(key)).map(([, member]) => member);
  const remove = [...there].filter(([key, member]) => isGone(key, member)).map(([, member]) => member);
  return { members: { add, remove }, leftOut };
}

/** What the lines claim to say all of: the classes of a pupil in a year, the managers of a class, a class that is closed. */
function whatIsTold(roster: Roster, wanted: ReadonlyMap<string, Member>, { classes, who }: MemberQuestion) {
  const saysClasses = new Set(roster.people.filter((person) => person.saysClasses).map(({ id }) => who.find(id)?.ref));
  const years = new Map<Ref, Set<number>>();
  for (const member of wanted.values()) {
    const year = classes.room(member.class)?.year;
    if (member.as !== 'pupil' || year === undefined || !saysClasses.has(member.person)) continue;
    years.set(member.person, (years.get(member.person) ?? new Set()).add(year));
  }
  const refsOf = (found: Roster['classes']) => new Set(found.flatMap(({ id }) => classes.at.get(id) ?? []));
  return {
    years,
    managers: refsOf(roster.classes.filter(({ saysManagers }) => saysManagers)),
    closed: refsOf(roster.classes.filter(({ active }) => !active)),
  };
}

function resolve(membership: RosterMembership, question: MemberQuestion, leftOut: LeftOut[]): Member | undefined {
  const { roster, classes, who } = question;
  const { place, as } = membership;
  const what = `${membership.person} in class ${membership.class}`;
  const met = who.find(membership.person);
  const leave = (why: string) => {
    if (membership.active) leftOut.push({ place, what, why });
    return undefined;
  };
  // Whoever or whatever was left out already is not told of once more.
  if (!met)
    return knownIds(roster).people.has(membership.person) ? undefined : leave('nobody in the file or here has this id');
  const one = classes.at.get(membership.class) ?? byName(membership.class, met, question);
  const room = one === undefined ? undefined : classes.room(one);
  if (one === undefined || !room) {
    if (knownIds(roster).classes.has(membership.class)) return undefined;
    const hint = roster.format === 'csv' ? '; with a grade beside it, it would be made' : '';
    return leave(`no class in the file or here is called that${hint}`);
  }
  const needed = as === 'pupil' ? 'student' : 'class manager';
  if (met.role !== needed) return leave(as === 'pupil' ? `${met.name} is no pupil` : `${met.name} is no class manager`);
  const school = question.moved.get(met.ref) ?? met.school;
  if (room.school !== school) return leave(`${met.name} is not of the school of this class`);
  return { class: one, person: met.ref, as };
}

function byName(name: string, { ref, school }: Met, { roster, classes, moved }: MemberQuestion): Ref | undefined {
  return roster.format === 'csv' ? classes.byName(name, moved.get(ref) ?? school ?? undefined) : undefined;
}

const ids = new WeakMap<Roster, { people: Set<string>; classes: Set<string> }>();

/** The ids that the file itself gives to people and classes. */
function knownIds(roster: Roster): { people: Set<string>; classes: Set<string> } {
  let found = ids.get(roster);
  if (!found) {
    found = {
      people: new Set(roster.people.map(({ id }) => id)),
      classes: new Set(roster.classes.map(({ id }) => id)),
    };
    ids.set(roster, found);
  }
  return found;
}
