const ONE_SESSION = 'of one session, beside what was said in it: not counted again yet';
const OF_LESSON = 'of one lesson: src/services/lessons holds it against the rows';

const LIST_OF_REPORTS = 'holds no figures of pupils: when each was asked for';

/** Pages whose numbers nobody counts again here, and why. A page that shows figures stands here or among the recounts. */
export const NOT_COUNTED: Readonly<Record<string, string>> = {
  '/study/plan': 'a plan chooses and estimates: its numbers are held against the formulas in domain/planning',
  '/tests': 'how long a test takes stands in the test itself',
  '/school/policies': 'what was chosen stands there as it was typed',
  '/children/:id/consent': 'which version of the text was answered',
  '/classroom/lessons/:id': 'follows a lesson while it runs: the journeys look at it live',
  '/classroom/lessons/:id/after': OF_LESSON,
  '/classroom/lessons/:id/attendance': OF_LESSON,
  '/study/home/:id/summary': ONE_SESSION,
  '/study/school/:id': ONE_SESSION,
  '/children/:id/sessions/:sessionId': ONE_SESSION,
  '/children/:id/lessons/:sessionId': ONE_SESSION,
  '/class/students/:id/sessions/:sessionId': ONE_SESSION,
  '/class/tests/:classId/:testId': 'of one test: not counted again yet',
  '/alerts': 'one line an alert; how many there are is counted on its page of figures',
  '/alerts/:id': 'of one alert',
  '/alerts/rehearsals/:id': 'of one rehearsal',
  '/children/:id/reports': LIST_OF_REPORTS,
  '/school/reports': LIST_OF_REPORTS,
  '/region/reports': LIST_OF_REPORTS,
};

const NO_REPORT = 'no report is kept in it';

/** Pages to which no link of the sample region leads, and why. */
export const NOT_REACHED: Readonly<Record<string, string>> = {
  '/login': 'whoever is logged in has no use for it',
  '/setup': 'there are people already',
  '/welcome/:token': 'a link in a letter',
  '/card/:token': 'a link on a printed card',
  '/letters/stop/:token': 'a link in a letter',
  '/study/home/:id': 'nobody talks just now',
  '/study/home/:id/end': 'nobody talks just now',
  '/study/school/:id/end': 'no lesson runs',
  '/classroom/lessons/:id/plan': 'no lesson is planned',
  '/tests/:id/hand-in': 'nobody takes a test just now',
  '/progress/reports': NO_REPORT,
  '/children/:id/lessons/:sessionId/contest/:kind': 'a form about one score',
  '/quarters/:kind/:scoreId/contest': 'on most days no quarter was closed in the weeks of the region',
  '/children/:id/quarters/:kind/:scoreId/contest': 'on most days no quarter was closed in the weeks of the region',
  '/school/erasures': 'nobody was erased',
  '/school/people/import/:id': 'no file is looked at',
  '/region/curriculum/import/:id': 'no file is looked at',
};
