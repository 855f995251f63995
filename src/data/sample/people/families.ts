import type { Random } from '../random.ts';
import { NAMED } from './named-people.ts';
import { COMMUNITIES } from './names.ts';
import type { PlannedPupil } from './people-plan.ts';
import type { Person, PersonMaker } from './person.ts';

export interface Guardianship {
  parentId: number;
  studentId: number;
  status: 'verified' | 'blocked';
}

const PARENT_AGE = [38, 55] as const;

/**
 * One or two parents for every pupil; pupils of the same name at the same address are brother and sister and share them. One
 * guardian of somebody without a login is blocked.
 */
export function addFamilies(random: Random, maker: PersonMaker, pupils: readonly PlannedPupil[]): Guardianship[] {
  const found: Guardianship[] = [];
  let blocked = false;
  for (const children of siblings(pupils)) {
    const [first] = children;
    if (!first) continue;
    const named = NAMED_PARENTS[first.person.lastName];
    const parents = named?.of(first) ? makeNamed(maker, named.username, first) : makeParents(random, maker, first);
    for (const [index, parent] of parents.entries()) {
      const status: Guardianship['status'] = index === 1 && !blocked && !named ? 'blocked' : 'verified';
      blocked ||= status === 'blocked';
      found.push(...children.map(({ person }) => ({ parentId: parent.id, studentId: person.id, status })));
    }
  }
  return found;
}

const NAMED_PARENTS: Record<string, { username: 'dalia' | 'sami'; of: (pupil: PlannedPupil) => boolean }> = {
  [NAMED.dalia.lastName]: {
    username: 'dalia',
    of: ({ person }) => person.username === 'noa' || person.username === 'itai',
  },
  [NAMED.sami.lastName]: { username: 'sami', of: ({ person }) => person.username === 'lina' },
};

function siblings(pupils: readonly PlannedPupil[]): PlannedPupil[][] {
  const families = new Map<string, PlannedPupil[]>();
  for (const pupil of pupils) {
    const { lastName, address } = pupil.person;
    const key = `${lastName}, ${address.street}, ${address.city}`;
    families.set(key, [...(families.get(key) ?? []), pupil]);
  }
  return [...families.values()];
}

function makeNamed(maker: PersonMaker, username: 'dalia' | 'sami', child: PlannedPupil): Person[] {
  const { role, firstName, lastName } = NAMED[username];
  const { city, street } = child.person.address;
  return [maker.make({ role, firstName, lastName, username, city, street, age: PARENT_AGE })];
}

function makeParents(random: Random, maker: PersonMaker, child: PlannedPupil): Person[] {
  const { lastName, address } = child.person;
  const community = random.pick(COMMUNITIES.filter((one) => one.surnames.includes(lastName)));
  const home = { role: 'parent', lastName, city: address.city, street: address.street, age: PARENT_AGE } as const;
  const mother = () => maker.make({ ...home, firstName: random.pick(community.mothers) });
  const father = () => maker.make({ ...home, firstName: random.pick(community.fathers) });
  if (random.chance(0.65)) return [mother(), father()];
  return [random.chance(0.75) ? mother() : father()];
}
