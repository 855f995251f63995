import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'One-step equations',
  type: 'chapter',
  weight: 0.7,
  estimatedDurationMinutes: 30,
  description:
    'An equation is a balance: whatever you do to one side, you do to the other. You learn to undo a single operation and to check your own answer.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'Solve $x + 9 = 23$.',
      a: '14',
      hints: [
        'Something was done to $x$ before it became $23$. What was it?',
        'To undo an operation, do its opposite on both sides, so that the balance stays level.',
        'Take nine away on the left and on the right. On the left only $x$ remains.',
      ],
      example:
        'Solve $x + 6 = 31$. Somebody added $6$ to our number. To undo that, subtract $6$, and do so on both sides to keep the balance: $x + 6 - 6 = 31 - 6$. On the left only $x$ is left, on the right $25$. A check: $25 + 6$ is indeed $31$. So $x = 25$.',
      why: 'Adding nine is undone by subtracting nine: $x = 23 - 9 = 14$. You can always check by putting it back: $14 + 9 = 23$.',
      wrong: {
        '32': 'You added nine once more. To get back to $x$, the nine has to be undone.',
        '-14': 'The size fits, but test it: would a negative number plus nine give $23$?',
      },
      aliases: ['how do i get x alone', 'undo plus nine'],
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'Solve $6x = 54$.',
      a: '9',
      hints: [
        'Between the six and the $x$ stands a times sign that nobody wrote.',
        'The opposite of multiplying is dividing. Do it on both sides.',
        'Share $54$ equally among the six copies of $x$: that tells you what one copy is worth.',
      ],
      example:
        'Solve $8x = 56$. The number and the letter side by side mean eight times $x$. To undo “times eight”, divide both sides by eight. On the left that leaves $x$ alone, and on the right $56 \\div 8$. A check: eight times seven is fifty-six. So $x = 7$.',
      why: 'Six equal parts make fifty-four, so one part is $54 \\div 6 = 9$. Dividing by the coefficient leaves exactly one $x$.',
      wrong: {
        '48': 'You subtracted the six. But $6x$ is six times $x$, so it takes a different operation to undo it.',
        '324': 'You multiplied once more. Which operation takes a multiplication back?',
      },
      aliases: ['how do i get rid of the number next to x', 'number in front of x'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What should you do to both sides of $x - 12 = 30$ to get $x$ alone?',
      a: 'd',
      choices: ['Subtract $12$', 'Divide by $12$', 'Subtract $30$', 'Add $12$'],
      hints: [
        'Look at the side where the $x$ is. What has happened to it?',
        'Each operation has an opposite that takes it back, like walking forward and walking backward.',
        'On the left, twelve was taken away from $x$. Choose the step that gives it back.',
      ],
      why: 'Subtracting twelve is taken back by adding twelve: $x - 12 + 12$ is just $x$. The right side then becomes $42$.',
      wrong: {
        a: 'That would take twelve away a second time: the left side would be $x - 24$.',
        b: 'Dividing takes back a multiplication. Here nothing was multiplied.',
        c: 'That changes the right side to zero, but the left side becomes more complicated.',
      },
      aliases: ['undo minus twelve', 'which operation on both sides'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Solve $\\frac{x}{4} = -7$.',
      a: '-28',
      hints: [
        'The fraction bar is a division. Who is divided by what?',
        'A division is undone by the multiplication with the same number, on both sides.',
        'Multiply both sides by four, and mind the sign: a positive times a negative number.',
      ],
      example:
        'Solve $\\frac{x}{5} = -6$. The fraction bar says that $x$ was divided by five. Multiply both sides by five: on the left the five cancels and leaves $x$; on the right stands $-6 \\cdot 5$. One factor is negative, so the product is negative. A check: $-30$ divided by five is $-6$. So $x = -30$.',
      why: 'If a quarter of $x$ is $-7$, then the whole is four times as much: $-28$. The sign stays, because four is positive.',
      wrong: {
        '28': 'The size fits. Check the sign: a quarter of your number should be negative.',
        '-1.75': 'You divided by four again. The division should be undone.',
        '-3': 'You added four. But the fraction bar stands for a division, not for a subtraction.',
      },
      aliases: ['x divided by a number', 'get rid of a fraction with x on top'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Solve $-5x = 35$.',
      a: '-7',
      hints: [
        'The coefficient here is not five. Look at its sign.',
        'Divide both sides by the coefficient, sign included. A positive divided by a negative is negative.',
        'Work out $35 \\div (-5)$.',
      ],
      example:
        'Solve $-4x = 48$. The number in front of $x$ is $-4$, so divide both sides by $-4$, with its minus. On the left $x$ is left over. On the right, $48 \\div (-4)$: the sizes give twelve, and different signs make it negative. A check: $-4 \\cdot (-12) = 48$. So $x = -12$.',
      why: 'Dividing by $-5$ gives $x = -7$, and indeed $-5 \\cdot (-7) = 35$: two negatives make the positive thirty-five.',
      wrong: {
        '7': 'Put it back in: $-5$ times your number should be positive. Which sign does $x$ need?',
        '40': 'You added five. The five is a factor here, so it takes a division to remove it.',
        '30': 'You subtracted. Five and $x$ are multiplied, so subtracting does not free the $x$.',
      },
      aliases: ['negative number in front of x', 'minus five x'],
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Adding and subtracting take each other back, and so do multiplying and dividing. What do we call two operations like that?',
      a: 'inverse operations',
      also: ['inverse', 'inverses', 'opposite operations', 'inverse operation', 'they are inverse to each other'],
      hints: [
        'Think of doing a thing and undoing it, like tying and untying a shoe. The word you need describes such a pair.',
        'It is a word from Latin that means “turned around”. A word for turning sentences around, inversion, is a relative of it.',
        'Two words: the first begins with “in-” and rhymes with “reverse”; the second is what adding and multiplying are called in general.',
      ],
      why: 'Inverse operations undo each other. Solving an equation is nothing but finding what was done to $x$, and doing the inverse to both sides.',
      wrong: {
        equivalent:
          'That is what we call two expressions or equations that say the same. Here one operation takes back the other.',
        reciprocals: 'That is the word for two *numbers* whose product is one. Here we want a word for operations.',
      },
      aliases: ['operations that undo each other', 'opposite of adding'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these equations have the solution $x = 6$?',
      a: 'a,c,e',
      choices: ['$x + 8 = 14$', '$3x = 9$', '$\\frac{x}{2} = 3$', '$10 - x = 16$', '$-2x = -12$'],
      hints: [
        "You don't have to solve anything here. There is a quicker way to find out if a number fits.",
        'A solution makes both sides equal. Put six in for $x$ and compare.',
        'Go through them one by one, and take care with the last two, where a minus sign is waiting.',
      ],
      why: 'A number is a solution exactly when it makes the equation true. Putting it in is a test that you can do with every answer you ever find.',
      wrong: {
        'a,c': 'Both of these fit, but look at the one with two minus signs again.',
        'a,c,d,e': 'One of these has the wrong sign: put six in for $x$ in the one that starts with ten.',
        'a,b,c,e': 'One of these does not fit: three times six is more than nine.',
      },
      aliases: ['check if a number is a solution', 'test a solution'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Solve $\\frac{2}{3}x = 18$.',
      a: '27',
      hints: [
        'The fraction in front of $x$ is a factor: you see two thirds of $x$ here.',
        'Two thirds of the number are given. Find one third first, then build the whole out of thirds.',
        'One third is half of $18$. How many of these thirds make the whole $x$?',
      ],
      example:
        'Solve $\\frac{3}{4}x = 24$. Three quarters of $x$ are $24$. So one quarter is a third of that: $24 \\div 3 = 8$. The whole has four quarters: $4 \\cdot 8$. In one go: multiply both sides by the flipped fraction $\\frac{4}{3}$. A check: three quarters of thirty-two are twenty-four. So $x = 32$.',
      why: 'One third is $9$, so three thirds are $27$. Multiplying by the reciprocal $\\frac{3}{2}$ does both steps at once, because $\\frac{3}{2} \\cdot \\frac{2}{3} = 1$.',
      wrong: {
        '12': 'You took two thirds of $18$. But $18$ is already the part; you want the whole.',
        '54': 'You removed the division by three. The factor two is still there.',
        '9': 'This is one third of $x$. How many thirds does the whole have?',
      },
      aliases: ['fraction in front of x', 'multiply by the reciprocal'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A car at the steady speed $v$ covers the distance $d = v \\cdot t$ in the time $t$. Solve this formula for $t$.',
      a: 'd/v',
      hints: [
        'Treat the formula like an equation in which $t$ is the unknown. What has been done to $t$?',
        'Letters follow the same rules as numbers: a factor is removed by dividing both sides by it.',
        'If it were $150 = 50 \\cdot t$, what would you do with the $50$? Do the same with $v$.',
      ],
      example:
        'The area of a rectangle is $A = l \\cdot w$. Solve it for $l$. The wanted $l$ is multiplied by $w$. The inverse is to divide by $w$, on both sides. On the right the $w$ cancels and only $l$ remains. So $l = \\frac{A}{w}$. It makes sense: area divided by one side gives the other side.',
      why: '$t$ is multiplied by $v$, so we divide both sides by $v$. It fits everyday life: $150$ km at $50$ km/h take $150 \\div 50 = 3$ hours.',
      wrong: {
        'v/d': 'The two are upside down. Try $150$ km at $50$ km/h: your formula would give a third of an hour.',
        'd - v': 'You subtracted the speed. But speed and time are multiplied in the formula.',
        'd*v': 'This multiplies by the speed once more. A faster car should need less time.',
      },
      aliases: ['rearrange the speed formula for time', 'make t the subject'],
    }),
    item({
      level: 3,
      kind: 'set',
      q: 'Find all numbers $x$ with $x^2 = 81$. Write them as a set, like {1, 2}.',
      a: '{-9, 9}',
      hints: [
        'The question says “all numbers”. There may be more than one.',
        'The inverse of squaring is the square root. But a negative number has a positive square too.',
        'Find the positive number that gives $81$ when multiplied by itself. Then ask yourself about its mirror image on the other side of zero.',
      ],
      example:
        'Find all $x$ with $x^2 = 49$. Which positive number times itself is $49$? It is $7$. Now look at the other side of zero: $(-7) \\cdot (-7)$ is positive as well, and it is also $49$. No other number works, since anything larger or smaller in size has a different square. The set is $\\{-7, 7\\}$.',
      why: 'Squaring forgets the sign, so two numbers share each positive square: $9^2$ and $(-9)^2$ are both $81$. When you go back, you have to remember both.',
      wrong: {
        '{9}': 'That one works. Is there a negative number with the same square?',
        '{40.5}': 'You took half. But $x^2$ is $x$ times $x$, not two times $x$.',
        '{-9}': 'That one works. What about the other side of zero?',
      },
      aliases: ['x squared equals a number', 'plus minus square root'],
    }),
    story(
      'On charity day $18$ pupils ran laps around the school field. All of them ran the same number of laps, and together they ran $234$ laps. One lap is $400$ m long.',
      [
        {
          level: 1,
          kind: 'choice',
          q: 'Let $n$ be the number of laps that each pupil ran. Which equation fits the story?',
          a: 'a',
          choices: ['$18n = 234$', '$n + 18 = 234$', '$\\frac{n}{18} = 234$', '$234n = 18$'],
          hints: [
            'Try it with a guess: if everyone had run two laps, how many laps would that be together?',
            'The same number again and again, once for each pupil: that is a multiplication.',
            'Write the total in two ways: once as pupils times laps, and once as the number in the story.',
          ],
          why: 'Eighteen pupils with $n$ laps each make $18 \\cdot n$ laps, and the story says that this is $234$. An equation often comes from saying the same quantity in two ways.',
          wrong: {
            b: 'This adds pupils to laps. Each of the pupils brings $n$ laps of their own.',
            c: 'This shares the laps of one pupil among all of them.',
            d: 'The numbers changed places: it would mean that $234$ groups made $18$ laps.',
          },
          aliases: ['which equation fits the story', 'turn a word problem into an equation'],
        },
        {
          level: 2,
          kind: 'number',
          q: 'How many laps did each pupil run?',
          a: '13',
          unit: 'laps',
          hints: [
            'You know the total and the number of pupils. The laps were shared out equally.',
            'Undo the multiplication by dividing both sides by the number of pupils.',
            'Ten laps each would make $180$. See how many laps are left over and how many more that is for each pupil.',
          ],
          why: '$234 \\div 18 = 13$. Taking out ten laps each, $180$, leaves $54$, which is three more laps for everyone.',
          wrong: {
            '216': 'You subtracted the pupils from the laps. The laps are shared equally, so it takes a division.',
            '12': 'Nearly: multiply your number by eighteen and compare it with the total.',
          },
        },
        {
          level: 4,
          kind: 'number',
          q: 'For every full kilometer that a pupil ran, a shop gave \\$1.50. How much did the shop give for all $18$ pupils together?',
          a: '135',
          unit: 'dollars',
          hints: [
            'Begin with a single pupil: how far did he or she run?',
            '“Every full kilometer that a pupil ran” means: round down for each pupil first, before you look at all of them.',
            'Each pupil ran a little over five kilometers. Find the gift for one pupil, then take it eighteen times.',
          ],
          example:
            'Twelve pupils each swam $26$ lengths of $50$ m. A bank gave \\$2 for every full kilometer of a pupil. One pupil swam $26 \\cdot 50 = 1300$ m, so one full kilometer counts: \\$2. The other $300$ m bring nothing. Twelve pupils bring $12 \\cdot 2$, so the bank gave \\$24 altogether.',
          why: 'One pupil ran $13 \\cdot 400 = 5200$ m, which is five full kilometers or \\$7.50. Eighteen times that is \\$135. Rounding each pupil down makes it less than rounding the total.',
          wrong: {
            '140.4': 'You paid for the extra $200$ m too. Only full kilometers count, for each pupil.',
            '139.5': 'You added up all the meters first. The rule counts the full kilometers of each pupil.',
            '7.5': 'This is the gift for one pupil.',
          },
        },
      ],
    ),
    testItem({
      level: 1,
      kind: 'number',
      q: 'Solve $x - 17 = -5$.',
      a: '12',
      hints: [
        'See what was done to $x$ on the left side.',
        'Undo a subtraction by an addition, on both sides.',
        'Start at $-5$ on the number line and go seventeen to the right.',
      ],
      why: 'Adding seventeen to both sides gives $x = -5 + 17 = 12$. Starting below zero, the first five steps only bring you up to zero.',
      wrong: {
        '-22': 'You subtracted seventeen again. It should be given back.',
        '22': 'Check the sign of the five: you start below zero.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'Solve $\\frac{x}{6} = 2.5$.',
      a: '15',
      hints: [
        'The fraction bar tells you that a sixth of $x$ is given.',
        'A division is undone by a multiplication on both sides.',
        'Take six times two, then six times a half, and put the parts together.',
      ],
      example:
        'Solve $\\frac{x}{8} = 3.5$. An eighth of the number is $3.5$, so the number itself is eight times as large. Eight times three is twenty-four, and eight times a half is four. Together that is twenty-eight. A check: twenty-eight shared among eight is three and a half. So $x = 28$.',
      why: 'A sixth of $x$ is $2.5$, so $x = 6 \\cdot 2.5 = 15$. The division by six is undone by multiplying by six.',
      wrong: {
        '8.5': 'You added the six. The fraction bar is a division, so a different operation undoes it.',
        '12.5': 'Six times the whole part is right so far; check the part that comes from the half.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Tom solves $-\\frac{x}{3} = 9$ and says $x = -3$. What went wrong?',
      a: 'b',
      choices: [
        'He should have got $x = 3$; only the sign is wrong.',
        'He divided by $3$ where he should have multiplied by it.',
        'He should have added $3$ to both sides.',
        'Nothing, he is right.',
      ],
      hints: [
        "Put Tom's number back into the equation and see what the left side becomes.",
        'To undo a division, you use the opposite operation.',
        'Ask what Tom must have done with the nine and the three to get his three, and if that takes the fraction bar away.',
      ],
      example:
        'Lea solves $\\frac{x}{2} = 10$ and says $x = 5$. A test: half of five is only two and a half, so five cannot be right. She halved the ten. But $x$ had already been halved, and that should be taken back: double both sides. Then $x = 20$, and half of it is ten.',
      why: 'Multiplying both sides by $-3$ gives $x = -27$. Tom repeated the division where he should have undone it; putting the number back in shows the mistake at once.',
      wrong: {
        a: 'Test $x = 3$: the left side would be $-1$. More than the sign is off.',
        c: 'The three divides; it is not subtracted. So adding it does not undo it.',
        d: 'Put $-3$ in: the left side becomes $1$, which is far from nine.',
      },
    }),
  ],
};
