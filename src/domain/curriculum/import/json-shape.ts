import { z } from 'zod';
import { MOST_QUESTIONS } from '../../assessment/draw-questions.ts';
import { COURSE_TYPES, GRADE_LEVELS, QA_KINDS, QA_USES, SUBJECTS, TEST_TYPES, UNIT_TYPES } from '../curriculum.ts';
import { WEB_ADDRESS } from '../web-address.ts';
import { LIMITS } from './limits.ts';

const about = <Schema extends z.ZodType>(schema: Schema, description: string): Schema => schema.describe(description);
const name = (description: string) => about(z.string().trim().min(1).max(LIMITS.name), description);
const text = (description: string) => about(z.string().max(LIMITS.text), description);
const words = (most: number, description: string) => about(z.string().max(most), description);

const choice = z.strictObject({
  id: about(z.string().min(1).max(LIMITS.choiceId), 'Names the choice in `answer`: "a", "b", …'),
  text: about(z.string().min(1).max(LIMITS.answer), 'Markdown with $TeX$.'),
});
const choices = about(z.array(choice).max(LIMITS.choices), 'In the order in which they are shown.');
const kind = about(z.enum(QA_KINDS), 'How the answer is checked.');

const hint = z.strictObject({
  text: about(z.string().min(1).max(LIMITS.text), 'Never the answer itself.'),
  scaffold: z
    .strictObject({
      question: about(z.string().min(1).max(LIMITS.text), 'A smaller question on the way.'),
      kind,
      answer: about(z.string().min(1).max(LIMITS.answer), 'Its answer, in the form of the kind.'),
      choices: choices.exactOptional(),
    })
    .exactOptional(),
});

const wrongAnswer = z.strictObject({
  answer: about(z.string().min(1).max(LIMITS.answer), 'In the form of `answer`.'),
  feedback: about(z.string().min(1).max(LIMITS.text), 'What to say about it, without the right answer.'),
});

const step = z.strictObject({
  use: about(z.enum(QA_USES), '"for test": never shown outside a test.'),
  level: about(z.int().min(1).max(4), '1 (easy) … 4 (hard).'),
  kind,
  question: about(z.string().trim().min(1).max(LIMITS.text), 'Markdown with $TeX$; money is written \\$5.'),
  answer: about(
    z.string().min(1).max(LIMITS.answer),
    'As a pupil would write it: "3/4", "2x + 6", "{-2, 3}", "(-∞, 4]", a word. The id of a choice; ids with commas: "a,c".',
  ),
  tolerance: about(z.number().min(0).lt(1), 'For numbers: a share of the answer, 0 up to 1.').exactOptional(),
  unit: about(z.string().min(1).max(LIMITS.unit), 'The unit that the number is in: "cm", "m/s".').exactOptional(),
  acceptedAnswers: about(
    z.array(words(LIMITS.answer, 'In the form of `answer`.')).max(LIMITS.list),
    'Right as well.',
  ).exactOptional(),
  choices: choices.exactOptional(),
  aliases: about(z.array(text('')).max(LIMITS.list), 'Other wordings of the question, for search.').exactOptional(),
  hints: about(z.array(hint).max(LIMITS.hints), 'From a pointer to the next step, in order.').exactOptional(),
  workedExample: text('A similar question, solved with other numbers.').exactOptional(),
  explanation: text('Why the answer is right; shown afterwards.').exactOptional(),
  wrongAnswers: z.array(wrongAnswer).max(LIMITS.list).exactOptional(),
});

/** What of a question makes its key and what is held against it, whatever else is wrong with it. */
export const stepKey = z.object({
  kind: step.shape.kind,
  answer: step.shape.answer,
  tolerance: step.shape.tolerance,
  unit: step.shape.unit,
  acceptedAnswers: step.shape.acceptedAnswers,
  choices: step.shape.choices,
  hints: z.array(hint.catch({ text: '' })).catch([]),
  wrongAnswers: z.array(wrongAnswer.catch({ answer: '', feedback: '' })).catch([]),
});

const figure = z.strictObject({
  alt: about(z.string().max(LIMITS.title), 'What the picture shows, for those who do not see it.'),
  data: about(z.base64().max(Math.ceil((LIMITS.figure * 4) / 3) + 4), 'A PNG, JPEG, GIF or WebP picture in base64.'),
});

/** One problem of a document. */
export const problemDocument = z.strictObject({
  key: about(
    z.string().trim().min(1).max(LIMITS.name),
    'Names the problem in its course. A problem of a key that is there is changed, any other is added.',
  ).exactOptional(),
  title: words(LIMITS.title, 'For lists; pupils do not see it.').exactOptional(),
  stem: text('What several questions share: a story, a table.').exactOptional(),
  source: words(LIMITS.title, 'Where it comes from.').exactOptional(),
  licence: words(LIMITS.title, 'Under which licence.').exactOptional(),
  figures: z.array(figure).max(LIMITS.figuresEach).exactOptional(),
  draft: about(
    z.literal(true),
    'It is kept as a draft, which somebody has to mend and publish before pupils are asked it.',
  ).exactOptional(),
  steps: about(z.array(step).min(1).max(LIMITS.stepsEach), 'One question, or several that build on each other.'),
});

