import type { Lesson } from '../../services/lessons/lessons.service.ts';
import type { PlannedLessonView } from '../../shared/classroom.ts';
import type { Instant } from '../../shared/instant.ts';

/** A lesson as its class manager plans and gives it, for the API. */
export function toPlannedLessonView(lesson: Lesson): PlannedLessonView {
  const { id, type, state, classId, className, course, minutes, plan } = lesson;
  return {
    id,
    type,
    state,
    class: { id: classId, name: className },
    course,
    minutes,
    plannedStart: iso(lesson.plannedStart),
    plannedEnd: iso(lesson.plannedEnd),
    startTime: iso(lesson.start),
    endTime: iso(lesson.end),
    endReason: lesson.endReason,
    eyesUp: lesson.eyesUp,
    groups: plan.groups,
    learningUnitNames: plan.unitNames,
    topic: plan.topic,
    leftOut: plan.leftOut,
  };
}

const iso = (instant: Instant | null): string | null => (instant === null ? null : new Date(instant).toISOString());
