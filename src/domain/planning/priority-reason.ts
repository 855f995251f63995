import type { TestType } from '../curriculum/curriculum.ts';

/**
 * Why a course is where it is, as data: a key and its numbers, so that every language finds its own words. Percentages and
 * grades are 0 … 100, rounded.
 */
export type PriorityReason =
  | { key: 'priority.progress.none' | 'priority.progress.all'; params: Record<string, never> }
  | { key: 'priority.progress.some'; params: { percent: number } }
  | { key: 'priority.test.none'; params: Record<string, never> }
  | { key: 'priority.test.ahead'; params: { type: TestType; name: string; days: number } }
  | { key: 'priority.test.today' | 'priority.test.open'; params: { type: TestType; name: string } }
  | { key: 'priority.grades.none'; params: Record<string, never> }
  | { key: 'priority.grades.low' | 'priority.grades.middle' | 'priority.grades.high'; params: { mean: number } }
  | { key: 'priority.feedback.none' | 'priority.feedback.hard'; params: Record<string, never> }
  | { key: 'priority.feedback.mixed' | 'priority.feedback.well'; params: Record<string, never> }
  | { key: 'priority.state.current' | 'priority.state.new' | 'priority.state.done'; params: Record<string, never> }
  | { key: 'priority.group'; params: { factor: string; percent: number } }
  /** For factors that somebody adds: `text` is a sentence to the pupil. */
  | { key: 'priority.custom'; params: { text: string } };

/** One sentence in English, to the pupil. */
export function reasonInEnglish(reason: PriorityReason): string {
  switch (reason.key) {
    case 'priority.test.ahead':
      return `Your ${testInEnglish(reason.params.type)} is ${daysInEnglish(reason.params.days)}.`;
    case 'priority.test.today':
      return `Your ${testInEnglish(reason.params.type)} is today.`;
    case 'priority.test.open':
      return `Your ${testInEnglish(reason.params.type)} is still waiting to be handed in.`;
    case 'priority.progress.some':
      return `You are ${reason.params.percent}% of the way through this course.`;
    case 'priority.grades.low':
      return `Your tests here average ${reason.params.mean}, so practice helps here.`;
    case 'priority.grades.middle':
    case 'priority.grades.high':
      return `Your tests here average ${reason.params.mean}.`;
    case 'priority.group':
      return groupInEnglish(reason.params);
    case 'priority.custom':
      return reason.params.text;
    default:
      return PLAIN[reason.key];
  }
}

type PlainKey = Extract<PriorityReason, { params: Record<string, never> }>['key'];

const PLAIN: Record<PlainKey, string> = {
  'priority.progress.none': 'All of this course is still ahead of you.',
  'priority.progress.all': 'You have worked through the whole course.',
  'priority.test.none': 'No test is coming up here.',
  'priority.grades.none': 'You have no test grades here yet.',
  'priority.feedback.none': 'You have not said lately how this course feels.',
  'priority.feedback.hard': 'You said lately that this was hard to follow.',
  'priority.feedback.mixed': 'You said lately that this goes fairly well.',
  'priority.feedback.well': 'You said lately that this goes well.',
  'priority.state.current': 'You are in the middle of this course.',
  'priority.state.new': 'You have not started this course yet.',
  'priority.state.done': 'You have completed this course.',
};

const TESTS: Record<TestType, string> = {
  quiz: 'quiz',
  'mid term': 'midterm',
  'final exam': 'final exam',
  meitzav: 'Meitzav test',
  bagrut: 'Bagrut exam',
  'final project': 'final project',
};

function testInEnglish(type: TestType): string {
  return TESTS[type];
}

function daysInEnglish(days: number): string {
  if (days === 1) return 'tomorrow';
  return `in ${days} days`;
}

const GROUP: Record<string, string> = {
  'test urgency': 'A test is coming up for your group.',
  'test performance': 'Practice for the tests here helps your group.',
  feedback: 'What you said after sessions speaks for more time here.',
  state: 'Your group has this course under way.',
};

/** True whichever pupil it is read by: it tells of no single member. */
function groupInEnglish({ factor, percent }: { factor: string; percent: number }): string {
  if (factor === 'progress') return `Your group has ${percent}% of this course ahead.`;
  return (percent > 0 ? GROUP[factor] : undefined) ?? 'Your group studies this course together.';
}
