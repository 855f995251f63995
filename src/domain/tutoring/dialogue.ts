import type { Item } from '../curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Verdict } from './verdict.ts';

/** What kind of help a rung of the ladder gives, in the order of T2. */
export type RungKind = 'pointer' | 'concept' | 'worked look-alike' | 'next step' | 'answer';

export interface Rung {
  kind: RungKind;
  text: string;
  scaffold?: { question: string; answer: string };
}

/** How an item ended. Only `solved alone` and `solved with hints` were answered by the pupil. */
export type Outcome = 'solved alone' | 'solved with hints' | 'revealed' | 'given up' | 'skipped' | 'compared' | 'shown';

/** The item that is open in a session. */
export interface OpenItem {
  revisionId: number;
  qaId: number;
  problemId: number;
  unitName: string;
  /** Rungs of the ladder shown so far, 0 … ladder length. */
  rung: number;
  wrong: number;
  cannotJudge: number;
  posedAt: Instant;
  /** An unaided exit item: no hints before a first attempt. */
  exit: boolean;
}

export interface DoneItem {
  revisionId: number;
  qaId: number;
  problemId: number;
  unitName: string;
  outcome: Outcome;
  wrong: number;
  rungs: number;
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
  /** Raised for the class manager: effortless help, a wrong streak. */
  flags: ('effortless help' | 'wrong streak')[];
  /** Questions of the bank that were offered as "Did you mean …?", by qa id. */
  offered: number[];
  /** Turns of the pupil so far. */
  turn: number;
}

/** What the pupil's message is. */
export type PupilAct =
  | { type: 'attempt'; answer: string; choiceId?: string; verdict: Verdict }
  | { type: 'help' }
  | { type: 'stuck' }
  | { type: 'give up' }
  | { type: 'skip' }
  | { type: 'go on' }
  | { type: 'own question'; question: string }
  | { type: 'picked'; qaId: number }
  | { type: 'recap'; text: string }
  | { type: 'stop' }
  | { type: 'small talk'; text: string }
  | { type: 'empty' };

/** A question of the bank that is near to what the pupil asked. */
export interface Found {
  item: Item;
  /** Share of the query's weight that the question covers, 0 … 1; from .4 on it is an answer. */
  coverage: number;
  score: number;
}

/** What the session came to so far, for recaps. */
export interface SessionFacts {
  solvedAlone: number;
  solvedWithHints: number;
  shown: number;
  skipped: number;
  units: { name: string; before: number; after: number }[];
}

/**
 * What the teacher does in this turn. The server has chosen it; a model only finds the words. `pose` is the item that opens
 * with this turn: the page shows it as a sheet of its own under the words, so the words never repeat its question.
 */
export type Move =
  | { kind: 'welcome'; pose: Item | null }
  | { kind: 'confirm'; item: Item; answer: string; alone: boolean; pose: Item | null }
  | { kind: 'locate error'; item: Item; answer: string; feedback: string | null; wrong: number; rung: Rung | null }
  | { kind: 'hint'; item: Item; rung: Rung; number: number; of: number }
  | { kind: 'smaller question'; item: Item; question: string }
  | { kind: 'reveal'; item: Item; reason: 'ladder' | 'given up'; pose: Item | null }
  | { kind: 'skip'; item: Item; pose: Item | null }
  | { kind: 'ask again'; item: Item; reason: 'empty' | 'unreadable' | 'too long' | 'ambiguous choice'; understood: string | null }
  | { kind: 'compare'; item: Item; answer: string; pose: Item | null }
  | { kind: 'answer question'; question: string; found: Found; open: Item | null; pose: Item | null }
  | { kind: 'did you mean'; question: string; options: Found[]; open: Item | null }
  | { kind: 'cannot answer'; question: string; open: Item | null }
  | { kind: 'small talk'; text: string; open: Item | null; pose: Item | null }
  | { kind: 'ask for recap'; facts: SessionFacts }
  | { kind: 'recap'; facts: SessionFacts; text: string }
  | { kind: 'pose'; pose: Item | null }
  | { kind: 'nothing left'; facts: SessionFacts };

/** An attempt as it is recorded; `verdict` of a given-up item is `given up`, of a revealed one `revealed`. */
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
