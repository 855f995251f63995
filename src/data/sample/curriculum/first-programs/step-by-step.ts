import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Step by step',
  type: 'intro',
  weight: 0.5,
  estimatedDurationMinutes: 25,
  description:
    'A program is read from top to bottom, one line after the other. You keep track of what each name stands for.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'First `a = 4`, then `a = a + 3`. What does `a` stand for now?',
      a: '7',
      hints: [
        'Read the second line from right to left.',
        'The right side is worked out first, with the old value; then the name gets the result.',
        'Work out four and three together.',
      ],
      example:
        'First `b = 10`, then `b = b - 6`. The right side is $10 - 6$, and that is what `b` stands for from now on: $4$.',
      why: 'The old value is four, and three more is seven. In a program `=` means “becomes”.',
      wrong: {
        '4': 'The second line gives the name a new value.',
        '3': 'Only the three? What does the `a` on the right stand for?',
      },
      aliases: ['what does the equals sign mean in a program', 'variable gets a new value'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'First `x = 2`, then `y = x`, then `x = 9`. What does `y` stand for?',
      a: 'a',
      choices: ['$2$', '$9$', '$11$', 'Nothing'],
      hints: [
        'Write the value of each name down after every line.',
        'A line looks at what a name stands for at that moment, and forgets where it came from.',
        'What did `x` stand for when the second line was read?',
      ],
      why: 'When the second line was read, `x` stood for two. What happens to `x` later does not change `y`.',
      wrong: {
        b: 'The third line changes `x` alone.',
        c: 'Nothing is added here.',
        d: 'The second line gives it a value.',
      },
      aliases: ['does y change when x changes', 'copy of a variable'],
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'A program asks for a name and prints a greeting. What do we call what goes *into* a program?',
      a: 'input',
      also: ['the input', 'inputs', 'an input'],
      hints: [
        'It has a partner: what comes out is called output.',
        'The word says where it goes.',
        'Take the word for what comes out, and turn its first half round.',
      ],
      why: 'What goes in is the input, what comes out is the output.',
      wrong: {
        output: 'That is what comes out.',
        variable: 'That is a name for a value inside the program.',
      },
      aliases: ['what goes into a program'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'First `a = 5`, then `b = a * 2`, then `a = b - a`. What does `a` stand for now?',
      a: '5',
      hints: [
        'Make a table with a column for each name and a row for each line.',
        'In the last line the right side is worked out with the values from before.',
        'By then one name stands for five and the other for twice as much.',
      ],
      example:
        'First `c = 3`, then `d = c + 4`, then `c = d * c`. After the second line `d` is $7$. The last line works out $7 \\cdot 3$, so `c` stands for $21$.',
      why: 'After two lines `b` is ten. Ten less five is five again.',
      wrong: {
        '10': 'That is `b`.',
        '-5': 'Which of the two is taken away from which?',
      },
      aliases: ['trace a program', 'table of values'],
    }),
    testItem({
      level: 1,
      kind: 'number',
      q: 'First `n = 6`, then `n = n * n`. What does `n` stand for now?',
      a: '36',
      hints: ['The right side comes first.', 'Both letters stand for the old value.', 'Six times six.'],
      why: 'The right side is six times six.',
      wrong: {
        '12': 'That is six and six.',
        '6': 'The second line gives a new value.',
      },
    }),
  ],
};
