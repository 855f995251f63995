import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainChecker } from '../../../test/support/plain-checker.ts';
import { type ScriptedCall, scriptedModel } from '../../../test/support/scripted-model.ts';
import { everyMove, makeBrief, makeItem, nextItem, withheldFor } from '../../../test/support/teaching-brief.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import { CircuitBreaker } from '../model/circuit-breaker.ts';
import { createEmbeddedModel } from '../model/embedded/embedded.model.ts';
import { wordMove } from '../model/embedded/word-move.ts';
import { withFallback } from '../model/fallback.model.ts';
import { type LanguageModel, ModelError } from '../model/language-model.ts';
import { withPermits } from '../model/permitted.model.ts';
import type { TeacherPorts } from './ports.ts';
import { createTeacherAgent, type TeacherEvent, type TeacherReply, type TeacherRequest } from './teacher.agent.ts';
import { TEACHER_TOOLS } from './tools/teacher-tools.ts';

const item = makeItem();
const hintBrief = makeBrief(
  { kind: 'hint', item, rung: { kind: 'pointer', text: 'Say what happened to $x$ last.' }, number: 1, of: 4 },
  { withheld: [withheldFor(item)] },
);
const confirmBrief = makeBrief({ kind: 'confirm', item, answer: '7', alone: true, pose: nextItem() });

const ports: TeacherPorts = {
  getStudentProgress: async () => ({ courseName: 'Algebra foundations', progress: 0.4, units: [] }),
  findQuestionsOfUnit: async () => [],
  listUpcomingTests: async () => [],
  searchQuestions: async () => [],
  findPrerequisiteStatus: async () => undefined,
};

function request(brief: TeachingBrief, parts: Partial<TeacherRequest> = {}): TeacherRequest {
  const prices = { inputMicrosPerMillion: 1_000_000, outputMicrosPerMillion: 2_000_000 };
  return { brief, transcript: [], ports, model: 'tutor-1', maxTokens: 400, prices, ...parts };
}

function agentOf(model: LanguageModel) {
  return createTeacherAgent({ model, embedded: createEmbeddedModel(), checker: plainChecker, tools: TEACHER_TOOLS });
}

async function listen(events: AsyncIterable<TeacherEvent>): Promise<{ text: string; done: TeacherReply }> {
  let text = '';
  let done: TeacherReply | undefined;
  for await (const event of events) {
    if (event.type === 'done') done = event;
    else text += event.text;
  }
  assert.ok(done, 'the reply ends with done');
  return { text, done };
}

async function teach(script: ScriptedCall[], brief = hintBrief, parts: Partial<TeacherRequest> = {}) {
  const { model, requests } = scriptedModel(script);
  return { ...(await listen(agentOf(model).reply(request(brief, parts)))), requests };
}

test('a good reply is passed on and accounted for', async () => {
  const text = 'Look at what was done to $x$ last. Undo that first and write the next line.';
  const { done, text: shown } = await teach([{ text }]);
  assert.equal(shown, text);
  assert.equal(done.text, text);
  assert.deepEqual(
    [done.provider, done.model, done.rounds, done.costMicros, done.usage.inputTokens],
    ['openai', 'tutor-1', 1, 140, 100],
  );
  assert.equal(done.interruptedBy, undefined);
});

test('tools are called over several rounds and their results reach the model', async () => {
  const { done, requests, text } = await teach([
    { tools: [{ name: 'get_student_progress' }, { name: 'get_upcoming_tests' }] },
    { tools: [{ name: 'search_qa_by_question', arguments: '{"question":"two steps"}' }] },
    { text: 'Undo the last step first and write the next line.' },
  ]);
  assert.match(text, /Undo the last step/);
  assert.deepEqual(
    done.toolCalls.map((call) => call.name),
    ['get_student_progress', 'get_upcoming_tests', 'search_qa_by_question'],
  );
  assert.equal(done.rounds, 3);
  assert.equal(done.usage.inputTokens, 300);
  const last = requests[2]?.messages ?? [];
  assert.deepEqual(
    last.map((message) => message.role),
    ['user', 'assistant', 'tool', 'tool', 'assistant', 'tool'],
  );
  assert.match(last[2]?.content ?? '', /Algebra foundations/);
});

