import { DAY } from '../../shared/instant.ts';
import type { StudyState } from '../curriculum/curriculum.ts';
import { type CourseFacts, type Moment, mean, nearestTest } from './course-facts.ts';
import type { PriorityReason } from './priority-reason.ts';

export interface Assessment {
  /** 0 … 1, higher is more urgent. */
  score: number;
  why: PriorityReason;
}

/** One of the things that make a course come first. Others may be added beside the five (priority-builder.ts). */
export interface PriorityFactor {
  name: string;
  /** Any number ≥ 0; the weights of all factors are normalised to 1. */
  weight: number;
  /** The score that says nothing either way; what lies above it explains a priority. */
  neutral: number;
  assess(facts: CourseFacts, moment: Moment): Assessment;
}

// Most courses say one of these: a page ranks dozens, and need not make them anew.
const UNTOUCHED: Assessment = { score: 1, why: { key: 'priority.progress.none', params: {} } };
const DONE: Assessment = { score: 0, why: { key: 'priority.progress.all', params: {} } };
const NO_TEST: Assessment = { score: 0, why: { key: 'priority.test.none', params: {} } };
const NO_GRADES: Assessment = { score: 0.5, why: { key: 'priority.grades.none', params: {} } };
const NO_FEEDBACK: Assessment = { score: 0.5, why: { key: 'priority.feedback.none', params: {} } };

/** 1 − progress. */
const progress: PriorityFactor = {
  name: 'progress',
  weight: 0.3,
  neutral: 0.5,
  assess(facts) {
    const done = Math.min(1, Math.max(0, facts.progress));
    // Never 0% of something that was begun, never 100% of something that is not done.
    const percent = Math.min(99, Math.max(1, Math.round(done * 100)));
    if (done === 0) return UNTOUCHED;
    if (done === 1) return DONE;
    return { score: 1 - done, why: { key: 'priority.progress.some', params: { percent } } };
  },
};

/** Of the nearest future test, in d days: ≤ 0 → 1; ≤ 7 → 1 − d/14; ≤ 30 → .5·(1 − (d − 7)/46); later .1; none 0. */
const testUrgency: PriorityFactor = {
  name: 'test urgency',
  weight: 0.25,
  neutral: 0,
  assess(facts, moment) {
    const nearest = nearestTest(facts.tests, moment);
    if (nearest === null) return NO_TEST;
    const { test, days } = nearest;
    const { type, name } = test;
    if (days < 0) return { score: 1, why: { key: 'priority.test.open', params: { type, name } } };
    if (days === 0) return { score: 1, why: { key: 'priority.test.today', params: { type, name } } };
    return { score: urgencyIn(days), why: { key: 'priority.test.ahead', params: { type, name, days } } };
  },
};

function urgencyIn(days: number): number {
  if (days <= 7) return 1 - days / 14;
  return days <= 30 ? 0.5 * (1 - (days - 7) / 46) : 0.1;
}

/** Mean grade a: none .5; < 60 → 1; < 75 → .9 − (a − 60)/150; < 85 → .7 − (a − 75)/50; < 95 → .5 − (a − 85)/50; else .1. */
const testPerformance: PriorityFactor = {
  name: 'test performance',
  weight: 0.2,
  neutral: 0.5,
  assess(facts) {
    const average = mean(facts.grades);
    if (average === null) return NO_GRADES;
    const params = { mean: Math.round(average) };
    if (average < 60) return { score: 1, why: { key: 'priority.grades.low', params } };
    if (average < 75) return { score: 0.9 - (average - 60) / 150, why: { key: 'priority.grades.low', params } };
    if (average < 85) return { score: 0.7 - (average - 75) / 50, why: { key: 'priority.grades.middle', params } };
    const score = average < 95 ? 0.5 - (average - 85) / 50 : 0.1;
    return { score, why: { key: 'priority.grades.high', params } };
  },
};

const FEEDBACK_DAYS = 30;

/** Mean of understanding and 11 − difficulty over 30 days: none .5; ≤ 4 → 1; ≤ 6 → .8; ≤ 7 → .6; ≤ 8 → .4; ≤ 9 → .2; else .1. */
const feedback: PriorityFactor = {
  name: 'feedback',
  weight: 0.15,
  neutral: 0.5,
  assess(facts, { now }) {
    const said: number[] = [];
    for (const { understanding, difficulty, at } of facts.feedback) {
      if (at > now - FEEDBACK_DAYS * DAY && at <= now) said.push((understanding + 11 - difficulty) / 2);
    }
    const value = mean(said);
    if (value === null) return NO_FEEDBACK;
    if (value <= 6) return { score: value <= 4 ? 1 : 0.8, why: { key: 'priority.feedback.hard', params: {} } };
    if (value <= 8) return { score: value <= 7 ? 0.6 : 0.4, why: { key: 'priority.feedback.mixed', params: {} } };
    return { score: value <= 9 ? 0.2 : 0.1, why: { key: 'priority.feedback.well', params: {} } };
  },
};

const STATES: Record<StudyState, Assessment> = {
  'in progress': { score: 1, why: { key: 'priority.state.current', params: {} } },
  'not started': { score: 0.6, why: { key: 'priority.state.new', params: {} } },
  completed: { score: 0.2, why: { key: 'priority.state.done', params: {} } },
};

/** In progress 1, not started .6, completed .2. */
const state: PriorityFactor = {
  name: 'state',
  weight: 0.1,
  neutral: 0.6,
  assess: (facts) => STATES[facts.state],
};

/** The five factors of the house, in the order of their weights. */
export const STANDARD_FACTORS: readonly PriorityFactor[] = [progress, testUrgency, testPerformance, feedback, state];
