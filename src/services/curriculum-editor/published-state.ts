import type { StoredDraft } from '../../data/curriculum/editing/draft.repo.ts';
import type { PlannedProblem, PublishedRepo } from '../../data/curriculum/editing/published.repo.ts';
import { problemName, type Structure } from '../../domain/curriculum/editing/structure.ts';
import type { AnyContent, ContentKind } from '../../shared/curriculum-content.ts';

/** A course as pupils have it, as far as some drafts are about it. */
export interface Published {
  structure: Structure;
  problems: readonly PlannedProblem[];
  /** Unit → its problems in order. */
  sequences: ReadonlyMap<string, readonly number[]>;
}

/** Reads what these drafts are about. Four queries. */
export async function readPublished(
  published: PublishedRepo,
  structure: Structure,
  drafts: readonly StoredDraft[],
): Promise<Published> {
  const units = drafts.flatMap(({ kind, key }) => (kind === 'sequence' ? [key] : []));
  return {
    structure,
    problems: await published.listProblems(problemIds(drafts)),
    sequences: await published.listSequences(structure.courseId, units),
  };
}

function problemIds(drafts: readonly StoredDraft[]): number[] {
  return drafts.flatMap((draft) => (draft.kind === 'problem' ? [Number(draft.key)] : []));
}

/** What a draft is about, as it is published; null: never. */
export function publishedState(
  { structure, problems, sequences }: Published,
  { kind, key }: Pick<StoredDraft, 'kind' | 'key'>,
): AnyContent | null {
  switch (kind) {
    case 'sequence':
      return { kind, content: { problems: [...(sequences.get(key) ?? [])] } };
    case 'course':
      return structure.courseIsLive ? { kind, content: structure.course } : null;
    case 'order':
      return {
        kind,
        content: { units: structure.units.filter((unit) => !unit.content.archived).map((unit) => unit.key) },
      };
    case 'unit': {
      const unit = structure.units.find((one) => one.key === key && one.live);
      return unit ? { kind, content: unit.content } : null;
    }
    case 'test': {
      const test = structure.tests.find((one) => one.key === key && one.live);
      return test ? { kind, content: test.content } : null;
    }
    default: {
      const problem = problems.find((one) => one.key === key && one.live);
      return problem ? { kind: 'problem', content: problem.content } : null;
    }
  }
}

/** What people call it: a problem without a title goes by the beginning of its first question. */
export function nameOf(planned: Structure, { kind, key }: { kind: ContentKind; key: string }): string {
  if (kind === 'course' || kind === 'order') return planned.course.name;
  if (kind === 'unit' || kind === 'sequence') return planned.units.find((one) => one.key === key)?.content.name ?? key;
  if (kind === 'test') return planned.tests.find((one) => one.key === key)?.content.name ?? key;
  const problem = planned.problems.find((one) => one.key === key)?.content;
  return problem ? problemName(problem, key) : key;
}
