import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Rates of change',
  type: 'summary',
  weight: 0.6,
  estimatedDurationMinutes: 35,
  description:
    'How fast does it change? From the slope of a line to the average over a stretch of a curve: the door to calculus.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'A tank holds $30$ liters at noon and $75$ liters three hours later. By how many liters an hour did it fill, on average?',
      a: '15',
      hints: [
        'How much came in, and in how many hours?',
        'The average rate is the change divided by the time that it took.',
        'Subtract the two amounts first, then divide by three.',
      ],
      example:
        'A plant is $12$ cm high in May and $40$ cm four weeks later. It grew $28$ cm in $4$ weeks. Divided, that is $7$ cm a week on average.',
      why: '$75 - 30 = 45$ liters in three hours make $15$ liters an hour.',
      wrong: {
        '25': 'You divided all that is in the tank. How much came in?',
        '45': 'That is the change in three hours.',
      },
      aliases: ['average rate of change', 'how fast did it fill'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'What is the average rate of change of $f(x) = x^2$ between $x = 1$ and $x = 4$?',
      a: '5',
      hints: [
        'How much does the output change, and over how long a stretch?',
        'Divide the change of $f$ by the change of $x$.',
        'Work out both squares, subtract, and divide by three.',
      ],
      example:
        'Between $x = 3$ and $x = 9$ the function $g(x) = x^2$ goes from $9$ to $81$: a change of $72$ over a stretch of $6$. The average rate is $12$.',
      why: 'From $1$ to $16$ it changes by $15$ while $x$ changes by $3$.',
      wrong: {
        '15': 'That is the change. Over how long a stretch?',
        '2.5': 'What is the change of $f$? Work out both squares.',
      },
      aliases: ['slope between two points of a curve', 'change of f over change of x'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these have the same rate of change everywhere?',
      a: 'a,d',
      choices: ['$f(x) = 7 - 3x$', '$f(x) = x^2$', '$f(x) = \\frac{1}{x}$', '$f(x) = 5$'],
      hints: [
        'Think of the graphs: which of them never bend?',
        'The rate is the same everywhere exactly where the graph is a straight line.',
        'Do not forget a line that is flat: its rate is the same everywhere, too.',
      ],
      why: 'Only straight lines have one rate everywhere: here $-3$ and $0$.',
      wrong: {
        a: 'There is one more: what about a line that is flat?',
        'a,b': 'A parabola gets steeper the farther you go.',
      },
      aliases: ['constant rate of change', 'which functions are straight'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'What is the average rate of change of $f(x) = x^2$ between $x = 3$ and $x = 3 + h$? Simplify as far as you can.',
      a: 'h + 6',
      hints: [
        'Do what you do with two numbers, with a letter in one of them.',
        'Divide the difference of the two squares by the length of the stretch, which is $h$.',
        'Multiply the bracket out; the nines cancel, and every term that is left has an $h$.',
      ],
      example:
        'Between $5$ and $5 + h$ the change of $x^2$ is $(5 + h)^2 - 25 = 10h + h^2$. Divided by $h$ that is $10 + h$. For a tiny stretch it is nearly $10$.',
      why: '$(3 + h)^2 - 9 = 6h + h^2$, and divided by $h$ that is $6 + h$: the smaller the stretch, the nearer to six.',
      wrong: {
        '6h + h^2': 'That is the change. What is still to be done with it?',
        h: 'The middle term of the bracket is missing.',
      },
      aliases: ['difference quotient', 'rate over a small stretch'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'What is the average rate of change of $f(x) = x^2 + 1$ between $x = 2$ and $x = 6$?',
      a: '8',
      hints: [
        'Change of the output, divided by change of the input.',
        'Work out the function at both ends first.',
        'The outputs differ by thirty-two, and the stretch is four long.',
      ],
      why: 'From $5$ to $37$ it changes by $32$ over a stretch of $4$.',
      wrong: {
        '32': 'That is the change of the output.',
        '9': 'Look at what the added one does at both ends.',
      },
    }),
    testItem({
      level: 1,
      kind: 'number',
      q: 'A runner passes kilometer $2$ after $10$ minutes and kilometer $8$ after $40$ minutes. How many minutes does she take for a kilometer, on average?',
      a: '5',
      hints: [
        'How far does she run between the two marks, and how long does it take?',
        'Here the time is shared among the kilometers.',
        'Thirty minutes for six kilometers.',
      ],
      why: 'Six kilometers in thirty minutes: five minutes for each.',
      wrong: {
        '0.2': 'That is how far she gets in a minute.',
        '4': 'Subtract both: the way and the time.',
      },
    }),
  ],
};
