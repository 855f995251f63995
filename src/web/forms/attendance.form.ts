import { ABSENCE_REASONS, type Attendance } from '../../domain/lessons/attendance.ts';
import type { AttendanceSheet, AttendanceWish, RefusedWish } from '../../services/lessons/attendance.service.ts';
import { fieldsOf, idsOf } from './fields.ts';

/** What is said of a pupil, in a word: there, away for a reason, or away and nobody has said why. */
export const MARKS = ['there', ...ABSENCE_REASONS, 'absent'] as const;
export type Mark = (typeof MARKS)[number];

/** The sheet as it was filled in and could not be taken whole. */
export interface AttendanceForm {
  /** What was chosen, by pupil. */
  marks: ReadonlyMap<number, Mark>;
  refused: readonly RefusedWish[];
}

export function markOf({ attended, reason }: Attendance): Mark {
  return attended ? 'there' : (reason ?? 'absent');
}

/** What the sheet says that its pupils did not have when it was shown. */
export function readAttendance(sent: unknown, { lines }: AttendanceSheet): AttendanceWish[] {
  const fields = fieldsOf(sent);
  const ticked = fields.do === 'ticked' ? new Set(idsOf(sent, 'ticked')) : new Set<number>();
  return lines.flatMap((line): AttendanceWish[] => {
    const id = line.studentId;
    const was = toMark(fields[`was-${id}`]) ?? markOf(line);
    const chosen = toMark(fields[`mark-${id}`]) ?? was;
    const away = fields.do === 'away' && chosen === 'absent';
    const wanted = ticked.has(id) ? toMark(fields.tickedMark) : away ? toMark(fields.awayMark) : chosen;
    if (wanted === undefined || wanted === was) return [];
    return [{ studentId: id, ...meaningOf(wanted), seen: seenIn(fields[`seen-${id}`]) }];
  });
}

/** What was wished for, to be shown again. */
export function marksOf(wishes: readonly AttendanceWish[]): Map<number, Mark> {
  return new Map(wishes.map((wish) => [wish.studentId, markOf(wish)]));
}

function meaningOf(mark: Mark): Attendance {
  return { attended: mark === 'there', reason: mark === 'there' || mark === 'absent' ? null : mark };
}

const toMark = (value: string | undefined): Mark | undefined => MARKS.find((mark) => mark === value);

/** The last change that stood on the page; empty: none did. */
function seenIn(value: string | undefined): number | null | undefined {
  if (value === '') return null;
  return value !== undefined && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
}
