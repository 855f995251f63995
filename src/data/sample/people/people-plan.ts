import type { GradeLevel } from '../../../domain/curriculum/curriculum.ts';
import { pseudonymFor } from '../../../domain/people/pseudonym.ts';
import { DAY, HOUR, type Instant } from '../../../shared/instant.ts';
import type { Random } from '../random.ts';
import { addFamilies, type Guardianship } from './families.ts';
import { NAMED } from './named-people.ts';
import { communityOf, type Person, PersonMaker } from './person.ts';
import { SCHOOLS, type SchoolFacts } from './schools.ts';

export interface PlannedPupil {
  person: Person;
  schoolId: number;
  classId: number;
  gradeLevel: GradeLevel;
  pseudonym: string;
  learningStyle: string | null;
  routineStyle: string | null;
  collaborationStyle: string | null;
}

export interface PlannedClass {
  id: number;
  schoolId: number;
  name: string;
  gradeLevel: GradeLevel;
  manager: Person;
}

export interface PlannedSchool extends SchoolFacts {
  id: number;
  manager: Person;
}

/** Everybody of the sample region and how they belong together. */
export interface PeoplePlan {
  /** The calendar year of the classes. */
  year: number;
  people: Person[];
  schools: PlannedSchool[];
  classes: PlannedClass[];
  pupils: PlannedPupil[];
  guardianships: Guardianship[];
  supervisors: { person: Person; subjects: string[]; regions: string[] }[];
}

export interface PeopleRequest {
  students: number;
  /** Before this moment all of them had their accounts. */
  since: Instant;
  now: Instant;
  firstIds: { users: number; schools: number; classes: number };
}

const LARGEST_CLASS = 30;
/** A school of so many pupils here has a small class of the next grade as well. */
const TWO_GRADES_FROM = 14;
const IN_TENTH = 0.2;
const TEACHER_AGE = [27, 58] as const;
/** Every so many pupils there are twins. */
const TWINS = 19;

interface Making {
  random: Random;
  maker: PersonMaker;
  plan: PeoplePlan;
}

/** Plans the people. The same seed and request give the same people; the named ones are the same for every seed. */
export function planPeople(random: Random, request: PeopleRequest): PeoplePlan {
  const taken = Object.keys(NAMED);
  const maker = new PersonMaker(random, request.firstIds.users, request.now, schoolMorning(request.since), taken);
  const year = new Date(request.now).getUTCFullYear();
  const lists = { people: maker.people, schools: [], classes: [], pupils: [], guardianships: [], supervisors: [] };
  const plan: PeoplePlan = { year, ...lists };
  const making: Making = { random, maker, plan };
  const shares = [Math.max(2, Math.round(request.students * 0.65)), 0];
  shares[1] = Math.max(1, request.students - (shares[0] ?? 0));
  SCHOOLS.forEach((facts, index) => {
    addSchool(making, facts, request, shares[index] ?? 1);
  });
  addSupervisors(making);
  plan.guardianships.push(...addFamilies(random, maker, plan.pupils));
  return plan;
}

/** A week before the history begins, at eight in the morning. */
const schoolMorning = (since: Instant): Instant => Math.floor(since / DAY) * DAY - 7 * DAY + 8 * HOUR;

function addSchool(making: Making, facts: SchoolFacts, request: PeopleRequest, size: number): void {
  const { plan, maker, random } = making;
  const { firstIds } = request;
  const first = plan.schools.length === 0;
  const manager = maker.make(
    first
      ? named('ruth', facts.city, TEACHER_AGE)
      : { role: 'school manager', ...grownUp(random), city: facts.city, age: TEACHER_AGE },
  );
  const school = { ...facts, id: firstIds.schools + plan.schools.length, manager };
  plan.schools.push(school);
  const tenth = first && size >= TWO_GRADES_FROM ? Math.round(size * IN_TENTH) : 0;
  const ninth = size - tenth;
  const count = Math.max(first ? 2 : 1, Math.ceil(ninth / LARGEST_CLASS));
  const classes = Array.from({ length: count }, (_, index): PlannedClass => {
    const name = `9${String.fromCharCode(65 + index)}`;
    const isAmirs = first && name === '9B';
    const facts9 = isAmirs
      ? named('amir', facts.city, TEACHER_AGE)
      : ({ role: 'class manager', ...grownUp(random), city: facts.city, age: TEACHER_AGE } as const);
    return {
      id: firstIds.classes + plan.classes.length + index,
      schoolId: school.id,
      name,
      gradeLevel: '9th',
      manager: maker.make(facts9),
    };
  });
  plan.classes.push(...classes);
  for (let number = 0; number < ninth; number += 1) {
    const room = classes[number % classes.length];
    if (room) addPupil(making, school, room, first ? number : number + 1000);
  }
  addTenth(making, school, tenth);
}

