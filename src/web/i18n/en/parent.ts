const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** Words of the parents' pages. */
export const parent = {
  title: 'Your children',
  back: 'All children',
  requestTitle: (school: string) => `${school} asks whether you are a parent of one of its pupils`,
  requestWords: (child: string, day: string) =>
    `The pupil’s first name is ${child}; the school asked on ${day}. If this is your child, accept, and you see how they study. If not, refuse; nobody is told.`,
  requestAccept: 'This is my child',
  requestRefuse: 'This is not my child',
  backToChild: (name: string) => `Back to ${name}`,
  none: 'No child is linked to your account',
  noneMore: 'Your school links parents to their children. Please ask the school office if one is missing here.',
  school: (school: string, className: string | null, grade: string | null) =>
    [className === null ? grade : `Class ${className}`, school]
      .filter((part) => part !== null && part !== '')
      .join(', '),
  weekLabel: 'Last seven days',
  weekSessions: (sessions: number) => `in ${count(sessions, 'session')}`,
  weekNone: 'nothing studied',
  lastLabel: 'Last studied',
  lastNone: 'not yet',
  testLabel: 'Next test',
  testNone: 'none planned',
  testNote: (test: string, course: string) => `${test}, ${course}`,
  unread: (alerts: number) => (alerts === 1 ? 'A message from the school' : `${alerts} messages from the school`),
  childTitle: (name: string) => `${name}’s last seven days`,
  /** The week in plain words, every number counted. */
  weekStudied: (name: string, time: string, sessions: number, days: number) =>
    `In the last seven days ${name} studied ${time} in ${count(sessions, 'session')}, on ${count(days, 'day')}.`,
  weekMost: (unit: string, questions: number, all: number) =>
    questions === all
      ? `All ${count(all, 'question')} were about ${unit}.`
      : questions * 2 > all
        ? `Most questions were about ${unit}: ${questions} of ${all}.`
        : `The unit that came up most was ${unit}, with ${questions} of ${all} questions.`,
  weekOutcomes: (alone: number, helped: number, shown: number, all: number) =>
    `Of ${count(all, 'question')}, ${alone} ${alone === 1 ? 'was' : 'were'} right at the first try without help${
      helped > 0 ? `, ${helped} with a hint or another try` : ''
    }${shown > 0 ? `; the solution of ${shown} was shown` : ''}.`,
  weekNoQuestions: 'No question was brought to an end.',
  weekQuiet: (name: string) => `${name} has not studied here in the last seven days.`,
  weekQuietLast: (when: string) => `The last time was ${when}.`,
  weekNever: (name: string) => `${name} has not studied here yet. What happens here will be told on this page.`,
  time: 'Time',
  studied: 'What it went into',
  studiedCaption: 'Units worked on in the last seven days',
  studiedNone: 'No question was brought to an end in the last seven days.',
  policy: {
    off: 'Your school does not show conversations to parents. You see what came of each session, and how it was evaluated.',
    summary:
      'Your school shows parents the questions of each session and how they went, not the words of the conversation.',
    full: 'Your school lets parents read the conversations. Each reading is written down, and your child may ask who read.',
  },
  alertTitle: 'The school asks you to know',
  alertWords: (name: string, when: string) =>
    `On ${when} ${name} wrote something in a study session that adults at the school took seriously. They have looked into it and want you to know. Please make time for ${name}, listen, and speak with the class manager about what happened.`,
  alertSeen: 'You have confirmed that you read this.',
  alertConfirm: 'I have read this',
  alertsTitle: 'From the school',
  alertsNone: 'The school has nothing to tell you',
  alertsNoneMore: 'When adults at the school want you to know about something that your child wrote, it stands here.',
  transcriptOff: 'Your school does not show conversations to parents.',
  summaryNone: 'No question was answered in this session.',
};
