import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Area',
  type: 'chapter',
  weight: 0.9,
  estimatedDurationMinutes: 35,
  description:
    'How much floor, paint or grass? You learn where the area formulas come from, so that you can rebuild them when you forget them, and how to cut difficult figures into easy ones.',
  prerequisites: ['Angles'],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'A rectangle is $12$ cm long and $7$ cm wide. How large is its area?',
      a: '84',
      unit: 'cm^2',
      hints: [
        'Imagine it tiled with squares of one centimeter. How many are in one row, and how many rows are there?',
        'The number of squares is the number in a row times the number of rows.',
        'There are seven rows of twelve squares.',
      ],
      example:
        'A rectangle is $9$ cm long and $5$ cm wide. In one row lie $9$ squares of one centimeter, and there are $5$ such rows: $5 \\cdot 9 = 45$. Its area is $45\\ \\text{cm}^2$.',
      why: 'Seven rows of twelve squares are $84$ squares. Area is nothing but counting unit squares cleverly.',
      wrong: {
        '38': 'This is the way around the rectangle, in cm. Area counts the squares inside.',
        '19': 'You added the two sides. How many squares fit inside?',
        '42': 'Nothing has to be halved in a rectangle.',
      },
      aliases: ['area of a rectangle'],
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'A triangle has a base of $10$ cm, and its height above this base is $9$ cm. How large is its area?',
      a: '45',
      unit: 'cm^2',
      hints: [
        'Draw a rectangle around it with the same base and height. Which part of it does the triangle fill?',
        'A triangle is half of the rectangle with the same base and the same height.',
        'The rectangle has ten times nine unit squares. Take half of them.',
      ],
      example:
        'A triangle has a base of $8$ cm and a height of $7$ cm. The rectangle around it has $8 \\cdot 7 = 56$ unit squares. The height cuts the triangle in two parts, and each of them is half of its part of the rectangle. So altogether the triangle fills half: $56 \\div 2$. Its area is $28$ square centimeters.',
      why: 'The rectangle around it has $90\\ \\text{cm}^2$, and the triangle is exactly half of it. That is where the $\\frac{1}{2}$ in the formula comes from.',
      wrong: {
        '90': 'This is the rectangle around it. How much of it does the triangle fill?',
        '19': 'You added the two lengths.',
      },
      aliases: ['area of a triangle', 'half base times height'],
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'What do we call the length of the way all around a figure?',
      a: 'perimeter',
      also: ['the perimeter'],
      hints: [
        'It is not the area: this is a length, like the length of a fence.',
        'It is built from two Greek words, one for “around” and one for “measure”.',
        'Its first part is also in “periscope”, a tube for looking around; its last part is also in “thermometer”.',
      ],
      why: '“Peri” means around and “meter” means measure. Perimeter is measured in cm or m, area in $\\text{cm}^2$ or $\\text{m}^2$: the units tell them apart.',
      wrong: {
        area: 'That is the space inside, counted in unit squares.',
        circumference: 'That is the special word for circles. Which word fits any figure?',
        diameter: 'That goes straight through the middle of a circle.',
      },
      aliases: ['length around a shape'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'How many square centimeters are there in one square meter?',
      a: '10000',
      unit: 'cm^2',
      also: ['10^4'],
      hints: [
        'Draw a square of one meter by one meter. How many centimeters has each of its sides?',
        'An area has two directions, so the change of units happens twice.',
        'In one row there are a hundred squares of one centimeter. How many rows are there?',
      ],
      example:
        'How many square millimeters are there in one square centimeter? Each side of the square has $10$ millimeters. So there are ten small squares in each row, and ten rows of them. Ten times ten: the factor between the lengths is used once in each direction. One square centimeter has $100$ square millimeters.',
      why: 'A hundred rows of a hundred squares are $10\\,000$. For areas the factor of the lengths is squared.',
      wrong: {
        '100': 'That is the factor for lengths. A square has two directions.',
        '1000': 'Think of the rows of little squares and count them once more.',
      },
      aliases: ['convert square meters to square centimeters'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'A parallelogram has a base of $8$ cm. Its slanted sides are $6$ cm long, and it is $5$ cm high. How large is its area?',
      a: '40',
      unit: 'cm^2',
      hints: [
        'Three lengths are given, but one of them is not needed.',
        'Cut off a triangle on one side and push it to the other: you get a rectangle with the same base and height.',
        'That rectangle has the base of the parallelogram and its *upright* height. Multiply these two.',
      ],
      example:
        'A parallelogram has a base of $11$ cm, slanted sides of $7$ cm and a height of $6$ cm. Cut a triangle off the left end and put it on the right end: now it is a rectangle, $11$ cm long and $6$ cm high. The slanted side has disappeared inside. So the area is $11 \\cdot 6 = 66$ square centimeters.',
      why: 'Base times height: $8 \\cdot 5$. Pushing the figure over makes it lower without changing its sides, so the sides alone cannot tell the area.',
      wrong: {
        '48': 'You used the slanted side. How high does the figure really stand?',
        '20': 'Nothing is halved here: cut and pushed, it is a whole rectangle.',
        '28': 'This is the way around it.',
      },
      aliases: ['area of a parallelogram', 'slanted side or height'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'A trapezoid has two parallel sides of $7$ cm and $11$ cm. Its height is $6$ cm. How large is its area?',
      a: '54',
      unit: 'cm^2',
      hints: [
        'The figure is neither as wide as its bottom nor as its top. What width would be fair?',
        'A trapezoid has the same area as a rectangle with the *average* of the parallel sides as its width.',
        'The average of seven and eleven is nine. Now the height.',
      ],
      example:
        'A trapezoid has parallel sides of $5$ cm and $13$ cm and is $4$ cm high. Its average width is $(5 + 13) \\div 2 = 9$ cm. What sticks out at the bottom fills what is missing at the top. So it has the same area as a rectangle of $9$ cm by $4$ cm. The area is $36$ square centimeters.',
      why: 'Average width times height: $9 \\cdot 6$. Two such trapezoids, one of them upside down, make a parallelogram of double size.',
      wrong: {
        '108': 'This is twice as much: the sum of the two sides is not the average width.',
        '42': 'That would be a rectangle as narrow as the top.',
        '66': 'That would be a rectangle as wide as the bottom.',
      },
      aliases: ['area of a trapezoid', 'trapezium'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which changes double the area of any rectangle?',
      a: 'a,d',
      choices: [
        'Double its length and keep its width.',
        'Double both its length and its width.',
        'Make its length $2$ cm longer.',
        'Make its length four times as long and halve its width.',
        'Double its perimeter.',
      ],
      hints: [
        'Take a rectangle of your own, say $3$ by $5$, and try each change.',
        'Area is length times width, so a factor on one of them is a factor on the area.',
        'For each change multiply the factors: for the fourth, four times one half.',
      ],
      why: 'Factors multiply: $2 \\cdot 1$ and $4 \\cdot \\frac{1}{2}$ both give two. Doubling both sides makes the area four times as large.',
      wrong: {
        'a,b': 'With both sides doubled, how many copies of the old rectangle fit inside?',
        a: 'This one is right. What do four times and one half make together?',
        'a,c,d': 'Adding two centimeters doubles only a rectangle that had a length of two.',
      },
      aliases: ['double the area', 'what happens when sides are doubled'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'A triangle has an area of $42\\ \\text{cm}^2$ and a base of $12$ cm. What is its height?',
      a: '7',
      unit: 'cm',
      hints: [
        'This time the area is known, so go backwards.',
        'Write the formula with what you know, and solve it for the height.',
        'The rectangle around the triangle has twice its area. One of its sides is twelve.',
      ],
      example:
        'A triangle has an area of $30$ square centimeters and a base of $15$ cm. What is its height? The rectangle around it has twice the area: $60$ square centimeters. It is as long as the base, so its other side is $60 \\div 15 = 4$. A check: half of $15 \\cdot 4$ is thirty. The height is $4$ cm.',
      why: '$\\frac{1}{2} \\cdot 12 \\cdot h = 42$ gives $6h = 42$. A formula can be read in any direction, like every equation.',
      wrong: {
        '3.5': 'You treated it as a rectangle. A triangle fills only half.',
        '14': 'You doubled once too often: check it with half of base times height.',
        '30': 'You subtracted. Area and base are linked by a multiplication.',
      },
      aliases: ['height of a triangle from area', 'area formula backwards'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'From the corner of a sheet of $10$ cm by $8$ cm, a rectangle of $4$ cm by $3$ cm is cut off. How large is the area of what is left?',
      a: '68',
      unit: 'cm^2',
      hints: [
        'The figure looks like an L. How can you see it as something simple?',
        'Either cut the L into two rectangles, or take the small rectangle from the large one.',
        'The whole sheet has $80\\ \\text{cm}^2$. How much was cut off?',
      ],
      example:
        'From a sheet of $9$ cm by $7$ cm a square of $5$ cm is cut off at a corner. The whole sheet had $9 \\cdot 7 = 63$ square centimeters, and the piece has $5 \\cdot 5 = 25$. What is left is the difference. You could also cut the L in two rectangles and add them. Both ways lead to $38$ square centimeters.',
      why: '$80 - 12 = 68$. Funny: the perimeter of the sheet stays the same, since the cut replaces two edges by two equally long ones.',
      wrong: {
        '92': 'You added the piece. It was cut off.',
        '80': 'This is the whole sheet.',
        '12': 'This is the piece that was cut off.',
        '30': 'You took the cut lengths off both sides of the sheet. Only a corner is missing.',
      },
      aliases: ['area of an L shape', 'composite figure'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A rectangle is $x + 3$ cm wide and $2x$ cm long. Write its area without brackets.',
      a: '2x^2 + 6x',
      hints: [
        'It does not matter that the sides have letters: they are still just two sides.',
        'Length times width, with brackets around the side that has two terms.',
        'Multiply $2x$ with both terms of $x + 3$. One of the products has two factors $x$.',
      ],
      example:
        'A rectangle is $x + 4$ cm wide and $5x$ cm long. The area is length times width: $5x(x + 4)$. The factor $5x$ meets both terms: $5x \\cdot x = 5x^2$ and $5x \\cdot 4 = 20x$. In a drawing these are the two parts of the rectangle. The area is $5x^2 + 20x$.',
      why: '$2x \\cdot x = 2x^2$ and $2x \\cdot 3 = 6x$. Draw a line in the rectangle at width $x$, and you see the two parts.',
      wrong: {
        '2x^2 + 3': 'The $2x$ has to reach both terms of the bracket.',
        '6x + 6': 'This is the perimeter. The area is a product.',
        '8x': 'Look at $2x \\cdot x$: how many factors $x$ does it have?',
      },
      aliases: ['area with x', 'expand area expression'],
    }),
    story(
      'A garden is a rectangle, $15$ m long and $9$ m wide. A path, $1$ m wide, is laid all around it, outside of the garden.',
      [
        {
          level: 2,
          kind: 'number',
          q: 'How large is the area of garden and path together?',
          a: '187',
          unit: 'm^2',
          hints: [
            'Garden and path together are again a rectangle. How long and how wide is it?',
            'The path adds its width on *both* ends of each side.',
            'The large rectangle is two meters longer and two meters wider than the garden.',
          ],
          example:
            'A picture of $30$ cm by $20$ cm gets a frame $5$ cm wide all around. Picture and frame together are a rectangle. The frame adds its width on the left and on the right, so it is $30 + 5 + 5 = 40$ cm long, and likewise $20 + 5 + 5 = 30$ cm wide. The area is $40 \\cdot 30 = 1200$ square centimeters.',
          why: '$17 \\cdot 11 = 187$. The path is on both sides, so each length grows by twice its width.',
          wrong: {
            '160': 'The path goes all around: it adds a meter at each of the two ends.',
            '135': 'This is the garden alone.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'How large is the area of the path alone?',
          a: '52',
          unit: 'm^2',
          hints: [
            'The path is what lies between two rectangles.',
            'Take the inner area from the outer one.',
            'The garden itself has $15 \\cdot 9$ square meters. Take it away from the large rectangle.',
          ],
          why: '$187 - 135 = 52$. Large minus small is often easier than cutting a frame into pieces.',
          wrong: {
            '48': 'This is the perimeter of the garden times one meter. Look at the four corners.',
            '56': 'Here the corners were counted twice.',
          },
          aliases: ['area of a frame or a path'],
        },
        {
          level: 4,
          kind: 'number',
          q: 'The path is covered with square slabs of $50$ cm side length, at \\$4.50 each. What do the slabs cost?',
          a: '936',
          unit: 'dollars',
          hints: [
            'How many slabs cover one square meter?',
            'Change the units first: a slab is half a meter long and half a meter wide.',
            'Four slabs make a square meter. Count the slabs for the whole path, then the price.',
          ],
          example:
            'A wall of $6$ square meters gets square tiles of $20$ cm at \\$1.50 each. Along one meter lie $100 \\div 20 = 5$ tiles, so a square meter takes five rows of five, $25$ tiles. Six square meters take $6 \\cdot 25 = 150$ tiles. Each costs \\$1.50, so multiply: $150 \\cdot 1.5$. The tiles cost \\$225.',
          why: '$52 \\cdot 4 = 208$ slabs, and $208 \\cdot 4.5 = 936$. Half the length means a quarter of the area.',
          wrong: {
            '468': 'Half a meter by half a meter is not half a square meter.',
            '234': 'This would be one slab for each square meter.',
            '208': 'This is the number of slabs.',
          },
        },
      ],
    ),
    item({
      level: 4,
      kind: 'number',
      q: 'A farmer has $36$ m of fence for a rectangular pen, with whole meters for each side. How large can its area be at most?',
      a: '81',
      unit: 'm^2',
      hints: [
        'Many different rectangles have the same perimeter. Try a very thin one and then a thicker one.',
        'Length and width are half of the fence together. See how the area changes when the two come closer to each other.',
        'Length plus width is eighteen. Compare $10 \\cdot 8$ with the case in which the two are even closer.',
      ],
      example:
        'With $20$ m of fence, length and width make $10$ m together. Try: $1 \\cdot 9 = 9$, then $2 \\cdot 8 = 16$, $3 \\cdot 7 = 21$, $4 \\cdot 6 = 24$ and $5 \\cdot 5 = 25$. After that the numbers repeat backwards. The closer the two sides are, the larger the area; the square is best. At most it is $25$ square meters.',
      why: 'The square of $9$ m by $9$ m is best. If the sides are $9 + d$ and $9 - d$, the area is $81 - d^2$, so each difference costs something.',
      wrong: {
        '80': 'Very close. Can the two sides come even closer to each other?',
        '324': 'The fence has to go around all four sides, so length and width together are half of it.',
        '36': 'This is the length of the fence.',
      },
      aliases: ['largest area with a fixed perimeter', 'fence problem'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A right triangle has the legs $14$ cm and $9$ cm. How large is its area?',
      a: '63',
      unit: 'cm^2',
      hints: [
        'In a right triangle one leg can serve as the base. And the height?',
        'The legs meet at a right angle, so one is the base and the other is the height.',
        'It is half of the rectangle with the two legs as sides.',
      ],
      why: 'Half of $14 \\cdot 9$. No other length is needed, because the legs stand upright on each other.',
      wrong: {
        '126': 'This is the rectangle. The triangle is a part of it.',
        '23': 'You added the legs.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'A trapezoid has an area of $65\\ \\text{cm}^2$ and a height of $5$ cm. One of its parallel sides is $9$ cm. How long is the other?',
      a: '17',
      unit: 'cm',
      hints: [
        'Go backwards from the area.',
        'Area is average width times height. So first find the average width.',
        'The average width is thirteen. Which side has, together with nine, this average?',
      ],
      example:
        'A trapezoid has an area of $48$ square centimeters and a height of $6$ cm; one parallel side is $5$ cm. The average width is $48 \\div 6 = 8$ cm. So the two sides are together twice that, $16$ cm. One of them is $5$ cm, and the other is the rest: $16 - 5$. It is $11$ cm long.',
      why: '$65 \\div 5 = 13$ is the average, so the two sides are $26$ cm together, and $26 - 9$ is the other.',
      wrong: {
        '4': 'Thirteen is the *average* of the two sides, not their sum.',
        '13': 'This is the average of the two sides.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'All sides of a square are made half as long again, so that $2$ cm become $3$ cm. How does the area change?',
      a: 'b',
      choices: [
        'It becomes $1.5$ times as large.',
        'It becomes $2.25$ times as large.',
        'It becomes $3$ times as large.',
        'It grows by $1\\ \\text{cm}^2$.',
      ],
      hints: [
        'Take the example from the text and work out both areas.',
        'The factor of the sides acts once in each direction.',
        'Compare three times three with two times two.',
      ],
      example:
        'The sides of a square are made a quarter longer, so that $4$ cm become $5$ cm. The old area is $4 \\cdot 4 = 16$, the new one is $5 \\cdot 5 = 25$. The factor of the sides is $1.25$, and $25 \\div 16 = 1.5625$, which is $1.25 \\cdot 1.25$. So the area becomes about $1.56$ times as large.',
      why: '$1.5 \\cdot 1.5 = 2.25$: the factor is used for the length and again for the width.',
      wrong: {
        a: 'That is the factor for the sides. An area has two directions.',
        c: 'Compare the areas in the example: four and nine.',
        d: 'That is what the side grows by, in cm.',
      },
    }),
  ],
};
