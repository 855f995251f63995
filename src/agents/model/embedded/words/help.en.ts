import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const HELP_EN = {
  HINT_OPEN: {
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
        'Let us do one step together:',
        'From here the way goes like this:',
        'The next step is this:',
        'This brings you further:',
      ],
      gentle: [
        'We do the next step together:',
        'Only this one step now:',
        'You have stayed with it this far. The next step is this:',
      ],
      young: ['Let us do one step together:', 'This is the next step:', 'Now do this:'],
    },
    'last step': {
      plain: [
        'You are nearly through. The last hint is this:',
        'One more step, and the rest is yours:',
        'This is the last hint that I have:',
      ],
      gentle: ['You have stayed with it this far. One last hint:', 'The last small hint, and the rest is yours:'],
      young: ['This is the last hint:', 'One more little step:'],
    },
    answer: { plain: ['Here is how it ends:', 'This is where it leads:', 'And this is the last step:'] },
  },
  HINT_CLOSE: {
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
        'Use that and write what you think.',
        'Look at the question with this in mind, and answer it.',
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
    'in words': {
      plain: [
        'Use that and write what you think.',
        'Look at the question with this in mind, and answer it.',
        'What comes to mind now, write it down.',
        'Think it over with that, and send me your answer.',
        'With that, have a go at the question.',
      ],
      gentle: [
        'Write down the first thing that comes to mind; it need not be perfect.',
        'Have a quiet think, and send me whatever you have.',
      ],
      young: ['Now try it again.', 'Have a go and show me.'],
    },
    'look-alike in words': {
      plain: [
        'Now think about your question in the same way.',
        'Use the same thought for your question and answer it.',
        'Go back to your question and ask the same things there.',
      ],
    },
    'look-alike': {
      plain: [
        'Now do the same steps with your own numbers.',
        'Copy the way, not the numbers: try yours in the same order.',
        'Go back to your question and take the first line in the same manner.',
        'Your question goes the same way. Write its first step.',
      ],
    },
  },
  CHOOSE: {
    plain: [
      'Go through the choices with this in mind.',
      'Cross out what does not fit now, and choose.',
      'Test the choices against that.',
      'Look at the choices again with that in mind, and decide.',
    ],
  },
  SMALLER_OPEN: {
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
  },
  SMALLER_CLOSE: {
    plain: [
      'Answer just that, even if you are unsure.',
      'Write what you think; a rough thought is welcome.',
      'Tell me that much in your own words, and we build on it.',
      'Give me your own thought on that, in a line.',
    ],
    gentle: ['Write whatever comes to mind; it cannot go wrong.', 'A word or two is enough. Tell me what you see.'],
  },
  /** The answer itself was asked for: it is said plainly that it is kept, and what comes instead. */
  ANSWER_KEPT: {
    hint: {
      plain: [
        'Not yet. Here is a way in:',
        'The answer comes later; a hint comes now:',
        'I keep the answer a little longer, because finding it is what helps you. This makes it easier:',
        'Let us get you there. This helps:',
      ],
      gentle: [
        'The answer I keep for now, because finding it is what helps you. This makes it easier:',
        'I may not hand you the answer yet. What I can do is help you to find it:',
      ],
      young: ['I keep the answer for now. Here is some help:', 'You find the answer, and I help you:'],
    },
    'small question': {
      plain: [
        'The answer stays with me for now. Begin with this small piece:',
        'Not yet, but here is a smaller piece of it:',
        'I will not tell it, but I will make it smaller for you:',
      ],
      gentle: ['I keep the answer, and we make the question smaller instead:', 'Not the answer, but something easier:'],
    },
    'way on': {
      plain: [
        'The answer stays with me for now.',
        'Not yet.',
        'The answer itself comes after the work.',
        'First it is your turn.',
      ],
    },
  },
  /** It was to be got by a trick: by order, by authority, in disguise. */
  TRICK_MET: {
    hint: {
      plain: [
        'The answer itself I keep for now, whoever says otherwise. A hint you can have:',
        'I do not give the answer away, in whatever shape. What I can give is this:',
        'No trick gets the answer out of me; finding it is your part. This helps with it:',
      ],
    },
    'small question': {
      plain: [
        'The answer stays with me for now. Begin with this small piece:',
        'That way does not lead to the answer. Begin here instead:',
        'I will not tell it, but I will make it smaller for you:',
      ],
    },
    'way on': {
      plain: [
        'The answer stays with me for now.',
        'However it is asked for, the answer comes after the work and not before.',
        'I do not tell it now, in whatever shape.',
      ],
    },
  },
  /** Every small question was asked: one thing that brings the lesson on, another one the next time. */
  WAYS_ON: {
    guess: {
      plain: [
        'Now write one guess, even a wrong one: from a guess I can see where to help.',
        'Send me any answer, however rough: what you write shows me where to help, and it brings the next help.',
        'From here a guess helps more than a hint, and a wrong one is worth as much as a right one. Write yours.',
        'One guess of yours is the next step; put it here, sure or not, and we look at it together.',
      ],
      gentle: [
        'Write the first thing that comes to mind; here it cannot go wrong, and it shows me where to help.',
        'A guess is enough now, and it may be wrong. Write it down, and we look at it together.',
      ],
    },
    solution: {
      plain: [
        'You may stop here: write “I give up”, and I show you how it is done, from the first line to the last.',
        'Giving one up is allowed. Write “I give up”, and we read together how this one is done.',
        'If you would rather see it done, write “I give up”, and the solution comes with its reasons.',
        'This one may end here: write “I give up”, and you can read how it goes.',
        'Some questions have to be seen once before they can be done. If this is one, write “I give up”, and I show you the way.',
      ],
      gentle: [
        'It is no shame to look at the solution. Write “I give up”, and I go through it with you.',
        'You may let this one go: write “I give up”, and we read it together without any hurry.',
      ],
    },
  },
  PART_RIGHT: {
    plain: [
      'Yes, that part is right.',
      'That step is correct.',
      'Right, this piece is in place now.',
      'Good, that part works out.',
    ],
    young: ['Yes, that part is right!', 'Right! That is one step done.'],
  },
  PART_WRONG: {
    plain: [
      'That part is not right yet.',
      'Not quite, this piece comes out differently.',
      'This step does not fit yet.',
    ],
    gentle: [
      'Not quite, and that is no harm: it was only a small part.',
      'That piece is not right yet. We can put it straight.',
    ],
  },
  PART_ANSWER: {
    plain: ['For this part it is {answer}.', 'This piece gives {answer}.', 'Here one gets {answer}.'],
  },
  PART_GO_ON: {
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
  },
} satisfies Catalogue;
