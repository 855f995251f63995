const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** What an import of people did, in a line: the counts that are not nought. */
const DID: Record<string, (n: number) => string> = {
  added: (n) => `${n.toLocaleString('en')} added`,
  changed: (n) => `${n.toLocaleString('en')} changed`,
  disabled: (n) => `${n.toLocaleString('en')} disabled`,
  enabled: (n) => `${n.toLocaleString('en')} enabled again`,
  classesAdded: (n) => count(n, 'new class', 'new classes'),
  moved: (n) => `${n.toLocaleString('en')} moved to another class`,
  linked: (n) => count(n, 'parent linked', 'parents linked'),
};

/** Words of the first pages of school managers and regional supervisors: what waits, and what was done last. */
export const desk = {
  title: 'On your desk',
  nothing: 'Nothing waits for you just now.',
  withoutPassword: (n: number) => `${n === 1 ? 'person has' : 'people have'} no password yet`,
  withoutPasswordMore: 'Give them a one-time link or a card',
  withoutClass: (n: number) => `${n === 1 ? 'pupil is' : 'pupils are'} in no class`,
  withoutClassMore: 'To these pupils',
  withoutParent: (n: number) => `${n === 1 ? 'pupil has' : 'pupils have'} no verified parent`,
  withoutParentMore: 'To these pupils',
  broken: (n: number) => `${n === 1 ? 'tablet is' : 'tablets are'} out of order`,
  brokenMore: 'To these tablets',
  requests: (n: number) => `${n === 1 ? 'parent has' : 'parents have'} not answered your request`,
  requestOf: (pupil: string, username: string, until: string) => `${pupil}: ${username}, until ${until}`,
  tests: 'Tests of this term',
  testsSince: (day: string) =>
    `Since ${day}. Every sitting counts: each pupil’s own of each test. A pupil in two classes counts in both.`,
  testsNone: 'No test has been set for a class since the term began.',
  testsCaption: 'Tests of this term by class',
  class: 'Class',
  set: 'Tests',
  coming: 'Still to take',
  toMark: 'To be marked',
  toRelease: 'To be released',
  average: 'Mean grade',
  averageOf: (grade: string, pupils: number) => `${grade} (${count(pupils, 'pupil')})`,
  tooFew: (n: number) => (n === 0 ? 'none released' : 'under 10 pupils'),
  nextTests: 'Next',
  nextTest: (course: string, when: string, pupils: number) => `${course}; ${when}, for ${count(pupils, 'pupil')}`,
  imports: 'Last imports of people',
  importsNone: 'Nobody has been brought in from a file yet.',
  importsMore: 'Import people',
  importOf: (when: string, by: string | null) => (by === null ? `${when}, by the command` : `${when}, by ${by}`),
  did: (counts: Readonly<Record<string, number | undefined>>) =>
    Object.entries(DID)
      .flatMap(([key, words]) => ((counts[key] ?? 0) > 0 ? [words(counts[key] ?? 0)] : []))
      .join(', ') || 'nothing was new',
  drafts: 'Waits to be published',
  draftsNone: 'No change waits to be published.',
  draftsOf: (changes: number, since: string) => `${count(changes, 'change')}, the oldest of ${since}`,
  publications: 'Published last',
  publicationsNone: 'Nothing has been published in your subjects yet.',
  publicationOf: (number: number, when: string, by: string | null) =>
    `publication ${number}, ${when}${by === null ? '' : `, by ${by}`}`,
  imported: 'from a file',
  reports: (week: number, month: number, older: number, oldest: string) =>
    `Reported questions that wait: ${[
      ...(older > 0 ? [`${older} for more than 30 days`] : []),
      ...(month > 0 ? [`${month} for 8 to 30 days`] : []),
      ...(week > 0 ? [`${week} for up to a week`] : []),
    ].join(', ')}; the first since ${oldest}.`,
  subjectTests: 'Tests this term',
  subjectTestsNote: (day: string) => `since ${day}`,
  subjectTestsNone: (day: string) => `none since ${day}`,
  comingPupils: 'Pupils with a test to come',
  comingNone: 'nobody',
  small: 'under 10',
  released: 'Released grades',
  releasedNone: 'none yet',
  releasedValue: (grade: string) => `${grade} of 100`,
  releasedNote: (pupils: number) => `the mean of ${count(pupils, 'pupil')}`,
};
