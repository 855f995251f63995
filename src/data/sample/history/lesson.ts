import type { Item } from '../../../domain/curriculum/curriculum.ts';
import { type Crisis, crisisReply, screenForCrisis } from '../../../domain/safety/crisis.ts';
import { type Pause, timeStudied } from '../../../domain/study-session/study-session.ts';
import type { AttemptRecord, Move, PupilAct } from '../../../domain/tutoring/dialogue.ts';
import { afterPause, initialDialogue } from '../../../domain/tutoring/dialogue-state.ts';
import { openOwnItem } from '../../../domain/tutoring/on-own-problem.ts';
import { isOwn } from '../../../domain/tutoring/own-problem/own-item.ts';
import { readPupil } from '../../../domain/tutoring/pupil-act.ts';
import { begin, step } from '../../../domain/tutoring/step.ts';
import type { StepContext, StepResult } from '../../../domain/tutoring/step-context.ts';
import { type Instant, MINUTE } from '../../../shared/instant.ts';
import type { Random } from '../random.ts';
import { briefOf, type LessonFacts, posedBy } from './lesson-brief.ts';
import { alertRow, attemptRow, sessionColumns } from './lesson-rows.ts';
import type { Standing } from './mastery-ledger.ts';
import { type Line, Transcript } from './transcript.ts';
import type { Said } from './typing.ts';
import { findIn, type Pupil, type World } from './world.ts';

/** An attempt as the evidence looks at it. */
export interface LessonAttempt extends AttemptRecord {
  id: number;
  studentId: number;
  messageId: number;
  masteryAfter: number | null;
}

const FOUND = 3;

const studentId = ({ plan }: Pupil): number => plan.person.id;

const latest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((last, one) => (one !== null && (last === null || one > last) ? one : last), null);

/**
 * The conversation of one session, held by the real dialogue machine over the real checker. What is read, planned and recorded
 * here follows the product's services turn by turn, so that the history is what the product would have written.
 */
export class Lesson {
  readonly #world: World;
  readonly #random: Random;
  readonly #transcript: Transcript;
  readonly facts: LessonFacts;
  readonly attempts: LessonAttempt[] = [];
  readonly pauses: Pause[] = [];
  state = initialDialogue();
  lastMove: Move = { kind: 'pose', pose: null };
  #version = 1;

  constructor(world: World, facts: LessonFacts, random: Random) {
    this.#world = world;
    this.#random = random;
    this.facts = facts;
    this.#transcript = new Transcript(world.rows, sessionColumns(facts));
  }

  get messages(): readonly Line[] {
    return this.#transcript.lines;
  }

  get pool() {
    const { course, unitNames } = this.facts;
    return unitNames.flatMap((unitName) => course.items.filter((item) => item.unitName === unitName));
  }

  /** The item that is open: the pupil's own, or one of the course. */
  get open(): Item | null {
    const { state, facts } = this;
    const own = openOwnItem(state, this.#world.checker);
    return own ?? facts.course.items.find((item) => item.revisionId === state.open?.revisionId) ?? null;
  }

  /** Time worked up to now, in ms. */
  worked(now: Instant): number {
    return timeStudied({ start: this.facts.start, end: null, pauses: this.pauses }, now);
  }

  /** The teacher's first words, with the first item. */
  async welcome(now: Instant): Promise<void> {
    await this.#take(begin(this.state, this.#context(this.facts.pupils[0], null, now)), null, now);
  }

  /** A message of a pupil and the reply to it. */
  async say(said: Said, now: Instant, pupil: Pupil = this.facts.pupils[0]): Promise<void> {
    const crisis = this.#screen(said.text);
    if (crisis) {
      this.#onCrisis(crisis, { said, pupil }, now);
      return;
    }
    const open = this.open;
    const message = { text: said.text, ...(said.choiceId === undefined ? {} : { choiceId: said.choiceId }) };
    const act = readPupil(message, this.state, open, this.#world.checker);
    await this.#take(step(this.state, act, this.#context(pupil, act, now)), { said, act, pupil }, now);
    const done = this.state.done.at(-1);
    if (open && done?.qaId === open.qaId) pupil.knowledge.worked(open, done.outcome);
  }

  /** Most answers are given more than once; the screen looks at each text once. */
  #screen(text: string): Crisis | null {
    const { screened } = this.#world;
    const before = screened.get(text);
    if (before !== undefined) return before;
    const crisis = screenForCrisis(text);
    screened.set(text, crisis);
    return crisis;
  }

  pause(now: Instant): void {
    this.pauses.push({ start: now, end: null });
  }

  /** Time paused is not time spent on the open item. */
  resume(now: Instant): void {
    const pause = this.pauses.at(-1);
    if (!pause) return;
    this.state = afterPause(this.state, now - pause.start);
    this.#version += 1;
    this.endPause(now);
  }

  endPause(now: Instant): void {
    const pause = this.pauses.at(-1);
    if (pause) pause.end = now;
  }

  /** Keeps the last state of the dialogue; once, when the session is over. */
  close(): void {
    const { kind, sessionId, pupils } = this.facts;
    const { rows } = this.#world;
    rows.rows.session_dialogues.push({
      id: rows.takeId('session_dialogues'),
      home_session_id: kind === 'home' ? sessionId : null,
      school_session_id: kind === 'school' ? sessionId : null,
      state: JSON.stringify(this.state),
      version: this.#version,
      replying_message_id: null,
    });
    const moments = new Map(this.messages.map(({ id, at }) => [id, at]));
    for (const { qaId, messageId, studentId: by } of this.attempts) {
      const pupil = pupils.find((one) => studentId(one) === by);
      pupil?.lastAnswered.set(qaId, moments.get(messageId) ?? this.facts.start);
    }
  }

  async #take(
    result: StepResult,
    prompt: { said: Said; act: PupilAct; pupil: Pupil } | null,
    now: Instant,
  ): Promise<void> {
    const { open, facts, messages: lines } = this;
    const standings = this.#standings(prompt?.pupil ?? facts.pupils[0]);
    const brief = briefOf(facts, prompt?.pupil ?? null, result, {
      open,
      lines,
      standings,
      text: prompt?.said.text ?? null,
    });
    const content = (await this.#world.words(brief)).trim();
    if (prompt) {
      const { said, act, pupil } = prompt;
      const given = { studentId: studentId(pupil), act: act.type, hidden: false, now };
      const messageId = this.#transcript.addPrompt(said, given, this.#random);
      if (result.attempt) this.#record(result.attempt, pupil, messageId, now);
    }
    const posed = posedBy(result.move);
    const posedRevisionId = posed === null || isOwn(posed) ? null : posed.revisionId;
    const { kind: move } = result.move;
    const { id: teacherId } = facts.course.teacher;
    this.#transcript.addReply({ teacherId, content, move, posedRevisionId, hidden: false, worded: true, now });
    this.state = result.state;
    this.lastMove = result.move;
    this.#version += 1;
  }

  #record(attempt: AttemptRecord, pupil: Pupil, messageId: number, now: Instant): void {
    const { rows, ledger } = this.#world;
    ledger.review(studentId(pupil), attempt, now);
    const change = ledger.record(studentId(pupil), this.facts.course.id, attempt, now);
    const id = rows.takeId('attempts');
    const by = { studentId: studentId(pupil), masteryAfter: change?.masteryAfter ?? null };
    this.attempts.push({ ...attempt, id, messageId, ...by });
    rows.rows.attempts.push(attemptRow(this.facts, attempt, { pupil, id, messageId, change, now }));
  }

