/** What stands in the addresses of pages; 0 and nothing where a person has none. */
export const NO_IDS = {
  course: 0,
  /** A session under way, and one that is over. */
  live: 0,
  over: 0,
  /** At school. */
  lesson: 0,
  /** A lesson that runs, with one of its sessions: `lesson/sessions/session`, for its class manager. */
  given: '',
  /** One that is planned, and one that is over. */
  givenAhead: 0,
  givenOver: 0,
  /** A pupil's own session in it. */
  seat: 0,
  pupil: 0,
  /** The revision of a question that was asked. */
  asked: 0,
  /** Of one that was asked in the lesson; and in a test, with the place: of a pupil, and of a class. */
  askedAtSchool: 0,
  askedInTest: '',
  askedOfClass: '',
  tests: [0],
  /** Of a test of a class: `class/test`. */
  board: '',
  sitting: 0,
  /** A course that is written, with a unit, a question, a test and a publication of it. */
  written: 0,
  unit: '',
  problem: 0,
  test: 0,
  publication: 0,
  /** Tokens of a one-time link and of a login card. */
  welcome: '',
  card: '',
  schoolClass: 0,
  /** A score of the pupil's quarter that they see. */
  quarterScore: 0,
  dalia: 0,
  /** A file of people that is looked at, and one of questions. */
  upload: 0,
  questions: 0,
  /** Published guidance that Amir has read, and one that is still written. */
  guidance: 0,
  guidanceDraft: 0,
};
export type PageIds = typeof NO_IDS;

