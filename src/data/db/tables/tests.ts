import type { EmotionalState } from '../../../domain/tutoring/brief.ts';
import { id, instant, integer, optional, real, text, word } from '../columns.ts';

type Marker = 'checker' | 'teacher' | 'class manager' | 'regrade';
type Mark = 'correct' | 'partly' | 'incorrect' | 'unanswered';

/** What a sitting of a test is made of: its questions with their answers and marks, and how it felt. */
export const TEST_TABLES = {
  test_answers: {
    sitting_id: integer,
    position: integer,
    qa_id: integer,
    revision_id: integer,
    course_id: integer,
    unit_name: text,
    points: real,
    answer: text,
    seq: integer,
    saved_by: optional.text,
    saved_at: optional.instant,
    verdict: optional.word<Mark>(),
    share: optional.real,
    understood: optional.text,
    marked_by: optional.word<Marker>(),
    marker_id: optional.integer,
    comment: optional.text,
    marked_at: optional.instant,
    /** When retention took away what was written. */
    removed_at: optional.instant,
  },
  test_marks: {
    id,
    sitting_id: integer,
    position: integer,
    verdict: word<Mark>(),
    share: real,
    source: word<Marker>(),
    marker_id: optional.integer,
    reason: optional.text,
    created_at: instant,
  },
  test_reflections: {
    sitting_id: integer,
    moment: word<'handed in' | 'reviewed'>(),
    emotional_state: word<EmotionalState>(),
    difficulty: integer,
    created_at: instant,
  },
};
