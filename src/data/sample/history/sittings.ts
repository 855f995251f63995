import type { Insertable } from 'kysely';
import { resultOf } from '../../../domain/assessment/grade.ts';
import { observedInTest } from '../../../domain/assessment/observed-in-test.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/instant.ts';
import type { Handle } from '../../db/database-manager.ts';
import type { Tables } from '../../db/schema.ts';
import { insertAll, nextId } from '../bulk.ts';
import { NAMED } from '../people/named-people.ts';
import type { Random } from '../random.ts';
import { schoolMorning } from './calendar.ts';
import { addModelCalls } from './marking-calls.ts';
import type { MasteryLedger } from './mastery-ledger.ts';
import { answerRows, type Reader, type SatTest, satTest } from './sat-test.ts';
import {
  CHECKED_AFTER,
  felt,
  outcomeOf,
  READ_AFTER,
  RELEASED_AFTER,
  rowOf,
  type Seat,
  underWay,
} from './sitting-rows.ts';
import type { PlannedTest, Pupil, World } from './world.ts';

const RESIT_AFTER = 14 * DAY;
/** Who was ill sits the test on a later date. */
const MAKE_UP_AFTER = 25 * DAY;
const ABSENT = 0.03;
const WHY_LATER = [
  'Was ill that morning; the parents called before eight.',
  'Played with the school orchestra in Acre that day.',
  'A wedding in the family, asked for two weeks before.',
  'Broke a wrist, writes when the cast is off.',
];
/** Who sits a test again has learned for it. */
const EASIER_AGAIN = 0.08;
const WAITS_UP_TO = 6 * DAY;
/** Up to so long ago a school tried a model that marks free text; since then its class managers do. */
const TRIED_UNTIL = 45 * DAY;
const OWN_WORDS = 0.25;
const NEEDS_TIME = 0.07;
/** Whose pages people look at first. */
const KNOWN = { ...NAMED, itai: null };

/** A sitting as it is written: its row without the id, and what was answered. */
interface Sat {
  seat: Seat;
  row: Omit<Insertable<Tables['tests_students']>, 'id'>;
  sat: SatTest | null;
}

/** A result that mastery learns from once it is released. */
interface Released {
  studentId: number;
  at: Instant;
  sat: SatTest;
}

/** The sittings of pupils, filled as time goes on. */
export class Sittings {
  readonly #sittings: Sat[] = [];
  readonly #random: Random;
  readonly #now: Instant;
  readonly #checker: AnswerChecker;
  /** Tests of which somebody in the class has left an answer to a person already. */
  readonly #leftToPerson = new Set<string>();
  readonly #ledger: MasteryLedger;
  #open: Seat[];
  #released: Released[] = [];

  constructor(
    tests: readonly PlannedTest[],
    pupils: readonly Pupil[],
    { now, checker, ledger }: Pick<World, 'now' | 'checker' | 'ledger'>,
    random: Random,
  ) {
    this.#random = random;
    this.#now = now;
    this.#checker = checker;
    this.#ledger = ledger;
    this.#open = tests
      .flatMap((test) => {
        const there = pupils.filter(
          ({ plan, courses }) => plan.classId === test.classId && courses.includes(test.course),
        );
        return there.map((pupil): Seat => {
          const needs = random.fork(`needs of ${pupil.plan.person.username}`).chance(NEEDS_TIME);
          const extraMinutes = needs ? 5 * Math.round(test.durationMinutes / 20) : 0;
          return { test, pupil, at: test.at, sitting: 1, extraMinutes, later: null };
        });
      })
      .sort((a, b) => a.at - b.at);
  }

  /** Sits every test whose morning has come; answers follow from what each pupil knows at that moment, grades from them. */
  sitUntil(moment: Instant): void {
    for (let next = this.#open[0]; next && next.at <= moment; next = this.#open[0]) {
      this.#open = this.#open.slice(1);
      this.#sit(next);
    }
  }

  /** Lets mastery learn from every result that was released by then, as the product does: in the order of the releases. */
  learnUntil(moment: Instant): void {
    const due = this.#released.filter(({ at }) => at <= moment).sort((a, b) => a.at - b.at);
    if (due.length === 0) return;
    this.#released = this.#released.filter(({ at }) => at > moment);
    for (const { studentId, at, sat } of due) {
      for (const { item, answer, mark } of sat.answers) {
        const attempt = mark && observedInTest({ ...item, answer, verdict: mark.verdict });
        if (attempt) this.#ledger.record(studentId, item.courseId, attempt, at);
      }
    }
  }

