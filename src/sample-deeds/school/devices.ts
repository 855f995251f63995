import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { DeviceCondition } from '../../domain/devices/device.ts';
import { DAY, HOUR } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

/** Before school begins a few devices of another make come in. */
export async function buyDevices(scene: Scene): Promise<void> {
  const { people, services, since, at } = scene;
  const [school] = people.schools;
  if (!school) return;
  const ruth = await scene.actorOf(school.manager);
  const kind = { os: 'windows', model: 'Surface Go 4', condition: 'functional' } as const;
  const purchaseDate = new Date(since - 60 * DAY).toISOString().slice(0, 10);
  const serials = ['SGO-4101', 'SGO-4102', 'SGO-4103'];
  await at(since - 5 * DAY + 8 * HOUR, () => services.devices.add(ruth, { ...kind, purchaseDate }, serials));
}

/** What happens to devices: one falls and is replaced, one is left on the bus and found again, one comes back for good. */
export async function lendDevices(scene: Scene): Promise<void> {
  const { people, services, now, at } = scene;
  const [school] = people.schools;
  if (!school) return;
  const ruth = await scene.actorOf(school.manager);
  const { lent, spare } = await devicesOf(scene, ruth);
  const [fallen, lost, returned] = lent;
  const [replacement] = spare;
  if (!fallen || !lost || !returned || !replacement) return;
  // All of them were lent by the middle of the history.
  const earliest = Math.max(...[fallen, lost, returned].map(({ lentAt }) => lentAt));
  const step = (now - earliest) / 10;
  const after = (steps: number) => Math.floor(earliest + steps * step);
  const back = (id: number, condition: DeviceCondition) => services.devices.takeBack(ruth, id, condition);
  const change = async (id: number, condition: DeviceCondition) => {
    const { holder: _, id: __, ...facts } = (await services.devices.get(ruth, id)).device;
    await services.devices.update(ruth, id, { ...facts, condition });
  };
  await at(after(1), () => back(fallen.id, 'defective'));
  await at(after(1) + HOUR, () => services.devices.lend(ruth, replacement.id, fallen.studentId));
  // Left on the bus: nobody has it, and it cannot be lent.
  await at(after(3), () => back(lost.id, 'non-functional'));
  await at(after(6), () => change(lost.id, 'functional'));
  await at(after(6) + HOUR, () => services.devices.lend(ruth, lost.id, lost.studentId));
  await at(after(8), () => back(returned.id, 'functional'));
}

interface Lent {
  id: number;
  studentId: number;
  lentAt: number;
}

/** The devices of the school: those that somebody has, the longest lent first, and the new ones that nobody has. */
async function devicesOf({ services }: Scene, ruth: Actor): Promise<{ lent: Lent[]; spare: { id: number }[] }> {
  const all = await services.devices.listAll(ruth, { filter: 'all', search: '' });
  const lent = all.flatMap(({ id, holder }): Lent[] =>
    holder ? [{ id, studentId: holder.id, lentAt: holder.since }] : [],
  );
  const spare = all.filter(({ holder, os, condition }) => !holder && os === 'windows' && condition === 'functional');
  return { lent: lent.sort((one, other) => one.id - other.id), spare };
}
