import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const SESSION_EN = {
  HELLO: {
    plain: [
      'Hello {name}, good to see you.',
      'Hi {name}, today it is {course}.',
      'Good that you are here, {name}.',
      'Welcome, {name}. I am {teacher}.',
      'Hi {name}, I am {teacher}, your tutor for {subject}.',
    ],
    gentle: [
      'Hello {name}. Good that you came, even though today feels hard.',
      'Hi {name}. Thank you for telling me how you feel; we go gently today.',
      'Welcome, {name}. It is all right not to be at your best today.',
    ],
    young: ['Hello {name}! I am {teacher}.', 'Hi {name}, good to see you!', 'Hello {name}, let us learn together!'],
  },
  EXTREME: {
    plain: [
      'Hello {name}. Thank you for telling me that today is a very strong day. If something is wrong, talk to an adult you trust; you can pause here at any time.',
      'Hi {name}. Feelings can be very big some days. A grown-up you trust is good to talk to, and this session can wait whenever you want.',
    ],
  },
  PLAN: {
    homework: {
      plain: [
        'Today we work on {units}.',
        'On the plan for today: {units}.',
        'Let us do some work on {units} together.',
        'We spend this session on {units}.',
      ],
    },
    'test preparation': {
      plain: [
        'We get you ready for the test with {units}.',
        'For your test we practise {units} today.',
        'Today is practice for the test: {units}.',
      ],
    },
  },
  WHERE_YOU_STAND: {
    new: {
      plain: [
        'We have not worked on this together yet, so we begin with something easy.',
        'We start from the beginning, and hints are there when you want them.',
        'It is our first time with this, so we start with an easy one.',
      ],
    },
    growing: {
      plain: [
        'You have done part of the way already; we pick up from there.',
        'You have worked on it before, so we go a little further today.',
      ],
    },
    strong: {
      plain: [
        'Your earlier answers there were mostly right, so we see how much you can do without hints.',
        'You have practised this well; today we find out how steady it is.',
      ],
    },
  },
  GENTLE_PACE: {
    plain: [
      'We take small steps, and you can pause whenever you like.',
      'One small step after the other is enough today.',
    ],
  },
  FIRST: {
    plain: [
      'The first question is below. Try it; if you are stuck, ask for a hint.',
      'Begin with the question below and write your answer.',
      'Have a go at the one below to warm up.',
      'Start with the one below. A wrong try is welcome, we learn from it.',
    ],
    young: ['Try the first one below.', 'Look at the question below and write what you think.'],
  },
  NO_QUESTION: {
    plain: [
      'I have no question ready for this yet. Ask me something about {course}, and I will look it up.',
      'The question bank holds nothing new here for now. Send me a question of your own about {course}.',
      'I cannot give you an exercise on this yet. What I can do is look things up: ask me something about {course}.',
      'There is no exercise here for me to give you right now. Write a question about {course} and I will look in the question bank.',
    ],
  },
  BRING: {
    plain: [
      'If you have a problem from your homework with you, write it here and we look at it together.',
      'You can bring a problem of your own too: just write it down here.',
      'An exercise from school that does not work out is welcome here as well: just write it to me.',
    ],
    gentle: ['If something from your homework troubles you, write it here; we can begin with that.'],
  },
  ONWARD: {
    plain: [
      'Good, let us keep going while you are in it.',
      'On we go, then, one question at a time.',
      'I have picked another one that fits where you are.',
      'Then let us use what you have just practised.',
    ],
    gentle: ['We go on slowly, at your pace.', 'Good that you go on; one small question at a time is enough.'],
    young: ['Let us go on, {name}.', 'Good, here is one more for you.', 'On we go, {name}!'],
  },
  TAKE_TIME: {
    plain: [
      'Write down what you know before you start.',
      'Hints are there if you want them.',
      'Think about your first step before you write.',
    ],
  },
  RECAP_OPEN: {
    plain: ['Let us look back before you go.', 'We are nearly at the end.', 'Time to gather up what you did.'],
  },
  /** What was written names nothing of today. */
  RECAP_CONCRETE: {
    plain: [
      'Thank you for looking back. Now make it one thing of today: which step, rule or word would you show a friend?',
      'Thank you. Could you name one thing more exactly: a step that you did, a rule or a word from today?',
      'Pick just one question of today and look at it once more: which rule, word or step of it do you take along?',
      'Thank you. Think of one question of today: what was the step that solved it?',
    ],
    gentle: [
      'Thank you for that. If you like, name one small thing from today: which step or word do you remember?',
      'Thank you. One small thing is enough: which word or step from today stays with you?',
    ],
  },
  ALL_DONE: {
    plain: [
      'You have been through every question that I have for these units.',
      'That was the last question that I have here for now.',
      'The question bank has nothing new left for these units today.',
    ],
  },
  RECAP_THANKS: {
    full: {
      plain: [
        'Thank you: putting it in your own words is what makes it stay.',
        'Good that you wrote that down. Saying it yourself is the best way to keep it.',
        'Thank you. You can come back to these lines before a test.',
      ],
    },
    vague: {
      plain: [
        'We leave it there for today. What stays longest is one thing that you could show somebody: a step, a rule or a word.',
        'We leave it at that. If one step or word of today comes to mind later, tell it to somebody at home; that makes it stay.',
        'All right. Before a test, take one question of today and say how it was solved: that is what helps then.',
      ],
      gentle: ['Thank you. If you like, tell somebody at home about one question of today; that makes it stay.'],
    },
    short: {
      plain: [
        'Thank you, that is the heart of it in a few words. An example of your own would make it stay even longer.',
        'Thank you. Keep that, and put one example to it when you have a moment.',
      ],
    },
    none: {
      plain: [
        'That is fine. If something comes to mind later, write it down: what you can say in your own words stays longest.',
        'All right, we leave it at that. Perhaps you tell somebody at home about one of the questions.',
      ],
    },
  },
  /** Whoever leaves before anything was answered. */
  NOTHING_DONE: {
    plain: [
      'That is fine. {unit} waits here until you come back; one first try is enough to begin with.',
      'All right, we leave it for today. When you are back, we begin with {unit}.',
    ],
  },
  FINISH: {
    plain: [
      'You can end the session now with the button above.',
      'Press “End session” when you are ready, and tell us how it was.',
      'End the session now, and give your head a rest.',
    ],
  },
  /** What the session bears out of it; the sentence itself is not judged. */
  BORNE_OUT: {
    alone: {
      plain: [
        'You name {words}, and your work bears it out: in *{unit}* you solved {count} without help.',
        'What you write about {words} is what you used in *{unit}*, where {count} came out right without help.',
        'You picked {words}. In *{unit}* you showed it too, with {count} solved on your own.',
      ],
      young: ['You wrote about {words}. In *{unit}* you solved {count} all by yourself.'],
    },
    helped: {
      plain: [
        'You name {words}. You worked on that in *{unit}* and solved {count} there, with some help on the way.',
        'What you write about {words} belongs to *{unit}*, where you stayed with {count} until it came out.',
      ],
    },
  },
  GROWTH: {
    plain: [
      'Your answers show that *{unit}* sits better than when you began.',
      'In *{unit}* you are further along than at the start.',
      '*{unit}* has moved forward through your work today.',
    ],
  },
} satisfies Catalogue;
