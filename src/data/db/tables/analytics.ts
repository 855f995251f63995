import type { EmotionalState } from '../../../domain/tutoring/brief.ts';
import { flag, instant, integer, optional, word } from '../columns.ts';

/** What figures are added up from: kept as things happen, counted anew from what they come from at any time. */
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
  },
};
