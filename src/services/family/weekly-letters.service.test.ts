import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { TestClock } from '../../../test/support/clock.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { scriptedModel } from '../../../test/support/scripted-model.ts';
import { type LanguageModel, ModelError, type ModelRequest } from '../../agents/model/language-model.ts';
import { withPermits } from '../../agents/model/permitted.model.ts';
import { composeLetters } from '../../composition/letters.ts';
import { createRepositories } from '../../composition/repositories.ts';
import { ConsentRepo } from '../../data/consent/consent.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Purpose } from '../../domain/consent/purposes.ts';
import { DAY, HOUR } from '../../shared/instant.ts';
import { MailService } from '../mail/mail.service.ts';
import { weekToTell } from './weekly-letters.service.ts';

const TIME_ZONE = 'Asia/Jerusalem';
/** Sunday, half past eight in the morning there. */
const SUNDAY = Date.parse('2026-11-29T06:30:00Z');

/** A school on a Sunday whose pupil has studied in the week before; `wording`: a remote model, asked with permits as everywhere. */
async function sunday(db: DatabaseManager, t: TestContext, wording?: LanguageModel) {
  const school = await smallSchool(db);
  const clock = new TestClock(SUNDAY);
  const app = await startTestApp(t, db, { clock });
  const { pupilId, parentId, courseId, teacherId } = school;
  await db.run((handle) =>
    handle.updateTable('users').set({ email: 'dalia@home.example' }).where('id', '=', parentId).execute(),
  );
  const attempts = Array.from({ length: 12 }, (_, i) => ({
    verdict: i < 9 ? ('correct' as const) : ('incorrect' as const),
    counts: true,
    masteryAfter: 0.6,
  }));
  await addPast(db, {
    studentId: pupilId,
    courseId,
    teacherId,
    start: SUNDAY - 4 * DAY,
    minutes: 35,
    attempts,
    evaluation: {},
  });
  const parts = { ...createRepositories(db), db, clock, timeZone: TIME_ZONE };
  const setting = { name: 'writer', provider: 'openai' as const, baseUrl: null };
  const { weeklyLetters, letterWorker } = composeLetters({
    ...app.services,
    ...parts,
    log: () => {},
    mail: new MailService({ ...parts, available: true }),
    wording: wording ? async () => ({ model: withPermits(wording), setting }) : null,
    publicUrl: 'https://school.example',
  });
  const parent = actor(parentId, 'parent');
  const mails = () => db.run((handle) => handle.selectFrom('mails').selectAll().orderBy('id').execute());
  return { ...school, app, clock, weeklyLetters, letterWorker, parent, mails };
}

/** The link in a letter that ends the letters. */
const stopIn = (body: string) => /\/letters\/stop\/([\w-]+)/.exec(body)?.[1] ?? '';

