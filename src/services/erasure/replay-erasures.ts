import { erasePerson } from '../../data/erasure/erase-person.ts';
import { personHash } from '../../data/erasure/erasure-ledger.ts';
import { formerStaff } from '../../domain/erasure/former-staff.ts';
import type { ErasingDeps } from './erase-person.handler.ts';

/**
 * Erases again whom the ledger names and this database does not know to be erased: it comes from a backup that was made before. Answers
 * how many it found; whom the database never held is none. Each in a transaction of its own, so that it may break off anywhere.
 */
export async function replayErasures(deps: Omit<ErasingDeps, 'people'>): Promise<number> {
  const { db, ledger, erasures, audit, clock, timeZone } = deps;
  const told = (await ledger?.read()) ?? [];
  if (told.length === 0) return 0;
  const of = await erasures.installation(told.at(-1)?.of);
  const done = await erasures.doneEntries();
  const open = told.filter((one) => one.of === of && !done.has(one.entry));
  if (open.length === 0) return 0;
  const people = new Map((await erasures.listPeople()).map((one) => [personHash(of, one), one]));
  let replayed = 0;
  for (const { entry, person: hash } of open) {
    const person = people.get(hash);
    if (!person) continue;
    const { id, role, disabled } = person;
    const now = clock.now();
    await db.tx(async () => {
      await erasePerson(db, id, { timeZone, now, wasDisabled: disabled, former: formerStaff('en') });
      await erasures.record({ entry, role, now });
      await audit.add({ actorId: null, action: 'erased a person', details: { role, again: true }, now });
    });
    replayed += 1;
  }
  await db.compact();
  return replayed;
}
