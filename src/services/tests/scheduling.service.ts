import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { SittingRecord } from '../../data/tests/sitting-rows.ts';
import type { TestBankRepo, TestDefinition } from '../../data/tests/test-bank.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { drawQuestions, type Shortage, shortages } from '../../domain/assessment/draw-questions.ts';
import { InvalidSittingStateError, REFUSALS } from '../../domain/assessment/sitting.errors.ts';
import { endOfTime, mayResit, type SittingEvent, stateOf, transition } from '../../domain/assessment/sitting.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { checkDelayReason, checkExtraMinutes, checkWindow, type Fields, type Window } from './schedule-checks.ts';
import { requireOwnClass, requireSitting } from './sitting-access.ts';

export type { Window };

export interface SchedulingDeps {
  db: DatabaseManager;
  access: AccessService;
  sittings: SittingRepo;
  bank: TestBankRepo;
  classes: ClassRepo;
  agents: AgentRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** A pupil of the class, and whether the test can be set for them. */
export interface PupilToTest {
  id: number;
  name: string;
  enrolled: boolean;
  /** When they sit or sat it already; null: not yet. */
  sits: Instant | null;
}

/** What a class manager has before them when they set a test for a class. */
export interface TestPlan {
  now: Instant;
  class: ClassRecord;
  test: TestDefinition;
  /** What a sitting would have. */
  questions: number;
  /** Units with fewer questions than the test wants; with none the test cannot be set. */
  shortages: Shortage[];
  pupils: PupilToTest[];
}

/** What can be set: the tests of the courses of each class. */
export interface TestChoice {
  class: ClassRecord;
  tests: TestDefinition[];
}

export interface ScheduleRequest extends Window {
  classId: number;
  testId: number;
  /** Null: everybody in the class who is enrolled and does not sit it yet. */
  studentIds: readonly number[] | null;
  extraMinutes: number;
}

/** Setting tests: for a class or some pupils, another time, more minutes, delays, re-sits, cancelling. */
export class TestSchedulingService {
  readonly #deps: SchedulingDeps;

  constructor(deps: SchedulingDeps) {
    this.#deps = deps;
  }

  /** The actor's classes with the tests that can be set for them. */
  async choices(actor: Actor): Promise<TestChoice[]> {
    const { access, classes, bank } = this.#deps;
    access.requireRole(actor, 'schedule a test');
    const own = await classes.listOfManager(actor.userId);
    const tests = await bank.listForClasses(own.map(({ id }) => id));
    return own.map((one) => ({ class: one, tests: tests.get(one.id) ?? [] }));
  }