databaseTest('a parent who asks gets one letter a week about each child, and none after ending it', async (db, t) => {
  const { weeklyLetters, letterWorker, parent, pupilId, clock, mails, app } = await sunday(db, t);
  await weeklyLetters.queueDue();
  assert.equal(await letterWorker.runDue(), 0, 'nobody has asked');
  await weeklyLetters.choose(parent, { mayReword: false });
  await weeklyLetters.queueDue();
  await weeklyLetters.queueDue();
  assert.equal(await letterWorker.runDue(), 1);
  const [mail, ...more] = await mails();
  assert.deepEqual(more, []);
  assert.equal(mail?.recipient, 'dalia@home.example');
  assert.equal(mail?.student_id, pupilId);
  assert.equal(mail?.subject, 'Noa’s week up to 28 Nov 2026');
  assert.match(mail?.body ?? '', /studied 35 min in 1 session, at home and at school, on 1 day\./);
  assert.match(mail?.body ?? '', /Of 12 questions, 9 went right at the first try \(75%\)\./);
  assert.match(mail?.body ?? '', new RegExp(`https://school.example/children/${pupilId}\\n`));
  assert.ok(!mail?.body.includes('Tester'), 'no surname in a mailbox');
  assert.equal((await weeklyLetters.latest(parent, pupilId))?.lastDay, '2026-11-28');
  clock.advance(DAY);
  await weeklyLetters.queueDue();
  assert.equal(await letterWorker.runDue(), 0, 'one a week, whatever is tried again');
  clock.advance(6 * DAY);
  await weeklyLetters.queueDue();
  await letterWorker.runDue();
  assert.match(
    (await mails())[1]?.body ?? '',
    /did not study here in these seven days; the last time was 10 days ago\./,
  );

  const token = stopIn(mail?.body ?? '');
  await weeklyLetters.openStop(token);
  assert.ok((await weeklyLetters.choiceOf(parent)).wish, 'looking at the link ends nothing');
  const page = await app.server.inject({
    method: 'POST',
    url: `/letters/stop/${token}`,
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(page.statusCode, 200, 'without a login');
  assert.equal((await weeklyLetters.choiceOf(parent)).wish, null);
  await assert.rejects(weeklyLetters.stop(token), { kind: 'not-found' }, 'a link works once');
  await assert.rejects(weeklyLetters.openStop('made-up'), { kind: 'not-found' });
  clock.advance(7 * DAY);
  await weeklyLetters.queueDue();
  assert.equal(await letterWorker.runDue(), 0);
});

databaseTest(
  'a guardian who is blocked before a letter is written gets none, nor whoever has no mail server',
  async (db, t) => {
    const { weeklyLetters, letterWorker, parent, parentId, pupilId, mateId, make, mails } = await sunday(db, t);
    await weeklyLetters.choose(parent, { mayReword: false });
    await weeklyLetters.queueDue();
    await db.run((handle) =>
      handle.updateTable('parents_students').set({ status: 'blocked' }).where('parent_id', '=', parentId).execute(),
    );
    assert.equal(await letterWorker.runDue(), 1);
    assert.deepEqual(await mails(), []);
    await assert.rejects(weeklyLetters.latest(parent, pupilId), { kind: 'not-found' });
    const other = actor(await make.parent('other', { [mateId]: 'verified' }), 'parent');
    await weeklyLetters.choose(other, { mayReword: false });
    await weeklyLetters.queueDue();
    assert.equal(await letterWorker.runDue(), 0, 'no address, no letter');
    await assert.rejects(weeklyLetters.choose(actor(pupilId, 'student'), { mayReword: false }), { code: 'forbidden' });
  },
);

databaseTest(
  'a letter that still waits goes to nobody who is blocked, unlinked or has ended the letters',
  async (db, t) => {
    const made = await sunday(db, t);
    const { app, weeklyLetters, parent, parentId, pupilId, mails, schoolId } = made;
    const manager = actor(made.managerId, 'school manager', schoolId);
    const both = { studentId: pupilId, parentId };
    const { guardianships } = app.services;
    const ends = [
      () => guardianships.setStatus(manager, both, 'blocked', ''),
      () => guardianships.unlink(manager, both),
      () => weeklyLetters.choose(parent, null),
      async () => weeklyLetters.stop(stopIn((await mails()).at(-1)?.body ?? '')),
    ];
    const others = new MailService({ ...createRepositories(db), db, clock: made.clock, available: true });
    const to = { userId: parentId, email: 'dalia@home.example' };
    await others.queue({ to, subject: 'Of the school', text: 'Stays.', key: 'another' });
    for (const end of ends) {
      await db.run(async (handle) => {
        const row = { parent_id: parentId, student_id: pupilId };
        if (
          !(await handle
            .selectFrom('parents_students')
            .selectAll()
            .where('parent_id', '=', parentId)
            .executeTakeFirst())
        )
          await handle
            .insertInto('parents_students')
            .values({ ...row, status: 'verified' })
            .execute();
        await handle.updateTable('parents_students').set({ status: 'verified' }).execute();
        await handle.deleteFrom('weekly_letters').execute();
        await handle.deleteFrom('jobs').execute();
      });
      await weeklyLetters.choose(parent, { mayReword: false });
      await weeklyLetters.queueDue();
      await made.letterWorker.runDue();
      assert.equal((await mails()).length, 2);
      await end();
      assert.deepEqual(
        (await mails()).map(({ subject }) => subject),
        ['Of the school'],
      );
    }
  },
);

databaseTest('a parent who ends the letters while a model words one gets none', async (db, t) => {
  const honest = writer((text) => text);
  const made = await sunday(db, t, {
    ...honest.model,
    async *stream(request) {
      await made.weeklyLetters.choose(made.parent, null);
      yield* honest.model.stream(request);
    },
  });
  await made.weeklyLetters.choose(made.parent, { mayReword: true });
  await made.weeklyLetters.queueDue();
  await made.letterWorker.runDue();
  assert.equal(honest.requests.length, 1);
  assert.deepEqual(await made.mails(), []);
  const calls = await db.run((handle) => handle.selectFrom('model_calls').select('outcome').execute());
  assert.deepEqual(calls, [{ outcome: 'complete' }], 'what it took is on the record');
});

databaseTest('two workers at once write one letter', async (db, t) => {
  const first = await sunday(db, t);
  await first.weeklyLetters.choose(first.parent, { mayReword: false });
  await Promise.all([first.weeklyLetters.queueDue(), first.weeklyLetters.queueDue()]);
  await Promise.all([first.letterWorker.runDue(), first.letterWorker.runDue()]);
  assert.equal((await first.mails()).length, 1);
});

/** A model that says in JSON what `edit` makes of the sentences that it gets, and keeps what it was asked. */
function writer(edit: (sentences: string) => string) {
  const requests: ModelRequest[] = [];
  const model: LanguageModel = {
    provider: 'openai',
    async *stream(request) {
      const { signal: _, ...asked } = request;
      requests.push(structuredClone(asked));
      yield { type: 'text-delta', text: JSON.stringify({ text: edit(request.messages[0]?.content ?? '') }) };
      const usage = { inputTokens: 100, outputTokens: 20 };
      yield { type: 'finish', reason: 'stop', usage, provider: 'openai', model: request.model };
    },
  };
  return { model, requests };
}

/** The letter of the week that this model had a hand in. */
async function letterBy(db: DatabaseManager, t: TestContext, model: LanguageModel, mayReword = true) {
  const made = await sunday(db, t, model);
  await made.weeklyLetters.choose(made.parent, { mayReword });
  await made.weeklyLetters.queueDue();
  await made.letterWorker.runDue();
  const calls = await db.run((handle) => handle.selectFrom('model_calls').select(['purpose', 'outcome']).execute());
  const [mail] = await made.mails();
  return { letter: await made.weeklyLetters.latest(made.parent, made.pupilId), calls, body: mail?.body ?? '' };
}

const STUDIED = 'studied 35 min in 1 session, at home and at school, on 1 day.';

databaseTest('a model that embellishes is not heard: the words of the rules stand', async (db, t) => {
  const boasting = writer((text) => `${text} A brilliant week, far above the class average of 40%!`);
  const { letter, calls, body } = await letterBy(db, t, boasting.model);
  assert.equal(letter?.wording, 'rules');
  assert.ok(letter?.text.includes(STUDIED));
  assert.ok(!body.includes('brilliant') && !body.includes('AI model'));
  assert.equal(boasting.requests.length, 2, 'it is told what was wrong, once');
  assert.deepEqual(calls, [{ purpose: 'reword', outcome: 'needs review' }], 'what it took is on the record');
});

databaseTest('a model that keeps every number words the letter, and never learns whom it is about', async (db, t) => {
  const honest = writer((text) =>
    text.replace(
      /(\S+) studied (.*?) in 1 session, at home and at school,/,
      'At home and at school, $1 spent $2 in 1 session',
    ),
  );
  const { letter, calls, body } = await letterBy(db, t, honest.model);
  assert.equal(letter?.wording, 'model');
  assert.match(letter?.text ?? '', /At home and at school, .?Noa.? spent 35 min in 1 session on 1 day\./);
  assert.match(body, /A remote AI model has worded these sentences/);
  assert.deepEqual(calls, [{ purpose: 'reword', outcome: 'complete' }]);
  assert.deepEqual(await db.run((handle) => handle.selectFrom('calls_under_way').selectAll().execute()), []);
  const sent = JSON.stringify(honest.requests);
  assert.match(sent, /studied 35 min/);
  const school = await db.run((handle) => handle.selectFrom('schools').select('name').executeTakeFirstOrThrow());
  for (const own of ['Noa', 'Tester', 'home.example', school.name]) assert.ok(!sent.includes(own), own);
});

databaseTest('no model is asked without the parent’s word or without consent for the child', async (db, t) => {
  const never = writer((text) => text);
  assert.equal((await letterBy(db, t, never.model, false)).letter?.wording, 'rules');
  assert.equal(never.requests.length, 0);
});

databaseTest('a parent’s word is no consent for the child', async (db, t) => {
  const never = writer((text) => text);
  const made = await sunday(db, t, never.model);
  await db.run((handle) => handle.updateTable('schools').set({ unanswered_consent: 0 }).execute());
  await made.weeklyLetters.choose(made.parent, { mayReword: true });
  await made.weeklyLetters.queueDue();
  await made.letterWorker.runDue();
  assert.deepEqual([never.requests.length, (await made.mails()).length], [0, 1]);
});

databaseTest('that a model may mark answers is no consent to a model for the letter', async (db, t) => {
  const honest = writer((text) => text);
  const made = await sunday(db, t, honest.model);
  await db.run((handle) => handle.updateTable('schools').set({ unanswered_consent: 0 }).execute());
  const consents = new ConsentRepo(db);
  const { pupilId: studentId, parent } = made;
  const given = { studentId, version: 1, answer: 'yes', source: 'parent', byId: parent.userId, note: null } as const;
  const write = async (purposes: readonly Purpose[]) => {
    await consents.add(purposes.map((purpose) => ({ ...given, purpose, now: 0 })));
    await made.weeklyLetters.queueDue();
    await made.letterWorker.runDue();
    return honest.requests.length;
  };
  await made.weeklyLetters.choose(parent, { mayReword: true });
  assert.equal(await write(['remote teacher', 'remote evaluator']), 0);
  await db.run((handle) => handle.deleteFrom('weekly_letters').execute());
  await db.run((handle) => handle.deleteFrom('mails').execute());
  await db.run((handle) => handle.deleteFrom('jobs').execute());
  assert.ok((await write(['remote letter'])) > 0);
});

databaseTest('no model is asked where the school’s limit is reached', async (db, t) => {
  const never = writer((text) => text);
  const made = await sunday(db, t, never.model);
  await db.run((handle) => handle.updateTable('schools').set({ daily_token_limit: 0 }).execute());
  await made.weeklyLetters.choose(made.parent, { mayReword: true });
  await made.weeklyLetters.queueDue();
  await made.letterWorker.runDue();
  assert.deepEqual([never.requests.length, (await made.mails()).length], [0, 1]);
});

databaseTest('a model that is down changes nothing about the letter', async (db, t) => {
  const { model: down } = scriptedModel([{ fails: new ModelError('unavailable', 'no answer') }]);
  const { letter, body } = await letterBy(db, t, down);
  assert.equal(letter?.wording, 'rules');
  assert.ok(body.includes(STUDIED));
});

test('letters are told from Sunday morning to Tuesday night, of the week up to Saturday', () => {
  const at = (text: string) => weekToTell(Date.parse(text), TIME_ZONE);
  assert.equal(at('2026-11-29T05:59:00Z'), null, 'before eight');
  assert.equal(at('2026-11-29T06:00:00Z'), '2026-11-28');
  assert.equal(at('2026-12-01T21:00:00Z'), '2026-11-28');
  assert.equal(at('2026-12-01T22:30:00Z'), null, 'Wednesday there');
  assert.equal(at('2026-12-05T12:00:00Z'), null, 'the week is not over');
  assert.equal(weekToTell(SUNDAY + HOUR, 'UTC'), null);
});
