import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Geometry review',
  type: 'summary',
  weight: 0.7,
  estimatedDurationMinutes: 45,
  description:
    'Angles, triangles, circles and solids in one place, mixed as they are in a test and in real things. The first question is always which figure hides inside.',
  prerequisites: ['The theorem of Pythagoras', 'Similarity and scale', 'Volume'],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'In a quadrilateral three angles are $85°$, $110°$ and $72°$. How large is the fourth?',
      a: '93',
      unit: 'degrees',
      hints: [
        'Cut the quadrilateral along a diagonal. What do you get?',
        'Two triangles with $180°$ each make the sum of all the angles.',
        'All four angles make $360°$. Add the three that you know.',
      ],
      example:
        'A quadrilateral has angles of $75°$, $130°$ and $95°$. A diagonal cuts it in two triangles, and their angles together are the angles of the quadrilateral: $2 \\cdot 180° = 360°$. The three known ones make $75 + 130 + 95 = 300$. So for the fourth there remains $360° - 300°$. It is $60°$.',
      why: '$360° - 267° = 93°$. The diagonal trick works for each polygon: a pentagon has three triangles, and so on.',
      wrong: {
        '267': 'This is the sum of the three known angles.',
        '83': 'Add the three known angles again.',
      },
      aliases: ['angles in a quadrilateral', 'fourth angle'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Which unit fits the question “How much paint do I need for this wall?”, if a can says what it covers?',
      a: 'b',
      choices: ['meter', 'square meter', 'cubic meter', 'liter per meter'],
      hints: [
        'Does paint follow a line, cover a surface, or fill a space?',
        'Lengths have one direction, areas two, volumes three. The unit shows it.',
        'The wall has a length and a height, and paint covers both.',
      ],
      why: 'Paint covers a surface, and surfaces are counted in squares. Asking for the unit first often tells you which formula you need.',
      wrong: {
        a: 'This is for lines, such as a fence or an edge.',
        c: 'This is for what fits *inside* the room.',
        d: 'The wall has two directions, so a plain meter is not enough.',
      },
      aliases: ['which unit for area'],
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'A triangle has three equal sides, and so three equal angles of $60°$. What is it called?',
      a: 'equilateral',
      also: ['equilateral triangle', 'an equilateral triangle', 'regular triangle', 'equiangular'],
      hints: [
        'It is not just isosceles: *all* sides agree.',
        'The name is Latin for “equal-sided”.',
        'It begins like “equal”; the other part is “lateral”, as in a lateral pass in football, to the side.',
      ],
      why: '“Equi” means equal, “latus” means side. It is the only triangle whose angles you know without being told any.',
      wrong: {
        isosceles: 'That needs only two equal sides.',
        scalene: 'That has three different sides.',
      },
      aliases: ['triangle with three equal sides'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which statements are true for *every* triangle?',
      a: 'a,d',
      choices: [
        'Its angles add up to $180°$.',
        'The squares of two sides add up to the square of the third.',
        'It has at least one angle of $60°$.',
        'Its longest side lies opposite its largest angle.',
        'It has two equal sides.',
      ],
      hints: [
        'For each statement, try to draw a triangle that breaks it.',
        'Some of these facts belong only to special triangles: right, isosceles or equilateral.',
        'Test each one with the triangle of angles $40°$, $50°$ and $90°$, and with a very flat one.',
      ],
      why: 'The sum of angles and the order of sides and angles hold for all triangles. Pythagoras needs a right angle, and equal sides are special too.',
      wrong: {
        'a,b': 'One of these holds only in right triangles.',
        a: 'This is true. Think about the widest angle and the side across from it as well.',
        'a,c': 'Can you draw a triangle with angles of $45°$, $45°$ and $90°$?',
      },
      aliases: ['facts about all triangles'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'A kite string of $65$ m is stretched tight. The kite floats exactly above a tree that is $25$ m away from the hand, measured along the ground. How high above the hand is the kite?',
      a: '60',
      unit: 'm',
      hints: [
        'Draw hand, tree and kite. Where is the right angle?',
        'The string lies opposite the right angle, so it is the hypotenuse.',
        'The square of the height is $4225 - 625$.',
      ],
      example:
        'A cable of $29$ m goes from the top of a mast to the ground, $20$ m from its foot. Mast and ground make the right angle, and the cable is the hypotenuse. So the square of the height is $29^2 - 20^2 = 841 - 400 = 441$. The root of $441$ is $21$. The mast is $21$ m high.',
      why: '$65^2 - 25^2 = 3600$. It is the triangle $5, 12, 13$, five times as large.',
      wrong: {
        '40': 'You subtracted the lengths, but the theorem is about squares.',
        '69.6': 'You added the squares. The string is the longest side.',
      },
      aliases: ['height of a kite', 'pythagoras story'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A window consists of a rectangle, $8$ dm wide and $11$ dm high, with a semicircle on top of it, over the whole width. Give its area in $\\text{dm}^2$, exactly, with pi.',
      a: '88 + 8*pi',
      hints: [
        'Cut the figure in two parts that you know.',
        'Rectangle plus half of a circle. The width of the rectangle is the diameter of the circle.',
        'The radius is four. Half of $16\\pi$ has to be added to the rectangle.',
      ],
      example:
        'A gate is a rectangle, $6$ m wide and $5$ m high, with a semicircle on top. The rectangle has $6 \\cdot 5 = 30$ square meters. The diameter of the semicircle is the width, so its radius is $3$ m. The full circle would have $9\\pi$, and half of it is $4.5\\pi$. The gate has $30 + 4.5\\pi$ square meters.',
      why: '$8 \\cdot 11$ for the rectangle and $\\frac{1}{2} \\cdot \\pi \\cdot 4^2$ for the half circle. The two cannot be merged, since one has a $\\pi$ and the other does not.',
      wrong: {
        '88 + 16*pi': 'On top there is only half of a circle.',
        '88 + 32*pi': 'The width is the diameter. The formula needs the radius.',
        '88 + 4*pi': 'This is the length of the bow. You need its area.',
      },
      aliases: ['area of a window with a semicircle', 'composite area with circle'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'A pole of $2$ m casts a shadow of $3$ m. At the same time the shadow of a house is $13.5$ m long. How high is the house?',
      a: '9',
      unit: 'm',
      hints: [
        'Pole and house stand in the same sunlight.',
        'Equal angles make the triangles similar, so height and shadow have the same ratio in both.',
        'The pole is two thirds of its shadow. Take the same part of the long shadow.',
      ],
      example:
        'A child of $1.2$ m casts a shadow of $1.5$ m, and a lamp post one of $5$ m. Both stand upright in the same sun, so their triangles are similar. The child is $1.2 \\div 1.5 = 0.8$ of the shadow. The lamp post is the same part of its own shadow: $5 \\cdot 0.8$. It is $4$ m high.',
      why: '$13.5 \\div 3 \\cdot 2$. The long shadow is $4.5$ times the short one, so the house is $4.5$ times the pole.',
      wrong: {
        '12.5': 'You subtracted one meter. Similar triangles share a ratio, not a difference.',
        '20.25': 'The ratio is upside down: the shadows are longer than the things.',
      },
      aliases: ['shadow problem', 'similar triangles story'],
    }),
    story(
      'A grain silo is a cylinder with a cone as its roof. Both have a diameter of $6$ m. The cylinder is $10$ m high, and the roof is $4$ m high.',
      [
        {
          level: 2,
          kind: 'expression',
          q: 'How many cubic meters of grain fit into the cylinder? Give the exact value, with pi.',
          a: '90*pi',
          hints: [
            'Start with the floor: which figure is it?',
            'Base times height. The base is a circle, and its radius is half of the diameter.',
            'The floor has $9\\pi\\ \\text{m}^2$. The grain can stand ten meters high.',
          ],
          why: '$\\pi \\cdot 3^2 \\cdot 10 = 90\\pi$, about $283$ cubic meters.',
          wrong: {
            '360*pi': 'You used the diameter. The formula needs the radius.',
            '60*pi': 'This is the wall. For the volume the radius is squared.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'How long is a rafter that goes from the tip of the roof down to its edge?',
          a: '5',
          unit: 'm',
          hints: [
            'Cut the roof straight through the middle. Which triangle do you see in one half?',
            'Height of the roof and radius meet at a right angle; the rafter is the hypotenuse.',
            'The legs are four and three meters long. Add their squares and take the root.',
          ],
          example:
            'A round tent is $12$ m high in the middle, and its edge is $9$ m from the middle. How long is the cloth from tip to edge? Cut through the middle: height and radius are the legs of a right triangle, and the cloth is the hypotenuse. $144 + 81 = 225$, and the root of $225$ is $15$. The cloth is $15$ m long.',
          why: '$16 + 9 = 25$, and its root is $5$. In cones the right triangle hides between height, radius and edge.',
          wrong: {
            '7.21': 'You used the diameter as a leg. From the middle to the edge it is only the radius.',
            '7': 'You added the lengths. The theorem is about squares.',
          },
        },
        {
          level: 4,
          kind: 'number',
          q: 'How many cubic meters does the whole silo hold, roof included? Round to a whole number.',
          a: '320',
          tolerance: 0.003,
          unit: 'm^3',
          hints: [
            'Add the room under the roof to the room in the cylinder.',
            'A cone has a third of the volume of a cylinder with the same base and height.',
            'The roof has $\\frac{1}{3} \\cdot 9\\pi \\cdot 4$. Add it to the cylinder while $\\pi$ is still a letter, and round at the end.',
          ],
          example:
            'A tower is a cylinder, $2$ m in radius and $5$ m high, with a cone of $3$ m on top. The cylinder has $4\\pi \\cdot 5 = 20\\pi$, the cone $\\frac{1}{3} \\cdot 4\\pi \\cdot 3 = 4\\pi$ cubic meters. Together that is $24\\pi$. Only now take the calculator: $24 \\cdot 3.1416$. The tower has about $75$ cubic meters.',
          why: '$90\\pi + 12\\pi = 102\\pi \\approx 320$. Rounding only once, at the end, keeps the result clean.',
          wrong: {
            '396': 'A roof that comes to a point has only a third of its cylinder.',
            '283': 'This is the cylinder alone.',
            '1282': 'You used the diameter in place of the radius.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'interval',
      q: 'A rhombus has four sides of $5$ cm, and you can push it flatter or straighter. Between which values can its area (in $\\text{cm}^2$) lie, if it must not be completely flat? Write an interval, like (2, 5].',
      a: '(0, 25]',
      hints: [
        'Build it from four sticks and lean it over. When is the area largest, and when is it almost gone?',
        'The area is base times height. The base stays the same while the height changes.',
        'The height can be at most a whole side, when the angles are right. Is this case allowed, and the flat one?',
      ],
      example:
        'A parallelogram has sides of $4$ cm and $3$ cm. Standing upright it is a rectangle with $4 \\cdot 3 = 12$ square centimeters, and this case is allowed. Leaned over, its height gets smaller and smaller, and the area comes as near to zero as you like without reaching it. So zero is left out and twelve belongs to it: $(0, 12]$.',
      why: 'Upright it is a square with the largest area; leaning, the height shrinks towards zero. The same four sides enclose very different areas.',
      wrong: {
        '[0, 25]': 'May it be completely flat?',
        '(0, 25)': 'Is the upright case allowed?',
        '(0, 20]': 'That is the perimeter. Think of base times height.',
      },
      aliases: ['area of a leaning rhombus', 'largest area of a rhombus'],
    }),
    item({
      level: 4,
      kind: 'number',
      q: 'A sheet of paper has the property that, cut in half across its long side, each half has the same shape as the whole. Its short side is $21$ cm. How long is the long side? Round to one decimal.',
      a: '29.7',
      tolerance: 0.0015,
      unit: 'cm',
      hints: [
        'Call the long side $x$. What are the two sides of a half?',
        'Same shape means: long divided by short is the same number for the whole and for the half.',
        'The equation is $\\frac{x}{21} = \\frac{21}{x / 2}$. Multiply it out to get $x^2$.',
      ],
      example:
        'A strip has the property that a *third* of it, cut across, has the same shape as the whole. Its short side is $10$ cm, its long side $x$. The third has the sides $10$ and $\\frac{x}{3}$. Same shape: $\\frac{x}{10} = \\frac{10}{x / 3}$. Multiplied out: $x^2 = 300$. The root is about $17.3$. The long side is about $17.3$ cm.',
      why: '$x^2 = 2 \\cdot 21^2$, so $x = 21\\sqrt{2} \\approx 29.7$. It is the sheet A4, and that is why two A5 pages fit on it without waste.',
      wrong: {
        '42': 'Then a half would be a square, and the whole is not.',
        '31.5': 'Test it: is the long side of the half divided by its short side the same ratio?',
        '882': 'This is $x^2$.',
      },
      aliases: ['a4 paper ratio', 'paper format same shape when halved'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A rectangle has a diagonal of $20$ cm and is $16$ cm long. How large is its area?',
      a: '192',
      unit: 'cm^2',
      hints: [
        'One side is missing. The diagonal helps to find it.',
        'Diagonal, length and width make a right triangle.',
        'The square of the width is $400 - 256$. With the width you can find the area.',
      ],
      example:
        'A rectangle has a diagonal of $13$ cm and is $5$ cm wide. The diagonal is the hypotenuse, so the square of the length is $169 - 25 = 144$, and the length is $12$ cm. The area is length times width: $12 \\cdot 5$. A diagonal alone is not a side, so it plays no part in the last step. The area is $60$ square centimeters.',
      why: 'The width is $12$ cm, and $16 \\cdot 12 = 192$.',
      wrong: {
        '320': 'The diagonal is not a side.',
        '64': 'You found the width by subtracting lengths. The theorem is about squares.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'A cube has a surface of $150\\ \\text{cm}^2$. How large is its volume?',
      a: '125',
      unit: 'cm^3',
      hints: [
        'Go from the surface to a face, from the face to an edge, from the edge to the volume.',
        'A cube has six equal squares as its faces.',
        'One face has twenty-five square centimeters. How long is an edge?',
      ],
      example:
        'A cube has a surface of $96$ square centimeters. It has six equal faces, so one face has $96 \\div 6 = 16$ square centimeters. A face is a square, so an edge is $\\sqrt{16} = 4$ cm long. Three edges meet in each corner, and the volume is $4 \\cdot 4 \\cdot 4$. It is $64$ cubic centimeters.',
      why: '$150 \\div 6 = 25$, the edge is $5$ cm, and $5^3 = 125$. The edge is the key to everything else in a cube.',
      wrong: {
        '25': 'This is the area of one face.',
        '15625': 'You took the face for the edge.',
        '150': 'Surface and volume are counted in different units.',
      },
    }),
    testItem({
      level: 4,
      kind: 'number',
      q: 'A square and a circle have the same perimeter of $40$ cm. By how many square centimeters is the area of the circle larger? Round to one decimal.',
      a: '27.3',
      tolerance: 0.005,
      unit: 'cm^2',
      hints: [
        'From the perimeter find the side of the square and the radius of the circle.',
        'Circumference is $2\\pi r$, area is $\\pi r^2$.',
        'The radius is $40 \\div (2\\pi)$, about $6.366$. Work out both areas and subtract.',
      ],
      example:
        'A square and a circle both have a perimeter of $20$ cm. The square has sides of $5$ cm, so its area is $25$. The circle has a radius of $20 \\div (2\\pi)$, about $3.183$ cm, and so an area of $\\pi \\cdot 3.183^2$, about $31.8$. The circle holds more with the same edge. The difference is about $6.8$ square centimeters.',
      why: 'The circle has about $127.3\\ \\text{cm}^2$, the square $100\\ \\text{cm}^2$. Of all figures with the same perimeter the circle has the largest area.',
      wrong: {
        '127.3': 'This is the area of the circle. How much *larger* is it than the square?',
        '409.3': 'You used the diameter as the radius.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'All lengths of a statue are made $2$ times as large. The material stays the same. How much heavier is the new statue?',
      a: 'd',
      choices: ['$2$ times as heavy', '$4$ times as heavy', '$6$ times as heavy', '$8$ times as heavy'],
      hints: [
        'Does weight belong to length, to surface or to volume?',
        'Volumes have three directions, so the factor acts three times.',
        'Think of a cube with edge one and a cube with edge two. How many small ones make the large one?',
      ],
      example:
        'All lengths of a toy are made three times as large, with the same material. Its weight belongs to its volume. It becomes three times as long, three times as wide and three times as high, so $3 \\cdot 3 \\cdot 3 = 27$ times as much material is needed. The new toy is $27$ times as heavy.',
      why: '$2 \\cdot 2 \\cdot 2 = 8$. That is also why an elephant needs such thick legs: weight grows with the third power, the cross-section of a leg only with the second.',
      wrong: {
        a: 'That is the factor for lengths.',
        b: 'That is the factor for surfaces.',
        c: 'The factor acts three times, but as a factor, not as a sum.',
      },
    }),
  ],
};
