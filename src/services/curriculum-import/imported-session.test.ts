import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClock } from '../../../test/support/clock.ts';
import { openSqlite } from '../../../test/support/databases.ts';
import { Factory } from '../../../test/support/factory.ts';
import { fiveProblems, makeFolder } from '../../../test/support/oatutor-folder.ts';
import { buildWorkbench } from '../../app.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import { MINUTE } from '../../shared/instant.ts';
import { createCurriculumImport } from './create-curriculum-import.ts';
import { importSource } from './import-source.ts';
import { OATUTOR } from './oatutor-format.ts';

const config = {
  secretKey: 'a secret of the tests, and of nothing else',
  trustProxy: false,
  logLevel: 'silent',
  remoteModel: null,
  production: false,
} as const;

test('a pupil enrolled in an imported course studies it from the welcome to the evaluation', async (t) => {
  const db = await openSqlite(t);
  const factory = new Factory(db);
  await factory.region('north');
  const schoolId = await factory.school('A school', 'north');
  const userId = await factory.student('noa', schoolId);
  const root = makeFolder(t, {
    ...fiveProblems('a'),
    a0: {
      steps: [
        { step: { stepTitle: 'What is $$2+2$$?', stepAnswer: ['$$4$$'] } },
        { step: { stepTitle: 'And twice that?', stepAnswer: ['$$8$$'] } },
      ],
    },
  });
  const clock = new TestClock(Date.UTC(2026, 8, 1, 14));
  const checker = createAnswerChecker(await loadMathEngine());
  const source = { kind: 'folder', path: root } as const;
  await importSource(OATUTOR, source, { checker, enrol: ['noa'] }, createCurriculumImport(db, clock));

  const { services, worker } = buildWorkbench({ config, db, clock });
  const actor = { userId, role: 'student', name: 'Noa', firstName: 'Noa', locale: 'en', schoolId } as const;
  const [course] = await services.progress.ownProgress(actor);
  assert.equal(course?.name, 'Elementary Algebra');
  const { id } = await services.studySessions.createHomeStudySession(actor, {
    type: 'homework',
    courseId: course.courseId,
    minutes: 30,
    emotionalStateBefore: 'neutral',
  });
  await services.conversation.begin(actor, id);
  const bank = await services.banks.bankOf(course.courseId);
  const openItem = async () => {
    const { openItem: open } = await services.sessionView.standingOf(actor, id);
    return open ? bank.byRevision.get(open.revisionId) : undefined;
  };
  const answered: string[] = [];
  let sent = 0;
  const say = async (content: string) => {
    sent += 1;
    const turn = await services.conversation.sendMessage(actor, id, { clientId: `m${sent}`, content });
    return turn.done();
  };
  for (let item = await openItem(); item && answered.length < 12; item = await openItem()) {
    clock.advance(MINUTE / 2);
    const reply = await say(`I think it is ${item.key.answer}`);
    assert.equal(reply.state, 'complete');
    assert.notEqual((await openItem())?.revisionId, item.revisionId, `${item.question}: ${reply.content}`);
    answered.push(item.question);
    if ((await openItem()) === undefined && answered.length < 5) await say('I counted on from the first number.');
  }
  assert.ok(answered.length >= 5 && new Set(answered).size === answered.length, answered.join('\n'));
  assert.equal(answered.indexOf('And twice that?'), answered.indexOf('What is $2+2$?') + 1, 'steps stay together');
  const end = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: null } as const;
  await services.studySessions.endSession(actor, id, end);
  await worker.runDue();
  const { status, evaluations } = await services.sessionView.evaluationsOf(actor, id);
  assert.equal(status, 'done');
  assert.ok(evaluations.some(({ kind, score }) => kind === 'proficiency' && score !== null));
});
