import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { SittingRecord } from '../../data/tests/sitting-rows.ts';
import type { Action, Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { AccessService } from '../access/access.service.ts';

/** Whose sitting it is: one of a pupil within the actor's reach. Somebody else's does not exist. */
export async function requireSitting(
  { access, sittings }: { access: AccessService; sittings: SittingRepo },
  actor: Actor,
  action: Action,
  sittingId: number,
): Promise<SittingRecord> {
  access.requireRole(actor, action);
  const sitting = await sittings.find(sittingId);
  if (!sitting) throw notFound('test');
  await access.requirePupil(actor, action, sitting.studentId, 'test');
  return sitting;
}

/** A class of the class manager who asks. Somebody else's does not exist. */
export async function requireOwnClass(
  { access, classes }: { access: AccessService; classes: ClassRepo },
  actor: Actor,
  action: Action,
  classId: number,
): Promise<ClassRecord> {
  access.requireRole(actor, action);
  const own = (await classes.listOfManager(actor.userId)).find(({ id }) => id === classId);
  if (!own) throw notFound('class');
  return own;
}
