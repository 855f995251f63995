import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { classOf } from '../../../test/support/class-of.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { startScriptedTeacher } from '../../../test/support/scripted-teacher.ts';

databaseTest(
  'a model reads the names of nobody in the lesson, whoever names them and whether they came',
  async (db, t) => {
    const teacher = await startScriptedTeacher(t);
    teacher.says('Look at the number once more. Then write down what you get.');
    const names = { model: 'scripted-model', evaluatorModel: 'scripted-model', requestsPerMinute: null };
    const remoteModel = { provider: 'compatible', apiKey: 'none', baseUrl: teacher.baseUrl, ...names } as const;
    const app = await startTestApp(t, db, { config: { remoteModel } });
    const { lessonPlanning, lessonAttendance, lessonTalk, whispers, staffWords } = app.services;
    const { manager, classId, studentIds, pupil, make, schoolId, courseId } = await classOf(db, 2);
    const away = await make.student('away', schoolId, { classId, firstName: 'Omer' });
    const elsewhere = await make.student('elsewhere', schoolId, { classId, firstName: 'Gili' });
    const further = await make.student('further', schoolId, { classId, firstName: 'Tomer' });
    for (const id of [away, elsewhere, further]) await make.enrol(id, courseId);
    const groups = [{ studentIds: [...studentIds, away] }, { studentIds: [elsewhere, further] }];
    const { lesson } = await lessonPlanning.createLesson(manager, { classId, type: 'group', minutes: 45, groups });
    const [noa, dan] = studentIds.map(pupil);
    assert.ok(noa && dan);
    const sessionId = (await lessonAttendance.current(noa))?.sessionId ?? 0;
    for (const own of [noa, dan]) await lessonAttendance.joinLesson(own, sessionId, 'neutral');
    await whispers.whisper(manager, lesson.id, {
      content: 'Gili Tester was rude to Omer; praise how Dan Tester tries',
    });
    await staffWords.send(manager, lesson.id, { content: 'Noa, sit down. Tomer Tester, you too.' });
    await lessonTalk.begin(noa, sessionId);
    const say = async (content: string) =>
      (await lessonTalk.sendMessage(noa, sessionId, { clientId: content, content })).done();
    await say('Omer told Dan it is 5');
    await say('hint');
    const read = JSON.stringify(teacher.requests.map(({ body }) => body));
    assert.match(read, /was rude to another pupil; praise how \w+ {2}tries/);
    assert.match(read, /sit down/);
    assert.doesNotMatch(read, /\b(?:Noa|Dan|Omer|Gili|Tomer|Tester)\b/);
  },
);
