import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import {
  activeSession,
  asPupil,
  openItem,
  type SessionStack,
  sessionStack,
} from '../../../test/support/session-stack.ts';
import type { AttemptRecord } from '../../domain/tutoring/dialogue.ts';
import { DAY, MINUTE } from '../../shared/instant.ts';

type School = Awaited<ReturnType<typeof smallSchool>>;

/** A pupil who has answered the first questions of a unit in an earlier session, some right and some wrong. */
async function studiedBefore(stack: SessionStack, school: School, answers: readonly boolean[]) {
  const { items } = await stack.banks.bankOf(school.courseId);
  const asked = items.filter(({ unitName }) => unitName === 'Adding').slice(0, answers.length);
  for (const [index, item] of asked.entries()) {
    await stack.db.tx(() =>
      stack.mastery.record({
        studentId: school.pupilId,
        courseId: school.courseId,
        attempt: attemptAt(item, answers[index] ?? true),
        now: stack.clock.now(),
      }),
    );
    stack.clock.advance(MINUTE);
  }
  return asked;
}

function attemptAt(item: { qaId: number; revisionId: number; unitName: string }, right: boolean): AttemptRecord {
  const { qaId, revisionId, unitName } = item;
  const about = { qaId, revisionId, unitName, answer: '', choiceId: null, understood: null, milliseconds: 1000 };
  const verdict = right ? ('correct' as const) : ('incorrect' as const);
  return { ...about, verdict, hintsUsed: 0, revealed: false, unaided: true, counts: true };
}

async function begin(stack: SessionStack, school: School, learningUnitNames: string[], minutes = 60) {
  const actor = asPupil(school.pupilId);
  const { id } = await stack.lifecycle.createHomeStudySession(actor, {
    type: 'homework',
    courseId: school.courseId,
    learningUnitNames,
    minutes,
    emotionalStateBefore: 'neutral',
  });
  await stack.conversation.begin(actor, id);
  const [first] = await stack.messages.list(id);
  assert.ok(first);
  const welcome = await (await stack.conversation.followReply(actor, first)).done();
  let said = 0;
  const say = async (content: string) => {
    said += 1;
    stack.clock.advance(20_000);
    const sent = await stack.conversation.sendMessage(actor, id, { clientId: `said-${said}`, content });
    return sent.done();
  };
  const open = () => openItem(stack, id, school.courseId);
  return { id, welcome: welcome.content, say, open, state: async () => (await stack.dialogues.find(id))?.state };
}

databaseTest(
  'a session opens with three questions that are due, the one first that is most likely forgotten',
  async (db) => {
    const stack = sessionStack(db);
    const school = await smallSchool(db);
    const asked = await studiedBefore(stack, school, [true, true, false, true]);
    stack.clock.advance(3 * DAY);
    const session = await begin(stack, school, ['Taking away']);
    assert.match(session.welcome, /three/);
    assert.match(session.welcome, /Adding/);
    const first = await session.open();
    assert.equal(first?.qaId, asked[2]?.qaId, 'the one that was wrong');
    const order: (string | undefined)[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const item = await session.open();
      order.push(item?.unitName);
      await session.say(item?.key.answer ?? '');
    }
    assert.deepEqual(order, ['Adding', 'Adding', 'Adding', 'Taking away']);
    const standing = await stack.mastery.standings(school.pupilId, [school.courseId]);
    assert.deepEqual(standing.find(({ unitName }) => unitName === 'Adding')?.reviews, { cards: 4, due: 1 });
  },
);

databaseTest('a short session asks two, and where nothing is due nothing is said of reviews', async (db) => {
  const stack = sessionStack(db);
  const school = await smallSchool(db);
  await studiedBefore(stack, school, [true, true, true]);
  const early = await begin(stack, school, ['Taking away']);
  assert.equal((await early.open())?.unitName, 'Taking away');
  assert.doesNotMatch(early.welcome, /look back|earlier|due|before/i);
  await stack.lifecycle.endSession(asPupil(school.pupilId), early.id, {
    feelingAfter: 'neutral',
    difficulty: 5,
    understanding: 5,
    feedback: null,
  });
  stack.clock.advance(3 * DAY);
  const short = await begin(stack, school, ['Taking away'], 15);
  assert.match(short.welcome, /two/);
});

databaseTest(
  'every judged answer moves its card with it, and cards counted again from the answers are the same',
  async (db) => {
    const stack = sessionStack(db);
    const session = await activeSession(stack);
    const said = ['999', 'hint', null, 'I give up', 'hint', null, 'skip', null, 'no idea what this is'];
    for (const words of said) {
      const item = await session.open();
      await session.say(words ?? item?.key.answer ?? 'next');
    }
    const cards = () => db.handle().selectFrom('review_cards').selectAll().orderBy('qa_id').execute();
    const before = await cards();
    assert.ok(before.length >= 3);
    const attempts = await stack.attempts.listAll(session.pupilId);
    const moved = attempts.filter(({ verdict }) => verdict !== 'skipped' && verdict !== 'cannot judge');
    assert.deepEqual(
      before.map(({ qa_id }) => qa_id),
      [...new Set(moved.map(({ qaId }) => qaId))].sort((a, b) => a - b),
    );
    const answers = attempts.map((attempt) => ({ ...attempt, attempt }));
    await db.tx(() => stack.mastery.recount(session.pupilId, answers));
    assert.deepEqual(await cards(), before);
  },
);