/** Small classes of those who are a year older. */
function addTenth(making: Making, school: PlannedSchool, size: number): void {
  const { plan, maker, random } = making;
  const count = Math.ceil(size / LARGEST_CLASS);
  const firstId = (plan.classes.at(-1)?.id ?? 0) + 1;
  const facts = () => ({ role: 'class manager', ...grownUp(random), city: school.city, age: TEACHER_AGE }) as const;
  const classes = Array.from({ length: count }, (_, index): PlannedClass => {
    const name = `10${String.fromCharCode(65 + index)}`;
    return { id: firstId + index, schoolId: school.id, name, gradeLevel: '10th', manager: maker.make(facts()) };
  });
  plan.classes.push(...classes);
  for (let number = 0; number < size; number += 1) {
    const room = classes[number % classes.length];
    if (room) addPupil(making, school, room, number + 2000);
  }
}

/** Pupils go to the classes in turn: Itai is the first of 9A, Noa of 9B, Lina of the other school. */
function addPupil({ plan, maker, random }: Making, school: PlannedSchool, room: PlannedClass, number: number): void {
  const age = room.gradeLevel === '10th' ? ([15, 15] as const) : ([14, 14] as const);
  const { city } = school;
  const before = plan.pupils.at(-1)?.person;
  const boy = random.chance(0.5);
  const community = communityOf(random);
  const drawn = {
    firstName: random.pick(boy ? community.boys : community.girls),
    lastName: random.pick(community.surnames),
  };
  const fresh = unlike(plan.pupils, drawn, () => random.pick(boy ? community.boys : community.girls));
  const person =
    number === 0
      ? maker.make({ role: 'student', firstName: 'Itai', lastName: NAMED.noa.lastName, username: 'itai', city, age })
      : number === 1 && before
        ? maker.make({ ...named('noa', city, age), birth: before.birth, street: before.address.street })
        : number === 1000
          ? maker.make(named('lina', city, age))
          : before && number % TWINS === 0 && room.gradeLevel === '9th'
            ? maker.make({
                role: 'student',
                ...fresh,
                lastName: before.lastName,
                birth: before.birth,
                street: before.address.street,
                city,
                age,
              })
            : maker.make({ role: 'student', ...fresh, city, age });
  plan.pupils.push({
    person,
    schoolId: school.id,
    classId: room.id,
    gradeLevel: room.gradeLevel,
    pseudonym: pseudonymFor(plan.pupils.length, person.firstName),
    learningStyle: random.pick(['visual', 'auditory', 'kinesthetic', 'reading/writing', 'mixed', null]),
    routineStyle: random.pick(['structured', 'flexible', 'exploratory', null]),
    collaborationStyle: random.pick(['collaborative', 'independent', 'mixed', null]),
  });
}

/** Another first name where a pupil of this name is there already. */
function unlike(pupils: readonly PlannedPupil[], drawn: { firstName: string; lastName: string }, again: () => string) {
  const same = (name: string) =>
    pupils.some(({ person }) => person.firstName === name && person.lastName === drawn.lastName);
  let { firstName } = drawn;
  for (let tries = 0; tries < 8 && same(firstName); tries += 1) firstName = again();
  return { ...drawn, firstName };
}

function addSupervisors({ plan, maker, random }: Making): void {
  const [first, second] = plan.schools;
  if (!first || !second) return;
  const yossi = maker.make(named('yossi', first.city, TEACHER_AGE));
  plan.supervisors.push({ person: yossi, subjects: ['math', 'science'], regions: [first.region] });
  const history = maker.make({ role: 'regional supervisor', ...grownUp(random), city: second.city, age: TEACHER_AGE });
  plan.supervisors.push({ person: history, subjects: ['history'], regions: [first.region, second.region] });
}

function named(username: keyof typeof NAMED, city: string, age: readonly [number, number]) {
  const { role, firstName, lastName } = NAMED[username];
  return { role, firstName, lastName, username, city, age };
}

function grownUp(random: Random): { firstName: string; lastName: string } {
  const community = communityOf(random);
  const names = random.chance(0.6) ? community.mothers : community.fathers;
  return { firstName: random.pick(names), lastName: random.pick(community.surnames) };
}
