import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Slope and lines',
  type: 'chapter',
  weight: 0.9,
  estimatedDurationMinutes: 40,
  description:
    'A line is a picture of steady change, and its slope says how fast. You learn to read a line from its equation, to find the equation from two points, and to use both for things that burn, fill or grow.',
  prerequisites: ['Two-step equations'],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'What is the slope of the line $y = -3x + 8$?',
      a: '-3',
      hints: [
        'The equation is in the form $y = mx + b$. Each of the two numbers has its own job.',
        'The slope tells how much $y$ changes when $x$ grows by one. It is the coefficient of $x$, sign included.',
        'Compare the values of $y$ for $x = 0$ and $x = 1$: how far does the line go up or down in that one step?',
      ],
      example:
        'What is the slope of $y = 6x - 2$? Compare with $y = mx + b$: the place of $m$, right before the $x$, is taken by six. A test: at $x = 0$ the line is at $-2$, and one step to the right, at $x = 1$, it is at $4$. It climbed by six. So the slope is $6$.',
      why: 'Every step to the right multiplies one more $x$ by $-3$, so $y$ falls by three. The plain number only says where the line starts.',
      wrong: {
        '8': 'That is where the line crosses the $y$-axis. Which number belongs to the $x$?',
        '3': 'The size fits. Does this line rise or fall?',
      },
      aliases: ['how steep is the line', 'what is m in y = mx + b'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Where does the line $y = 2x + 5$ cross the $y$-axis?',
      a: 'b',
      choices: ['At $(5, 0)$', 'At $(0, 5)$', 'At $(2, 0)$', 'At $(0, 2)$'],
      hints: [
        'Think of a point on the $y$-axis. What can you say about its $x$?',
        'On the $y$-axis $x$ is zero. Put that into the equation.',
        'With $x = 0$ the first term disappears, and what is left is the height of the point.',
      ],
      why: 'At $x = 0$ the equation says $y = 2 \\cdot 0 + 5 = 5$. The plain number in $y = mx + b$ is always the height where the line crosses the $y$-axis.',
      wrong: {
        a: 'This point lies on the $x$-axis. The first coordinate is $x$.',
        c: 'This point lies on the $x$-axis, and it uses the slope.',
        d: 'The axis is right, but the height comes from the other number in the equation.',
      },
      aliases: ['crossing with the y axis', 'what does b mean in y = mx + b'],
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'What is the name for the place where a line crosses the $y$-axis?',
      a: 'y-intercept',
      also: ['y intercept', 'the y-intercept', 'intercept', 'intercept with the y-axis'],
      hints: [
        'The name has two parts: the letter of the axis, and a word for “cutting across”.',
        'The second part is the word for what a defender does with a pass in a ball game: catch it on its way.',
        'It begins with “inter-”, which means “between”. Put the letter of the axis in front.',
      ],
      why: 'The axis “intercepts” the line there, as a player intercepts a pass. In $y = mx + b$ it is $b$: the value at $x = 0$, before anything has happened.',
      wrong: {
        slope: 'That tells how steep the line is. We want the place where it meets the axis.',
        origin: 'That is the point $(0, 0)$. A line may cross the axis at another height.',
      },
      aliases: ['name of the crossing point with the y axis'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'What is the slope of the line through $(1, 3)$ and $(5, 31)$?',
      a: '7',
      hints: [
        'Walk from the first point to the second: how far to the right, and how far up?',
        'Slope is rise over run: the change in $y$ divided by the change in $x$.',
        'The rise is $31 - 3$ and the run is $5 - 1$. Divide the first by the second.',
      ],
      example:
        'Find the slope of the line through $(2, 1)$ and $(5, 16)$. From the first point to the second you go $5 - 2 = 3$ to the right and $16 - 1 = 15$ up. Rise over run is $15 \\div 3$. That means that each step to the right takes the line up by the same amount. The slope is $5$.',
      why: 'The line climbs $28$ over four steps, so $7$ in each. On a straight line you may take any two points and always get the same slope.',
      wrong: {
        '1/7': 'You divided the run by the rise. How much *up* for one step to the right?',
        '28': 'This is the whole rise. Over how many steps to the right?',
        '34/6': 'You added the coordinates. For a change, subtract.',
      },
      aliases: ['slope from two points', 'rise over run'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'What is the slope of the line through $(-2, 9)$ and $(3, -16)$?',
      a: '-5',
      hints: [
        'Sketch the two points. From left to right, does the line go up or down?',
        'Change in $y$ divided by change in $x$, with both points taken in the same order.',
        'The change in $y$ is $-16 - 9$, and the change in $x$ is $3 - (-2)$. Mind the double minus.',
      ],
      example:
        'Find the slope of the line through $(-1, 4)$ and $(2, -8)$. Second point minus first point, for both coordinates: the change in $y$ is $-8 - 4 = -12$, the change in $x$ is $2 - (-1) = 3$. Divide: $-12 \\div 3$. The line falls from left to right, so a negative slope makes sense. It is $-4$.',
      why: 'Five steps to the right take the line down by $25$, so each step takes it down by five. A falling line has a negative slope.',
      wrong: {
        '5': 'The size fits. Does the line rise or fall from left to right?',
        '-25': 'Check the run: from $-2$ to three it is more than one step.',
        '-1.4': 'Check the change in $y$: from nine down to zero, and then further down.',
      },
      aliases: ['slope with negative coordinates', 'negative slope'],
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'Which of these equations is a vertical line?',
      a: 'd',
      choices: ['$y = 3$', '$y = x$', '$y = 3x$', '$x = 3$'],
      hints: [
        'Name three points straight above one another. What do they have in common?',
        'On a vertical line one coordinate never changes, and the other can be anything.',
        'List the points $(3, 0)$, $(3, 1)$, $(3, 2)$ and see which choice is true for all of them.',
      ],
      why: 'All points above one another share the same $x$, so the equation fixes $x$ and leaves $y$ free. Its run is zero, which is why a vertical line has no slope.',
      wrong: {
        a: 'Here the height is fixed and $x$ is free: that line lies flat.',
        b: 'This line goes up by one with each step to the right.',
        c: 'This line is steep, but it still leans: at $x = 0$ and $x = 1$ it has different heights.',
      },
      aliases: ['equation of a vertical line', 'line straight up'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'The point $(k, 19)$ lies on the line $y = 3x - 5$. What is $k$?',
      a: '8',
      hints: [
        'In a point, the first number is the $x$ and the second is the $y$.',
        'A point lies on a line exactly when its coordinates make the equation true.',
        'Put in what you know: $19 = 3k - 5$. That is a two-step equation.',
      ],
      example:
        'The point $(p, 22)$ lies on $y = 4x + 2$. What is $p$? On the line, the coordinates fit the equation, so put them in: $22 = 4p + 2$. Subtract two on both sides: $20 = 4p$. Divide by four. A check: $4 \\cdot 5 + 2$ is $22$. So $p = 5$.',
      why: '$19 = 3k - 5$ gives $3k = 24$. A line is nothing but the collection of all points that make its equation true.',
      wrong: {
        '52': 'You put $19$ in for $x$. It is the second coordinate.',
        '14/3': 'The five is subtracted in the equation. What removes it?',
      },
      aliases: ['is the point on the line', 'find missing coordinate'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A line goes through $(2, 11)$ and $(5, 23)$. Its equation is $y = \\ldots$ What stands on the right side?',
      a: '4x + 3',
      hints: [
        'The form is $y = mx + b$. There are two numbers to find, and two points to help.',
        'First the slope, as rise over run. Then one of the points tells you $b$.',
        'The slope is $\\frac{23 - 11}{5 - 2}$. With it, put $x = 2$ and $y = 11$ into $y = mx + b$ and solve for $b$.',
      ],
      example:
        'Find the line through $(1, 7)$ and $(3, 17)$. The slope first: up by ten over two steps, so $m = 5$. Now $y = 5x + b$. Put in the first point: $7 = 5 \\cdot 1 + b$, so $b = 2$. Check with the other point: $5 \\cdot 3 + 2 = 17$, true. The equation is $y = 5x + 2$.',
      why: 'Up by twelve over three steps is a slope of $4$. Going two steps back from $(2, 11)$ to the $y$-axis takes the line down by eight, to $3$.',
      wrong: {
        '4x + 11': 'The slope is right. But $11$ is the height at $x = 2$; you need the height at $x = 0$.',
        '4x + 19': 'The slope is right. Going back to the left, a rising line gets lower.',
        '3x + 5': 'This fits the first point only. Test it with the second, and take care with the rise over the run.',
      },
      aliases: ['equation of a line through two points', 'find m and b'],
    }),
    item({
      level: 3,
      kind: 'several choices',
      q: 'Which of these lines are parallel to $y = 2x - 1$?',
      a: 'a,c,d',
      choices: ['$y = 2x + 7$', '$y = -2x - 1$', '$2y = 4x + 6$', '$y - 2x = 3$', '$y = \\frac{1}{2}x - 1$'],
      hints: [
        'Parallel lines are equally steep. What in the equation tells you that?',
        'Bring each line to the form $y = mx + b$ and compare the slopes only.',
        'In one of them both sides can be halved; in another a term has to move to the right side.',
      ],
      example:
        'Is $3y = 12x + 6$ parallel to $y = 4x - 9$? The slope can only be read when $y$ stands alone. Divide everything by three: $y = 4x + 2$. Now both lines show the coefficient four, so they are equally steep. They cross the $y$-axis at different heights, $2$ and $-9$. The lines are parallel.',
      why: 'Parallel means the same slope, here two, at a different height. Only when $y$ stands alone is the coefficient of $x$ the slope.',
      wrong: {
        'a,d': 'These two are fine. One more shows its slope only after both sides are divided.',
        a: 'This one is fine. Others are in disguise: solve them for $y$ first.',
        'a,b,c,d': 'One of these falls while the given line rises. They must cross.',
      },
      aliases: ['same slope lines', 'how do i know lines are parallel'],
    }),
    story('A candle is $24$ cm tall. It burns down at a steady rate. After $3$ hours it is $16.5$ cm tall.', [
      {
        level: 2,
        kind: 'number',
        q: 'By how many centimeters does the candle get shorter in each hour?',
        a: '2.5',
        unit: 'cm',
        hints: [
          'How much of the candle has gone, and how long did that take?',
          'A steady rate is the whole change shared equally among the hours.',
          'In three hours $24 - 16.5$ centimeters have burned. Share that among the hours.',
        ],
        example:
          'A tank holds $50$ liters and leaks steadily. After $4$ hours, $36$ liters are left. How much is lost in each hour? Altogether $50 - 36 = 14$ liters have gone, and that took $4$ hours. A steady rate means equal parts, so share: $14 \\div 4$. The tank loses $3.5$ liters an hour.',
        why: '$7.5$ cm in three hours is $2.5$ cm in each. On the graph this is the slope, with a minus sign because the height falls.',
        wrong: {
          '7.5': 'This is what burned in all three hours.',
          '5.5': 'You divided the height that is left. Look at how much has gone.',
        },
        aliases: ['rate of change from a story', 'how fast does it shrink'],
      },
      {
        level: 3,
        kind: 'expression',
        q: 'Write an expression for the height of the candle, in centimeters, after $t$ hours.',
        a: '24 - 2.5t',
        hints: [
          'Where does the candle start, and what happens to it in each hour?',
          'The form is start plus change: $y = mx + b$, with a negative slope because it gets shorter.',
          'After two hours you would take the hourly loss away twice from the start. Say it with $t$ hours.',
        ],
        example:
          'A tank holds $50$ liters and loses $3.5$ liters in each hour. At the start there are $50$. After one hour the loss is subtracted once, after two hours twice, and after $t$ hours $t$ times. So the content in liters is the start minus $t$ times the loss: $50 - 3.5t$.',
        why: 'The start is the $y$-intercept and the hourly change is the slope. A check with $t = 3$: $24 - 7.5 = 16.5$, as the story says.',
        wrong: {
          '24 + 2.5t': 'This candle would grow. Check the sign.',
          '2.5t': 'This is what has burned. The question is about what is left.',
          '21.5t': 'Start and change were merged into one. Only the change happens again each hour.',
        },
      },
      {
        level: 4,
        kind: 'number',
        q: 'After how many hours, counted from the start, has the candle burned down completely?',
        a: '9.6',
        unit: 'hours',
        hints: [
          'What is the height of a candle that is gone?',
          'Set your expression equal to zero and solve. On the graph this is where the line meets the $x$-axis.',
          'All $24$ centimeters have to burn at the hourly rate. How often does the rate fit into the height?',
        ],
        example:
          'A tank holds $50$ liters and loses $2.5$ liters an hour. When is it empty? Empty means zero liters: $50 - 2.5t = 0$. Add $2.5t$ on both sides: $50 = 2.5t$. Divide by the rate. You may also ask how often $2.5$ fits into $50$. It is empty after $20$ hours.',
        why: '$24 - 2.5t = 0$ gives $t = 24 \\div 2.5 = 9.6$ hours, or nine hours and $36$ minutes. Zero height is the $x$-intercept of the line.',
        wrong: {
          '6.6': 'This is counted from the third hour on. The question counts from the start.',
          '60': 'You multiplied height and rate. How often does the rate *fit into* the height?',
        },
        aliases: ['when is the candle gone', 'x intercept in a story'],
      },
    ]),
    item({
      level: 4,
      kind: 'number',
      q: 'At which $x$ does the line through $(-2, 21)$ and $(4, 3)$ cross the $x$-axis?',
      a: '5',
      hints: [
        'Sketch it: the line falls, and at $x = 4$ it is still a little above the axis.',
        'Find the slope, then either the whole equation, or simply how far there is still to fall.',
        'The line falls by $18$ over six steps. How many more steps does it need to fall by the last three?',
      ],
      example:
        'Where does the line through $(1, 20)$ and $(6, 10)$ cross the $x$-axis? From $x = 1$ to $x = 6$ it falls by ten, so the slope is $-2$. At $x = 6$ it is still ten above the axis. Each step to the right takes it down by two, so it needs $10 \\div 2$ more steps to come down to zero. From six that leads to $x = 11$.',
      why: 'The slope is $-3$, so from $(4, 3)$ one more step brings it down to zero. With the equation: $0 = -3x + 15$ gives the same.',
      wrong: {
        '15': 'That is the height where it crosses the *other* axis.',
        '3': 'At this $x$ the line is still at height six. It falls to the right.',
        '-5': 'Look at the sketch: the line comes down to the axis on the right.',
      },
      aliases: ['x intercept from two points', 'where does the line hit the x axis'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'What is the slope of the line through $(2, -3)$ and $(6, 25)$?',
      a: '7',
      hints: [
        'Find the way up and the way to the right from one point to the other.',
        'Rise over run, with both points in the same order.',
        'The rise is $25 - (-3)$: from below zero up past it. Divide by the four steps of the run.',
      ],
      example:
        'Find the slope of the line through $(1, -2)$ and $(4, 25)$. The run is $4 - 1 = 3$. The rise goes from two below zero to twenty-five above it: $25 - (-2)$, which is twenty-seven. Rise over run: twenty-seven shared among three steps. The slope is $9$.',
      why: 'The line climbs $28$ over four steps. Going from $-3$ to $25$ passes zero, so the two distances add up.',
      wrong: {
        '5.5': 'From $-3$ up to $25$ it is more than $22$. Mind the double minus.',
        '1/7': 'You divided the run by the rise.',
      },
    }),
    testItem({
      level: 3,
      kind: 'expression',
      q: 'A line has the slope $-2$ and goes through $(3, 8)$. Its equation is $y = \\ldots$ What stands on the right side?',
      a: '-2x + 14',
      hints: [
        'In $y = mx + b$ one number is already given.',
        'The point has to fit: put its coordinates in and solve for $b$.',
        'Solve $8 = -2 \\cdot 3 + b$.',
      ],
      example:
        'A line has the slope $-4$ and goes through $(2, 1)$. So $y = -4x + b$. Put in the point: $1 = -4 \\cdot 2 + b$, that is $1 = -8 + b$. Add eight on both sides: $b = 9$. A check at $x = 2$: $-8 + 9 = 1$. The equation is $y = -4x + 9$.',
      why: 'Going back three steps to the $y$-axis, a falling line gets higher by two in each step: $8 + 6 = 14$.',
      wrong: {
        '-2x + 8': 'The eight is the height at $x = 3$, not at $x = 0$.',
        '-2x + 2': 'Going back to the left, a falling line gets higher.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'Which of these lines is the steepest?',
      a: 'b',
      choices: ['$y = 3x + 10$', '$y = -5x + 1$', '$y = x - 20$', '$y = 4$'],
      hints: [
        'Steep can mean steeply up or steeply down.',
        'Compare the sizes of the slopes without their signs; the plain numbers do not matter.',
        'Read off the coefficient of $x$ in each line. In one of them it is zero.',
      ],
      why: 'A slope of $-5$ goes down five for each step, which is steeper than going up three. The sign tells the direction, the size tells the steepness.',
      wrong: {
        a: 'It has a large starting height, and it is fairly steep, but another one changes faster.',
        c: 'The $-20$ only says where this line starts.',
        d: 'This line is flat: its height never changes.',
      },
    }),
  ],
};
