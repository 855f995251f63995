import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { gatedModel } from '../../../test/support/gated-model.ts';
import { activeSession, sessionStack } from '../../../test/support/session-stack.ts';
import { ModelError } from '../../agents/model/language-model.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { REPLY_LEASE } from './reply-runner.ts';

/** A lesson in which the reply to a request for help broke off. */
async function brokenHint(db: DatabaseManager) {
  const gated = gatedModel();
  gated.open();
  const stack = sessionStack(db, { model: gated.model });
  const { actor, id, say } = await activeSession(stack);
  gated.close();
  const hint = { clientId: 'hint-1', content: 'hint' };
  const sent = await stack.conversation.sendMessage(actor, id, hint);
  (await gated.called(2)).fail(new ModelError('timeout', 'no word for too long'));
  return { gated, stack, actor, id, say, hint, broken: await sent.done() };
}

databaseTest('a reply that breaks off is kept, marked, and asked again from the same brief', async (db) => {
  const gated = gatedModel();
  gated.open();
  const stack = sessionStack(db, { model: gated.model });
  const { actor, id, open } = await activeSession(stack);
  gated.close();
  const item = await open();
  const message = { clientId: 'first-try', content: item?.key.answer ?? '' };
  const sent = await stack.conversation.sendMessage(actor, id, message);
  (await gated.called(2)).fail(new ModelError('unavailable', 'the line went dead'));
  const broken = await sent.done();
  assert.deepEqual([broken.state, broken.content], ['interrupted', 'Look at the number once more.']);
  const stored = await stack.messages.findBrief(broken.id);
  const standing = await stack.dialogues.find(id);

  gated.open();
  const again = await stack.conversation.sendMessage(actor, id, message);
  const whole = await again.done();
  assert.equal(whole.id, broken.id);
  assert.equal(whole.state, 'complete');
  assert.match(whole.content, /Then write down what you get\./);
  const { brief } = JSON.parse(stored ?? '{}');
  assert.deepEqual(JSON.parse(JSON.stringify((await gated.called(3)).request.brief)), brief);
  assert.deepEqual((await stack.dialogues.find(id))?.state, standing?.state, 'the dialogue has moved once');
  assert.equal((await stack.attempts.listOfSession(id)).length, 1);
  assert.equal((await stack.messages.list(id)).length, 3);
  assert.equal(await stack.messages.findBrief(whole.id), null, 'the brief is not kept any longer');
});

databaseTest('a reply that an older release left broken, without a language, is asked again in English', async (db) => {
  const { gated, stack, actor, id, hint, broken } = await brokenHint(db);
  const { brief } = JSON.parse((await stack.messages.findBrief(broken.id)) ?? '{}');
  const { language: _, ...older } = brief;
  const kept = JSON.stringify({ brief: older });
  await db.run((handle) => handle.updateTable('messages').set({ brief: kept }).where('id', '=', broken.id).execute());
  gated.open();
  const again = await (await stack.conversation.sendMessage(actor, id, hint)).done();
  assert.equal(again.state, 'complete');
  assert.equal((await gated.called(3)).request.brief?.language, 'en');
});

databaseTest('a reply that broke off is not asked again once something else was said', async (db) => {
  const { gated, stack, actor, id, hint, say } = await brokenHint(db);
  gated.open();
  await say('another hint');
  const calls = gated.calls.length;
  const again = await stack.conversation.sendMessage(actor, id, hint);
  assert.equal((await again.done()).state, 'interrupted');
  assert.equal(gated.calls.length, calls);
});

databaseTest('a pause breaks off the reply that is being written; after it the reply is asked again', async (db) => {
  const gated = gatedModel();
  gated.open();
  const stack = sessionStack(db, { model: gated.model });
  const { actor, id } = await activeSession(stack);
  gated.close();
  const hint = { clientId: 'hint-1', content: 'hint' };
  const sent = await stack.conversation.sendMessage(actor, id, hint);
  await gated.called(2);
  await stack.lifecycle.pauseSession(actor, id);
  assert.equal((await sent.done()).state, 'interrupted');
  assert.equal((await stack.dialogues.find(id))?.replyingMessageId, null);
  await assert.rejects(
    stack.conversation.sendMessage(actor, id, { clientId: 'in-the-pause', content: 'hello?' }),
    InvalidSessionStateError,
  );
  assert.equal((await stack.messages.list(id)).length, 3, 'nothing is taken in a pause');
  gated.open();
  await stack.conversation.resume(actor, id);
  const again = await (await stack.conversation.sendMessage(actor, id, hint)).done();
  assert.equal(again.state, 'complete');
});

databaseTest(
  'a reply whose writer died is swept, and asked again by another process; the dead one changes nothing',
  async (db) => {
    const dying = gatedModel();
    dying.open();
    const first = sessionStack(db, { model: dying.model });
    const { actor, id } = await activeSession(first);
    dying.close();
    const hint = { clientId: 'hint-1', content: 'hint' };
    const sent = await first.conversation.sendMessage(actor, id, hint);
    const call = await dying.called(2);

    const second = sessionStack(db, { clock: first.clock });
    assert.equal(await second.replies.sweepOrphans(), 0, 'a writer that lives is left alone');
    first.clock.advance(REPLY_LEASE + 1000);
    assert.equal(await second.replies.sweepOrphans(), 1);
    assert.equal((await second.messages.find(sent.reply.id))?.state, 'interrupted');
    assert.equal((await second.dialogues.find(id))?.replyingMessageId, null);

    const whole = await (await second.conversation.sendMessage(actor, id, hint)).done();
    assert.deepEqual([whole.id, whole.state, whole.provider], [sent.reply.id, 'complete', 'embedded']);
    call.release();
    await first.replies.drain(5000);
    assert.deepEqual(await second.messages.find(whole.id), whole);
  },
);

databaseTest('a stop finishes what can be finished in time and marks the rest', async (db) => {
  const gated = gatedModel();
  gated.open();
  const stack = sessionStack(db, { model: gated.model });
  const { actor, id } = await activeSession(stack);
  gated.close();
  const sent = await stack.conversation.sendMessage(actor, id, { clientId: 'hint-1', content: 'hint' });
  await gated.called(2);
  await stack.replies.drain(1);
  assert.equal((await stack.messages.find(sent.reply.id))?.state, 'interrupted');
  assert.equal((await stack.dialogues.find(id))?.replyingMessageId, null);
});
