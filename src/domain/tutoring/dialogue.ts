import type { Instant } from '../../shared/instant.ts';
import type { Choice, Item, QaKind } from '../curriculum/curriculum.ts';
import type { CircleState } from './circle.ts';
import type { BroughtProblem } from './own-problem/read-own-problem.ts';
import type { Slip } from './slip.ts';
import type { NotJudged, Verdict } from './verdict.ts';

/** What kind of help a rung of the ladder gives, in the order of T2. */
export type RungKind = 'pointer' | 'concept' | 'worked look-alike' | 'next step' | 'answer';

export interface Rung {
  kind: RungKind;
  text: string;
  /** A smaller question that the rung asks; what the pupil answers to it is checked, but is no attempt at the item. */
  scaffold?: { question: string; answer: string; kind?: QaKind; choices?: Choice[] };
}

/**
 * How an item ended. Only `solved alone` and `solved with hints` were answered by the pupil. `shown`: its answer was given to
 * a question of the pupil's own; `left`: the session ended while it was open.
 */
export type Outcome =
  | 'solved alone'
  | 'solved with hints'
  | 'revealed'
  | 'given up'
  | 'skipped'
  | 'compared'
  | 'shown'
  | 'left';

/** The item that is open in a session. */
export interface OpenItem {
  revisionId: number;
  qaId: number;
  problemId: number;
  unitName: string;
  /** Rungs of the ladder shown so far, 0 … ladder length. */
  rung: number;
  /** The last one before the answer was shown. */
  usedUp?: boolean;
  wrong: number;
  /** Messages since the last answer that could be read. */
  cannotJudge: number;
  /** Of so many wrong answers the reason of the last one was told. */
  explained?: number;
  posedAt: Instant;
  /** The turn with which it opened. */
  posedIn?: number;
  /** An unaided exit item: no hints before a first attempt. */
  exit: boolean;
  /** Its worked example was shown when it was posed (T6), or lent to another item: the ladder does not show it again. */
  example: boolean;
  /** A worked example of its kind, where its author wrote none. */
  lookAlike?: string;
  /** A problem of the pupil's own: it stands in no bank, is recorded nowhere and moves no estimate. */
  own?: BroughtProblem;
  /** Smaller questions asked so far besides the ladder (T10), and those of them that no author wrote. */
  smaller: number;
  asked?: string[];
  /** The smaller question that waits for an answer: its key, or null where any words of the pupil's own will do. */
  part: OpenPart | null;
  /** What the pupil answered to it, newest last; bounded. */
  said: string[];
}

/** A smaller question (a scaffold, or one in the pupil's own words) that is open besides the item. */
export interface OpenPart {
  question: string;
  key: { kind: QaKind; answer: string; choices: Choice[] } | null;
}

export interface DoneItem {
  revisionId: number;
  qaId: number;
  problemId: number;
  unitName: string;
  outcome: Outcome;
  wrong: number;
  rungs: number;
  exit: boolean;
}

/** The whole state of the tutoring dialogue in one session; plain data, saved as JSON beside the session. */
export interface DialogueState {
  version: 1;
  phase: 'opening' | 'practice' | 'exit' | 'recap' | 'closed';
  open: OpenItem | null;
  done: DoneItem[];
  /** Requests for help in a row without an attempt between them (T10). */
  helpWithoutEffort: number;
  wrongStreak: number;
  /** Raised for the class manager: effortless help, a wrong streak, nothing but what cannot be read. */
  flags: ('effortless help' | 'wrong streak' | 'unreadable answers')[];
  /** Questions of the bank that were offered as "Did you mean …?", by qa id. */
  offered: number[];
  /** Their wording, in the same order, so that a pick can be read from its text. */
  offeredQuestions: string[];
  /** What the pupil said they take with them; null until they were asked and answered ('' when they would not). */
  recap: string | null;
  /** Questions whose worked example, or solution, was lent to another one in this session, by qa id. */
  lent?: number[];
  /** Questions, by qa id, whose answer a worked example has named: they are not fresh any more, and come last. */
  told?: number[];
  /** Smaller questions in own words that were asked with items before the open one: none is asked twice in a lesson. */
  askedSmall?: string[];
  /** The question, by qa id, whose reason was asked for with the last turn, and the one that was to come; and all that were asked. */
  reasonOf?: { qaId: number; next: number };
  reasonsAsked?: number[];
  /** So many questions for review were announced at the start. */
  reviews?: number;
  /** The time left, in ms, from which on those that were not asked yet wait for another day. */
  reviewsUntil?: number;
  /** Of a talk that is about no course: where it is. */
  circle?: CircleState;
  /** The order for a unit that was met last, and which unit that is; null where there is none to go to. */
  steered?: { order: number; unit: string | null };
  /** Orders for an example that were followed. */
  examplesShown?: number[];
  /** Turns of the pupil so far. */
  turn: number;
}