const unitOf = <Problem extends z.ZodType>(problem: Problem) =>
  z.strictObject({
    name: name('Unique in its course.'),
    type: z.enum(UNIT_TYPES).exactOptional(),
    weight: about(z.number().min(0).max(1), "In the course's progress.").exactOptional(),
    estimatedDurationMinutes: z.int().min(1).max(LIMITS.unitMinutes).exactOptional(),
    description: text('').exactOptional(),
    prerequisites: about(
      z.array(z.string().max(LIMITS.name)).max(LIMITS.list),
      'Names of units of this course that come first; absent means the unit before it.',
    ).exactOptional(),
    problems: about(z.array(problem).max(LIMITS.questions), 'In teaching order.').exactOptional(),
  });

const test = z.strictObject({
  name: name('Unique in its course.'),
  type: z.enum(TEST_TYPES),
  durationMinutes: z.int().min(1).max(LIMITS.testMinutes),
  questionCount: about(
    z.int().min(1).max(MOST_QUESTIONS).nullable(),
    'How many questions are drawn; null: as many as fit into the time. Absent: as it is, and null for a new test.',
  ).exactOptional(),
  link: about(
    z
      .string()
      .max(LIMITS.title)
      .regex(WEB_ADDRESS, 'allowed is an address that begins with https:// or http://')
      .nullable(),
    'Where the test is, if it is on another site; null: it is taken here. Absent: as it is, and null for a new test.',
  ).exactOptional(),
  units: about(z.record(z.string().max(LIMITS.name), z.number().min(0).max(1)), 'Name of the unit → its weight.'),
});

const courseOf = <Problem extends z.ZodType>(problem: Problem) =>
  z.strictObject({
    name: name('Unique among the courses of its subject and grade.'),
    subject: name(`One of the school's subjects: ${SUBJECTS.join(', ')}.`),
    gradeLevel: z.enum(GRADE_LEVELS),
    type: z.enum(COURSE_TYPES).exactOptional(),
    level: about(z.int().min(1).max(5), '1 … 5.').exactOptional(),
    description: text('').exactOptional(),
    source: words(LIMITS.name, 'Where the course comes from.').exactOptional(),
    prerequisites: about(
      z.array(z.string().max(LIMITS.name)).max(LIMITS.list),
      'Names of courses that come first, in this file or in the school.',
    ).exactOptional(),
    units: about(z.array(unitOf(problem)).max(LIMITS.unitsEach), 'In teaching order.'),
    tests: z.array(test).max(LIMITS.testsEach).exactOptional(),
  });

const documentOf = <Problem extends z.ZodType>(problem: Problem) =>
  z.strictObject({
    $schema: z.string().max(500).exactOptional(),
    format: z.literal('allamda-curriculum'),
    version: z.literal(1),
    courses: z.array(courseOf(problem)).min(1).max(LIMITS.courses),
  });

/** A curriculum as a JSON document. The guide and the JSON schema beside it are made of this. */
export const curriculumDocument = documentOf(problemDocument);
/** The same with its problems unread, so that a long document can be read a piece after the other. */
export const curriculumFrame = documentOf(z.unknown());

const looseName = z.string().trim().catch('');
const looseNames = z.array(z.string()).optional().catch(undefined);
const looseUnit = { name: looseName, prerequisites: looseNames };
const looseTest = { name: looseName, units: z.record(z.string(), z.number()).catch({}) };

/** How the courses of a document hang together, as far as that can be read, whatever else is wrong with it. A name that cannot is empty. */
export const curriculumStructure = z
  .object({
    courses: z
      .array(
        z
          .object({
            name: looseName,
            subject: looseName,
            gradeLevel: z.enum(GRADE_LEVELS).catch('1st'),
            prerequisites: looseNames,
            units: z.array(z.object(looseUnit).catch({ name: '', prerequisites: [] })).catch([]),
            tests: z.array(z.object(looseTest).catch({ name: '', units: {} })).catch([]),
          })
          .catch({ name: '', subject: '', gradeLevel: '1st', prerequisites: [], units: [], tests: [] }),
      )
      .catch([]),
  })
  .catch({ courses: [] });

export type CurriculumDocument = z.infer<typeof curriculumDocument>;
export type CourseDocument = CurriculumDocument['courses'][number];
export type CourseStructure = z.infer<typeof curriculumStructure>['courses'][number];
export type ProblemDocument = NonNullable<CourseDocument['units'][number]['problems']>[number];
