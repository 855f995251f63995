import type { Move, RungKind } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, oneQuestion, plainlyShown, rungText, shownAnswer, withChoices } from './author-text.ts';
import { leadTo, UNHURRIED } from './lead-on.ts';
import { paragraphs, type Talk, type Ways } from './talk.ts';

type Hint = Extract<Move, { kind: 'hint' }>;
type SmallerQuestion = Extract<Move, { kind: 'smaller question' }>;
type PartChecked = Extract<Move, { kind: 'part checked' }>;
type Reveal = Extract<Move, { kind: 'reveal' }>;
type Skip = Extract<Move, { kind: 'skip' }>;

const HINT_OPEN: Record<RungKind, Ways> = {
  pointer: {
    plain: [
      'Good that you ask. A first pointer:',
      'Let us find a way in. Look at this first:',
      'Here is where I would begin:',
      'A small push to get you going:',
      'Start from this:',
    ],
    gentle: [
      'Asking is a good step. We begin very small:',
      'No worry, we take this slowly. Look only at this:',
      'It is fine to be stuck here. This is where I would begin:',
    ],
    young: ['Good that you ask. Look at this first:', 'Let us start small:', 'Here is a little help:'],
  },
  concept: {
    plain: [
      'Let us look at the idea behind it:',
      'This is what the question is built on:',
      'Here is the rule that helps now:',
      'One thing to remember for this kind of question:',
      'The thought that opens it up:',
    ],
    gentle: [
      'One quiet step further. The idea behind it is this:',
      'You are still in it, and that counts. This is what it builds on:',
      'Let us put one thing firmly in place:',
    ],
    young: ['This is the idea:', 'Remember this:', 'Here is what helps:'],
  },
  'worked look-alike': {
    plain: [
      'Here is a similar one, worked out from start to end. Follow it line by line:',
      'Watch how a problem of the same kind goes:',
      'Let me show you a look-alike with other numbers:',
      'Read this solved example and ask yourself at each line why it is done:',
    ],
    gentle: [
      'Just read along for a moment. This is a similar one, solved:',
      'Here is one of the same kind, done step by step. You only need to follow:',
    ],
    young: ['Look how this one is done:', 'Here is one like yours, all worked out:'],
  },
  'next step': {
    plain: [
      'You are nearly through. The next step is this:',
      'Let us do one step together:',
      'From here the way goes like this:',
      'One more step, and the rest is yours:',
    ],
    gentle: [
      'We do the next step together:',
      'Only this one step now:',
      'You have stayed with it this far. The next step is this:',
    ],
    young: ['Let us do one step together:', 'This is the next step:', 'Now do this:'],
  },
  answer: { plain: ['Here is how it ends:', 'This is where it leads:', 'And this is the last step:'] },
};

const HINT_CLOSE: Record<'own' | 'look-alike' | 'small question', Ways> = {
  'small question': {
    plain: [
      'Answer just this small part first.',
      'Send me your answer to that part; then we go back to the whole.',
      'Do only this piece for now and write what you get.',
      'Take this bit by itself and answer it here.',
    ],
    gentle: ['Only this little part now; a guess is welcome.', 'Answer just this bit, as well as you can.'],
    young: ['Answer only this little part.', 'Tell me just this one thing.'],
  },
  own: {
    plain: [
      'Use that and write your next try.',
      'Try the question again with this in mind.',
      'Take it from there and send me what you get.',
      'Work with that for a minute, then write your answer.',
      'Put that to use and tell me what comes out.',
      'Go on from there on paper and write your result here.',
    ],
    gentle: [
      'Try only that part first, then go on when you are ready.',
      'Write down the first line that comes to mind; it need not be perfect.',
      'Do this one bit and send me what you have.',
    ],
    young: ['Now try it again.', 'Use that and write what you get.', 'Have a go and show me.'],
  },
  'look-alike': {
    plain: [
      'Now do the same steps with your own numbers.',
      'Copy the way, not the numbers: try yours in the same order.',
      'Go back to your question and take the first line in the same manner.',
      'Your question goes the same way. Write its first step.',
    ],
  },
};

/** One rung of the ladder (T2), in the author's words. */
export function hintWords(talk: Talk, move: Hint): string {
  const { rung } = move;
  const about = rung.scaffold ? 'small question' : rung.kind === 'worked look-alike' ? 'look-alike' : 'own';
  const text = rungText(rung);
  const close = countWords(text) < 9 && about !== 'small question' ? UNHURRIED : HINT_CLOSE[about];
  return paragraphs(talk.say(HINT_OPEN[rung.kind]), text, talk.say(close));
}

const SMALLER_OPEN: Ways = {
  plain: [
    'Before I give more away, let us make it smaller.',
    'Another hint would take the work from you. Try this little piece instead:',
    'Let us cut off one small piece that you can do now.',
    'I would like to see your own thought first. Begin with this:',
  ],
  gentle: [
    'It is a lot at once, so take only this small piece:',
    'We shrink it. Never mind the whole question; look at this:',
    'One tiny step is enough for now:',
  ],
  young: ['Let us make it smaller.', 'Try this little piece first:', 'One small step:'],
};

const SMALLER_CLOSE: Ways = {
  plain: [
    'Answer just that, even if you are unsure.',
    'Write what you think; a rough thought is welcome.',
    'Tell me that much in your own words, and we build on it.',
    'Give me your own thought on that, or write “I give up” and I will show you the solution.',
  ],
  gentle: ['Write whatever comes to mind; it cannot go wrong.', 'A word or two is enough. Tell me what you see.'],
};

