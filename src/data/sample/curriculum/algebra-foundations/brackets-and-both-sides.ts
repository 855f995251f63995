import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Brackets and both sides',
  type: 'chapter',
  weight: 1,
  estimatedDurationMinutes: 40,
  description:
    'Linear equations in full: brackets to open, unknowns on the left and on the right, and a look at equations with no solution or with endlessly many. After this unit no linear equation can frighten you.',
  prerequisites: ['Numbers and expressions', 'Two-step equations'],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'Solve $5x = 3x + 14$.',
      a: '7',
      hints: [
        'There is an $x$ on each side. It would be easier if there were one side only.',
        'You may take the same number of $x$ away from both sides, just like plain numbers.',
        'Take $3x$ from both sides. On the right only $14$ is left; count what remains on the left.',
      ],
      example:
        'Solve $8x = 5x + 24$. Imagine a balance: eight bags on the left, five bags and $24$ on the right. Take five bags from each side and it stays level: $3x = 24$. Now share by three. A check: $8 \\cdot 8 = 64$ and $5 \\cdot 8 + 24 = 64$. So $x = 8$.',
      why: 'Taking away $3x$ on both sides leaves $2x = 14$. The unknowns may be moved like numbers, because they *are* numbers.',
      wrong: {
        '1.75': 'You added $5x$ and $3x$. To remove $3x$ from the right side, do the opposite of adding.',
        '14': 'This is what $2x$ is worth. And one $x$?',
      },
      aliases: ['x on both sides', 'how do i move x to the other side'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Which first step helps with $7x - 4 = 2x + 21$?',
      a: 'c',
      choices: [
        'Add $2x$ on both sides',
        'Divide only the $7x$ by $7$',
        'Subtract $2x$ on both sides',
        'Subtract $4$ on both sides',
      ],
      hints: [
        'The aim is to have $x$ on one side only.',
        'A term leaves its side if you do the opposite of it on both sides.',
        'On the right, $2x$ is added. Choose the step that makes it vanish there.',
      ],
      why: 'Subtracting $2x$ leaves $5x - 4 = 21$, a two-step equation that you know how to solve. Removing the smaller $x$ term keeps the coefficient positive.',
      wrong: {
        a: 'That would make $4x$ on the right: the opposite of what we want.',
        b: 'Everything on both sides has to take part in a division, or the balance tips.',
        d: 'The four is already taken away on the left. This would make it eight.',
      },
      aliases: ['first step with variables on both sides'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Solve $3(x - 4) = 27$.',
      a: '13',
      hints: [
        'The bracket as a whole was multiplied by three.',
        'You can open the bracket, or undo the multiplication first. Both ways are right; one is shorter.',
        'Three equal brackets make $27$. So $x - 4$ must be nine.',
      ],
      example:
        'Solve $5(x - 2) = 40$. The short way: five equal brackets make $40$, so one bracket is $x - 2 = 8$, and adding two gives the answer. The long way: $5x - 10 = 40$, then $5x = 50$. Both lead to the same number. A check: $5 \\cdot (10 - 2) = 40$. So $x = 10$.',
      why: '$x - 4 = 9$, so $x = 13$. Opening the bracket gives $3x - 12 = 27$ and leads to the same place.',
      wrong: {
        '31/3': 'The three reached only $x$. Inside a bracket every term is multiplied.',
        '5': 'From $x - 4 = 9$, the four has to be added back, not subtracted again.',
        '9': 'This is the value of the bracket. What is $x$ itself?',
      },
      aliases: ['equation with a bracket', 'three times bracket equals'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Solve $6x - 5 = 2x + 39$.',
      a: '11',
      hints: [
        'Sort it: all $x$ to one side, all plain numbers to the other.',
        'Two moves do the sorting. Each of them is done on both sides with the opposite sign.',
        'Subtract $2x$ and add five on both sides. Then $4x$ stands alone on the left.',
      ],
      example:
        'Solve $9x - 7 = 4x + 28$. Bring the $x$ together: subtract $4x$ on both sides, so $5x - 7 = 28$. Bring the numbers together: add seven on both sides, so $5x = 35$. Divide by five. A check: $9 \\cdot 7 - 7 = 56$ and $4 \\cdot 7 + 28 = 56$. So $x = 7$.',
      why: '$4x = 44$, so $x = 11$. Both sides are then $61$, which is the best proof that it is right.',
      wrong: {
        '8.5': 'The five was subtracted on the right. Since it is taken away on the left, give it back on both sides.',
        '5.5': 'The $x$ terms were added. The $2x$ leaves the right side by subtraction.',
        '44': 'This is the value of $4x$.',
      },
      aliases: ['collect x on one side', 'variables and numbers on both sides'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these equations have the same solution as $2(x + 3) = 20$?',
      a: 'b,c,e',
      choices: ['$2x + 3 = 20$', '$2x + 6 = 20$', '$x + 3 = 10$', '$x + 3 = 20$', '$2x = 14$'],
      hints: [
        "Each choice could be a next line in somebody's notebook. Ask if the step was allowed.",
        'Allowed is: opening the bracket with both terms, or doing the same thing to both whole sides.',
        'Solve the equation once, and put your number into each choice.',
      ],
      why: 'Opening the bracket, halving both sides, and subtracting six after opening are all allowed steps, and all keep the solution. The other two changed only a part of a side.',
      wrong: {
        'a,c,e': 'In one of these the factor two reached only the $x$.',
        'b,e': 'These two are fine. There is one more: think of halving both sides.',
        'b,c,d,e': 'In one of these only the left side was halved.',
      },
      aliases: ['equivalent equations', 'is this step allowed'],
    }),
    item({
      level: 3,
      kind: 'text',
      q: 'The equation $3(x + 2) = 3x + 6$ is true for every $x$. What do we call an equation that is always true?',
      a: 'identity',
      also: ['an identity', 'identical equation', 'it is an identity'],
      hints: [
        'Open the bracket and compare the two sides. The word describes what you see then.',
        'It is the noun that belongs to “identical”.',
        'The same word is used for who you are: it is on your … card.',
      ],
      example:
        'Compare $2(x + 5) = 2x + 10$ with $2(x + 5) = 2x + 7$. Open the bracket: the first says $2x + 10 = 2x + 10$, true for each $x$ you try. The second says $2x + 10 = 2x + 7$; take away $2x$ and it claims $10 = 7$, so it is true for no $x$ at all. It is called a contradiction.',
      why: 'Both sides of an identity are the same expression in different clothes. If all $x$ vanish and something true like $6 = 6$ is left, every number is a solution.',
      wrong: {
        equality: 'Every equation claims an equality. We want the name for one that is true whatever $x$ is.',
        contradiction: 'That is the opposite: an equation that is never true.',
      },
      aliases: ['equation true for all x', 'all numbers are solutions'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Solve $4(2x - 1) = 5x + 29$.',
      a: '11',
      hints: [
        'There is a bracket in the way. Open it before you sort.',
        'Open brackets, bring the $x$ to one side, bring the numbers to the other, divide.',
        'The left side becomes $8x - 4$. Now subtract $5x$ and add four on both sides.',
      ],
      example:
        'Solve $3(4x - 2) = 7x + 19$. Open the bracket: $12x - 6 = 7x + 19$. Subtract $7x$ on both sides: $5x - 6 = 19$. Add six: $5x = 25$. Divide by five. A check: on the left $3 \\cdot (20 - 2) = 54$, on the right $35 + 19 = 54$. So $x = 5$.',
      why: '$8x - 4 = 5x + 29$ becomes $3x = 33$. The order “open, sort, divide” works for each linear equation.',
      wrong: {
        '10': 'The four in front reached only the first term of the bracket.',
        '25/3': 'After opening the bracket, the four on the left is subtracted. What removes it?',
        '33': 'This is the value of $3x$.',
      },
      aliases: ['bracket and x on both sides', 'expand then solve'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Solve $8 - 2(x + 3) = 24$.',
      a: '-11',
      hints: [
        'Be careful at the start: eight and two are not partners, as the times comes first.',
        'The factor in front of the bracket is $-2$, with its sign. It multiplies both terms.',
        'Opened, the left side is $8 - 2x - 6$, which is $2 - 2x$. Go on from there.',
      ],
      example:
        'Solve $10 - 3(x + 2) = 16$. The factor is $-3$: it gives $-3x$ and $-6$. So $10 - 3x - 6 = 16$, and tidied up, $4 - 3x = 16$. Subtract four: $-3x = 12$. Divide by $-3$. A check: $10 - 3 \\cdot (-2) = 16$. So $x = -4$.',
      why: '$2 - 2x = 24$ gives $-2x = 22$ and $x = -11$. The minus belongs to the two and travels into the bracket with it.',
      wrong: {
        '-5': 'The minus did not reach the three: minus two times three is negative.',
        '1': 'You took two from eight first. The two belongs to the bracket.',
        '11': 'The last division was by $-2$. Check the sign.',
      },
      aliases: ['number minus bracket', 'negative factor in front of a bracket'],
    }),
    story(
      'Two climbing halls offer a yearly card. Hall A takes \\$25 to join and \\$18 a month. Hall B takes \\$70 to join and \\$13 a month.',
      [
        {
          level: 1,
          kind: 'expression',
          q: 'Write an expression for what hall A costs, in dollars, for $m$ months.',
          a: '18m + 25',
          hints: [
            'One of the two prices is paid each month, the other only once.',
            'What is paid each month is multiplied by the number of months.',
            'For two months you pay twice the monthly price and then add the joining fee. Say the same for $m$ months.',
          ],
          why: 'The monthly price is paid $m$ times and the joining fee once, so only the first has an $m$.',
          wrong: {
            '43m': 'Here the joining fee is paid again each month.',
            '25m + 18': 'The two prices changed places.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'After how many months have both halls cost the same?',
          a: '9',
          unit: 'months',
          hints: [
            'Write the cost of hall B in the same way, and say that the two are equal.',
            'Hall B starts higher, but hall A catches up a little each month. How fast does the gap close?',
            'The equation is $18m + 25 = 13m + 70$. Take $13m$ and then $25$ from both sides.',
          ],
          example:
            'One printer costs \\$90 and 4 cents a page, another \\$60 and 7 cents a page. When are they equal, after $p$ pages? In cents: $4p + 9000 = 7p + 6000$. Subtract $4p$ and $6000$ on both sides: $3000 = 3p$. The gap of 3000 cents closes by three cents a page. They are equal after $1000$ pages.',
          why: 'The gap at the start is \\$45, and it closes by \\$5 each month: $5m = 45$. That is what “$x$ on both sides” means in life: two things that grow at different speeds and meet.',
          wrong: {
            '19': 'The joining fees were added. One of them has to be taken away from both sides.',
            '45': 'This is the gap in dollars at the start. How many months does it take to close?',
          },
          aliases: ['when do two offers cost the same', 'break even'],
        },
        {
          level: 2,
          kind: 'number',
          q: 'Noa wants to climb for a whole year. How much does she save with the cheaper hall?',
          a: '15',
          unit: 'dollars',
          hints: [
            'A year has twelve months. Both costs can be worked out.',
            'Put the number of months into both expressions and compare the results.',
            'Hall A costs \\$241 for the year. Find the cost of hall B, then the difference.',
          ],
          why: 'Hall A costs \\$241 and hall B \\$226. Or without any sums: the year ends three months after the meeting point, and each of these months saves \\$5.',
          wrong: {
            '45': 'This is the difference of the joining fees. Over the year, the monthly prices matter too.',
            '60': 'This is the difference of the monthly prices over the year. The joining fees differ too.',
          },
        },
      ],
    ),
    item({
      level: 4,
      kind: 'number',
      q: 'Solve $\\frac{x}{2} + \\frac{x}{3} = 15$.',
      a: '18',
      hints: [
        'Two fractions with different bottoms are hard to add. Can both be made to vanish at once?',
        'Multiply the whole equation by a number that both denominators divide, and the fractions are gone.',
        'Multiplying each term by six turns the left side into $3x + 2x$. Do not forget the right side.',
      ],
      example:
        'Solve $\\frac{x}{4} + \\frac{x}{6} = 10$. Both four and six divide twelve, so multiply each term by twelve: $3x + 2x = 120$. The fractions are gone. Now $5x = 120$, and dividing by five finishes it. A check: a quarter of twenty-four is six, a sixth is four, and six and four are ten. So $x = 24$.',
      why: 'Times six: $3x + 2x = 90$, so $x = 18$. Half of it is nine and a third is six, which makes fifteen. Clearing fractions first saves much work.',
      wrong: {
        '3': 'The right side was not multiplied. The factor six has to reach each term on both sides.',
        '37.5': 'The bottoms were added, as if it were $\\frac{2x}{5}$. Halves and thirds are not fifths.',
        '90': 'This is the value of $5x$.',
      },
      aliases: ['equation with two fractions', 'clear the denominators'],
    }),
    item({
      level: 4,
      kind: 'number',
      q: 'For which number $k$ does $k(x + 3) = 11x + 50 - 4x + k$ have no solution?',
      a: '7',
      hints: [
        'Open the bracket, tidy the right side, and look at the $x$ terms on both sides.',
        'There is no solution when the $x$ terms cancel out and something false is left over.',
        'The right side has $11x - 4x$. For which $k$ does $kx$ cancel with it, and are the plain numbers different then?',
      ],
      example:
        'For which $c$ does $c(x + 1) = 5x + 9 + c$ have no solution? Open the bracket: $cx + c = 5x + 9 + c$. Subtract $c$ on both sides: $cx = 5x + 9$. If $c$ is five, the $x$ terms cancel and $0 = 9$ is left, which is false for each $x$. For all other $c$ we can divide. So $c = 5$.',
      why: 'Tidied up, it says $kx + 3k = 7x + 50 + k$. With $k = 7$ both sides have $7x$, and $21 = 57$ is left, which no $x$ can repair. It is like two parallel lines that never meet.',
      wrong: {
        '11': 'On the right there are two terms with $x$. Tidy them up first.',
        '25': 'With this number the plain numbers agree, and $x = 0$ is a solution. Look at the $x$ terms.',
        '0': 'Then the left side is zero, and the right side still has an $x$ that can be chosen to fit.',
      },
      aliases: ['equation with a parameter and no solution'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'Solve $9x + 4 = 6x - 20$.',
      a: '-8',
      hints: [
        'Sort: $x$ to one side, numbers to the other.',
        'Do the opposite of a term on both sides, and it leaves its side.',
        'After subtracting $6x$ and four on both sides, $3x$ stands alone. Watch the sign on the right.',
      ],
      example:
        'Solve $7x + 6 = 4x - 15$. Subtract $4x$ on both sides: $3x + 6 = -15$. Subtract six on both sides: $3x = -21$. Divide by three. A check: on the left $-49 + 6 = -43$, on the right $-28 - 15 = -43$. So $x = -7$.',
      why: '$3x = -24$, so $x = -8$. Both sides become $-68$.',
      wrong: {
        '-16/3': 'The four was added on the right. It has to be subtracted on both sides.',
        '8': 'Look at the sign: $-20$ minus four is below zero.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'Solve $5(x - 2) = 3(x + 6)$.',
      a: '14',
      hints: [
        'Two brackets: open both of them before anything else.',
        'Each factor multiplies both terms of its own bracket.',
        'You get $5x - 10 = 3x + 18$. Collect the $x$ on the left and the numbers on the right.',
      ],
      example:
        'Solve $6(x - 1) = 2(x + 9)$. Open both brackets: $6x - 6 = 2x + 18$. Subtract $2x$ on both sides: $4x - 6 = 18$. Add six: $4x = 24$. Divide by four. A check: $6 \\cdot 5 = 30$ and $2 \\cdot 15 = 30$. So $x = 6$.',
      why: '$5x - 10 = 3x + 18$ leads to $2x = 28$. Both sides are then sixty.',
      wrong: {
        '4': 'The factors reached only the $x$ terms, or the ten kept its side. Open both brackets fully.',
        '28': 'This is the value of $2x$.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'How many solutions does $4x + 1 = 4x - 3$ have?',
      a: 'a',
      choices: ['None', 'Exactly one', 'Exactly two', 'Every number is a solution'],
      hints: [
        'Compare the two sides before you calculate anything.',
        'When the $x$ terms cancel, look at what is left: it is either true or false.',
        'Subtract $4x$ on both sides and read the sentence that remains.',
      ],
      example:
        'How many solutions does $6x + 2 = 6x + 2$ have? Subtract $6x$ on both sides and $2 = 2$ is left. That is true, and $x$ plays no part in it any more. So whichever number you put in for $x$, both sides agree: all numbers are solutions.',
      why: 'Subtracting $4x$ leaves $1 = -3$, which is false whatever $x$ is. One more than a number can never be three less than the same number.',
      wrong: {
        b: 'Try to find it: subtract $4x$ on both sides and see if an $x$ is left.',
        d: 'That would need a true sentence after the $x$ terms cancel. Is it true?',
      },
    }),
  ],
};