test('an unknown tool and bad arguments become errors that the model can read', async () => {
  const { done, requests, text } = await teach([
    {
      tools: [
        { name: 'delete_everything' },
        { name: 'get_qa_for_learning_unit', arguments: '{"unit_name": 5}' },
        { name: 'get_qa_for_learning_unit', arguments: '{not json' },
        { name: 'get_student_progress', arguments: '{"student_id": 7}' },
      ],
    },
    { text: 'Then let us look at the last step first.' },
  ]);
  assert.match(text, /last step first/);
  assert.equal(done.toolCalls.filter((call) => call.error).length, 4);
  const results = requests[1]?.messages.filter((message) => message.role === 'tool') ?? [];
  for (const result of results) assert.ok(JSON.parse(result.content).error);
});

test('a model that only ever calls tools is asked five times, the last without tools, and then the embedded tutor speaks', async () => {
  const { done, requests, text } = await teach([{ tools: [{ name: 'get_student_progress' }] }]);
  assert.equal(requests[3]?.tools?.length, TEACHER_TOOLS.length);
  assert.equal(requests[4]?.tools, undefined);
  assert.equal(requests.length, 10);
  assert.equal(done.provider, 'embedded');
  assert.match(text, /Say what happened to \$x\$ last\./);
});

test('a sentence that gives the answer away is not shown, the rest is', async () => {
  const { done, text } = await teach([{ text: 'Undo the last step first. Then you find that $x = 7$. Try it now.' }]);
  assert.equal(text, 'Undo the last step first. Try it now.');
  assert.deepEqual(done.droppedSentences, [{ rule: 'leak', sentence: 'Then you find that $x = 7$.' }]);
});

test('a reply that opens with the answer is asked for once more, with a note of what was wrong', async () => {
  const { done, requests, text } = await teach([
    { text: 'The answer is 7. Nice, is it not?' },
    { text: 'Undo the last step first. Write your next line.' },
  ]);
  assert.equal(text, 'Undo the last step first. Write your next line.');
  assert.equal(requests.length, 2);
  assert.match(requests[1]?.system ?? '', /gave away the answer/);
  assert.doesNotMatch(requests[1]?.system ?? '', /The answer is 7/);
  assert.equal(done.rounds, 2);
});

test('a model that insists on the answer is replaced by the embedded tutor', async () => {
  const { done, requests, text } = await teach([{ text: 'The answer is 7.' }]);
  assert.equal(requests.length, 2);
  assert.equal(done.provider, 'embedded');
  assert.match(text, /Say what happened to \$x\$ last\./);
  assert.doesNotMatch(text, /7/);
  assert.ok((done.costMicros ?? 0) > 0, 'the tries of the remote model are paid for');
});

test('even a hint that gives the answer away does not reach the pupil', async () => {
  const brief = makeBrief(
    { kind: 'hint', item, rung: { kind: 'next step', text: 'So $x = 7$.' }, number: 4, of: 4 },
    { withheld: [withheldFor(item)] },
  );
  const { text } = await teach([{ text: 'x = 7' }], brief);
  assert.doesNotMatch(text, /7/);
  assert.ok(text.length > 20);
});

test('a failure before any text is worded by the embedded tutor', async () => {
  const { done, text } = await teach([{ fails: new ModelError('unavailable', 'no route') }]);
  assert.equal(done.provider, 'embedded');
  assert.equal(done.interruptedBy, undefined);
  assert.deepEqual(done.failures, [{ kind: 'unavailable', message: 'no route' }]);
  assert.match(text, /Say what happened/);
});

test('a failure in the middle keeps what was shown and marks it', async () => {
  const { done, text } = await teach([
    { text: 'Undo the last step first. Then wri', fails: new ModelError('timeout', 'silence') },
  ]);
  assert.equal(text, 'Undo the last step first. ');
  assert.equal(done.interruptedBy, 'timeout');
  assert.equal(done.text, 'Undo the last step first.');
  assert.equal(done.usage.estimated, true);
});

