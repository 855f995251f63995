import * as z from 'zod';
import { rewordWeek } from '../../agents/family/reword-week.ts';
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
import { type Clock, utcDay } from '../../shared/instant.ts';
import type { RemoteConsentService } from '../consent/remote-consent.service.ts';
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
  remoteConsent: Pick<RemoteConsentService, 'allows'>;
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
  call: { provider: string; model: string; used: ModelUse; problem: string | null } | null;
}

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
    const written = await this.#write(facts, reader, pupil, signal);
    await this.#save({ reader, pupil, lastDay, written }, lease);
  }

  async #write(facts: WeekFacts, reader: LetterReader, pupil: PupilRecord, signal: AbortSignal): Promise<Written> {
    const language = languageOf(reader.locale);
    const byRules: Written = { text: weekInWords(facts, language).join('\n'), wording: 'rules', call: null };
    const asked = reader.mayReword ? await this.#model(pupil) : null;
    if (asked === null) return byRules;
    const invented = { ...facts, name: pupil.pseudonym };
    const text = weekInWords(invented, language).join(' ');
    const reworded = await rewordWeek({ language, text, pupil: pupil.pseudonym, names: namesIn(facts) }, asked, signal);
    const call = {
      provider: asked.model.provider,
      model: asked.modelName,
      used: reworded.used,
      problem: reworded.problem,
    };
    if (reworded.text === null) return { ...byRules, call };
    return { text: fromPseudonym(reworded.text, pupil), wording: 'model', call };
  }

  /** None for a pupil of whom nothing may go to a remote model, or whose tokens of the day are used up. */
  async #model({ id, schoolId }: PupilRecord) {
    const { wording, remoteConsent, agents, users, clock } = this.#deps;
    if (wording === null || !(await remoteConsent.allows('remote evaluator', [id]))) return null;
    const { dailyTokenLimit } = await users.getSchool(schoolId);
    if ((await agents.tokensOn(id, utcDay(clock.now()))) >= dailyTokenLimit) return null;
    const { model, setting } = await wording();
    const modelName = chooseModel({ own: null, ofSubject: null }, setting);
    return modelName === null ? null : { model, modelName };
  }

  async #save(
    {
      reader,
      pupil,
      lastDay,
      written,
    }: { reader: LetterReader; pupil: PupilRecord; lastDay: string; written: Written },
    lease: JobLease,
  ): Promise<void> {
    const { db, weeklyLetterRows: letters, mail, publicUrl, clock } = this.#deps;
    const { parentId, studentId, email, locale, schoolId } = reader;
    const [{ token, hash }, { text, wording, call }, now] = [newStopLink(), written, clock.now()];
    const links = { child: `${publicUrl}/children/${studentId}`, stop: `${publicUrl}/letters/stop/${token}` };
    const prices = call ? await this.#deps.agents.findPrices(call.model) : undefined;
    await db.tx(async () => {
      if (!(await lease.finish())) return;
      const letter = { parentId, studentId, lastDay, locale, text, wording, metricsVersion: METRICS_VERSION };
      await letters.add({ ...letter, stopHash: hash, now });
      await mail.queue({
        to: { userId: parentId, email },
        ...letterOf(
          { name: pupil.firstName, lastDay, text, isReworded: wording === 'model' },
          languageOf(locale),
          links,
        ),
        key: `week:${parentId}:${studentId}:${lastDay}`,
        schoolId,
        about: studentId,
      });
      if (call && call.used.calls > 0) await this.#book(pupil, call, costInMicros(call.used, prices ?? null), now);
    });
  }

  async #book(pupil: PupilRecord, call: NonNullable<Written['call']>, costMicros: number | null, now: number) {
    const { agents } = this.#deps;
    const { inputTokens, outputTokens } = call.used;
    await agents.addTokens(pupil.id, utcDay(now), inputTokens + outputTokens);
    await agents.addCall({
      at: now,
      studentId: pupil.id,
      schoolId: pupil.schoolId,
      purpose: 'reword',
      provider: call.provider,
      model: call.model,
      inputTokens,
      outputTokens,
      costMicros,
      milliseconds: 0,
      outcome: call.problem === null ? 'complete' : 'needs review',
    });
  }
}

const languageOf = (locale: string): WeekLanguage => (locale.startsWith('he') ? 'he' : 'en');

/** Every name that the sentences may hold besides the pupil's. */
function namesIn({ units, grades, nextTest, weakUnit }: WeekFacts): string[] {
  const all = [...units, ...grades, ...(nextTest ? [nextTest] : []), ...(weakUnit ? [weakUnit] : [])];
  return [...new Set([...all.flatMap(({ name, course }) => [name, course]), nextTest?.weakUnit ?? ''])].filter(Boolean);
}
