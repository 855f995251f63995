import type { OpenReport, OwnReport, ReportSource } from '../../data/curriculum/question-report.repo.ts';
import type { ReportedQuestion, ReportedQuestionRepo } from '../../data/curriculum/reported-question.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { RegradeRepo } from '../../data/study-session/regrade.repo.ts';
import type { Action, Actor } from '../../domain/access/permission-matrix.ts';
import { isSmall } from '../../domain/access/small-groups.ts';
import type { Choice, Item } from '../../domain/curriculum/curriculum.ts';
import type { ReportAnswer, ReportReason } from '../../domain/curriculum/question-report.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { SessionRef } from '../../domain/study-session/study-session.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { CrisisWatchService } from '../safety/crisis-watch.service.ts';
import { type AskedQuestion, findAsked, type ReportPlace, type ReportPlaceDeps } from './report-place.ts';

export type { AskedQuestion, OwnReport, ReportPlace };

export interface QuestionReportsDeps extends ReportPlaceDeps {
  reportedQuestions: ReportedQuestionRepo;
  regrades: RegradeRepo;
  users: UserRepo;
  audit: AuditRepo;
  crisisWatch: CrisisWatchService;
  db: DatabaseManager;
  clock: Clock;
}

/** A question with what is said about it, as a supervisor reads it. */
export interface QueueEntry extends ReportedQuestion {
  open: OpenReport[];
  /** Null where fewer than ten pupils have answered: their answers stay theirs. */
  record: { pupils: number; rightShare: number } | null;
  /** A newer revision has been published since the last report: it may be the correction. */
  changedSince: boolean;
  /** Verdicts that corrections of this question have changed so far. */
  regraded: number;
  /** What stands around the question as it is published now. */
  asked: Pick<Item, 'stem' | 'figures'> & { choices: Choice[] };
}

export interface ReportQueue {
  now: Instant;
  questions: QueueEntry[];
  /** How many questions are reported in all. */
  total: number;
}

const QUEUE_SHOWN = 50;
const OWN_SHOWN = 50;
const REPORT: Action = 'report a question';
const MANAGE: Action = 'manage curriculum';

/** Pupils and class managers say what is wrong with a question; supervisors of its subject answer. */
export class QuestionReportsService {
  readonly #deps: QuestionReportsDeps;

  constructor(deps: QuestionReportsDeps) {
    this.#deps = deps;
  }

  /** The question that the actor means, where they may see it. Throws `not-found` like `findAsked`. */
  async asked(actor: Actor, place: ReportPlace, revisionId: number): Promise<AskedQuestion> {
    return findAsked(this.#deps, actor, place, revisionId);
  }

  /**
   * Reports a question. Saying it again while the first report is open adds nothing. A pupil's words are screened for need like
   * all others.
   */
  async report(
    actor: Actor,
    asked: AskedQuestion,
    { reason, comment }: { reason: ReportReason; comment: string },
  ): Promise<void> {
    const { reports, clock } = this.#deps;
    const { qaId, revisionId } = asked.item;
    await this.hear(actor, asked, comment);
    const { source } = asked;
    try {
      await reports.add({ qaId, revisionId, reporterId: actor.userId, source, reason, comment, now: clock.now() });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Words of a pupil that could not be taken as a report are heard all the same. */
  async hear(actor: Actor, { source }: AskedQuestion, words: string): Promise<void> {
    if (actor.role === 'student') await this.#deps.crisisWatch.hear(actor.userId, words, sessionOf(source));
  }

  /** What the actor has reported, the newest first, and what was answered. */
  async ownReports(actor: Actor): Promise<OwnReport[]> {
    this.#deps.access.requireRole(actor, REPORT);
    return this.#deps.reports.listOfReporter(actor.userId, OWN_SHOWN);
  }

  /** Questions of the actor's subjects that somebody has reported. Eight queries, however many. */
  async queue(actor: Actor): Promise<ReportQueue> {
    const { reports, reportedQuestions, regrades, items, clock } = this.#deps;
    const subjects = await this.#subjectsOf(actor);
    const questions = await reportedQuestions.listQuestions(subjects, QUEUE_SHOWN);
    const ids = questions.map(({ qaId }) => qaId);
    const open = Map.groupBy(await reports.listOpen(ids), ({ qaId }) => qaId);
    const records = await reportedQuestions.records(ids);
    const changed = await regrades.changedBy(ids);
    const published = await items.listRevisions(questions.map(({ revisionId }) => revisionId));
    const itemOf = new Map(published.map((item) => [item.qaId, item]));
    return {
      now: clock.now(),
      total: await reportedQuestions.countQuestions(subjects),
      questions: questions.map((question) => {
        const record = records.get(question.qaId);
        const own = open.get(question.qaId) ?? [];
        return {
          ...question,
          open: own,
          record:
            record && !isSmall(record.pupils)
              ? { pupils: record.pupils, rightShare: record.right / record.judged }
              : null,
          changedSince: own.every(({ revisionId }) => revisionId < question.revisionId),
          regraded: changed.get(question.qaId) ?? 0,
          asked: aroundOf(itemOf.get(question.qaId)),
        };
      }),
    };
  }

  /**
   * Answers all open reports of a question: it was corrected, or nothing is wrong with it. Throws `not-found` for a question of
   * another subject, `conflict` where nothing newer was published that could be the correction.
   */
  async answer(actor: Actor, qaId: number, given: { state: ReportAnswer; reply: string }): Promise<number> {
    const { reports, audit, db, clock } = this.#deps;
    await this.requireReach(actor, qaId);
    const reply = given.reply.trim();
    if (reply === '') throw invalidInput('Say something to those who reported it.', { reply: 'some words' });
    if (given.state === 'corrected' && !(await this.#isCorrected(actor, qaId))) {
      throw new AppError('conflict', 'not-corrected', 'Nothing newer has been published of this question since.');
    }
    const now = clock.now();
    return db.tx(async () => {
      const answered = await reports.answer(qaId, { ...given, reply, by: actor.userId, now });
      const details = { qaId, state: given.state, answered };
      if (answered > 0) await audit.add({ actorId: actor.userId, action: 'answer question reports', details, now });
      return answered;
    });
  }

  /** Throws `not-found` for a question of a subject that is not the actor's. */
  async requireReach(actor: Actor, qaId: number): Promise<void> {
    const subjects = await this.#subjectsOf(actor);
    const subject = await this.#deps.reportedQuestions.subjectOf(qaId);
    if (subject === undefined || !subjects.includes(subject)) throw notFound('question');
  }

  async #isCorrected(actor: Actor, qaId: number): Promise<boolean> {
    const { questions } = await this.queue(actor);
    return questions.find((question) => question.qaId === qaId)?.changedSince ?? false;
  }

  async #subjectsOf(actor: Actor): Promise<string[]> {
    this.#deps.access.requireRole(actor, MANAGE);
    return this.#deps.users.listSubjects(actor.userId);
  }
}

function aroundOf(item: Item | undefined): QueueEntry['asked'] {
  return { stem: item?.stem ?? '', figures: item?.figures ?? [], choices: item?.key.choices ?? [] };
}

/** The session in which a question was met; null for one that stood in a test. */
function sessionOf(source: ReportSource): SessionRef | null {
  if (source.origin === 'test') return null;
  return { kind: source.origin === 'lesson' ? 'school' : 'home', id: source.sessionId };
}
