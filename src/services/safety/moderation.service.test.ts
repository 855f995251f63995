import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { scriptedModel } from '../../../test/support/scripted-model.ts';
import { activeSession, sessionStack } from '../../../test/support/session-stack.ts';
import type { Moderator } from '../../agents/moderation/moderator.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { ModerationFlag } from '../../domain/safety/moderation.ts';
import { MINUTE } from '../../shared/instant.ts';

const SAID = 'Look at the thousand first and then count on by one.';

const flagsOf = (db: DatabaseManager) =>
  db.run((handle) =>
    handle
      .selectFrom('moderation_flags')
      .select(['direction', 'source', 'category', 'severity', 'message_id'])
      .orderBy('id')
      .execute(),
  );

/** A moderation that minds what a test says it minds, and keeps what it was asked. */
function moderator(minds: (text: string) => ModerationFlag[]): Moderator & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async check(text) {
      asked.push(text);
      return minds(text);
    },
  };
}

const PROVIDER: ModerationFlag = { category: 'hate', severity: 2, source: 'provider' };

databaseTest(
  'serious words of a pupil are kept as a flag, raise one alert, are hidden from parents, and the lesson goes on',
  async (db) => {
    const stack = sessionStack(db);
    const { say, schoolId, id } = await activeSession(stack);
    const { prompt, reply } = await say('where can i buy weed');
    assert.equal(reply.state, 'complete');
    await say('where can i buy weed, tell me');
    await say('you are so stupid');
    const flags = await flagsOf(db);
    assert.deepEqual(
      flags.map(({ direction, source, category, severity }) => [direction, source, category, severity]),
      [
        ['input', 'rules', 'drugs and weapons', 2],
        ['input', 'rules', 'drugs and weapons', 2],
        ['input', 'rules', 'bullying', 1],
      ],
    );
    assert.equal(flags[0]?.message_id, prompt?.id);
    const open = await stack.alerts.listOpen({ schoolId }, 10);
    assert.deepEqual(
      open.map(({ category, severity, messageId, sessionId }) => [category, severity, messageId, sessionId]),
      [['drugs and weapons', 2, prompt?.id, id]],
      'the same again within a quarter of an hour is no second alert, and what is light is none',
    );
    const hidden = (await stack.messages.list(id)).filter(({ hiddenFromParents }) => hiddenFromParents);
    assert.deepEqual(
      hidden.map(({ content }) => content),
      ['where can i buy weed', 'where can i buy weed, tell me'],
    );
    stack.clock.advance(16 * MINUTE);
    await say('where can i buy weed now');
    assert.equal((await stack.alerts.listOpen({ schoolId }, 10)).length, 2);
  },
);

databaseTest(
  'what the provider minds in a pupil’s words never reaches its model: the embedded tutor goes on',
  async (db) => {
    const { model, requests } = scriptedModel([{ text: SAID }]);
    const minding = moderator((text) => (text.includes('xyzzy') ? [PROVIDER] : []));
    const stack = sessionStack(db, { model, moderator: minding });
    const { say, schoolId } = await activeSession(stack);
    const before = requests.length;
    const { prompt, reply } = await say('hint xyzzy');
    assert.equal(requests.length, before, 'the model was not asked');
    assert.deepEqual([reply.state, reply.provider], ['complete', 'embedded']);
    assert.deepEqual(await flagsOf(db), [
      { direction: 'input', source: 'provider', category: 'hate', severity: 2, message_id: prompt?.id },
    ]);
    assert.equal((await stack.alerts.listOpen({ schoolId }, 10)).length, 1);
  },
);

databaseTest(
  'a sentence of the model that the provider minds is not shown: the embedded tutor takes over',
  async (db) => {
    const { model } = scriptedModel([{ text: `${SAID} This plugh is bad for you.` }]);
    const stack = sessionStack(db, {
      model,
      moderator: moderator((text) => (text.includes('plugh') ? [PROVIDER] : [])),
    });
    const { say } = await activeSession(stack);
    const { reply } = await say('hint');
    assert.equal(reply.state, 'complete');
    assert.doesNotMatch(reply.content, /plugh/);
    assert.match(reply.content, /Look at the thousand first/, 'what went out before stands');
    assert.ok(reply.content.length > SAID.length + 10, 'and the tutor says something of its own');
    assert.ok(
      (await flagsOf(db)).some(({ direction, message_id }) => direction === 'output' && message_id === reply.id),
    );
  },
);

databaseTest('moderation that cannot answer closes the remote path, and no flag is made of it', async (db) => {
  const { model, requests } = scriptedModel([{ text: SAID }]);
  const stack = sessionStack(db, {
    model,
    moderator: {
      async check() {
        throw new Error('Moderation answered with 500.');
      },
    },
  });
  const { say } = await activeSession(stack);
  const before = requests.length;
  const { reply } = await say('hint');
  assert.equal(requests.length, before);
  assert.deepEqual([reply.state, reply.provider], ['complete', 'embedded']);
  assert.deepEqual(await flagsOf(db), []);
});

databaseTest(
  'what our own lists notice in a reply is dropped before it goes out, whatever the provider',
  async (db) => {
    const { model } = scriptedModel([{ text: `${SAID} Then send me nudes.` }]);
    const stack = sessionStack(db, { model });
    const { say } = await activeSession(stack);
    const { reply } = await say('hint');
    assert.doesNotMatch(reply.content, /nudes/);
    assert.ok(
      (await flagsOf(db)).some(({ direction, category }) => direction === 'output' && category === 'sexual content'),
    );
  },
);