test('a mistake of our own in a model is no crash either', async () => {
  const { done } = await teach([{ fails: new TypeError('x is not a function') }]);
  assert.equal(done.provider, 'embedded');
  assert.equal(done.failures[0]?.kind, 'unexpected');
});

test('an empty reply is asked for again', async () => {
  const { requests, text } = await teach([{ text: ' ' }, { text: 'Write down what you know first.' }]);
  assert.equal(requests.length, 2);
  assert.equal(text, 'Write down what you know first.');
});

test('when the signal aborts, what was shown stays and the reply is marked', async () => {
  const controller = new AbortController();
  const { model } = scriptedModel([{ text: 'Undo the last step first. Then go on with the next one. And so on.' }]);
  const seen: TeacherEvent[] = [];
  for await (const event of agentOf(model).reply(request(hintBrief), controller.signal)) {
    seen.push(event);
    controller.abort();
  }
  const done = seen.at(-1);
  assert.ok(done?.type === 'done');
  assert.equal(done.interruptedBy, 'aborted');
  assert.equal(done.text, 'Undo the last step first.');
});

test('a sentence that the length limit cut off is left out', async () => {
  const { text } = await teach([{ text: 'Undo the last step first. Then you should tak', reason: 'length' }]);
  assert.equal(text.trim(), 'Undo the last step first.');
});

test('a right answer is called right even when the model forgets to', async () => {
  const { text } = await teach([{ text: 'You kept at it step by step. Try the next one below.' }], confirmBrief);
  assert.match(text, /your answer is right\.$/);
});

test('a right answer is never called wrong', async () => {
  const { text } = await teach([{ text: "That's not right. Try again." }], confirmBrief);
  assert.doesNotMatch(text, /not right/);
  assert.match(text, /right|correct/i);
});

test('a remote model knows the pupil by the pseudonym only, and the pupil reads their own name', async () => {
  const transcript = [
    { from: 'teacher' as const, text: 'Hi Noa!' },
    { from: 'pupil' as const, text: "i'm noa cohen" },
  ];
  const { requests, text } = await teach([{ text: 'Well then, Robin, undo the last step first.' }], hintBrief, {
    transcript,
  });
  const { system, messages } = requests[0] ?? { system: '', messages: [] };
  assert.doesNotMatch(system + JSON.stringify(messages), /noa/i);
  assert.equal(text, 'Well then, Noa, undo the last step first.');
});

test('without a known price the cost is unknown, not zero', async () => {
  const { done } = await teach([{ text: 'Undo the last step first.' }], hintBrief, { prices: null });
  assert.equal(done.costMicros, null);
});

test('the embedded tutor goes through the same agent and costs nothing', async () => {
  const { done, text } = await listen(agentOf(createEmbeddedModel()).reply(request(hintBrief, { prices: null })));
  assert.deepEqual([done.provider, done.costMicros, done.rounds], ['embedded', 0, 1]);
  assert.match(text, /Say what happened to \$x\$ last\./);
  assert.deepEqual(done.droppedSentences, []);
});

test('a sentence of the embedded tutor that the guard takes out does not cost the pupil the rest of the reply', async () => {
  const feedback = 'Yes, that is right for the first step. Now look at what is left of $3x$.';
  const brief = makeBrief({ kind: 'locate error', item, answer: '21', feedback, wrong: 1, rung: null });
  const embedded = createEmbeddedModel();
  const agent = createTeacherAgent({ model: embedded, embedded, checker: plainChecker, tools: TEACHER_TOOLS });
  const { done } = await listen(agent.reply(request(brief)));
  assert.equal(done.droppedSentences.length, 1);
  assert.match(done.text, /what is left of/);
  assert.match(done.text, /\b(?:not|no)\b/i);
});

test('an answer that cannot be read is asked for again in whole, whatever the answer is', async () => {
  for (const key of [
    { kind: 'set', answer: '{-2, 3}' },
    { kind: 'number', answer: '3/4' },
    { kind: 'number', answer: '-12' },
  ] as const)
    for (const language of ['en', 'he'] as const)
      for (let turn = 1; turn <= 6; turn += 1) {
        const asked = makeItem(key);
        const move = { kind: 'ask again', item: asked, reason: 'unreadable', understood: null } as const;
        const brief = makeBrief(move, { turn, language, withheld: [withheldFor(asked)] });
        const embedded = await listen(agentOf(createEmbeddedModel()).reply(request(brief)));
        assert.equal(embedded.text.trim(), wordMove(brief).trim());
      }
});

