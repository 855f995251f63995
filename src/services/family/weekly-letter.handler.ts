import * as z from 'zod';
import { rewordWeek, type WordingModel } from '../../agents/family/reword-week.ts';
import type { ModelUse } from '../../agents/model/ask-for-json.ts';
import type { PatientModel } from '../../agents/model/patient-model.ts';
import { costInMicros } from '../../agents/model/pricing.ts';
import { fromPseudonym } from '../../agents/teacher/pseudonym.ts';
import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { LetterReader, WeeklyLetterRepo } from '../../data/family/weekly-letter.repo.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { WEEKLY_LETTER } from '../../data/jobs/job-kinds.ts';
import type { PupilRecord, UserRepo } from '../../data/people/user.repo.ts';
import { chooseModel } from '../../domain/agents/choose-model.ts';
import { METRICS_VERSION } from '../../domain/analytics/metrics.ts';
import type { WeekFacts } from '../../domain/week-in-words/week-facts.ts';
import { type WeekLanguage, weekInWords } from '../../domain/week-in-words/week-words.ts';
import type { Clock } from '../../shared/instant.ts';
import type { RemoteCallsService, RemotePermit } from '../budgets/remote-calls.service.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { MailService } from '../mail/mail.service.ts';
import type { ProgressService } from '../progress/progress.service.ts';
import type { TestsService } from '../tests/tests.service.ts';
import { letterOf } from './letter-words.ts';
import type { PupilWeekService } from './pupil-week.service.ts';
import { newStopLink } from './stop-link.ts';

export interface WeeklyLetterDeps {
  db: DatabaseManager;
  users: UserRepo;
  weeklyLetterRows: WeeklyLetterRepo;
  pupilWeek: PupilWeekService;
  progress: ProgressService;
  tests: TestsService;
  agents: AgentRepo;
  mail: MailService;
  remoteCalls: Pick<RemoteCallsService, 'permit'>;
  /** The connection to a model for work that nobody waits for; null where none is configured. */
  wording: (() => Promise<PatientModel>) | null;
  /** What links begin with. */
  publicUrl: string;
  clock: Clock;
}

const payload = z.object({ parentId: z.number(), studentId: z.number(), lastDay: z.string() });

/** What was written, and what asking a model took. */
interface Written {
  text: string;
  wording: 'rules' | 'model';
  call: { used: ModelUse; problem: string | null } | null;
}

type PermittedModel = WordingModel & { permit: RemotePermit };

/** Writes a parent about a child's week: the letter, its place among the letters and the end of the job are one transaction. */
export class WeeklyLetterHandler implements JobHandler {
  readonly kind = WEEKLY_LETTER;
  readonly #deps: WeeklyLetterDeps;

  constructor(deps: WeeklyLetterDeps) {
    this.#deps = deps;
  }

  async run(job: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { users, weeklyLetterRows: letters, pupilWeek, progress, tests } = this.#deps;
    const { lastDay, ...pair } = payload.parse(job.payload);
    const reader = await letters.findReader(pair);
    const pupil = reader && (await users.findPupil(pair.studentId));
    // Asked for no more, blocked, gone: nothing is written.
    if (!reader || !pupil) {
      await lease.finish();
      return;
    }
    const [courses, sittings] = [await progress.progressOf(pupil.id), await tests.testsOf(pupil.id)];
    const facts = await pupilWeek.factsOf({ id: pupil.id, name: pupil.firstName, courses, tests: sittings }, lastDay);
    const by = reader.mayReword ? await this.#model(pupil) : null;
    try {
      const written = await this.#write(facts, reader, pupil, by, signal);
      await this.#save({ reader, pupil, lastDay, written, by }, lease);
    } finally {
      await by?.permit.release();
    }
  }

