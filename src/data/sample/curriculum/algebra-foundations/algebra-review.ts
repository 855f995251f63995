import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Algebra review',
  type: 'summary',
  weight: 0.7,
  estimatedDurationMinutes: 45,
  description:
    'Everything in one place: expressions, equations, lines, systems and inequalities, mixed as they are in a test and in life. The first job is always the same: find out which tool the question calls for.',
  prerequisites: ['Systems of equations', 'Inequalities'],
  problems: [
    item({
      level: 1,
      kind: 'expression',
      q: 'Simplify $9x - 4 - 3x + 10$.',
      a: '6x + 6',
      hints: [
        'Two kinds of terms are mixed here. Sort them, and keep each with the sign in front of it.',
        'Like terms are collected: all $x$ terms together, all plain numbers together.',
        'Work out $9x - 3x$, and separately $-4 + 10$.',
      ],
      example:
        'Take $7y - 5 - 2y + 8$. Put like with like, each with the sign before it: $7y - 2y$ and $-5 + 8$. That makes $5y + 3$.',
      why: 'The sign in front of a term belongs to it and moves along with it. So we count $9 - 3$ of the $x$ and $-4 + 10$ of the ones.',
      wrong: {
        '12x': 'Terms with $x$ and plain numbers cannot be merged. Put in $x = 0$ and compare.',
        '6x + 14': 'The four is taken away. Keep the sign in front of it.',
        '12x + 6': 'The $3x$ is taken away. Keep the sign in front of it.',
      },
      aliases: ['collect like terms with minus'],
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'Solve $\\frac{x}{3} + 8 = 19$.',
      a: '33',
      hints: [
        'Two things have happened to $x$. Which one was the last?',
        'Last on, first off: undo the addition before the division.',
        'After subtracting eight, a third of $x$ is eleven.',
      ],
      example:
        'Solve $\\frac{x}{6} + 5 = 12$. On its way, $x$ was divided by six, then five was added. Undo the last thing first: subtract five, so $\\frac{x}{6} = 7$. Then undo the division: multiply both sides by six. A check: a sixth of forty-two is seven, and five more is twelve. So $x = 42$.',
      why: 'A third of $x$ is $11$, so $x$ is three times that. The steps of the story run backwards.',
      wrong: {
        '11': 'This is a third of $x$.',
        '81': 'Eight was added once more; it has to come off.',
        '49': 'If you multiply by three first, the eight has to be multiplied too.',
      },
      aliases: ['two step equation with a fraction'],
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'Ella is $x$ years old. Her brother is three years younger, and together they are $25$. Which equation says this?',
      a: 'c',
      choices: ['$3x = 25$', '$x + 3 = 25$', '$x + (x - 3) = 25$', '$x - 3 = 25$'],
      hints: [
        'Two ages are added. Say both of them with the letter $x$.',
        '“Three years younger” than $x$ means three less than $x$.',
        "Write down Ella's age, then her brother's age, then their sum.",
      ],
      example:
        'A rope of $40$ m is cut in two. One piece is $x$ meters long, the other four meters longer. Say both pieces with $x$: one is $x$, the other is $x + 4$. Together they are the whole rope, so add them and set the sum equal to forty. The equation is $x + (x + 4) = 40$.',
      why: 'The brother is $x - 3$, and the two ages together make $25$. Solved, it gives $2x = 28$, so Ella is fourteen.',
      wrong: {
        a: '“Three years younger” is a difference, not a factor.',
        b: "Where is the brother's age in this equation?",
        d: 'This would say that the brother alone is twenty-five.',
      },
      aliases: ['age problem equation', 'write an equation from a story'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which statements about the line $y = -2x + 6$ are true?',
      a: 'b,c,e',
      choices: [
        'It rises from left to right.',
        'It crosses the $y$-axis at $6$.',
        'It crosses the $x$-axis at $3$.',
        'It is parallel to $y = 2x + 6$.',
        'The point $(1, 4)$ lies on it.',
      ],
      hints: [
        'Check them one by one. The two numbers in the equation already answer some of them.',
        'The coefficient of $x$ is the slope; on each axis the other coordinate is zero; and a point lies on the line if both its coordinates fit.',
        'For the $x$-axis solve $0 = -2x + 6$, and for the point compare $-2 \\cdot 1 + 6$ with its height.',
      ],
      why: 'The slope is negative, so it falls, and a parallel line would need the same slope with its sign. The other three you can confirm by putting numbers in.',
      wrong: {
        'b,c': 'Both are true. Did you test the point?',
        'b,e': 'Both are true. Where is the line at height zero?',
        'b,c,d,e': 'One of these lines falls and the other rises. Can they be parallel?',
      },
      aliases: ['read a line from its equation'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Solve $3(2x - 5) - 4 = 2x + 29$.',
      a: '12',
      hints: [
        'Open, tidy, sort, divide: start with the bracket.',
        'The three multiplies both terms in the bracket. Then collect the plain numbers on the left.',
        'The left side becomes $6x - 19$. Bring the $x$ to the left and the numbers to the right.',
      ],
      example:
        'Solve $4(x - 2) - 5 = x + 26$. Open the bracket: $4x - 8 - 5 = x + 26$. Tidy up the left side: $4x - 13 = x + 26$. Subtract $x$ on both sides: $3x - 13 = 26$. Add thirteen: $3x = 39$. Divide by three. A check: on the left $4 \\cdot 11 - 5 = 39$, on the right $13 + 26 = 39$. So $x = 13$.',
      why: '$6x - 19 = 2x + 29$ gives $4x = 48$. Both sides are then $53$.',
      wrong: {
        '9.5': 'The three has to reach the five in the bracket as well.',
        '2.5': 'The nineteen is subtracted on the left. What removes it?',
        '48': 'This is the value of $4x$.',
      },
      aliases: ['brackets and x on both sides review'],
    }),
    item({
      level: 3,
      kind: 'interval',
      q: 'Solve $12 - 4x \\le 3x - 23$. Write the solution as an interval.',
      a: '[5, inf)',
      hints: [
        'There is $x$ on both sides. Bring it to the side where its coefficient becomes positive.',
        'If you divide by a positive number, the sign may stay as it is; by a negative one, it turns.',
        'Add $4x$ and $23$ on both sides: thirty-five is at most $7x$.',
      ],
      example:
        'Solve $10 - 2x \\le 4x - 14$. Bring the $x$ to the right, where the coefficient stays positive: add $2x$, so $10 \\le 6x - 14$. Add fourteen: $24 \\le 6x$. Divide by six: $4 \\le x$. Read from the side of $x$: $x$ is at least four. The border counts. The interval is [4, inf).',
      why: '$35 \\le 7x$ means $5 \\le x$, that is, $x$ is at least five. Choosing the side with the positive coefficient spares you from turning the sign.',
      wrong: {
        '(-inf, 5]': 'Test zero: is twelve at most minus twenty-three?',
        '(5, inf)': 'The border is right. Does $\\le$ include it?',
        '[-5, inf)': 'Check the sign of the border: both $35$ and the coefficient are positive.',
      },
      aliases: ['inequality with x on both sides'],
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Two different lines have the same slope. What do we call such lines?',
      a: 'parallel',
      also: ['parallel lines', 'they are parallel'],
      hints: [
        'Imagine both of them drawn. Will they ever meet?',
        'Think of rails, or of the two long edges of a ruler.',
        'The word is of Greek origin, begins with “p” and has a double letter near its end.',
      ],
      why: 'Equal slope means that both rise equally in each step, so the distance between them never changes. That is why a system of two such lines has no solution.',
      wrong: {
        perpendicular: 'Those meet at a right angle. Lines with equal slopes never meet.',
        identical: 'The lines are different: they cross the $y$-axis at different heights.',
      },
      aliases: ['lines that never meet'],
    }),
    story(
      'Two friends start at the same time on one straight bicycle path. Adam starts at kilometer $0$ and rides at $18$ km/h. Beth starts at kilometer $4.5$, ahead of him, and rides at $12$ km/h in the same direction.',
      [
        {
          level: 2,
          kind: 'expression',
          q: 'At which kilometer is Beth after $t$ hours? Write an expression.',
          a: '12t + 4.5',
          hints: [
            'Where is she at the start, and how much is added with each hour?',
            'Position is start plus speed times time.',
            'After two hours she would be twice her hourly distance beyond her start. Say it with $t$.',
          ],
          example:
            'A train starts at kilometer $30$ and goes at $80$ km/h. Where is it after $t$ hours? At the start it is at thirty. In each hour eighty kilometers are added, in $t$ hours $t$ times as many. So its position is the start plus speed times time: $80t + 30$. After half an hour that is kilometer $70$.',
          why: 'The start is the $y$-intercept and the speed is the slope. A graph of her ride is a straight line because her speed is steady.',
          wrong: {
            '12t': 'She does not start at kilometer zero.',
            '4.5t + 12': 'Start and speed changed places.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'After how many minutes does Adam catch up with her?',
          a: '45',
          unit: 'minutes',
          hints: [
            'At that moment both are at the same kilometer.',
            'Set the two positions equal and solve for $t$; then change hours into minutes.',
            'The gap of $4.5$ km closes by six kilometers in each hour. What part of an hour does it take?',
          ],
          example:
            'A cat runs at $9$ m/s behind a mouse that runs at $5$ m/s and has a lead of $14$ m. When does the cat catch it? The positions are equal: $9t = 5t + 14$. Subtract $5t$: $4t = 14$. The gap closes by four meters a second. Divide: the cat needs $3.5$ seconds.',
          why: '$18t = 12t + 4.5$ gives $6t = 4.5$, so $t = 0.75$ hours, or three quarters of an hour. It is the meeting point of two lines.',
          wrong: {
            '0.75': 'That is in hours. The question asks for minutes.',
            '75': 'Three quarters of an hour are not seventy-five minutes: an hour has sixty.',
            '22.5': 'Beth rides away while Adam follows, so only the difference of the speeds counts.',
            '15': 'Here Beth would be standing still.',
          },
          aliases: ['when does one catch up with the other', 'same position same time'],
        },
        {
          level: 4,
          kind: 'number',
          q: 'The path ends at kilometer $36$. How many minutes does Adam have to wait there for Beth?',
          a: '37.5',
          unit: 'minutes',
          hints: [
            'Both ride to the same end, but they arrive at different times.',
            'Find each arrival time as distance over speed. Beth has less far to ride.',
            'Adam needs $36 \\div 18$ hours and Beth needs $31.5 \\div 12$ hours. Subtract, then change to minutes.',
          ],
          example:
            'A path ends at kilometer $20$. Carl starts at zero with $10$ km/h, Dina at kilometer $4$ with $5$ km/h. Carl needs $20 \\div 10 = 2$ hours. Dina has only $16$ km left and needs $16 \\div 5 = 3.2$ hours. She arrives $1.2$ hours later. In minutes that is $1.2 \\cdot 60$. Carl waits $72$ minutes.',
          why: 'Adam needs $2$ hours, Beth $2.625$ hours. The difference of $0.625$ hours is $37.5$ minutes. After the meeting point the same two lines drift apart again, with Adam ahead.',
          wrong: {
            '60': 'Beth does not start at kilometer zero. She has less far to ride.',
            '0.625': 'That is in hours.',
            '62.5': 'An hour has sixty minutes, not a hundred.',
          },
        },
      ],
    ),
    item({
      level: 4,
      kind: 'number',
      q: 'A rectangle is $5$ cm longer than it is wide. If both sides grow by $2$ cm, the area grows by $50\\ \\text{cm}^2$. How wide is the first rectangle?',
      a: '9',
      unit: 'cm',
      hints: [
        'Draw both rectangles and call the width $w$. Write all four sides with it.',
        'New area minus old area is the growth. Multiply out the brackets; the squares will cancel.',
        'The equation is $(w + 2)(w + 7) - w(w + 5) = 50$. Open both products.',
      ],
      example:
        'A rectangle is $3$ cm longer than wide. Both sides grow by $1$ cm, and the area grows by $20\\ \\text{cm}^2$. With width $w$: $(w + 1)(w + 4) - w(w + 3) = 20$. Opened: $w^2 + 5w + 4 - w^2 - 3w = 20$. The squares cancel: $2w + 4 = 20$. So $2w = 16$, and the width is $8$ cm.',
      why: '$w^2 + 9w + 14 - w^2 - 5w = 50$ becomes $4w + 14 = 50$, so $w = 9$. A check: $11 \\cdot 16 - 9 \\cdot 14 = 176 - 126 = 50$.',
      wrong: {
        '14': 'This is the length.',
        '12.5': 'The corner piece of the growth is missing: the two brackets give four products.',
        '16': 'The fourteen should be taken away from both sides, not added.',
      },
      aliases: ['rectangle sides grow, area grows', 'quadratic terms cancel'],
    }),
    testItem({
      level: 2,
      kind: 'expression',
      q: 'Solve $y = \\frac{x}{4} - 3$ for $x$: which expression in $y$ is equal to $x$?',
      a: '4y + 12',
      also: ['4(y + 3)'],
      hints: [
        'Treat $y$ like a known number.',
        'Undo the subtraction first, then the division.',
        'After the first step you have $y + 3 = \\frac{x}{4}$. Multiply *both whole* sides.',
      ],
      example:
        'Solve $y = \\frac{x}{2} + 5$ for $x$. The last step on the way was plus five, so subtract five: $y - 5 = \\frac{x}{2}$. Then multiply both whole sides by two, with brackets: $x = 2(y - 5)$. You may leave it like this or open the bracket: $2y - 10$.',
      why: 'Adding three and then multiplying the whole side by four gives $4(y + 3)$. Both forms say the same.',
      wrong: {
        '4y + 3': 'The four has to multiply the whole side.',
        '4y - 12': 'A subtraction is undone by adding.',
      },
    }),
    testItem({
      level: 3,
      kind: 'set',
      q: 'Find all numbers $x$ with $3x^2 - 20 = 88$. Write them as a set.',
      a: '{-6, 6}',
      hints: [
        'Undo one thing after another, the square last.',
        'Two different numbers can have the same square.',
        'Two steps lead to $x^2 = 36$.',
      ],
      example:
        'Find all $x$ with $5x^2 - 1 = 79$. Add one on both sides: $5x^2 = 80$. Divide by five: $x^2 = 16$. Four times four is sixteen, and so is minus four times minus four, because a negative times a negative is positive. Both numbers are solutions. The set is $\\{-4, 4\\}$.',
      why: '$3x^2 = 108$ gives $x^2 = 36$, and a positive square always belongs to two opposite numbers.',
      wrong: {
        '{6}': 'Is there another number with the same square?',
        '{36}': 'This is the square of $x$.',
      },
    }),
    testItem({
      level: 4,
      kind: 'number',
      q: 'A school buys $30$ balls for \\$415: footballs at \\$16 and basketballs at \\$11 each. How many footballs are there?',
      a: '17',
      unit: 'footballs',
      hints: [
        'Two unknown numbers, and two facts: a count and a cost.',
        'Write both equations and eliminate the basketballs.',
        'If all were basketballs, it would cost \\$330. Each football costs five dollars more.',
      ],
      example:
        'A class buys $25$ plants for \\$190: roses at \\$10 and herbs at \\$6. If all were herbs it would cost $25 \\cdot 6 = 150$ dollars. In fact it is \\$40 more, and each rose costs \\$4 more than a herb. So share the extra money among the roses: $40 \\div 4$. The class bought $10$ roses.',
      why: '$16f + 11(30 - f) = 415$ becomes $330 + 5f = 415$, so $5f = 85$ and $f = 17$. The other thirteen are basketballs: $272 + 143 = 415$.',
      wrong: {
        '13': 'These are the basketballs.',
        '85': 'This is the extra money in dollars. How much of it does each football bring?',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Max solves $-4x + 6 > 18$ and gets $x > -3$. What should he have done?',
      a: 'b',
      choices: [
        'Add $6$ where he subtracted it',
        'Turn the sign when he divided by $-4$',
        'Divide by $4$ and get $x > 3$',
        'Nothing, he is right',
      ],
      hints: [
        'Test his answer with an easy number, such as zero.',
        'Most steps are the same for equations and inequalities. One is not.',
        'Go through his steps: he came to $-4x > 12$. What happens in the step after that?',
      ],
      example:
        'Iris solves $-2x + 1 > 9$ and gets $x > -4$. Test zero, which is in her solution: $1 > 9$ is false. So something went wrong. Her steps: subtract one, $-2x > 8$, which is fine. Then she divided by a negative number but left the sign as it was. The right solution is $x < -4$.',
      why: 'Dividing by $-4$ mirrors the number line, so $x < -3$. The test with zero shows the mistake: $6 > 18$ is false although zero is in his solution.',
      wrong: {
        a: 'Subtracting six undoes the plus six, so that step is fine.',
        c: 'The coefficient is negative; its sign cannot be left out.',
        d: 'Test zero, which is in his solution. Does it fit the inequality?',
      },
    }),
  ],
};