/** What the pupil's message is. */
export type PupilAct =
  | { type: 'attempt'; answer: string; choiceId?: string; verdict: Verdict }
  /** An answer to the smaller question that is open; `right` is null where no key can tell. */
  | { type: 'part'; answer: string; right: boolean | null }
  /** `forAnswer`: a try to get at the answer without work; `trick`: by order, by authority or in disguise. `why`: the reason why the last answer is wrong. */
  | { type: 'help'; forAnswer?: true; trick?: true; why?: true }
  | { type: 'stuck' }
  | { type: 'give up' }
  | { type: 'skip' }
  | { type: 'go on' }
  | { type: 'own question'; question: string }
  /** A problem of the pupil's own that can be solved here. */
  | { type: 'own problem'; problem: BroughtProblem }
  | { type: 'picked'; qaId: number }
  /** How the pupil knows the answer that was right, asked for by the teacher. */
  | { type: 'reason'; text: string }
  | { type: 'recap'; text: string }
  | { type: 'stop' }
  | { type: 'small talk'; text: string }
  | { type: 'empty' };

/** A question of the bank that is near to what the pupil asked. */
export interface Found {
  item: Item;
  /** Share of the query's weight that the question covers, 0 … 1; from .4 on it is an answer, if it is `about` it. */
  coverage: number;
  score: number;
  /** False where it only has words in common with what was asked: it may be offered, never given as the answer. */
  about?: boolean;
}

/** What the session came to so far, for recaps. */
export interface SessionFacts {
  solvedAlone: number;
  solvedWithHints: number;
  shown: number;
  skipped: number;
  units: { name: string; before: number; after: number }[];
}

/** What of the pupil's recap the session bears out: words of theirs, and how questions of that unit were solved. */
export interface RecapEvidence {
  unit: string;
  words: string[];
  alone: number;
  helped: number;
}

/** The item that opens with this turn, and how. */
export interface Posing {
  pose: Item | null;
  /** T6: the words show the item's worked example first. */
  example?: boolean;
  /** That example, where the item has none of its own. */
  lookAlike?: string;
  /** T7: the last one, done alone. `easy`: nothing was tried before it, so it is one that anybody can begin. */
  exit?: boolean;
  easy?: true;
  /** T7: a question from before that is due for review. */
  review?: boolean;
  /** So many reviews come before new questions, this one included; only with a review. */
  reviews?: number;
  /** The reviews of the start are over with this turn; new questions begin. `waiting`: some that were announced are left for another day. */
  reviewed?: boolean;
  waiting?: true;
  /** Its unit has its turn for the first time in this session. */
  newUnit?: boolean;
  /** Nothing opens any more: the turn ends by asking for the pupil's recap (T7). */
  recap?: boolean;
  /** Nothing opens any more, and nothing was tried that a recap could be about. */
  over?: true;
}

/** What was seen of the pupil's work on an item that is solved: praise names nothing else (T8). */
export interface SeenWork {
  /** The answer as the checker read it. */
  understood: string | null;
  wrong: number;
  rungs: number;
  /** Items solved alone one after the other, this one included; 0 when it was not. */
  inARow: number;
  /** The item of this unit before was not solved alone. */
  helpedBefore: boolean;
}

/**
 * What the teacher does in this turn. The server has chosen it; a model only finds the words. `pose` is the item that opens
 * with this turn: the page shows it as a sheet of its own under the words, so the words never repeat its question.
 */
