import assert from 'node:assert/strict';
import type { Item } from '../../src/domain/curriculum/curriculum.ts';
import type { DialogueState, Found, Move, PupilAct } from '../../src/domain/tutoring/dialogue.ts';
import { readPupil } from '../../src/domain/tutoring/pupil-act.ts';
import { step } from '../../src/domain/tutoring/step.ts';
import type { StepContext, StepResult } from '../../src/domain/tutoring/step-context.ts';
import { begun, contextFor, makeItem, plainChecker } from './tutoring-fixtures.ts';

/** Twelve items of one unit, of all levels. */
export const POOL = Array.from({ length: 12 }, (_, index) => makeItem(index + 1, { level: 1 + (index % 4) }));

/** A session talked through in the pupil's own words. */
export class Lesson {
  state: DialogueState;
  last: StepResult;
  readonly pool: readonly Item[];
  constructor(pool: readonly Item[] = POOL, more: Partial<StepContext> = {}) {
    this.pool = pool;
    this.last = begun(pool, more);
    this.state = this.last.state;
  }
  get open(): Item {
    const open = this.pool.find((item) => item.revisionId === this.state.open?.revisionId);
    assert.ok(open, 'an item is open');
    return open;
  }
  say(text: string, more: Partial<StepContext> = {}): Move {
    const context = contextFor(this.state, this.pool, more);
    return this.act(readPupil({ text }, this.state, context.open, plainChecker), more);
  }
  act(act: PupilAct, more: Partial<StepContext> = {}): Move {
    this.last = step(this.state, act, contextFor(this.state, this.pool, more));
    this.state = this.last.state;
    return this.last.move;
  }
  right(): Move {
    return this.say(this.open.key.answer);
  }
}

/** The teacher's moves to what the pupil says, one after another. */
export const kinds = (lesson: Lesson, ...texts: string[]) => texts.map((text) => lesson.say(text).kind);
/** A hit of the search for an own question. */
export const found = (item: Item, coverage: number): Found => ({ item, coverage, score: coverage });
