import type { CourseType, GradeLevel, StudyState, TestType } from '../../../domain/curriculum/curriculum.ts';
import { certaintyInEnglish, masteryInEnglish } from '../../../domain/mastery/mastery.ts';
import { assignmentInEnglish, unitReasonInEnglish } from '../../../domain/planning/assignment-words.ts';
import { explain } from '../../../domain/planning/course-priority.ts';
import { outlookInEnglish, planChangeInEnglish } from '../../../domain/planning/plan-change-words.ts';
import { reasonInEnglish } from '../../../domain/planning/priority-reason.ts';
import type { HomeSessionType } from '../../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../../domain/tutoring/brief.ts';

const states: Record<StudyState, string> = {
  'not started': 'not started',
  'in progress': 'in progress',
  completed: 'completed',
};

const courseStates: Record<StudyState, string> = {
  'not started': 'not started',
  'in progress': 'in progress',
  completed: 'completed',
};

const courseTypes: Record<CourseType, string> = { mandatory: 'mandatory', optional: 'optional' };

const tests: Record<TestType, string> = {
  quiz: 'Quiz',
  'mid term': 'Midterm',
  'final exam': 'Final exam',
  meitzav: 'Meitzav test',
  bagrut: 'Bagrut exam',
  'final project': 'Final project',
};

const sessionTypes: Record<HomeSessionType, { label: string; note: string }> = {
  homework: { label: 'Homework', note: 'Go on in the course, step by step' },
  'test preparation': { label: 'Test preparation', note: 'Get ready for what is coming up' },
};

const feelings: Record<EmotionalState, string> = {
  positive: 'Good',
  neutral: 'So-so',
  negative: 'Not good',
  extreme: 'Overwhelmed',
};

const subjects: Record<string, string> = {
  math: 'Math',
  english: 'English',
  literature: 'Literature',
  hebrew: 'Hebrew',
  music: 'Music',
  history: 'History',
  civics: 'Civics',
  science: 'Science',
  'computer science': 'Computer science',
  'physical education': 'Physical education',
  art: 'Art',
  'bible studies': 'Bible studies',
};

const factors: Record<string, string> = {
  progress: 'How much is still ahead',
  'test urgency': 'How soon a test is',
  'test performance': 'How tests went',
  feedback: 'How it felt lately',
  state: 'Whether it is under way',
};

/** Words for the terms of the domain: states, subjects, kinds of tests, and the sentences that explain a number. */
export const words = {
  states,
  courseStates,
  courseTypes,
  tests,
  sessionTypes,
  feelings,
  subject: (name: string) => subjects[name] ?? name,
  grade: (level: GradeLevel) => `${level} grade`,
  subjectAndGrade: (subject: string, level: GradeLevel) => `${subjects[subject] ?? subject}, ${level} grade`,
  factor: (name: string) => factors[name] ?? name,
  mastery: masteryInEnglish,
  certainty: certaintyInEnglish,
  /** Why a course comes first, in one sentence. */
  explain,
  reason: reasonInEnglish,
  unitReason: unitReasonInEnglish,
  assignment: assignmentInEnglish,
  planChange: planChangeInEnglish,
  outlook: outlookInEnglish,
  unitsMastered: (mastered: number, all: number) =>
    all === 0 ? 'No units yet' : `${mastered} of ${all} ${all === 1 ? 'unit' : 'units'} completed`,
  unitsOf: (mastered: number, all: number) => `${mastered} of ${all} ${all === 1 ? 'unit' : 'units'}`,
  minutes: (minutes: number) => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
};
