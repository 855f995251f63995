import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import { askAgainWords, compareWords, locateErrorWords } from './answer-words.ts';
import { confirmWords } from './confirm-words.ts';
import { hintWords, partCheckedWords, smallerQuestionWords } from './help-words.ts';
import { ownProblemWords } from './own-problem-words.ts';
import { asToOneOfSeveral, cameLateWords } from './party-words.ts';
import { PHRASING } from './phrasing.ts';
import { answerQuestionWords, cannotAnswerWords, didYouMeanWords } from './question-words.ts';
import { reasonHeardWords } from './reason-words.ts';
import { revealWords, skipWords } from './reveal-words.ts';
import { askForRecapWords, nothingLeftWords, poseWords, recapWords, welcomeWords } from './session-words.ts';
import { smallTalkWords } from './small-talk.ts';
import { createTalk, type Talk } from './talk.ts';
import { whyWrongWords } from './why-words.ts';

function wordsFor(talk: Talk): string {
  const { move } = talk.brief;
  switch (move.kind) {
    case 'welcome':
      return welcomeWords(talk, move);
    case 'confirm':
      return confirmWords(talk, move);
    case 'reason heard':
      return reasonHeardWords(talk, move);
    case 'locate error':
      return move.why ? whyWrongWords(talk, move) : locateErrorWords(talk, move);
    case 'hint':
      return hintWords(talk, move);
    case 'smaller question':
      return smallerQuestionWords(talk, move);
    case 'part checked':
      return partCheckedWords(talk, move);
    case 'reveal':
      return revealWords(talk, move);
    case 'skip':
      return skipWords(talk, move);
    case 'ask again':
      return askAgainWords(talk, move);
    case 'compare':
      return compareWords(talk, move);
    case 'answer question':
      return answerQuestionWords(talk, move);
    case 'did you mean':
      return didYouMeanWords(talk, move);
    case 'cannot answer':
      return cannotAnswerWords(talk, move);
    case 'small talk':
      return smallTalkWords(talk, move);
    case 'came late':
      return cameLateWords(talk, move);
    case 'ask for recap':
      return askForRecapWords(talk, move);
    case 'recap':
      return recapWords(talk, move);
    case 'pose':
      return poseWords(talk, move);
    case 'own problem':
      return ownProblemWords(talk, move);
    case 'nothing left':
      return nothingLeftWords(talk, move);
  }
}

const TRIES = 7;
const HEBREW = /\p{Script=Hebrew}/u;

/**
 * The move of this turn in words: Markdown with $TeX$, at most one question, in simple English or Hebrew. The same brief gives the
 * same words; one of `lastReplies` is not repeated.
 */
export function wordMove(brief: TeachingBrief): string {
  let words = '';
  for (let variant = 0; variant < TRIES; variant += 1) {
    const talk = createTalk(brief, variant);
    words = withNote(brief, asToOneOfSeveral(talk, wordsFor(talk).trim()));
    if (!brief.lastReplies.some((reply) => reply.trim() === words)) break;
  }
  return words;
}

/** With the first words in a language that the bank is not written in, that is said, before anything is read in it. */
function withNote({ move, language, lastReplies }: TeachingBrief, words: string): string {
  const item = 'pose' in move && move.pose ? move.pose : 'item' in move ? move.item : null;
  const isFirst = language === 'he' ? !lastReplies.some((reply) => HEBREW.test(reply)) : lastReplies.length === 0;
  if (item === null || !isFirst || HEBREW.test(item.question) === (language === 'he')) return words;
  const [first = '', ...rest] = words.split('\n\n');
  const note = PHRASING[language].bankSpeaksOtherwise;
  return (rest.length === 0 ? [note, first] : [first, note, ...rest]).join('\n\n');
}
