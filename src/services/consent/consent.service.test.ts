import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor } from '../../../test/support/past.ts';
import { createRepositories } from '../../composition/repositories.ts';
import { ConsentRepo } from '../../data/consent/consent.repo.ts';
import { ConsentService } from './consent.service.ts';

databaseTest('a parent’s no that comes while the school records a yes stands', async (db, t) => {
  const { pupilId, parentId, managerId, schoolId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const repositories = createRepositories(db);
  const manager = actor(managerId, 'school manager', schoolId);
  const parent = actor(parentId, 'parent');
  const begun = Promise.withResolvers<void>();
  const answering = begun.promise.then(() =>
    app.services.consents.answer(parent, pupilId, { purpose: 'remote teacher', version: 1, answer: 'no' }),
  );
  // The parent answers when the school has read what stands, and has not written yet; who makes them wait is waited for no longer.
  class Slow extends ConsentRepo {
    override async newest(...asked: Parameters<ConsentRepo['newest']>) {
      const found = await super.newest(...asked);
      begun.resolve();
      await Promise.race([answering, setTimeout(300)]);
      return found;
    }
  }
  const consents = new ConsentService({
    ...repositories,
    consents: new Slow(db),
    db,
    access: app.services.access,
    clock: { now: () => 0 },
    hasModel: true,
  });
  const given = { purpose: 'remote teacher' as const, answer: 'yes' as const, note: 'In the folder.' };
  await consents.record(manager, [pupilId], given);
  await answering;
  const [standing] = await repositories.consents.newest('remote teacher', [pupilId]);
  assert.deepEqual([standing?.given?.answer, standing?.given?.source], ['no', 'parent']);
  assert.deepEqual(await consents.record(manager, [pupilId], given), { recorded: 0, kept: 1 });
});
