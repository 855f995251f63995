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
  inWords: 'This week in plain words',
  inWordsNote:
    'Made by rules from sessions that are over, of the seven days up to today. A difference that may be chance is not called one.',
  letterUpTo: (day: string) => `The letter up to ${day}`,
  letterReworded: 'A remote AI model worded this letter; every number and name in it was checked.',
  letterAsk: 'Get this by e-mail once a week',
  letters: {
    title: 'A letter once a week',
    lead: 'Every Sunday, a week of each child of yours in plain words: time, answers, units, lessons, what comes next. The first name and figures stand in the letter, no conversation.',
    unavailable: 'This school sends no e-mail yet. The same stands on the page of each child.',
    noAddress: 'Your account has no e-mail address; your school can add one.',
    wanted: 'Send me the letter',
    to: (email: string) => `It goes to ${email}.`,
    reword: 'A remote AI model may word it',
    rewordHint:
      'A company that runs the model gets the figures of the week under an invented first name, nothing else, and only where consent was given for your child. What it writes is checked number by number; else the words made by rules stand.',
    save: 'Save',
    stopTitle: 'No more letters?',
    stopLead: 'You get a letter about your child’s week on Sundays. You can ask for it again in your profile.',
    stop: 'Send me no more letters',
    stopped: 'You get no more letters. You can ask for them again in your profile.',
  },
  time: 'Time at home',
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
