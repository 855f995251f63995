import type {
  AnyContent,
  CourseContent,
  OrderContent,
  ProblemContent,
  TestContent,
  UnitContent,
} from '../../../shared/curriculum-content.ts';

/** One thing of a course as it would be. `live`: pupils have it, or had it before it was archived. */
export interface Planned<Content> {
  /** The name or id that it is published under. */
  key: string;
  content: Content;
  live: boolean;
}

/** A whole course as it is, or as it would be with some drafts. */
export interface Structure {
  courseId: number;
  course: CourseContent;
  courseIsLive: boolean;
  /** All of them, archived ones too, in teaching order. */
  units: Planned<UnitContent>[];
  tests: Planned<TestContent>[];
  /** Only those that are about to change. */
  problems: Planned<ProblemContent>[];
}

/** Puts units into the order of a draft; what it does not name stays behind those that it names. */
export function ordered(units: readonly Planned<UnitContent>[], order: OrderContent): Planned<UnitContent>[] {
  return inOrderOf(units, order.units, ({ key }) => key);
}

/** The same for the problems of a unit. */
export function inSequence<Problem extends { id: number }>(
  problems: readonly Problem[],
  ids: readonly number[],
): Problem[] {
  return inOrderOf(problems, ids, ({ id }) => id);
}

function inOrderOf<Thing, Key>(things: readonly Thing[], keys: readonly Key[], keyOf: (thing: Thing) => Key): Thing[] {
  const places = new Map(keys.map((key, index) => [key, index]));
  const place = (thing: Thing) => places.get(keyOf(thing)) ?? keys.length;
  return things.toSorted((a, b) => place(a) - place(b));
}

const LONGEST_NAME = 120;

/** What people call a problem: one without a title goes by the beginning of its first question. `otherwise`: with no text at all. */
export function problemName({ title, stem, steps }: ProblemContent, otherwise: string): string {
  const text = title || steps[0]?.question || stem || otherwise;
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}

/** A course as it would be with these drafts; `problems` are those that the drafts are about, as they are published. */
export function withDrafts(
  structure: Structure,
  drafts: readonly (AnyContent & { key: string })[],
  problems: readonly Planned<ProblemContent>[] = [],
): Structure {
  let { course, units } = structure;
  const tests = structure.tests.slice();
  const changed: Planned<ProblemContent>[] = [];
  for (const draft of drafts) {
    if (draft.kind === 'course') course = draft.content;
    if (draft.kind === 'unit') units = replaced(units, draft.key, draft.content);
    if (draft.kind === 'test') tests.splice(0, tests.length, ...replaced(tests, draft.key, draft.content));
    if (draft.kind === 'problem') {
      const live = problems.some(({ key, live: is }) => key === draft.key && is);
      changed.push({ key: draft.key, content: draft.content, live });
    }
  }
  const order = drafts.find((draft) => draft.kind === 'order');
  return { ...structure, course, tests, problems: changed, units: order ? ordered(units, order.content) : units };
}

function replaced<Content>(all: readonly Planned<Content>[], key: string, content: Content): Planned<Content>[] {
  return all.map((one) => (one.key === key ? { ...one, content } : one));
}