export type Move =
  | ({ kind: 'welcome' } & Posing)
  /** `askReason`: nothing opens yet; the pupil is asked how they know. */
  | ({ kind: 'confirm'; item: Item; answer: string; alone: boolean; seen?: SeenWork; askReason?: true } & Posing)
  /** The pupil's reason, '' where none came; it is not judged, and the next question opens. */
  | ({ kind: 'reason heard'; item: Item; text: string } & Posing)
  | {
      kind: 'locate error';
      item: Item;
      answer: string;
      /** The answer as the checker read it. */
      understood?: string | null;
      /** What the author says about this wrong answer. */
      feedback: string | null;
      /** Where it went wrong, as far as key and question tell; absent in turns of before it was kept. */
      slip?: Slip;
      wrong: number;
      rung: Rung | null;
      /** The pupil asked why the answer, marked before, is wrong; the author's rule that it breaks, which is the rung where there is one. */
      why?: { rule: string | null };
    }
  /** `forAnswer`: the answer itself was asked for, and is kept; that is said plainly. `trick`: by a trick. */
  | { kind: 'hint'; item: Item; rung: Rung; number: number; of: number; forAnswer?: true; trick?: true }
  /** `again`: every smaller question was asked before, `question` last: one way on is said instead, this is the n-th. */
  | {
      kind: 'smaller question';
      item: Item;
      question: string;
      choices?: Choice[];
      again?: number;
      forAnswer?: true;
      trick?: true;
      /** Hints are kept for now, whoever asks: that is no effortless asking. */
      hintsKept?: true;
    }
  /** The pupil answered the smaller question `question`, right or not; the item itself stays open and goes on from there. */
  | { kind: 'part checked'; item: Item; question: string; answer: string; right: boolean; partAnswer: string | null }
  /** `set aside`: after a try nothing but requests for help came for too long (T10); it is recorded as given up. */
  | ({ kind: 'reveal'; item: Item; reason: 'ladder' | 'given up' | 'set aside' } & Posing)
  /**
   * `setAside`: not by the pupil's wish; nothing but requests for help came for too long, and no try (T10). `solvedOne`: a worked example of
   * its kind is shown instead of the solution. `elsewhere`: nor by that, the lesson goes on with another unit.
   */
  | ({ kind: 'skip'; item: Item; setAside?: true; solvedOne?: string; elsewhere?: true } & Posing)
  | {
      kind: 'ask again';
      item: Item;
      reason: NotJudged;
      understood: string | null;
    }
  | ({ kind: 'compare'; item: Item; answer: string } & Posing)
  /** `justDone`: why the answer to the item before this turn is what it is. */
  | ({ kind: 'answer question'; question: string; found: Found; open: Item | null; justDone?: boolean } & Posing)
  /** `word`: a word of the open item was asked about, and not said which; an option is a question that explains one of them. */
  | { kind: 'did you mean'; question: string; options: Found[]; open: Item | null; word?: true }
  | { kind: 'cannot answer'; question: string; open: Item | null }
  | ({ kind: 'small talk'; text: string; open: Item | null } & Posing)
  /** In a talk of several: written while another question was open than now. `right` is null where nothing can be said of it. */
  | { kind: 'came late'; before: Item | null; answer: string; right: boolean | null; open: Item | null }
  /** `concrete`: asked once more, because what was written names nothing of the session. */
  | { kind: 'ask for recap'; facts: SessionFacts; nothingLeft?: boolean; concrete?: true }
  | { kind: 'recap'; facts: SessionFacts; text: string; evidence?: RecapEvidence | null }
  | ({ kind: 'pose' } & Posing)
  /** The pupil has brought a problem: it opens, and what was open before is set aside. */
  | ({ kind: 'own problem'; setAside: boolean } & Posing)
  | { kind: 'nothing left'; facts: SessionFacts };

/**
 * An attempt as it is recorded. `given up` with `revealed` is an item whose solution was shown without a right answer, at the
 * pupil's wish or at the ladder's end; a wrong attempt that ended the ladder is `incorrect` with `revealed`.
 */
export interface AttemptRecord {
  revisionId: number;
  qaId: number;
  unitName: string;
  answer: string;
  choiceId: string | null;
  verdict: 'correct' | 'incorrect' | 'cannot judge' | 'given up' | 'skipped';
  understood: string | null;
  hintsUsed: number;
  revealed: boolean;
  /** First judged answer to this posing, without a hint: only such answers count as unaided evidence. */
  unaided: boolean;
  /** True when this answer moves mastery: the first judged answer to a posing. */
  counts: boolean;
  milliseconds: number;
}
