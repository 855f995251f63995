import { foldName } from '../fold-word.ts';
import type { LeftOut, Roster, RosterMembership } from '../roster.ts';
import { wordOf } from './match-people.ts';
import type { Member, Ref, RosterPlan } from './plan.ts';
import type { ClassPlan } from './plan-classes.ts';
import type { KnownMember } from './snapshot.ts';
import { allowedId, type Met, type Who } from './who.ts';

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
  const { place, personPlace = place, as } = membership;
  const met = who.find(membership.person);
  const what = `${met?.name ?? membership.person} in class “${nameOf(membership.class, question)}”`;
  const leave = (why: string, at = place) => {
    if (membership.active) leftOut.push({ place: at, what, why });
    return undefined;
  };
  // Whoever or whatever was left out already is not told of once more.
  if (!met)
    return knownIds(roster).people.has(membership.person)
      ? undefined
      : leave(
          roster.outside.get(membership.person) ??
            `nobody in the file or here has the id ${membership.person}; allowed is ${allowedId(roster)}`,
          personPlace,
        );
  const one = classes.at.get(membership.class) ?? byName(membership.class, met, question);
  const room = one === undefined ? undefined : classes.room(one);
  if (one === undefined || !room) {
    const known = knownIds(roster);
    if (known.classes.has(membership.class) || known.ungraded.has(foldName(membership.class))) return undefined;
    return leave(`no class in the file or here is called that; allowed is ${allowedClass(met, question)}`);
  }
  const needed = as === 'pupil' ? 'student' : 'class manager';
  if (met.role !== needed) return leave(`${met.name} is a ${wordOf(met.role)}; allowed are ${wordOf(needed)}s`);
  const school = question.moved.get(met.ref) ?? met.school;
  if (room.school !== school)
    return leave(`${met.name} is not of the school of this class; allowed are its own ${wordOf(needed)}s`);
  return { class: one, person: met.ref, as };
}

/** More names than that help nobody. */
const MOST_NAMES = 12;

/** The classes that a line may name, and what it takes for one that is not there yet. */
function allowedClass({ ref, school }: Met, { roster, classes, moved }: MemberQuestion): string {
  if (roster.format !== 'csv') return 'the sourcedId of a line of classes.csv';
  const names = classes.namesOf(moved.get(ref) ?? school ?? '');
  const some = names.slice(0, MOST_NAMES).join(', ');
  const known = names.length > MOST_NAMES ? `${some} …` : some || 'a class that is there';
  return `${known}, or a new class with its grade in the column “grade”`;
}

/** What a class is called, by what the file calls it. */
function nameOf(id: string, { roster, classes }: MemberQuestion): string {
  const ref = classes.at.get(id);
  return (ref === undefined ? undefined : classes.room(ref)?.name) ?? knownIds(roster).classes.get(id) ?? id;
}

function byName(name: string, { ref, school }: Met, { roster, classes, moved }: MemberQuestion): Ref | undefined {
  return roster.format === 'csv' ? classes.byName(name, moved.get(ref) ?? school ?? undefined) : undefined;
}

const ids = new WeakMap<Roster, KnownIds>();

interface KnownIds {
  people: ReadonlySet<string>;
  /** With what they are called. */
  classes: ReadonlyMap<string, string>;
  /** Names of classes of which the file does not say the grade, folded. */
  ungraded: ReadonlySet<string>;
}

/** The ids that the file itself gives to people and classes. */
function knownIds(roster: Roster): KnownIds {
  let found = ids.get(roster);
  if (!found) {
    found = {
      people: new Set(roster.people.map(({ id }) => id)),
      classes: new Map(roster.classes.map(({ id, name }) => [id, name])),
      ungraded: new Set(
        roster.classes.flatMap((one) =>
          roster.format === 'csv' && one.gradeLevel === undefined ? foldName(one.name) : [],
        ),
      ),
    };
    ids.set(roster, found);
  }
  return found;
}
