import type { AnswerKey } from '../curriculum/curriculum.ts';
import type { HomeSessionType, SchoolSessionType } from '../study-session/study-session.ts';
import type { Move } from './dialogue.ts';

export const EMOTIONAL_STATES = ['positive', 'neutral', 'negative', 'extreme'] as const;
export type EmotionalState = (typeof EMOTIONAL_STATES)[number];

/** Who is taught: what a teacher may know of a pupil. A remote model gets a pseudonym and never a surname, birth date, email or school. */
export interface PupilProfile {
  /** First name, for the tutor in this house only. */
  firstName: string;
  /** What remote models call the pupil. */
  pseudonym: string;
  gradeLevel: string;
  locale: string;
  learningStyle: string | null;
  routineStyle: string | null;
  collaborationStyle: string | null;
  /** As the pupil said at the start; never inferred. */
  feeling: EmotionalState;
}

/** The languages that the embedded tutor speaks. */
export type TutorLanguage = 'en' | 'he';

export interface UnitInSession {
  name: string;
  description: string;
  /** Estimated probability of a right answer now, 0 … 1. */
  mastery: number;
  /** Judged answers so far. */
  answers: number;
}

/** Everything that the wording of one turn may draw on. Made by the service; the same for every provider. */
export interface TeachingBrief {
  teacherName: string;
  subject: string;
  courseName: string;
  sessionType: HomeSessionType | SchoolSessionType;
  pupil: PupilProfile;
  /** In which the embedded tutor words the turn. */
  language: TutorLanguage;
  units: UnitInSession[];
  move: Move;
  /** Keys that the reply must not give away: the open item's, and that of the item posed with this turn. */
  withheld: WithheldAnswer[];
  /** Those who study together, where several do; `pupil` is the one who is answered. */
  party?: Party;
  /** The last teacher turns, newest last, so that no two in a row read the same. */
  lastReplies: string[];
  /** What a class manager in the room has noted for the teacher: it shapes the words, lifts no rule, and is never shown to pupils. */
  notes?: string[];
  /** Names besides theirs that remote models are not to read, with what stands there instead: in what staff say, and in the talk. */
  unnamed?: Record<'staff' | 'talk', Pick<PupilProfile, 'firstName' | 'pseudonym'>[]>;
  /** Turn number, the seed of the embedded tutor's variation. */
  turn: number;
}

/** Those who study together in one talk with the teacher. */
export interface Party {
  members: Pick<PupilProfile, 'firstName' | 'pseudonym'>[];
  /** Who is asked to go first at the question that opens now; null where none opens, or nobody else is there. */
  next: Pick<PupilProfile, 'firstName' | 'pseudonym'> | null;
}

export interface WithheldAnswer {
  key: AnswerKey;
  /** Stem, question and choices: values that stand there are no leak by themselves. */
  visible: string;
  /** The pupil's own words about this item: values that stand there are no leak by themselves either. */
  pupilWords: string[];
  /** How many of the last replies were given while it was open; absent where that is not known. */
  turns?: number;
}
