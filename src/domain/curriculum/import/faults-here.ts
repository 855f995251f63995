import { cycles, type DraftProblem, prerequisiteGraph } from '../check-draft.ts';
import type { CourseDraft, UnitDraft } from '../curriculum-draft.ts';
import { type CourseName, courseMeant, fullName } from './course-names.ts';
import type { StoredCourse, StoredUnit } from './stored-course.ts';

/** Something in a draft that only the courses which are here can tell. */
export interface FaultHere {
  /** The full name of the course in the draft. */
  course: string;
  unit?: string;
  about: 'course prerequisites' | 'unit prerequisites' | 'unit';
  /** What was read. */
  value: string;
  problem: string;
  /** Nothing of the draft can be saved with it; otherwise only what it speaks of stays out. */
  isWrong: boolean;
}

export interface Here {
  /** Every course, with the full names of those that come before it. */
  courses: readonly (CourseName & { before: readonly string[] })[];
  /** Those that the draft extends, by their full names; their problems are not looked at. */
  extended: ReadonlyMap<string, Pick<StoredCourse, 'prerequisites'> & { units: StoredFrame[] }>;
}

type StoredFrame = Pick<StoredUnit, 'name' | 'archived' | 'prerequisites'>;

/** All that the courses which are here say against a draft, however incomplete it is. */
export function faultsHere(drafts: readonly CourseDraft[], here: Here): FaultHere[] {
  const known: CourseName[] = [...here.courses, ...drafts];
  const graph = new Map(here.courses.map((course) => [fullName(course), course.before]));
  for (const draft of drafts) {
    const names = prerequisitesOf(draft, here);
    graph.set(fullName(draft), names.flatMap((name) => courseMeant(name, draft, known) ?? []).map(fullName));
  }
  const round = new Set(cycles(graph));
  return drafts.flatMap((draft) => {
    const course = fullName(draft);
    const names = prerequisitesOf(draft, here);
    const about = 'course prerequisites' as const;
    const absent = names.filter((name) => courseMeant(name, draft, known) === undefined);
    const backToItself = { course, about, value: names.join(', '), problem: 'its prerequisites lead back to itself' };
    return [
      ...absent.map((value) => ({
        course,
        about,
        value,
        isWrong: false,
        problem: `no course of this name is here or in the file; ${allowedCourses(draft, known)}`,
      })),
      ...(round.has(course) ? [{ ...backToItself, isWrong: true }] : []),
      ...faultsOfUnits(draft, here.extended.get(course)?.units ?? []),
    ];
  });
}

/** More names than that help nobody. */
const MOST_NAMES = 12;

function allowedCourses(draft: CourseDraft, known: readonly CourseName[]): string {
  const others = known.filter((course) => fullName(course) !== fullName(draft));
  const names = [...new Set(others.map(({ name }) => name))];
  if (names.length === 0) return 'there is no other course yet';
  return `allowed is ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ' …' : ''}`;
}

/** What of it keeps the whole draft out, as it is said without a place in a file. */
export function wrongHere(drafts: readonly CourseDraft[], here: Here): DraftProblem[] {
  const names = new Map(drafts.map((draft) => [fullName(draft), draft.name]));
  return faultsHere(drafts, here)
    .filter(({ isWrong }) => isWrong)
    .map(({ course, problem }) => ({ where: `course "${names.get(course) ?? course}"`, problem }));
}

function prerequisitesOf(draft: CourseDraft, { extended }: Here): readonly string[] {
  const there = draft.unsaid?.includes('prerequisites') ? extended.get(fullName(draft)) : undefined;
  return there?.prerequisites ?? draft.prerequisites ?? [];
}

function faultsOfUnits(draft: CourseDraft, there: readonly StoredFrame[]): FaultHere[] {
  const course = fullName(draft);
  const old = new Map(there.map((unit) => [unit.name, unit]));
  const own = prerequisiteGraph(draft.units);
  const merged = new Map(there.map(({ name, prerequisites }): [string, readonly string[]] => [name, prerequisites]));
  const keeps = ({ name, prerequisites, unsaid }: UnitDraft) =>
    old.get(name)?.archived === true ||
    (old.has(name) && (prerequisites === undefined || unsaid?.includes('prerequisites') === true));
  for (const unit of draft.units.filter((one) => !keeps(one))) merged.set(unit.name, own.get(unit.name) ?? []);
  // What goes round within the draft is said of the draft.
  const said = new Set(cycles(own));
  const round = cycles(merged).filter((name) => !said.has(name));
  const archived = draft.units.filter(({ name }) => old.get(name)?.archived);
  return [
    ...archived.map(({ name }) => ({
      course,
      unit: name,
      about: 'unit' as const,
      value: name,
      isWrong: false,
      problem: 'the unit is archived here, and stays so',
    })),
    ...round.map((name) => ({
      course,
      unit: name,
      about: 'unit prerequisites' as const,
      isWrong: true,
      value: (merged.get(name) ?? []).join(', '),
      problem: `with the units that are there already, the prerequisites of the unit "${name}" lead back to itself`,
    })),
  ];
}
