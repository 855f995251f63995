import type { LeftOut, Roster, RosterLink, Spot } from '../roster.ts';
import { wordOf } from './match-people.ts';
import type { Decision, Link, Ref, RosterPlan } from './plan.ts';
import type { ResolvedSchools } from './resolve-schools.ts';
import type { KnownLink } from './snapshot.ts';
import { allowedId, type Met, type Who } from './who.ts';

export interface LinkQuestion {
  roster: Roster;
  links: readonly KnownLink[];
  who: Who;
  isOfSource: (person: Ref) => boolean;
  /** One school's own import: parents and pupils of others are not linked by it. */
  limitedTo: number | null;
  /** Why people of the file do not come in, as far as it was said. */
  absent: { leftOut: readonly LeftOut[]; decisions: readonly Decision[]; schools: Pick<ResolvedSchools, 'foreign'> };
}

const keyOf = ({ parent, child }: Link) => `${typeof parent} ${parent} ${typeof child} ${child}`;

/**
 * Which parents see which pupils from now on. A guardian who was blocked here stays blocked, whatever the file says; only a person
 * takes that back.
 */
export function planLinks(question: LinkQuestion): Pick<RosterPlan, 'links' | 'leftOut'> {
  const { roster, links, who } = question;
  const leftOut: LeftOut[] = [];
  const whyAbsent = reasons(question);
  const wanted = new Map<string, Link & { status: RosterLink['status'] }>();
  for (const one of roster.links) {
    const link = resolve(one, question, { leftOut, whyAbsent });
    if (!link) continue;
    const blocked = one.status === 'blocked' || wanted.get(keyOf(link))?.status === 'blocked';
    wanted.set(keyOf(link), { ...link, status: blocked ? 'blocked' : 'verified' });
  }
  const there = new Map(
    links.map(({ parentId, childId, status }) => {
      const link = { parent: parentId, child: childId, status };
      return [keyOf(link), link] as const;
    }),
  );
  const plan: RosterPlan['links'] = { add: [], remove: [], block: [] };
  for (const [key, { status, ...link }] of wanted) {
    const before = there.get(key);
    if (!before) plan.add.push(link);
    if (status === 'blocked' && before?.status !== 'blocked') plan.block.push(link);
  }
  const isToldOf = toldOf(question);
  for (const [key, { status, ...link }] of there) {
    if (status === 'verified' && !wanted.has(key) && isToldOf(link)) plan.remove.push(link);
  }
  for (const { place, parent, child } of roster.links.filter((one) => one.status === 'verified')) {
    const link = { parent: who.find(parent)?.ref ?? '', child: who.find(child)?.ref ?? '' };
    if (there.get(keyOf(link))?.status !== 'blocked') continue;
    const why = 'the guardian is blocked here; unblock them on their page';
    leftOut.push({ place, what: linkOf(parent, child, who), why });
  }
  return { links: plan, leftOut };
}

/** Whether the file claims to say all links of one of the two. */
function toldOf({ roster, who, isOfSource }: LinkQuestion): (link: Link) => boolean {
  const present = new Set(roster.people.map(({ id }) => who.find(id)?.ref));
  const saysAll = new Set(roster.people.filter(({ saysLinks }) => saysLinks).map(({ id }) => who.find(id)?.ref));
  return ({ parent, child }) => {
    if (!isOfSource(parent) || !isOfSource(child)) return false;
    return (
      saysAll.has(parent) || saysAll.has(child) || (roster.whole.links && present.has(parent) && present.has(child))
    );
  };
}

interface Told {
  leftOut: LeftOut[];
  whyAbsent: ReturnType<typeof reasons>;
}

function resolve(
  { place, parent, child }: RosterLink,
  question: LinkQuestion,
  { leftOut, whyAbsent }: Told,
): Link | undefined {
  const { roster, who, limitedTo } = question;
  const leave = (why: string) => {
    leftOut.push({ place, what: linkOf(parent, child, who), why });
    return undefined;
  };
  let [first, second]: (Met | undefined)[] = [who.find(parent), who.find(child)];
  if (first?.role === 'student' && second?.role === 'parent') [first, second] = [second, first];
  if (!first || !second) {
    const missing = [...(first ? [] : [parent]), ...(second ? [] : [child])];
    const unlisted = missing.find((id) => whyAbsent(id) === undefined);
    if (unlisted !== undefined)
      return leave(`nobody in the file or here has the id ${unlisted}; allowed is ${allowedId(roster)}`);
    // Of two who do not come in, each is told of in a line of their own.
    return missing.length > 1 ? undefined : leave(whyAbsent(missing[0] ?? '') ?? '');
  }
  if (first.role !== 'parent') return leave(`${first.name} is a ${wordOf(first.role)}; allowed are parents`);
  if (second.role !== 'student') return leave(`${second.name} is a ${wordOf(second.role)}; allowed are pupils`);
  if (limitedTo !== null && second.school !== limitedTo)
    return leave(`${second.name} is of another school; allowed are pupils of your own`);
  return { parent: first.ref, child: second.ref };
}

/** Why somebody whom the file lists is not here and does not come in; undefined for an id that it does not list. */
function reasons({ roster, absent }: LinkQuestion): (id: string) => string | undefined {
  const people = new Map(roster.people.map((person) => [person.id, person]));
  const lineOf = ({ file, row }: Spot) => `${row} ${file}`;
  const wholeLines = absent.leftOut.filter(({ place }) => place.column === undefined);
  const said = new Map(wholeLines.map(({ place, why }) => [lineOf(place), why]));
  const open = new Set(absent.decisions.map(({ externalId }) => externalId));
  return (id) => {
    const person = people.get(id);
    if (!person) return roster.outside.get(id);
    const why = open.has(id)
      ? 'it is to be decided first who that is'
      : person.active
        ? (said.get(lineOf(person.place)) ??
          (absent.schools.foreign.has(person.school ?? '') ? 'they are of another school' : 'their line is left out'))
        : 'they are not here, and have left by the file';
    return `${person.firstName} ${person.lastName} does not come in: ${why}`;
  };
}

/** The two by their names, as far as they are known. */
function linkOf(parent: string, child: string, who: Who): string {
  return `the link between ${who.find(parent)?.name ?? parent} and ${who.find(child)?.name ?? child}`;
}
