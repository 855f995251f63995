import type { Services } from '../../src/web/services.ts';
import { actor } from './past.ts';

/** A parent accepts whatever schools ask of them. Answers how many requests there were. */
export async function acceptRequests(
  { guardianRequests }: Pick<Services, 'guardianRequests'>,
  parentId: number,
): Promise<number> {
  const parent = actor(parentId, 'parent');
  const asked = await guardianRequests.open(parent);
  for (const { id } of asked) await guardianRequests.answer(parent, id, 'accepted');
  return asked.length;
}
