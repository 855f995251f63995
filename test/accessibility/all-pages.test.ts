import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { toStored } from '../../src/data/db/instants.ts';
import { WeeklyLetterRepo } from '../../src/data/family/weekly-letter.repo.ts';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import { type Actor, type Role, scopeOf } from '../../src/domain/access/permission-matrix.ts';
import { LINK_LIFETIME } from '../../src/services/accounts/one-time-links.service.ts';
import { newStopLink } from '../../src/services/family/stop-link.ts';
import { HOUR } from '../../src/shared/instant.ts';
import { bringAxe, openPage } from '../support/browser.ts';
import { publishAll } from '../support/curriculum.ts';
import { logInAs, type Person } from '../support/pupil.ts';
import { openSite, type Site } from '../support/site.ts';
import { ADDRESSES, NO_IDS, planOf } from './addresses.ts';
import { lookAtAll } from './look-at.ts';

const PEOPLE = ['noa', 'lina', 'dalia', 'amir', 'ruth', 'yossi'] as const satisfies readonly Person[];

let site: Site;
/** What stands in the addresses of Noa, who talks; and of Lina, whose session is paused. */
const ids = { ...NO_IDS };
const ofLina = { ...NO_IDS };

before(async () => {
  site = await openSite();
  const { services, worker } = site.app;
  const noa = await site.actorOf('noa');
  ids.pupil = noa.userId;
  const suggestion = await services.today.suggest(noa);
  assert.ok(suggestion);
  ids.course = suggestion.card.id;
  const request = { type: 'homework', courseId: ids.course, emotionalStateBefore: 'neutral', minutes: 30 } as const;
  const talk = async (sessionId: number, ...words: string[]) => {
    for (const [index, content] of words.entries()) {
      const sent = await services.conversation.sendMessage(noa, sessionId, { clientId: `a${index}`, content });
      await sent.done();
    }
  };
  const first = await services.studyStart.begin(noa, request);
  await talk(first.id, 'A hint, please', '42', 'I want to die');
  await services.studySessions.endSession(noa, first.id, {
    feelingAfter: 'neutral',
    difficulty: 5,
    understanding: 5,
    feedback: null,
  });
  await worker.runDue();
  ids.over = first.id;
  ids.asked = await askedIn(noa, first.id);
  const asked = await services.questionReports.asked(noa, { at: 'home session', sessionId: first.id }, ids.asked);
  await services.questionReports.report(noa, asked, { reason: 'answer', comment: 'I think the sign is wrong.' });
  const live = await services.studyStart.begin(noa, request);
  await talk(
    live.id,
    'A hint, please',
    'perhaps 17',
    'What is the formula for that?',
    'I give up on this one. Show me how.',
  );
  ids.live = live.id;

  ids.dalia = (await site.actorOf('dalia')).userId;
  const issuing = { actorId: null, schoolId: null, lifetime: LINK_LIFETIME.handed, why: 'to look at' };
  ids.welcome = (await services.oneTimeLinks.issue([ids.dalia], issuing))[0]?.token ?? '';

  ids.stop = await writeLetter(ids.dalia, ids.pupil);

  const ruth = await site.actorOf('ruth');
  const itai = await site.actorOf('itai');
  ids.card = (await services.loginCards.printOne(ruth, itai.userId)).cards[0]?.token ?? '';
  ids.schoolClass = (await services.schoolClasses.list(ruth)).classes[0]?.id ?? 0;

  const text = 'id,first name,last name,class,grade,shoe size\n1,Yael,Katz,9q,9,37\n2,Omer,Katz,unknown,,41\n';
  const file = { name: 'pupils.csv', bytes: new TextEncoder().encode(text) };
  const options = { format: 'csv', whole: false, org: null } as const;
  ids.upload = await services.peopleUploads.take(await site.actorOf('ruth'), file, options);
  const gift = '::one::What is 2 + 2? {#4}\n\n::two::Write about your day. {}\n';
  const quiz = { name: 'quiz.gift', bytes: new TextEncoder().encode(gift) };
  const course = { format: 'gift', course: 'Sums', subject: 'math', grade: '9th', licence: null } as const;
  ids.questions = await services.curriculumUploads.take(await site.actorOf('yossi'), quiz, course);

  const lina = await site.actorOf('lina');
  const hers = await services.today.suggest(lina);
  assert.ok(hers);
  const paused = await services.studyStart.begin(lina, { ...request, courseId: hers.card.id });
  await services.studySessions.pauseSession(lina, paused.id);
  const [past] = (await services.history.ownHistory(lina, { limit: 5 })).sessions.filter(({ end }) => end !== null);
  Object.assign(ids, await writeCurriculum());
  Object.assign(ids, await findGuidance());
  Object.assign(ofLina, { course: hers.card.id, live: paused.id, over: past?.id ?? 0, pupil: lina.userId });
  ofLina.asked = await askedIn(lina, ofLina.over);
  Object.assign(ids, await lessonOf(noa.userId));
  Object.assign(ofLina, await lessonOf(lina.userId));
  await findTests();
  await tellParents();
  ids.rehearsal = await services.safeguarding.rehearse(ruth, 2);
  ids.alert = (await services.alerts.board(ruth)).open[0]?.id ?? 0;
  assert.ok(ids.alert > 0);
  ids.given = await giveLesson();
  ids.givenOver = (await services.lessonPlanning.listOver(await site.actorOf('amir'), 1))[0]?.id ?? 0;
  ids.seat = await seatOf('noa');
  const [quarter] = await services.pupilQuarters.ofPupil(noa, noa.userId);
  ids.quarterScore = quarter?.scores.proficiency.id ?? 0;
  const [hersToo] = await services.pupilQuarters.ofPupil(lina, lina.userId);
  ofLina.quarterScore = hersToo?.scores.proficiency.id ?? 0;
  await makeReports();
});