/** Every page there is, and how to get there; a page that is missing here fails the test. */
export const ADDRESSES: Record<string, (ids: PageIds) => string[]> = {
  '/': () => ['/'],
  '/courses': () => ['/courses'],
  '/courses/:id': ({ course }) => [`/courses/${course}`],
  '/study': () => ['/study'],
  '/study/new': ({ course }) => ['/study/new', `/study/new?course=${course}`],
  '/study/home/:id': ({ live }) => [`/study/home/${live}`],
  '/study/home/:id/end': ({ live }) => [`/study/home/${live}/end`],
  '/study/home/:id/summary': ({ over }) => [`/study/home/${over}/summary`],
  '/study/plan': () => ['/study/plan', '/study/plan?minutes=90', '/study/plan?minutes=0&date=x'],
  '/tests': () => ['/tests'],
  '/tests/:id': ({ tests }) => tests.map((id) => `/tests/${id}`),
  '/tests/:id/hand-in': ({ tests }) => [`/tests/${tests[0]}/hand-in`, `/tests/${tests[0]}?question=1`],
  '/class/tests': () => ['/class/tests'],
  '/class/tests/new': ({ board }) => ['/class/tests/new', `/class/tests/new?${planOf(board)}`],
  '/class/tests/marking': () => ['/class/tests/marking'],
  '/class/tests/:classId/:testId': ({ board }) => [`/class/tests/${board}`],
  '/class/tests/:classId/:testId/results': ({ board }) => [`/class/tests/${board}/results`],
  '/class/tests/sittings/:id': ({ sitting }) => [`/class/tests/sittings/${sitting}`],
  '/progress': () => ['/progress', '/progress?period=week', '/progress?from=2026-02-31'],
  '/children/:id/progress': ({ pupil }) => [`/children/${pupil}/progress`],
  '/history': () => ['/history'],
  '/children': () => ['/children'],
  '/children/:id': ({ pupil }) => [`/children/${pupil}`],
  '/children/:id/sessions/:sessionId': ({ pupil, over }) => [`/children/${pupil}/sessions/${over}`],
  '/study/home/:id/contest/:kind': ({ over }) => [`/study/home/${over}/contest/investment`],
  '/children/:id/sessions/:sessionId/contest/:kind': ({ pupil, over }) => [
    `/children/${pupil}/sessions/${over}/contest/investment`,
  ],
  '/study/school/:id/contest/:kind': ({ lesson }) => [`/study/school/${lesson}/contest/investment`],
  '/children/:id/lessons/:sessionId/contest/:kind': ({ pupil, lesson }) => [
    `/children/${pupil}/lessons/${lesson}/contest/investment`,
  ],
  '/study/school/:id': ({ lesson, seat }) => [`/study/school/${lesson}`, `/study/school/${seat}`],
  '/study/school/:id/end': ({ seat }) => [`/study/school/${seat}/end`],
  '/children/:id/lessons/:sessionId': ({ pupil, lesson }) => [`/children/${pupil}/lessons/${lesson}`],
  '/class/students/:id/lessons/:sessionId': ({ pupil, lesson }) => [`/class/students/${pupil}/lessons/${lesson}`],
  '/classroom': () => ['/classroom'],
  '/classroom/new': ({ course }) => ['/classroom/new', `/classroom/new?minutes=3&course=${course}`],
  '/classroom/lessons/:id': ({ given }) => [`/classroom/lessons/${given.split('/')[0]}`],
  '/classroom/lessons/:id/attendance': ({ given, givenOver }) => [
    `/classroom/lessons/${given.split('/')[0]}/attendance`,
    `/classroom/lessons/${givenOver}/attendance`,
  ],
  '/classroom/lessons/:id/plan': ({ givenAhead }) => [`/classroom/lessons/${givenAhead}/plan`],
  '/classroom/lessons/:id/after': ({ givenOver }) => [`/classroom/lessons/${givenOver}/after`],
  '/classroom/attendance': () => ['/classroom/attendance'],
  '/classroom/lessons/:id/sessions/:sessionId': ({ given }) => [`/classroom/lessons/${given}`],
  '/class': () => ['/class'],
  '/class/analytics': () => ['/class/analytics', '/class/analytics?from=2026-02-31'],
  '/how-counted': () => ['/how-counted'],
  '/class/quarter': () => ['/class/quarter', '/class/quarter?quarter=2025/1'],
  '/school/quarter': () => ['/school/quarter', '/school/quarter?quarter=2025/1'],
  '/quarters/:kind/:scoreId/contest': ({ quarterScore }) => [`/quarters/proficiency/${quarterScore}/contest`],
  '/children/:id/quarters/:kind/:scoreId/contest': ({ pupil, quarterScore }) => [
    `/children/${pupil}/quarters/proficiency/${quarterScore}/contest`,
  ],
  '/class/evaluations': () => ['/class/evaluations'],
  '/class/plans/:classId': ({ board }) => {
    const room = board.split('/')[0];
    return [`/class/plans/${room}`, `/class/plans/${room}?minutes=0`];
  },
  '/class/students/:id': ({ pupil }) => [`/class/students/${pupil}`],
  '/class/students/:id/sessions/:sessionId': ({ pupil, over }) => [`/class/students/${pupil}/sessions/${over}`],
  '/school': () => ['/school'],
  '/school/analytics': () => ['/school/analytics', '/school/analytics?from=tomorrow'],
  '/school/evaluator': () => ['/school/evaluator'],
  '/school/people/import': () => ['/school/people/import'],
  '/school/people/import/:id': ({ upload }) => [`/school/people/import/${upload}`],
  '/school/devices': () => ['/school/devices', '/school/devices?show=lent&q=zzz'],
  '/school/devices/new': () => ['/school/devices/new'],
  '/school/devices/:id': () => ['/school/devices/1?who=noa', '/school/devices/4'],
  '/reports': () => ['/reports'],
  '/reports/new': ({ over, asked }) => [`/reports/new?session=${over}&question=${asked}`],
  '/reports/new/lesson': ({ lesson, pupil, askedAtSchool }) => [
    `/reports/new/lesson?lesson=${lesson}&pupil=${pupil}&question=${askedAtSchool}`,
  ],
  '/reports/new/test': ({ askedInTest }) => [`/reports/new/test?${askedInTest}`],
  '/reports/new/results': ({ askedOfClass }) => [`/reports/new/results?${askedOfClass}`],
  '/region/curriculum/import': () => ['/region/curriculum/import'],
  '/region/curriculum/export': ({ course }) => [
    '/region/curriculum/export?format=qti',
    `/region/curriculum/export?format=gift&course=${course}`,
  ],
  '/region/curriculum/import/:id': ({ questions }) => [`/region/curriculum/import/${questions}`],
  '/region/curriculum/reports': () => ['/region/curriculum/reports'],
  '/region': () => ['/region'],
  '/region/analytics': () => ['/region/analytics', '/region/analytics?from=tomorrow'],
  '/region/hard-units': () => ['/region/hard-units', '/region/hard-units?from=tomorrow'],
  '/region/wrong-answers': () => ['/region/wrong-answers?period=quarter'],
  '/region/guidance': () => ['/region/guidance'],
  '/region/guidance/new': ({ course }) => ['/region/guidance/new', `/region/guidance/new?course=${course}`],
  '/region/guidance/:id': ({ guidance, guidanceDraft }) => [
    `/region/guidance/${guidance}`,
    `/region/guidance/${guidanceDraft}`,
  ],
  '/region/guidance/:id/edit': ({ guidance }) => [`/region/guidance/${guidance}/edit`],
  '/class/guidance': () => ['/class/guidance'],
  '/class/guidance/:id': ({ guidance }) => [`/class/guidance/${guidance}`],
  '/region/curriculum': () => ['/region/curriculum', '/region/curriculum?q=number', '/region/curriculum?archived=yes'],
  '/region/curriculum/courses/new': () => ['/region/curriculum/courses/new'],
  '/region/curriculum/courses/:id': ({ written }) => [`/region/curriculum/courses/${written}`],
  '/region/curriculum/courses/:id/edit': ({ written }) => [`/region/curriculum/courses/${written}/edit`],
  '/region/curriculum/courses/:id/unit': ({ written, unit }) => [
    `/region/curriculum/courses/${written}/unit?name=${encodeURIComponent(unit)}`,
  ],
  '/region/curriculum/courses/:id/unit/edit': ({ written, unit }) => [
    `/region/curriculum/courses/${written}/unit/edit?name=${encodeURIComponent(unit)}`,
  ],
  '/region/curriculum/courses/:id/units/new': ({ written }) => [`/region/curriculum/courses/${written}/units/new`],
  '/region/curriculum/courses/:id/problems/new': ({ written, unit }) => [
    `/region/curriculum/courses/${written}/problems/new?unit=${encodeURIComponent(unit)}`,
  ],
  '/region/curriculum/courses/:id/tests/new': ({ written }) => [`/region/curriculum/courses/${written}/tests/new`],
  '/region/curriculum/courses/:id/publish': ({ written }) => [`/region/curriculum/courses/${written}/publish`],
  '/region/curriculum/courses/:id/history': ({ written }) => [`/region/curriculum/courses/${written}/history`],
  '/region/curriculum/publications/:id': ({ publication }) => [`/region/curriculum/publications/${publication}`],
  '/region/curriculum/problems/:id': ({ problem }) => [`/region/curriculum/problems/${problem}`],
  '/region/curriculum/problems/:id/history': ({ problem }) => [`/region/curriculum/problems/${problem}/history`],
  '/region/curriculum/tests/:id': ({ test: id }) => [`/region/curriculum/tests/${id}`],
  '/notifications': () => ['/notifications'],
  '/alerts': () => ['/alerts'],
  '/login': () => ['/login'],
  // Gone, because there are people; the journey of a first run looks at what was there.
  '/setup': () => ['/setup'],
  '/welcome/:token': ({ welcome }) => [`/welcome/${welcome}`],
  '/card/:token': ({ card }) => [`/card/${card}`],
  '/profile': () => ['/profile'],
  '/school/people': () => ['/school/people', '/school/people?q=nobody-at-all'],
  '/school/people/new': ({ pupil }) => [
    '/school/people/new?role=student',
    `/school/people/new?role=parent&child=${pupil}`,
    '/school/people/new?role=class-manager',
  ],
  '/school/people/:id': ({ pupil, dalia }) => [`/school/people/${pupil}`, `/school/people/${dalia}`],
  '/school/people/:id/erase': ({ pupil, dalia }) => [`/school/people/${pupil}/erase`, `/school/people/${dalia}/erase`],
  '/school/erasures': () => ['/school/erasures?done=asked'],
  '/school/people/:id/edit': ({ pupil }) => [`/school/people/${pupil}/edit`],
  '/school/people/classes': () => ['/school/people/classes'],
  '/school/people/classes/new': () => ['/school/people/classes/new'],
  '/school/people/classes/:id': ({ schoolClass }) => [`/school/people/classes/${schoolClass}`],
  '/school/people/classes/:id/edit': ({ schoolClass }) => [`/school/people/classes/${schoolClass}/edit`],
};
/** A test of a class, `class/test`, as a query. */
export const planOf = (board: string) => board.replace(/(.+)\/(.+)/, 'class=$1&test=$2');
