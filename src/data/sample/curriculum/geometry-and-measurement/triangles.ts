import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Triangles',
  type: 'chapter',
  weight: 0.9,
  estimatedDurationMinutes: 35,
  description:
    'The triangle is the simplest stiff shape, and all others are built from it. You learn what its angles and sides must obey, and when two triangles are exact copies of each other.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'Two angles of a triangle are $48°$ and $65°$. How large is the third?',
      a: '67',
      unit: 'degrees',
      hints: [
        'There is a sum that is the same for all triangles in the world.',
        'The three angles of a triangle add up to $180°$.',
        'Add the two angles that you know, and find what is missing to that sum.',
      ],
      example:
        'Two angles of a triangle are $71°$ and $54°$. All three together make $180°$, because the torn-off corners of any triangle fit together to a straight line. The two known ones are $71 + 54 = 125$. What is left is the third: $180° - 125°$. It is $55°$.',
      why: '$180° - 48° - 65° = 67°$. Tear off the corners of any paper triangle and lay them side by side: they form a straight line.',
      wrong: {
        '113': 'This is the sum of the two known angles.',
        '247': 'The angles of a triangle make half a turn, not a full one.',
      },
      aliases: ['third angle of a triangle', 'angle sum in a triangle'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'A triangle has the sides $5$ cm, $5$ cm and $8$ cm. What is it called?',
      a: 'b',
      choices: ['Equilateral', 'Isosceles', 'Scalene', 'Right-angled'],
      hints: [
        'Compare the three sides: how many of them are equal?',
        'There is one name for three equal sides, one for two, and one for none.',
        'Two legs of the same length: the name comes from the Greek for “equal legs”.',
      ],
      why: 'Two equal sides make a triangle isosceles, Greek for “equal legs”. Its two angles at the base are equal as well.',
      wrong: {
        a: 'For this name all three sides would have to be equal.',
        c: 'This is the name for three different sides.',
        d: 'That would need $5^2 + 5^2$ to be $8^2$. Is it?',
      },
      aliases: ['types of triangles', 'two equal sides'],
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'Two figures have the same shape *and* the same size, so that one fits exactly on the other. What do we call them?',
      a: 'congruent',
      also: ['congruent figures', 'congruent triangles', 'they are congruent'],
      hints: [
        'It is not “similar”: similar figures may have different sizes.',
        'The word comes from Latin for “to come together, to agree”.',
        'It begins with “con-” and has nine letters.',
      ],
      why: 'Congruent figures agree in all sides and angles. You may have to turn one or flip it over to lay it on the other.',
      wrong: {
        similar: 'That means the same shape, but the sizes may differ.',
        symmetric: 'That describes a single figure that matches its own mirror image.',
      },
      aliases: ['same shape and same size'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'In an isosceles triangle, the angle between the two equal sides is $40°$. How large is each of the other two angles?',
      a: '70',
      unit: 'degrees',
      hints: [
        'Sketch it: two equal sides with the given angle at the tip. What about the two angles at the base?',
        'In an isosceles triangle the two angles at the base are equal, and all three make $180°$.',
        'Take the tip away from the sum. The rest is shared equally by two angles.',
      ],
      example:
        'In an isosceles triangle the angle at the tip is $28°$. All three angles make $180°$, so the two at the base have $180° - 28° = 152°$ together. The triangle is the same on both sides, so they are equal and share this fairly: $152° \\div 2$. Each angle at the base is $76°$.',
      why: 'The base angles share $140°$ equally. Folding the triangle along its middle lays one of them on the other.',
      wrong: {
        '40': 'The equal angles are opposite the equal sides, at the base. This one is at the tip.',
        '140': 'This is both of them together.',
        '100': 'You used the given angle twice. It is alone at the tip.',
      },
      aliases: ['isosceles triangle base angles'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'In the triangle $ABC$ the angle at $A$ is $52°$ and the angle at $B$ is $71°$. The side $BC$ is drawn on in a straight line beyond $C$. How large is the outer angle that appears there, between this line and the side $AC$?',
      a: '123',
      unit: 'degrees',
      hints: [
        'Make a sketch. The outer angle is the neighbor of the third angle of the triangle.',
        'Outer and third angle make a straight line. The three inner angles make $180°$ too.',
        'Compare the two sums: both have the third angle in them. What must the outer angle be equal to?',
      ],
      example:
        'In a triangle two angles are $35°$ and $60°$. What is the outer angle at the third corner? The third inner angle is $180° - 35° - 60° = 85°$. The outer angle is its neighbor on a straight line: $180° - 85°$. Notice that this is just $35° + 60°$. The outer angle is $95°$.',
      why: 'An outer angle is always the sum of the two far inner angles: $52° + 71°$. Both complete the same third angle to $180°$.',
      wrong: {
        '57': 'This is the third inner angle. The outer one is its neighbor.',
        '237': 'Outer and third angle share a straight line, not a full turn.',
      },
      aliases: ['exterior angle of a triangle', 'outer angle'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'From which three sticks can you build a triangle?',
      a: 'b,d',
      choices: [
        '$3$ cm, $4$ cm, $8$ cm',
        '$5$ cm, $6$ cm, $7$ cm',
        '$2$ cm, $2$ cm, $4$ cm',
        '$6$ cm, $6$ cm, $11$ cm',
        '$4$ cm, $5$ cm, $10$ cm',
      ],
      hints: [
        'Lay the longest stick down. Can the other two reach each other over it?',
        'Two sides of a triangle are together always longer than the third. It is enough to test the longest side.',
        'In each row add the two shorter sticks and compare with the longest. Exactly equal is not enough.',
      ],
      why: '$5 + 6 > 7$ and $6 + 6 > 11$. In the others the two shorter sticks fall flat or do not even meet: the way over the corner must be longer than the direct way.',
      wrong: {
        'b,c,d': 'In one of these the two shorter sticks lie flat on the longest.',
        b: 'This one works. Test the one with two equal long sticks again.',
        'a,b,d': 'In one of these the two short sticks cannot meet over the longest one.',
      },
      aliases: ['triangle inequality', 'can these sides make a triangle'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'The angles of a triangle are $x$, $2x$ and $3x + 24$ degrees. How large is the *largest* angle?',
      a: '102',
      unit: 'degrees',
      hints: [
        'You know what the three make together. Find $x$ first.',
        'Set the sum of the three expressions equal to $180$.',
        '$6x + 24 = 180$ gives you $x$. Then put it into the largest expression.',
      ],
      example:
        'The angles of a triangle are $x$, $x + 20$ and $2x$ degrees. Which is the largest? Their sum is $180$: $4x + 20 = 180$. Subtract twenty: $4x = 160$, so $x = 40$. The angles are $40°$, $60°$ and $80°$, and together they make $180°$. The largest is $80°$.',
      why: '$x = 26$, so the angles are $26°$, $52°$ and $102°$. Adding them up is a check that costs nothing.',
      wrong: {
        '26': 'This is $x$, the smallest angle.',
        '52': 'This is the middle one.',
        '78': 'This is $3x$. Something is still added to it.',
      },
      aliases: ['triangle angles with x'],
    }),
    item({
      level: 3,
      kind: 'interval',
      q: 'Two sides of a triangle are $6$ cm and $10$ cm. Which lengths (in cm) can the third side have? Write an interval, like (2, 5].',
      a: '(4, 16)',
      hints: [
        'Hold the two sides at one end and open and close them like scissors. What happens to the gap?',
        'Two sides together are always longer than the third. This rule has to hold in all three ways.',
        'Folded together, the gap is the difference of the sides; stretched out, it is their sum. Are these two ends still triangles?',
      ],
      example:
        'Two sides of a triangle are $5$ cm and $12$ cm. How long can the third be? Folded together, the ends are $12 - 5 = 7$ cm apart; stretched out, they are $12 + 5 = 17$ cm apart. In both cases everything lies flat, so these two ends are not included. All lengths in between are possible. The interval is $(7, 17)$.',
      why: 'The third side is longer than the difference and shorter than the sum. At the ends the triangle would be flat, so both brackets are round.',
      wrong: {
        '[4, 16]': 'The ends are right. Does a flat triangle count?',
        '(0, 16)': 'If the third side is very short, can the ends of the other two meet?',
        '(6, 10)': 'The third side may also be the shortest or the longest of all.',
      },
      aliases: ['possible length of the third side'],
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'Which information about two triangles is *not* enough to be sure that they are congruent?',
      a: 'd',
      choices: [
        'All three sides are equal.',
        'Two sides and the angle between them are equal.',
        'One side and the two angles at its ends are equal.',
        'All three angles are equal.',
      ],
      hints: [
        'In each case ask yourself: could I draw two different triangles with this?',
        'Congruent means the same shape and the same size. At least one length is needed to fix the size.',
        'Think of a small and a large triangle with three equal sides each. What do they share?',
      ],
      example:
        'Is it enough to know that two *rectangles* have equal areas? Try to draw two different ones: a rectangle of $4$ by $6$ and one of $3$ by $8$ both have the area $24$, and neither fits on the other. One counterexample is all it takes. The equal area is not enough for congruence.',
      why: 'Equal angles fix only the shape: a small and a large equilateral triangle have the same angles. Each of the other three leaves no freedom when you draw.',
      wrong: {
        a: 'Try to build a different triangle from the same three sticks: it is not possible.',
        b: 'Draw the angle and measure off both sides: only one closing line is left.',
        c: 'Draw the side and both angles: the lines meet in just one point.',
      },
      aliases: ['congruence rules SSS SAS ASA', 'are three angles enough'],
    }),
    story(
      'The end wall of a wooden house has a roof in the form of an isosceles triangle. At its base, on the left and on the right, the roof makes an angle of $35°$. The base is $10$ m wide, and each of the two sloping edges is $6.1$ m long.',
      [
        {
          level: 1,
          kind: 'number',
          q: 'How large is the angle at the top of the roof?',
          a: '110',
          unit: 'degrees',
          hints: [
            'Two of the three angles of the roof triangle are known.',
            'The angles of a triangle add up to $180°$.',
            'Take the two angles at the base away from the sum.',
          ],
          why: '$180° - 2 \\cdot 35° = 110°$. The flatter the roof, the wider its top.',
          wrong: {
            '145': 'There are two angles at the base.',
            '70': 'This is the two base angles together.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'A carpenter puts a post straight down from the top to the middle of the base. How large is the angle between the post and a sloping edge?',
          a: '55',
          unit: 'degrees',
          hints: [
            'The post cuts the roof into two triangles. What do you know about them?',
            'The post is the mirror line of the isosceles triangle: it halves the angle at the top and stands at a right angle on the base.',
            'Half a roof has the angles $90°$, $35°$ and the one you want.',
          ],
          example:
            'A tent has the form of an isosceles triangle with base angles of $62°$. A pole stands in the middle. It cuts the tent into two equal right triangles. In one of them the angles are $90°$, $62°$ and the angle at the top, and all together make $180°$. So what is left is $180° - 90° - 62°$. The angle at the pole is $28°$.',
          why: '$180° - 90° - 35° = 55°$, which is also half of the angle at the top. In a right triangle the two small angles complete each other to $90°$.',
          wrong: {
            '35': 'This is the angle at the base.',
            '110': 'The post halves this angle.',
          },
        },
        {
          level: 4,
          kind: 'number',
          q: 'The carpenter wants a second, steeper roof over the same base: its angle at the top should be exactly half as large as a base angle. How large is a base angle then?',
          a: '72',
          unit: 'degrees',
          hints: [
            'Nothing is known but a relation. Give the unknown angle a letter.',
            'Call the angle at the top $x$; say both base angles with it; the three make $180°$.',
            'The angles are $x$, $2x$ and $2x$. Solve for $x$, then answer what was asked.',
          ],
          example:
            'In an isosceles triangle the angle at the top is four times a base angle. Let a base angle be $x$. Then the top is $4x$, and the sum says $x + x + 4x = 180$. So $6x = 180$ and $x = 30$. A check: $30 + 30 + 120$ is $180$. A base angle is $30°$.',
          why: '$5x = 180$ gives $36°$ at the top and $72°$ at the base. This is the golden triangle, which hides in each five-pointed star.',
          wrong: {
            '36': 'This is the angle at the top.',
            '90': 'Two right angles at the base would make parallel walls, not a roof.',
            '45': 'Here the top would be larger than a base angle. Read again which is half of which.',
          },
        },
      ],
    ),
    item({
      level: 4,
      kind: 'set',
      q: 'An isosceles triangle has an angle of $40°$. Which sizes (in degrees) can its *largest* angle have? Write a set, like {10, 20}.',
      a: '{70, 100}',
      hints: [
        'The text does not say where the given angle is. That makes two cases.',
        'The given angle is either at the tip, or it is one of the two equal angles at the base.',
        'Case one: the other two share $140°$ equally. Case two: a second angle is $40°$ as well. Find the largest in each case.',
      ],
      example:
        'An isosceles triangle has an angle of $56°$. How large can its largest angle be? Case one: $56°$ is at the tip, and the other two share $124°$, so they have $62°$ each. Case two: $56°$ is at the base, twice, and $180° - 112° = 68°$ is left for the tip. The set is $\\{62, 68\\}$.',
      why: 'At the tip: $40°, 70°, 70°$. At the base: $40°, 40°, 100°$. When a text leaves something open, look at each case.',
      wrong: {
        '{70}': 'That is one case. What if the given angle is at the base?',
        '{100}': 'That is one case. What if the given angle is at the tip?',
        '{40, 70, 100}': 'In which triangle would the given angle be the largest?',
      },
      aliases: ['isosceles triangle two cases'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'In a right triangle one of the two smaller angles is $33°$. How large is the other?',
      a: '57',
      unit: 'degrees',
      hints: [
        'One of the angles is not written down, but its name is in the text.',
        'A right angle has $90°$, so the other two share the rest of $180°$.',
        'Find what is missing from the given angle to a quarter turn.',
      ],
      why: 'The two smaller angles of a right triangle make $90°$ together, so the other is $90° - 33°$.',
      wrong: {
        '147': 'The right angle takes its part of the sum too.',
        '67': 'Subtract once more, carefully.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'In an isosceles triangle each base angle is $18°$ larger than the angle at the tip. How large is the angle at the tip?',
      a: '48',
      unit: 'degrees',
      hints: [
        'Give the angle at the tip a letter.',
        'Both base angles can be said with this letter, and all three make $180°$.',
        'The equation is $x + (x + 18) + (x + 18) = 180$.',
      ],
      example:
        'In an isosceles triangle each base angle is $30°$ smaller than the tip. Let the tip be $x$. Then each base angle is $x - 30$, and there are two of them. The sum: $x + 2(x - 30) = 180$, that is $3x - 60 = 180$. Add sixty: $3x = 240$. A third of it is the tip; the base angles are $50°$. The tip is $80°$.',
      why: '$3x + 36 = 180$ gives $x = 48$. The angles are $48°$, $66°$ and $66°$.',
      wrong: {
        '66': 'This is a base angle.',
        '54': 'There are two base angles, and both are larger.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'Two sides of a triangle are $7$ cm and $3$ cm. Which length is possible for the third side?',
      a: 'c',
      choices: ['$3$ cm', '$4$ cm', '$9$ cm', '$11$ cm'],
      hints: [
        'Can the two shorter sides always reach each other over the longest?',
        'The third side lies between the difference and the sum of the other two.',
        'Test each choice: add the two shorter ones and compare with the longest.',
      ],
      why: 'It must be more than $7 - 3$ and less than $7 + 3$. At exactly the difference the triangle would be flat.',
      wrong: {
        a: 'The two short sides together do not reach over the long one.',
        b: 'Here the two shorter sides lie flat on the longest.',
        d: 'The two others together do not reach this far.',
      },
    }),
  ],
};
