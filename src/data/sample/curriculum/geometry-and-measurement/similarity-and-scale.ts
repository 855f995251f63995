import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Similarity and scale',
  type: 'chapter',
  weight: 0.9,
  estimatedDurationMinutes: 40,
  description:
    'Maps, models, shadows and photos: the same shape in another size. You learn to find unknown lengths with a scale factor, and what that factor does to areas.',
  prerequisites: ['Triangles', 'Area'],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'A photo that is $4$ cm wide is enlarged so that it is $10$ cm wide. What is the scale factor?',
      a: '2.5',
      hints: [
        'By which number do you have to multiply the old width to get the new one?',
        'The scale factor is new length divided by old length.',
        'Divide ten by four. The result is more than two, as the photo has more than doubled.',
      ],
      example:
        'A drawing that is $6$ cm high is enlarged to a height of $21$ cm. Which number takes the old height to the new one? New divided by old: $21 \\div 6$. So each length in the drawing becomes three and a half times as long. A check: $6 \\cdot 3.5$ is $21$. The scale factor is $3.5$.',
      why: '$4 \\cdot 2.5 = 10$. All lengths of the photo are multiplied by this same number, otherwise faces would look stretched.',
      wrong: {
        '6': 'You subtracted. Enlarging *multiplies* all lengths.',
        '0.4': 'This would make the photo smaller. New divided by old, not the other way around.',
      },
      aliases: ['find the scale factor', 'how many times bigger'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What does it mean that two triangles are similar?',
      a: 'd',
      choices: [
        'They have the same area.',
        'They have the same shape and the same size.',
        'Two of their sides are equal.',
        'Their angles are equal and their sides are in the same ratio.',
      ],
      hints: [
        'Think of a photo and its enlargement. What stays the same, and what changes?',
        'Similar means the same shape; the size may be different.',
        'In an enlargement no angle changes, and all lengths get the same factor. Find the choice that says so.',
      ],
      why: 'An enlargement keeps all angles and multiplies all lengths by one factor. That is the whole meaning of “same shape”.',
      wrong: {
        a: 'A long thin triangle and a short wide one may have equal areas. Are they the same shape?',
        b: 'That is congruent, which is more than similar.',
        c: 'Two equal sides leave the shape open.',
      },
      aliases: ['similar triangles meaning', 'similar versus congruent'],
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'When a figure is enlarged, all its lengths are multiplied by the same number. What is this number called?',
      a: 'scale factor',
      also: ['the scale factor', 'factor', 'scale', 'ratio of similarity', 'similarity ratio', 'magnification factor'],
      hints: [
        'The name has two words. One of them stands at the edge of every map.',
        'The second word is what we call each of the numbers in a multiplication.',
        'On a map you read, for example, $1 : 50\\,000$. What is this called? It is the first word.',
      ],
      why: 'It is a factor because lengths are multiplied by it. Above one it enlarges, between zero and one it shrinks.',
      wrong: {
        slope: 'That is the steepness of a line.',
        area: 'Here a single number is meant, by which all lengths are multiplied.',
      },
      aliases: ['number that all lengths are multiplied by'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Two triangles are similar. The first has sides of $6$ cm and $9$ cm. In the second, the side that matches the $6$ cm is $10$ cm long. How long is the side that matches the $9$ cm?',
      a: '15',
      unit: 'cm',
      hints: [
        'Pair the sides: which two belong together, and of which pair do you know both?',
        'All pairs have the same factor. You may also compare inside one triangle: the ratio of its two sides is the same in both.',
        'In the first triangle the second side is one and a half times the first side. So it is in the second triangle as well.',
      ],
      example:
        'Two triangles are similar. The first has sides of $8$ cm and $12$ cm; in the second, the side that matches the $8$ cm is $14$ cm long. The factor is $14 \\div 8 = 1.75$. It is the same for all pairs, so multiply: $12 \\cdot 1.75$. The matching side is $21$ cm long.',
      why: '$10 \\cdot 1.5 = 15$. In similar figures the ratio of two sides within a figure is the same, and often it is the easier number.',
      wrong: {
        '13': 'You added four to both sides. Similar figures multiply.',
        '5.4': 'You went from the second triangle to the first. The second is the larger one.',
        '12': 'Nine and its partner have the same factor as six and ten, which is less than two but more than this.',
      },
      aliases: ['missing side in similar triangles'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'On a map with the scale $1 : 50\\,000$ two villages are $7$ cm apart. How many kilometers is that in reality?',
      a: '3.5',
      unit: 'km',
      hints: [
        'What does one centimeter on this map stand for?',
        'Multiply by the scale, and then change the units step by step: centimeters, meters, kilometers.',
        'One centimeter on the map is $50\\,000$ cm, which is $500$ m. Take seven of those.',
      ],
      example:
        'On a map with the scale $1 : 25\\,000$ a lake is $6$ cm long. One centimeter on the map is $25\\,000$ cm in reality. A meter has a hundred centimeters, so that is $250$ m. Six centimeters are $6 \\cdot 250 = 1500$ m. A kilometer has a thousand meters. The lake is $1.5$ km long.',
      why: 'Seven times $500$ m is $3500$ m. If you first ask what a single centimeter stands for, all distances on the map become easy.',
      wrong: {
        '35': 'Check the units: how many centimeters are a kilometer?',
        '350': 'Check the units: first to meters, then to kilometers.',
        '350000': 'This is in centimeters.',
      },
      aliases: ['map scale', 'distance on a map to real distance'],
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which pairs are *always* similar?',
      a: 'a,c,e',
      choices: ['Two squares', 'Two rectangles', 'Two equilateral triangles', 'Two isosceles triangles', 'Two circles'],
      hints: [
        'Try to draw two of a kind that do *not* have the same shape.',
        'Similar needs equal angles and one factor for all lengths.',
        'For which kinds does a single length fix the whole figure? Those have no freedom in their shape.',
      ],
      why: 'A square, an equilateral triangle and a circle are fixed by a single length, so all of a kind differ only in size. Rectangles and isosceles triangles may be slim or wide.',
      wrong: {
        'a,b,c,e': 'Think of a ruler and a door: do they have the same shape?',
        'a,c': 'These two are right. One more has no freedom in its shape.',
        'a,c,d,e': 'An isosceles triangle may be very slim or very flat.',
      },
      aliases: ['which shapes are always similar'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'A logo has an area of $8\\ \\text{cm}^2$. It is enlarged with the scale factor $3$. How large is the area of the new logo?',
      a: '72',
      unit: 'cm^2',
      hints: [
        'Imagine one unit square of the logo. What becomes of it in the enlargement?',
        'Lengths get the factor once. Areas have two directions.',
        'Each square becomes three rows of three squares. Now there are eight of them.',
      ],
      example:
        'A sign has an area of $6$ square meters. It is copied with the scale factor $2$. What happens to a unit square? It becomes two units long and two units wide, so four unit squares. This happens to each of the six squares: $6 \\cdot 4$. The shape of the sign does not matter. The new area is $24$ square meters.',
      why: 'The area gets the factor $3 \\cdot 3 = 9$, and $8 \\cdot 9 = 72$. It holds for any shape, as we can think of it as made of tiny squares.',
      wrong: {
        '24': 'This is the factor for lengths. An area has two directions.',
        '216': 'The factor acts in two directions, not in three.',
        '48': 'Squaring is not doubling: three times three.',
      },
      aliases: ['scale factor for area', 'enlarge area'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Gil is $1.6$ m tall and casts a shadow of $2$ m. At the same time a tree casts a shadow of $11$ m. How tall is the tree?',
      a: '8.8',
      unit: 'm',
      hints: [
        'Draw Gil and the tree with their shadows. What is the same in both pictures?',
        'The sun stands equally high for both, so the two triangles have the same angles: they are similar.',
        'Find how many meters of height belong to one meter of shadow, and take that eleven times.',
      ],
      example:
        'A stick of $1.5$ m casts a shadow of $2.5$ m. A tower casts a shadow of $40$ m at the same time. The rays of the sun are parallel, so both triangles are similar. The height is always $1.5 \\div 2.5 = 0.6$ of the shadow. For the tower: $40 \\cdot 0.6$. The tower is $24$ m tall.',
      why: 'Height to shadow is $1.6 \\div 2 = 0.8$ for both, and $11 \\cdot 0.8 = 8.8$. In this way Thales is said to have measured a pyramid, without climbing it.',
      wrong: {
        '10.6': 'You subtracted the same amount. Similar triangles share a ratio, not a difference.',
        '13.75': 'The ratio is upside down: at that time the shadows were longer than the things.',
        '17.6': "You multiplied Gil's height by the long shadow. Compare with his own shadow too.",
      },
      aliases: ['height of a tree from its shadow'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'In the triangle $ABC$, the point $D$ lies on $AB$ and $E$ lies on $AC$, and $DE$ is parallel to $BC$. $AD = 4$ cm, $DB = 6$ cm and $DE = 5$ cm. How long is $BC$?',
      a: '12.5',
      unit: 'cm',
      hints: [
        'Draw it. There is a small triangle inside a large one, and they share a corner.',
        'Parallel lines make equal angles, so $ADE$ and $ABC$ are similar. Compare whole sides with whole sides.',
        '$AB$ is $4 + 6$ cm long. Which factor takes $AD$ to $AB$?',
      ],
      example:
        'In a triangle $PQR$ the line $ST$ is parallel to $QR$, with $S$ on $PQ$. $PS = 6$ cm, $SQ = 3$ cm and $ST = 8$ cm. The triangles $PST$ and $PQR$ are similar. The whole side is $PQ = 6 + 3 = 9$ cm, so the factor from small to large is $9 \\div 6 = 1.5$. Then $QR = 8 \\cdot 1.5 = 12$ cm.',
      why: 'The factor is $10 \\div 4 = 2.5$, so $BC = 5 \\cdot 2.5 = 12.5$. The side of the large triangle is all of $AB$, not only the piece $DB$.',
      wrong: {
        '7.5': 'You compared $AD$ with the piece $DB$. The side of the large triangle is the whole $AB$.',
        '11': 'You added the same piece to both. Similar triangles share a factor.',
        '2': 'This makes $BC$ shorter than $DE$. Which triangle is the large one?',
      },
      aliases: ['line parallel to a side of a triangle', 'thales intercept theorem'],
    }),
    story(
      'A model car is built in the scale $1 : 18$: each length of the real car is $18$ times the length of the model. The real car is $4.5$ m long.',
      [
        {
          level: 2,
          kind: 'number',
          q: 'How long is the model, in centimeters?',
          a: '25',
          unit: 'cm',
          hints: [
            'The model is smaller than the car. And mind the units.',
            'From the real car to the model, lengths are divided by the scale.',
            'The real car is $450$ cm long. Divide by eighteen.',
          ],
          example:
            'A model train has the scale $1 : 87$. A real wagon is $26.1$ m long. In centimeters that is $2610$. The model is smaller, so divide by the scale: $2610 \\div 87$. Since $87 \\cdot 3 = 261$, the result is ten times three. The model wagon is $30$ cm long.',
          why: '$450 \\div 18 = 25$. Change the units first, and the division becomes friendly.',
          wrong: {
            '81': 'You multiplied. The model is the smaller one.',
            '0.25': 'That is in meters. The question asks for centimeters.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'A wheel of the model has a diameter of $3.5$ cm. How large is the diameter of a real wheel, in centimeters?',
          a: '63',
          unit: 'cm',
          hints: [
            'Now you go the other way, from small to large.',
            'From the model to the real car, lengths are multiplied by the scale.',
            'Eighteen times three and a half: double and halve cleverly.',
          ],
          why: '$3.5 \\cdot 18 = 7 \\cdot 9 = 63$: doubling one factor and halving the other keeps the product.',
          wrong: {
            '0.19': 'You divided. The real wheel is the larger one.',
            '54': 'The half centimeter has to be multiplied as well.',
          },
        },
        {
          level: 4,
          kind: 'number',
          q: 'Painting the model covers $300\\ \\text{cm}^2$. How many square meters have to be painted on the real car?',
          a: '9.72',
          unit: 'm^2',
          hints: [
            'Paint covers an area. What does the scale do to areas?',
            'The factor acts in two directions, so areas get its square. And a square meter has $10\\,000\\ \\text{cm}^2$.',
            '$18 \\cdot 18 = 324$. Multiply the painted area by it, then change the unit.',
          ],
          example:
            'A model house has the scale $1 : 50$, and its walls have $400$ square centimeters. How large are the real walls? Areas get the factor $50 \\cdot 50 = 2500$. So there are $400 \\cdot 2500 = 1\\,000\\,000$ square centimeters. A square meter has $100 \\cdot 100 = 10\\,000$ of them. The real walls have $100$ square meters.',
          why: '$300 \\cdot 324 = 97\\,200\\ \\text{cm}^2$, and dividing by $10\\,000$ gives the square meters. One small jar for the model, but several large cans for the car.',
          wrong: {
            '0.54': 'This is the factor for lengths. Paint covers an area.',
            '972': 'A square meter has more than a hundred square centimeters.',
            '97200': 'This is in square centimeters.',
          },
          aliases: ['area in a scale model'],
        },
      ],
    ),
    item({
      level: 4,
      kind: 'number',
      q: 'On a map with the scale $1 : 2000$ a field covers $6\\ \\text{cm}^2$. How many square meters is the field in reality?',
      a: '2400',
      unit: 'm^2',
      hints: [
        'How long is one centimeter of the map in reality, in meters?',
        'Think of a single square centimeter on the map: it is a real square with a certain side.',
        'One centimeter stands for $20$ m. How many square meters is one map square, and how many are six?',
      ],
      example:
        'On a map with the scale $1 : 5000$ a wood covers $8$ square centimeters. One centimeter on the map is $5000$ cm, which is $50$ m. So one square centimeter on the map is a real square of $50$ m by $50$ m, $2500$ square meters. There are eight of them: $8 \\cdot 2500$. The wood has $20\\,000$ square meters.',
      why: 'One map square is $20 \\cdot 20 = 400\\ \\text{m}^2$, and six of them make $2400$. Changing the length first keeps the zeros under control.',
      wrong: {
        '120': 'You used the factor for lengths. A square centimeter has two directions.',
        '12000': 'You multiplied by the scale once. And check the change of units.',
        '240000': 'Check the change of units for areas.',
      },
      aliases: ['area on a map', 'map scale area'],
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A rectangle of $12$ cm by $20$ cm is reduced so that its short side is $9$ cm. How long is the long side then?',
      a: '15',
      unit: 'cm',
      hints: [
        'Old and new short side give you the factor.',
        'The same factor belongs to the long side.',
        'Nine is three quarters of twelve. Take the same part of twenty.',
      ],
      why: 'The factor is $0.75$, and $20 \\cdot 0.75 = 15$. A factor below one makes things smaller.',
      wrong: {
        '17': 'You subtracted the same amount from both sides. That changes the shape.',
        '26.67': 'The factor is upside down: the rectangle gets smaller.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'Two similar gardens have lengths in the ratio $2 : 5$. The small one has an area of $36\\ \\text{m}^2$. How large is the area of the other?',
      a: '225',
      unit: 'm^2',
      hints: [
        'The ratio is given for lengths.',
        'Areas have the square of the ratio.',
        'The ratio of the areas is $4 : 25$. The small garden is the four parts.',
      ],
      example:
        'Two similar ponds have lengths in the ratio $3 : 4$. The small one has an area of $45$ square meters. The areas have the ratio $9 : 16$. So the $45$ square meters are nine parts, and one part is $45 \\div 9 = 5$. The large pond has sixteen of those parts. Its area is $80$ square meters.',
      why: 'Four parts are $36\\ \\text{m}^2$, so one part is nine and $25$ parts are $225\\ \\text{m}^2$.',
      wrong: {
        '90': 'This is the ratio of lengths. Areas need its square.',
        '144': 'You went the wrong way with one of the steps: four parts make thirty-six.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Which two triangles are surely similar?',
      a: 'a',
      choices: [
        'One has angles of $50°$ and $60°$, the other angles of $60°$ and $70°$.',
        'Both have an angle of $50°$.',
        'One has the sides $3, 4, 5$, the other $4, 5, 6$.',
        'One has angles of $40°$ and $60°$, the other angles of $40°$ and $70°$.',
      ],
      hints: [
        'Work out the third angle where two are given.',
        'Two equal angles are enough, since the third follows from the sum. For sides, all ratios have to be equal.',
        'In each pair write down all three angles and compare the two lists.',
      ],
      example:
        'One triangle has angles of $35°$ and $80°$, another one $35°$ and $65°$. Are they similar? The third angle of the first is $180° - 115° = 65°$. The third angle of the second is $180° - 100° = 80°$. Both have the same three angles, only listed in another order. They are similar.',
      why: 'Its third angle is $70°$, and the third angle of the other is $50°$: the same three angles. Then the sides are in the same ratio by themselves.',
      wrong: {
        b: 'One equal angle leaves the shape open.',
        c: 'Adding one to each side is not multiplying: compare the ratios.',
        d: 'Work out the third angles: the two lists differ.',
      },
    }),
  ],
};
