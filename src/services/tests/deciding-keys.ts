import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { asksTheSame } from '../../domain/tutoring/judge-again.ts';

/**
 * The question that judges answers to each of these revisions: the newest revision where it asks the same as the one that was
 * answered, so that only its key was corrected, else the one that was answered. `hold`: as in `ItemRepo.listNewest`.
 */
export async function decidingItems(
  items: ItemRepo,
  revisionIds: readonly number[],
  { hold = false } = {},
): Promise<Map<number, { asked: Item; decides: Item }>> {
  const asked = await items.listRevisions([...new Set(revisionIds)]);
  const newest = await items.listNewest([...new Set(asked.map(({ qaId }) => qaId))], { hold });
  const nowOf = new Map(newest.map((item) => [item.qaId, item]));
  return new Map(
    asked.map((before) => {
      const now = nowOf.get(before.qaId);
      return [before.revisionId, { asked: before, decides: now && asksTheSame(before, now) ? now : before }];
    }),
  );
}

/** What was asked in these revisions, with the key that judges answers to it and why that is right: for whoever may see keys. */
export async function itemsWithDecidingKeys(
  items: ItemRepo,
  revisionIds: readonly number[],
): Promise<Map<number, Item>> {
  const found = await decidingItems(items, revisionIds);
  return new Map(
    [...found].map(([id, { asked, decides }]) => [
      id,
      { ...asked, key: decides.key, explanation: decides.explanation },
    ]),
  );
}
