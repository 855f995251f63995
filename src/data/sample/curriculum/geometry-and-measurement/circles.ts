import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Circles',
  type: 'chapter',
  weight: 0.8,
  estimatedDurationMinutes: 35,
  description:
    'One number, $\\pi$, connects the width of every circle with its edge and its area. You learn to measure circles and parts of circles, exactly and rounded.',
  prerequisites: ['Area'],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'A circle has a radius of $9$ cm. How long is its diameter?',
      a: '18',
      unit: 'cm',
      hints: [
        'Draw both in a circle: one goes from the middle to the edge, the other from edge to edge.',
        'The diameter goes through the middle, so it consists of two radii.',
        'Lay two radii of nine centimeters end to end.',
      ],
      example:
        'A circle has a radius of $4$ cm. From the edge to the middle are $4$ cm, and from there to the other edge $4$ cm more: the diameter is $4 + 4 = 8$ cm.',
      why: 'From edge to middle is one radius, from the middle to the other edge is another. So the diameter is twice the radius.',
      wrong: {
        '4.5': 'You halved it. Which of the two is longer?',
        '9': 'This is the radius, from the middle to the edge.',
      },
      aliases: ['radius and diameter'],
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'What do we call the length of the edge of a circle, all the way around?',
      a: 'circumference',
      also: ['the circumference'],
      hints: [
        'Other figures have a more general word for the way around them; the circle has one of its own.',
        'It is Latin for “carrying around”. Its first part sounds like “circle”.',
        'It begins with “circum-”, like the word for sailing around the world.',
      ],
      why: '“Circum” means around. It is a length, so it is measured in cm or m, unlike the area of the circle.',
      wrong: {
        perimeter: 'That is the general word for any figure, and it is not wrong. Circles have a special name; which?',
        diameter: 'That goes straight through the middle, not around.',
        area: 'That is the space inside.',
        radius: 'That goes from the middle to the edge.',
      },
      aliases: ['length around a circle'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'A string is laid once around a round table. About how many times does the diameter of the table fit into the string?',
      a: 'c',
      choices: ['About $2$ times', 'Exactly $3$ times', 'A little more than $3$ times', 'A little more than $6$ times'],
      hints: [
        'Try it with a cup, or think of the number $\\pi$.',
        'Circumference divided by diameter is the same number for every circle.',
        'Think of the first digits of $\\pi$ and compare them with the choices.',
      ],
      why: 'Circumference divided by diameter is $\\pi \\approx 3.14$ for each circle, whether a coin or the equator. A six-sided figure inside the circle has exactly three diameters, and the circle is a bit longer.',
      wrong: {
        a: 'Walking there and back on a straight line would take two diameters. Around is longer.',
        b: 'Close. But the number $\\pi$ has digits after the point.',
        d: 'That would be for the radius. The question is about the diameter.',
      },
      aliases: ['what is pi', 'circumference divided by diameter'],
    }),
    item({
      level: 2,
      kind: 'expression',
      q: 'A circle has a radius of $7$ cm. Give its circumference in centimeters, exactly, with pi (like 3*pi).',
      a: '14*pi',
      hints: [
        'Find the diameter first.',
        'The circumference is $\\pi$ times the diameter.',
        'The diameter is twice seven. Write it in front of $\\pi$ and do not round.',
      ],
      example:
        'A circle has a radius of $4$ cm. Its diameter is twice the radius: $8$ cm. The circumference is $\\pi$ times the diameter, so it is eight times $\\pi$. If we left it at a rounded $25.1$ cm we would lose a little; with the letter it stays exact. The circumference is $8\\pi$ cm.',
      why: '$2 \\cdot \\pi \\cdot 7 = 14\\pi$. The letter $\\pi$ stands for a number with endlessly many digits, so only the letter is exact.',
      wrong: {
        '7*pi': 'You used the radius. The formula with $\\pi$ alone needs the diameter.',
        '49*pi': 'This is the area. A circumference has no square in it.',
      },
      aliases: ['circumference formula', 'exact answer with pi'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'A circle has a radius of $5$ cm. How large is its area? Round to one decimal.',
      a: '78.5',
      tolerance: 0.001,
      unit: 'cm^2',
      hints: [
        'Think of a square on the radius. A bit more than three of them make the circle.',
        'The area of a circle is $\\pi$ times the square of the radius.',
        'Square the five first, then multiply by $3.1416$.',
      ],
      example:
        'A circle has a radius of $4$ cm. A square on the radius has $4 \\cdot 4 = 16$ square centimeters. The circle is as large as $\\pi$ such squares: $\\pi \\cdot 16$. With $\\pi \\approx 3.1416$ the calculator shows $50.265$. Rounded to one decimal, the area is $50.3$ square centimeters.',
      why: '$\\pi \\cdot 25 \\approx 78.5$. Four squares on the radius surround the circle, so $\\pi$ of them, a bit over three, is believable.',
      wrong: {
        '31.4': 'This is the circumference. Check the unit that is asked for.',
        '246.7': 'You multiplied by $\\pi$ before squaring. Only the radius is squared.',
        '314.2': 'You used the diameter. The formula needs the radius.',
      },
      aliases: ['area of a circle', 'pi r squared'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'The circumference of a round pond is $62.8$ m. How long is its radius? Use $\\pi \\approx 3.14$.',
      a: '10',
      tolerance: 0.005,
      unit: 'm',
      hints: [
        'Go backwards: from around, to across, to the middle.',
        'Circumference is $\\pi$ times the diameter, so dividing takes you back to the diameter.',
        'The diameter is $62.8 \\div 3.14$. The radius is a part of it.',
      ],
      example:
        'The circumference of a wheel is $157$ cm. How long is its radius? The circumference is $3.14$ times the diameter, so the diameter is $157 \\div 3.14 = 50$ cm. The radius goes only from the middle to the edge, so it is half of this. A check: $2 \\cdot 3.14 \\cdot 25 = 157$. The radius is $25$ cm.',
      why: '$62.8 \\div 3.14 = 20$ is the diameter, and half of it is the radius.',
      wrong: {
        '20': 'This is the diameter.',
        '4.47': 'No square and no root are needed here: that belongs to the area.',
        '197.2': 'You multiplied by $\\pi$. Go the other way.',
      },
      aliases: ['radius from circumference'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'The radius of a circle is doubled. What is true?',
      a: 'a,c',
      choices: [
        'Its circumference is doubled.',
        'Its area is doubled.',
        'Its area becomes four times as large.',
        'The number $\\pi$ is doubled.',
        'Its diameter becomes four times as long.',
      ],
      hints: [
        'Try it with two circles of radius $1$ and $2$, and leave $\\pi$ as a letter.',
        'Lengths grow with the factor; areas grow with its square; $\\pi$ is a fixed number.',
        'Compare $2\\pi r$ and $\\pi r^2$ for both radii.',
      ],
      why: 'The circumference is a length, so it doubles; the area has the square of the radius, so it becomes four times as large. $\\pi$ never changes.',
      wrong: {
        'a,b': 'Work out the area for radius one and for radius two.',
        a: 'This is true. What about the area?',
        'a,c,e': 'The diameter is a length: it is always two radii.',
      },
      aliases: ['double the radius'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A slice of a round cake has a radius of $12$ cm and an angle of $60°$ at its tip. Give the area of its top in $\\text{cm}^2$, exactly, with pi.',
      a: '24*pi',
      hints: [
        'Which part of the whole cake is this slice?',
        'The part of the area is the same as the part of the full turn.',
        'The whole top has $144\\pi$. How many such slices make a full turn of $360°$?',
      ],
      example:
        'A slice of a round cake has a radius of $10$ cm and an angle of $72°$. How many such slices fit in a full turn? $360 \\div 72 = 5$. So the slice is a fifth of the cake. The whole top has $\\pi \\cdot 10^2 = 100\\pi$ square centimeters. A fifth of it is $20\\pi$ square centimeters.',
      why: 'Sixty degrees are a sixth of the full turn, and a sixth of $144\\pi$ is $24\\pi$. The slice shares its part of everything: angle, edge and area.',
      wrong: {
        '4*pi': 'This is the length of the outer edge of the slice. The question asks for the area.',
        '144*pi': 'This is the whole cake.',
        '2*pi': 'Did you square the radius?',
      },
      aliases: ['area of a sector', 'slice of a circle'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Points $A$ and $B$ are the ends of a diameter of a circle. $C$ is another point on the circle. The angle at $A$ in the triangle $ABC$ is $34°$. How large is the angle at $B$?',
      a: '56',
      unit: 'degrees',
      hints: [
        'Draw it, and look at the angle at $C$. Move $C$ along the circle: what do you notice?',
        'Thales: if one side of a triangle is a diameter, the angle opposite it, on the circle, is a right angle.',
        'The angles at $A$ and $B$ share what the right angle at $C$ leaves of $180°$.',
      ],
      example:
        '$PQ$ is a diameter, $R$ lies on the circle, and the angle at $P$ is $27°$. How large is the angle at $Q$? By the theorem of Thales the angle at $R$ is a right angle. So the other two angles make $90°$ together. Take away the known one: $90° - 27°$. The angle at $Q$ is $63°$.',
      why: "The angle at $C$ is $90°$, so $A$ and $B$ share $90°$. Thales' theorem follows from two isosceles triangles: draw the radius from the middle to $C$.",
      wrong: {
        '146': 'There is a third angle in the triangle, and it is a special one.',
        '34': 'If both angles were equal, they would fill $90°$ together. What does $A$ leave over of that?',
        '73': 'The triangle need not be isosceles. Which angle is fixed by the diameter?',
      },
      aliases: ['thales theorem', 'angle in a semicircle'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A ring is cut out of paper. Its outer radius is $10$ cm and its inner radius is $6$ cm. Give the area of the ring in $\\text{cm}^2$, exactly, with pi.',
      a: '64*pi',
      hints: [
        'A ring is a large circle with a hole.',
        'Work out the areas of both circles, then take the hole away.',
        'The large one has $100\\pi$. The hole has $\\pi$ times the square of its radius.',
      ],
      example:
        'A ring has an outer radius of $9$ cm and an inner radius of $5$ cm. The large circle has $\\pi \\cdot 81$, the hole has $\\pi \\cdot 25$ square centimeters. Take the hole away: $81\\pi - 25\\pi$. Like terms can be collected, and $\\pi$ behaves like a letter here. The area of the ring is $56\\pi$ square centimeters.',
      why: '$100\\pi - 36\\pi = 64\\pi$. Square first and subtract afterwards: the difference of squares is not the square of the difference.',
      wrong: {
        '16*pi': 'You subtracted the radii first. Square each of them, then subtract.',
        '136*pi': 'You added the hole.',
        '8*pi': 'This has to do with circumferences. An area needs squares.',
      },
      aliases: ['area of a ring', 'annulus'],
    }),
    story(
      'A pizzeria sells two round pizzas of the same thickness: the small one with a diameter of $30$ cm for \\$9, and the large one with a diameter of $40$ cm for \\$14.',
      [
        {
          level: 2,
          kind: 'expression',
          q: 'How large is the small pizza? Give its area in $\\text{cm}^2$, exactly, with pi.',
          a: '225*pi',
          hints: [
            'The diameter is given. The formula wants something else.',
            'The area is $\\pi$ times the square of the radius.',
            'The radius is fifteen centimeters. Square it and leave $\\pi$ as it is.',
          ],
          why: 'The radius is $15$ cm, and $15^2 = 225$. If you square the diameter by mistake, you get four pizzas.',
          wrong: {
            '900*pi': 'You squared the diameter. The formula needs the radius.',
            '30*pi': 'This is the circumference.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'How many times as large as the small pizza is the large one? Round to two decimals.',
          a: '1.78',
          tolerance: 0.003,
          also: ['16/9'],
          hints: [
            'Compare areas, not diameters.',
            'If lengths grow by a factor, areas grow by its square.',
            'The factor of the diameters is $40 \\div 30$. Use it twice, once for each direction.',
          ],
          example:
            'How many times as large is a round table of $120$ cm diameter as one of $80$ cm? The diameters have the factor $120 \\div 80 = 1.5$. An area has two directions, so the factor acts twice: $1.5 \\cdot 1.5$. You get the same from $3600\\pi \\div 1600\\pi$. The large table is $2.25$ times as large.',
          why: '$\\frac{400\\pi}{225\\pi} = \\frac{16}{9} \\approx 1.78$. The $\\pi$ cancels, so the comparison needs no $\\pi$ at all.',
          wrong: {
            '1.33': 'This is the factor of the diameters. An area has two directions.',
            '0.56': 'You divided the small one by the large one.',
          },
        },
        {
          level: 4,
          kind: 'choice',
          q: 'Which pizza gives more pizza for your money?',
          a: 'b',
          choices: [
            'The small one, because it costs less.',
            'The large one: it costs about $1.56$ times as much but has about $1.78$ times the area.',
            'Both are the same, because price and diameter grow alike.',
            'The small one: it costs $30$ cents a centimeter, the large one $35$ cents.',
          ],
          hints: [
            'You have compared the areas. Now compare the prices in the same way.',
            'If the area grows by a larger factor than the price, the larger one is the better deal.',
            'Divide \\$14 by \\$9, and set that factor beside the factor of the areas.',
          ],
          example:
            'Juice: $0.5$ liters cost \\$1.20 and $0.75$ liters cost \\$1.60. The larger bottle holds $0.75 \\div 0.5 = 1.5$ times as much. It costs $1.6 \\div 1.2$, about $1.33$ times as much. The content has grown more than the price, so each liter has become cheaper. The larger bottle is the better deal.',
          why: 'You eat area, not diameter. The price grows less than the area, so each square centimeter of the large pizza is cheaper: about $1.1$ cents against $1.3$ cents.',
          wrong: {
            a: 'It costs less, but it is also smaller. Compare price *and* area.',
            c: 'The price does not grow like the diameter. And do you eat the diameter?',
            d: 'The numbers are right, but a centimeter of diameter is not what you eat.',
          },
          aliases: ['which pizza is the better deal'],
        },
      ],
    ),
    item({
      level: 4,
      kind: 'number',
      q: 'A running track consists of two straight parts of $80$ m and two semicircles with a diameter of $50$ m. By how many meters is a lap longer if you run $1$ m further out all the time? Round to two decimals.',
      a: '6.28',
      tolerance: 0.0006,
      unit: 'm',
      hints: [
        'What becomes longer when you run further out: the straight parts, the bends, or both?',
        'The two bends together are one full circle. Its diameter grows by the extra distance on *both* sides.',
        'Compare $\\pi \\cdot 50$ with the same formula for the larger diameter.',
      ],
      example:
        'A round flower bed has a diameter of $4$ m. Anna walks along its edge, Ben $3$ m further out. How much longer is his way? His diameter is $3 + 3 = 6$ m larger than hers, so his way is $\\pi \\cdot 6$ longer, whatever the size of the bed. With $\\pi \\approx 3.1416$ that is $18.85$ m.',
      why: 'The straight parts stay as they are. The circle of the bends gets a diameter that is $2$ m larger, so it is $2\\pi \\approx 6.28$ m longer. The size of the track does not matter at all.',
      wrong: {
        '3.14': 'One meter further out changes the diameter on both sides.',
        '323.36': 'This is the whole lap further out. How much *longer* is it?',
        '2': 'This is how much the diameter grows.',
      },
      aliases: ['running track outer lane', 'how much longer is the outer lane'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A round mirror has a diameter of $60$ cm. How large is its area? Round to a whole number.',
      a: '2827',
      tolerance: 0.001,
      unit: 'cm^2',
      hints: [
        'The diameter is given.',
        'The formula for the area needs the radius, squared.',
        'Half of the diameter is thirty centimeters. Square it, then multiply by $\\pi$.',
      ],
      why: '$\\pi \\cdot 30^2 \\approx 2827$. Halve the diameter before you square.',
      wrong: {
        '11310': 'You squared the diameter.',
        '188': 'This is the circumference.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'A bicycle wheel has a diameter of $70$ cm. How many full turns does it make over a distance of $1$ km? Round down to a whole number.',
      a: '454',
      unit: 'turns',
      hints: [
        'How far does the bicycle go in one turn of the wheel?',
        'In one turn the wheel rolls off its circumference. Use the same unit for both lengths.',
        'The circumference is about $2.199$ m. How often does it fit into the whole distance?',
      ],
      example:
        'A wheel has a diameter of $50$ cm. How many full turns on $100$ m? In one turn it rolls off its circumference: $\\pi \\cdot 0.5$, about $1.571$ m. The distance is $100$ m, so divide: $100 \\div 1.571 \\approx 63.7$. The last turn is not complete, so we round down. The wheel makes $63$ full turns.',
      why: '$1000 \\div 2.199 \\approx 454.7$, and the last turn is not complete. A wheel is a machine that measures with its circumference.',
      wrong: {
        '909': 'You used the radius. One turn rolls off $\\pi$ times the diameter.',
        '1428': 'You divided by the diameter. The wheel rolls off its edge.',
        '455': 'The last turn is not complete.',
      },
    }),
    testItem({
      level: 3,
      kind: 'expression',
      q: 'A square has sides of $8$ cm. The largest possible circle is cut out of it. Give the area of the waste in $\\text{cm}^2$, exactly, with pi.',
      a: '64 - 16*pi',
      hints: [
        'How wide is the largest circle that fits in the square?',
        'The waste is the square without the circle.',
        'The circle touches all four sides, so its radius is half a side. Write square minus circle.',
      ],
      example:
        'A square has sides of $6$ cm, and the largest possible circle is cut out. Its diameter is as long as a side, so its radius is $3$ cm and its area is $\\pi \\cdot 3^2 = 9\\pi$. The square has $36$ square centimeters. The waste is what remains: square minus circle, that is $36 - 9\\pi$ square centimeters.',
      why: 'The radius is $4$ cm, so the circle has $16\\pi$. The waste is about $21\\,\\%$ of the square, whatever its size.',
      wrong: {
        '64 - 64*pi': 'You used the side as the radius.',
        '64 - 8*pi': 'You subtracted the circumference. Use the area of the circle.',
      },
    }),
  ],
};
