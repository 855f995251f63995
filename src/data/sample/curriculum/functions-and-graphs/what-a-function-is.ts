import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'What a function is',
  type: 'intro',
  weight: 0.6,
  estimatedDurationMinutes: 35,
  description:
    'A function gives every input exactly one output. You learn to put numbers in, to ask which input gave an output, and to say which numbers may go in at all.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'For $f(x) = 4x - 7$, what is $f(5)$?',
      a: '13',
      hints: [
        'The number in the brackets takes the place of the letter.',
        'Wherever the rule says $x$, write $5$ instead, and work out what stands there.',
        'First four times five, then take seven away.',
      ],
      example:
        'For $g(x) = 3x + 8$, what is $g(6)$? Put $6$ in the place of $x$: $3 \\cdot 6 + 8$. Times comes first: $18 + 8$. So $g(6) = 26$.',
      why: '$f(5) = 4 \\cdot 5 - 7 = 20 - 7 = 13$. The brackets say what is put in; they do not multiply.',
      wrong: {
        '3': 'What did you do with the five? It stands in the place of $x$, and $4x$ is four times that.',
        '-8': 'The seven is taken away after the multiplication, not before it.',
      },
      aliases: ['put a number into a function', 'what do the brackets mean'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'For which $x$ is $f(x) = 3x + 2$ equal to $23$?',
      a: '7',
      hints: [
        'This time the output is known, and you look for the input.',
        'Write the rule on the left and the output on the right: that is an equation.',
        'Take two away on both sides, and then share what is left among three.',
      ],
      example:
        'For which $x$ is $g(x) = 5x - 4$ equal to $41$? The equation is $5x - 4 = 41$. Add four on both sides: $5x = 45$. Divide by five: $x = 9$. A check: $g(9) = 45 - 4$, which is $41$.',
      why: 'From $3x + 2 = 23$ follows $3x = 21$ and $x = 7$. Going back from output to input means solving an equation.',
      wrong: {
        '71': 'You put $23$ in. Here it is what comes out.',
        '21': 'One step is still missing: that is three times the number.',
      },
      aliases: ['go back from output to input', 'which x gives this value'],
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'Which of these is *not* a function of the person?',
      a: 'c',
      choices: [
        'The birthday of a person',
        'The height of a person today',
        'The friend of a person',
        'The mother of a person',
      ],
      hints: [
        'Think of what makes a rule a function: how many outputs may an input have?',
        'Every input has exactly one output. Look for the rule that may give none, or several.',
        'Go through the four and ask of each: could somebody have two of these?',
      ],
      why: 'Somebody may have many friends, or be looking for one: that is no single output. Birthday, height and mother are settled for everybody.',
      wrong: {
        a: 'Everybody has exactly one day of birth.',
        b: 'A height changes over the years, but today there is exactly one.',
        d: 'Two people may share a mother. That is allowed: one output for each input is what counts.',
      },
      aliases: ['when is a rule a function', 'one output for each input'],
    }),
    item({
      level: 3,
      kind: 'interval',
      q: 'Which numbers $x$ may be put into $f(x) = \\sqrt{x - 3}$? Write an interval, like [2, inf).',
      a: '[3, inf)',
      hints: [
        'Not every number has a root that you can work with here.',
        'What stands under the root must not be negative.',
        'Ask for which $x$ the difference is at least $0$, and whether the edge itself is allowed.',
      ],
      example:
        'Which numbers may be put into $g(x) = \\sqrt{x + 5}$? Under the root there must be at least $0$, so $x + 5 \\ge 0$ and $x \\ge -5$. The edge is allowed, since the root of $0$ is $0$: $[-5, \\infty)$.',
      why: 'Under the root stands $x - 3$, which is at least $0$ exactly from $3$ on, with $3$ itself.',
      wrong: {
        '(3, inf)': 'Try the edge itself: what is the root of $0$?',
        '(-inf, 3]': 'Try a number from your interval, say $0$. What stands under the root then?',
      },
      aliases: ['domain of a root', 'which numbers may go in'],
    }),
    story(
      'A taxi takes 12 shekels for getting in and 4 shekels for every kilometer. Let $f(x)$ be the fare for $x$ kilometers.',
      [
        {
          level: 1,
          kind: 'number',
          q: 'What does a ride of $6$ kilometers cost, in shekels?',
          a: '36',
          hints: [
            'Two things are paid: getting in, and the way.',
            'The way costs four shekels for each kilometer.',
            'Work out what six kilometers cost, and add the price of getting in.',
          ],
          why: 'Six kilometers cost $6 \\cdot 4 = 24$, and getting in costs $12$ more.',
          wrong: {
            '24': 'That pays for the kilometers only. What else is paid?',
            '96': 'The twelve shekels are paid once, not for each kilometer.',
          },
        },
        {
          level: 2,
          kind: 'expression',
          q: 'Write a formula for $f(x)$.',
          a: '4x + 12',
          hints: [
            'Do with the letter what you just did with the six.',
            'One part of the fare depends on the way, the other is always the same.',
            'Write the part with $x$ first, then add what is paid once.',
          ],
          why: 'Four shekels for each of $x$ kilometers and twelve once: $f(x) = 4x + 12$.',
          wrong: {
            '16x': 'Here getting in would be paid again with every kilometer.',
            '12x + 4': 'Which of the two numbers belongs to the kilometers?',
          },
        },
      ],
    ),
    testItem({
      level: 1,
      kind: 'number',
      q: 'For $f(x) = 2x^2 - 1$, what is $f(-3)$?',
      a: '17',
      hints: [
        'Put the negative number into brackets of its own.',
        'The square comes before the multiplication, and a square is never negative.',
        'Square $-3$, double it, and take one away.',
      ],
      why: '$(-3)^2 = 9$, twice that is $18$, less one is $17$.',
      wrong: {
        '-19': 'What is the square of a negative number?',
        '35': 'The square belongs to $x$ alone, not to the two.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'For which $x$ is $f(x) = 6 - 2x$ equal to $-10$?',
      a: '8',
      hints: [
        'The output is known.',
        'Write the equation and bring the six to the other side.',
        'From minus two times the number you get to the number by dividing by minus two.',
      ],
      why: '$6 - 2x = -10$ gives $-2x = -16$, so $x = 8$.',
      wrong: {
        '-8': 'Watch the signs in the last step: minus divided by minus.',
        '26': 'You put the output in.',
      },
    }),
  ],
};
