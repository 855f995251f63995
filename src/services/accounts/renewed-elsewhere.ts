import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo } from '../../data/people/guardian.repo.ts';
import type { Instant } from '../../shared/instant.ts';

const RENEWED_ELSEWHERE = 'Another school gave this parent a new way in. Verify them again when you know it is them.';

/** A way into a parent's account, and the school that had it in its hands. */
export interface RenewedParent {
  parentId: number;
  schoolId: number;
  /** Who gave it, or who used it. */
  actorId: number;
  now: Instant;
}

/**
 * Blocks a parent from the pupils of all schools but the one that made a way into the account: whoever holds it may not be the parent.
 * Each of the others verifies them again, and what they have asked and nobody has answered is asked anew. Call it within the transaction that makes or uses the way in.
 */
export async function blockElsewhere(
  { guardians, audit }: { guardians: GuardianRepo; audit: AuditRepo },
  { parentId, schoolId, actorId, now }: RenewedParent,
): Promise<void> {
  await guardians.dropRequests(parentId, schoolId);
  for (const child of await guardians.ofParents([parentId])) {
    if (child.schoolId === schoolId || child.status !== 'verified') continue;
    await guardians.setStatus(parentId, child.studentId, { status: 'blocked', note: RENEWED_ELSEWHERE, now });
    await audit.add({
      actorId,
      action: 'block guardian',
      studentId: child.studentId,
      schoolId: child.schoolId,
      details: { parentId, note: RENEWED_ELSEWHERE },
      now,
    });
  }
}
