import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Numbers and expressions',
  type: 'intro',
  weight: 0.6,
  estimatedDurationMinutes: 30,
  description:
    'The grammar of algebra: the order of operations, negative numbers, and letters that stand for numbers. You learn to read, simplify and build expressions.',
  prerequisites: [],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'Work out $20 - 3 \\cdot 4$.',
      a: '8',
      hints: [
        'There are two operations here, a minus and a times. Decide which of them has to wait.',
        'Multiplication and division bind more tightly than addition and subtraction, wherever they stand on the line.',
        'Work out $3 \\cdot 4$ on its own first, and only then take the result away from $20$.',
      ],
      example:
        'Take $30 - 2 \\cdot 6$. Reading from left to right, the minus comes first, but the times is the stronger one, so it gets its two numbers first: $2 \\cdot 6 = 12$. Now the line has become $30 - 12$, and that is easy: the result is $18$. It helps to imagine brackets around every multiplication.',
      why: 'Multiplication is a shorthand for repeated addition, so $3 \\cdot 4$ is one block of twelve. We take that whole block away from $20$, which leaves $8$.',
      wrong: {
        '68': 'You went strictly from left to right and did the subtraction first. Look again at which operation is the stronger one.',
        '32': 'It looks as if the block $3 \\cdot 4$ was added. Check the sign in front of it.',
      },
      aliases: ['do i subtract or multiply first', 'order of operations minus and times'],
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'In $7x$, the $7$ tells you how many $x$ you have. What is a number in front of a letter called?',
      a: 'coefficient',
      also: ['the coefficient', 'a coefficient', 'numerical coefficient'],
      hints: [
        'You are looking for a word, not a number. It is the name of the multiplier that stands before a letter.',
        'It begins with “co-”, like the words for things that work together: this number works together with the letter.',
        'It has eleven letters, begins with “co” and ends in “ent”.',
      ],
      why: 'The coefficient counts the letters: $7x$ is short for $x + x + x + x + x + x + x$. The word means “working together”, because number and letter work as one term.',
      wrong: {
        exponent:
          'That is the small raised number, as in $x^2$. Here we want the one that stands on the line, in front.',
        variable: 'That is the name for the letter itself. We want the number beside it.',
        constant: 'That is the name for a number that stands alone, without a letter.',
      },
      aliases: ['name of the number next to x', 'what is the number before a variable called'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Which expression says “five less than a number $n$”?',
      a: 'b',
      choices: ['$5 - n$', '$n - 5$', '$5n$', '$n + 5$'],
      hints: [
        'Try it with a real number. Say $n$ is $20$: what number is five less than that?',
        '“Less than” turns the order around: the number you start from is said last, but it is written first.',
        'Put $n = 20$ into each choice and keep the one that gives five less than twenty.',
      ],
      why: '“Five less than $n$” starts at $n$ and takes five away, so $n$ comes first: $n - 5$. With subtraction the order matters, and English says it backwards.',
      wrong: {
        a: 'This starts with five and takes the number away. Test it with $n = 20$: would you land below zero?',
        c: 'This makes five copies of the number. “Less” should make it smaller by five.',
        d: 'This goes up by five. “Less” asks for the other direction.',
      },
      aliases: ['how do i write less than in algebra', 'words into expressions'],
    }),
    item({
      level: 1,
      kind: 'expression',
      q: 'Simplify $5a + 3b + 2a$.',
      a: '7a + 3b',
      hints: [
        'Sort the terms: some of them have $a$ and some have $b$.',
        'Only like terms, with exactly the same letter, can be counted together. Apples and bananas stay apart.',
        'Count the $a$ terms: $5a$ and another $2a$. The $b$ term has no partner, so it just stays.',
      ],
      example:
        'Simplify $4x + 6y + 5x$. First find the terms that belong together: $4x$ and $5x$ both count $x$. Together they are $4 + 5 = 9$ of them, so $9x$. The term $6y$ counts something else and has no partner, so it stays as it is. The result is $9x + 6y$.',
      why: 'Five of something and two more of the same are seven of it. $b$ may be a different number than $a$, so $7a$ and $3b$ cannot be merged any further.',
      wrong: {
        '10a*b':
          'You counted everything together. But $a$ and $b$ may be different numbers, so they cannot be merged into one term.',
        '7a^2 + 3b': 'You multiplied the letters. Adding five $a$ and two $a$ gives more $a$, but no $a$ squared.',
      },
      aliases: ['combine like terms', 'can i add a and b together'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'What is the value of $3x^2$ when $x = -2$?',
      a: '12',
      hints: [
        'Write $-2$ in brackets where the $x$ is, and then see what the little exponent belongs to.',
        'An exponent belongs only to what it touches, here to the $x$. And a negative number times itself is positive.',
        'First work out $(-2) \\cdot (-2)$. Multiply by three at the very end.',
      ],
      example:
        'Find $2y^2$ when $y = -5$. Put the number in, with brackets: $2 \\cdot (-5)^2$. The exponent touches only the bracket, so square first: $(-5) \\cdot (-5) = 25$, positive because two minus signs cancel. Then multiply by the number in front: $2 \\cdot 25$. The value is $50$.',
      why: 'The square comes before the multiplication: $(-2)^2 = 4$, and three of those make $12$. The brackets around $-2$ keep the minus sign inside the square.',
      wrong: {
        '36': 'You multiplied by three first and squared the result. The exponent touches only the $x$.',
        '-12': 'The size fits, but look at the sign: what is a negative number times itself?',
        '-36':
          'Two things happened: the three was squared as well, and the square of a negative number was taken as negative.',
      },
      aliases: ['substitute a negative number into x squared', 'plug minus two into an expression'],
    }),
    item({
      level: 2,
      kind: 'expression',
      q: 'Write $4(2x - 3)$ without brackets.',
      a: '8x - 12',
      hints: [
        'The $4$ stands right in front of the bracket, so there is an invisible times sign between them.',
        'A factor in front of a bracket multiplies every term inside it. This is the distributive law.',
        'Multiply $4 \\cdot 2x$, then $4 \\cdot 3$, and keep the minus between the two results.',
      ],
      example:
        'Write $5(3x - 2)$ without brackets. Think of five bags, each holding $3x$ and owing $2$. The five reaches both terms: $5 \\cdot 3x = 15x$ and $5 \\cdot 2 = 10$. The minus stays between them. So the result is $15x - 10$. A quick check with $x = 1$: both forms give $5$.',
      why: 'Four copies of “$2x$ minus three” hold four times the $2x$ and four times the three. The factor has to visit everyone in the bracket.',
      wrong: {
        '8x - 3': 'The four reached the first term only. It has to multiply the second one as well.',
        '8x + 12': 'The sizes fit. Check the sign between the two terms.',
        '6x - 7': 'It looks as if four was added or subtracted. A number right before a bracket multiplies.',
      },
      aliases: ['how to get rid of brackets', 'expand parentheses', 'distributive property'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these expressions are equal to $6x + 12$ for every $x$?',
      a: 'a,c',
      choices: ['$6(x + 2)$', '$6(x + 12)$', '$3(2x + 4)$', '$2(3x + 10)$', '$18x$'],
      hints: [
        'Some of the choices have brackets. See what each one turns into when the bracket is gone.',
        'Multiply the factor in front with both terms inside the bracket, then compare both terms with the expression given.',
        'You can also test: with $x = 1$ the expression is worth $18$. Choices that fail here are out, but test the others with $x = 0$ too.',
      ],
      why: '$6 \\cdot 2$ and $3 \\cdot 4$ both give the twelve, and $6 \\cdot x$ and $3 \\cdot 2x$ both give $6x$. One test with a number can rule an expression out, but only expanding proves that two are always equal.',
      wrong: {
        a: 'This one is right, but you are not finished: expand the other brackets as well.',
        'a,e': 'One of these merges $6x$ and a plain number into one term. Try it with $x = 0$.',
        'a,b': 'In one of these the factor was not shared out to the second term. Expand it and compare.',
      },
      aliases: ['equivalent expressions', 'which expressions are the same'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Work out $-7 - (-15) + 3 \\cdot (-6)$.',
      a: '-10',
      hints: [
        'Split the line into three pieces: the start, the piece with the double minus, and the piece with the times.',
        'Taking away a debt makes you richer: minus a negative is plus. And a positive times a negative is negative.',
        'Rewrite the line as $-7 + 15 - 18$ and go from left to right.',
      ],
      example:
        'Work out $-4 - (-9) + 2 \\cdot (-8)$. The product comes first: $2 \\cdot (-8) = -16$. The double minus turns into a plus: $- (-9)$ is $+ 9$. Now the line reads $-4 + 9 - 16$. From left to right: $-4 + 9 = 5$, and $5 - 16$ goes down past zero. The result is $-11$.',
      why: 'The product is $-18$ and minus a negative is plus, so the line is $-7 + 15 - 18$. Up to $8$, then down by eighteen: $-10$.',
      wrong: {
        '-40': 'You took the $15$ away. Two minus signs in a row, as in $-(-15)$, cancel each other.',
        '26': 'The product at the end has one negative factor. Which sign does it get?',
        '-66': 'The times came too late: only the $3$ and the $-6$ are multiplied, before anything is added.',
      },
      aliases: ['minus a negative number', 'two minus signs in a row'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'Simplify $2(3x - 4) - (x - 5)$.',
      a: '5x - 3',
      hints: [
        'Treat the two brackets separately. The second one has a lonely minus in front of it.',
        'A minus before a bracket acts like a factor of $-1$: it turns the sign of every term inside.',
        'Without brackets the line starts $6x - 8 - x$. Decide on the sign of the last five, then collect like terms.',
      ],
      example:
        'Simplify $4(2x - 1) - (x - 6)$. The first bracket gives $8x - 4$. The minus in front of the second bracket turns both signs inside: $-x + 6$. Altogether we have $8x - 4 - x + 6$. Collect like terms: $8x - x = 7x$, and $-4 + 6 = 2$. The result is $7x + 2$.',
      why: 'The minus in front of the bracket takes away all of $x - 5$. Taking away “five less” gives five back, so the five turns positive: $6x - 8 - x + 5 = 5x - 3$.',
      wrong: {
        '5x - 13':
          'The $x$ was subtracted, but the five kept its minus. The sign in front of the bracket turns both terms.',
        '7x - 3': 'Look at the single $x$ in the second bracket: is it added or taken away?',
        '5x + 1': 'In the first bracket the factor two has to reach the four as well.',
      },
      aliases: ['minus sign in front of a bracket', 'subtract a parenthesis'],
    }),
    story(
      'The school band wants its own T-shirts. The printer takes \\$45 once for the design, and then \\$6 for each shirt.',
      [
        {
          level: 2,
          kind: 'expression',
          q: 'Write an expression for the cost, in dollars, of $n$ shirts.',
          a: '6n + 45',
          hints: [
            'Which part of the cost grows with every shirt, and which part is paid only once?',
            '“For each” means times the number of things. “Once” means that it is simply added.',
            'Think of ten shirts: you would pay ten times the price of a shirt, and then the design. Now say $n$ instead of ten.',
          ],
          example:
            'A bowling alley takes \\$8 once for the shoes and \\$5 for each game. For three games you pay three times five dollars, and then the shoes. For $g$ games it is $g$ times five dollars, and still only once the shoes. As an expression: $5g + 8$.',
          why: 'The price of a shirt is paid $n$ times, which is $6n$. The design is paid once, so it is added and has no $n$.',
          wrong: {
            '51n': 'Here every single shirt pays for the design again. The band pays for it once.',
            '45n + 6': 'Two numbers changed places. Which of them belongs to each shirt?',
          },
          aliases: ['write an expression for cost with a fixed fee', 'price per shirt plus one time fee'],
        },
        {
          level: 2,
          kind: 'number',
          q: 'What do $20$ shirts cost?',
          a: '165',
          unit: 'dollars',
          hints: [
            'You have just built a machine for this: put the number of shirts in.',
            'To evaluate an expression, replace the letter by the number, then multiply before you add.',
            'Find the price of $20$ shirts alone, at six dollars each. The design still has to be added once.',
          ],
          why: '$6 \\cdot 20 + 45 = 120 + 45 = 165$. That is the use of an expression: written once, it answers the question for every number of shirts.',
          wrong: {
            '120': 'These are the shirts alone. The printer also wants to be paid for the design.',
            '1020': 'Here the design is paid again for every shirt. It is a single fee.',
          },
        },
        {
          level: 4,
          kind: 'expression',
          q: 'The band sells every shirt for \\$11. Write its profit from printing and selling $n$ shirts, as simply as you can.',
          a: '5n - 45',
          hints: [
            'Profit is what is left of the money that comes in after the money that goes out.',
            'Subtract the whole cost from the income. Brackets around the cost make sure that all of it is taken away.',
            'The income is $11n$. Write $11n - (6n + 45)$, then turn both signs in the bracket.',
          ],
          example:
            'A class sells cups of lemonade for \\$3. Lemons and a stand cost $2n + 30$ dollars for $n$ cups. The income is $3n$. The profit is income minus the whole cost: $3n - (2n + 30)$. The minus turns both signs: $3n - 2n - 30$. Collecting like terms, the profit is $n - 30$ dollars.',
          why: 'Each shirt brings in five dollars more than it costs, which is $5n$; the design has to be earned back once. Until $5n$ reaches forty-five dollars the profit is negative: a loss.',
          wrong: {
            '5n + 45': 'The design fee makes the band poorer. Check its sign when the bracket is taken away.',
            '17n + 45': 'Here income and cost were added. Profit is what is left after paying.',
            '11n - 45': 'You paid for the design, but the shirts themselves cost something too.',
          },
          aliases: ['income minus cost expression', 'how to write profit'],
        },
      ],
    ),
    item({
      level: 4,
      kind: 'expression',
      q: 'Three whole numbers follow one another, like $14, 15, 16$. The *middle* one is $m$. Write the product of the smallest and the largest without brackets.',
      a: 'm^2 - 1',
      hints: [
        'Start with names for all three numbers, each of them written with the letter $m$.',
        'When you multiply two brackets, every term of the first meets every term of the second: four small products.',
        'One neighbor is one less than $m$, the other one more. Write both as brackets, multiply, and see which two of the four products cancel.',
      ],
      example:
        'Multiply $(k - 3)(k + 3)$. Each term of the first bracket meets each term of the second: $k \\cdot k = k^2$, then $k \\cdot 3 = 3k$, then $-3 \\cdot k = -3k$, and last $-3 \\cdot 3 = -9$. The two middle terms cancel each other. What is left is $k^2 - 9$. With numbers: for $k = 10$ it says $7 \\cdot 13 = 91$, which is true.',
      why: '$(m-1)(m+1) = m^2 + m - m - 1 = m^2 - 1$. So $14 \\cdot 16$ is one less than $15^2 = 225$: a trick for mental arithmetic.',
      wrong: {
        'm^2 + 1': 'Look at the last small product: a negative one times a positive one. Which sign does it have?',
        'm^2 - 2m - 1': 'The two middle products have opposite signs. See what they do to each other.',
        '2m': 'This is the sum of the two neighbors. The question asks for their product.',
      },
      aliases: ['product of the neighbors of a number', 'consecutive numbers with a letter'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'Work out $10 - 2 \\cdot (3 - 7)$.',
      a: '18',
      hints: [
        'Find the part of the line that has to be done before everything else.',
        'Brackets first, then multiplication, then subtraction. Minus a negative number is plus.',
        'The bracket is $-4$. Multiply it by two, and then take that negative number away from $10$.',
      ],
      example:
        'Work out $6 - 5 \\cdot (1 - 4)$. The bracket comes first: $1 - 4 = -3$. Then the multiplication: $5 \\cdot (-3) = -15$. What is left is $6 - (-15)$. Taking away a negative number is the same as adding the positive one: $6 + 15$. The result is $21$.',
      why: 'The bracket is $-4$, twice that is $-8$, and $10 - (-8)$ is $10 + 8$. The two minus signs meet and cancel.',
      wrong: {
        '2': 'You subtracted eight, but the product is negative. What does minus a negative do?',
        '-32': 'You took two from ten first. The times binds more tightly than the minus.',
      },
    }),
    testItem({
      level: 3,
      kind: 'expression',
      q: 'Simplify $5(x - 2) - 2(x + 1)$.',
      a: '3x - 12',
      hints: [
        'Expand one bracket at a time, and take the sign in front of each number along.',
        'The second factor is $-2$, with its minus: it multiplies both terms of its bracket.',
        'The first bracket gives $5x - 10$, the second gives $-2x - 2$. Collect the $x$ terms, then the numbers.',
      ],
      example:
        'Simplify $7(x - 1) - 3(x + 2)$. The first bracket: $7x - 7$. The second factor is $-3$, so it gives $-3x - 6$. Put together: $7x - 7 - 3x - 6$. The $x$ terms make $4x$ and the plain numbers make $-13$. The result is $4x - 13$.',
      why: '$5x - 10 - 2x - 2$: the factor $-2$ carries its minus into both terms, so both numbers pull downwards.',
      wrong: {
        '3x - 8': 'The minus in front of the two also belongs to the plain number in the second bracket.',
        '3x - 1': 'The factors have to reach the second term of each bracket too.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Which of these has the largest value?',
      a: 'c',
      choices: ['$-4^2$', '$-4 \\cdot 2$', '$(-4)^2$', '$4 - 4^2$'],
      hints: [
        'Two of the choices look almost the same. The brackets make the difference.',
        'An exponent belongs only to what it touches. Without brackets, the minus sign is not squared.',
        'Work out each value, and watch which of them end up above zero.',
      ],
      example:
        'Compare $-5^2$ and $(-5)^2$. In the first one the exponent touches only the five: square it, which gives $25$, then put the minus in front: $-25$. In the second one the bracket keeps number and sign together, so $(-5) \\cdot (-5)$, which is positive. The second one is larger: it is $25$.',
      why: '$(-4)^2 = 16$ is the only positive one. $-4^2$ means “the negative of four squared”, which is $-16$.',
      wrong: {
        a: 'Here the exponent touches only the four; the minus comes afterwards.',
        d: 'The square is taken before the subtraction. Compare four with four squared.',
      },
    }),
  ],
};
