import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Inequalities',
  type: 'chapter',
  weight: 0.8,
  estimatedDurationMinutes: 35,
  description:
    '“At least”, “less than”, “no more than”: an inequality has a whole stretch of solutions. You learn to solve it like an equation, with one surprise, and to write the stretch as an interval.',
  prerequisites: ['Brackets and both sides'],
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: 'Which of these numbers makes $x + 3 > 10$ true?',
      a: 'd',
      choices: ['$-8$', '$5$', '$7$', '$9$'],
      hints: [
        'Put each number in for $x$ and compare the result with ten.',
        'The sign $>$ means “is greater than”. “Equal” is not enough.',
        'Three more than the number must be above ten. Watch out for the number for which it is exactly ten.',
      ],
      why: '$9 + 3 = 12$ is greater than ten. For seven both sides are equal, and a strict inequality does not accept that.',
      wrong: {
        a: 'Put it in: minus eight plus three is below zero.',
        b: 'Put it in: the sum stays below ten.',
        c: 'Put it in: the sum is exactly ten. Is that *greater* than ten?',
      },
      aliases: ['check a number in an inequality', 'what does the greater sign mean'],
    }),
    item({
      level: 1,
      kind: 'interval',
      q: 'Solve $x + 4 \\le 9$. Write the solution as an interval, like (2, 8] or [3, inf).',
      a: '(-inf, 5]',
      hints: [
        'Solve it as you would solve the equation $x + 4 = 9$, and keep the sign in the middle.',
        'Numbers that are small enough have no lower end: such an interval starts at $-\\infty$. A square bracket means that the end belongs to it.',
        'Subtract four on both sides. Then ask if the border itself is allowed by $\\le$.',
      ],
      example:
        'Solve $x + 6 \\le 20$. Subtract six on both sides: $x \\le 14$. All numbers up to fourteen are solutions, however far you go to the left, so the interval begins at minus infinity, with a round bracket. Fourteen itself is allowed, because $\\le$ includes equality: a square bracket. The interval is (-inf, 14].',
      why: '$x \\le 5$ says: five and everything below. The square bracket includes the five; infinity is not a number, so it always gets a round bracket.',
      wrong: {
        '(-inf, 5)': 'The border is right. Does it belong to the solution? Look at the little line under the sign.',
        '[5, inf)': 'This goes the other way. Test zero in the inequality.',
        '(-inf, 13]': 'The four was added. Undo the plus.',
      },
      aliases: ['write solution as interval', 'less than or equal on the number line'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'On a number line, an open (empty) circle is drawn at $3$ and everything to the right of it is colored. Which inequality is it?',
      a: 'a',
      choices: ['$x > 3$', '$x \\ge 3$', '$x < 3$', '$x \\le 3$'],
      hints: [
        'There are two things to read: the direction, and the circle.',
        'An empty circle leaves the border out, a filled one takes it in.',
        'Ask two things: is four a solution, and is three itself one.',
      ],
      why: 'To the right lie the greater numbers, and the empty circle says that the border is not included. The empty circle corresponds to a round bracket.',
      wrong: {
        b: 'The direction is right. Look at the circle again: it is empty.',
        c: 'These numbers lie to the left.',
        d: 'Check both the direction and the circle.',
      },
      aliases: ['open circle on number line', 'empty or filled dot'],
    }),
    item({
      level: 2,
      kind: 'interval',
      q: 'Solve $3x - 2 > 16$. Write the solution as an interval.',
      a: '(6, inf)',
      hints: [
        'Two steps, as in an equation. The sign in the middle waits.',
        'Adding on both sides and dividing by a *positive* number leave the sign as it is.',
        'After adding two, three $x$ are more than eighteen.',
      ],
      example:
        'Solve $5x - 3 > 32$. Add three on both sides: $5x > 35$. Divide by five, which is positive, so the sign stays: $x > 7$. Every number above seven works, without an upper end. Seven itself gives $32 > 32$, which is false, so the bracket is round. The interval is (7, inf).',
      why: '$x > 6$: six itself gives $16 > 16$, which is false, so the bracket is round. A quick test with ten: $28 > 16$, true.',
      wrong: {
        '[6, inf)': 'Put the border in: is sixteen greater than sixteen?',
        '(-inf, 6)': 'Test zero: is $-2$ greater than sixteen?',
        '(18, inf)': 'This is about $3x$. Share it among the three.',
      },
      aliases: ['solve a two step inequality'],
    }),
    item({
      level: 2,
      kind: 'interval',
      q: 'Solve $-2x < 10$. Write the solution as an interval.',
      a: '(-5, inf)',
      hints: [
        'The coefficient of $x$ is negative. That is where the surprise is.',
        'Dividing by a negative number mirrors the number line: what was greater becomes smaller. The sign turns around.',
        'Divide both sides by $-2$ and turn the sign. Then test your answer with $x = 0$.',
      ],
      example:
        'Solve $-3x < 12$. Divide both sides by $-3$ and turn the sign around: $x > -4$. Why does it turn? Test: $x = 0$ makes the left side zero, and $0 < 12$ is true, so zero must be in the solution. It lies to the right of the border. The interval is (-4, inf).',
      why: 'Dividing by $-2$ turns the sign: $x > -5$. The test with zero agrees: $0 < 10$ is true, and zero is to the right of the border.',
      wrong: {
        '(-inf, -5)': 'The border is right. Test zero in the inequality: is it inside your interval?',
        '(5, inf)': 'Ten divided by minus two: check its sign.',
        '(-inf, 5)': 'Check the sign of the border, and what dividing by a negative number does.',
      },
      aliases: ['when do i flip the sign', 'divide inequality by a negative'],
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'What happens to the sign $<$ when you multiply both sides of an inequality by a negative number?',
      a: 'it turns around',
      also: [
        'it flips',
        'flips',
        'it reverses',
        'reverses',
        'it changes direction',
        'it becomes >',
        '>',
        'it turns into >',
        'it is reversed',
        'it switches direction',
      ],
      hints: [
        'Try it with numbers: start from $2 < 5$ and multiply both sides by $-1$.',
        'On the number line, multiplying by a negative number moves each point to its mirror image on the other side of zero.',
        'Compare $-2$ and $-5$. Which of the two is the smaller one now?',
      ],
      why: '$2 < 5$, but $-2 > -5$. The mirror at zero swaps left and right, so what was smaller becomes greater.',
      wrong: {
        'it stays the same': 'Test it: two is less than five. Is minus two less than minus five?',
        'it becomes =': 'Two different numbers stay different. Compare $-2$ and $-5$.',
      },
      aliases: ['multiply an inequality by minus one', 'why does the inequality sign change'],
    }),
    item({
      level: 2,
      kind: 'set',
      q: 'Find all whole numbers $n$, from $0$ on, with $3n < 14$. Write them as a set, like {7, 8}.',
      a: '{0, 1, 2, 3, 4}',
      hints: [
        'Here only whole numbers count. Begin at zero and go up.',
        'Solve the inequality as usual, then pick the whole numbers inside the stretch.',
        'Fourteen thirds is a little less than five. List every whole number from zero up to that border.',
      ],
      example:
        'Find all whole numbers $n$, from $6$ on, with $4n < 38$. Divide by four, a positive number: $n < 9.5$. Now list the whole numbers from six on that stay below this border: six, seven, eight and nine; ten would be too large, as $4 \\cdot 10 = 40$. The set is $\\{6, 7, 8, 9\\}$.',
      why: '$n < 4.67$, so the list ends with four: $3 \\cdot 4 = 12$ is still below fourteen, but the next multiple is fifteen. Zero counts as well, since $0 < 14$.',
      wrong: {
        '{1, 2, 3, 4}': 'Nearly. The question says from where to start.',
        '{0, 1, 2, 3, 4, 5}': 'Test the last one: three times five is already too large.',
        '{4}': 'This is the largest one. The question asks for all of them.',
      },
      aliases: ['whole number solutions of an inequality'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these numbers make $-4x > 8$ true?',
      a: 'a,d',
      choices: ['$-5$', '$-2$', '$0$', '$-2.5$', '$3$'],
      hints: [
        'Put the numbers in and watch the signs: minus four times a negative number is positive.',
        'You can also solve it first; then remember what dividing by a negative number does.',
        'For $-2$ both sides are equal. Is that enough, and on which side of it are the solutions?',
      ],
      why: 'Dividing by $-4$ turns the sign: $x < -2$. Of the list, $-5$ and $-2.5$ lie to the left of $-2$; the border itself is left out.',
      wrong: {
        'a,b,d': 'For one of these both sides are equal. Does $>$ accept that?',
        'c,e': 'Test zero: is zero greater than eight? The sign turns when you divide by a negative.',
        a: 'This one works. Look for one more, just beyond the border.',
      },
      aliases: ['which numbers solve the inequality'],
    }),
    item({
      level: 3,
      kind: 'interval',
      q: 'Solve $-3 \\le 2x + 1 < 9$. Write the solution as an interval.',
      a: '[-2, 4)',
      hints: [
        'Two inequalities are written in one line. The middle is held from both sides.',
        'Do the same to all *three* parts. Each end keeps its own sign.',
        'Subtract one from all three parts, then halve all three. See which end has the little line under its sign.',
      ],
      example:
        'Solve $-5 \\le 3x + 1 < 10$. Subtract one from all three parts: $-6 \\le 3x < 9$. Divide all three by three. The left end comes with $\\le$, so it belongs to the solution and gets a square bracket; the right end comes with $<$ and gets a round one. One third of $-6$ is the start. The interval is $[-2, 3)$.',
      why: '$-4 \\le 2x < 8$, and halved: $-2 \\le x < 4$. Treating all three parts alike is the balance idea with two scales at once.',
      wrong: {
        '(-2, 4]': 'The ends are right. Which of them belongs to the solution?',
        '[-4, 8)': 'These are the ends for $2x$. One more step.',
        '[-2, 9)': 'The right end has to take part in each step.',
      },
      aliases: ['double inequality', 'x between two numbers'],
    }),
    item({
      level: 3,
      kind: 'interval',
      q: 'Solve $5 - 2(x - 1) \\ge 15$. Write the solution as an interval.',
      a: '(-inf, -4]',
      hints: [
        'Open the bracket first, with the sign of its factor.',
        'Later you will divide by a negative number. Remember what that does to the sign.',
        'Opened and tidied up, it says $7 - 2x \\ge 15$. Subtract seven, then divide by $-2$.',
      ],
      example:
        'Solve $4 - 3(x - 2) \\ge 25$. The factor $-3$ gives $-3x$ and $+6$: $10 - 3x \\ge 25$. Subtract ten: $-3x \\ge 15$. Divide by $-3$ and turn the sign: $x \\le -5$. A test with $x = -6$: $4 - 3 \\cdot (-8) = 28$, and $28 \\ge 25$ is true. The interval is (-inf, -5].',
      why: '$-2x \\ge 8$ turns into $x \\le -4$. A test with $-5$: $5 - 2 \\cdot (-6) = 17$, which is indeed at least fifteen.',
      wrong: {
        '[-4, inf)': 'The border is right. Test zero: is it inside your interval, and does it fit?',
        '(-inf, -6]': 'In the bracket, minus two times minus one is positive.',
        '(-inf, 4]': 'Check the sign of the border: eight divided by minus two.',
      },
      aliases: ['inequality with brackets', 'negative coefficient inequality'],
    }),
    story('Noa has \\$60 for the amusement park. The ticket to get in costs \\$15, and each ride costs \\$3.50.', [
      {
        level: 2,
        kind: 'choice',
        q: 'She takes $r$ rides. Which inequality says that her money is enough?',
        a: 'c',
        choices: ['$15 + 3.5r \\ge 60$', '$18.5r \\le 60$', '$15 + 3.5r \\le 60$', '$3.5r \\le 75$'],
        hints: [
          'What does Noa pay altogether, and how does that compare with what she has?',
          '“Enough” means that the cost is less than or equal to the money.',
          'Write entrance plus rides on the left, then ask which way the sign has to point.',
        ],
        why: 'She pays the entrance once and $3.5r$ for the rides, and this must not go above \\$60. Spending exactly \\$60 would be fine too.',
        wrong: {
          a: 'This says that she spends sixty dollars or more.',
          b: 'Here she would pay the entrance before each ride.',
          d: 'The entrance makes her poorer, not richer.',
        },
      },
      {
        level: 3,
        kind: 'number',
        q: 'What is the greatest number of rides that she can take?',
        a: '12',
        unit: 'rides',
        hints: [
          'Take the entrance away first. The rest is for rides.',
          'Solve the inequality, then think about what a solution with a decimal means for rides.',
          'How many full times does \\$3.50 fit into \\$45?',
        ],
        example:
          'Ben has \\$50. A bowling evening costs \\$8 for shoes and \\$4.50 a game. For $g$ games: $8 + 4.5g \\le 50$. Subtract eight: $4.5g \\le 42$. Divide: $g \\le 9.33$. A third of a game is not sold, and ten games would be too expensive, so round down. He can play $9$ games.',
        why: '$3.5r \\le 45$ gives $r \\le 12.86$. Rounding up would cost more than she has, so here we round down, whatever the decimals say.',
        wrong: {
          '13': 'Work out what this costs, with the entrance. Is it still enough?',
          '17': 'The entrance has not been paid yet.',
          '12.86': 'What would a part of a ride be?',
        },
        aliases: ['how many rides can she afford', 'round down in a word problem'],
      },
      {
        level: 4,
        kind: 'number',
        q: 'There is also a day card for \\$48 that includes the entrance and all rides. From how many rides on is the day card cheaper?',
        a: '10',
        unit: 'rides',
        hints: [
          'Compare two costs: one grows with the rides, the other stays the same.',
          'You want single payment to be *more* than the day card. That is an inequality.',
          'Solve $15 + 3.5r > 48$, and take the first whole number that fits.',
        ],
        example:
          'A museum ticket costs \\$7, a yearly card \\$40. From how many visits on is the card cheaper? Single visits cost $7v$, and we want $7v > 40$. Dividing by seven: $v > 5.71$. The first whole number above that is six. Five visits would cost \\$35, less than the card. So from $6$ visits on.',
        why: '$3.5r > 33$ gives $r > 9.43$, so the first whole number is $10$. Nine rides cost \\$46.50 and ten cost \\$50, with the entrance.',
        wrong: {
          '9': 'Work out the single cost for this number. Is it already above the day card?',
          '14': 'The entrance is included in the day card, but you have to count it when paying singly.',
          '9.43': 'What is the first *whole* number of rides that fits?',
        },
      },
    ]),
    item({
      level: 4,
      kind: 'interval',
      q: 'Find all $x$ that satisfy both $\\frac{x}{2} + 3 > 1$ and $4 - x \\ge 1$. Write them as an interval.',
      a: '(-4, 3]',
      hints: [
        'Solve the two inequalities separately, then look for what they have in common.',
        '“Both” means the overlap: only the numbers in which the two stretches agree.',
        'The first says that half of $x$ is above $-2$. The second has a minus before $x$, so take care with its sign.',
      ],
      example:
        'Find all $x$ with $\\frac{x}{3} + 4 > 2$ and $9 - x \\ge 1$. The first: $\\frac{x}{3} > -2$, so $x > -6$. The second: $-x \\ge -8$; dividing by $-1$ turns the sign, $x \\le 8$. Both hold between the two borders. The left one is left out, the right one belongs to it: $(-6, 8]$.',
      why: 'The first gives $x > -4$, the second $x \\le 3$. Each border keeps the bracket of its own inequality, and the overlap lies between them.',
      wrong: {
        '[-4, 3)': 'The borders are right. Which of them is included?',
        '(-4, inf)': 'This is the first inequality only.',
        '[3, inf)': 'In the second one the sign turns when you divide by minus one, and the first one has a say too.',
      },
      aliases: ['two inequalities at once', 'overlap of solutions'],
    }),
    testItem({
      level: 2,
      kind: 'interval',
      q: 'Solve $4x + 7 \\ge 31$. Write the solution as an interval.',
      a: '[6, inf)',
      hints: [
        'Two steps as in an equation.',
        'Dividing by a positive number leaves the sign alone.',
        'Subtract seven, and share what is left among the four.',
      ],
      why: '$4x \\ge 24$ gives $x \\ge 6$, and the border counts because of $\\ge$.',
      wrong: {
        '(6, inf)': 'Put the border in: does the sign accept equality?',
        '(-inf, 6]': 'Test zero in the inequality.',
      },
    }),
    testItem({
      level: 3,
      kind: 'interval',
      q: 'Solve $1 - 4x > 21$. Write the solution as an interval.',
      a: '(-inf, -5)',
      hints: [
        'The $x$ has a negative coefficient.',
        'Dividing by a negative number turns the sign around.',
        'Subtract one on both sides, then divide twenty by $-4$ and turn the sign.',
      ],
      example:
        'Solve $2 - 6x > 20$. Subtract two on both sides: $-6x > 18$. Divide by $-6$ and turn the sign: $x < -3$. A test with $-10$: $2 + 60 = 62$, and that is more than $20$, so the direction is right. The border is not included. The interval is (-inf, -3).',
      why: '$-4x > 20$ becomes $x < -5$. A test with $-6$: $1 + 24 = 25$ is more than $21$.',
      wrong: {
        '(-5, inf)': 'Test zero: is one greater than twenty-one?',
        '(-inf, 5)': 'Twenty divided by minus four: check the sign.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'An elevator carries at most $600$ kg. Dan weighs $72$ kg and has boxes of $24$ kg each. How many boxes can he take at most in one ride with him?',
      a: '22',
      unit: 'boxes',
      hints: [
        'Dan rides along, so his weight counts too.',
        'Write: Dan plus boxes is at most the limit. Solve, and think about how to round.',
        'There are $528$ kg left for boxes of $24$ kg each.',
      ],
      example:
        'A boat carries at most $400$ kg. Eva weighs $65$ kg and loads sacks of $30$ kg. With $s$ sacks: $65 + 30s \\le 400$. Subtract $65$: $30s \\le 335$. Divide: $s \\le 11.17$. A part of a sack cannot be loaded, and one more would be too heavy, so we round down. She can take $11$ sacks.',
      why: '$72 + 24b \\le 600$ gives $24b \\le 528$, and $528 \\div 24 = 22$ exactly. The border is allowed because “at most” includes it.',
      wrong: {
        '25': 'Dan is in the elevator too.',
        '28': "Dan's weight was added to the limit. It has to come off.",
        '21': 'Check the border: does “at most” allow the full load?',
      },
    }),
  ],
};
