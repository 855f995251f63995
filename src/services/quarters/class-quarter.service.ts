import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import { holdPupils } from '../../data/people/hold-pupil.ts';
import type { QuarterName, QuarterRepo } from '../../data/quarters/quarter.repo.ts';
import type { QuarterClosing, QuarterClosingRepo } from '../../data/quarters/quarter-closing.repo.ts';
import type { GivenLine, QuarterGivenRepo } from '../../data/quarters/quarter-given.repo.ts';
import { scoreKey } from '../../data/quarters/quarter-given.repo.ts';
import type { QuarterSourceRepo } from '../../data/quarters/quarter-source.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { QuarterKind } from '../../domain/evaluation/quarter-evaluation.ts';
import {
  decideQuarter,
  NOTHING_OWN,
  type QuarterRefusal,
  type QuarterWish,
} from '../../domain/evaluation/quarter-given.ts';
import {
  NobodyAsksError,
  NoQuarterScoreError,
  QUARTER_ANSWERS,
  type QuarterAnswer,
  saidOf,
} from '../../domain/evaluation/quarter-review.ts';
import { lastOver, nameOfQuarter, type SchoolQuarter } from '../../domain/evaluation/school-quarter.ts';
import { checkWords } from '../../domain/evaluation/score-review.ts';
import { civilDay } from '../../shared/calendar.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { timeOf } from './quarter-maker.ts';
import { isMissing, type QuarterLine, readQuarters } from './quarter-reader.ts';

export interface ClassQuarterDeps {
  db: DatabaseManager;
  access: AccessService;
  audit: AuditRepo;
  classes: ClassRepo;
  quarterRows: QuarterRepo;
  quarterSourceRows: QuarterSourceRepo;
  quarterGivenRows: QuarterGivenRepo;
  quarterClosingRows: QuarterClosingRepo;
  clock: Clock;
  timeZone: string;
}

export type HumanKind = Exclude<QuarterKind, 'proficiency'>;
export const HUMAN_KINDS = ['investment', 'social'] as const satisfies readonly HumanKind[];

export interface NamedLine extends QuarterLine {
  name: string;
}

/** How far a subject is. */
export interface SubjectCounts {
  subject: string;
  pupils: number;
  /** Scores that only the class manager can give, and did not yet. */
  missing: number;
  contested: number;
}

/** A quarter of a class. */
export interface ClassQuarter {
  classes: ClassRecord[];
  class: ClassRecord;
  quarter: SchoolQuarter;
  now: Instant;
  /** It is over. */
  over: boolean;
  /** How its last closing stands; null: it is not closed. */
  closing: QuarterClosing | null;
  subjects: SubjectCounts[];
  /** Everybody in every subject: contested ones first, then those with something missing, then by name. */
  lines: NamedLine[];
  /** Pupils of the class for whom the quarter is closed, and those of them who see it, with their parents. */
  pupils: number;
  released: number;
}

export interface ClassQuarterWish {
  classId?: number | undefined;
  quarter?: SchoolQuarter | undefined;
}

export interface GivenWish extends QuarterWish {
  studentId: number;
  subject: string;
  kind: HumanKind;
}

export interface RefusedWish extends GivenWish {
  why: QuarterRefusal;
}

/** A class's quarter: its class manager completes what only a person can say, answers who contests it, and shows it. */
export class ClassQuarterService {
  readonly #deps: ClassQuarterDeps;

  constructor(deps: ClassQuarterDeps) {
    this.#deps = deps;
  }

