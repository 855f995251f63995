import { flushCompileCache } from 'node:module';
import { compose } from '../../src/composition/compose.ts';
import { DatabaseManager, type DatabaseSettings } from '../../src/data/db/database-manager.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import type { MortalWishes } from './mortal.ts';
import { doDeed } from './mortal-deeds.ts';

/**
 * The services of the program in a process of its own, which does what its parent says and kills itself, as `kill -9` would,
 * after so many queries. `process.argv`: the database as JSON, and how far its clock is ahead, in ms.
 */
const [, , database = '', ahead = '0'] = process.argv;
const settings: DatabaseSettings = JSON.parse(database);

let queries = 0;
let lastQuery = Number.POSITIVE_INFINITY;
const db = new DatabaseManager(settings, () => {
  queries += 1;
  if (queries >= lastQuery) process.kill(process.pid, 'SIGKILL');
});
const { services, worker, replies } = compose({
  config: { remoteModel: null, secretKey: 'a secret of the tests, and of nothing else' },
  db,
  clock: { now: () => Date.now() + Number(ahead) },
  log: () => {},
});

const pupil = (userId: number): Actor => ({
  userId,
  role: 'student',
  name: 'A Pupil',
  firstName: 'A',
  locale: 'en',
  schoolId: null,
});

const calls: { [Name in keyof MortalWishes]: (wish: MortalWishes[Name]) => Promise<number | undefined> } = {
  async arm({ after }) {
    queries = 0;
    lastQuery = after ?? Number.POSITIVE_INFINITY;
  },
  async countQueries() {
    return queries;
  },
  async recover() {
    for (const one of replies) await one.sweepOrphans({ all: db.dialect === 'sqlite' });
  },
  async begin({ studentId, courseId }) {
    const actor = pupil(studentId);
    const wish = { type: 'homework', courseId, emotionalStateBefore: 'neutral' } as const;
    const session = await services.studyStart.begin(actor, wish).catch(async (error: unknown) => {
      // One goes on already: its page sees to the welcome.
      const live = await services.today.live(actor);
      if (!live) throw error;
      return services.conversation.begin(actor, live.id);
    });
    process.send?.({ acknowledged: true });
    await (await services.conversation.sendWelcomeMessage(actor, session.id)).done();
    return session.id;
  },
  async send({ studentId, sessionId, clientId, content }) {
    const sent = await services.conversation.sendMessage(pupil(studentId), sessionId, { clientId, content });
    process.send?.({ acknowledged: true });
    await sent.done();
  },
  async pause({ studentId, sessionId }) {
    await services.studySessions.pauseSession(pupil(studentId), sessionId);
  },
  async end({ studentId, sessionId }) {
    const said = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: 'Good.' } as const;
    await services.studySessions.endSession(pupil(studentId), sessionId, said);
    process.send?.({ acknowledged: true });
  },
  async evaluate() {
    await worker.runDue();
  },
  async beginTest({ studentId, sittingId }) {
    return (await services.testTaking.begin(pupil(studentId), sittingId)).endsAt;
  },
  async answerTest({ studentId, sittingId, position, seq, value }) {
    await services.testTaking.save(pupil(studentId), sittingId, {
      device: 'phone',
      answers: [{ position, seq, values: [value] }],
    });
  },
  async handIn({ studentId, sittingId }) {
    await services.testTaking.submit(pupil(studentId), sittingId);
  },
  async handInOverdue() {
    return services.testTaking.submitOverdue();
  },
  deed: (deed) => doDeed(services, deed),
  async release({ managerId, classId, testId, sittingId }) {
    return services.classTests.release({ ...pupil(managerId), role: 'class manager' }, classId, testId, [sittingId]);
  },
};

process.on('message', ({ name, wish }: { name: keyof MortalWishes; wish: never }) => {
  calls[name](wish).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: String(error instanceof Error ? error.stack : error) }),
  );
});
process.on('disconnect', () => process.exit(0));
// It will not live to do so when it ends.
flushCompileCache();
process.send?.({ ready: true });
