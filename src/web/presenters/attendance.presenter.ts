import type { AttendanceSheet, ClassAttendance } from '../../services/lessons/attendance.service.ts';
import type { AttendanceSheetView, ClassAttendanceView } from '../../shared/attendance.ts';
import { iso, isoOrNull } from './moment.ts';

export function toAttendanceSheet({ lesson, lines, changes }: AttendanceSheet): AttendanceSheetView {
  return {
    lessonId: lesson.id,
    pupils: lines.map(({ studentId, name, sessionId, state, reason, joinedAt, minutesLate, lastChange }) => ({
      studentId,
      name,
      sessionId,
      state,
      reason,
      minutesLate,
      lastChange,
      joinedAt: isoOrNull(joinedAt),
    })),
    changes: changes.map(({ id, studentId, attended, reason, by, at }) => {
      return { id, studentId, attended, reason, by, at: iso(at) };
    }),
  };
}

export function toClassAttendance(view: ClassAttendance): ClassAttendanceView {
  return {
    classId: view.class.id,
    lessons: view.lessons.map(({ id, course, start }) => ({ id, course, startTime: iso(start) })),
    before: view.before,
    since: iso(view.since),
    pupils: view.pupils.map(({ studentId, name, count, cells }) => ({
      studentId,
      name,
      count: count && withoutPupil(count),
      lessons: cells.map(
        (cell) => cell && { attended: cell.attended, reason: cell.reason, minutesLate: cell.minutesLate },
      ),
    })),
  };
}

function withoutPupil({ places, there, late, sick, excused, unexcused }: NonNullable<Line['count']>) {
  return { places, there, late, sick, excused, unexcused };
}

type Line = ClassAttendance['pupils'][number];
