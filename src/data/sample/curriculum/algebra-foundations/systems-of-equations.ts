import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Systems of equations',
  type: 'chapter',
  weight: 1,
  estimatedDurationMinutes: 45,
  description:
    'Two unknowns need two facts. You learn to find both by substitution and by elimination, and to see the solution as the point where two lines meet.',
  prerequisites: ['Brackets and both sides', 'Slope and lines'],
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: 'Which pair solves both $x + y = 10$ and $x - y = 4$?',
      a: 'c',
      choices: ['$x = 6,\\ y = 4$', '$x = 8,\\ y = 2$', '$x = 7,\\ y = 3$', '$x = 9,\\ y = 5$'],
      hints: [
        'You can test each pair without solving anything.',
        'A solution of a system has to make *both* equations true, not just one.',
        'Check the sum first, which throws out one pair. Then see whose difference is four.',
      ],
      why: '$7 + 3 = 10$ and $7 - 3 = 4$. Several pairs fit one of the equations, but only this one fits both.',
      wrong: {
        a: 'The sum is right. What is the difference of these two?',
        b: 'The sum is right. What is the difference of these two?',
        d: 'The difference is right. What is the sum?',
      },
      aliases: ['check a pair in two equations', 'solution of a system'],
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'Given are $y = 2x$ and $x + y = 21$. What is $x$?',
      a: '7',
      hints: [
        'The first equation tells you what $y$ is, in terms of $x$.',
        'If two things are equal, one may stand in for the other. This is called substitution.',
        'Write $2x$ in place of $y$ in the second equation, and only one unknown is left.',
      ],
      example:
        'Given are $y = 4x$ and $x + y = 30$. The first equation says that $y$ and $4x$ are the same, so put $4x$ in place of $y$ in the second: $x + 4x = 30$. That makes $5x = 30$, an equation with a single unknown. Dividing by five gives $x = 6$.',
      why: '$x + 2x = 21$ means $3x = 21$. Substitution turns two unknowns into one, and that one you know how to find.',
      wrong: {
        '14': 'This is $y$. The question asks for $x$.',
        '10.5': 'After substituting you have $x + 2x$. How many $x$ are that?',
      },
      aliases: ['replace y by 2x', 'substitution method'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Given are $y = x + 4$ and $3x + y = 40$. What is $x$?',
      a: '9',
      hints: [
        'One of the equations already has $y$ alone.',
        'Put the whole expression for $y$ into the other equation.',
        'You get $3x + (x + 4) = 40$. Collect the $x$ and solve in two steps.',
      ],
      example:
        'Given are $y = x - 3$ and $2x + y = 21$. Put $x - 3$ in the place of $y$: $2x + (x - 3) = 21$. Collect: $3x - 3 = 21$. Add three on both sides: $3x = 24$. Divide by three. A check: $y = 8 - 3 = 5$, and $2 \\cdot 8 + 5 = 21$. So $x = 8$.',
      why: '$4x + 4 = 40$ gives $4x = 36$. Then $y = 13$, and $27 + 13 = 40$ confirms it in the second equation.',
      wrong: {
        '13': 'This is $y$. Which letter is asked for?',
        '11': 'The four was added to the other side. It has to be subtracted on both sides.',
        '12': 'The $x$ inside the expression for $y$ has to be counted as well.',
      },
      aliases: ['substitute an expression for y'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Given are $2x + y = 19$ and $x - y = 5$. What is $x$?',
      a: '8',
      hints: [
        'Compare the $y$ terms of the two equations.',
        'You may add two equations side by side: equals added to equals are equal. Opposite terms then vanish.',
        'Add the left sides and add the right sides. There are $3x$ on the left.',
      ],
      example:
        'Given are $5x + y = 33$ and $2x - y = 9$. One has $+y$, the other $-y$, so adding makes them disappear: $5x + 2x = 33 + 9$. That is $7x = 42$. Divide by seven. Then $y = 33 - 30 = 3$. A check in the other equation: $2 \\cdot 6 - 3 = 9$. So $x = 6$.',
      why: '$y$ and $-y$ cancel, and $3x = 24$ remains. Adding equations is like putting two balanced scales on top of each other: the result is balanced too.',
      wrong: {
        '14': 'Here the equations were subtracted, and the $y$ terms were lost on the way. Look at their signs again.',
        '3': 'This is $y$.',
        '24': 'This is the value of $3x$.',
      },
      aliases: ['add two equations', 'make y disappear'],
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'You add or subtract two equations so that one unknown vanishes. What is this method called?',
      a: 'elimination',
      also: ['the elimination method', 'elimination method', 'addition method', 'method of elimination'],
      hints: [
        'The name says what happens to one of the unknowns.',
        'It is a word for “throwing out”, known from tournaments where the loser has to leave.',
        'It begins with “e” and ends with “-ation”.',
      ],
      why: 'One unknown is eliminated, which is Latin for “put out of the door”. What remains is an equation with a single unknown.',
      wrong: {
        substitution:
          'That is the other method, where an expression stands in for a letter. Here we add or subtract whole equations.',
        simplification: 'That makes an expression shorter. We want the name for making an unknown vanish.',
      },
      aliases: ['name of the method where you add equations'],
    }),
    item({
      level: 2,
      kind: 'set',
      q: 'Two numbers have the sum $20$ and the difference $6$. Which two numbers are they? Write them as a set, like {1, 2}.',
      a: '{7, 13}',
      hints: [
        'Call the larger one $x$ and the smaller one $y$. Each fact becomes an equation.',
        'Sum and difference are made for elimination: add the two equations.',
        'Adding gives $2x = 26$. Find the larger one, and the sum then tells the other.',
      ],
      example:
        'Two numbers have the sum $50$ and the difference $8$. Let them be $x$ and $y$: $x + y = 50$ and $x - y = 8$. Add the equations: the $y$ vanishes and $2x = 58$, so $x = 29$. The other one is $50 - 29 = 21$. A check: their difference is eight. The set is $\\{21, 29\\}$.',
      why: 'Sum plus difference is twice the larger number: $26 = 2 \\cdot 13$. Then $20 - 13 = 7$.',
      wrong: {
        '{14, 20}': 'Their difference is right, but twenty is the sum, not one of the numbers.',
        '{14, 6}': 'Their sum is right. What is their difference?',
        '{10, 4}': 'Neither the sum nor the difference fits. Test your numbers with both facts.',
      },
      aliases: ['sum and difference of two numbers', 'find two numbers'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Given are $3x + 2y = 45$ and $5x - 2y = 59$. What is $y$?',
      a: '3',
      hints: [
        'See which unknown can be made to vanish in one move, even if it is not the one that is asked for.',
        'Add the equations to find $x$. Then put $x$ into one of them to find $y$.',
        'Adding gives $8x = 104$, so $x = 13$. Put that into the first equation and solve for $y$.',
      ],
      example:
        'Given are $7x + 4y = 95$ and $2x - 4y = 40$; find $y$. Adding makes the $y$ vanish: $9x = 135$, so $x = 15$. Now go back to the first equation: $7 \\cdot 15 + 4y = 95$, that is $105 + 4y = 95$. Subtract $105$: $4y = -10$. Dividing by four gives $y = -2.5$.',
      why: 'With $x = 13$ the first equation says $39 + 2y = 45$, so $2y = 6$. The second is the proof: $65 - 6 = 59$.',
      wrong: {
        '13': 'This is $x$. There is one more step to $y$.',
        '6': 'This is $2y$.',
        '12': 'Subtracting does not remove the $y$ terms here. Look at their signs.',
      },
      aliases: ['solve two equations with two unknowns', 'elimination with opposite terms'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Given are $4x + 3y = 10$ and $x - 2y = 19$. What is $y$?',
      a: '-6',
      hints: [
        'Neither unknown cancels right away. But one of them stands almost alone.',
        'Either solve the second equation for $x$ and substitute, or multiply it so that the $x$ terms match.',
        'From the second, $x = 19 + 2y$. Then $4(19 + 2y) + 3y = 10$. Open the bracket.',
      ],
      example:
        'Given are $3x + 2y = 5$ and $x - 4y = 25$; find $y$. The second equation gives $x = 25 + 4y$. Put it into the first, with brackets: $3(25 + 4y) + 2y = 5$. Open: $75 + 12y + 2y = 5$. So $14y = -70$. Dividing gives $y = -5$, and then $x = 25 - 20 = 5$.',
      why: '$76 + 11y = 10$ gives $11y = -66$. Then $x = 19 - 12 = 7$, and $28 - 18 = 10$ confirms both.',
      wrong: {
        '7': 'This is $x$.',
        '6': 'Check the sign: $76$ plus something has to come down to ten.',
        '-13.2': 'When you put $19 + 2y$ in, the four has to multiply both terms.',
      },
      aliases: ['substitution with brackets', 'multiply an equation to eliminate'],
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'How many solutions does the system $y = 3x + 1$ and $6x - 2y = 5$ have?',
      a: 'd',
      choices: ['Exactly one', 'Exactly two', 'Endlessly many', 'None'],
      hints: [
        'Think of the two lines. How could they lie to each other?',
        'Lines with different slopes meet once; equal slopes mean parallel or the very same line.',
        'Solve the second equation for $y$, and compare slope and $y$-intercept with the first.',
      ],
      example:
        'How many solutions do $y = 2x + 3$ and $8x - 4y = -12$ have? Solve the second for $y$: subtract $8x$, so $-4y = -8x - 12$, then divide by $-4$, which gives $y = 2x + 3$. It is the first line again in disguise. Each point of it fits both equations, so there are endlessly many solutions.',
      why: 'The second line is $y = 3x - 2.5$: the same slope at another height. Parallel lines share no point, so no pair can satisfy both.',
      wrong: {
        a: 'Lines that cross have different slopes. Compare the slopes here.',
        b: 'Two straight lines can never meet in exactly two points.',
        c: 'For that, the two would have to be the same line. Compare where they cross the $y$-axis.',
      },
      aliases: ['parallel lines system', 'system with no solution'],
    }),
    story(
      'For the school concert $120$ tickets were sold: for adults at \\$9 and for pupils at \\$5. Together they brought in \\$776.',
      [
        {
          level: 2,
          kind: 'choice',
          q: 'Let $a$ be the number of adult tickets and $p$ the number of pupil tickets. One equation is $a + p = 120$. Which is the other?',
          a: 'b',
          choices: ['$a + p = 776$', '$9a + 5p = 776$', '$5a + 9p = 776$', '$14(a + p) = 776$'],
          hints: [
            'The first equation counts tickets. The other one counts something else.',
            'The money from one kind of ticket is its price times the number sold.',
            'Write the money from adults, add the money from pupils, and set it equal to the total.',
          ],
          why: '$a$ adults pay $9a$ dollars and $p$ pupils pay $5p$; together that is the income. One equation counts tickets, the other counts dollars.',
          wrong: {
            a: 'This would count tickets again, but there are not that many tickets.',
            c: 'Whose price is whose?',
            d: 'This would mean that everybody pays for both kinds.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'How many adult tickets were sold?',
          a: '44',
          unit: 'tickets',
          hints: [
            'You have two equations for $a$ and $p$. Remove $p$.',
            'Multiply the ticket equation by five so that both have $5p$, then subtract.',
            'If all $120$ had been pupils, the income would be \\$600. Each adult brings four dollars more.',
          ],
          example:
            'A farm has $30$ hens and goats with $84$ legs altogether. How many goats? If all were hens there would be $60$ legs. There are $24$ more, and each goat has two legs more than a hen. So share: $24 \\div 2$. With equations: $h + g = 30$ and $2h + 4g = 84$. There are $12$ goats.',
          why: '$9a + 5p = 776$ minus $5a + 5p = 600$ leaves $4a = 176$. The trick “what if all were pupils” is elimination told as a story.',
          wrong: {
            '76': 'These are the pupil tickets.',
            '176': 'This is the money above \\$600. How much more than a pupil does each adult bring?',
            '60': 'Half of each would bring \\$840. Use the income.',
          },
          aliases: ['adult and child tickets problem', 'how many of each kind were sold'],
        },
        {
          level: 4,
          kind: 'number',
          q: 'Next year the school wants to earn \\$840 from exactly as many adults and pupils as this year. The adult price stays. By how many cents must the pupil ticket rise? Round up to a full ten cents.',
          a: '90',
          unit: 'cents',
          hints: [
            'How much more money is wanted, and who has to bring it?',
            'The extra money is shared among the pupil tickets. There are as many of those as are left after the adults.',
            'Share \\$64 among the pupil tickets, look at the result in cents, and round it up.',
          ],
          example:
            'A club sold $40$ drinks and wants to earn \\$15 more next time with as many sales. The extra is shared equally: \\$15 is $1500$ cents, and $1500 \\div 40 = 37.5$ cents. Rounded up to a full ten cents, each drink rises by $40$ cents. Rounding down would bring in too little.',
          why: 'There are $76$ pupil tickets and \\$64 are missing: about $84.2$ cents each. Rounded up to a full ten cents the aim is reached; rounded down it would be missed.',
          wrong: {
            '80': 'That is rounded down. It would bring only \\$60.80 more.',
            '60': 'You shared among all tickets. The adult price stays.',
            '84.2': 'The size is right. Round it up as the question asks.',
          },
        },
      ],
    ),
    item({
      level: 4,
      kind: 'number',
      q: 'A two-digit number has the digit sum $12$. If you swap its digits, it becomes larger by $36$. What is the number?',
      a: '48',
      hints: [
        'Give each digit a letter. How do you write the value of the number with them?',
        'With tens digit $t$ and ones digit $u$ the number is $10t + u$, and the swapped one is $10u + t$.',
        'The second fact becomes $9u - 9t = 36$, so the digits differ by four. You also know their sum.',
      ],
      example:
        'A two-digit number has the digit sum $9$, and swapping the digits makes it larger by $27$. With tens digit $t$ and ones digit $u$: $t + u = 9$, and $10u + t - (10t + u) = 27$. The second becomes $9u - 9t = 27$, so $u - t = 3$. Adding both: $2u = 12$, $u = 6$, $t = 3$. The number is $36$.',
      why: '$u + t = 12$ and $u - t = 4$ give $u = 8$ and $t = 4$. And $84 - 48 = 36$, as promised. Swapping always changes a number by nine times the difference of its digits.',
      wrong: {
        '84': 'Swapping the digits of this one makes it smaller.',
        '39': 'The digit sum fits. By how much does it grow when you swap its digits?',
        '57': 'The digit sum fits. By how much does it grow when you swap its digits?',
      },
      aliases: ['digits problem', 'swap the digits of a number'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'Given are $y = 3x - 1$ and $2x + y = 34$. What is $x$?',
      a: '7',
      hints: [
        'One equation gives $y$ in terms of $x$.',
        'Substitute it into the other equation.',
        'Solve $2x + (3x - 1) = 34$.',
      ],
      why: '$5x - 1 = 34$ gives $5x = 35$. Then $y = 20$, and $14 + 20 = 34$.',
      wrong: {
        '20': 'This is $y$.',
        '6.6': 'The one is subtracted in the equation. It has to be added on both sides.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'Given are $4x + 3y = 47$ and $2x - 3y = 1$. What is $x$?',
      a: '8',
      hints: [
        'Look at the $y$ terms.',
        'Opposite terms vanish when the equations are added.',
        'Add both sides: on the left you have $6x$.',
      ],
      example:
        'Given are $5x + 2y = 61$ and $4x - 2y = 20$. The $y$ terms are opposite, so add the equations: $5x + 4x = 61 + 20$, that is $9x = 81$. Divide by nine. A check: $5 \\cdot 9 = 45$, so $2y = 16$, and $36 - 16 = 20$ is true in the second. So $x = 9$.',
      why: '$6x = 48$. Then $3y = 15$, and in the second equation $16 - 15 = 1$.',
      wrong: {
        '23': 'You subtracted the equations, but then the $y$ terms do not vanish.',
        '5': 'This is $y$.',
      },
    }),
    testItem({
      level: 4,
      kind: 'number',
      q: 'Four pens and three notebooks cost \\$27. Two pens and six notebooks cost \\$36. What does one notebook cost?',
      a: '5',
      unit: 'dollars',
      hints: [
        'Two prices are unknown, and two purchases are given.',
        'Double one of the purchases so that both have the same number of pens, then compare.',
        'Twice the second purchase is four pens and twelve notebooks for \\$72. Compare it with the first.',
      ],
      example:
        'Two teas and three cakes cost \\$18; one tea and four cakes cost \\$19. Double the second: two teas and eight cakes cost \\$38. Compared with the first there are as many teas, but more cakes, and it costs \\$20 more. The cakes alone make that difference, so divide by their number. One cake costs \\$4.',
      why: 'The doubled purchase has nine notebooks more and costs \\$45 more, so a notebook costs \\$5. A pen is \\$3: $4 \\cdot 3 + 3 \\cdot 5 = 27$.',
      wrong: {
        '3': 'This is the price of a pen.',
        '45': 'This is the price of all the extra notebooks together.',
      },
    }),
  ],
};
