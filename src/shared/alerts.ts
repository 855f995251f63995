import * as z from 'zod';
import { id } from './paging.ts';

/** Alerts, who needs attention and what people are told, as the API answers them. Moments are UTC, ISO 8601. */
const moment = z.string();

export const notificationQuery = z.object({ before: id.optional() });
export const notificationList = z.object({
  unread: z.number(),
  items: z.array(
    z.object({
      id: z.number(),
      kind: z.string(),
      data: z.record(z.string(), z.unknown()),
      at: moment,
      readAt: moment.nullable(),
      path: z.string().describe('The page that it is about.'),
    }),
  ),
  before: z.number().nullable().describe('Ask with it for older ones; null: there are none.'),
});
export const notificationsRead = z.object({ upTo: id.describe('The newest that was read.') });

export const alertQuery = z.object({
  show: z.enum(['open', 'mine', 'false', 'rehearsals']).default('open'),
  before: id.optional(),
});
const alert = z.object({
  id: z.number(),
  studentId: z.number(),
  studentName: z.string(),
  severity: z.number().describe('1 (worrying) to 3 (acute).'),
  category: z.string(),
  at: moment,
  round: z.number().describe('How often it was escalated.'),
  escalatedAt: moment.nullable(),
  acknowledgedAt: moment.nullable(),
  acknowledgedBy: z.string().nullable(),
  note: z.string().nullable(),
  releasedAt: moment.nullable().describe('Since when the parents know.'),
  mayTellParents: z.boolean(),
});
export const alertBoard = z.object({
  counts: z.object({ open: z.number(), escalated: z.number() }),
  open: z.array(alert).describe('The most severe first; empty in other views than `open`.'),
  acknowledged: z.array(alert).describe('Those that somebody took on, or what the view asks for.'),
  before: z.number().nullable(),
});
export const alertRates = z.array(
  z.object({
    month: z.string(),
    category: z.string(),
    alerts: z.number(),
    judged: z.number(),
    falseAlarms: z.number(),
  }),
);

const attentionAlert = z.object({
  id: z.number(),
  studentId: z.number(),
  studentName: z.string(),
  kind: z.string(),
  severity: z.number(),
  facts: z.record(z.string(), z.number()).describe('The numbers that it rests on.'),
  raisedAt: moment,
  escalatedAt: moment.nullable(),
  acknowledgedAt: moment.nullable(),
  acknowledgedBy: z.string().nullable(),
  note: z.string().nullable(),
  snoozedUntil: moment.nullable(),
  closedAt: moment.nullable(),
  closedBecause: z.string().nullable(),
});
export const attentionBoard = z.object({
  waiting: z.array(attentionAlert),
  taken: z.array(attentionAlert),
  closed: z.array(attentionAlert),
  rates: z.array(z.object({ kind: z.string(), raised: z.number(), falseAlarms: z.number() })),
});
