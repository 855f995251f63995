const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Words of a supervisor's pages about one subject in a region: what is hard, and what is misunderstood. */
export const regionSubject = {
  pages: 'Pages about this subject',
  figures: 'Figures over time',
  hardUnits: 'Hardest units',
  misconceptions: 'Wrong answers',
  guidance: 'Guidance',
  lead: (name: string, from: string, to: string, schools: number) =>
    `${name}, ${from} to ${to}, in ${count(schools, 'school')}.`,
  noSchools: 'Not enough pupils yet',
  noSchoolsMore: 'In no school of the region did ten pupils study this subject in these days. Choose other days.',
  unitsCaption: 'Units by how hard they are',
  questionsCaption: (unit: string) => `Questions of ${unit} by how hard they are`,
  unit: 'Unit',
  course: 'Course',
  question: 'Question',
  pupils: 'Pupils',
  answers: 'First answers',
  right: 'Right at the first try',
  unaided: 'Right without help',
  hints: 'Hints an answer',
  givenUp: 'Given up',
  none: 'none',
  nothing: 'Nothing was answered in these days.',
  allHidden: 'Fewer than ten pupils answered each of them.',
  giveOrTake: (error: string) => `± ${error}`,
  tooLittle: 'too little',
  hiddenUnits: (n: number) =>
    `${count(n, 'unit')} ${n === 1 ? 'is' : 'are'} not shown, so that no group under ten can be made out.`,
  hiddenQuestions: (n: number) =>
    `${count(n, 'question')} ${n === 1 ? 'is' : 'are'} not shown, so that no group under ten can be made out.`,
  hardHow:
    'Of everybody who is a pupil of the schools that are shown, and of their first judged answers to questions in these days. The hardest stand first; ± is how far chance alone may move a share, nineteen times out of twenty, so that neighbours in the list may well change places.',
  csv: 'As a file (CSV)',
  edit: 'Open in the editor',
  toQuestions: (unit: string) => `Questions of ${unit}`,
  guide: 'Write guidance',
  hardBack: 'Hardest units',
  misconceptionsTitle: 'What pupils answer wrongly',
  misconceptionsNone: 'No wrong answer stands out',
  misconceptionsNoneMore:
    'Where ten pupils or more give the same wrong answer to a question, it is shown here with what the tutor says to it.',
  answered: (n: number) => `${count(n, 'pupil')} answered it`,
  wrongCaption: (question: string) => `Wrong answers to: ${question}`,
  wrongAnswer: 'Wrong answer',
  gave: 'Pupils',
  inSchools: 'Schools',
  said: 'What is said of it',
  notSaid: 'nothing yet',
  write: 'Write what to say',
  change: 'Change what is said',
  hiddenAnswers: (n: number) =>
    `${count(n, 'other wrong answer')} to these questions ${n === 1 ? 'was' : 'were'} given by fewer than ten pupils each and ${n === 1 ? 'is' : 'are'} not shown.`,
  misconceptionsHow:
    'Answers that come to the same are counted as one, each pupil once. Only answers to the question as it reads now, by the key that it has now, of pupils of the schools that are shown.',
};
