import * as z from 'zod';
import {
  alertBoard,
  alertQuery,
  alertRates,
  attentionBoard,
  notificationList,
  notificationQuery,
  notificationsRead,
} from '../../../shared/alerts.ts';
import { actorOf } from '../../access.ts';
import { toAlert, toAttention, toNotification } from '../../presenters/alert.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

/** What people are told: everybody's own. */
export function notificationApi(api: Api, { notifications }: Pick<Services, 'notifications'>): void {
  const tags = ['notifications'];
  const config = { access: 'anyone logged in' as const };

  api.get(
    '/notifications',
    {
      schema: {
        tags,
        summary: 'What I was told, the newest first',
        querystring: notificationQuery,
        response: { 200: notificationList, ...failures },
      },
      config,
    },
    async (request) => {
      const { items, ...list } = await notifications.list(actorOf(request), request.query.before);
      return { ...list, items: items.map(toNotification) };
    },
  );

  api.post(
    '/notifications/read',
    {
      schema: {
        tags,
        summary: 'Mark what I was told as read',
        body: notificationsRead,
        response: { 204: z.null(), ...failures },
      },
      config,
    },
    async (request, reply) => {
      await notifications.readAll(actorOf(request), request.body.upTo);
      return reply.code(204).send(null);
    },
  );
}

/** Safety alerts and who needs attention, for staff. */
export function alertApi(api: Api, services: Pick<Services, 'alerts' | 'alertPages' | 'attention'>): void {
  const { alerts, alertPages, attention } = services;
  const tags = ['alerts'];

  api.get(
    '/alerts',
    {
      schema: {
        tags,
        summary: 'Safety alerts of my pupils',
        querystring: alertQuery,
        response: { 200: alertBoard, ...failures },
      },
      config: { access: 'acknowledge a safety alert' },
    },
    async (request) => {
      const { show, before } = request.query;
      const board = await alerts.board(actorOf(request), before, show);
      return { ...board, open: board.open.map(toAlert), acknowledged: board.acknowledged.map(toAlert) };
    },
  );

  api.get(
    '/alerts/figures',
    {
      schema: { tags, summary: 'How often alerts are false', response: { 200: alertRates, ...failures } },
      config: { access: 'acknowledge a safety alert' },
    },
    async (request) => alertPages.rates(actorOf(request)),
  );

  api.get(
    '/class/attention',
    {
      schema: { tags, summary: 'Who needs attention', response: { 200: attentionBoard, ...failures } },
      config: { access: 'view a pupil' },
    },
    async (request) => {
      const { waiting, taken, closed, rates } = await attention.board(actorOf(request));
      const [toLookAfter, seen, over] = [waiting, taken, closed].map((some) => some.map(toAttention));
      return { waiting: toLookAfter ?? [], taken: seen ?? [], closed: over ?? [], rates };
    },
  );
}
