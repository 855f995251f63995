import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { GuardianRequestRepo } from '../../src/data/people/guardian-request.repo.ts';
import { HOUR } from '../../src/shared/instant.ts';
import type { Factory } from '../support/factory.ts';
import { type CanaryKind, canary } from './matrix.ts';
import type { Owner } from './records.ts';

/** People whom no other request is about. */
export async function addSpares(db: DatabaseManager, make: Factory, { target, schoolId, unmanagedSchool, now }: Owner) {
  const mark = (kind: CanaryKind) => canary(target, kind);
  const named = { firstName: mark('name'), lastName: mark('surname') };
  const spareClass = await make.class(schoolId, `Spare ${mark('surname')}`);
  const spare = await make.student(mark('username'), schoolId, { classId: spareClass, ...named });
  const spareParent = await make.parent(`p-${mark('username')}`, { [spare]: 'verified' }, named);
  const mistakenParent = await make.parent(`m-${mark('username')}`, { [spare]: 'verified' }, named);
  const arrive = (name: string) => make.student(`${name}-${target.replace(' ', '-')}`, unmanagedSchool, named);
  const arrivals = {
    arrival: await arrive('arrival'),
    refusedArrival: await arrive('refused'),
    apiArrival: await arrive('api-arrival'),
    refusedApiArrival: await arrive('api-refused'),
  };
  await db.run(async (handle) => {
    for (const id of [spare, spareParent]) {
      const email = `${id}-${mark('email')}@example.org`;
      await handle.updateTable('users').set({ email }).where('id', '=', id).execute();
    }
    for (const student_id of Object.values(arrivals)) {
      const way = { student_id, from_school_id: unmanagedSchool, to_school_id: schoolId, released_by: null };
      await handle
        .insertInto('pupil_transfers')
        .values({ ...way, released_at: toStored(now) })
        .execute();
    }
  });
  const requests = new GuardianRequestRepo(db);
  const until = now + 30 * 24 * HOUR;
  await requests.ask({ studentId: spare, schoolId, username: `asked-${target}`, by: spareParent, now, until });
  const [asked] = await requests.ofStudent(spare, schoolId, now);
  return {
    guardianRequest: asked?.id ?? 0,
    spare,
    spareParent,
    mistakenParent,
    spareClass,
    ...arrivals,
    unmanagedSchool,
  };
}
