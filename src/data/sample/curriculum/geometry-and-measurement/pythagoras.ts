import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'The theorem of Pythagoras',
  type: 'chapter',
  weight: 1,
  estimatedDurationMinutes: 40,
  description:
    'In a right triangle the squares on the two short sides are together exactly as large as the square on the long one. You learn to find any side from the other two, and to spot hidden right triangles on maps, walls and boxes.',
  prerequisites: ['Triangles'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'What is the longest side of a right triangle called, the one opposite the right angle?',
      a: 'hypotenuse',
      also: ['the hypotenuse', 'hypothenuse'],
      hints: [
        'The two short sides are called legs. The long one has a name of its own.',
        'It comes from Greek and means “stretched under”: this side is stretched under the right angle.',
        'It begins with “hypo-”, like a few other words that mean “under”.',
      ],
      why: 'The hypotenuse is stretched out opposite the right angle. It is always the longest side, because the largest angle lies opposite it.',
      wrong: {
        leg: 'That is the name for each of the two short sides.',
        base: 'Any side can be the base if you turn the triangle. We want the one opposite the right angle.',
        diagonal:
          'That runs through a figure with four or more corners. It can *be* such a side, but has another name.',
      },
      aliases: ['name of the longest side in a right triangle'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'A right triangle has the legs $p$ and $q$ and the long side $r$. Which equation is true?',
      a: 'c',
      choices: ['$p + q = r$', '$p^2 - q^2 = r^2$', '$p^2 + q^2 = r^2$', '$q^2 + r^2 = p^2$'],
      hints: [
        'The letters are different from the ones you may know. Ask which one is opposite the right angle.',
        'The squares on the two legs are together as large as the square on the long side.',
        'The long side has to stand alone, with both legs on the other side of the equation.',
      ],
      why: 'The theorem is about the roles of the sides, not about the letters $a$, $b$, $c$. The square of the side opposite the right angle stands alone.',
      wrong: {
        a: 'Then the detour over the corner would be as short as the direct way.',
        b: 'The legs act together: nothing is taken away.',
        d: 'Here a leg stands alone. Which side is the longest?',
      },
      aliases: ['a squared plus b squared with other letters', 'pythagorean theorem formula'],
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'The legs of a right triangle are $6$ cm and $8$ cm. How long is the hypotenuse?',
      a: '10',
      unit: 'cm',
      hints: [
        'Two legs are given, and the long side is wanted.',
        'The square of the long side is the sum of the squares of the legs.',
        'Add $36$ and $64$. Which number has this sum as its square?',
      ],
      example:
        'The legs of a right triangle are $9$ cm and $12$ cm. The squares on the legs are $81$ and $144$. Together they are as large as the square on the hypotenuse: $81 + 144 = 225$. The side of that square is its root, and $15 \\cdot 15 = 225$. The hypotenuse is $15$ cm long.',
      why: '$36 + 64 = 100$, and the square with the area $100$ has sides of $10$. The last step, the root, leads from the square back to its side.',
      wrong: {
        '14': 'You added the lengths. The theorem is about the squares on the sides.',
        '100': 'This is the *square* of the hypotenuse. One step is missing.',
        '48': 'You multiplied the legs. Look at their squares.',
      },
      aliases: ['find the hypotenuse', 'long side of a right triangle'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'The hypotenuse of a right triangle is $17$ cm, and one leg is $8$ cm. How long is the other leg?',
      a: '15',
      unit: 'cm',
      hints: [
        'This time the long side is given. The answer has to be shorter than it.',
        "The square on a leg is what is left when the other leg's square is taken from the large square.",
        'Work out $289 - 64$, then find the root.',
      ],
      example:
        'The hypotenuse is $26$ cm and one leg is $10$ cm. The large square, $26^2 = 676$, is made of the two smaller ones. One of them is $10^2 = 100$, so the other is $676 - 100 = 576$. Its side is the root, and $24 \\cdot 24 = 576$. The other leg is $24$ cm long.',
      why: '$x^2 + 64 = 289$, so $x^2 = 225$ and $x = 15$. The hypotenuse is known, so we subtract.',
      wrong: {
        '18.8': 'You added the squares. But the longest side is already given.',
        '9': 'You subtracted the lengths. The theorem is about their squares.',
        '225': 'This is the square of the leg.',
      },
      aliases: ['find a leg of a right triangle', 'missing short side'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'The legs of a right triangle are $4$ cm and $7$ cm. How long is the hypotenuse? Round to two decimals.',
      a: '8.06',
      tolerance: 0.0007,
      unit: 'cm',
      hints: [
        "Do as always, and don't worry if the root is not a whole number.",
        'Add the squares of the legs, then take the root with a calculator.',
        'The sum of the squares is $65$. Its root is a little more than eight, since $8 \\cdot 8 = 64$.',
      ],
      example:
        'The legs are $5$ cm and $6$ cm. The squares are $25$ and $36$, together $61$. The root of $61$ is not a whole number, but it can be estimated: $7 \\cdot 7 = 49$ is too little, $8 \\cdot 8 = 64$ is a bit too much. So it lies just below eight. The calculator says about $7.81$ cm.',
      why: '$\\sqrt{65} \\approx 8.06$. An estimate between two whole numbers tells you if the calculator can be right.',
      wrong: {
        '11': 'You added the lengths. The theorem is about the squares.',
        '5.74': 'You subtracted the squares. But the long side is wanted.',
        '32.5': 'A root is not a half. Which number times itself gives $65$?',
      },
      aliases: ['hypotenuse with a decimal answer', 'square root is not a whole number'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these triangles have a right angle?',
      a: 'a,c',
      choices: [
        '$9$ cm, $12$ cm, $15$ cm',
        '$5$ cm, $6$ cm, $8$ cm',
        '$7$ cm, $24$ cm, $25$ cm',
        '$8$ cm, $15$ cm, $16$ cm',
        '$4$ cm, $4$ cm, $6$ cm',
      ],
      hints: [
        'No angle is given, but the sides can tell.',
        'The theorem works backwards too: if the squares fit, there is a right angle opposite the longest side.',
        'In each row add the squares of the two shorter sides and compare with the square of the longest.',
      ],
      why: '$81 + 144 = 225$ and $49 + 576 = 625$. In the others the sum misses the square of the longest side, so the angle is a little smaller or larger than $90°$.',
      wrong: {
        a: 'This one is right. Is it the only one? Test the very slim one.',
        'a,c,d': 'One of them is only close: compare $64 + 225$ with its largest square.',
        'a,b': 'One of them is only close: compare $25 + 36$ with its largest square.',
      },
      aliases: ['is this a right triangle', 'converse of pythagoras'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'What is the distance between the points $(1, 2)$ and $(-4, 14)$?',
      a: '13',
      hints: [
        'Draw the two points, and from one of them go straight sideways, then straight up to the other.',
        'The direct way is the hypotenuse of a right triangle with one flat and one upright leg.',
        'The legs are $1 - (-4)$ and $14 - 2$ long. Now use the theorem.',
      ],
      example:
        'How far is $(2, 1)$ from $(-6, 16)$? Go sideways from $x = 2$ to $x = -6$: that is $8$ long. Go up from $y = 1$ to $y = 16$: that is $15$ long. The direct way is the hypotenuse: $8^2 + 15^2 = 64 + 225 = 289$. The root of $289$ is $17$, so the distance is $17$.',
      why: 'The legs are $5$ and $12$, and $25 + 144 = 169 = 13^2$. Each distance on a grid hides a right triangle.',
      wrong: {
        '17': 'This is the way around the corner. The direct way is shorter.',
        '12.4': 'Check the sideways leg: from minus four to one it is more than three.',
        '169': 'This is the square of the distance.',
      },
      aliases: ['distance between two points', 'distance formula'],
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A square has sides of $5$ cm. How long is its diagonal, in centimeters? Give the exact value with a root; write $\\sqrt{7}$ as sqrt(7).',
      a: '5*sqrt(2)',
      also: ['sqrt(50)'],
      hints: [
        'The diagonal cuts the square into two triangles. What kind of triangles are they?',
        'The diagonal is the hypotenuse, and both legs are sides of the square.',
        'Work out $5^2 + 5^2$ and leave the root of it as it is.',
      ],
      example:
        'A square has sides of $3$ cm. The diagonal is the hypotenuse of a right triangle with two legs of $3$ cm. So $d^2 = 3^2 + 3^2 = 18$, and $d = \\sqrt{18}$. Since $18 = 9 \\cdot 2$ and the root of $9$ is $3$, we may also write $3\\sqrt{2}$. Rounded, that is $4.24$ cm; exact, it is $\\sqrt{18}$.',
      why: '$d^2 = 25 + 25 = 50$, so $d = \\sqrt{50} = 5\\sqrt{2}$. In each square the diagonal is $\\sqrt{2}$ times the side.',
      wrong: {
        '10': 'This is the way along two sides. The diagonal is shorter.',
        'sqrt(10)': 'The sides have to be squared before they are added.',
        '25': 'This is the area of the square.',
      },
      aliases: ['diagonal of a square', 'exact value with root'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'A ladder of $6.5$ m leans against a wall. Its foot stands $2.5$ m away from the wall. How high does the ladder reach?',
      a: '6',
      unit: 'm',
      hints: [
        'Draw wall, ground and ladder. Where is the right angle?',
        'Wall and ground are the legs; the ladder lies opposite the right angle.',
        'The square of the height is $42.25 - 6.25$. Take the root.',
      ],
      example:
        'A rope of $3.7$ m is stretched from the top of a pole to the ground, $1.2$ m from its foot. The pole and the ground make the right angle, so the rope is the hypotenuse. The square of the height: $3.7^2 - 1.2^2 = 13.69 - 1.44 = 12.25$. The root of it is $3.5$. The pole is $3.5$ m high.',
      why: '$6.5^2 - 2.5^2 = 36$, and its root is the height. The ladder is the longest side, so its square is the one to subtract from.',
      wrong: {
        '6.96': 'You added the squares. The ladder is the longest side of the triangle.',
        '4': 'You subtracted the lengths instead of their squares.',
        '36': 'This is the square of the height.',
      },
      aliases: ['ladder against a wall'],
    }),
    story(
      'A field is a rectangle, $80$ m wide and $150$ m long. Yara stands at one corner and wants to get to the opposite corner. She can walk along two edges or straight across.',
      [
        {
          level: 2,
          kind: 'number',
          q: 'How long is the way straight across?',
          a: '170',
          unit: 'm',
          hints: [
            'The way across cuts the field into two triangles.',
            'Width and length of the field are the legs of a right triangle.',
            'Add $6400$ and $22500$, then take the root.',
          ],
          example:
            'A park is a rectangle, $90$ m by $120$ m. How long is the diagonal? Width and length meet at a right angle, so the diagonal is a hypotenuse. The squares are $8100$ and $14400$, together $22500$. Which number times itself is $22500$? Think of $15 \\cdot 15 = 225$. The diagonal is $150$ m long.',
          why: '$80^2 + 150^2 = 28900 = 170^2$. It is the triangle $8, 15, 17$, ten times as large.',
          wrong: {
            '230': 'This is the way along two edges.',
            '12000': 'This is the area of the field.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'How many meters does she save by going straight across?',
          a: '60',
          unit: 'm',
          hints: [
            'Compare the two ways.',
            'The way along the edges is the sum of width and length.',
            'Work out the way along the edges, and take the direct way from it.',
          ],
          why: 'Along the edges it is $230$ m, across it is $170$ m. The direct way is always shorter: that is the triangle inequality again.',
          wrong: {
            '290': 'Along the edges she walks one width and one length, not all around.',
            '230': 'This is the whole way along the edges.',
          },
        },
        {
          level: 4,
          kind: 'number',
          q: 'The grass is wet: across the field Yara walks at $1$ m/s, along the edges at $1.6$ m/s. How many seconds does the faster way save?',
          a: '26.25',
          unit: 'seconds',
          hints: [
            'The shorter way need not be the faster one.',
            'Time is distance divided by speed. Find the time for both ways.',
            'Along the edges it takes $230 \\div 1.6$ seconds. Compare with the time across.',
          ],
          example:
            'A swimmer can cross a lake, $120$ m at $0.8$ m/s, or walk around it, $260$ m at $2$ m/s. Swimming takes $120 \\div 0.8 = 150$ seconds. Walking takes $260 \\div 2 = 130$ seconds, although the way is more than twice as long. The time saved is the difference: $150 - 130$. Walking saves $20$ seconds.',
          why: 'Across it takes $170$ s, along the edges $143.75$ s. Here the longer way is the faster one, because the speed matters as well as the distance.',
          wrong: {
            '60': 'This is the difference in meters.',
            '143.75': 'This is the time along the edges.',
            '37.5': 'You used the faster speed across the field as well.',
          },
        },
      ],
    ),
    item({
      level: 4,
      kind: 'number',
      q: 'A box is $2$ dm, $6$ dm and $9$ dm long, wide and high. How long is the longest straight stick that fits into it?',
      a: '11',
      unit: 'dm',
      hints: [
        'The stick goes from one corner of the floor to the opposite corner of the lid.',
        'There are two right triangles, one after the other: first the diagonal of the floor, then from there up.',
        'The square of the floor diagonal is $4 + 36$. Add the square of the height before you take a root.',
      ],
      example:
        'A box measures $1$ dm, $4$ dm and $8$ dm. The floor diagonal has the square $1 + 16 = 17$. It is a leg of a second right triangle whose other leg is the height. So the square of the space diagonal is $17 + 64 = 81$. No root was needed in between. The longest stick is $9$ dm long.',
      why: '$4 + 36 + 81 = 121$, and the root is $11$. In space the theorem simply gets a third square.',
      wrong: {
        '17': 'This is the way along three edges.',
        '10.82': 'One of the three lengths is missing in your sum of squares.',
        '121': 'This is the square of the length.',
      },
      aliases: ['space diagonal of a box', 'longest stick in a box'],
    }),
    testItem({
      level: 1,
      kind: 'number',
      q: 'The legs of a right triangle are $9$ cm and $40$ cm. How long is the hypotenuse?',
      a: '41',
      unit: 'cm',
      hints: [
        'Both legs are given.',
        'Add the squares, then take the root.',
        'The sum of the squares is $81 + 1600$. The root is just above forty.',
      ],
      why: '$81 + 1600 = 1681 = 41^2$. A short leg makes the hypotenuse only a little longer than the long leg.',
      wrong: {
        '49': 'You added the lengths.',
        '1681': 'This is the square of the hypotenuse.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'An isosceles triangle has two sides of $25$ cm and a base of $14$ cm. How high is it above the base?',
      a: '24',
      unit: 'cm',
      hints: [
        'Draw the height. Where does it meet the base?',
        'The height halves the base and makes two right triangles.',
        'In one half, the hypotenuse is $25$ cm and the short leg is half of the base.',
      ],
      example:
        'An isosceles triangle has two sides of $13$ cm and a base of $10$ cm. The height cuts it into two equal right triangles, each with a hypotenuse of $13$ cm and half the base, $5$ cm, as a leg. The square of the height is $169 - 25 = 144$. Its root is $12$. The triangle is $12$ cm high.',
      why: 'Half the base is $7$ cm, and $25^2 - 7^2 = 576 = 24^2$.',
      wrong: {
        '20.7': 'The height meets the base in its middle, so only half of the base is a leg.',
        '26': 'You added the squares, but the side of $25$ cm is the longest one.',
        '18': 'You subtracted the lengths instead of their squares.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'A triangle has the sides $6$ cm, $7$ cm and $10$ cm. What kind of angle lies opposite the longest side?',
      a: 'c',
      choices: ['An acute angle', 'A right angle', 'An obtuse angle', 'That cannot be known'],
      hints: [
        'Compare what the two short sides give with what the long one gives.',
        'If the square of the longest side is exactly the sum of the other squares, the angle is right. What if it is larger?',
        'Compare $36 + 49$ with the square of the longest side, and imagine opening a right angle a bit more.',
      ],
      example:
        'What about the sides $5$ cm, $7$ cm and $8$ cm? The squares of the short sides make $25 + 49 = 74$, and the square of the longest side is $64$. A right angle would need $74$, so the longest side is too short for that: the angle opposite it is smaller than a right one. It is acute.',
      why: '$100$ is more than $85$: the longest side is longer than a right angle would need, so the angle is opened wider than $90°$.',
      wrong: {
        a: 'That would be so if the longest side were shorter than a right angle needs.',
        b: 'Then the squares would fit exactly.',
        d: 'Three sides fix a triangle completely, angles and all.',
      },
    }),
  ],
};
