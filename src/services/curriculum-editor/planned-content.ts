import type { FieldProblem } from '../../domain/curriculum/editing/field-problem.ts';
import type { Structure } from '../../domain/curriculum/editing/structure.ts';
import type { AnyContent, ContentKind, Contents } from '../../shared/curriculum-content.ts';

/** What is wrong with a problem whose unit is not there. */
export function missingUnit({ units }: Structure, name: string): FieldProblem[] {
  return units.some(({ key }) => key === name) ? [] : [{ field: 'unit', problem: `There is no unit “${name}”.` }];
}

/** A course with a place for what is about to be made. */
export function withNew(structure: Structure, draft: AnyContent): Structure {
  const place = { key: 'new', live: false };
  if (draft.kind === 'unit') return { ...structure, units: [...structure.units, { ...place, content: draft.content }] };
  if (draft.kind === 'test') return { ...structure, tests: [...structure.tests, { ...place, content: draft.content }] };
  return structure;
}

/** A thing of a course as it is published, and whether it ever was; problems are not part of a structure. */
export function publishedIn<Kind extends ContentKind>(structure: Structure, kind: Kind, key: string) {
  const found = findIn(structure, kind, key);
  return found && { content: contentOf(found, kind), live: found.live };
}

function findIn(structure: Structure, kind: ContentKind, key: string): (AnyContent & { live: boolean }) | undefined {
  if (kind === 'course') {
    return key === 'course' ? { kind, content: structure.course, live: structure.courseIsLive } : undefined;
  }
  if (kind === 'order') {
    const units = structure.units.filter(({ content }) => !content.archived).map((unit) => unit.key);
    return key === 'order' ? { kind, content: { units }, live: true } : undefined;
  }
  if (kind === 'unit') {
    const unit = structure.units.find((one) => one.key === key);
    return unit && { kind, content: unit.content, live: unit.live };
  }
  const test = structure.tests.find((one) => one.key === key);
  return test && { kind: 'test', content: test.content, live: test.live };
}

/** The content of a draft that is known to be of this kind. */
export function contentOf<Kind extends ContentKind>(draft: AnyContent, kind: Kind): Contents[Kind] {
  const contents: Partial<Contents> = { [draft.kind]: draft.content };
  const content = contents[kind];
  if (content === undefined) throw new Error(`A draft of a ${draft.kind} was taken for a ${kind}.`);
  return content;
}
