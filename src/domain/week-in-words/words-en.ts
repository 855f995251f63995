import type { WeekWords } from './week-words.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** A week in English. */
export const WEEK_EN: WeekWords = {
  duration: (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
  },
  name: (name) => `“${name}”`,
  say: {
    never: (name) => `${name} has not studied here yet.`,
    quiet: (name, daysAgo) =>
      `${name} did not study here in these seven days${daysAgo === null ? '' : `; the last time was ${count(daysAgo, 'day')} ago`}.`,
    studied: (name, time, sessions, days) =>
      `${name} studied ${time} in ${count(sessions, 'session')}, at home and at school, on ${count(days, 'day')}.`,
    'time more': (by, before) => `That is ${by} more than in the seven days before (${before}).`,
    'time less': (by, before) => `That is ${by} less than in the seven days before (${before}).`,
    'time same': (before) => `That is about as much as in the seven days before (${before}).`,
    'time first': () => 'In the seven days before there was no session.',
    right: (part, of, share) => `Of ${count(of, 'question')}, ${part} went right at the first try (${share}).`,
    'right few': (part, of) =>
      `Of ${count(of, 'question')}, ${part} went right at the first try; that is too few to say how it goes.`,
    'right more': (before) => `That is better than in the seven days before (${before}).`,
    'right less': (before) => `That is less than in the seven days before (${before}).`,
    'right same': (before) => `In the seven days before it was ${before}: so small a difference may be chance.`,
    'unit up': (unit, course, before, after) =>
      `The unit that moved up most is ${unit} (${course}): the estimated chance of a right answer went from ${before} to ${after}.`,
    'unit down': (unit, course, before, after) =>
      `The unit ${unit} (${course}) went down: from ${before} to ${after} estimated chance of a right answer.`,
    'unit new': (unit, course, after) =>
      `New is the unit ${unit} (${course}), with ${after} estimated chance of a right answer.`,
    attendance: (name, part, of) => `At school ${name} was at ${part} of ${count(of, 'lesson')}.`,
    grade: (test, course, grade) => `The test ${test} (${course}) got the grade ${grade} of 100.`,
    'low feelings': (name, part, of) =>
      `Before ${part} of ${count(of, 'session')} ${name} said that things were not good. A calm moment to ask may help.`,
    'next test': (test, course, inDays) =>
      inDays === 0
        ? `The test ${test} (${course}) is today.`
        : `The test ${test} (${course}) comes in ${count(inDays, 'day')}.`,
    'do test unit': (unit) => `A good next step before the test: practise ${unit}.`,
    'do weak unit': (unit, course) => `A good next step: practise ${unit} (${course}), where answers are not sure yet.`,
    'do review': (due) => `A good next step: ${count(due, 'question')} ${due === 1 ? 'is' : 'are'} due for review.`,
    'do begin': () => 'A good next step: find a fixed time together for a short session.',
    'do ask': (name, unit) => `A good next step: let ${name} explain to you what ${unit} is about.`,
  },
};
