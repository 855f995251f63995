import * as z from 'zod';
import { classGuidance, classGuidanceList, ownGuidance, ownGuidanceList } from '../../../shared/guidance.ts';
import { actorOf } from '../../access.ts';
import { toClassGuidance, toOwnGuidance } from '../../presenters/guidance-api.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['guidance'];
const params = z.object({ id: z.coerce.number().int().positive() });

/** What supervisors tell class managers about the teaching of a subject, for both. */
export function guidanceApi(api: Api, services: Pick<Services, 'guidance' | 'classGuidance'>): void {
  const { guidance, classGuidance: forClasses } = services;
  const supervisor = { access: 'manage curriculum' as const };
  const manager = { access: 'read guidance' as const };

  api.get(
    '/region/guidance',
    {
      schema: {
        tags,
        summary: 'Guidance of my subjects, the newest first',
        response: { 200: ownGuidanceList, ...failures },
      },
      config: supervisor,
    },
    async (request) => (await guidance.list(actorOf(request))).map(toOwnGuidance),
  );

  api.get(
    '/region/guidance/:id',
    {
      schema: { tags, summary: 'One of them, with its draft', params, response: { 200: ownGuidance, ...failures } },
      config: supervisor,
    },
    async (request) => toOwnGuidance(await guidance.find(actorOf(request), request.params.id)),
  );

  api.get(
    '/class/guidance',
    {
      schema: {
        tags,
        summary: 'Guidance that is for my classes, the last published first',
        response: { 200: classGuidanceList, ...failures },
      },
      config: manager,
    },
    async (request) => (await forClasses.list(actorOf(request))).map(toClassGuidance),
  );

  api.get(
    '/class/guidance/:id',
    {
      schema: {
        tags,
        summary: 'One of them; that it was asked for does not say that it was read',
        params,
        response: { 200: classGuidance, ...failures },
      },
      config: manager,
    },
    async (request) => toClassGuidance(await forClasses.find(actorOf(request), request.params.id)),
  );
}
