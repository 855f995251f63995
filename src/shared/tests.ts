import * as z from 'zod';

export const testSitting = z.object({
  id: z.number(),
  name: z.string(),
  type: z.enum(['quiz', 'mid term', 'final exam', 'meitzav', 'bagrut', 'final project']),
  course: z.object({ id: z.number(), name: z.string() }),
  date: z.string(),
  deadline: z.string().nullable(),
  durationMinutes: z.number(),
  units: z.array(z.string()),
  status: z.enum(['scheduled', 'delayed', 'failed', 'passed']),
  phase: z.enum(['not begun', 'begun', 'submitted', 'marked', 'released']),
  /** 0 … 100; null until the result is released. */
  finalGrade: z.number().nullable(),
});
export type TestSittingView = z.infer<typeof testSitting>;

const position = z.coerce.number().int().min(1).max(1000);
const states = z.enum(['ahead', 'open', 'missed', 'under way', 'time is up', 'submitted', 'marked', 'released']);
const verdict = z.enum(['correct', 'partly', 'incorrect', 'unanswered']);
const marker = z.enum(['checker', 'teacher', 'class manager', 'regrade']);
const figure = z.object({ url: z.string(), alt: z.string() });

/** A question of a test as its pupil sees it: never its key. */
const testQuestion = z.object({
  position: z.number(),
  /** What to name when the question is reported. */
  revisionId: z.number(),
  unitName: z.string(),
  kind: z.enum(['number', 'expression', 'set', 'interval', 'choice', 'several choices', 'text']),
  stem: z.string(),
  question: z.string(),
  choices: z.array(z.object({ id: z.string(), text: z.string() })),
  figures: z.array(figure),
  /** Of 100. */
  points: z.number(),
});

/** A question while the test is under way, with what is saved. */
const paperQuestion = testQuestion.extend({ answer: z.string(), seq: z.number(), savedAt: z.string().nullable() });

/** A question after the release: with what would have been right, and why. */
const reviewedQuestion = testQuestion.extend({
  answer: z.string().describe('Empty where nothing was written, and where it is `removed`.'),
  removed: z.boolean().describe('The school keeps what was written no longer.'),
  right: z.string(),
  alsoRight: z.array(z.string()),
  explanation: z.string(),
  verdict: verdict.nullable(),
  /** 0 … 1 of the points. */
  share: z.number().nullable(),
  understood: z.string().nullable(),
  markedBy: marker.nullable(),
  comment: z.string().nullable(),
});

/** One sitting as its pupil sees it at this moment. */
export const testDesk = z.object({
  id: z.number(),
  name: z.string(),
  course: z.object({ id: z.number(), name: z.string() }),
  /** A page of another site that belongs to the test. */
  link: z.string().nullable(),
  state: states,
  date: z.string(),
  deadline: z.string().nullable(),
  durationMinutes: z.number(),
  extraMinutes: z.number(),
  /** The server's clock, which alone counts. */
  now: z.string(),
  /** When the time ends; before the beginning: when it would end if it was begun now. */
  endsAt: z.string(),
  questionCount: z.number(),
  /** Empty before the beginning and after it is handed in. */
  questions: z.array(paperQuestion),
});
export type TestDeskView = z.infer<typeof testDesk>;

/** Answers on their way in. */
export const newAnswers = z.object({
  /** Made by the client for as long as its page is open. */
  device: z.string().trim().min(1).max(100),
  answers: z
    .array(
      z.object({
        position,
        /** One more than the highest that the client has seen of this answer, and one more for each change. */
        seq: z.number().int().min(1).max(1_000_000_000),
        /** One text, or the ids of the choices; empty to take an answer back. */
        values: z.array(z.string().max(4000)).max(30),
      }),
    )
    .max(200),
});

/** How every answer stands after a save: once this is answered, it is safe. */
export const savedAnswers = z.object({
  now: z.string(),
  endsAt: z.string(),
  answers: z.array(
    z.object({
      position: z.number(),
      outcome: z.enum(['taken', 'there already', 'changed elsewhere']).nullable(),
      answer: z.string(),
      seq: z.number(),
      savedAt: z.string().nullable(),
    }),
  ),
  /** What to read after words that the crisis screen caught. */
  care: z.string().nullable(),
});

/** The result of a test that is released. */
export const testReview = z.object({
  id: z.number(),
  finalGrade: z.number().nullable(),
  status: z.enum(['scheduled', 'delayed', 'failed', 'passed']),
  questions: z.array(reviewedQuestion),
});

export const newReflection = z.object({
  feeling: z.enum(['positive', 'neutral', 'negative', 'extreme']),
  difficulty: z.number().int().min(1).max(10),
});

export const moment = z.iso.datetime({ offset: true });

/** A moment as above. Whether each field can be taken is said of all of them at once, by whoever sets or moves the test. */
const someMoment = z.string().max(100);
export const testWindow = z.object({ date: someMoment, deadline: someMoment });
export const testChange = testWindow.extend({ extraMinutes: z.number() });
export const testDelay = testWindow.extend({ reason: z.string().max(10_000) });

/** A test that is set for a class, or for some of it. */
export const newTestSchedule = testWindow.extend({
  classId: z.number().int().positive(),
  testId: z.number().int().positive(),
  /** Absent: everybody in the class who is in the course and does not sit it yet. */
  studentIds: z.array(z.number().int().positive()).max(500).optional(),
  /** 0 … 240 */
  extraMinutes: z.number().optional(),
});

export const newMark = z.object({
  /** 0 … 1 of the points. */
  share: z.number().min(0).max(1),
  comment: z.string().max(500).optional(),
  /** Needed where there is a mark already. */
  reason: z.string().max(500).optional(),
});

export const newRelease = z.object({ sittingIds: z.array(z.number().int().positive()).max(1000).optional() });

/** A pupil's sitting as the class manager sees it. */
const boardLine = z.object({
  sittingId: z.number(),
  student: z.object({ id: z.number(), name: z.string() }),
  sitting: z.number(),
  state: states,
  date: z.string(),
  deadline: z.string().nullable(),
  extraMinutes: z.number(),
  answered: z.number(),
  questions: z.number(),
  /** Answers that have no mark yet. */
  unmarked: z.number(),
  finalGrade: z.number().nullable(),
  status: z.enum(['scheduled', 'delayed', 'failed', 'passed']),
});
export const testBoard = z.object({
  testId: z.number(),
  classId: z.number(),
  name: z.string(),
  course: z.string(),
  /** A page of another site that belongs to the test. */
  link: z.string().nullable(),
  sittings: z.array(boardLine),
});

export const classTestList = z.array(
  z.object({
    testId: z.number(),
    classId: z.number(),
    name: z.string(),
    course: z.string(),
    firstDate: z.string(),
    lastDeadline: z.string(),
    pupils: z.record(z.enum(['not begun', 'begun', 'submitted', 'marked', 'released']), z.number()),
  }),
);

export const markingQueue = z.object({
  waiting: z.number(),
  answers: z.array(
    z.object({
      sittingId: z.number(),
      position: z.number(),
      student: z.object({ id: z.number(), name: z.string() }),
      test: z.string(),
      question: testQuestion,
      answer: z.string(),
      right: z.string(),
      alsoRight: z.array(z.string()),
      explanation: z.string(),
    }),
  ),
});

export const classTestParams = z.object({
  classId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  testId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});
export const markParams = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER), position });
