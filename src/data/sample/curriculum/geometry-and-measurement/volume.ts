import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Volume',
  type: 'chapter',
  weight: 0.8,
  estimatedDurationMinutes: 40,
  description:
    'How much fits inside? You learn one idea for boxes, prisms and cylinders, namely base times height, meet cones and spheres, and see why a slightly larger bottle holds so much more.',
  prerequisites: ['Area', 'Circles'],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'A box is $5$ cm long, $4$ cm wide and $3$ cm high. How large is its volume?',
      a: '60',
      unit: 'cm^3',
      hints: [
        'Fill it with cubes of one centimeter. How many cover the floor?',
        'Volume is the number of cubes in one layer times the number of layers.',
        'The floor takes five times four cubes, and there are three layers.',
      ],
      example:
        'A box is $7$ cm long, $2$ cm wide and $6$ cm high. Cover the floor with unit cubes: seven in a row and two rows, so fourteen cubes. One layer is one centimeter high, and the box has room for six layers. So count the layers: $6 \\cdot 14$. Length times width times height says the same. The volume is $84$ cubic centimeters.',
      why: 'Three layers of twenty cubes. Length times width times height is nothing but counting cubes.',
      wrong: {
        '12': 'You added the lengths. How many cubes fit inside?',
        '20': 'This is only the bottom layer.',
        '94': 'This is the area of all six faces. The question is about the space inside.',
      },
      aliases: ['volume of a box', 'length times width times height'],
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'A cube has edges of $4$ cm. How large is its volume?',
      a: '64',
      unit: 'cm^3',
      hints: [
        'Length, width and height of a cube are all the same.',
        'The volume of a cube is its edge times itself, three times as a factor.',
        'One layer has sixteen unit cubes. How many layers are there?',
      ],
      example:
        'A cube has edges of $3$ cm. One layer has $3 \\cdot 3 = 9$ small cubes, and there are $3$ layers: $9 \\cdot 3 = 27$. Its volume is $27\\ \\text{cm}^3$.',
      why: '$4 \\cdot 4 \\cdot 4 = 64$. That is why $4^3$ is read “four cubed”.',
      wrong: {
        '12': 'You multiplied by three. The edge is a factor three times.',
        '16': 'This is one face, or one layer.',
        '96': 'This is the area of all the faces.',
      },
      aliases: ['volume of a cube'],
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'A ridge tent has two equal triangles as its ends and rectangles along its length. What is the name for a solid with two equal, parallel ends and straight edges between them?',
      a: 'prism',
      also: ['a prism', 'triangular prism', 'the prism'],
      hints: [
        'It is not a pyramid: nothing comes to a point.',
        'A piece of glass of this form splits white light into a rainbow and has the same name.',
        'It begins with “pr” and has five letters.',
      ],
      why: 'In a prism each slice parallel to the ends looks like the ends. That is why its volume is simply base times height.',
      wrong: {
        pyramid: 'That comes to a point at the top. Here both ends are equal.',
        cylinder: 'That has circles as its ends.',
        cube: 'That is a special one, with squares only.',
      },
      aliases: ['solid with two equal ends'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'An aquarium is $50$ cm long, $30$ cm wide and $40$ cm high. How many liters does it hold when it is full?',
      a: '60',
      unit: 'liters',
      hints: [
        'There are two jobs here: the volume, and the change of units.',
        'One liter is a cube of ten centimeters, which is $1000\\ \\text{cm}^3$.',
        'Measure in decimeters: five by three by four. A cubic decimeter is a liter.',
      ],
      example:
        'A tank is $80$ cm long, $20$ cm wide and $50$ cm high. In cubic centimeters: $80 \\cdot 20 \\cdot 50 = 80\\,000$. A liter has a thousand of them, so divide by a thousand. Or measure in decimeters from the start: $8 \\cdot 2 \\cdot 5$. Both ways lead to the same. The tank holds $80$ liters.',
      why: 'In decimeters it is $5 \\cdot 3 \\cdot 4$, and each cubic decimeter is a liter. Choosing a clever unit saves zeros.',
      wrong: {
        '60000': 'This is in cubic centimeters.',
        '600': 'A liter has a thousand cubic centimeters, not a hundred.',
        '120': 'You added the lengths. Volume is a product.',
      },
      aliases: ['liters in a tank', 'cubic centimeters to liters'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'A prism is $10$ cm long. Its ends are triangles with a base of $6$ cm and a height of $5$ cm. How large is its volume?',
      a: '150',
      unit: 'cm^3',
      hints: [
        'Stand it on one of its triangles. What is the floor, and how high does it rise?',
        'The volume of a prism is the area of its end times its length.',
        'The triangle is half of six times five. Multiply it by the length of the prism.',
      ],
      example:
        'A tent has the form of a prism. Its front is a triangle, $2$ m wide and $1.5$ m high, and it is $3$ m long. The front has an area of $\\frac{1}{2} \\cdot 2 \\cdot 1.5 = 1.5$ square meters. Imagine this triangle pushed along the length of the tent: area times length, $1.5 \\cdot 3$. Its volume is $4.5$ cubic meters.',
      why: 'The end has $15\\ \\text{cm}^2$, and it is pushed through ten centimeters. Base times length holds for each prism.',
      wrong: {
        '300': 'The ends are triangles, so something has to be halved.',
        '21': 'You added the lengths.',
        '75': 'You halved twice.',
      },
      aliases: ['volume of a triangular prism'],
    }),
    item({
      level: 2,
      kind: 'expression',
      q: 'A cylinder has a radius of $3$ cm and a height of $10$ cm. Give its volume in $\\text{cm}^3$, exactly, with pi (like 5*pi).',
      a: '90*pi',
      hints: [
        'Which figure is the floor of a cylinder?',
        'Base times height works here too; the base is a circle.',
        'The circle has $9\\pi\\ \\text{cm}^2$. Multiply it by the height.',
      ],
      example:
        'A cylinder has a radius of $2$ cm and a height of $7$ cm. Its base is a circle with an area of $\\pi \\cdot 2^2 = 4\\pi$ square centimeters. Think of a pile of such circles, seven centimeters high. Base times height is $4\\pi \\cdot 7$. The volume is $28\\pi$, about $88$ cubic centimeters.',
      why: '$\\pi \\cdot 3^2 \\cdot 10 = 90\\pi$. A cylinder is a prism with a round base, so the same idea holds.',
      wrong: {
        '60*pi': 'This is the area of the side. The base is a circle, with a square in its formula.',
        '30*pi': 'The radius has to be squared.',
        '300*pi': 'You took the square of the height in place of the square of the radius.',
      },
      aliases: ['volume of a cylinder', 'volume of a can'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'An ice-cream cone has a radius of $3$ cm at the top and is $14$ cm high. Give its volume in $\\text{cm}^3$, exactly, with pi.',
      a: '42*pi',
      hints: [
        'Compare it with the cylinder that has the same circle and the same height.',
        'A cone fills exactly a third of that cylinder.',
        'The cylinder has $9\\pi \\cdot 14$, that is $126\\pi$. Take a third of it.',
      ],
      example:
        'A cone has a radius of $6$ cm and a height of $5$ cm. The cylinder around it has the base $\\pi \\cdot 6^2 = 36\\pi$ and the volume $36\\pi \\cdot 5 = 180\\pi$. If you pour water from the cone into the cylinder, it takes three cones to fill it. So divide by three. The volume of the cone is $60\\pi$ cubic centimeters.',
      why: '$\\frac{1}{3} \\cdot \\pi \\cdot 9 \\cdot 14 = 42\\pi$. Everything that comes to a point, cone or pyramid, has a third of base times height.',
      wrong: {
        '126*pi': 'This is the cylinder around it.',
        '63*pi': 'A triangle is a half, but a cone is less: it comes to a point in two directions.',
        '14*pi': 'The radius has to be squared.',
      },
      aliases: ['volume of a cone', 'one third base times height'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'A can holds $200\\pi\\ \\text{cm}^3$ and has a radius of $5$ cm. How high is it?',
      a: '8',
      unit: 'cm',
      hints: [
        'You know the volume and can find the base. What is missing?',
        'Base times height is the volume, so volume divided by base is the height.',
        'The base has $25\\pi\\ \\text{cm}^2$. How often does it fit into the volume?',
      ],
      example:
        'A glass holds $63\\pi$ cubic centimeters and has a radius of $3$ cm. How high is it? Its base is $\\pi \\cdot 3^2 = 9\\pi$ square centimeters. The volume is base times height: $9\\pi \\cdot h = 63\\pi$. Divide both sides by $9\\pi$; the $\\pi$ cancels. The height is $7$ cm.',
      why: '$200\\pi \\div 25\\pi$: the $\\pi$ cancels and leaves a plain number. Formulas can be solved like equations.',
      wrong: {
        '40': 'The radius has to be squared to get the base.',
        '20': 'The base has no factor two in it: that belongs to the circumference.',
        '25.13': 'The $\\pi$ cancels: it is in the volume and in the base.',
      },
      aliases: ['height of a cylinder from volume'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A ball has a radius of $6$ cm. Give its volume in $\\text{cm}^3$, exactly, with pi.',
      a: '288*pi',
      hints: [
        'There is a formula with $\\frac{4}{3}$ in it. Which power of the radius must it have, if the result is in $\\text{cm}^3$?',
        'The volume of a ball is $\\frac{4}{3}\\pi r^3$.',
        'The cube of six is $216$. Take a third of it first, then four of those.',
      ],
      example:
        'A ball has a radius of $3$ cm. The formula is $\\frac{4}{3}\\pi r^3$. The cube of the radius is $3 \\cdot 3 \\cdot 3 = 27$. A third of it is $9$, and four of those are $36$. It is best to divide before you multiply, as the numbers stay small. The volume of the ball is $36\\pi$ cubic centimeters.',
      why: '$216 \\div 3 \\cdot 4 = 288$. A ball fills exactly two thirds of the cylinder that just holds it, a discovery that Archimedes was proud of all his life.',
      wrong: {
        '48*pi': 'You squared the radius. A volume needs its third power.',
        '144*pi': 'This is the surface. A volume needs the third power.',
        '162*pi': 'The fraction is upside down.',
      },
      aliases: ['volume of a sphere', 'four thirds pi r cubed'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these double the volume of a cylinder?',
      a: 'b,e',
      choices: [
        'Double the radius.',
        'Double the height.',
        'Double both the radius and the height.',
        'Halve the radius and double the height.',
        'Double the radius and halve the height.',
      ],
      hints: [
        'Write the formula and see how often radius and height are factors in it.',
        'The radius is a factor twice, the height once. Multiply the effects.',
        'For the last one: the doubled radius makes it four times as large. What does half the height do?',
      ],
      why: 'In $\\pi r^2 h$ the height counts once and the radius twice: $4 \\cdot \\frac{1}{2}$ is two. A short, wide can often holds more than a tall, slim one.',
      wrong: {
        'a,b': 'The radius is squared in the formula. What does doubling it do?',
        b: 'This one is right. What do four times and one half make together?',
        'b,d': 'Half the radius makes a quarter of the base.',
      },
      aliases: ['what doubles the volume'],
    }),
    story(
      'An aquarium has a rectangular floor of $60$ cm by $30$ cm and is $40$ cm high. The water in it stands $30$ cm high.',
      [
        {
          level: 2,
          kind: 'number',
          q: 'How many liters of water are in it?',
          a: '54',
          unit: 'liters',
          hints: [
            'One of the four lengths is not needed for this question.',
            'The water is a box with the same floor as the aquarium. A liter is $1000\\ \\text{cm}^3$.',
            'Measure in decimeters: the water is six by three by three.',
          ],
          why: '$6 \\cdot 3 \\cdot 3$ cubic decimeters. The glass above the water is still empty, so its height does not count.',
          wrong: {
            '72': 'This would be a full aquarium.',
            '54000': 'This is in cubic centimeters.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'A stone is put in and lies under water. The water rises by $1.5$ cm. How large is the volume of the stone?',
          a: '2700',
          unit: 'cm^3',
          hints: [
            'The stone needs room. Where does the water go?',
            'The stone pushes away as much water as it has volume. This water lies on top as a thin layer.',
            'The layer is a box with the floor of the aquarium and a height of one and a half centimeters.',
          ],
          example:
            'A glass box has a floor of $20$ cm by $10$ cm. When a shell is put in, the water rises by $0.4$ cm. The new layer of water has the volume of the shell, however crooked it is: $20 \\cdot 10 \\cdot 0.4$. The floor has two hundred square centimeters. The volume of the shell is $80$ cubic centimeters.',
          why: '$60 \\cdot 30 \\cdot 1.5 = 2700$. With water you can measure the volume of things for which there is no formula: the famous idea that Archimedes had in the bath.',
          wrong: {
            '56700': 'This is the volume of water and stone together, in cubic centimeters.',
            '90': 'The layer has a length and a width: multiply by both.',
          },
          aliases: ['volume of a stone in water', 'water rises'],
        },
        {
          level: 4,
          kind: 'number',
          q: 'The stone stays in. How many more liters of water fit in before it overflows?',
          a: '15.3',
          unit: 'liters',
          hints: [
            'How much empty glass is left above the water now?',
            'The free space is a box too, with the same floor.',
            'The water now stands $31.5$ cm high, and the glass is $40$ cm high. Multiply the rest with the floor.',
          ],
          example:
            'A tank has a floor of $50$ cm by $20$ cm and is $30$ cm high. The water stood $21$ cm high, and a block raised it by $2.5$ cm. So it stands at $23.5$ cm now, and $30 - 23.5 = 6.5$ cm are free. The free space is $50 \\cdot 20 \\cdot 6.5 = 6500$ cubic centimeters. So $6.5$ liters still fit in.',
          why: '$8.5$ cm are free, and $60 \\cdot 30 \\cdot 8.5 = 15\\,300\\ \\text{cm}^3$. Thinking about the free space is easier than thinking about water and stone.',
          wrong: {
            '18': 'The stone has raised the water.',
            '15300': 'This is in cubic centimeters.',
            '20.7': 'The stone takes room away, so less water fits in than before.',
          },
        },
      ],
    ),
    item({
      level: 4,
      kind: 'number',
      q: 'Two bottles are similar. The small one is $20$ cm high and holds $0.4$ liters. The large one is $30$ cm high. How many liters does it hold?',
      a: '1.35',
      unit: 'liters',
      hints: [
        'The large bottle is not only higher. What else is larger about it?',
        'Lengths get the factor once, areas twice, volumes three times.',
        'The factor for lengths is $30 \\div 20$. Use it for height, width and depth.',
      ],
      example:
        'Two vases are similar. The small one is $10$ cm high and holds $0.3$ liters, the large one is $20$ cm high. The factor of the lengths is two. The large vase is twice as high, twice as wide and twice as deep, so its volume gets the factor $2 \\cdot 2 \\cdot 2 = 8$. Multiply: $0.3 \\cdot 8$. It holds $2.4$ liters.',
      why: '$0.4 \\cdot 1.5^3 = 0.4 \\cdot 3.375 = 1.35$. A bottle half as high again holds more than three times as much.',
      wrong: {
        '0.6': 'The bottle is also wider and deeper, not only higher.',
        '0.9': 'You used the factor twice, as for areas. Space has one more direction.',
        '1.8': 'You multiplied the factor by three. It is used as a factor three times.',
      },
      aliases: ['volume of similar solids', 'scale factor for volume'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A swimming pool is $25$ m long and $8$ m wide. The water is $1.5$ m deep everywhere. How many cubic meters of water are in it?',
      a: '300',
      unit: 'm^3',
      hints: [
        'The water has the form of a box.',
        'Volume is floor times depth.',
        'The floor has two hundred square meters. Multiply by the depth.',
      ],
      why: '$25 \\cdot 8 \\cdot 1.5 = 300$. Since a cubic meter has a thousand liters, that is a lot of buckets.',
      wrong: {
        '200': 'This is the floor.',
        '34.5': 'You added the lengths.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'A pyramid has a square base with sides of $9$ m and is $7$ m high. How large is its volume?',
      a: '189',
      unit: 'm^3',
      hints: [
        'It comes to a point.',
        'A pyramid has a third of the volume of the box with the same base and height.',
        'The box has $81 \\cdot 7$ cubic meters. Take a third.',
      ],
      example:
        'A pyramid has a square base with sides of $6$ m and is $10$ m high. The box with the same base and height has $6 \\cdot 6 \\cdot 10 = 360$ cubic meters. A pyramid fills a third of that box, as everything does that comes to a point straight from its base. So divide by three. Its volume is $120$ cubic meters.',
      why: '$\\frac{1}{3} \\cdot 81 \\cdot 7 = 27 \\cdot 7$. A cube can be cut in exactly three equal pyramids, which shows where the third comes from.',
      wrong: {
        '567': 'This is the box around it.',
        '283.5': 'A pyramid is less than half: it gets smaller in two directions.',
        '21': 'The base is a square: its side has to be squared.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Can A has twice the height of can B, and can B has twice the radius of can A. Which holds more?',
      a: 'c',
      choices: [
        'Both hold the same.',
        'Can A holds twice as much.',
        'Can B holds twice as much.',
        'Can B holds four times as much.',
      ],
      hints: [
        'Give the cans easy measures, such as radius one for can A and height one for can B.',
        'In the volume of a cylinder the radius is squared, and the height is not.',
        'With these measures, can A has $\\pi \\cdot 1 \\cdot 2$. Find the same for can B and compare.',
      ],
      example:
        'Can C has three times the height of can D, and can D has three times the radius of can C. Take radius $1$ and height $3$ for can C: $\\pi \\cdot 1 \\cdot 3 = 3\\pi$. Can D has radius $3$ and height $1$: $\\pi \\cdot 9 \\cdot 1 = 9\\pi$. So can D holds three times as much.',
      why: 'Doubling the radius gives four times the base, doubling the height only twice the volume. So width beats height.',
      wrong: {
        a: 'Radius and height do not act alike: one of them is squared.',
        b: 'Try it with numbers: which of the two factors is squared?',
        d: 'That would be so if the heights were equal.',
      },
    }),
  ],
};
