import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ClassAttendanceLine } from '../../../services/lessons/attendance.service.ts';
import { machineTimeZone, wallClock } from '../../../shared/calendar.ts';
import { actorOf } from '../../access.ts';
import { markOf, marksOf, readAttendance } from '../../forms/attendance.form.ts';
import { idChosenIn } from '../../forms/chosen.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { AttendancePage } from '../../pages/classroom/attendance.page.tsx';
import { ClassAttendancePage } from '../../pages/classroom/class-attendance.page.tsx';
import { type CsvColumn, sendCsv } from '../../send-csv.ts';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { beforeIn, idIn } from '../ids.ts';

const look = { config: { access: 'view class analytics' as const } };
/** So many lessons a file holds. */
const LESSONS_IN_FILE = 200;

/** Who was at a lesson, and at the lessons of a class. */
export function attendanceRoutes(
  app: FastifyInstance,
  services: Pick<Services, 'attendance' | 'lessonPlanning'>,
): void {
  const { attendance } = services;

  app.get('/classroom/lessons/:id/attendance', look, async (request, reply) => {
    const sheet = await attendance.sheetOf(actorOf(request), idIn(request.params, 'lesson'));
    const saved = fieldsOf(request.query).done === 'saved';
    return sendPage(request, reply, <AttendancePage sheet={sheet} saved={saved} />);
  });

  app.post('/classroom/lessons/:id/attendance', { config: { access: 'give a lesson' } }, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'lesson')];
    const wishes = readAttendance(request.body, await attendance.sheetOf(actor, id));
    const refused = await attendance.setAttendance(actor, id, wishes);
    if (refused.length === 0) return reply.redirect(`/classroom/lessons/${id}/attendance?done=saved`, 303);
    const named = new Set(refused.map(({ studentId }) => studentId));
    const form = { marks: marksOf(wishes.filter(({ studentId }) => named.has(studentId))), refused };
    const sheet = await attendance.sheetOf(actor, id);
    return sendPage(request, reply.code(409), <AttendancePage sheet={sheet} form={form} />);
  });

  app.get('/classroom/attendance', look, async (request, reply) => {
    const before = beforeIn(request.query);
    const { classes, classId } = await classIn(services, request);
    const view = classId === undefined ? null : await attendance.ofClass(actorOf(request), classId, before);
    const page = <ClassAttendancePage classes={classes} view={view} paged={before !== undefined} />;
    return sendPage(request, reply, page);
  });

  app.get('/classroom/attendance.csv', look, async (request, reply) => {
    const { classId = 0 } = await classIn(services, request);
    const view = await attendance.ofClass(actorOf(request), classId, undefined, LESSONS_IN_FILE);
    const words = pageContextOf(request).t.attendance;
    const cellOf = (index: number) => (pupil: ClassAttendanceLine) => {
      const cell = pupil.cells[index];
      if (!cell) return '';
      return cell.attended && cell.minutesLate > 0 ? words.late(cell.minutesLate) : words.marks[markOf(cell)];
    };
    const columns: CsvColumn<ClassAttendanceLine>[] = [
      { title: words.pupil, cell: ({ name }) => name },
      { title: words.rate, cell: ({ count }) => count && words.ofAll(count.there, count.places) },
      { title: words.lateCount, cell: ({ count }) => count?.late ?? null },
      ...(['sick', 'excused', 'unexcused'] as const).map((reason) => ({
        title: words.marks[reason],
        cell: ({ count }: ClassAttendanceLine) => count?.[reason] ?? null,
      })),
      ...view.lessons.map(({ start, course }, index) => ({
        title: words.lessonOf(wallClock(start, machineTimeZone()).replace('T', ' '), course),
        cell: cellOf(index),
      })),
    ];
    return sendCsv(reply, `attendance ${view.class.name}`, columns, view.pupils);
  });
}

/** The class that is asked for, or the newest one. */
async function classIn({ lessonPlanning }: Pick<Services, 'lessonPlanning'>, request: FastifyRequest) {
  const classes = await lessonPlanning.ownClasses(actorOf(request));
  return { classes, classId: idChosenIn(request.query, 'class') ?? classes[0]?.id };
}
