// A process of its own: it sets the environment.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { type FaultModelServer, startFaultModelServer } from '../../test/support/fault-model-server.ts';
import type { ScoreCard } from '../services/teacher-lab/score-card.ts';
import { UsageError } from './command.ts';
import { teacherLab } from './teacher-lab.command.ts';

const folder = mkdtempSync(join(tmpdir(), 'allamda-lab-'));
const environment = { ...process.env };
let model: FaultModelServer;
before(async () => {
  model = await startFaultModelServer();
  process.env.DB_FILE = join(folder, 'school.sqlite');
  for (const name of ['DB_HOST', 'NODE_ENV', 'OPENAI_API_KEY']) delete process.env[name];
});
beforeEach(() => {
  model.reset();
  delete process.env.OPENAI_BASE_URL;
});
after(async () => {
  process.env = environment;
  rmSync(folder, { recursive: true });
  await model.close();
});

async function run(values: Parameters<typeof teacherLab.run>[0]) {
  const out: string[] = [];
  const code = await teacherLab.run(values, [], {
    out: (line) => out.push(line),
    err: () => {},
    ask: async () => null,
  });
  return { code, out };
}

async function card(values: Parameters<typeof teacherLab.run>[0]): Promise<ScoreCard> {
  const { code, out } = await run({ ...values, json: true });
  assert.equal(code, 0);
  return JSON.parse(out.join('\n'));
}

const brokenIn = ({ rules }: ScoreCard, rule: string) => rules.find((each) => each.rule === rule)?.broken;

test('the embedded tutor is scored: it costs nothing, keeps its answers, and the same seed gives the same card', async () => {
  const wishes = { embedded: true, pupils: '4', turns: '5' };
  const first = await card(wishes);
  assert.deepEqual([first.provider, first.lessons, first.replaced, first.costMicros], ['embedded', 4, 0, 0]);
  assert.ok(first.turns >= 16, `${first.turns} turns`);
  assert.equal(first.guard.leak, 0);
  assert.equal(brokenIn(first, 'T1'), 0);
  assert.ok(first.languages.en.turns > 0 && first.languages.he.turns > 0);
  const second = await card(wishes);
  assert.deepEqual(second.rules, first.rules);
});

test('a model that praises talent and rambles is told so, with an example of each rule that it broke', async () => {
  process.env.OPENAI_BASE_URL = model.baseUrl;
  const ramble = `${'Numbers are everywhere around us and they are old. '.repeat(30)}`;
  model.play({ kind: 'reply', text: `You are so smart! ${ramble}`, usage: { input: 100, output: 50 } });
  const scored = await card({ pupils: '2', turns: '3' });
  assert.equal(scored.provider, 'compatible');
  assert.ok(scored.guard.praise > 0, 'the guard took the praise out');
  assert.equal(brokenIn(scored, 'T8'), 0, 'so that no pupil read it');
  const long = scored.rules.find((each) => each.rule === 'T3');
  assert.ok((long?.broken ?? 0) > 0);
  assert.match(long?.example?.reply ?? '', /Numbers are everywhere/);
  assert.ok(scored.tokens.input > 0 && scored.firstToken !== null);
});

test('a pupil of the sample who is taking a test is taught all the same', async () => {
  for (const seed of ['1', '2', '3', '4', '5']) {
    const lessons = await card({ embedded: true, pupils: '4', turns: '1', seed });
    assert.equal(lessons.lessons, 4, `seed ${seed}`);
  }
});

test('no message is sent once the tokens are used up', async () => {
  process.env.OPENAI_BASE_URL = model.baseUrl;
  model.play({
    kind: 'reply',
    text: 'Read it once more, and write your next line.',
    usage: { input: 900, output: 100 },
  });
  const scored = await card({ pupils: '6', turns: '10', 'most-tokens': '2500' });
  assert.equal(scored.ended, 'tokens');
  assert.ok(scored.tokens.input + scored.tokens.output <= 4000, JSON.stringify(scored.tokens));
});

test('a model that is down is replaced by the embedded tutor, and the card says how often and why', async () => {
  process.env.OPENAI_BASE_URL = model.baseUrl;
  model.play({ kind: 'error', status: 401, error: { message: 'bad key' } });
  const scored = await card({ pupils: '1', turns: '2' });
  assert.equal(scored.replaced, scored.turns);
});

test('in words it names the rules, the guard and the languages', async () => {
  const { out } = await run({ embedded: true, pupils: '2', turns: '2' });
  for (const part of [
    /embedded tutor \(embedded\): 2 lessons/,
    /T1 +0 +no answer/,
    /Stopped by the guard/,
    /in Hebrew/,
  ])
    assert.match(out.join('\n'), part);
});

test('transcripts show what pupils read, one lesson a file, the same for the same seed, and not how it was made', async () => {
  const wishes = { embedded: true, pupils: '4', turns: '8', languages: 'en,en,he' };
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  await run({ ...wishes, transcripts: one });
  await run({ ...wishes, transcripts: two });
  const names = readdirSync(one).toSorted();
  assert.deepEqual(names, ['01.txt', '02.txt', '03.txt', '04.txt']);
  const texts = names.map((name) => readFileSync(join(one, name), 'utf8'));
  assert.deepEqual(
    names.map((name) => readFileSync(join(two, name), 'utf8')),
    texts,
  );
  for (const text of texts) {
    assert.match(
      text,
      /^Course: .+\nPupil: grade .+, page in (?:English|Hebrew), .+\n[\s\S]+TEACHER 1\n[\s\S]+PUPIL\n[\s\S]+TEACHER 2\n/,
    );
    assert.match(text, /\n {2}\| The page now shows a question of /);
    assert.doesNotMatch(text, /gaming|misconception|in a hurry|embedded|locate error/);
  }
  assert.deepEqual(
    texts.map((text) => /page in Hebrew/.test(text)),
    [false, false, true, false],
  );
});

test('a folder that holds something is not written into', async () => {
  writeFileSync(join(folder, 'kept.txt'), 'kept');
  await assert.rejects(run({ embedded: true, pupils: '1', turns: '1', transcripts: folder }), UsageError);
});

test('without a model, and with numbers out of range, it is bad usage', async () => {
  await assert.rejects(run({}), UsageError);
  for (const wrong of [
    { pupils: '0' },
    { turns: '61' },
    { 'most-tokens': 'all' },
    { seed: '-1' },
    { languages: 'en,fr' },
  ])
    await assert.rejects(run({ embedded: true, ...wrong }), UsageError);
});
