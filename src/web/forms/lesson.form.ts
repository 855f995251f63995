import * as z from 'zod';
import type { AppError } from '../../domain/errors/app-error.ts';
import { GROUPINGS, type Grouping } from '../../domain/lessons/propose-groups.ts';
import { SCHOOL_SESSION_TYPES, type SchoolSessionType } from '../../domain/study-session/study-session.ts';
import type { Lesson, LessonWish } from '../../services/lessons/lessons.service.ts';
import { machineTimeZone, momentOf, wallClock } from '../../shared/calendar.ts';
import type { Messages } from '../i18n/messages.ts';
import { fieldsOf, textsOf } from './fields.ts';

/** What was filled in for a lesson, and what is wrong with it. */
export interface LessonForm {
  type: SchoolSessionType;
  minutes: string;
  /** Of the school's clock; empty: now. */
  startAt: string;
  /** Empty: chosen for each. */
  course: string;
  /** Units that all study; none: chosen for each. */
  units: readonly string[];
  topic: string;
  size: number;
  grouping: Grouping;
  /** Of each pupil the number of the group, from 0 on; NO_GROUP: in none. Null: as proposed. */
  groups: Map<number, number> | null;
  problems: { minutes?: string; startAt?: string; groups?: string; whole?: string };
}

/** Who is in no group. */
export const NO_GROUP = -1;

const USUAL_MINUTES = '45';
const USUAL_SIZE = 3;

/** Reads the form, or the query that asks for another kind of lesson; what is not there is as usual. */
export function readLessonForm(sent: unknown): LessonForm {
  const fields = fieldsOf(sent);
  const groups = Object.entries(fields).flatMap(([name, value]): [number, number][] => {
    const id = /^group-([1-9]\d{0,14})$/.exec(name)?.[1];
    return id && /^-?\d{1,3}$/.test(value ?? '') ? [[Number(id), Number(value)]] : [];
  });
  const size = Number(fields.size ?? USUAL_SIZE);
  return {
    type: SCHOOL_SESSION_TYPES.find((one) => one === fields.type) ?? 'individual',
    minutes: fields.minutes ?? USUAL_MINUTES,
    startAt: fields.startAt ?? '',
    course: fields.course ?? '',
    // Units of another course than the one that is chosen now were meant for that one.
    units: fields.unitsOf === fields.course ? textsOf(sent, 'unit') : [],
    topic: fields.topic ?? '',
    size: Number.isInteger(size) && size >= 2 && size <= 8 ? size : USUAL_SIZE,
    grouping: GROUPINGS.find((one) => one === fields.grouping) ?? 'mixed',
    groups: groups.length > 0 ? new Map(groups) : null,
    problems: {},
  };
}

/** The form of a lesson that is planned already, as it was planned. */
export function formOf({ type, minutes, plannedStart, course, plan }: Lesson): LessonForm {
  return {
    ...readLessonForm({}),
    type,
    minutes: String(minutes),
    startAt: plannedStart === null ? '' : wallClock(plannedStart, machineTimeZone()),
    course: course === null ? '' : String(course.id),
    units: plan.unitNames,
    topic: plan.topic ?? '',
    groups:
      plan.groups.length === 0
        ? null
        : new Map(
            plan.groups.flatMap(({ studentIds }, place) => studentIds.map((id): [number, number] => [id, place])),
          ),
  };
}

/** What the form asks for; what cannot be read is no number, and is refused beside its field. */
export function wishOf(form: LessonForm, nameOf: (group: number) => string): Omit<LessonWish, 'classId'> {
  const { type, minutes, startAt, course, units, topic, groups } = form;
  const numbers = [...new Set([...(groups?.values() ?? [])].filter((group) => group >= 0))].sort((a, b) => a - b);
  const members = (group: number) => [...(groups ?? [])].flatMap(([id, own]) => (own === group ? [id] : []));
  return {
    type,
    minutes: /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) : Number.NaN,
    ...(startAt === '' ? {} : { startAt: momentOf(startAt, machineTimeZone()) }),
    ...(/^[1-9]\d{0,14}$/.test(course) ? { courseId: Number(course), unitNames: units } : {}),
    ...(type === 'social' ? { topic } : {}),
    ...(type === 'individual'
      ? {}
      : { groups: numbers.map((group) => ({ name: nameOf(group + 1), studentIds: members(group) })) }),
  };
}

/** The form with what the service refused, each beside its field. */
export function withProblems(form: LessonForm, error: AppError, words: Messages['classroom']['problems']): LessonForm {
  if (error.kind === 'conflict') return { ...form, problems: { whole: error.message } };
  const { minutes, startAt, groups, ...others } = z
    .record(z.string(), z.string())
    .catch({})
    .parse(error.details?.fields);
  const rest = Object.values(others);
  return {
    ...form,
    problems: {
      whole: [words.form, ...rest.map(words.other)].join(' '),
      ...(minutes === undefined ? {} : { minutes: words.minutes }),
      ...(startAt === undefined ? {} : { startAt: words.startAt }),
      ...(groups === undefined ? {} : { groups: words.groups }),
    },
  };
}
