import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Two-step equations',
  type: 'chapter',
  weight: 0.9,
  estimatedDurationMinutes: 35,
  description:
    'Now two things have happened to the unknown, and they have to be undone in the right order: last on, first off. You also learn to turn a short story into such an equation.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'Solve $3x + 5 = 26$.',
      a: '7',
      hints: [
        'Two things have happened to $x$. Say in which order: first …, then ….',
        'Undo the last thing first, like taking off your shoes before your socks.',
        'Take five away from both sides. Then only $3x$ is left on the left, and one more step remains.',
      ],
      example:
        'Solve $4x + 3 = 35$. First $x$ was multiplied by four, then three was added. Undo the last step first: subtract three on both sides, which gives $4x = 32$. Now undo the multiplication: divide both sides by four. A check: $4 \\cdot 8 + 3$ is $35$. So $x = 8$.',
      why: '$3x + 5 = 26$ becomes $3x = 21$, then $x = 7$. The five was put on last, so it comes off first.',
      wrong: {
        '21': 'This is what $3x$ is worth. There is one more step to a single $x$.',
        '31/3': 'You added five to the right side. To take a plus away, do the opposite.',
      },
      aliases: ['times and plus in one equation', 'what do i undo first'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What is the best first step to solve $4x - 9 = 31$?',
      a: 'c',
      choices: [
        'Subtract $9$ on both sides',
        'Divide only $4x$ by $4$',
        'Add $9$ on both sides',
        'Subtract $4$ on both sides',
      ],
      hints: [
        'Follow $x$ on its way: which of the two things was done to it last?',
        'The last operation is undone first, with its opposite, on both sides.',
        'The nine was taken away at the end. Choose the step that gives it back to both sides.',
      ],
      why: 'Adding nine leaves $4x = 40$, and then one division finishes it. Starting with the operation that came last keeps the numbers simple.',
      wrong: {
        a: 'That takes nine away a second time: you would have $4x - 18$.',
        b: 'A balance stays level only if *everything* on both sides is divided.',
        d: 'The four is multiplied with $x$, so subtracting it does not take it away.',
      },
      aliases: ['first step in a two step equation', 'where do i start'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Solve $\\frac{x}{5} - 2 = 6$.',
      a: '40',
      hints: [
        'First $x$ was divided, then something was taken away.',
        'Go backwards: undo the subtraction first, the division after that.',
        'After adding two on both sides, a fifth of $x$ is eight. What is the whole?',
      ],
      example:
        'Solve $\\frac{x}{3} - 4 = 5$. On its way, $x$ was divided by three, then four was taken away. Backwards: add four on both sides, so $\\frac{x}{3} = 9$. Then multiply both sides by three. A check: a third of twenty-seven is nine, minus four is five. So $x = 27$.',
      why: 'Adding two gives $\\frac{x}{5} = 8$, and five such fifths make $40$. The two is not divided by five, so it can be removed first.',
      wrong: {
        '20': 'You took two away again. Undo the subtraction by its opposite.',
        '32': 'The five reached only the six. If you multiply first, the two has to be multiplied too.',
        '8': 'This is a fifth of $x$. One step is still missing.',
      },
      aliases: ['fraction and minus in an equation', 'x over five minus two'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Solve $17 - 2x = 5$.',
      a: '6',
      hints: [
        'The term with $x$ comes second here, and it has a minus in front.',
        'You can read it as “$17$ minus something is $5$”. That something is $2x$.',
        'How much has to be taken away from $17$ so that five are left? That much is $2x$.',
      ],
      example:
        'Solve $25 - 3x = 13$. Cover up the $3x$ with a hand: $25$ minus something is $13$. That something must be $12$. So $3x = 12$, and one $x$ is a third of it. A check: three times four is twelve, and $25 - 12 = 13$. So $x = 4$.',
      why: '$2x$ is the amount between $17$ and $5$, which is twelve, so $x = 6$. In steps: subtract $17$ to get $-2x = -12$, then divide by $-2$.',
      wrong: {
        '-6': 'The minus before $2x$ got lost on the way. Put your number in: the left side would grow.',
        '11': 'You added five and seventeen. How much is *taken away* from $17$?',
        '12': 'This is what $2x$ is worth. How much is one $x$?',
      },
      aliases: ['minus in front of the x term', 'number minus 2x'],
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'Dana solves $5x + 10 = 45$. She writes $x + 10 = 9$ and then $x = -1$. What went wrong?',
      a: 'a',
      choices: [
        'She divided $5x$ and $45$ by $5$, but not the $10$.',
        'She should have multiplied by $5$.',
        'She took away $10$ where she should have added it.',
        'Nothing; the answer is right.',
      ],
      hints: [
        'Compare her first line with the equation, term by term.',
        'When you divide both sides of an equation, *all* of each side is divided.',
        'There are three terms in the equation. See which of them look different in her next line, and which does not.',
      ],
      why: 'Dividing the whole left side by five gives $x + 2$, not $x + 10$. Her idea can work, as $x + 2 = 9$ leads to $x = 7$, but each term must take part.',
      wrong: {
        b: 'Dividing by five is a fine idea here. The trouble is how it was carried out.',
        c: 'In the last step, taking away ten is the right way to undo plus ten.',
        d: 'Put $-1$ back in: $5 \\cdot (-1) + 10$ is far from $45$.',
      },
      aliases: ['find the mistake in solving an equation', 'divide first or subtract first'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Solve $\\frac{x + 4}{3} = 7$.',
      a: '17',
      hints: [
        'Here the fraction bar runs under both terms. So what was done to $x$ first?',
        'A long fraction bar works like a bracket: all of $x + 4$ was divided, and that was the last step.',
        'Undo the division: $x + 4$ as a whole must be three times seven.',
      ],
      example:
        'Solve $\\frac{x + 6}{4} = 5$. The bar covers $x + 6$, so six was added first and the whole was divided by four afterwards. Undo the last step: multiply both sides by four, so $x + 6 = 20$. Then subtract six. A check: $14 + 6 = 20$, and a quarter of it is five. So $x = 14$.',
      why: 'The bar groups $x + 4$ together: $x + 4 = 21$, so $x = 17$. Compare $\\frac{x}{3} + 4 = 7$, where the four comes off first.',
      wrong: {
        '9': 'You subtracted four before undoing the division. The bar covers the four, so the division comes off first.',
        '25': 'The three was undone well. But the four was added, so now it has to be taken away.',
        '21': 'This is the value of $x + 4$, not of $x$.',
      },
      aliases: ['x plus four all over three', 'fraction bar over two terms'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Solve $5 - \\frac{x}{3} = 9$.',
      a: '-12',
      hints: [
        'Something is taken away from five, and yet the result is larger than five. What does that say about it?',
        'Move step by step: remove the five from the left side, keeping the minus sign of the fraction.',
        'After subtracting five on both sides you have $-\\frac{x}{3} = 4$. Now multiply both sides by $-3$.',
      ],
      example:
        'Solve $2 - \\frac{x}{4} = 7$. Subtract two on both sides: $-\\frac{x}{4} = 5$. The left side is “$x$ divided by $-4$”, so multiply both sides by $-4$. The sign turns: $5 \\cdot (-4)$. A check: a quarter of $-20$ is $-5$, and $2 - (-5)$ is $7$. So $x = -20$.',
      why: 'Taking away $\\frac{x}{3}$ made the number larger, so $\\frac{x}{3}$ must be negative: it is $-4$, and $x = -12$. Estimating the sign first is a good safeguard.',
      wrong: {
        '12': 'Put it in: you would take away a positive number and get less than five. Check the sign.',
        '42': 'The five was added on the right side. Remove it from the left by subtracting it.',
        '-42': 'The five was added on the right side. Remove it from the left by subtracting it.',
      },
      aliases: ['negative fraction in an equation', 'number minus x over three'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'Solve $y = 3x + 7$ for $x$: which expression in $y$ is equal to $x$?',
      a: '(y - 7)/3',
      also: ['y/3 - 7/3'],
      hints: [
        'Pretend that $y$ is a number you know, and that $x$ is the unknown as always.',
        'The same two steps as with numbers: undo the addition first, then the multiplication.',
        'After the first step you have $y - 7 = 3x$. Now all of the left side has to be divided.',
      ],
      example:
        'Solve $y = 5x - 2$ for $x$. On its way, $x$ was multiplied by five, then two was taken away. Backwards: add two on both sides, so $y + 2 = 5x$. Then divide both sides by five, and the whole left side goes on top of the bar. So $x = \\frac{y + 2}{5}$.',
      why: 'First on, last off: the seven leaves first, then the three. Since the three divides the whole side $y - 7$, brackets or a long bar are needed.',
      wrong: {
        'y/3 - 7': 'The seven escaped the division. Take it away first, then divide all that is left.',
        '(y + 7)/3': 'The seven was added to $3x$. What takes an addition back?',
        '3*y - 7': 'Here $x$ would still be multiplied by three. Undo the multiplication.',
      },
      aliases: ['make x the subject', 'rearrange y = 3x + 7'],
    }),
    story('A taxi ride costs \\$4 to start, plus \\$2.50 for each kilometer.', [
      {
        level: 2,
        kind: 'expression',
        q: 'Write an expression for the fare, in dollars, of a ride of $k$ kilometers.',
        a: '2.5k + 4',
        hints: [
          'What do you pay before the taxi has moved, and what comes with the distance?',
          '“For each” means times; what is paid once is added.',
          'For ten kilometers you would pay ten times the price of one, and the start. Say it with $k$.',
        ],
        why: 'The kilometers cost $2.5 \\cdot k$, and the start is added once. For $k = 0$ you have only sat down, and the expression says \\$4.',
        wrong: {
          '6.5k': 'Here you would pay the start again for every kilometer.',
          '4k + 2.5': 'The two prices changed roles. Which one belongs to each kilometer?',
        },
      },
      {
        level: 2,
        kind: 'number',
        q: 'Lior paid \\$26.50. How many kilometers was the ride?',
        a: '9',
        unit: 'km',
        hints: [
          'Now the fare is known, and the kilometers are the unknown.',
          'Set your expression equal to the fare. Then undo: first what was added, then what was multiplied.',
          'Without the start, \\$22.50 were paid for kilometers alone. See how often \\$2.50 fits in.',
        ],
        example:
          'A boat costs \\$6 to start and \\$3.50 for each hour. Mia paid \\$34. Let $h$ be the hours: $3.5h + 6 = 34$. Subtract the six dollars: $3.5h = 28$. Divide by the price of an hour. A check: eight times three and a half is twenty-eight, and six more is thirty-four. So she had the boat for $8$ hours.',
        why: '$2.5k + 4 = 26.5$ gives $2.5k = 22.5$ and $k = 9$. It is the taxi meter run backwards.',
        wrong: {
          '10.6': 'You divided the whole fare. The start has to be taken off first.',
          '12.2': 'The start was added. It is already part of the \\$26.50.',
        },
        aliases: ['how far did the taxi go', 'fixed price plus price per kilometer'],
      },
      {
        level: 4,
        kind: 'number',
        q: 'On holidays the whole fare is doubled. A holiday ride cost \\$46. How many kilometers was it?',
        a: '7.6',
        unit: 'km',
        hints: [
          'The doubling happened at the very end, after the usual fare was worked out.',
          'Last on, first off: undo the doubling before you touch the start or the kilometers.',
          'On an ordinary day the same ride would have cost \\$23. Solve it from there.',
        ],
        example:
          'A hall costs \\$20 plus \\$15 an hour, and in summer all of it is tripled. A summer party cost \\$240. The tripling came last, so undo it first: $240 \\div 3 = 80$. An ordinary booking would be $15h + 20 = 80$. Subtract twenty: $15h = 60$. Then divide by fifteen. The party lasted $4$ hours.',
        why: '$2 \\cdot (2.5k + 4) = 46$. Halving gives the ordinary fare \\$23, of which \\$19 are for kilometers, and $19 \\div 2.5 = 7.6$.',
        wrong: {
          '8.4': 'You doubled only the price of the kilometers. The start was doubled as well.',
          '16.8': 'This is the ride for \\$46 on an ordinary day. The fare was doubled.',
          '10.8': 'After halving, the start should be taken off, not added.',
        },
      },
    ]),
    item({
      level: 4,
      kind: 'set',
      q: 'Find all numbers $x$ with $2x^2 + 3 = 53$. Write them as a set, like {1, 2}.',
      a: '{-5, 5}',
      hints: [
        'Three things have happened to $x$: a square, a multiplication and an addition, in this order.',
        'Undo them backwards. The square comes off last, and it forgets the sign, so think of both sides of zero.',
        'Two steps bring you to $x^2 = 25$. Which numbers have this square?',
      ],
      example:
        'Find all $x$ with $3x^2 - 8 = 100$. The last step on the way was “minus eight”, so add eight: $3x^2 = 108$. Then divide by three: $x^2 = 36$. At last undo the square: six times six is thirty-six, and so is minus six times minus six. The set is $\\{-6, 6\\}$.',
      why: 'Backwards: $2x^2 = 50$, then $x^2 = 25$. Both $5$ and $-5$ have this square, since squaring wipes out the sign.',
      wrong: {
        '{5}': 'That one works. Squaring forgets the sign, so is there another?',
        '{25}': 'This is $x^2$. One more step back leads to $x$ itself.',
        '{12.5}': 'You halved where a square has to be undone. Look for a number that is multiplied by itself.',
      },
      aliases: ['equation with x squared and a number', 'two x squared plus three'],
    }),
    testItem({
      level: 1,
      kind: 'number',
      q: 'Solve $6x - 7 = 41$.',
      a: '8',
      hints: [
        'Say what happened to $x$, in order.',
        'Undo the last operation first, on both sides.',
        'Add seven on both sides and look at what $6x$ is worth then.',
      ],
      why: '$6x = 48$, so $x = 8$. A check: $6 \\cdot 8 - 7 = 41$.',
      wrong: {
        '48': 'This is $6x$. One step is missing.',
        '34/6': 'Seven was taken away again. Give it back first.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'Solve $\\frac{x}{4} + 3 = -2$.',
      a: '-20',
      hints: [
        'First $x$ was divided, then three was added.',
        'Undo the addition first; the result will be further below zero.',
        'A quarter of $x$ is three less than $-2$. Then take that four times.',
      ],
      example:
        'Solve $\\frac{x}{5} + 6 = 3$. Undo the addition first: subtract six on both sides, so $\\frac{x}{5} = -3$. Then undo the division: multiply both sides by five. The product of a negative and a positive number is negative. A check: a fifth of $-15$ is $-3$, and $-3 + 6 = 3$. So $x = -15$.',
      why: 'Subtracting three gives $\\frac{x}{4} = -5$, so $x = -20$. Going down from $-2$ leads further away from zero.',
      wrong: {
        '4': 'You added three. It has to be taken away from both sides.',
        '-11': 'The four multiplied only the $-2$ before three was removed. Remove the three first.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'A gym takes a joining fee of \\$30 and then \\$12 a month. Ron has paid \\$114 so far. For how many months?',
      a: '7',
      unit: 'months',
      hints: [
        'One part was paid once, and the other part month by month.',
        'Set up an equation: months times the monthly price, plus the fee, is what he paid.',
        'Without the fee \\$84 are left, all of it from monthly payments.',
      ],
      example:
        'A music app takes \\$15 once and \\$9 a month. Ella has paid \\$60. Let $m$ be the months: $9m + 15 = 60$. Subtract the single payment: $9m = 45$. Divide by the monthly price. A check: five times nine is forty-five, and fifteen more is sixty. She has had it for $5$ months.',
      why: '$12m + 30 = 114$ gives $12m = 84$ and $m = 7$. The fee was paid once, so it comes off before we divide.',
      wrong: {
        '9.5': 'The joining fee is still inside the sum you divided.',
        '12': 'The fee was added to the \\$114. It is already part of that sum.',
      },
    }),
  ],
};
