import { AuditRepo } from '../../data/people/audit.repo.ts';
import { ExternalIdRepo } from '../../data/roster/external-id.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';
import { sealSecrets } from './seal-secrets.ts';

/** Before school begins: last year's class is put away, and the other school brings its people in from its register. */
export async function openOffice(scene: Scene): Promise<void> {
  const { people, services, since, at } = scene;
  const [first, second] = people.schools;
  const room = people.classes.find(({ schoolId }) => schoolId === first?.id);
  if (!first || !second || !room) return;
  const ruth = await scene.actorOf(first.manager);
  const members = people.pupils.filter(({ classId }) => classId === room.id).map(({ person }) => person.id);
  const lastYear = { name: '8A', gradeLevel: '8th', year: String(people.year - 1), capacity: '36' };
  await at(since - 6 * DAY + 10 * HOUR, async () => {
    const made = await services.schoolClasses.create(ruth, lastYear);
    if (!made.ok) throw new Error(`${lastYear.name}: ${JSON.stringify(made)}`);
    await services.schoolClasses.join(ruth, made.id, members);
    await services.schoolClasses.setManagers(ruth, made.id, [room.manager.id]);
    await services.schoolClasses.archive(ruth, made.id);
  });
  await at(since - 5 * DAY + 12 * HOUR, () => decide(scene, ruth));
  await registered(scene, second.id);
}

/** How long words are kept: two years what was said, three what was written about it; and what models may cost. */
async function decide({ services }: Scene, ruth: Actor): Promise<void> {
  const { policies } = await services.policies.page(ruth);
  const kept = { messageMonths: '24', recordMonths: '36', graceDays: '60', unanswered: 'no' };
  const saved = await services.policies.save(ruth, { transcripts: policies.transcripts, ...kept });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  const limited = await services.aiLimits.save(ruth, { monthlyDollars: '60', pupilDailyTokens: '150000' });
  if (!limited.ok) throw new Error(JSON.stringify(limited));
}

/** What the register of a school calls its people: each import keeps that, and says so in the audit log. */
async function registered({ people, db, since }: Scene, schoolId: number): Promise<void> {
  const rooms = people.classes.filter((one) => one.schoolId === schoolId);
  const pupils = people.pupils.filter((one) => one.schoolId === schoolId).map(({ person }) => person);
  const modified = new Date(since - 20 * DAY).toISOString();
  const named = (kind: 'user' | 'class' | 'school', ids: readonly number[]) =>
    ids.map((ourId) => ({ kind, externalId: `dg-${kind}-${String(ourId).padStart(4, '0')}`, ourId, modified }));
  await new ExternalIdRepo(db).save('oneroster', schoolId, [
    ...named('school', [schoolId]),
    ...named(
      'class',
      rooms.map(({ id }) => id),
    ),
    ...named('user', [...rooms.map(({ manager }) => manager.id), ...pupils.map(({ id }) => id)]),
  ]);
  await new AuditRepo(db).add({
    actorId: people.schools.find(({ id }) => id === schoolId)?.manager.id ?? null,
    action: 'import people',
    schoolId,
    details: {
      source: 'register.zip',
      format: 'oneroster',
      people: pupils.length + rooms.length,
      classes: rooms.length,
    },
    now: since - 6 * DAY + 11 * HOUR,
  });
}

/** The weeks at the office of a school: new people, cards, somebody who leaves, parents who are asked. */
export async function keepOffice(scene: Scene): Promise<void> {
  const { people, services, now, at } = scene;
  const [first, second] = people.schools;
  const [here, there] = people.classes.filter(({ schoolId }) => schoolId === first?.id);
  if (!first || !second || !here || !there) return;
  const ruth = await scene.actorOf(first.manager);
  await at(now - 6 * DAY, () => bringIn(scene, ruth, here.name));
  const [yonatan, reem, tamar] = await newcomers(scene);
  await at(now - 6 * DAY + HOUR, () =>
    services.loginCards.print(ruth, 'link', { classId: here.id, userIds: [yonatan, reem] }),
  );
  await at(now - 4 * DAY, () => services.schoolClasses.move(ruth, { from: here.id, to: there.id }, [reem]));
  await at(now - 3 * DAY, () => services.personEditing.disable(ruth, tamar));
  const amirs = people.pupils.filter(({ classId }) => classId === there.id).map(({ person }) => person.id);
  await at(now - 20 * DAY, () => services.loginCards.print(ruth, 'card', { classId: there.id, userIds: amirs }));
  // Nobody used it, and it has run out by now.
  await at(now - 12 * DAY, () => services.personEditing.issueLink(ruth, here.manager.id));
  await releaseOne(scene, ruth, here.id, second.id);
  await askParents(scene, ruth);
  await sealSecrets(scene);
}

