import type { AnswerKey, WrongAnswer } from '../../curriculum/curriculum.ts';
import type { AnswerChecker, CheckedAnswer, Verdict } from '../verdict.ts';
import { checkChoice, checkSeveral, statesChoice } from './choice-check.ts';
import { repeatsQuestion } from './echo.ts';
import { type Judgement, judged, rightAnswers, unreadable } from './judgement.ts';
import { checkMath, readKey, statesMath } from './math-check.ts';
import type { MathEngine } from './math-engine.ts';
import { checkNumber, isLiteral, keyQuantity, statesNumber } from './number-check.ts';
import { withoutPhrases } from './sentences.ts';
import { saysTheSame } from './text-check.ts';

const MAX_LENGTH = 2000;
const SHOWN = 200;

/**
 * The checker of answers. Pure; its work is bounded by the length limits of its parts (2,000 characters, 400 tokens, 24 sample
 * points); a failure inside counts as an unreadable answer, never as a wrong one.
 */
export function createAnswerChecker(math: MathEngine): AnswerChecker {
  return {
    check: (key, answer, wrongAnswers = []) => {
      try {
        return check(math, key, answer, wrongAnswers);
      } catch {
        return unreadable();
      }
    },
    sameAnswer: (key, candidate) => {
      try {
        return states(math, key, candidate);
      } catch {
        return false;
      }
    },
  };
}

function check(math: MathEngine, key: AnswerKey, answer: CheckedAnswer, wrongAnswers: readonly WrongAnswer[]): Verdict {
  const clicked = answer.choiceId === '' ? undefined : answer.choiceId;
  if (answer.text.length > MAX_LENGTH) return { verdict: 'cannot judge', reason: 'too long' };
  if (answer.text.trim() === '' && clicked === undefined) return { verdict: 'cannot judge', reason: 'empty' };
  const judgement = judge(math, key, answer.text, clicked);
  if (judgement.verdict === 'correct') {
    const echo =
      answer.question !== undefined && clicked === undefined && repeatsQuestion(key, answer.text, answer.question);
    return echo ? unreadable(judgement.understood) : judgement;
  }
  const known = wrongAnswers.find((wrong) => isForeseen(math, key, answer.text, clicked, wrong));
  if (!known) return judgement;
  return {
    verdict: 'incorrect',
    understood: judgement.understood ?? withoutPhrases(answer.text).slice(0, SHOWN),
    known,
  };
}

function isForeseen(
  math: MathEngine,
  key: AnswerKey,
  text: string,
  clicked: string | undefined,
  wrong: WrongAnswer,
): boolean {
  return judge(math, { ...key, answer: wrong.answer, acceptedAnswers: [] }, text, clicked).verdict === 'correct';
}

function judge(math: MathEngine, key: AnswerKey, text: string, clicked: string | undefined): Judgement {
  switch (key.kind) {
    case 'choice':
      return checkChoice(math, key, text, clicked);
    case 'several choices':
      return checkSeveral(math, key, text, clicked);
    case 'text':
      return judgeText(key, text);
    default:
      return judgeMath(math, key, text);
  }
}

/** Near enough is right; anything else is for the pupil to compare with the key. */
function judgeText(key: AnswerKey, text: string): Judgement {
  const bare = withoutPhrases(text).slice(0, SHOWN);
  if (rightAnswers(key).some((answer) => saysTheSame(answer, text, true))) return judged(true, bare);
  return { verdict: 'cannot judge', reason: 'free text', understood: bare };
}

function judgeMath(math: MathEngine, key: AnswerKey, text: string): Judgement {
  const judgement = judgeByReading(math, key, text);
  // What reads like the key is right, even where the key itself cannot be read.
  return judgement.verdict !== 'correct' && isLiteral(key, text)
    ? judged(true, withoutPhrases(text).slice(0, SHOWN))
    : judgement;
}

function judgeByReading(math: MathEngine, key: AnswerKey, text: string): Judgement {
  if (key.kind === 'number' && keyQuantity(math, key, key.answer)) return checkNumber(math, key, text);
  const wanted = readKey(key);
  if (wanted) return checkMath(math, key, wanted, text);
  // A key that is no mathematics after all ("none of them") is compared as words.
  const says = rightAnswers(key).some((answer) => saysTheSame(answer, text, false));
  return says ? judged(true, text.trim().slice(0, SHOWN)) : unreadable();
}

function states(math: MathEngine, key: AnswerKey, candidate: string): boolean {
  if (candidate.trim() === '' || candidate.length > MAX_LENGTH) return false;
  if (key.kind === 'choice' || key.kind === 'several choices') return statesChoice(math, key, candidate);
  if (key.kind === 'text') return rightAnswers(key).some((answer) => saysTheSame(answer, candidate, false));
  if (isLiteral(key, candidate)) return true;
  if (key.kind === 'number' && keyQuantity(math, key, key.answer)) return statesNumber(math, key, candidate);
  const wanted = readKey(key);
  return wanted !== undefined && statesMath(math, key, wanted, candidate);
}
