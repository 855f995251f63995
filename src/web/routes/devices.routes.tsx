import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { DEVICE_FILTERS } from '../../domain/devices/device.ts';
import { actorOf } from '../access.ts';
import { type DeviceForm, deviceCondition, readDeviceForm, takenSerials } from '../forms/device.form.ts';
import { DevicePage, NewDevicesPage } from '../pages/device.page.tsx';
import { DevicesPage } from '../pages/devices.page.tsx';
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
const returnForm = z.object({ condition: deviceCondition.catch('functional') });

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
    const actor = actorOf(request);
    const read = readDeviceForm(request.body, rulesOf(request, services));
    const problems = read.ok ? await taken(request, services, read.serials) : read.form;
    if (problems) return sendPage(request, reply.code(400), <NewDevicesPage form={problems} />);
    if (read.ok) await devices.add(actor, read.kind, read.serials);
    return reply.redirect(`/school/devices?done=added`, 303);
  });

  app.get('/school/devices/:id', access, async (request, reply) => {
    const { who, done } = deviceQuery.parse(request.query);
    return sendDevice(request, reply, services, { who, done });
  });

  app.post('/school/devices/:id', access, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'device')];
    const { device } = await devices.get(actor, id);
    const read = readDeviceForm(request.body, rulesOf(request, services));
    if (!read.ok) return sendDevice(request, reply.code(400), services, { form: read.form });
    const [serialNumber = '', more] = read.serials;
    const others = serialNumber === device.serialNumber ? [] : [serialNumber];
    const form = more === undefined ? await taken(request, services, others) : null;
    if (form) return sendDevice(request, reply.code(400), services, { form });
    await devices.update(actor, id, { ...read.kind, serialNumber });
    return reply.redirect(`/school/devices/${id}?done=saved`, 303);
  });

  app.post('/school/devices/:id/lend', access, async (request, reply) => {
    const id = idIn(request.params, 'device');
    await devices.lend(actorOf(request), id, lendForm.parse(request.body ?? {}).student);
    return reply.redirect(`/school/devices/${id}?done=lent`, 303);
  });

  app.post('/school/devices/:id/return', access, async (request, reply) => {
    const id = idIn(request.params, 'device');
    await devices.takeBack(actorOf(request), id, returnForm.parse(request.body ?? {}).condition);
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
  { who, done, form }: { who?: string | undefined; done?: string | undefined; form?: DeviceForm },
): Promise<FastifyReply> {
  const view = await devices.get(actorOf(request), idIn(request.params, 'device'), who);
  return sendPage(request, reply, <DevicePage view={view} search={who} form={form} done={doneText(request, done)} />);
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

function rulesOf(request: FastifyRequest, { devices }: Used) {
  return { lastDay: devices.lastPurchaseDay(), words: pageContextOf(request).t.devices.problems };
}

/** The form with what is wrong, where a serial number is in the inventory already. */
async function taken(request: FastifyRequest, { devices }: Used, serials: string[]): Promise<DeviceForm | null> {
  const known = await devices.knownSerials(actorOf(request), serials);
  return takenSerials(request.body, serials, known, pageContextOf(request).t.devices.problems);
}
