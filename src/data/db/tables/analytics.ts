import type { EmotionalState } from '../../../domain/tutoring/brief.ts';
import { defaulted, flag, id, instant, integer, optional, real, text, word } from '../columns.ts';

/**
 * What figures are added up from: kept as things happen, counted anew from what they come from at any time. `school_id` is the school to
 * which the pupil belongs now.
 */
export const ANALYTICS_TABLES = {
  session_facts: {
    kind: word<'home' | 'school'>(),
    session_id: integer,
    student_id: integer,
    course_id: optional.integer,
    type: word<'test preparation' | 'homework' | 'individual' | 'group' | 'social'>(),
    started_at: instant,
    active_ms: integer,
    is_attendant: flag,
    attempts: integer,
    correct: integer,
    unaided: integer,
    hints: integer,
    given_up: integer,
    proficiency: optional.integer,
    investment: optional.integer,
    social: optional.integer,
    feeling_before: optional.word<EmotionalState>(),
    feeling_after: optional.word<EmotionalState>(),
    difficulty: optional.integer,
    understanding: optional.integer,
    school_id: integer,
  },
  test_facts: {
    sitting_id: integer,
    student_id: integer,
    course_id: integer,
    test_id: integer,
    started_at: instant,
    grade: real,
    is_passed: flag,
    school_id: integer,
  },
  /** `day` as a number, 20261130; `class_id` 0 where the pupil was in none. */
  model_usage: {
    school_id: integer,
    day: integer,
    class_id: integer,
    purpose: text,
    provider: text,
    model: text,
    calls: defaulted,
    input_tokens: defaulted,
    output_tokens: defaulted,
    cost_micros: defaulted,
    calls_without_cost: defaulted,
  },
};

/** What may be spent on models, and what has been. */
export const BUDGET_TABLES = {
  budgets: {
    school_id: integer,
    monthly_micros: optional.integer,
    monthly_tokens: optional.integer,
    class_daily_tokens: optional.integer,
    changed_at: instant,
    changed_by: optional.integer,
  },
  calls_under_way: {
    id,
    school_id: integer,
    class_id: optional.integer,
    student_id: integer,
    tokens: integer,
    micros: integer,
    expires_at: instant,
  },
  /** `class_id` and `student_id` are 0 where the limit is of none; `period` a month (2026-11) or a day. */
  budget_stops: {
    school_id: integer,
    kind: word<'school' | 'class' | 'pupil' | 'warned'>(),
    class_id: integer,
    student_id: integer,
    period: text,
  },
};