const REGISTER = [
  ['role', 'id', 'first name', 'last name', 'birth date', 'class', 'grade', 'year', 'parents', 'language'],
  ['parent', 'P-2041', 'Michal', 'Sharabi', '', '', '', '', '', 'Hebrew'],
  ['pupil', 'S-2041', 'Yonatan', 'Sharabi', '2012-03-14', 'CLASS', '9', 'YEAR', 'P-2041', 'Hebrew'],
  ['parent', 'P-2042', 'Huda', 'Khalaila', '', '', '', '', '', 'English'],
  ['pupil', 'S-2042', 'Reem', 'Khalaila', '2012-07-02', 'CLASS', '9', 'YEAR', 'P-2042', 'English'],
  ['class manager', 'T-311', 'Tamar', 'Harel', '1994-05-21', '', '', '', '', 'Hebrew'],
];

/** A file of the register: two who are new in the ninth grade, and a stand-in for a fortnight. */
async function bringIn({ services, people }: Scene, ruth: Actor, className: string): Promise<void> {
  const lines = REGISTER.map((line) => line.join(',').replace('CLASS', className).replace('YEAR', String(people.year)));
  const file = { name: 'newcomers.csv', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
  const uploads = services.peopleUploads;
  const id = await uploads.take(ruth, file, { format: 'csv', whole: false, org: null });
  const { fingerprint } = (await uploads.look(ruth, id)).report;
  await uploads.confirm(ruth, id, { decisions: new Map(), confirmLargeChange: true, fingerprint });
}

async function newcomers({ db }: Scene): Promise<[number, number, number]> {
  const ids = await new ExternalIdRepo(db).list('csv', await scopesOf(db), 'user');
  const of = (name: string) => ids.find(({ externalId }) => externalId === name)?.ourId ?? 0;
  return [of('S-2041'), of('S-2042'), of('T-311')];
}

const scopesOf = async (db: Scene['db']): Promise<number[]> =>
  (await db.run((handle) => handle.selectFrom('schools').select('id').execute())).map(({ id }) => id);

/** A pupil without a device moves to the south: offered to the school there, which has not taken them in yet. */
async function releaseOne(
  { people, services, db, now, at }: Scene,
  ruth: Actor,
  classId: number,
  to: number,
): Promise<void> {
  const loans = await db.run((handle) =>
    handle.selectFrom('tablets_students').select('student_id').where('end_time', 'is', null).execute(),
  );
  const lent = new Set(loans.map((loan) => loan.student_id));
  const moving = people.pupils.filter((one) => one.classId === classId && !lent.has(one.person.id)).at(-1);
  if (!moving || moving.person.username === 'itai') return;
  await at(now - 2 * DAY, () => services.transfers.release(ruth, moving.person.id, to));
}

/** Parents of the other school are asked to be guardians here too: one says yes, one says no, one has not looked yet. */
async function askParents(scene: Scene, ruth: Actor): Promise<void> {
  const { people, services, now, at } = scene;
  const [first, second] = people.schools;
  if (!first || !second) return;
  const pupilsOf = (schoolId: number) => people.pupils.filter((one) => one.schoolId === schoolId);
  const parentOf = (id: number) => {
    const links = people.guardianships.filter(({ studentId, status }) => studentId === id && status === 'verified');
    return people.people.find((person) => links.some(({ parentId }) => parentId === person.id));
  };
  const [cousin] = pupilsOf(first.id).slice(2);
  const away = pupilsOf(second.id).filter(({ person }) => person.username !== 'lina');
  const [niece] = away;
  const uncle = away.map(({ person }) => parentOf(person.id)).find((one) => one && one.username !== 'sami');
  const sami = people.people.find(({ username }) => username === 'sami');
  const answer = async (person: { id: number }, given: 'accepted' | 'refused') => {
    const parent = await scene.actorOf(person);
    const [open] = await services.guardianRequests.open(parent);
    if (open) await services.guardianRequests.answer(parent, open.id, given);
  };
  if (cousin && uncle) {
    await at(now - 15 * DAY, () => services.guardianships.link(ruth, cousin.person.id, uncle.username));
    await at(now - 14 * DAY, () => answer(uncle, 'accepted'));
  }
  if (cousin && sami) {
    await at(now - 9 * DAY, () => services.guardianships.link(ruth, cousin.person.id, sami.username));
    await at(now - 9 * DAY + 40 * MINUTE, () => answer(sami, 'refused'));
  }
  if (niece) {
    const manager = await scene.actorOf(second.manager);
    await at(now - 2 * DAY, () => services.guardianships.link(manager, niece.person.id, 'dalia'));
  }
}
