import type { CatalogueRepo } from '../../data/curriculum/editing/catalogue.repo.ts';
import type { StoredDraft } from '../../data/curriculum/editing/draft.repo.ts';
import type { PublishedRepo } from '../../data/curriculum/editing/published.repo.ts';
import { plannedSupply, type TestSupply } from '../../domain/curriculum/editing/check-supply.ts';

/** How many questions for tests each unit of a course has with these drafts. Four queries. */
export async function readSupply(
  { catalogue, published }: { catalogue: CatalogueRepo; published: PublishedRepo },
  courseId: number,
  drafts: readonly StoredDraft[],
): Promise<TestSupply> {
  const counts = await catalogue.countQuestions(courseId);
  const ids = drafts.flatMap(({ kind, key }) => (kind === 'problem' ? [Number(key)] : []));
  const problems = await published.listProblems(ids);
  const now = new Map([...counts].map(([unit, { testQuestions }]) => [unit, testQuestions]));
  return plannedSupply(now, drafts, problems);
}