  /** The dialogue stands still, both messages are hidden from parents, and the school's staff get an alert. */
  #onCrisis(crisis: Crisis, { said, pupil }: { said: Said; pupil: Pupil }, now: Instant): void {
    const { rows } = this.#world;
    const given = { studentId: studentId(pupil), act: 'crisis', hidden: true, now };
    const messageId = this.#transcript.addPrompt(said, given, this.#random);
    const reply = {
      teacherId: this.facts.course.teacher.id,
      content: crisisReply(crisis, 'en'),
      move: 'crisis',
      posedRevisionId: null,
    };
    this.#transcript.addReply({ ...reply, hidden: true, worded: false, now });
    this.#version += 1;
    const id = rows.takeId('safety_alerts');
    rows.rows.safety_alerts.push(alertRow(this.facts, crisis, { pupil, id, messageId, now }));
  }

  #standings(pupil: Pupil): Standing[] {
    return this.#world.ledger.standings(studentId(pupil), this.facts.course.id);
  }

  #context(pupil: Pupil, act: PupilAct | null, now: Instant): StepContext {
    const { plannedMinutes, pupils, before } = this.facts;
    const standings = new Map(this.#standings(pupil).map((standing) => [standing.name, standing]));
    return {
      now,
      open: this.open,
      pool: this.pool,
      masteryOf: (name) => standings.get(name)?.mastery ?? 0.5,
      answersOf: (name) => standings.get(name)?.answers ?? 0,
      found: this.#found(act),
      units: (before.get(studentId(pupil)) ?? []).map(({ unitName, masteryBefore }) => {
        return { name: unitName, before: masteryBefore, after: standings.get(unitName)?.mastery ?? masteryBefore };
      }),
      checker: this.#world.checker,
      lastAnswered: (qaId) => latest(pupils.map(({ lastAnswered }) => lastAnswered.get(qaId) ?? null)),
      due: this.#due(pupil, now),
      remaining: plannedMinutes * MINUTE - this.worked(now),
    };
  }

  /** While the session opens, what is due for review in its course, and what was asked already. */
  #due(pupil: Pupil, now: Instant): Item[] {
    const { items } = this.facts.course;
    const asked = new Set(this.state.done.map(({ qaId }) => qaId));
    const due = this.state.phase === 'opening' ? this.#world.ledger.due(studentId(pupil), items, now) : [];
    return [...new Set([...items.filter(({ qaId }) => asked.has(qaId)), ...due])];
  }

  #found(act: PupilAct | null): StepContext['found'] {
    const { course } = this.facts;
    if (act?.type === 'own question') return findIn(course, act.question, FOUND);
    if (act?.type !== 'picked') return [];
    const item = course.items.find(({ qaId }) => qaId === act.qaId);
    return item ? [{ item, coverage: 1, score: 1 }] : [];
  }
}
