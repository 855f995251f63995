import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { LEARN_FROM_TEST } from '../../data/jobs/job-kinds.ts';
import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type { ClassTestPart, ClassTestRepo } from '../../data/tests/class-test.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { SittingRecord } from '../../data/tests/sitting-rows.ts';
import type { MarkEntry, Reflection, TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { type QuestionResult, questionResults } from '../../domain/assessment/question-results.ts';
import { type SittingPhase, type SittingState, stateOf, transition } from '../../domain/assessment/sitting.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type QuestionView, questionView } from '../../domain/tutoring/question-view.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { itemsWithDecidingKeys } from './deciding-keys.ts';
import { inWords, type ReviewedQuestion, reviewedQuestions } from './reviewed-question.ts';
import { isMarked } from './settle-sitting.ts';
import { requireOwnClass, requireSitting } from './sitting-access.ts';

export interface ClassTestsDeps {
  db: DatabaseManager;
  access: AccessService;
  classes: ClassRepo;
  classTests: ClassTestRepo;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  items: ItemRepo;
  jobs: JobRepo;
  clock: Clock;
}

/** A test in a class: how many pupils are how far. */
export interface ClassTest extends Pick<ClassTestPart, 'testId' | 'name' | 'type' | 'courseName'> {
  class: ClassRecord;
  firstDate: Instant;
  lastDeadline: Instant;
  /** From when to when those who have not begun can begin; null: nobody has it before them. */
  before: { from: Instant; to: Instant } | null;
  /** When those sit it who have it before them, else when the first sat it. */
  when: Instant;
  pupils: Record<SittingPhase, number>;
}

export interface ClassTestsPage {
  now: Instant;
  classes: ClassRecord[];
  /** By date, the nearest to now in the middle: past ones first. */
  tests: ClassTest[];
  /** Answers that wait for the actor. */
  waiting: number;
}

/** A pupil's sitting on the board of a test. */
export interface BoardLine {
  sitting: SittingRecord;
  name: string;
  state: SittingState;
  /** Answers that wait for a person; 0 where nothing waits or the marking is still under way. */
  unmarked: number;
  answered: number;
  questions: number;
}

export interface TestBoard {
  now: Instant;
  class: ClassRecord;
  test: Pick<SittingRecord, 'testId' | 'name' | 'type' | 'link' | 'courseName' | 'durationMinutes'>;
  lines: BoardLine[];
}

/** One sitting with all that a class manager may see and do. */
export interface SittingPage {
  now: Instant;
  sitting: SittingRecord;
  state: SittingState;
  pupil: { id: number; name: string };
  class: ClassRecord;
  /** Nothing before it is handed in: what is being written is the pupil's own. */
  questions: ReviewedQuestion[];
  marks: MarkEntry[];
  reflections: Reflection[];
}

/** A question of a test with how the class did. */
export interface QuestionReport extends Omit<QuestionResult, 'wrong'> {
  question: QuestionView;
  right: number;
  key: string;
  wrong: { answer: string; times: number }[];
}

export interface TestResults {
  board: TestBoard;
  questions: QuestionReport[];
}

/** The tests of a class manager's classes: who is how far, what came of them, and releasing it. */
export class ClassTestsService {
  readonly #deps: ClassTestsDeps;

  constructor(deps: ClassTestsDeps) {
    this.#deps = deps;
  }

  /** All tests of the actor's classes. Three queries, however many pupils and tests. */
  async list(actor: Actor): Promise<ClassTestsPage> {
    const { access, classes, classTests, clock } = this.#deps;
    access.requireRole(actor, 'schedule a test');
    const own = await classes.listOfManager(actor.userId);
    const parts = await classTests.listParts(own.map(({ id }) => id));
    const now = clock.now();
    return {
      now,
      classes: own,
      tests: own.flatMap((one) => testsOf(one, parts, now)).sort((a, b) => a.when - b.when),
      waiting: await classTests.countWaiting(actor.userId),
    };
  }

  /** Who of a class sits a test, and how far each is. Throws `not-found` for a class or a test that is not the actor's. */
  async board(actor: Actor, classId: number, testId: number): Promise<TestBoard> {
    const own = await requireOwnClass(this.#deps, actor, 'schedule a test', classId);
    return this.#board(own, testId);
  }

  /** One sitting. Throws `not-found` for one of a pupil who is in none of the actor's classes. */
  async sitting(actor: Actor, sittingId: number): Promise<SittingPage> {
    const { classes, answers, items, clock } = this.#deps;
    const sitting = await requireSitting(this.#deps, actor, 'schedule a test', sittingId);
    const own = await classes.listOfManager(actor.userId);
    const members = await classes.listMembers(own.map(({ id }) => id));
    const member = members.find(({ studentId }) => studentId === sitting.studentId);
    const room = own.find(({ id }) => id === member?.classId);
    if (!member || !room) throw notFound('test');
    const handedIn =
      sitting.submittedAt === null && sitting.phase !== 'released' ? [] : await answers.listOfSitting(sittingId);
    const revisions = handedIn.map(({ revisionId }) => revisionId);
    const now = clock.now();
    return {
      now,
      sitting,
      state: stateOf(sitting, now),
      pupil: { id: member.studentId, name: `${member.firstName} ${member.lastName}` },
      class: room,
      questions: reviewedQuestions(handedIn, await itemsWithDecidingKeys(items, revisions)),
      marks: handedIn.length === 0 ? [] : await answers.listMarks(sittingId),
      reflections: handedIn.length === 0 ? [] : await answers.listReflections(sittingId),
    };
  }

  /** How the class did on each question, of the sittings that have a result. */
  async results(actor: Actor, classId: number, testId: number): Promise<TestResults> {
    const { answers, items } = this.#deps;
    const own = await requireOwnClass(this.#deps, actor, 'mark and release results', classId);
    const board = await this.#board(own, testId);
    const done = board.lines.filter(({ sitting }) => sitting.phase === 'marked' || sitting.phase === 'released');
    const given = [...(await answers.listOfSittings(done.map(({ sitting }) => sitting.id))).values()].flat();
    const newest = new Map(given.map(({ qaId, revisionId }) => [qaId, revisionId]));
    const found = await itemsWithDecidingKeys(items, [...newest.values()]);
    const asked = new Map([...found.values()].map((item) => [item.qaId, item]));
    const questions = questionResults(given.filter(isMarked)).flatMap((result): QuestionReport[] => {
      const item = asked.get(result.qaId);
      if (!item) return [];
      const wrong = result.wrong.map(({ answer, times }) => ({ answer: inWords(item, answer), times }));
      return [{ ...result, wrong, question: questionView(item), key: inWords(item, item.key.answer) }];
    });
    return { board, questions };
  }

  /**
   * Releases results that are marked: all of the class, or of these sittings. Answers how many were released by this call; one
   * that was released before is left. Mastery learns from each afterwards, as a job.
   */
  async release(actor: Actor, classId: number, testId: number, sittingIds: readonly number[] | null): Promise<number> {
    const own = await requireOwnClass(this.#deps, actor, 'mark and release results', classId);
    const { lines } = await this.#board(own, testId);
    const wanted = sittingIds ?? lines.map(({ sitting }) => sitting.id);
    let released = 0;
    for (const id of new Set(wanted)) {
      const line = lines.find(({ sitting }) => sitting.id === id);
      if (!line) throw notFound('test');
      if (await this.#release(line.sitting)) released += 1;
    }
    return released;
  }

  /** True: this call released it. */
  async #release(sitting: SittingRecord): Promise<boolean> {
    const { db, sittings, jobs, clock } = this.#deps;
    const now = clock.now();
    if (transition(sitting, 'release', now).outcome !== 'moved') return false;
    return db.tx(async () => {
      if (!(await sittings.move(sitting.id, 'marked', 'released', { releasedAt: now }))) return false;
      const job = { kind: LEARN_FROM_TEST, subjectKey: `sitting:${sitting.id}`, payload: { sittingId: sitting.id } };
      await jobs.enqueue({ ...job, runAt: now, now });
      return true;
    });
  }

  async #board(own: ClassRecord, testId: number): Promise<TestBoard> {
    const { classes, sittings, answers, clock } = this.#deps;
    const members = await classes.listMembers([own.id]);
    const found = await sittings.listOf(
      testId,
      members.map(({ studentId }) => studentId),
    );
    const [first] = found;
    if (!first) throw notFound('test');
    const given = await answers.listOfSittings(found.map(({ id }) => id));
    const now = clock.now();
    const order = new Map(members.map(({ studentId }, index) => [studentId, index]));
    const names = new Map(members.map((one) => [one.studentId, `${one.firstName} ${one.lastName}`]));
    const lines = found.map((sitting): BoardLine => {
      const own = given.get(sitting.id) ?? [];
      return {
        sitting,
        name: names.get(sitting.studentId) ?? '',
        state: stateOf(sitting, now),
        unmarked: sitting.phase === 'submitted' ? own.filter(({ verdict }) => verdict === null).length : 0,
        answered: own.filter(({ answer }) => answer !== '').length,
        questions: own.length,
      };
    });
    const { name, type, link, courseName, durationMinutes } = first;
    return {
      now,
      class: own,
      test: { testId, name, type, link, courseName, durationMinutes },
      lines: lines.sort(
        (a, b) =>
          (order.get(a.sitting.studentId) ?? 0) - (order.get(b.sitting.studentId) ?? 0) ||
          a.sitting.sitting - b.sitting.sitting,
      ),
    };
  }
}

const NOBODY: Record<SittingPhase, number> = { 'not begun': 0, begun: 0, submitted: 0, marked: 0, released: 0 };

function testsOf(room: ClassRecord, parts: readonly ClassTestPart[], now: Instant): ClassTest[] {
  const own = Map.groupBy(
    parts.filter(({ classId }) => classId === room.id),
    ({ testId }) => testId,
  );
  return [...own.values()].flatMap((phases): ClassTest[] => {
    const [one] = phases;
    if (!one) return [];
    const { testId, name, type, courseName } = one;
    const ahead = phases.find(({ phase }) => phase === 'not begun');
    const firstDate = Math.min(...phases.map((phase) => phase.firstDate));
    return [
      {
        testId,
        name,
        type,
        courseName,
        class: room,
        firstDate,
        when: ahead && ahead.lastDeadline > now ? ahead.firstDate : firstDate,
        lastDeadline: Math.max(...phases.map(({ lastDeadline }) => lastDeadline)),
        before: ahead ? { from: ahead.firstDate, to: ahead.lastDeadline } : null,
        pupils: { ...NOBODY, ...Object.fromEntries(phases.map(({ phase, pupils }) => [phase, pupils])) },
      },
    ];
  });
}
