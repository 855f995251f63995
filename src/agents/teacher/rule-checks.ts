import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import { exampleIn } from '../../domain/tutoring/look-alike.ts';
import { statesAnswer } from '../../domain/tutoring/states-answer.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { affirms, contradictsVerdict, countQuestionMarks, praisesAbility } from './guard/manners.ts';
import { squeezed } from './guard/plain-text.ts';
import { splitSentences } from './sentences.ts';
import { disclosedItem, withheldItems } from './withheld.ts';

/** The rules of teaching that can be read off a transcript. T6, T7 and T9 are moves of the server, which no model can break. */
export const CHECKED_RULES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T8', 'T10', 'T11', 'T12'] as const;
export type CheckedRule = (typeof CHECKED_RULES)[number];

/** What each rule asks for, in a line. */
export const RULE_TEXTS: Record<CheckedRule, string> = {
  T1: 'no answer before the pupil has tried',
  T2: 'one rung of help a turn, in order',
  T3: 'at most one question, at most 90 words',
  T4: 'right and wrong said plainly, as the server judged',
  T5: 'ends with one thing to do',
  T8: 'praise of effort, never of talent',
  T10: 'no new rung after three requests without a try',
  T11: 'no question that is kept for tests',
  T12: 'no talk of learning styles',
};

/** One turn of a transcript: what the teacher was to word, and what the pupil read. */
export interface TaughtTurn {
  brief: TeachingBrief;
  reply: string;
}

const MOST_WORDS = 90;
/** Moves that may take longer: a worked example, an author's explanation. */
const LONG = new Set([
  'reveal',
  'hint',
  'confirm',
  'answer question',
  'recap',
  'compare',
  'locate error',
  'reason heard',
]);
const MOST_WORDS_OF_LONG = 220;
const REQUESTS_WITHOUT_TRY = 3;
/** Letters; a shorter sentence of an author's stands in many texts. */
const OWN_WORDS = 12;

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const TO_DO =
  /\?|؟|\b(?:try|write|send|tell|read|look|think|check|find|start|begin|use|work|draw|count|compare|choose|pick|give|say|show|go|have a|take|put|let|add|subtract|divide|multiply|test|cross out|decide|solve|explain|ask|type|press|name|note|answer|follow|undo|collect|do|make|keep|remember|change|now you|your turn|below|next)\b|נסה|נסי|כתוב|כתבי|שלח|שלחי|קרא|קראי|חשוב|חשבי|בדוק|בדקי|התחל|התחילי|ספר|ספרי|תורך|עכשיו|למטה|(?:ננסה|נחזור|נמשיך|נענה|נבחר|נבדוק|נסתכל|נקרא|נכתוב|נשווה|נעבור|נסמן|נחשוב|לנסות|לכתוב|לשלוח|לענות|לבחור|לבדוק|לקרוא|להשוות|לסמן|להמשיך|ללחוץ)/iu;
const STYLES = /\b(?:visual|auditory|kin(?:a)?esthetic) learners?\b|\blearning styles?\b|סגנון (?:ה)?למידה/iu;

const LAST_SENTENCES = 3;

function endsWithTask({ brief, reply }: TaughtTurn): boolean {
  if (['recap', 'nothing left'].includes(brief.move.kind)) return true;
  return TO_DO.test(splitSentences(reply).slice(-LAST_SENTENCES).join(' '));
}

/** Whether a sentence stands in what an author wrote. */
function standsIn(text: string): (sentence: string) => boolean {
  const authors = splitSentences(text).map(squeezed);
  return (sentence) => authors.some((each) => each.length >= OWN_WORDS && squeezed(sentence).endsWith(each));
}

/** Whether a sentence is one that an author wrote about an item that is over. */
function isOfAuthor({ brief: { move } }: TaughtTurn): (sentence: string) => boolean {
  const over = disclosedItem(move);
  return standsIn(over ? `${over.explanation} ${over.workedExample}` : '');
}

function contradicts(turn: TaughtTurn): boolean {
  const { brief, reply } = turn;
  const { move } = brief;
  const isAuthors = isOfAuthor(turn);
  // The worked example before the next question says "No, …" of its own story.
  const isExample = standsIn('pose' in move ? exampleIn(move) : '');
  const own = splitSentences(reply).filter((sentence) => !isAuthors(sentence) && !isExample(sentence));
  if (own.some((sentence) => contradictsVerdict(sentence, move))) return true;
  return move.kind === 'confirm' && !affirms(reply);
}

const rungOf = ({ brief: { move } }: TaughtTurn): { item: Item; number: number } | null =>
  move.kind === 'hint' ? { item: move.item, number: move.number } : null;

/** A rung also comes with a second wrong answer. */
const gaveRung = ({ brief: { move } }: TaughtTurn, item: Item): boolean =>
  (move.kind === 'hint' || (move.kind === 'locate error' && move.rung !== null)) &&
  move.item.revisionId === item.revisionId;

function skipsRung(turn: TaughtTurn, before: readonly TaughtTurn[]): boolean {
  const now = rungOf(turn);
  return now !== null && now.number > before.filter((each) => gaveRung(each, now.item)).length + 1;
}

function rewardsAsking(turn: TaughtTurn, before: readonly TaughtTurn[]): boolean {
  const now = rungOf(turn);
  const last = before.slice(-REQUESTS_WITHOUT_TRY);
  return (
    now !== null &&
    last.length === REQUESTS_WITHOUT_TRY &&
    last.every((each) => rungOf(each)?.item.revisionId === now.item.revisionId)
  );
}

function keptForTests({ brief: { move } }: TaughtTurn): boolean {
  const posed = 'pose' in move ? move.pose : null;
  return posed !== null && posed !== undefined && posed.use !== 'for study';
}

/** Whether what is said, besides what an author says of an item that is over, states the answer of one that is open. */
function givesAway(turn: TaughtTurn, checker: AnswerChecker): boolean {
  const { move } = turn.brief;
  const over = disclosedItem(move);
  const isAuthors = isOfAuthor(turn);
  const own = splitSentences(turn.reply)
    .filter((sentence) => !isAuthors(sentence) && !(over && statesAnswer(over, sentence, checker)))
    .join('');
  return withheldItems(move).some((item) => statesAnswer(item, own, checker));
}

/**
 * The rules that a turn breaks, given the turns of the lesson before it. It reads what was shown and nothing else, and does not
 * use the guard's own reading of leaks, so that it may be held against it.
 */
export function brokenRules(turn: TaughtTurn, before: readonly TaughtTurn[], checker: AnswerChecker): CheckedRule[] {
  const { brief, reply } = turn;
  const most = LONG.has(brief.move.kind) || 'pose' in brief.move ? MOST_WORDS_OF_LONG : MOST_WORDS;
  const questions = splitSentences(reply).reduce((sum, sentence) => sum + countQuestionMarks(sentence), 0);
  const checks: Record<CheckedRule, boolean> = {
    T1: givesAway(turn, checker),
    T2: skipsRung(turn, before),
    T3: questions > 1 || wordsOf(reply) > most,
    T4: contradicts(turn),
    T5: !endsWithTask(turn),
    T8: splitSentences(reply).some(praisesAbility),
    T10: rewardsAsking(turn, before),
    T11: keptForTests(turn),
    T12: STYLES.test(reply),
  };
  return CHECKED_RULES.filter((rule) => checks[rule]);
}
