import assert from 'node:assert/strict';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import type { TestApp } from './app.ts';
import { classOf } from './class-of.ts';

/** Three pupils who have joined one talk, in the order in which they are named. */
export async function threeTogether(db: DatabaseManager, app: TestApp, type: 'group' | 'social') {
  const school = await classOf(db, 3);
  const { manager, classId, studentIds, pupil } = school;
  const { services } = app;
  const { lesson } = await services.lessonPlanning.createLesson(manager, {
    classId,
    type,
    minutes: 45,
    groups: [{ name: 'Owls', studentIds }],
    ...(type === 'social' ? { topic: 'working together' } : {}),
  });
  const actors = studentIds.map(pupil);
  const sessionId = (await services.lessonAttendance.current(actors[0] ?? assert.fail()))?.sessionId ?? 0;
  for (const actor of actors) await services.lessonAttendance.joinLesson(actor, sessionId, 'neutral');
  await services.lessonTalk.begin(actors[0] ?? assert.fail(), sessionId);
  await readTo(app, actors[0] ?? assert.fail(), sessionId, 1);
  return { ...school, lesson, sessionId, actors };
}

export async function messagesOf({ services }: TestApp, actor: Actor, sessionId: number) {
  return services.lessonTalk.listMessages(actor, sessionId, 0);
}

/** Waits until so many messages are whole. */
export async function readTo(app: TestApp, actor: Actor, sessionId: number, count: number) {
  for (let tries = 0; tries < 400; tries += 1) {
    const said = await messagesOf(app, actor, sessionId);
    if (said.length >= count && said.every(({ state }) => state !== 'streaming')) return said;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return assert.fail(`There are not ${count} whole messages.`);
}

export function send({ services }: TestApp, actor: Actor, sessionId: number, content: string) {
  return services.lessonTalk.sendMessage(actor, sessionId, { clientId: `${actor.userId}-${content}`, content });
}

export async function openQuestion({ services }: TestApp, actor: Actor, sessionId: number): Promise<string> {
  const { openItem } = await services.lessonView.standingOf(actor, sessionId);
  return openItem?.question ?? assert.fail('No question is open.');
}

/** The right answer to the question that is open. */
export async function rightAnswer(app: TestApp, actor: Actor, sessionId: number): Promise<string> {
  return String(1000 + Number(/\$(\d+)\$ after/.exec(await openQuestion(app, actor, sessionId))?.[1]));
}

/** The teacher is busy, as with a slow model: what is written stands there unanswered. Answers with what ends that. */
export async function slowTeacher(app: TestApp, actor: Actor, sessionId: number): Promise<() => Promise<unknown>> {
  const [welcome] = await messagesOf(app, actor, sessionId);
  const writing = (id: number | null) =>
    app.db
      .handle()
      .updateTable('session_dialogues')
      .set({ replying_message_id: id })
      .where('school_session_id', '=', sessionId)
      .execute();
  await writing(welcome?.id ?? assert.fail());
  return () => writing(null);
}