/** T10: help was asked for again and again without a try. */
export function smallerQuestionWords(talk: Talk, move: SmallerQuestion): string {
  const question = withChoices(ended(oneQuestion(move.question)), move.choices);
  return paragraphs(talk.say(SMALLER_OPEN), question, talk.say(SMALLER_CLOSE));
}

const PART_RIGHT: Ways = {
  plain: [
    'Yes, that part is right.',
    'That step is correct.',
    'Right, this piece is in place now.',
    'Good, that part works out.',
  ],
  young: ['Yes, that part is right!', 'Right! That is one step done.'],
};
const PART_WRONG: Ways = {
  plain: ['That part is not right yet.', 'Not quite, this piece comes out differently.', 'This step does not fit yet.'],
  gentle: [
    'Not quite, and that is no harm: it was only a small part.',
    'That piece is not right yet. We can put it straight.',
  ],
};
const PART_ANSWER: Ways = {
  plain: ['For this part it is {answer}.', 'This piece gives {answer}.', 'Here one gets {answer}.'],
};
const PART_GO_ON: Record<'right' | 'wrong', Ways> = {
  right: {
    plain: [
      'Use it now for the whole question and write your answer.',
      'You found it by looking closely. Now go one step further with the question itself.',
      'Take it along, back to the open question, and try that.',
      'With this piece you can go on: what is left of the question is yours.',
    ],
  },
  wrong: {
    plain: [
      'Look at it once more, then try the open question with it.',
      'Check how that comes about, and use it in the open question.',
      'Keep that in mind and have a go at the question itself.',
    ],
  },
};

/** The verdict on a smaller question; the item itself stays open, and nothing is said about its answer. */
export function partCheckedWords(talk: Talk, move: PartChecked): string {
  const answer = move.partAnswer?.trim();
  const told = answer && !move.right ? ` ${talk.say(PART_ANSWER, { answer: plainlyShown(answer) })}` : '';
  const verdict = talk.say(move.right ? PART_RIGHT : PART_WRONG);
  return `${verdict}${told} ${talk.say(PART_GO_ON[move.right ? 'right' : 'wrong'])}`;
}

const REVEAL_OPEN: Record<Reveal['reason'], Ways> = {
  ladder: {
    plain: [
      'You have had every hint that I have, so let us look at the solution together.',
      'That one was stubborn. Here is how it goes.',
      'You kept trying, and now it is time to see the whole way.',
      'We have come to the end of the hints; this is the solution.',
    ],
    gentle: [
      'You kept at it through all the hints. Now you may simply read along.',
      'This one was hard going, and that happens to everyone. Here is the whole way.',
    ],
  },
  'given up': {
    plain: [
      'That is fine: some questions need to be seen once before they can be done.',
      'All right, let us look at it together instead.',
      'Good to say so. Here is how this one goes.',
      'No harm done. Read along, and the next one of this kind will look familiar.',
    ],
    gentle: [
      'That is all right. You can put the pencil down and read along.',
      'It is good that you said so. I will show you, without any hurry.',
      'Letting one go is allowed. Here is the way through it.',
    ],
  },
};

const REVEAL_ANSWER: Ways = {
  plain: [
    'The answer is {answer}.',
    'It comes out as {answer}.',
    'What was looked for: {answer}.',
    'The solution is {answer}.',
  ],
};

const REVEAL_CLOSE: Ways = {
  plain: [
    'Read it once more and find the step that was new to you.',
    'Cover it up and say the key step in your own words.',
    'Note the one line that you would want to remember.',
    'Go through it again and ask at each line why it is done.',
  ],
};

const FRESH_LATER: Ways = {
  plain: [
    'A fresh one of this kind comes back later.',
    'You will meet a new one like it later on.',
    'Later I will give you another one of this kind to do yourself.',
  ],
};

/** The solution, after the ladder's end or when the pupil gives up: answer, why, and what to do with it. */
export function revealWords(talk: Talk, move: Reveal): string {
  const { item, pose } = move;
  const why = ended(oneQuestion(item.explanation.trim() || item.workedExample, 0));
  const fresh = talk.say(FRESH_LATER);
  return paragraphs(
    `${talk.say(REVEAL_OPEN[move.reason])} ${talk.say(REVEAL_ANSWER, { answer: shownAnswer(item.key) })}`,
    why,
    pose === null ? `${fresh} ${talk.say(REVEAL_CLOSE)}` : `${fresh} ${leadTo(talk, move, item)}`,
  );
}

const SKIP: Ways = {
  plain: [
    'All right, we leave that one for now. It will come back in another form.',
    'We put it aside without the solution; you can meet one like it on another day.',
    'Skipped. Nothing is lost: a question of this kind will turn up again.',
    'Fine, we move past it, and I will bring one like it later.',
  ],
  gentle: [
    'That is fine, we let this one go. There will be a calmer moment for it.',
    'We simply leave it. Choosing what you can do now is a good plan.',
  ],
  young: [
    'All right, we leave that one. You can try one like it later.',
    'We skip it for now. One like it will come back.',
  ],
};

export function skipWords(talk: Talk, move: Skip): string {
  return `${talk.say(SKIP)} ${leadTo(talk, move, move.item)}`;
}
