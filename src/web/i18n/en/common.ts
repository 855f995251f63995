import type { Role } from '../../../domain/access/permission-matrix.ts';

const roles: Record<Role, string> = {
  student: 'Pupil',
  parent: 'Parent',
  'class manager': 'Class manager',
  'school manager': 'School manager',
  'regional supervisor': 'Regional supervisor',
};

/** Words that every page may use. */
export const common = {
  brandTagline: 'Study with a teacher who has time for you',
  skipToContent: 'Skip to the content',
  mainNavigation: 'Main',
  yourAccount: 'Your account',
  logout: 'Log out',
  older: 'Older',
  newer: 'Newer',
  pages: 'Pages',
  onThisPage: 'On this page',
  nav: {
    today: 'Today',
    courses: 'Courses',
    tests: 'Tests',
    progress: 'My progress',
    history: 'History',
    profile: 'Profile',
    children: 'Children',
    class: 'Class',
    classroom: 'Classroom',
    evaluations: 'Evaluate',
    alerts: 'Alerts',
    school: 'School',
    people: 'People',
    region: 'Region',
    devices: 'Devices',
    curriculum: 'Curriculum',
  },
  foot: {
    ai: 'The teachers here are AIs and can be wrong. Whether an answer is right is decided by your school’s question bank.',
    adults: 'Adults of your school can read study sessions.',
  },
  login: {
    title: 'Log in',
    welcome: 'Good to see you',
    username: 'Username',
    password: 'Password',
    submit: 'Log in',
    forgotten: 'Forgotten your password? Somebody at your school can set a new one.',
    sampleTitle: 'Look around',
    sampleNote: 'This school is made up. Come in as one of these people:',
    sampleCredentials: (username: string, password: string) => `${username} · ${password}`,
    /** The way to the same page in the other language, in that language. */
    otherLanguage: 'עברית',
  },
  errors: {
    title: 'That did not work',
    notFoundTitle: 'There is nothing here',
    forbiddenTitle: 'This page is for somebody else',
    unavailableTitle: 'Just a moment',
    id: 'If you ask for help, name this number:',
    back: 'Back to the start page',
    backToPage: 'Back to where you were',
    stale: 'Somebody may have changed it since your page was opened. Nothing was done; please look at the page again.',
    wrote: 'Nothing is lost that you wrote:',
    formTitle: 'Please look at this again',
    /** What an error says, from its code and its English sentence. */
    message: (_code: string, message: string): string => message,
  },
  roles,
};
