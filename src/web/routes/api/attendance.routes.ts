import {
  attendanceChanges,
  attendanceSheet,
  classAttendance,
  classAttendanceQuery,
  savedAttendance,
} from '../../../shared/attendance.ts';
import { idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { toAttendanceSheet, toClassAttendance } from '../../presenters/attendance.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['classroom'];
const look = { access: 'view class analytics' } as const;

/** Who was at lessons at school. */
export function attendanceApi(api: Api, { attendance }: Pick<Services, 'attendance'>): void {
  api.get(
    '/classroom/lessons/:id/attendance',
    {
      schema: {
        tags,
        summary: 'Who was at a lesson, and what was said of it',
        params: idParams,
        response: { 200: attendanceSheet, ...failures },
      },
      config: look,
    },
    async (request) => toAttendanceSheet(await attendance.sheetOf(actorOf(request), request.params.id)),
  );

  api.put(
    '/classroom/lessons/:id/attendance',
    {
      schema: {
        tags,
        summary: 'Say who was at a lesson and why not, of many pupils at once',
        description:
          'Of whom it cannot be said is named in `refused`, and the rest is saved. What was said before stays in `changes`.',
        params: idParams,
        body: attendanceChanges,
        response: { 200: savedAttendance, ...failures },
      },
      config: { access: 'give a lesson' },
    },
    async (request) => {
      const [actor, { id }] = [actorOf(request), request.params];
      const refused = await attendance.setAttendance(actor, id, request.body.entries);
      return { ...toAttendanceSheet(await attendance.sheetOf(actor, id)), refused };
    },
  );

  api.get(
    '/classroom/attendance',
    {
      schema: {
        tags,
        summary: 'Who was at the lessons of a class, and what the term comes to',
        querystring: classAttendanceQuery,
        response: { 200: classAttendance, ...failures },
      },
      config: look,
    },
    async (request) => {
      const { classId, before } = request.query;
      return toClassAttendance(await attendance.ofClass(actorOf(request), classId, before));
    },
  );
}
