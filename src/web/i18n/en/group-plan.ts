import type { GroupStrategy } from '../../../domain/planning/group-priority.ts';
import { groupReasonInEnglish, groupUnitInEnglish } from '../../../domain/planning/group-words.ts';
import { LEAST_MINUTES, MOST_MINUTES } from '../../../shared/courses.ts';

const strategies: Record<GroupStrategy, string> = {
  balanced: 'Balanced: most of them, with an eye on those who need it most',
  average: 'Average: all count alike',
  'weighted average': 'Weighted: whoever has lower grades counts more',
  'highest need': 'Highest need: mostly whoever needs it most',
  max: 'The one who needs it most',
};

/** Words of the page on which a class manager plans a session together. */
export const groupPlan = {
  title: 'Plan a session together',
  link: 'Plan a session together',
  lead: (className: string) =>
    `Which course and which units ${className}, or some of it, should study together, why, and who is ready for them. Nothing is set by looking.`,
  back: 'Back to the class',
  whom: 'For whom and how long',
  pupils: 'Pupils',
  pupilsHint: 'None ticked means the whole class.',
  strategy: 'Whose needs decide which course comes first',
  strategies,
  minutes: 'Minutes of the session',
  course: 'Course',
  mostUrgent: 'The most urgent one that all share',
  submit: 'Plan',
  session: (course: string, time: string) => `${course}, ${time}`,
  forPupils: (n: number, of: number) => (n === of ? `For all ${of} pupils.` : `For ${n} of ${of} pupils.`),
  reason: groupReasonInEnglish,
  unitReason: groupUnitInEnglish,
  allReady: (n: number) => (n === 1 ? 'Ready for it.' : `All ${n} are ready for it.`),
  readyOf: (ready: number, of: number) => `${ready} of ${of} are ready for it.`,
  notReady: (n: number) => `Who is not ready (${n})`,
  missing: (units: string) => `has not begun ${units}`,
  outlook: (without: string, then: string) =>
    without === then
      ? `Expected right in what is next for each, on average: ${then}, with or without this session.`
      : `Expected right in what is next for each, on average: ${without} without this session, ${then} with it.`,
  outlookNone: 'No answers and no tests yet, so nothing can be said about what it would bring.',
  order: 'Courses that all of them share',
  points: (points: string) => `${points} points`,
  unshared: 'Only some of them are in',
  enrolled: (n: number, of: number) => `${n} of ${of}`,
  nobody: 'Nobody is in this class yet',
  noCourse: 'They share no course that can be studied',
  noCourseMore: 'Choose fewer pupils, or one of the courses below after choosing only those who are in it.',
  problems: {
    form: 'Not everything could be taken; see below.',
    minutes: `Please choose between ${LEAST_MINUTES} and ${MOST_MINUTES} minutes.`,
    strategy: 'Please choose one of these.',
    course: 'Not all of these pupils are in that course. Choose another, or fewer pupils.',
  },
};