/** A letter about a week, as if it had been sent; answers the token of the link that ends them. */
async function writeLetter(parentId: number, studentId: number): Promise<string> {
  const { token, hash: stopHash } = newStopLink();
  const text = 'Noa studied 40 min in 1 session.';
  const letter = { parentId, studentId, lastDay: '2026-01-03', locale: 'en', text, wording: 'model' as const };
  await new WeeklyLetterRepo(site.db).add({ ...letter, metricsVersion: 1, stopHash, now: Date.now() });
  return token;
}

/** The last session at school that a pupil came to and something was asked in. */
async function lessonOf(studentId: number): Promise<{ lesson: number; askedAtSchool: number }> {
  const row = await site.db.run((db) =>
    db
      .selectFrom('school_sessions_students')
      .innerJoin('messages', 'messages.school_session_id', 'school_sessions_students.school_session_id')
      .select(['messages.school_session_id', 'posed_revision_id'])
      .where('school_sessions_students.student_id', '=', studentId)
      .where('posed_revision_id', 'is not', null)
      .where('is_attendant', '=', 1)
      .orderBy('messages.id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  return { lesson: row.school_session_id ?? 0, askedAtSchool: row.posed_revision_id ?? 0 };
}

/** A report of each kind; Noa's stands where pupils, parents and staff read it. */
async function makeReports(): Promise<void> {
  const { keptReports } = site.app.services;
  const ask = async (person: Person, wish: Partial<Parameters<typeof keptReports.ask>[1]>) => {
    const actor = await site.actorOf(person);
    const { periods } = await keptReports.choices(actor);
    const wanted = { kind: 'class' as const, period: periods[0] ?? '', locale: 'en', ...wish };
    return (await keptReports.ask(actor, wanted))[0] ?? 0;
  };
  const [room] = (await keptReports.choices(await site.actorOf('amir'))).classes;
  const classId = room?.id ?? 0;
  ids.classReport = await ask('amir', { classId });
  ids.pupilReport = await ask('amir', { kind: 'pupil', studentId: ids.pupil });
  ofLina.pupilReport = await ask('lina', { kind: 'pupil', studentId: ofLina.pupil });
  ids.reportSet = await ask('amir', { kind: 'pupils', classId });
  ids.schoolReport = await ask('ruth', { kind: 'school' });
  const [part] = (await keptReports.choices(await site.actorOf('yossi'))).parts;
  ids.regionReport = await ask('yossi', { kind: 'region', region: part?.region });
  await site.app.reportWorker.runDue();
}

/** The session of a pupil in the lesson that runs, joined. */
async function seatOf(username: 'noa'): Promise<number> {
  const { lessonAttendance, lessonTalk } = site.app.services;
  const pupil = await site.actorOf(username);
  const { sessionId = 0 } = (await lessonAttendance.current(pupil)) ?? {};
  await lessonAttendance.joinLesson(pupil, sessionId, 'neutral');
  await lessonTalk.begin(pupil, sessionId);
  return sessionId;
}

/** A lesson that runs for Amir's class, in which one pupil has a hand up; answers with the part of the address of that session. */
async function giveLesson(): Promise<string> {
  const { services } = site.app;
  const amir = await site.actorOf('amir');
  const [room] = await services.lessonPlanning.ownClasses(amir);
  const wish = { classId: room?.id ?? 0, type: 'individual', minutes: 45 } as const;
  const { lesson } = await services.lessonPlanning.createLesson(amir, wish);
  const { cards } = await services.lessonWall.wallOf(amir, lesson.id);
  const card = cards.find(({ studentId }) => studentId !== ids.pupil && studentId !== ofLina.pupil) ?? assert.fail();
  const pupil = await services.accounts.findActor(card.studentId);
  assert.ok(pupil);
  await services.lessonAttendance.joinLesson(pupil, card.sessionId, 'negative');
  const ahead = await services.lessonPlanning.createLesson(amir, { ...wish, startAt: Date.now() + HOUR });
  ids.givenAhead = ahead.lesson.id;
  await services.lessonTalk.begin(pupil, card.sessionId);
  await services.lessonAttendance.raiseHand(pupil, card.sessionId, true);
  return `${lesson.id}/sessions/${card.sessionId}`;
}

/** Of the newest alert about Noa: parents have one to read. */
async function tellParents(): Promise<void> {
  const now = toStored(Date.now());
  await site.db.run((db) =>
    db.updateTable('safety_alerts').set({ released_to_parents_at: now }).where('student_id', '=', ids.pupil).execute(),
  );
}

/** A question that the teacher asked in a session: its revision. */
async function askedIn(actor: Actor, sessionId: number): Promise<number> {
  const messages = await site.app.services.sessionView.messagesOf(actor, sessionId, 0);
  return messages.find(({ posed }) => posed !== null)?.posed?.revisionId ?? 0;
}

/** Noa's tests ahead and behind, Lina's under way; and one of Amir's class with its results. */
async function findTests(): Promise<void> {
  const { services } = site.app;
  const [noa, lina, amir] = [await site.actorOf('noa'), await site.actorOf('lina'), await site.actorOf('amir')];
  const own = await services.tests.ownTests(noa);
  ids.tests = ['not begun', 'released'].flatMap((phase) => own.find((test) => test.phase === phase)?.id ?? []);
  const next = (await services.tests.ownTests(lina)).find(({ phase }) => phase === 'not begun');
  const window = { date: toStored(Date.now() - HOUR), deadline: toStored(Date.now() + 3 * HOUR) };
  await site.db.run((db) =>
    db
      .updateTable('tests_students')
      .set(window)
      .where('id', '=', next?.id ?? 0)
      .execute(),
  );
  await services.testTaking.begin(lina, next?.id ?? 0);
  const { tests } = await services.classTests.list(amir);
  const done = tests.find(({ pupils }) => pupils.released > 0);
  const { lines } = await services.classTests.board(amir, done?.class.id ?? 0, done?.testId ?? 0);
  ids.board = `${done?.class.id}/${done?.testId}`;
  ids.sitting = lines.find(({ state }) => state === 'released')?.sitting.id ?? 0;
  ofLina.tests = [next?.id ?? 0];
  const [answered] = (await services.classTests.sitting(amir, ids.sitting)).questions;
  ids.askedInTest = `sitting=${ids.sitting}&question=${answered?.question.revisionId}`;
  const { questions } = await services.classTests.results(amir, done?.class.id ?? 0, done?.testId ?? 0);
  ids.askedOfClass = `${planOf(ids.board)}&question=${questions[0]?.question.revisionId}`;
}

async function findGuidance() {
  const all = await site.app.services.guidance.list(await site.actorOf('yossi'));
  const idOf = (is: (one: (typeof all)[number]) => boolean) => all.find(is)?.id ?? assert.fail();
  return { guidance: all.findLast(({ current }) => current !== null)?.id, guidanceDraft: idOf((one) => !one.current) };
}

/** A change of a question that is published, and another one that is not. */
async function writeCurriculum() {
  const { curriculumCatalogue: catalogue, curriculumEditor: editor, curriculumOrder: order } = site.app.services;
  const yossi = await site.actorOf('yossi');
  const [course] = (await catalogue.courses(yossi, { archived: false, page: 1 })).courses;
  assert.ok(course);
  const desk = await catalogue.course(yossi, course.id);
  const unit = desk.units[0]?.key ?? '';
  const [problem] = (await catalogue.unit(yossi, course.id, unit, { archived: false, page: 1 })).problems;
  const change = async (title: string) => {
    const opened = await editor.openById(yossi, 'problem', problem?.id ?? 0);
    const content = { ...opened.content, title, stem: `${title}: $x^2$` };
    const saved = await editor.save(yossi, opened.place, opened.token, { kind: 'problem', content });
    assert.equal(saved.outcome, 'saved');
  };
  await change('First');
  const publication = await publishAll(site.app, yossi, course.id);
  await change('Second');
  await order.moveUnit(yossi, course.id, unit, 1);
  return { written: course.id, unit, problem: problem?.id ?? 0, test: Number(desk.tests[0]?.key), publication };
}

after(() => site.close());

/** Not for reading. */
const NO_PAGES =
  /^\/(api|assets|figures|healthz|live|readyz|metrics)\b|\.(csv|pdf|zip)$|^\/(school\/people\/export|region\/curriculum\/export\/file)$/;

function pageRoutes() {
  const found = site.routes.filter(({ method, url }) => [method].flat().includes('GET') && !NO_PAGES.test(url));
  assert.ok(found.length > 15, 'the router knows its pages');
  return found;
}

/** The pages of a role; with null those that nobody needs to log in for. Somebody logged in meets the error pages too. */
function pagesOf(role: Role | null, of = ids): string[] {
  const open = pageRoutes().filter(({ config }) => {
    const access = config?.access;
    if (access === undefined || access === 'public') return role === null;
    if (role === null) return false;
    return access === 'anyone logged in' || scopeOf(role, access) !== null;
  });
  const pages = open.flatMap(({ url }) => {
    const addresses = ADDRESSES[url];
    assert.ok(addresses, `this test does not know how to get to ${url}`);
    return addresses(of);
  });
  return role === null ? pages : [...pages, '/nowhere-at-all', role === 'student' ? '/school' : '/courses'];
}

test('nobody is shut out of the pages that are open to all', async (t) => {
  const page = await openPage(t, site.origin);
  await bringAxe(page);
  await lookAtAll(page, pagesOf(null));
});

for (const person of PEOPLE) {
  test(`nobody is shut out of what ${person}, ${NAMED[person].role}, sees`, async (t) => {
    const page = await openPage(t, site.origin);
    await bringAxe(page);
    await logInAs(page, person);
    await lookAtAll(page, pagesOf(NAMED[person].role, person === 'lina' ? ofLina : ids));
  });
}

/** Every page where there is time for all of them; otherwise the first and a part of the others. */
const IN_HEBREW = (pages: string[]) => (process.env.TEST_LONG ? pages : pages.filter((_, index) => index % 7 === 0));

for (const person of PEOPLE) {
  test(`nobody is shut out of what ${person}, ${NAMED[person].role}, sees in Hebrew`, async (t) => {
    const page = await openPage(t, site.origin);
    await bringAxe(page);
    await logInAs(page, person);
    const { userId } = await site.actorOf(person);
    await site.db.run((db) => db.updateTable('users').set({ locale: 'he' }).where('id', '=', userId).execute());
    await lookAtAll(page, IN_HEBREW(pagesOf(NAMED[person].role, person === 'lina' ? ofLina : ids)), async (path) => {
      const { lang, dir } = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.dir }));
      assert.deepEqual([lang, dir], ['he', 'rtl'], path);
    });
  });
}
