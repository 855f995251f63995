import type { Lesson, LessonRepo } from '../../data/lessons/lesson.repo.ts';
import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type { Action, Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { AccessService } from '../access/access.service.ts';

export interface LessonAccessDeps {
  access: AccessService;
  classes: ClassRepo;
  lessons: LessonRepo;
}

/** A class of the class manager who asks. Throws `forbidden` without the role and `not-found` for anybody else's class. */
export async function requireClass(
  { access, classes }: LessonAccessDeps,
  actor: Actor,
  action: Action,
  classId: number,
): Promise<ClassRecord> {
  access.requireRole(actor, action);
  const own = actor.role === 'class manager' ? await classes.listOfManager(actor.userId) : [];
  const room = own.find(({ id }) => id === classId);
  if (!room) throw notFound('class');
  return room;
}

/** A lesson of a class of the class manager who asks. Throws `forbidden` without the role and `not-found` for anybody else's. */
export async function requireLesson(
  deps: LessonAccessDeps,
  actor: Actor,
  action: Action,
  lessonId: number,
): Promise<Lesson> {
  deps.access.requireRole(actor, action);
  const lesson = await deps.lessons.find(lessonId);
  const own = lesson && actor.role === 'class manager' ? await deps.classes.listOfManager(actor.userId) : [];
  if (!lesson || !own.some(({ id }) => id === lesson.classId)) throw notFound('lesson');
  return lesson;
}
