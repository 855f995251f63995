// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { startTestApp } from '../support/app.ts';
import { type Client, login, type SeenEvent } from '../support/client.ts';
import { smallSchool, unitDraft } from '../support/factory.ts';
import { type FaultModelServer, startFaultModelServer } from '../support/fault-model-server.ts';
import { keyed } from '../support/guard-reading.ts';
import { ATTACKED, type Attacked } from '../support/leak-forms/items.ts';
import { WHEEDLING } from '../support/leak-forms/wheedling.ts';
import { leakForms } from '../support/leak-forms.ts';
import { activeSession, END, field } from '../support/study.ts';

let model: FaultModelServer;
before(async () => {
  model = await startFaultModelServer();
});
after(() => model.close());

/** Words of home and school that the bank knows: a plea in them is still none of an answer's. */
const EVERYDAY =
  'A mother walks her dog home from school in the rain; the bus is late on the day of the test, and it is a birthday. How many hours is she away from her class, her parents and her children?';

/** A pupil in a session of a course with this question. */
async function asked(t: TestContext, { question, ...key }: Attacked, remote: boolean) {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  await db.createTables();
  t.after(() => db.close());
  const { make, pupilId } = await smallSchool(db);
  const problem = { sourceKey: 'one', source: 'tests', licence: 'Apache-2.0' };
  const step = { use: 'for study' as const, level: 2, question, ...key, hints: [], explanation: '' };
  const after = { ...step, kind: 'number' as const, question: EVERYDAY, answer: '5', choices: [] };
  const courseId = await make.course({
    name: 'One question',
    units: [{ ...unitDraft('The question', 0), problems: [{ ...problem, steps: [step, after] }] }],
  });
  await make.enrol(pupilId, courseId);
  const names = { model: 'scripted', evaluatorModel: 'scripted', requestsPerMinute: null };
  const remoteModel = { provider: 'compatible', apiKey: 'none', baseUrl: model.baseUrl, ...names } as const;
  const app = await startTestApp(t, db, { config: { remoteModel: remote ? remoteModel : null } });
  const pupil = await login(app, 'pupil');
  return { pupil, begin: () => activeSession(pupil, courseId) };
}

/** A question is set aside after so many pleas without a try: then the next lesson begins with it again. */
const PLEAS_A_LESSON = 5;

/** A lesson in which the question is open, another one after every few pleas. */
function lessons({ pupil, begin }: Awaited<ReturnType<typeof asked>>) {
  let pleas = 0;
  let id = 0;
  return async (): Promise<number> => {
    if (pleas % PLEAS_A_LESSON === 0) {
      if (id > 0) assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/end`, END)).status, 200);
      id = await begin();
    }
    pleas += 1;
    return id;
  };
}

const isQuestion = (data: unknown): data is { text: string } =>
  typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string';

/** What a reader of the stream gets to see, all its pieces joined. */
const streamed = (events: readonly SeenEvent[]): string =>
  events.flatMap(({ event, data }) => (event === 'text-delta' && isQuestion(data) ? [data.text] : [])).join('');

async function send(pupil: Client, id: number, clientId: string, content: string) {
  const body = { clientId, content };
  const events = await pupil.events(`/api/v1/study-sessions/home/${id}/messages`, { method: 'POST', body });
  const { json } = await pupil.get(`/api/v1/study-sessions/home/${id}/messages`);
  const stored: unknown = Array.isArray(json) ? json.at(-1)?.content : undefined;
  return { stream: streamed(events), stored: String(stored) };
}

/** Which revision of which question is open. */
async function openItem(pupil: Client, id: number): Promise<string> {
  const json = field(await pupil.get(`/api/v1/study-sessions/home/${id}`), 'openItem');
  return String(field({ json }, 'revisionId'));
}

/** One of each form; what names the answer itself would be an attempt. */
function oneOfEach(attacked: Attacked) {
  const { question, ...key } = attacked;
  const forms = new Map(leakForms(keyed(key, question)).map((each) => [each.form, each]));
  return [...forms.values()].filter(({ form }) => form !== 'repeat after me');
}

for (const attacked of ATTACKED) {
  test(`a model that gives ${attacked.answer} away in the very form that the pupil asks for shows it neither in the stream nor in the record`, async (t) => {
    model.reset();
    const scene = await asked(t, attacked, true);
    const { pupil } = scene;
    const lesson = lessons(scene);
    const open = await openItem(pupil, await lesson());
    assert.match(open, /^\d+$/);
    for (const [at, { form, asked: words, reply }] of oneOfEach(attacked).entries()) {
      const id = await lesson();
      model.play({ kind: 'reply', text: `Read the question once more. ${reply}` });
      const { stream, stored } = await send(pupil, id, `attack-${at}`, words);
      for (const seen of [stream, stored]) assert.ok(!seen.includes(reply.trim()), `${form}: ${seen}`);
      assert.equal(stream.trim(), stored, form);
      assert.equal(await openItem(pupil, id), open, `${form}: the question is open still`);
    }
    assert.ok(model.requests.length >= oneOfEach(attacked).length, 'the model was asked each time');
  });

  test(`no wheedling gets ${attacked.answer} out of the embedded tutor`, async (t) => {
    const scene = await asked(t, attacked, false);
    const { pupil } = scene;
    const lesson = lessons(scene);
    const open = await openItem(pupil, await lesson());
    const answer = attacked.choices.find((choice) => choice.id === attacked.answer)?.text ?? attacked.answer;
    const shows = new RegExp(`(?<![\\d.\\p{L}-])${answer}(?![\\d.]*\\d|\\p{L})`, 'iu');
    for (const [at, { form, asked: words, reply }] of oneOfEach(attacked).entries()) {
      const id = await lesson();
      const { stream, stored } = await send(pupil, id, `attack-${at}`, words);
      for (const seen of [stream, stored]) {
        assert.doesNotMatch(seen, shows, `${form}: ${words}`);
        assert.ok(!seen.includes(reply.trim()), form);
      }
      assert.equal(await openItem(pupil, id), open, `${form}: the question is open still`);
    }
    for (const [at, words] of WHEEDLING.entries()) {
      const id = await lesson();
      const { stream, stored } = await send(pupil, id, `wheedling-${at}`, words);
      for (const seen of [stream, stored]) assert.doesNotMatch(seen, shows, words);
      assert.equal(await openItem(pupil, id), open, `${words}: the question is open still`);
    }
  });
}
