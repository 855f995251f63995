import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Loops',
  type: 'summary',
  weight: 0.5,
  estimatedDurationMinutes: 25,
  description: 'The same lines again and again: how often, and what has changed in between.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'A loop runs for every whole number from $1$ to $8$, both included. How often does it run?',
      a: '8',
      hints: [
        'Count the numbers, not the gaps between them.',
        'Try a shorter loop first: from $1$ to $3$.',
        'Both ends count, so take the last number itself.',
      ],
      example: 'A loop from $1$ to $5$, both included, runs for $1$, $2$, $3$, $4$ and $5$: that is $5$ times.',
      why: 'There are eight numbers from one to eight. Between them there are seven gaps, and that is where people slip.',
      wrong: {
        '7': 'You counted the gaps between the numbers.',
        '9': 'The loop begins at $1$, not at $0$.',
      },
      aliases: ['how often does a loop run', 'off by one'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'First `s = 0`. Then, for every whole number `i` from $1$ to $4$: `s = s + i`. What does `s` stand for at the end?',
      a: '10',
      hints: [
        'Go through the loop once for each number and write down what `s` is.',
        'In every round the next number is added to what was there before.',
        'You add up the first four whole numbers.',
      ],
      example:
        'With the numbers from $1$ to $3$ it goes: `s` is $0$, then $1$, then $3$, then $6$. At the end it stands for $6$.',
      why: '$1 + 2 + 3 + 4 = 10$.',
      wrong: {
        '4': 'That is the last number alone.',
        '24': 'They are added, not multiplied.',
      },
      aliases: ['add up in a loop', 'sum of numbers with a loop'],
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'First `n = 5`. Then, as long as `n` is greater than $0$: `n = n + 1`. What happens?',
      a: 'c',
      choices: ['It runs five times', 'It does not run at all', 'It never ends', 'It runs once'],
      hints: [
        'When does such a loop stop?',
        'Look which way the number goes: towards the end, or away from it?',
        'Follow three rounds and ask each time whether it is still greater than $0$.',
      ],
      why: 'The number grows with every round, so it is always greater than $0$: the loop never ends. Somebody meant minus.',
      wrong: {
        a: 'It would with a minus.',
        b: 'Five is greater than $0$ at the beginning.',
        d: 'After one round the number is six, which is still greater than $0$.',
      },
      aliases: ['endless loop', 'when does a loop stop'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'First `p = 1`. Then `p = p * 2`, six times over. What does `p` stand for at the end?',
      a: '64',
      hints: [
        'Write down the value after each of the six rounds.',
        'Doubling goes slowly at first and then very fast.',
        'After five rounds it stands for thirty-two.',
      ],
      example: 'Doubled four times over, one becomes $2$, $4$, $8$ and then $16$.',
      why: 'One is doubled six times: $2^6 = 64$.',
      wrong: {
        '12': 'It is doubled, not raised by two.',
        '32': 'One round is missing.',
      },
      aliases: ['doubling in a loop', 'power of two'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'First `s = 0`. Then, for every whole number `i` from $1$ to $5$: `s = s + 2`. What does `s` stand for at the end?',
      a: '10',
      hints: ['What is added in every round?', 'The number `i` only counts the rounds.', 'Five times two.'],
      why: 'In each of five rounds two is added.',
      wrong: {
        '15': 'Look again at what is added: it is not `i`.',
        '2': 'That is after one round.',
      },
    }),
  ],
};
