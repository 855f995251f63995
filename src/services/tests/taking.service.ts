import { randomUUID } from 'node:crypto';
import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { MARK_TEST } from '../../data/jobs/job-kinds.ts';
import type { LessonPlaceRepo } from '../../data/lessons/lesson-place.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { SittingRecord } from '../../data/tests/sitting-rows.ts';
import type { Reflection, TestAnswer, TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { TestBankRepo } from '../../data/tests/test-bank.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { drawQuestions } from '../../domain/assessment/draw-questions.ts';
import { InvalidSittingStateError, REFUSALS, TestUnderWayError } from '../../domain/assessment/sitting.errors.ts';
import {
  endOfTime,
  GRACE,
  type SittingEvent,
  type SittingState,
  stateOf,
  transition,
  windowEnd,
} from '../../domain/assessment/sitting.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { LessonUnderWayError } from '../../domain/lessons/lesson.errors.ts';
import { type QuestionView, questionView } from '../../domain/tutoring/question-view.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { StudySessionService } from '../study-session/study-session.service.ts';
import { itemsWithDecidingKeys } from './deciding-keys.ts';
import { type ReviewedQuestion, reviewedQuestions } from './reviewed-question.ts';
import { type AnswerInput, type SaveOutcome, saveAnswers } from './save-answers.ts';
import { requireSitting } from './sitting-access.ts';

export type { AnswerInput, ReviewedQuestion, SaveOutcome };

export interface TakingDeps {
  db: DatabaseManager;
  access: AccessService;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  bank: TestBankRepo;
  items: ItemRepo;
  studySessions: StudySessionService;
  lessonPlaces: Pick<LessonPlaceRepo, 'isInLesson'>;
  alerts: Pick<AlertRepo, 'add'>;
  users: UserRepo;
  jobs: JobRepo;
  clock: Clock;
}

/** A sitting as its pupil sees it, whatever its state. */
export interface OwnSitting {
  now: Instant;
  sitting: SittingRecord;
  state: SittingState;
  /** The latest moment at which answers are taken if it was begun now, or the end of the time under way. */
  endsAt: Instant;
}

/** What a pupil is told before they begin. */
export interface Lobby extends OwnSitting {
  questions: number;
  units: string[];
}

/** A question of a sitting under way with what was saved for it: never its key. */
export interface PaperQuestion {
  position: number;
  question: QuestionView;
  points: number;
  answer: string;
  seq: number;
  savedAt: Instant | null;
}

export interface Paper extends OwnSitting {
  questions: PaperQuestion[];
}

/** A sitting that was handed in: what it says of itself depends on whether its result is released. */
export interface HandedIn extends OwnSitting {
  answered: number;
  questions: number;
  reflections: Reflection[];
  /** Null until the result is released. */
  review: ReviewedQuestion[] | null;
}

export type TestDesk =
  | ({ shows: 'lobby' } & Lobby)
  | ({ shows: 'paper' } & Paper)
  | ({ shows: 'handed in' } & HandedIn);

/** How many overdue sittings one sweep hands in. */
const SWEPT = 200;

/**
 * Taking a test: begun, answered, handed in, reviewed. Time is the server's alone. Every change holds the sitting's row, so that
 * of two devices, or a device and the end of the time, one is first and the other is told how it stands.
 */
export class TestTakingService {
  readonly #deps: TakingDeps;

  constructor(deps: TakingDeps) {
    this.#deps = deps;
  }

  /** What the actor's own sitting shows at this moment. Throws `not-found` for somebody else's. */
  async desk(actor: Actor, sittingId: number): Promise<TestDesk> {
    const own = await this.#own(actor, sittingId);
    if (own.state === 'ahead' || own.state === 'open' || own.state === 'missed') {
      return { shows: 'lobby', ...own, ...(await this.#preview(own.sitting)) };
    }
    if (own.state === 'under way') return { shows: 'paper', ...own, questions: await this.#questions(sittingId) };
    return { shows: 'handed in', ...own, ...(await this.#result(own.sitting)) };
  }

  /**
   * Begins a sitting within its window, or finds it begun: draws its questions, pins them, and starts its time. A study session
   * that is active is paused and stays resumable. Throws `InvalidSittingStateError`, `TestUnderWayError` beside another test, and
   * `LessonUnderWayError` in a lesson.
   */
  async begin(actor: Actor, sittingId: number): Promise<Paper> {
    const { db, sittings, studySessions, lessonPlaces, clock } = this.#deps;
    await requireSitting(this.#deps, actor, 'take a test', sittingId);
    await db.tx(async () => {
      await sittings.lockPupil(actor.userId);
      const now = clock.now();
      const sitting = await sittings.lock(sittingId);
      if (!sitting) throw notFound('test');
      const step = this.#step(sitting, 'begin', now);
      if (step.outcome === 'unchanged') return;
      const other = await sittings.findUnderWay(actor.userId, now - GRACE);
      if (other) throw new TestUnderWayError(other.id);
      if (await lessonPlaces.isInLesson(actor.userId)) throw new LessonUnderWayError();
      await this.#draw(sitting, now);
      await studySessions.pauseForSchool(actor.userId);
    });
    const own = await this.#own(actor, sittingId);
    return { ...own, questions: await this.#questions(sittingId) };
  }

  /**
   * Saves answers of a sitting under way and answers for each how it stands now: once this returns, they are safe. Sent again,
   * late or in another order they change nothing. Throws `InvalidSittingStateError` once the time is up.
   */
  async save(actor: Actor, sittingId: number, input: AnswerInput): Promise<SaveOutcome> {
    await this.#own(actor, sittingId);
    return saveAnswers(this.#deps, actor, sittingId, input);
  }

  /** Hands in what was saved; handed in twice it stays as it is. */
  async submit(actor: Actor, sittingId: number): Promise<OwnSitting> {
    const { sitting } = await this.#own(actor, sittingId);
    await this.#handIn(sitting.id, 'submit');
    return this.#own(actor, sittingId);
  }

  /** Keeps how the test felt: after it was handed in, and again at the review. */
  async reflect(actor: Actor, sittingId: number, said: Omit<Reflection, 'moment'>): Promise<void> {
    const { sitting, state, now } = await this.#own(actor, sittingId);
    if (sitting.submittedAt === null && sitting.phase !== 'released') {
      throw new InvalidSittingStateError(state, 'You can say how it was once the test is handed in.');
    }
    const moment = sitting.phase === 'released' ? 'reviewed' : 'handed in';
    await this.#deps.answers.saveReflection(sittingId, { moment, ...said }, now);
  }

  /** Hands in every sitting whose time is up, with what was saved. Answers how many those were. */
  async submitOverdue(): Promise<number> {
    const { sittings, clock } = this.#deps;
    let handedIn = 0;
    for (const id of await sittings.listOverdue(clock.now() - GRACE, SWEPT)) {
      if (await this.#handIn(id, 'time is up')) handedIn += 1;
    }
    return handedIn;
  }

  /** The actor's test that is under way, if there is one. */
  async underWay(actor: Actor): Promise<SittingRecord | null> {
    const { sittings, clock } = this.#deps;
    return (await sittings.findUnderWay(actor.userId, clock.now() - GRACE)) ?? null;
  }

  /** The actor's sitting as it is now; one whose time is up is handed in on sight. */
  async #own(actor: Actor, sittingId: number): Promise<OwnSitting> {
    const { sittings, clock } = this.#deps;
    let sitting = await requireSitting(this.#deps, actor, 'take a test', sittingId);
    const now = clock.now();
    if (stateOf(sitting, now) === 'time is up') {
      await this.#handIn(sittingId, 'time is up');
      sitting = (await sittings.find(sittingId)) ?? sitting;
    }
    const minutes = { duration: sitting.durationMinutes, extra: sitting.extraMinutes };
    const begins = Math.max(now, sitting.date);
    const endsAt = sitting.endsAt ?? Math.min(endOfTime(begins, minutes, sitting), windowEnd(sitting));
    return { now, sitting, state: stateOf(sitting, now), endsAt };
  }

  async #draw(sitting: SittingRecord, now: Instant): Promise<void> {
    const { sittings, answers, bank } = this.#deps;
    const test = await bank.find(sitting.testId);
    const seed = randomUUID();
    const questions = test ? drawQuestions(seed, test, test.units, await bank.listCandidates(test.units)) : [];
    if (questions.length === 0) {
      throw new AppError(
        'unavailable',
        'no-questions',
        'This test has no questions at the moment. Tell your class manager.',
      );
    }
    const minutes = { duration: sitting.durationMinutes, extra: sitting.extraMinutes };
    const endsAt = endOfTime(now, minutes, sitting);
    if (!(await sittings.move(sitting.id, 'not begun', 'begun', { seed, begunAt: now, endsAt }))) {
      throw new InvalidSittingStateError('under way', REFUSALS.begun);
    }
    await answers.pin(sitting.id, questions);
  }

  /** True: this call handed it in, and its marking is queued with it. */
  async #handIn(sittingId: number, event: 'submit' | 'time is up'): Promise<boolean> {
    const { db, sittings, jobs, clock } = this.#deps;
    return db.tx(async () => {
      const now = clock.now();
      const sitting = await sittings.lock(sittingId);
      const step = sitting && this.#step(sitting, event, now);
      if (!sitting || step?.outcome !== 'moved') return false;
      const submittedAt = step.handedInBy === 'time' ? (sitting.endsAt ?? now) : now;
      const change = { submittedAt, submittedBy: step.handedInBy ?? ('pupil' as const) };
      if (!(await sittings.move(sittingId, 'begun', 'submitted', change))) return false;
      const job = { kind: MARK_TEST, subjectKey: `sitting:${sittingId}`, payload: { sittingId } };
      await jobs.enqueue({ ...job, runAt: now, now });
      return true;
    });
  }

  #step(sitting: SittingRecord, event: SittingEvent, now: Instant) {
    const step = transition(sitting, event, now);
    if (step.outcome !== 'refused' || event === 'time is up') return step;
    throw new InvalidSittingStateError(stateOf(sitting, now), REFUSALS[step.why]);
  }

  async #preview({ testId }: SittingRecord): Promise<Pick<Lobby, 'questions' | 'units'>> {
    const { bank } = this.#deps;
    const test = await bank.find(testId);
    if (!test) return { questions: 0, units: [] };
    const questions = drawQuestions('preview', test, test.units, await bank.listCandidates(test.units)).length;
    return { questions, units: test.units.map(({ unitName }) => unitName) };
  }

  async #questions(sittingId: number): Promise<PaperQuestion[]> {
    const answers = await this.#deps.answers.listOfSitting(sittingId);
    const items = await this.#items(answers);
    return answers.flatMap(({ position, revisionId, points, answer, seq, savedAt }) => {
      const item = items.get(revisionId);
      return item ? [{ position, question: questionView(item), points, answer, seq, savedAt }] : [];
    });
  }

  async #result(sitting: SittingRecord): Promise<Pick<HandedIn, 'answered' | 'questions' | 'reflections' | 'review'>> {
    const answers = await this.#deps.answers.listOfSitting(sitting.id);
    const released = sitting.phase === 'released';
    return {
      answered: answers.filter(({ answer, removed }) => removed || answer !== '').length,
      questions: answers.length,
      reflections: await this.#deps.answers.listReflections(sitting.id),
      review: released ? reviewedQuestions(answers, await this.#keyed(answers)) : null,
    };
  }

  async #keyed(answers: readonly TestAnswer[]) {
    const revisions = answers.map(({ revisionId }) => revisionId);
    return itemsWithDecidingKeys(this.#deps.items, revisions);
  }

  async #items(answers: readonly TestAnswer[]) {
    const items = await this.#deps.items.listRevisions(answers.map(({ revisionId }) => revisionId));
    return new Map(items.map((item) => [item.revisionId, item]));
  }
}
