import * as z from 'zod';

/** What the API and the chat page say to each other about study sessions. Islands import the types only. */

export const sessionStatus = z.enum(['pending', 'active', 'paused', 'completed', 'cancelled']);
export const feeling = z.enum(['positive', 'neutral', 'negative', 'extreme']);
export const sessionKind = z.enum(['home', 'school']);

const figure = z.object({ url: z.string(), alt: z.string() });

/** The item that is open: everything a pupil may see of it, never its key. */
export const openItem = z.object({
  revisionId: z.number(),
  unitName: z.string(),
  /** What several steps share; empty where there is nothing. */
  stemHtml: z.string(),
  questionHtml: z.string(),
  kind: z.enum(['number', 'expression', 'set', 'interval', 'choice', 'several choices', 'text']),
  choices: z.array(z.object({ id: z.string(), html: z.string() })),
  figures: z.array(figure),
  /** Which item of the session it is, from 1. */
  number: z.number(),
  /** Position of this step, from 1, and how many steps the problem has. */
  step: z.number(),
  steps: z.number(),
  /** Rungs of the hint ladder that were shown, and how many there are. */
  hintsUsed: z.number(),
  hintsTotal: z.number(),
  /** Done alone, at the end. */
  exit: z.boolean(),
});
export type OpenItemView = z.infer<typeof openItem>;

/** How the pupil stands in a unit of the session. */
export const unitStanding = z.object({
  name: z.string(),
  /** Estimated probability of a right answer now, 0 … 1. */
  mastery: z.number(),
  /** 0 … 1; never falls. */
  progress: z.number(),
  mastered: z.boolean(),
  /** One sentence to the pupil. */
  words: z.string(),
});
export type UnitStandingView = z.infer<typeof unitStanding>;

export const message = z.object({
  /** Grows with time in a session: the number for `after`. */
  id: z.number(),
  type: z.enum(['prompt', 'response']),
  modality: z.enum(['text only', 'speech to text', 'text to speech', 'multimodal']),
  from: z.enum(['student', 'teacher', 'class manager']),
  content: z.string(),
  html: z.string(),
  state: z.enum(['complete', 'streaming', 'interrupted']),
  timestamp: z.string(),
  /** Whose words they are, where several write. */
  studentId: z.number().nullable(),
  /** Who wrote it, where a class manager or another pupil of the group did. */
  writer: z.string().nullable(),
  clientId: z.string().nullable(),
  /** The client id of the prompt that a broken reply answers: sending it again asks again. */
  retryClientId: z.string().nullable(),
  /** The item that opened with this reply, as it was asked. */
  posed: z.object({ revisionId: z.number(), questionHtml: z.string() }).nullable(),
});
export type MessageView = z.infer<typeof message>;

/** The lesson of which a session is a part, as its pupil sees it. */
export const lessonAround = z.object({
  className: z.string(),
  classManager: z.string(),
  /** Of a group; empty for a pupil on their own. */
  name: z.string(),
  joined: z.boolean(),
  /** When it ends by itself. */
  endsAt: z.string().nullable(),
  /** Who paused it; only they go on. */
  pausedBy: z.enum(['pupil', 'class manager']).nullable(),
  /** Paused, to look at the class manager. */
  eyesUp: z.boolean(),
  /** The class manager answers in the teacher's place. */
  takenOver: z.boolean(),
  /** By name. */
  answeredBy: z.string().nullable(),
  handRaisedAt: z.string().nullable(),
  /** First names of those of the group who are there; of nobody where each is on their own. */
  members: z.array(z.object({ id: z.number(), firstName: z.string() })),
  /** It is over, and how it was may still be said. */
  mayReflect: z.boolean(),
  /** What a talk is about. */
  topic: z.string().nullable(),
  /** The pupil whose page it is, among the members. */
  me: z.number(),
});
export type LessonAround = z.infer<typeof lessonAround>;

export const session = z.object({
  id: z.number(),
  kind: sessionKind,
  type: z.enum(['test preparation', 'homework', 'individual', 'group', 'social']),
  status: sessionStatus,
  /** Null: a talk that is about no course. */
  course: z.object({ id: z.number(), name: z.string(), subject: z.string() }).nullable(),
  /** Which tutor answers: a configured model, or the embedded one that knows only the question bank. */
  teacher: z.object({
    name: z.string(),
    tutor: z.enum(['model', 'embedded']),
    /** Whose limit is reached, or that there is no consent, so that the embedded one goes on; null: nothing is in the way. */
    heldBackBy: z.enum(['school', 'class', 'pupil', 'consent']).nullable(),
  }),
  units: z.array(unitStanding),
  pauses: z.array(z.object({ start: z.string(), end: z.string().nullable() })),
  openItem: openItem.nullable(),
  /** Buttons that answer "Did you mean …?". */
  offers: z.array(z.string()),
  plannedMinutes: z.number(),
  activeMinutes: z.number(),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  /** What to read after words of feedback that the crisis screen caught. */
  care: z.string().nullable(),
  /** What is around a session at school; null at home. */
  lesson: lessonAround.nullable(),
});
export type SessionView = z.infer<typeof session>;

/** A message on its way in. */
export const newMessage = z.object({
  /** Made by the client, unique in the session: a repeat finds the first. */
  clientId: z.string().trim().min(1).max(100),
  content: z.string().max(4000),
  modality: z.enum(['text only', 'speech to text', 'text to speech', 'multimodal']).optional(),
  choiceId: z.string().max(20).optional(),
  attachmentIds: z.array(z.string()).max(0).optional(),
});

export const newHomeSession = z.object({
  type: z.enum(['test preparation', 'homework']),
  courseId: z.number().int().positive(),
  learningUnitNames: z.array(z.string().min(1).max(200)).max(50).optional(),
  minutes: z.number().int().min(5).max(240).optional(),
  emotionalStateBefore: feeling,
});

/** How the pupil feels who joins a lesson at school. */
export const sessionStart = z.object({ emotionalStateBefore: feeling.optional() }).nullish();

/** Up, or down again. */
export const hand = z.object({ up: z.boolean() });

export const sessionEnd = z.object({
  emotionalStateAfter: feeling,
  /** 1 … 10; 10 means very hard. */
  difficulty: z.number().int().min(1).max(10),
  /** 1 … 10; 10 means understood all of it. */
  understanding: z.number().int().min(1).max(10),
  feedback: z.string().max(2000).optional(),
});

/** Events of a streamed reply, in the order in which they come. */
export interface ReplyEvents {
  prompt: { message: MessageView };
  /** Instead of a reply: the words are kept. A class manager answers them, or in a group the teacher in their turn, under `/stream`. */
  kept: Record<string, never>;
  'text-start': { id: number };
  'text-delta': { text: string };
  /** A finished block of the reply, as HTML; `index` from 0. */
  block: { index: number; html: string };
  /** What is open after this turn, how the units stand, and who gave the answer. */
  item: {
    openItem: OpenItemView | null;
    units: UnitStandingView[];
    offers: string[];
    teacher: SessionView['teacher'];
  };
  'text-end': { message: MessageView };
  error: { code: string; message: string };
}
