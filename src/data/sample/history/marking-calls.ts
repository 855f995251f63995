import { civilDay, machineTimeZone } from '../../../shared/calendar.ts';
import type { Handle } from '../../db/database-manager.ts';
import { toStored } from '../../db/instants.ts';
import { TRIED } from '../agents.ts';
import { insertAll, nextId } from '../bulk.ts';
import type { SatTest } from './sat-test.ts';
import { CHECKED_AFTER } from './sitting-rows.ts';
import type { Pupil } from './world.ts';

/** Tokens of one answer that is read: the question with its key, and the mark with a sentence. */
const READ = 410;
const WRITTEN = 46;

/** What the model took for the answers that it marked, by pupil and day, as the marking service books it. */
export async function addModelCalls(db: Handle, sittings: readonly { pupil: Pupil; sat: SatTest }[]): Promise<void> {
  const calls = sittings.flatMap(({ pupil, sat }) => {
    const read = sat.answers.filter(({ mark }) => mark?.by === 'teacher');
    const words = read.reduce((sum, { answer }) => sum + Math.ceil(answer.length / 4), 0);
    const used = { inputTokens: READ * read.length + words, outputTokens: WRITTEN * read.length };
    return read.length > 0 ? [{ plan: pupil.plan, at: sat.submittedAt + CHECKED_AFTER, ...used }] : [];
  });
  const first = await nextId(db, 'model_calls');
  await insertAll(
    db,
    'model_calls',
    calls.map(({ plan, at, inputTokens, outputTokens }, index) => ({
      id: first + index,
      at: toStored(at),
      student_id: plan.person.id,
      school_id: plan.schoolId,
      purpose: 'mark',
      provider: TRIED.provider,
      model: TRIED.name,
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      cost_micros: 0,
      milliseconds: 0,
      outcome: 'complete',
    })),
  );
  const timeZone = machineTimeZone();
  const days = Map.groupBy(calls, ({ plan, at }) => `${plan.person.id}/${civilDay(at, timeZone)}`);
  await insertAll(
    db,
    'token_usage',
    [...days.values()].flatMap((own) => {
      const [one] = own;
      const tokens = own.reduce((sum, call) => sum + call.inputTokens + call.outputTokens, 0);
      return one ? [{ student_id: one.plan.person.id, day: civilDay(one.at, timeZone), tokens }] : [];
    }),
  );
}
