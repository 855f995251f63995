import { ALERTS_FROM, type ModerationFlag, moderate } from '../../domain/safety/moderation.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import { exampleIn } from '../../domain/tutoring/look-alike.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { createLeakDetector } from './guard/leak-detector.ts';
import { contradictsVerdict, countQuestionMarks, praisesAbility } from './guard/manners.ts';
import { readable, squeezed } from './guard/plain-text.ts';
import { createSentenceStream, splitSentences } from './sentences.ts';
import { disclosedItem } from './withheld.ts';

/** unsafe: nothing for a child · leak: gives a withheld answer, or a note that is for the teacher alone · question: a further one (T3) · praise: of ability (T8) · verdict: against the move's (T4, T9). */
export type GuardRule = 'unsafe' | 'leak' | 'question' | 'praise' | 'verdict';

export interface DroppedSentence {
  rule: GuardRule;
  sentence: string;
  /** Of `unsafe`: what was noticed. */
  flags?: readonly ModerationFlag[];
}

export type GuardEvent = { type: 'text'; text: string } | ({ type: 'dropped' } & DroppedSentence);

/** Reads a reply sentence by sentence before a pupil sees it; what it lets through is whole sentences. */
export interface ReplyGuard {
  push(delta: string): GuardEvent[];
  /** The reply, or a round of it, is over. With `cutOff` a last sentence without an end is left out if there is another. */
  end(cutOff?: boolean): GuardEvent[];
}

const hasEnd = (sentence: string): boolean => /[.!?…:;)|$`*”"]\s*$/.test(sentence);

/** White space of a dropped sentence is kept where it ends a paragraph, so that the rest does not run together. */
function lineBreakOf(sentence: string): string {
  return /\n[^\S\n]*\n\s*$/.test(sentence) ? '\n\n' : /\n\s*$/.test(sentence) ? '\n' : '';
}

/** What our own lists notice in a sentence that is to go out, where it is serious. */
const seriousIn = (sentence: string): ModerationFlag[] =>
  moderate(sentence).filter(({ severity }) => severity >= ALERTS_FROM);

/** Shorter sentences stand in many texts. */
const OWN_WORDS = 12;

/** The sentences with which an author answers and explains the item that is over: they say nothing about the one that is open now. */
function authorsSentences(brief: TeachingBrief): string[] {
  const item = disclosedItem(brief.move);
  const texts = item ? [item.explanation, item.workedExample, item.key.answer] : [];
  return texts
    .flatMap(splitSentences)
    .map((each) => squeezed(readable(each)))
    .filter((each) => each.length >= OWN_WORDS);
}

/** The worked example of the item that opens: its own "No, …" is no verdict on the pupil's answer. It may still not leak. */
function exampleSentences({ move }: TeachingBrief): string[] {
  const example = 'pose' in move ? exampleIn(move) : '';
  return splitSentences(example).map((each) => squeezed(readable(each)));
}

/** @param checker tells whether a candidate is the withheld answer in another form. */
export function guardReply(brief: TeachingBrief, checker: AnswerChecker): ReplyGuard {
  const stream = createSentenceStream();
  const leaks = createLeakDetector(brief, checker);
  const authors = authorsSentences(brief);
  const examples = exampleSentences(brief).filter((each) => each.length >= OWN_WORDS);
  const notes = (brief.notes ?? []).map((note) => squeezed(readable(note))).filter((each) => each.length >= OWN_WORDS);
  let questions = 0;
  let passed = false;
  let gap = '';

  /** Authors may write of what a lesson is about. */
  function isAuthors(sentence: string): boolean {
    const plain = squeezed(readable(sentence));
    return [...authors, ...examples].some((each) => plain.endsWith(each));
  }

  function broken(sentence: string): GuardRule | null {
    const plain = squeezed(readable(sentence));
    const quoted = authors.some((each) => plain.endsWith(each));
    const isExample = examples.some((each) => plain.endsWith(each));
    if (!quoted && !isExample && contradictsVerdict(sentence, brief.move)) return 'verdict';
    if (!quoted && leaks.leaks(sentence)) return 'leak';
    if (notes.some((each) => plain.includes(each))) return 'leak';
    if (praisesAbility(sentence)) return 'praise';
    return questions + countQuestionMarks(sentence) > 1 ? 'question' : null;
  }

  function judge(sentence: string): GuardEvent {
    const flags = seriousIn(sentence);
    const rule = sentence.trim() === '' ? null : flags.length > 0 && !isAuthors(sentence) ? 'unsafe' : broken(sentence);
    leaks.heard(sentence);
    if (rule !== null) {
      if (passed) gap = gap.length >= lineBreakOf(sentence).length ? gap : lineBreakOf(sentence);
      const why = rule === 'unsafe' ? { flags } : {};
      return { type: 'dropped', rule, sentence: sentence.trim(), ...why };
    }
    leaks.said(sentence);
    questions += countQuestionMarks(sentence);
    passed ||= sentence.trim() !== '';
    const text = gap + sentence;
    gap = '';
    return { type: 'text', text };
  }

  return {
    push: (delta) => stream.push(delta).map(judge),
    end(cutOff = false) {
      const rest = stream.end();
      const last = rest.at(-1);
      if (cutOff && last !== undefined && !hasEnd(last) && (passed || rest.length > 1)) rest.pop();
      return rest.map(judge);
    },
  };
}
