import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Pressure',
  type: 'chapter',
  weight: 0.12,
  estimatedDurationMinutes: 35,
  description:
    'The same force can tickle or pierce: it depends on the area. You learn why knives cut, why divers must be careful, how a small push can lift a car, and why steel ships float.',
  prerequisites: ['Weight and friction'],
  problems: [
    item({
      level: 1,
      kind: 'number',
      unit: 'Pa',
      q: 'A force of 200 N presses evenly on an area of 0.5 m². How large is the pressure?',
      a: '400',
      aliases: ['how to calculate pressure', 'force divided by area'],
      hints: [
        'Which force would press on a whole square metre, if it went on like this?',
        'Pressure = force ÷ area, and one pascal is one newton for each square metre.',
        'Divide 200 by 0.5. Dividing by a half makes a number larger.',
      ],
      example:
        'A force of 90 N presses on 0.3 m². Step 1: pressure is the force for each square metre. Step 2: $90 \\div 0.3$: multiply both by ten: $900 \\div 3 = 300$. Step 3: check: $300 \\times 0.3 = 90$. Result: 300 Pa.',
      why: 'Pressure tells how much force there is for each square metre. Here half of a square metre already carries the whole force.',
      wrong: {
        '100': 'You multiplied by the area. Divide the force by it.',
        '0.0025': 'You divided the area by the force.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'In which unit is pressure measured, when one of these units is one newton for each square metre?',
      a: 'pascal',
      also: ['pascals', 'Pa', 'in pascals', 'in pascal'],
      aliases: ['unit of pressure', 'newton per square metre name'],
      hints: [
        'Like many units, it is named after a scientist, in this case a Frenchman of the 17th century.',
        'Weather reports use a hundred of these as a unit, with the prefix “hecto”.',
        'Mathematicians know him from a triangle of numbers in which each number is the sum of the two above it.',
      ],
      why: 'One pascal is very little: a sheet of paper on a table. That is why you often meet thousands or hundreds of them, kPa or hPa.',
      wrong: {
        newton: 'That is the unit of force. The area is missing.',
        joule: 'That is the unit of energy.',
        bar: 'It is a unit of pressure, but a hundred thousand times as large as the one described.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Why do snowshoes keep you from sinking into the snow?',
      choices: [
        'They make you lighter.',
        'They make the snow harder by cooling it.',
        'They spread your weight over a larger area.',
        'They increase the pressure on the snow.',
      ],
      a: 'c',
      aliases: ['how do snowshoes work', 'larger area less pressure'],
      hints: [
        'Compare a snowshoe with an ordinary shoe. What is so striking about it?',
        'How deep you sink depends on pressure, that is, on force for each bit of area.',
        'Your weight stays the same. What else in the formula can change, and in which direction?',
      ],
      why: 'The same force on a larger area means less pressure. Camels have broad feet for the same reason.',
      wrong: {
        a: 'The scale would even show a bit more, with the shoes on.',
        b: 'Shoes cannot cool snow. Look at their shape.',
        d: 'More pressure would make you sink deeper.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: "Which of these raise the pressure under a table's legs? Choose all that apply.",
      choices: [
        'putting books on the table',
        'putting wide felt pads under the legs',
        'sawing the legs to a point',
        'taking two of the six legs away',
      ],
      a: 'a,c,d',
      aliases: ['what makes pressure larger'],
      hints: [
        'For each of them ask: what happens to the force, and what happens to the area on the floor?',
        'Pressure grows when the force grows or when the area shrinks.',
        'One of the four makes the area larger. Find it, then check what the others do.',
      ],
      example:
        'Does a sharp knife press more than a blunt one, with the same hand? Step 1: the force is the same. Step 2: the sharp edge touches the bread on a much smaller area. Step 3: the same force divided by a smaller area gives a larger result. Result: yes, and so it cuts.',
      why: 'Books raise the force; points and missing legs make the area smaller. Pads do the opposite and save the floor.',
      wrong: {
        'a,c': 'Good so far. How is the area on the floor changed by removing legs?',
        'a,b,c,d': 'One of these protects the floor.',
        'c,d': 'These change the area. But the force can change, too.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'Pa',
      q: 'A box with a weight of 600 N stands on a base of 0.5 m by 0.4 m. What pressure does it exert on the floor?',
      a: '3000',
      aliases: ['pressure of a box on the floor'],
      hints: [
        'One quantity for the formula is not given directly. Which one?',
        'Pressure = force ÷ area, and the area of a rectangle is length × width.',
        'The base has an area of 0.2 m². Divide the weight by it.',
      ],
      example:
        'A chest with a weight of 450 N stands on a base of 0.6 m by 0.5 m. Step 1: area: $0.6 \\times 0.5 = 0.3$ m². Step 2: $450 \\div 0.3 = 1{,}500$. Step 3: check: $1{,}500 \\times 0.3 = 450$. Result: 1,500 Pa.',
      why: 'The weight is shared by the whole base. Find its area first, then the force for each square metre.',
      wrong: {
        '120': 'You multiplied by the area. Divide by it.',
        '1200': 'You divided by the length only.',
        '667': 'You added the two sides of the base. An area is a product.',
      },
    }),
    item({
      level: 2,
      kind: 'expression',
      q: 'Water pressure grows by 10 kPa with each metre of depth. Write the pressure of the water alone (in kPa) at a depth of $h$ metres.',
      a: '10h',
      aliases: ['water pressure formula with depth'],
      hints: [
        'What is the pressure of the water at the surface, and what does each metre add?',
        'Growing by the same amount with each metre from zero means: proportional to the depth.',
        'Multiply what one metre adds by the number of metres, $h$.',
      ],
      example:
        'In oil the pressure grows by 8 kPa with each metre. Step 1: at the surface the oil does not press: 0. Step 2: at 1 m: 8, at 2 m: 16, at 3 m: 24. Step 3: the pressure is always 8 times the depth. Result: $8h$ kPa at a depth of $h$ metres.',
      why: 'Each metre of water adds the weight of one more layer. Twice as deep means twice the pressure.',
      wrong: {
        'h + 10': 'This gives pressure even at the surface, and only one more kPa for each metre.',
        'h/10': 'The pressure would hardly grow at all. What does one metre add?',
        '10': 'This is the pressure at one particular depth.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'A narrow tube and a wide barrel are filled with water to the same height. At which bottom is the pressure larger?',
      choices: [
        'in the barrel, because there is more water',
        'in the tube, because it is narrow',
        'in the barrel, because water presses sideways there',
        'It is the same in both.',
      ],
      a: 'd',
      aliases: ['does the shape of a container change the pressure', 'hydrostatic paradox'],
      hints: [
        'Ask what is above a single square centimetre of the bottom in both cases.',
        'The pressure in a liquid at rest depends on depth and on the liquid, on nothing else.',
        'Compare the depths in the two vessels, and the liquids.',
      ],
      example:
        'A dam holds back a lake that is 10 m deep and 5 km long. Another lake of the same depth is only 50 m long. Which dam must stand more pressure? Step 1: pressure depends on depth. Step 2: both are equally deep. Step 3: the length of the lake does not come into it. Result: neither; both need equally strong dams.',
      why: 'Above each square centimetre stands a column of water with the same height. The barrel has more water, but also more area to carry it.',
      wrong: {
        a: 'More water, but also more area to rest on.',
        b: 'Being narrow changes force and area alike.',
        c: 'Water presses sideways in both. Compare the depths.',
      },
    }),
    story(
      'A brick has a weight of 30 N and measures 20 cm by 10 cm by 5 cm. It can stand on the table on any of its faces.',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'N/cm^2',
          q: 'It lies on its largest face. What is the pressure on the table, in N/cm²?',
          a: '0.15',
          hints: [
            'Which two of the three edges belong to the largest face?',
            'Pressure = force ÷ area.',
            'The face has an area of 200 cm². Share the 30 N among them.',
          ],
          why: 'Many square centimetres share the weight, so each one of them carries only little.',
          wrong: {
            '6.67': 'You divided the area by the force.',
            '0.3': 'That is the pressure on another face. Is there a larger one?',
            '0.03': 'You divided by the volume of the brick.',
          },
        },
        {
          level: 2,
          kind: 'number',
          unit: 'N/cm^2',
          q: 'Now it stands on its smallest face. What is the pressure?',
          a: '0.6',
          hints: [
            'Which two edges belong to the smallest face?',
            'The force is the same as before, but the area is not.',
            'The face has an area of 50 cm². Divide the weight by it.',
          ],
          why: 'A quarter of the area means four times the pressure, with the very same brick.',
          wrong: {
            '0.3': 'That is the pressure on the face of middle size.',
            '1.67': 'You divided the area by the force.',
          },
        },
        {
          level: 3,
          kind: 'set',
          q: 'Write the set of all pressures (in N/cm²) that the brick can exert when it stands on one of its faces.',
          a: '{0.15, 0.3, 0.6}',
          aliases: ['all possible pressures of a brick'],
          hints: [
            'How many faces of different size does a brick have?',
            'Opposite faces are equal, so three sizes remain. You have found the pressures for two of them.',
            'The face that is still missing measures 20 cm by 5 cm. Work out its pressure and write all three values between braces.',
          ],
          example:
            'A box with a weight of 24 N measures 4 cm by 3 cm by 2 cm. Step 1: faces: $4 \\times 3 = 12$, $4 \\times 2 = 8$ and $3 \\times 2 = 6$ cm². Step 2: divide the weight by each of them: $24 \\div 12 = 2$, $24 \\div 8 = 3$, $24 \\div 6 = 4$. Step 3: write them as a set. Result: $\\{2, 3, 4\\}$.',
          why: 'Three pairs of equal faces give three areas and so three pressures. The smaller the face, the larger the pressure.',
          wrong: {
            '{0.15, 0.6}': 'These are the extremes. There is a face of middle size as well.',
            '{200, 100, 50}': 'These are the areas. Divide the weight by each of them.',
            '{6.67, 3.33, 1.67}': 'You divided the areas by the force.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'number',
      unit: 'N',
      q: 'In a hydraulic lift a force of 50 N presses on a small piston of 10 cm². What force does the large piston of 200 cm² exert?',
      a: '1000',
      aliases: ['hydraulic press problem', "Pascal's principle force on the large piston"],
      hints: [
        'What is the same at both pistons: the force or the pressure?',
        'In the liquid the pressure is the same everywhere, so force ÷ area is equal on both sides.',
        'The small piston makes a pressure of 5 N for each cm². The large piston has 200 such square centimetres.',
      ],
      example:
        'A force of 40 N presses on a piston of 8 cm²; the other one has 120 cm². Step 1: pressure: $40 \\div 8 = 5$ N for each cm². Step 2: it is the same in the whole liquid. Step 3: force on the large one: $5 \\times 120 = 600$. Step 4: check: 15 times the area, 15 times the force. Result: 600 N.',
      why: 'Equal pressure on a larger area is a larger force. Nothing comes for free: the small piston has to be pushed farther, so the work is the same.',
      wrong: {
        '50': 'The pressure is the same on both sides, not the force.',
        '2.5': 'You divided by the factor of the areas. The larger piston exerts more.',
        '10000': 'You multiplied force by area without finding the pressure first.',
      },
    }),
    item({
      level: 3,
      kind: 'interval',
      q: "A diver's watch is safe for a water pressure from 0 to 250 kPa, both included. The water adds 10 kPa with each metre of depth. For which depths (in m) may it be used? Write an interval.",
      a: '[0, 25]',
      aliases: ['how deep can the watch go', 'depth range for a pressure'],
      hints: [
        'Change the limits of the pressure into limits of the depth, one by one.',
        'Depth = pressure ÷ pressure for each metre.',
        "At the surface the water's pressure is zero. At which depth has it grown to 250 kPa?",
      ],
      example:
        'A camera works for pressures from 0 to less than 60 kPa. Step 1: the surface has 0 kPa and is allowed. Step 2: the limit: $60 \\div 10 = 6$ m. Step 3: at 6 m the pressure would be exactly 60 kPa, which is not allowed: round bracket. Result: $[0, 6)$.',
      why: 'Pressure is proportional to depth, so limits of pressure become limits of depth. Both ends are allowed, hence the square brackets.',
      wrong: {
        '[0, 250]': 'These are the pressures. The question asks for depths in metres.',
        '[0, 2500]': 'You multiplied. Each metre adds 10 kPa, so how many metres make 250?',
        '[0, 25)': 'Is the upper limit allowed or not?',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'A steel nail sinks, but a steel ship floats. Why?',
      choices: [
        'Water pushes up only on large things.',
        'The ship is hollow, so it displaces water as heavy as itself before it is under.',
        "The ship's steel is lighter than the nail's steel.",
        'Moving ships cannot sink.',
      ],
      a: 'b',
      aliases: ['why do ships float', 'buoyancy of a steel ship'],
      hints: [
        'Compare not the material but the room that each of them takes up in the water.',
        'The upward force equals the weight of the displaced water (Archimedes).',
        'Which of the two can push aside enough water to match its own weight? Think of the shape.',
      ],
      example:
        "A lump of clay sinks; shaped into a bowl it floats. Step 1: the weight is the same. Step 2: the lump displaces only its own volume: too little water. Step 3: the bowl pushes aside much more water before its rim goes under. Step 4: more displaced water means more upward force. Result: the bowl's upward force is enough to match its weight.",
      why: 'Its hollow shape lets the ship push aside a great deal of water. As soon as this water weighs as much as the ship, the forces balance.',
      wrong: {
        a: 'Water pushes up on everything that is in it, on the nail as well.',
        c: 'It is the same material. Look at the shape.',
        d: 'Anchored ships float, too.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'N',
      q: 'A stone of 5 kg has a volume of 0.002 m³. What force do you need to hold it under water? (Use $g = 10$ N/kg; a cubic metre of water has a mass of 1,000 kg.)',
      a: '30',
      aliases: ['apparent weight under water', 'buoyant force on a stone'],
      hints: [
        'Why are stones easier to lift under water? Somebody is helping you.',
        'The upward force of the water equals the weight of the water that the stone displaces.',
        "The stone displaces 2 kg of water, so the water carries 20 N. The stone's own weight is 50 N.",
      ],
      example:
        'A crate of 12 kg has a volume of 0.004 m³ and lies under water. Step 1: its weight: $12 \\times 10 = 120$ N. Step 2: displaced water: $0.004 \\times 1{,}000 = 4$ kg, with a weight of 40 N. Step 3: this is the upward force. Step 4: you need the rest: $120 - 40 = 80$. Result: 80 N.',
      why: 'The water carries as much as the displaced water weighs. You have to hold only the rest.',
      wrong: {
        '50': 'That is its weight in air. The water helps you.',
        '20': 'That is the upward force of the water. What is left for you?',
        '70': 'You added the upward force, but it works against the weight.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      unit: 'Pa',
      q: 'An elephant with a weight of 48,000 N stands on four feet of 0.15 m² each. What is the pressure under its feet?',
      a: '80000',
      aliases: ["pressure under an elephant's feet"],
      hints: [
        'On how many feet does it stand?',
        'Pressure = force ÷ whole area.',
        'All feet together have 0.6 m². Divide the weight by it.',
      ],
      example:
        'A cow with a weight of 6,000 N stands on four hooves of 0.01 m² each. Step 1: whole area: $4 \\times 0.01 = 0.04$ m². Step 2: $6{,}000 \\div 0.04 = 150{,}000$. Step 3: compare: hooves are small, so the pressure is large, and cows sink into wet ground. Result: 150,000 Pa.',
      why: 'All four feet share the weight, so their areas add up.',
      wrong: {
        '320000': 'You used one foot only.',
        '28800': 'You multiplied by the area.',
        '12000': 'That is the force on each foot.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'Why does a drawing pin have a sharp tip and a broad head?',
      choices: [
        'The tip makes a large pressure on the wall, the head a small one on your thumb.',
        'The force on the wall is larger than the force on your thumb.',
        'The head makes the pin heavier, so it goes in more easily.',
        'The tip spreads the force over a larger area.',
      ],
      a: 'a',
      aliases: ['physics of a drawing pin'],
      hints: [
        'Compare the areas at both ends of the pin.',
        'The pin passes your force on. Pressure is force for each bit of area.',
        'Think about which end should pierce, and which end should not hurt.',
      ],
      why: 'The force is the same at both ends. A tiny area makes it pierce the wall, a large one makes it gentle to your thumb.',
      wrong: {
        b: 'The pin passes on the force as it is. What differs is the area.',
        c: 'Its weight plays hardly any part. It is your thumb that pushes.',
        d: 'Look again at the tip: is its area large or small?',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      unit: 'cm^2',
      q: 'A hydraulic jack must lift 12,000 N with a push of 150 N on a piston of 4 cm². How large must the other piston be?',
      a: '320',
      aliases: ['area of the large piston of a jack'],
      hints: [
        'Find the pressure that the push makes.',
        'The pressure is the same at both pistons, so area = force ÷ pressure.',
        'The pressure is 37.5 N for each cm². Which area makes 12,000 N of it?',
      ],
      example:
        'A jack must lift 9,000 N with 100 N on 5 cm². Step 1: pressure: $100 \\div 5 = 20$ N for each cm². Step 2: area: $9{,}000 \\div 20 = 450$. Step 3: check: 90 times the force, 90 times the area. Result: 450 cm².',
      why: 'To get eighty times the force you need eighty times the area.',
      wrong: {
        '80': "That is the factor between the forces. Use it on the small piston's area.",
        '20': 'You divided the factor by the area of the piston.',
        '0.05': 'You made the piston smaller. It has to exert the larger force.',
      },
    }),
  ],
};
