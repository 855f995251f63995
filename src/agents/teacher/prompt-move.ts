import type { Move } from '../../domain/tutoring/dialogue.ts';
import { aboutAnswer } from './prompt-answer.ts';
import { lines } from './prompt-block.ts';
import { aboutHelp } from './prompt-help.ts';
import { asSeen, facts, onward, STILL_SECRET } from './prompt-item.ts';
import { aboutQuestions } from './prompt-question.ts';

/** What this turn is to be, in words for a model. The answer of an open question is in none of them. */
export function moveInWords(move: Move): string {
  switch (move.kind) {
    case 'confirm':
    case 'reason heard':
    case 'locate error':
    case 'ask again':
    case 'compare':
    case 'part checked':
      return aboutAnswer(move);
    case 'hint':
    case 'smaller question':
    case 'reveal':
    case 'skip':
      return aboutHelp(move);
    case 'answer question':
    case 'did you mean':
    case 'cannot answer':
    case 'small talk':
    case 'came late':
      return aboutQuestions(move);
    case 'welcome':
      return lines('Welcome the pupil in two or three sentences and say what today is about.', onward(move));
    case 'pose':
      return lines('Go on: one or two short sentences.', onward(move));
    case 'own problem':
      return lines(
        `The pupil has brought a problem of their own. It appears on the page under your words, and a solver has its answer; you are not told it. Take it up kindly in one or two sentences and ask for a first try; do not solve it, not in part either.${move.setAside ? ' What was open before is set aside.' : ''}`,
        move.pose ? asSeen(move.pose, 'The problem') : '',
        STILL_SECRET,
      );
    case 'ask for recap':
      if (move.concrete)
        return 'What the pupil wrote as a recap names nothing of the session. Thank them and ask for one thing of today: a step, a rule or a word. That is the one question of this turn; say nothing else.';
      return lines(
        `${move.nothingLeft ? 'There is no question left. ' : ''}Before the session ends, ask the pupil for a recap in their own words. That is the one question of this turn.`,
        facts(move.facts),
      );
    case 'recap':
      return lines(
        'Close the session: thank the pupil for the recap, say in one or two sentences what was done, and let them end the session with the button of the page. Do not judge whether the recap is right.',
        move.evidence
          ? `What of the recap the session bears out (name it): ${move.evidence.words.join(', ')}; in "${move.evidence.unit}" the pupil solved ${move.evidence.alone} without help and ${move.evidence.helped} with help.`
          : '',
        facts(move.facts),
      );
    case 'nothing left':
      return lines(
        'Every question of these units is done. Say so, name what was done, and let the pupil end the session.',
        facts(move.facts),
      );
  }
}