  /** Sits and learns what is left of the past; one pupil is at it when the history ends. */
  finish(): void {
    this.sitUntil(this.#now - 2 * HOUR);
    this.learnUntil(this.#now);
    this.#beginOne();
  }

  /** Writes all of it, what is ahead as well. */
  async save(db: Handle): Promise<void> {
    for (const seat of this.#open) {
      const status = seat.later === null ? 'scheduled' : 'delayed';
      this.#sittings.push({ seat, row: { ...rowOf(seat), status, phase: 'not begun' }, sat: null });
    }
    const first = await nextId(db, 'tests_students');
    const numbered = this.#sittings.map((one, index) => ({ ...one, id: first + index }));
    await insertAll(
      db,
      'tests_students',
      numbered.map(({ id, row }) => ({ id, ...row })),
    );
    const given = numbered.flatMap(({ id, seat, sat }) => {
      const at = sat?.submittedAt ?? 0;
      const marked = { managerId: seat.test.managerId, checkedAt: at + CHECKED_AFTER, readAt: at + READ_AFTER };
      return sat ? [answerRows(id, sat, marked)] : [];
    });
    await insertAll(
      db,
      'test_answers',
      given.flatMap(({ answers }) => answers),
    );
    await insertAll(
      db,
      'test_marks',
      given.flatMap(({ marks }) => marks),
    );
    await insertAll(
      db,
      'test_reflections',
      numbered.flatMap(({ id, seat, row, sat }) =>
        sat ? felt(id, { seat, row, sat }, this.#now, this.#random.fork(`felt ${seat.test.testId}/${id - first}`)) : [],
      ),
    );
    await addModelCalls(
      db,
      numbered.flatMap(({ seat, sat }) => (sat ? [{ pupil: seat.pupil, sat }] : [])),
    );
  }

  #sit(seat: Seat): void {
    const { test, pupil, at, sitting, later } = seat;
    const random = this.#random.fork(`${test.testId}/${pupil.plan.person.username}/${sitting}`);
    if (sitting === 1 && later === null && random.chance(ABSENT)) {
      const again = schoolMorning(at + MAKE_UP_AFTER, Math.floor((at % DAY) / HOUR));
      this.#later({ ...seat, at: again, later: random.pick(WHY_LATER) });
      return;
    }
    const fresh = at > this.#now - WAITS_UP_TO;
    const left = this.#leftToPerson.has(`${test.testId}/${test.classId}`);
    const reader: Reader | null = fresh && !left ? null : at < this.#now - TRIED_UNTIL ? 'teacher' : 'class manager';
    const sat = satTest(
      { ...seat, reader, easier: sitting > 1 ? EASIER_AGAIN : 0, ownWords: fresh ? (left ? 0 : 1) : OWN_WORDS },
      random.fork('answers'),
      this.#checker,
    );
    if (sat.grade === null) this.#leftToPerson.add(`${test.testId}/${test.classId}`);
    const outcome = outcomeOf(sat, fresh);
    this.#sittings.push({ seat, row: { ...rowOf(seat), ...outcome }, sat });
    if (outcome.phase === 'released') {
      this.#released.push({ studentId: pupil.plan.person.id, at: sat.submittedAt + RELEASED_AFTER, sat });
    }
    const failed = sat.grade !== null && resultOf(sat.grade) === 'failed';
    if (fresh || !failed || sitting > 1 || random.chance(0.4)) return;
    const again = schoolMorning(at + RESIT_AFTER, Math.floor((at % DAY) / HOUR));
    this.#later({ ...seat, at: again, sitting: 2, later: null });
  }

  /** Somebody who flies tomorrow sits the next test before the others, right now. */
  #beginOne(): void {
    const seat = this.#open.find(
      ({ pupil, sitting, test }) =>
        sitting === 1 &&
        test.at > this.#now + DAY &&
        test.durationMinutes >= 45 &&
        !(pupil.plan.person.username in KNOWN),
    );
    if (!seat) return;
    this.#open = this.#open.filter((one) => one !== seat);
    const now = { ...seat, at: this.#now - 15 * MINUTE };
    const seating = { ...now, reader: null, easier: 0, ownWords: 0 };
    const sat = satTest(seating, this.#random.fork('under way'), this.#checker);
    const begun = underWay(sat, this.#now);
    this.#sittings.push({ seat: now, row: { ...rowOf(now), ...begun.row }, sat: begun.sat });
  }

  #later(seat: Seat): void {
    this.#open = [...this.#open, seat].sort((a, b) => a.at - b.at);
  }
}