  /** A test for a class of the actor's: its questions, what is short, and its pupils. Throws `not-found`. */
  async plan(actor: Actor, classId: number, testId: number): Promise<TestPlan> {
    const { bank, classes, sittings, clock } = this.#deps;
    const own = await requireOwnClass(this.#deps, actor, 'schedule a test', classId);
    const test = (await bank.listForClasses([classId])).get(classId)?.find(({ id }) => id === testId);
    if (!test) throw notFound('test');
    const members = await classes.listMembers([classId]);
    const ids = members.map(({ studentId }) => studentId);
    const enrolled = await bank.listEnrolled(test.courseId, ids);
    const there = Map.groupBy(await sittings.listOf(testId, ids), ({ studentId }) => studentId);
    const candidates = await bank.listCandidates(test.units);
    return {
      now: clock.now(),
      class: own,
      test,
      questions: drawQuestions('preview', test, test.units, candidates).length,
      shortages: shortages(test, test.units, candidates),
      pupils: members.map(({ studentId: id, firstName, lastName }) => ({
        id,
        name: `${firstName} ${lastName}`,
        enrolled: enrolled.has(id),
        sits: there.get(id)?.at(-1)?.date ?? null,
      })),
    };
  }

  /**
   * Sets a test for pupils of a class; answers for how many. Throws `invalid-input` with everything that is wrong, `not-found` for
   * a class or test that is not the actor's, `conflict` when somebody else has set it meanwhile.
   */
  async schedule(actor: Actor, request: ScheduleRequest): Promise<number> {
    const { sittings, agents, db } = this.#deps;
    const plan = await this.plan(actor, request.classId, request.testId);
    const { chosen, gone } = chosenPupils(plan, request.studentIds);
    const fields = problemsOf(plan, request, chosen, gone);
    if (Object.keys(fields).length > 0) throw invalidInput('The test cannot be set like this.', fields);
    const teacher = await agents.findTeacher(plan.test.subject);
    const { testId, date, deadline, extraMinutes } = request;
    const shared = { testId, date, deadline, extraMinutes, sitting: 1, teacherId: teacher?.id ?? null };
    const rows = chosen.map(({ id }) => ({ ...shared, studentId: id, scheduledBy: actor.userId }));
    try {
      await db.tx(() => sittings.create(rows));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new AppError('conflict', 'conflict', 'Somebody has just set this test for one of them. Look again.');
    }
    return rows.length;
  }

  /** Another time before it begins, or more minutes, which a sitting under way gets at once. */
  async change(actor: Actor, sittingId: number, set: Window & { extraMinutes: number }): Promise<void> {
    const now = this.#deps.clock.now();
    const sitting = await this.#sitting(actor, sittingId);
    if (stateOf(sitting, now) === 'under way') return this.#extend(sitting, set.extraMinutes);
    this.#require(sitting, 'change');
    refuseWrong({ ...checkWindow(set, sitting.durationMinutes, now), ...checkExtraMinutes(set.extraMinutes) });
    const { status, delayReason } = sitting;
    if (!(await this.#deps.sittings.reschedule(sittingId, { ...set, status, delayReason }))) throw begunMeanwhile();
  }

  /** A later time for one pupil, with the reason; for whoever was ill, also after the window has closed. */
  async delay(actor: Actor, sittingId: number, set: Window & { reason: string }): Promise<void> {
    const sitting = await this.#sitting(actor, sittingId);
    this.#require(sitting, 'delay');
    const now = this.#deps.clock.now();
    refuseWrong({ ...checkWindow(set, sitting.durationMinutes, now), ...checkDelayReason(set.reason) });
    const { date, deadline, reason } = set;
    const change = { date, deadline, extraMinutes: sitting.extraMinutes, delayReason: reason.trim() };
    if (!(await this.#deps.sittings.reschedule(sittingId, { ...change, status: 'delayed' }))) throw begunMeanwhile();
  }

  /** Takes a sitting away that was not begun; it stays in the audit log. */
  async cancel(actor: Actor, sittingId: number): Promise<void> {
    const { db, sittings, audit, clock } = this.#deps;
    const sitting = await this.#sitting(actor, sittingId);
    this.#require(sitting, 'cancel');
    await db.tx(async () => {
      if (!(await sittings.remove(sittingId))) throw begunMeanwhile();
      await audit.add({
        actorId: actor.userId,
        action: 'cancel a test',
        studentId: sitting.studentId,
        schoolId: actor.schoolId,
        details: { testId: sitting.testId, sitting: sitting.sitting, date: sitting.date },
        now: clock.now(),
      });
    });
  }

  /** Allows another sitting of a test that has its result; answers with its number. */
  async allowResit(actor: Actor, sittingId: number, set: Window): Promise<number> {
    const { sittings, clock } = this.#deps;
    const sitting = await this.#sitting(actor, sittingId);
    const now = clock.now();
    if (!mayResit(sitting)) {
      throw new InvalidSittingStateError(
        stateOf(sitting, now),
        'Another sitting is possible once this one has its result.',
      );
    }
    refuseWrong(checkWindow(set, sitting.durationMinutes, now));
    const { testId, studentId, extraMinutes, teacherId } = sitting;
    const next = {
      testId,
      studentId,
      extraMinutes,
      teacherId,
      sitting: sitting.sitting + 1,
      scheduledBy: actor.userId,
    };
    try {
      await sittings.create([{ ...next, date: set.date, deadline: set.deadline }]);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new AppError('conflict', 'conflict', 'There is a later sitting of this test for this pupil already.');
    }
    return next.sitting;
  }

  async #sitting(actor: Actor, sittingId: number): Promise<SittingRecord> {
    return requireSitting(this.#deps, actor, 'schedule a test', sittingId);
  }

  #require(sitting: SittingRecord, event: SittingEvent): void {
    const now = this.#deps.clock.now();
    const step = transition(sitting, event, now);
    if (step.outcome === 'refused') throw new InvalidSittingStateError(stateOf(sitting, now), REFUSALS[step.why]);
  }

  /** Minutes are only ever added to a sitting under way: nobody's time becomes shorter while they write. */
  async #extend(sitting: SittingRecord, extraMinutes: number): Promise<void> {
    const problems = checkExtraMinutes(extraMinutes, sitting.extraMinutes);
    refuseWrong(problems);
    const begunAt = sitting.begunAt ?? sitting.date;
    const endsAt = endOfTime(begunAt, { duration: sitting.durationMinutes, extra: extraMinutes }, sitting);
    if (!(await this.#deps.sittings.extend(sitting.id, { extraMinutes, endsAt }))) {
      throw new InvalidSittingStateError('submitted', REFUSALS['handed in']);
    }
  }
}

/** `gone`: how many were chosen who are not in the class, or not any more. */
function chosenPupils(plan: TestPlan, studentIds: readonly number[] | null): { chosen: PupilToTest[]; gone: number } {
  if (studentIds === null) {
    return { chosen: plan.pupils.filter(({ enrolled, sits }) => enrolled && sits === null), gone: 0 };
  }
  const chosen = plan.pupils.filter(({ id }) => studentIds.includes(id));
  return { chosen, gone: new Set(studentIds).size - chosen.length };
}

function problemsOf(plan: TestPlan, request: ScheduleRequest, chosen: readonly PupilToTest[], gone: number): Fields {
  const empty = plan.shortages.filter(({ there }) => there === 0).map(({ unitName }) => unitName);
  const outside = chosen.filter(({ enrolled }) => !enrolled).map(({ name }) => name);
  const sitting = chosen.filter(({ enrolled, sits }) => enrolled && sits !== null).map(({ name }) => name);
  const pupils = [
    ...(gone > 0
      ? [`pupils of this class; ${gone} of those who were chosen ${gone === 1 ? 'is' : 'are'} not in it now`]
      : []),
    ...(chosen.length === 0 && gone === 0
      ? ['at least one pupil who is in the course and does not sit this test yet']
      : []),
    ...(outside.length > 0 ? [`pupils of the course; not in it: ${outside.join(', ')}`] : []),
    ...(sitting.length > 0 ? [`pupils who do not sit this test yet; it is set for ${sitting.join(', ')}`] : []),
  ];
  return {
    ...checkWindow(request, plan.test.durationMinutes, plan.now),
    ...checkExtraMinutes(request.extraMinutes),
    ...(empty.length > 0 ? { testId: `a test with questions for every unit; none for ${empty.join(', ')}` } : {}),
    ...(plan.test.units.length === 0 ? { testId: 'a test with at least one unit' } : {}),
    ...(pupils.length > 0 ? { studentIds: pupils.join('; ') } : {}),
  };
}

function refuseWrong(fields: Fields): void {
  if (Object.keys(fields).length > 0) throw invalidInput('That cannot be taken.', fields);
}

function begunMeanwhile(): InvalidSittingStateError {
  return new InvalidSittingStateError('under way', REFUSALS.begun);
}
