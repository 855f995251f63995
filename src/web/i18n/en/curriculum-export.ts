import type { ExportFormat, LeftOutKind } from '../../../domain/curriculum/exchange/left-out.ts';

const many = (n: number, one: string, more = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`;

/** Words of the page on which curricula go out as files. */
export const curriculumExport = {
  title: 'Export questions',
  lead: 'Courses of your subjects as they are published, questions for tests among them. What is archived and the drafts that you write stay here.',
  noCourses: 'None of your subjects has a published course yet.',
  choice: 'What to export',
  course: 'Course',
  allCourses: 'All courses of my subjects',
  courseOf: (name: string, subject: string, grade: string) => `${name} (${subject}, ${grade})`,
  oneCourse: 'A file of this kind holds one course. Choose one.',
  format: 'Kind of file',
  formatHint: 'GIFT and QTI hold one course each.',
  formats: { json: 'JSON', csv: 'CSV', gift: 'GIFT (Moodle)', qti: 'QTI 2.1' } satisfies Record<ExportFormat, string>,
  look: 'See what the file will hold',
  about: {
    json: 'All that a curriculum is made of, for keeping and for another school with this program.',
    csv: 'One row a question, for spreadsheets.',
    gift: 'Questions for Moodle and others. Each question stands by itself, with what it takes to understand it; imported here again, they belong together as before.',
    qti: 'A package for learning platforms and test programs, with pictures. Each question stands by itself, with what it takes to understand it; imported here again, they belong together as before.',
  } satisfies Record<ExportFormat, string>,
  leftOutTitle: 'The file will not hold',
  leftOut: {
    pictures: (n) => many(n, 'picture'),
    hints: (n) => many(n, 'hint'),
    'smaller questions': (n) => `${many(n, 'smaller question')} on the way, which belong to hints`,
    'worked examples': (n) => many(n, 'worked example'),
    'words on wrong answers': (n) => `what is said to ${many(n, 'wrong answer')}`,
    'further right answers': (n) => `${many(n, 'further right answer')} where several choices are asked for`,
    'other wordings': (n) => `${many(n, 'other wording')} for search, because of brackets or line breaks in them`,
    sources: (n) => `where ${many(n, 'question comes', 'questions come')} from`,
    licences: (n) => `the licence of ${many(n, 'question')}: pass it on too`,
    tests: (n) => many(n, 'test'),
    drafts: (n) =>
      `${many(n, 'question')} of files that ${n === 1 ? 'was' : 'were'} kept as ${n === 1 ? 'a draft' : 'drafts'}`,
    'empty units': (n) => `${many(n, 'unit')} without questions`,
    'course and units': () =>
      'what the course and its units are beside their names: what comes first, weights, minutes, descriptions',
  } satisfies Record<LeftOutKind, (n: number) => string>,
  complete: 'The file holds all of it.',
  download: 'Download',
};
