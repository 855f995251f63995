import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { MOST_SERIALS } from '../../../domain/devices/device.ts';
import { invalidInput } from '../../../domain/errors/app-error.ts';
import {
  addedDevices,
  deviceChange,
  deviceList,
  deviceQuery,
  deviceReturn,
  deviceWithLoans,
  newDevices,
  newLoan,
} from '../../../shared/devices.ts';
import { idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { readDeviceForm } from '../../forms/device.form.ts';
import { toDevice, toDeviceList, toDeviceWithLoans } from '../../presenters/device.presenter.ts';
import { pageContextOf } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['devices'];
const administer = { access: 'administer the school' } as const;
const oneDevice = { 200: deviceWithLoans, ...failures };

type Used = Pick<Services, 'devices'>;

/** The tablets of a school: what there is, and who has it. */
export function deviceApi(api: Api, services: Used): void {
  const { devices } = services;
  api.get(
    '/school/devices',
    {
      schema: {
        tags,
        summary: 'The devices of my school, by model',
        querystring: deviceQuery,
        response: { 200: deviceList, ...failures },
      },
      config: administer,
    },
    async (request) => {
      const { show: filter, q: search, page } = request.query;
      return toDeviceList(await devices.list(actorOf(request), { filter, search, page }));
    },
  );

  api.post(
    '/school/devices',
    {
      schema: {
        tags,
        summary: 'Add devices of one kind, all or none',
        body: newDevices,
        response: { 201: addedDevices, ...failures },
      },
      config: administer,
    },
    async (request, reply) => {
      const { serialNumbers, ...facts } = request.body;
      const { kind, serials } = readFacts(request, services, serialNumbers, facts);
      return reply.code(201).send((await devices.add(actorOf(request), kind, serials)).map(toDevice));
    },
  );

  api.get(
    '/school/devices/:id',
    {
      schema: { tags, summary: 'A device and who had it', params: idParams, response: oneDevice },
      config: administer,
    },
    async (request) => toDeviceWithLoans(await devices.get(actorOf(request), request.params.id)),
  );

  changeApi(api, services);
  loanApi(api, services);
}

function changeApi(api: Api, services: Used): void {
  const { devices } = services;

  api.put(
    '/school/devices/:id',
    {
      schema: { tags, summary: 'Change a device', params: idParams, body: deviceChange, response: oneDevice },
      config: administer,
    },
    async (request) => {
      const { serialNumber: written, ...facts } = request.body;
      const [actor, { id }] = [actorOf(request), request.params];
      await devices.get(actor, id);
      const { kind, serials } = readFacts(request, services, [written], facts);
      const [serialNumber = ''] = serials;
      await devices.update(actor, id, { ...kind, serialNumber });
      return toDeviceWithLoans(await devices.get(actor, id));
    },
  );

  api.delete(
    '/school/devices/:id',
    {
      schema: {
        tags,
        summary: 'Remove a device that was never lent',
        params: idParams,
        response: { 204: z.null(), ...failures },
      },
      config: administer,
    },
    async (request, reply) => {
      await devices.remove(actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function loanApi(api: Api, { devices }: Used): void {
  api.post(
    '/school/devices/:id/loans',
    {
      schema: {
        tags,
        summary: 'Lend a functional device that nobody has',
        params: idParams,
        body: newLoan,
        response: { 201: deviceWithLoans, ...failures },
      },
      config: administer,
    },
    async (request, reply) => {
      const [actor, { id }] = [actorOf(request), request.params];
      await devices.lend(actor, id, request.body.studentId);
      return reply.code(201).send(toDeviceWithLoans(await devices.get(actor, id)));
    },
  );

  api.post(
    '/school/devices/:id/return',
    {
      schema: {
        tags,
        summary: 'Take a device back; what is back already stays so',
        params: idParams,
        body: deviceReturn,
        response: oneDevice,
      },
      config: administer,
    },
    async (request) => {
      const [actor, { id }] = [actorOf(request), request.params];
      await devices.takeBack(actor, id, request.body.condition);
      return toDeviceWithLoans(await devices.get(actor, id));
    },
  );
}

/** What a field of the form is called by programs. */
const NAMES: Record<string, string> = { serials: 'serialNumbers', purchased: 'purchaseDate' };

/** The facts, under the rules of the form. Throws what is wrong, by field. */
function readFacts(
  request: FastifyRequest,
  { devices }: Used,
  serialNumbers: readonly string[],
  { purchaseDate, ...facts }: Omit<z.infer<typeof newDevices>, 'serialNumbers'>,
) {
  const sent = { ...facts, serials: serialNumbers.join('\n'), purchased: purchaseDate ?? '' };
  const { people, devices: words } = pageContextOf(request).t;
  const rules = { lastDay: devices.lastPurchaseDay(), most: MOST_SERIALS, words: words.problems };
  const read = readDeviceForm(sent, rules);
  if (read.ok) return read;
  const fields = Object.entries(read.form.problems).map(([name, problem]) => [NAMES[name] ?? name, problem]);
  throw invalidInput(people.formProblems(fields.length), Object.fromEntries(fields));
}
