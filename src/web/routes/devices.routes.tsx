import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { DEVICE_FILTERS, MOST_SERIALS } from '../../domain/devices/device.ts';
import { actorOf } from '../access.ts';
import {
  type DeviceForm,
  type DeviceFormRead,
  deviceCondition,
  readDeviceForm,
  withTaken,
} from '../forms/device.form.ts';
import { DevicePage, type DevicePageProps, NewDevicesPage } from '../pages/device.page.tsx';
import { DevicesPage } from '../pages/devices.page.tsx';
import { tried } from '../refusal.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

const LONGEST_SEARCH = 100;
const searchText = z.string().trim().max(LONGEST_SEARCH);
const listQuery = z.object({
  show: z.enum(DEVICE_FILTERS).catch('all'),
  q: searchText.catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  done: z.string().max(20).optional().catch(undefined),
});
const deviceQuery = z.object({
  who: searchText.optional().catch(undefined),
  done: z.string().max(20).optional().catch(undefined),
});
const lendForm = z.object({ student: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0) });
const returnForm = z.object({ condition: deviceCondition });

const EMPTY: DeviceForm = { serials: '', model: '', os: '', condition: 'functional', purchased: '', problems: {} };

/** The school's tablets: inventory, loans, history. */
export function deviceRoutes(app: FastifyInstance, services: Pick<Services, 'devices'>): void {
  const { devices } = services;
  const access = { config: { access: 'administer the school' as const } };

  app.get('/school/devices', access, async (request, reply) => {
    const { show: filter, q: search, page, done } = listQuery.parse(request.query);
    const view = await devices.list(actorOf(request), { filter, search, page });
    return sendPage(request, reply, <DevicesPage view={view} done={doneText(request, done)} />);
  });

  app.get('/school/devices.csv', access, async (request, reply) => {
    const { show: filter, q: search } = listQuery.parse(request.query);
    const { devices: words } = pageContextOf(request).t;
    const columns = [
      { title: words.serial, cell: (row: Row) => row.serialNumber },
      { title: words.model, cell: (row: Row) => row.model },
      { title: words.os, cell: (row: Row) => words.systems[row.os] },
      { title: words.condition, cell: (row: Row) => words.conditions[row.condition] },
      { title: words.holder, cell: (row: Row) => row.holder?.name ?? '' },
      {
        title: words.from,
        cell: (row: Row) => (row.holder ? new Date(row.holder.since).toISOString().slice(0, 10) : ''),
      },
      { title: words.purchased, cell: (row: Row) => row.purchaseDate ?? '' },
    ];
    return sendCsv(reply, 'devices', columns, await devices.listAll(actorOf(request), { filter, search }));
  });

  app.get('/school/devices/new', access, async (request, reply) => {
    return sendPage(request, reply, <NewDevicesPage form={EMPTY} />);
  });

  app.post('/school/devices', access, async (request, reply) => {
    const read = await readDevices(request, services, { most: MOST_SERIALS });
    if (!read.ok) return sendPage(request, reply.code(400), <NewDevicesPage form={read.form} />);
    await devices.add(actorOf(request), read.kind, read.serials);
    return reply.redirect(`/school/devices?done=added`, 303);
  });

  app.get('/school/devices/:id', access, async (request, reply) => {
    const { who, done } = deviceQuery.parse(request.query);
    return sendDevice(request, reply, services, { who, done });
  });

  app.post('/school/devices/:id', access, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'device')];
    const { device } = await devices.get(actor, id);
    const read = await readDevices(request, services, { most: 1, own: device.serialNumber });
    if (!read.ok) return sendDevice(request, reply.code(400), services, { form: read.form });
    const [serialNumber = ''] = read.serials;
    await devices.update(actor, id, { ...read.kind, serialNumber });
    return reply.redirect(`/school/devices/${id}?done=saved`, 303);
  });

  app.post('/school/devices/:id/lend', access, async (request, reply) => {
    const id = idIn(request.params, 'device');
    const { student } = lendForm.parse(request.body ?? {});
    const lent = await tried(() => devices.lend(actorOf(request), id, student));
    if (!lent.ok)
      return sendDevice(request, reply.code(lent.refusal.status), services, { notLent: lent.refusal.message });
    return reply.redirect(`/school/devices/${id}?done=lent`, 303);
  });

  app.post('/school/devices/:id/return', access, async (request, reply) => {
    const id = idIn(request.params, 'device');
    const read = returnForm.safeParse(request.body ?? {});
    if (!read.success) {
      const { condition } = pageContextOf(request).t.devices.problems;
      return sendDevice(request, reply.code(400), services, { notBack: condition });
    }
    await devices.takeBack(actorOf(request), id, read.data.condition);
    return reply.redirect(`/school/devices/${id}?done=back`, 303);
  });

  app.post('/school/devices/:id/remove', access, async (request, reply) => {
    await devices.remove(actorOf(request), idIn(request.params, 'device'));
    return reply.redirect('/school/devices?done=removed', 303);
  });
}

type Row = Awaited<ReturnType<Services['devices']['listAll']>>[number];
type Used = Pick<Services, 'devices'>;

async function sendDevice(
  request: FastifyRequest,
  reply: FastifyReply,
  { devices }: Used,
  { who, done, ...rest }: Omit<DevicePageProps, 'view' | 'search'> & { who?: string | undefined },
): Promise<FastifyReply> {
  const view = await devices.get(actorOf(request), idIn(request.params, 'device'), who);
  return sendPage(request, reply, <DevicePage view={view} search={who} done={doneText(request, done)} {...rest} />);
}

/** What has just been done, said on the page to which it leads. */
function doneText(request: FastifyRequest, done: string | undefined): string | undefined {
  const { devices: words } = pageContextOf(request).t;
  const texts: Record<string, string> = {
    added: words.saved,
    saved: words.saved,
    lent: words.lent,
    back: words.takenBack,
    removed: words.removed,
  };
  return done === undefined ? undefined : texts[done];
}

/** The devices of a form, or everything that is wrong with it: also which serial numbers are in the inventory already. */
async function readDevices(
  request: FastifyRequest,
  { devices }: Used,
  { most, own }: { most: number; own?: string },
): Promise<DeviceFormRead> {
  const words = pageContextOf(request).t.devices.problems;
  const read = readDeviceForm(request.body, { lastDay: devices.lastPurchaseDay(), most, words });
  const others = read.serials.filter((serial) => serial !== own);
  const known = await devices.knownSerials(actorOf(request), others);
  const taken = others.filter((serial) => known.has(serial));
  if (taken.length === 0) return read;
  return { ok: false, serials: read.serials, form: withTaken(read.form, taken, words) };
}
