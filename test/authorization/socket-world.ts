import { actor } from '../support/past.ts';
import { type ActorName, TARGETS, type Target } from './matrix.ts';
import type { World } from './world.ts';

/** What goes on at school just now with the pupil of a target; ids of nothing where nothing does. */
export interface LiveIds {
  lesson: number;
  session: number;
}

const MANAGERS: readonly [ActorName, Target][] = [
  ['class manager', 'own'],
  ['class manager of another class', 'school'],
  ['class manager elsewhere', 'other school'],
];

/** Lets a lesson begin in each class that somebody manages. */
export async function beginLessons({ app, targets, userIds }: World): Promise<Record<Target, LiveIds>> {
  const { lessonPlanning, lessonAttendance, accounts } = app.services;
  for (const [name, target] of MANAGERS) {
    const manager = await accounts.findActor(userIds[name] ?? 0);
    if (!manager) throw new Error(`There is no ${name}.`);
    await lessonPlanning.createLesson(manager, { classId: targets[target].class, type: 'individual', minutes: 45 });
  }
  const live = {} as Record<Target, LiveIds>;
  for (const target of TARGETS) {
    const place = await lessonAttendance.current(actor(targets[target].pupil, 'student'));
    live[target] = { lesson: place?.lessonId ?? 987_654_321, session: place?.sessionId ?? 987_654_321 };
  }
  return live;
}