  /**
   * A class of the actor's in a quarter; the first one and the last quarter that is over where none is named. Null: they have no class.
   * A fixed number of queries. Throws `not-found` for a class of somebody else.
   */
  async board(actor: Actor, wish: ClassQuarterWish): Promise<ClassQuarter | null> {
    const { access, classes, quarterClosingRows, clock, timeZone } = this.#deps;
    access.requireRole(actor, 'view class analytics');
    const own = await classes.listOfManager(actor.userId);
    const room = wish.classId === undefined ? own[0] : own.find(({ id }) => id === wish.classId);
    if (!room && wish.classId === undefined) return null;
    if (!room) throw notFound('class');
    const now = clock.now();
    const quarter = wish.quarter ?? lastOver(civilDay(now, timeZone));
    const members = await classes.listMembers([room.id]);
    const names = new Map(members.map(({ studentId, firstName, lastName }) => [studentId, `${firstName} ${lastName}`]));
    const read = await readQuarters(this.#deps, [...names.keys()], quarter);
    const places = [...names.keys()];
    const lines = read
      .map((line): NamedLine => ({ ...line, name: names.get(line.studentId) ?? '' }))
      .sort((a, b) => urgency(b) - urgency(a) || places.indexOf(a.studentId) - places.indexOf(b.studentId));
    const closings = actor.schoolId === null ? [] : await quarterClosingRows.list(actor.schoolId, quarter, 1);
    return {
      classes: own,
      class: room,
      quarter,
      lines,
      now,
      over: now >= timeOf(quarter, timeZone).to,
      closing: closings[0] ?? null,
      subjects: subjectsOf(lines),
      pupils: new Set(lines.map(({ studentId }) => studentId)).size,
      released: new Set(lines.flatMap(({ studentId, releasedAt }) => (releasedAt === null ? [] : [studentId]))).size,
    };
  }

  /**
   * Gives, or takes back, scores of a quarter: what stood there stays on record. What cannot be said is named with the reason, and the
   * rest is saved. Throws `forbidden` without the role, `not-found` where none of the pupils is the actor's.
   */
  async give(actor: Actor, name: QuarterName, wishes: readonly GivenWish[]): Promise<RefusedWish[]> {
    const { access, db, quarterRows, quarterGivenRows, clock } = this.#deps;
    access.requireRole(actor, 'provide investment evaluation');
    access.requireRole(actor, 'provide social evaluation');
    if (wishes.length === 0) return [];
    const mine = await this.#ownPupils(actor);
    const reached = [...new Set(wishes.map(({ studentId }) => studentId))].filter((id) => mine.has(id));
    if (reached.length === 0) throw notFound('pupil');
    const now = clock.now();
    return db.tx(async () => {
      await holdPupils(db, reached);
      const made = new Set((await quarterRows.listOf(reached, name)).map(scoreKey));
      const standing = await quarterGivenRows.standing(reached, name);
      const refused: RefusedWish[] = [];
      const lines = new Map<string, GivenLine>();
      for (const wish of wishes) {
        const place = { kind: wish.kind, studentId: wish.studentId, subject: wish.subject, ...nameOnly(name) };
        const key = scoreKey(place);
        const decided = made.has(key) ? decideQuarter(standing.get(key) ?? NOTHING_OWN, wish) : 'not found';
        if (decided === 'change') {
          const { score, reason, words } = wish;
          lines.set(key, { ...place, score, reason, words: words.trim(), byId: actor.userId, at: now });
        } else if (decided !== 'same') refused.push({ ...wish, why: decided });
      }
      await quarterGivenRows.give([...lines.values()]);
      return refused;
    });
  }

  /**
   * Lets pupils of a class and their parents see a quarter; answers how many of them do now. What is missing still may be given after
   * it. Throws `not-found` for a class of somebody else and for a quarter that is not closed.
   */
  async release(actor: Actor, classId: number, quarter: SchoolQuarter): Promise<number> {
    const { access, db, quarterClosingRows, audit, clock } = this.#deps;
    access.requireRole(actor, 'provide social evaluation');
    const board = await this.board(actor, { classId, quarter });
    const pupils = [...new Set(board?.lines.map(({ studentId }) => studentId))];
    if (pupils.length === 0) throw notFound('quarter');
    const now = clock.now();
    await db.tx(async () => {
      await quarterClosingRows.release(pupils, quarter, actor.userId, now);
      const details = { classId, quarter: nameOfQuarter(quarter), pupils: pupils.length };
      await audit.add({ actorId: actor.userId, action: 'show a quarter', schoolId: actor.schoolId, details, now });
    });
    return pupils.length;
  }

  /**
   * Answers a score: it stands, or (proficiency) it is disputed. Throws `not-found` for one out of reach, `invalid-input` for an answer
   * that this kind does not know and for words that are missing, `no-score`, and `nothing-to-answer` where nobody asks.
   */
  async answer(
    actor: Actor,
    { kind, id }: { kind: QuarterKind; id: number },
    { action, words }: { action: QuarterAnswer; words: string },
  ): Promise<QuarterName & { subject: string }> {
    const { access, db, quarterRows, quarterGivenRows, audit, clock } = this.#deps;
    const place = await quarterRows.find(kind, id);
    access.requireRole(actor, 'provide social evaluation');
    if (!place) throw notFound('score');
    await access.requirePupil(actor, 'provide social evaluation', place.studentId, 'score');
    if (!QUARTER_ANSWERS[kind].includes(action)) {
      throw invalidInput(`A score of ${kind} is not answered like that.`, { action: QUARTER_ANSWERS[kind].join(', ') });
    }
    checkWords(words);
    const now = clock.now();
    await db.tx(async () => {
      await holdPupils(db, [place.studentId]);
      const own = (await quarterGivenRows.standing([place.studentId], place)).get(scoreKey(place)) ?? NOTHING_OWN;
      const said = saidOf(
        (await quarterGivenRows.reviewsOf([place.studentId], place)).get(scoreKey(place)) ?? [],
        own.at,
      );
      const there = (await quarterRows.listOf([place.studentId], place)).filter(
        (one) => scoreKey(one) === scoreKey(place),
      );
      if (there.every(({ score }) => score === null)) throw new NoQuarterScoreError();
      if (action === 'stands' && !said.contest && !said.disputed) throw new NobodyAsksError();
      await quarterGivenRows.addReview(place, { action, words: words.trim(), byId: actor.userId, at: now });
      const details = { quarter: nameOfQuarter(place), subject: place.subject, kind, answer: action };
      const { studentId } = place;
      const entry = { actorId: actor.userId, action: 'answer a score of a quarter', studentId, details, now };
      await audit.add({ ...entry, schoolId: actor.schoolId });
    });
    return place;
  }

  async #ownPupils(actor: Actor): Promise<Set<number>> {
    const { classes } = this.#deps;
    const own = await classes.listOfManager(actor.userId);
    return new Set((await classes.listMembers(own.map(({ id }) => id))).map(({ studentId }) => studentId));
  }
}

const nameOnly = ({ schoolYear, quarter }: QuarterName): QuarterName => ({ schoolYear, quarter });

const contestedIn = ({ scores }: QuarterLine): number =>
  Object.values(scores).filter(({ said }) => said.contest !== null).length;
const missingIn = ({ scores }: QuarterLine): number => Object.values(scores).filter(isMissing).length;
const urgency = (line: QuarterLine): number => contestedIn(line) * 10 + missingIn(line);

function subjectsOf(lines: readonly QuarterLine[]): SubjectCounts[] {
  return [...Map.groupBy(lines, ({ subject }) => subject)]
    .map(([subject, own]) => ({
      subject,
      pupils: own.length,
      missing: own.reduce((sum, line) => sum + missingIn(line), 0),
      contested: own.reduce((sum, line) => sum + contestedIn(line), 0),
    }))
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
}