  async #write(
    facts: WeekFacts,
    reader: LetterReader,
    pupil: PupilRecord,
    by: PermittedModel | null,
    signal: AbortSignal,
  ): Promise<Written> {
    const language = languageOf(reader.locale);
    const byRules: Written = { text: weekInWords(facts, language).join('\n'), wording: 'rules', call: null };
    if (by === null) return byRules;
    const invented = { ...facts, name: pupil.pseudonym };
    const text = weekInWords(invented, language).join(' ');
    const given = { language, text, pupil: pupil.pseudonym, names: namesIn(facts) };
    const { text: reworded, used, problem } = await rewordWeek(given, by, signal);
    if (reworded === null) return { ...byRules, call: { used, problem } };
    return { text: fromPseudonym(reworded, pupil), wording: 'model', call: { used, problem } };
  }

  /** None for a pupil of whom nothing may go to a remote model, and none where a limit is reached: the rules word the letter. */
  async #model({ id, schoolId }: PupilRecord): Promise<PermittedModel | null> {
    const { wording, remoteCalls } = this.#deps;
    if (wording === null) return null;
    const { model, setting } = await wording();
    const modelName = chooseModel({ own: null, ofSubject: null }, setting);
    if (modelName === null) return null;
    const words = { of: [id] };
    const permit = await remoteCalls.permit({ purpose: 'remote letter', studentId: id, schoolId, words });
    return permit && { model, modelName, permit };
  }

  async #save({ reader, pupil, lastDay, written, by }: ToSave, lease: JobLease): Promise<void> {
    const { db, weeklyLetterRows: letters, mail, publicUrl, clock } = this.#deps;
    const { parentId, studentId, locale, schoolId } = reader;
    const [{ token, hash }, { text, wording, call }, now] = [newStopLink(), written, clock.now()];
    const links = { child: `${publicUrl}/children/${studentId}`, stop: `${publicUrl}/letters/stop/${token}` };
    const prices = by && ((await this.#deps.agents.findPrices(by.modelName)) ?? null);
    await db.tx(async () => {
      if (!(await lease.finish())) return;
      if (by && call && call.used.calls > 0) await this.#book(by, call, costInMicros(call.used, prices));
      // Writing takes a while, in which the parent may have been blocked or have ended the letters.
      const still = await letters.holdReader(reader);
      if (!still) return;
      const letter = { parentId, studentId, lastDay, locale, text, wording, metricsVersion: METRICS_VERSION };
      await letters.add({ ...letter, stopHash: hash, now });
      await mail.queue({
        to: { userId: parentId, email: still.email },
        ...letterOf(
          { name: pupil.firstName, lastDay, text, isReworded: wording === 'model' },
          languageOf(locale),
          links,
        ),
        key: `week:${parentId}:${studentId}:${lastDay}`,
        schoolId,
        about: studentId,
      });
    });
  }

  async #book(by: PermittedModel, { used, problem }: NonNullable<Written['call']>, costMicros: number | null) {
    await by.permit.book({
      at: this.#deps.clock.now(),
      purpose: 'reword',
      provider: by.model.provider,
      model: by.modelName,
      inputTokens: used.inputTokens,
      outputTokens: used.outputTokens,
      costMicros,
      milliseconds: 0,
      outcome: problem === null ? 'complete' : 'needs review',
    });
  }
}

interface ToSave {
  reader: LetterReader;
  pupil: PupilRecord;
  lastDay: string;
  written: Written;
  by: PermittedModel | null;
}

const languageOf = (locale: string): WeekLanguage => (locale.startsWith('he') ? 'he' : 'en');

/** Every name that the sentences may hold besides the pupil's. */
function namesIn({ units, grades, nextTest, weakUnit }: WeekFacts): string[] {
  const all = [...units, ...grades, ...(nextTest ? [nextTest] : []), ...(weakUnit ? [weakUnit] : [])];
  return [...new Set([...all.flatMap(({ name, course }) => [name, course]), nextTest?.weakUnit ?? ''])].filter(Boolean);
}