test('who asks for the answer is not told that they have not tried: perhaps they have', () => {
  for (const move of everyMove())
    for (const language of ['en', 'he'] as const)
      for (let turn = 1; turn <= 8; turn += 1) {
        if (move.kind !== 'hint' && move.kind !== 'smaller question') continue;
        const words = wordMove(makeBrief({ ...move, forAnswer: true }, { turn, language }));
        assert.doesNotMatch(words, /until you have tried|before you have tried|after a try|before a try|ניסיון/);
      }
});

/** A moderation that minds nothing and keeps what it was asked. */
function listening() {
  const asked: string[] = [];
  const check = async (text: string) => {
    asked.push(text);
    return [];
  };
  return { asked, check };
}

const permitOf = (stands: boolean) => ({ stands: async () => stands, hold: async () => stands, used: async () => {} });
const words = { transcript: [{ from: 'pupil' as const, text: 'My own words.' }] };

test('moderation hears a pupil’s words only with the leave that the model is asked with', async () => {
  for (const [permit, heard] of [
    [permitOf(false), false],
    [undefined, false],
    [permitOf(true), true],
  ] as const) {
    const moderator = listening();
    const { model, requests } = scriptedModel([{ text: 'Undo the last step first and write the next line.' }]);
    const parts = {
      model: withPermits(model),
      embedded: createEmbeddedModel(),
      checker: plainChecker,
      tools: TEACHER_TOOLS,
      moderator,
    };
    const { done } = await listen(
      createTeacherAgent(parts).reply(request(hintBrief, { ...words, ...(permit ? { permit } : {}) })),
    );
    assert.equal(moderator.asked.includes('My own words.'), heard);
    assert.equal(requests.length, heard ? 1 : 0);
    assert.equal(done.provider, heard ? 'openai' : 'embedded');
  }
});

test('what the embedded tutor says in place of a model that is down is no matter for the provider’s moderation', async () => {
  const moderator = listening();
  const { model: down } = scriptedModel([{ fails: new ModelError('unavailable', 'no answer') }]);
  const embedded = createEmbeddedModel();
  const model = withPermits(withFallback(down, embedded, new CircuitBreaker({ now: () => 0 })));
  const agent = createTeacherAgent({ model, embedded, checker: plainChecker, tools: TEACHER_TOOLS, moderator });
  const { done, text } = await listen(agent.reply(request(hintBrief, { ...words, permit: permitOf(true) })));
  assert.equal(done.provider, 'embedded');
  assert.ok(text.length > 0);
  assert.deepEqual(moderator.asked, ['My own words.']);
});

test('while a model is left in peace no words of the pupil go to its provider’s moderation, and again when it may be tried', async () => {
  const moderator = listening();
  const { model: back, requests } = scriptedModel([{ text: 'Look at the first step once more, and write it down.' }]);
  const embedded = createEmbeddedModel();
  let now = 0;
  const breaker = new CircuitBreaker({ now: () => now });
  for (let failed = 0; failed < 5; failed += 1) breaker.enter()?.failed();
  const model = withPermits(withFallback(back, embedded, breaker));
  const agent = createTeacherAgent({ model, embedded, checker: plainChecker, tools: TEACHER_TOOLS, moderator });
  const ask = () => listen(agent.reply(request(hintBrief, { ...words, permit: permitOf(true) })));
  const { done, text } = await ask();
  assert.deepEqual([done.provider, done.failures.map(({ kind }) => kind)], ['embedded', ['circuit open']]);
  assert.ok(text.length > 0);
  assert.deepEqual([moderator.asked, requests.length], [[], 0]);
  now = 60_000;
  assert.equal((await ask()).done.provider, 'openai');
  assert.ok(moderator.asked.includes('My own words.'));
});
