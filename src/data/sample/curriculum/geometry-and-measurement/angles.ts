import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Angles',
  type: 'intro',
  weight: 0.6,
  estimatedDurationMinutes: 30,
  description:
    'Angles measure turning. You learn which angles belong together at crossings, around points and between parallel lines, and how a few given angles tell all the others.',
  prerequisites: [],
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'Two angles lie side by side and together make a straight line. One of them is $68°$. How large is the other?',
      a: '112',
      unit: 'degrees',
      hints: [
        'Imagine turning from one end of the line to the other end. How much of a full turn is that?',
        'Angles that together form a straight line add up to $180°$.',
        'Take the known angle away from the straight angle.',
      ],
      example:
        'Two angles form a straight line, and one of them is $53°$. A straight line is half of a full turn, and half of $360°$ is $180°$. The two angles share this half turn. So the other one is what is left of it: $180° - 53°$. It is $127°$.',
      why: '$180° - 68° = 112°$. A straight line is a half turn, and the two angles share it between them.',
      wrong: {
        '22': 'Together these would make a right angle. How many degrees has a straight line?',
        '292': 'Together these would make a full turn. A straight line is only half of it.',
      },
      aliases: ['angles on a straight line', 'supplementary angles'],
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What kind of angle is $135°$?',
      a: 'c',
      choices: ['Acute', 'Right', 'Obtuse', 'Straight'],
      hints: [
        'Compare it with the corner of a sheet of paper.',
        'The kinds are split at a quarter turn, $90°$, and at a half turn, $180°$.',
        'It is larger than the corner of the sheet, but not yet a half turn. Which name belongs to that stretch?',
      ],
      why: 'Between $90°$ and $180°$ an angle is called obtuse, which means “blunt”. Acute, “sharp”, is below $90°$.',
      wrong: {
        a: 'These are the sharp ones, below a quarter turn.',
        b: 'That is exactly a quarter turn.',
        d: 'That is exactly a half turn.',
      },
      aliases: ['kinds of angles', 'angle bigger than 90'],
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'What are two angles called that add up to $90°$?',
      a: 'complementary',
      also: ['complementary angles', 'complements', 'they are complementary', 'complement'],
      hints: [
        'There is one word for pairs with the sum $90°$ and another for pairs with $180°$. Which was which?',
        'The word says that the two angles make each other complete: together they fill a corner.',
        'It begins with “c” like “corner”, and the pair for $180°$ begins with “s” like “straight”.',
      ],
      why: 'They complete each other to a right angle. The letters help: C for corner and S for straight, as in “supplementary”.',
      wrong: {
        supplementary: 'Those add up to a straight line. You want the pair that fills a corner.',
        adjacent: 'That only says that they lie side by side, whatever their sum.',
      },
      aliases: ['angles that add to 90'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Two straight lines cross. One of the four angles is $37°$. How large is each of its two neighbors?',
      a: '143',
      unit: 'degrees',
      hints: [
        'Draw the crossing. The given angle and one neighbor lie along one of the straight lines.',
        'Neighbors at a crossing share a straight line; angles across from each other are equal.',
        'Angle and neighbor make $180°$ together. How much is left for the neighbor?',
      ],
      example:
        'Two lines cross, and one angle is $64°$. Its neighbor completes it to a straight line, so it has $180° - 64°$. The other neighbor does the same on the other line, so it is equally large. And the angle across is again $64°$. All four add up to $360°$. Each neighbor is $116°$.',
      why: 'Each neighbor completes the given angle to a straight line: $180° - 37° = 143°$. So one angle at a crossing tells you all four.',
      wrong: {
        '37': 'That is the angle across, not the neighbor.',
        '53': 'Together these would make a right angle. A straight line has more.',
        '323': 'Neighbors share a straight line, not a full turn.',
      },
      aliases: ['angles where two lines cross', 'vertical angles neighbors'],
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Four angles meet around a point and leave no gap. Three of them are $95°$, $140°$ and $70°$. How large is the fourth?',
      a: '55',
      unit: 'degrees',
      hints: [
        'Walk once around the point. How far have you turned?',
        'All angles around a point add up to $360°$.',
        'Add the three angles that you know and take the sum away from a full turn.',
      ],
      example:
        'Around a point lie angles of $120°$, $85°$, $110°$ and one unknown angle. Once around is a full turn of $360°$. The known ones together: $120 + 85 + 110 = 315$. The unknown angle fills the gap that is left: $360° - 315°$. It is $45°$.',
      why: 'The three take $305°$ of the full turn, so $55°$ are left for the last. A circle of pizza slices works the same way.',
      wrong: {
        '305': 'This is the sum of the three. What is missing to a full turn?',
        '65': 'Add the three angles again.',
      },
      aliases: ['angles around a point', 'full turn 360'],
    }),
    item({
      level: 2,
      kind: 'set',
      q: 'A line crosses two parallel lines, so eight angles appear. One of them is $65°$. Which sizes occur among all eight? Write a set, like {10, 20}.',
      a: '{65, 115}',
      hints: [
        'Start with one crossing: find all four angles there.',
        'Parallel lines lie in the same direction, so the second crossing is a copy of the first.',
        'At one crossing there is the given angle and its neighbor on the straight line. Find the neighbor.',
      ],
      example:
        'A line crosses two parallel lines, and one angle is $48°$. At this crossing the neighbor is $180° - 48° = 132°$, and the angles across repeat these two sizes. The second parallel line points in the same direction, so the crossing line makes the same angles there. Only two sizes occur: $\\{48, 132\\}$.',
      why: 'Each crossing has two sizes that add up to $180°$, and parallel lines make both crossings alike. So eight angles have just two sizes.',
      wrong: {
        '{65}': 'That would be so only for half of them. What about the neighbors?',
        '{25, 65}': 'Neighbors complete each other to a straight line, not to a corner.',
        '{65, 115, 90}': 'No right angle appears here. Look at one crossing at a time.',
      },
      aliases: ['parallel lines cut by a transversal', 'corresponding and alternate angles'],
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'Two lines are cut by a third line. In which case are the two lines surely parallel?',
      a: 'a',
      choices: [
        'Two corresponding angles are equal.',
        'Two angles across from each other at one crossing are equal.',
        'Two neighboring angles at one crossing add up to $180°$.',
        'One of the eight angles is $90°$.',
      ],
      hints: [
        'Some of these statements are true at *every* crossing and prove nothing about the second line.',
        'To compare two lines you need one angle from each crossing.',
        'Strike out the statements that talk about a single crossing, and see what is left.',
      ],
      why: 'Equal corresponding angles mean that both lines turn away from the third by the same amount, so they have the same direction. The others look at one crossing only.',
      wrong: {
        b: 'This is true at every crossing, whether the lines are parallel or not.',
        c: 'This is true at every crossing, whether the lines are parallel or not.',
        d: 'The other crossing may have quite different angles.',
      },
      aliases: ['how to prove lines are parallel', 'corresponding angles equal'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Two angles on a straight line have the sizes $2x + 15$ and $3x + 25$ degrees. What is $x$?',
      a: '28',
      hints: [
        'You know something about the two angles together, although you know neither of them.',
        'Angles on a straight line add up to $180°$. That makes an equation.',
        'Add the two expressions: $5x + 40$ must be equal to the straight angle.',
      ],
      example:
        'Two angles on a straight line are $4x + 10$ and $2x + 20$ degrees. They share a half turn: $4x + 10 + 2x + 20 = 180$. Collect like terms: $6x + 30 = 180$. Subtract thirty: $6x = 150$. Divide by six: $x = 25$. A check: the angles are $110°$ and $70°$, together a straight line. So $x = 25$.',
      why: '$5x + 40 = 180$ gives $x = 28$. The angles are $71°$ and $109°$, which do make a straight line.',
      wrong: {
        '10': 'These would fill a right angle. On a straight line there is more room.',
        '71': 'This is the first angle. The question asks for $x$.',
        '64': 'These would fill a full turn. A straight line is half of it.',
      },
      aliases: ['angles with x in them', 'equation with angles'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Between two parallel lines, on the same side of a crossing line, lie the angles $x + 40$ and $2x - 13$ degrees. What is $x$?',
      a: '51',
      hints: [
        'The two lie between the parallels on the same side. Are they equal, or do they complete each other?',
        'Such angles are called co-interior. One leans as much as the other lacks: together they make $180°$.',
        'Add the two expressions and set the sum equal to the straight angle: $3x + 27 = 180$.',
      ],
      example:
        'Between parallels, on the same side, lie $x + 30$ and $3x - 10$ degrees. A corresponding angle of the first is the neighbor of the second, so they add up to $180°$: $x + 30 + 3x - 10 = 180$. That is $4x + 20 = 180$, so $4x = 160$. The angles are $70°$ and $110°$. So $x = 40$.',
      why: '$3x + 27 = 180$ gives $x = 51$: angles of $91°$ and $89°$. A copy of one angle at the other crossing is the neighbor of the second, so they share a straight line.',
      wrong: {
        '53': 'You set the two equal. That holds for alternate angles, on opposite sides of the crossing line.',
        '91': 'This is the first angle. The question asks for $x$.',
        '21': 'Together these would make a right angle.',
      },
      aliases: ['co-interior angles', 'same side interior angles with x'],
    }),
    story('A clock with hands shows the time. The long minute hand and the short hour hand both turn steadily.', [
      {
        level: 2,
        kind: 'number',
        q: 'By how many degrees does the minute hand turn in $25$ minutes?',
        a: '150',
        unit: 'degrees',
        hints: [
          'How far does the minute hand turn in a whole hour?',
          'Sixty minutes are a full turn, so every minute takes an equal part of it.',
          'One minute is six degrees. Take that for each of the minutes.',
        ],
        why: '$360° \\div 60 = 6°$ for each minute, so twenty-five of them make $150°$.',
        wrong: {
          '25': 'A minute is more than one degree, since a full turn has $360°$ and sixty minutes.',
          '125': 'From one number of the clock to the next, five minutes, the hand turns by a twelfth of a full turn.',
        },
      },
      {
        level: 3,
        kind: 'number',
        q: 'By how many degrees does the hour hand turn in $25$ minutes?',
        a: '12.5',
        unit: 'degrees',
        hints: [
          'The hour hand is much slower. How long does it take for a full turn?',
          'In twelve hours it makes a full turn. Find how far it goes in one hour, then in one minute.',
          'In an hour it turns by $30°$. What part of an hour are $25$ minutes?',
        ],
        example:
          'By how much does the hour hand turn in $44$ minutes? In twelve hours it makes a full turn of $360°$, so in one hour it makes $360° \\div 12 = 30°$. In one minute it is a sixtieth of this: $30° \\div 60 = 0.5°$. In forty-four minutes it turns by $44 \\cdot 0.5°$. That is $22°$.',
        why: 'Half a degree in each minute gives $12.5°$. Between two numbers of the clock the hour hand never stands still, it creeps.',
        wrong: {
          '150': 'That is the minute hand. The hour hand is twelve times slower.',
          '30': 'That is a full hour.',
        },
      },
      {
        level: 4,
        kind: 'number',
        q: 'What is the smaller angle between the two hands at $3{:}40$?',
        a: '130',
        unit: 'degrees',
        hints: [
          'Measure the position of each hand from the twelve. Does the hour hand point exactly at the three?',
          'The minute hand moves by six degrees a minute, the hour hand by half a degree a minute.',
          'From the twelve, the minute hand is at $240°$. The hour hand is at $90°$ and then forty minutes further.',
        ],
        example:
          "What is the angle between the hands at $2{:}20$? From the twelve, the minute hand has turned by $20 \\cdot 6° = 120°$. The hour hand was at $60°$ at two o'clock and has moved on by $20 \\cdot 0.5° = 10°$, so it is at $70°$. The angle between them is the difference of the positions: $120° - 70°$. It is $50°$.",
        why: 'The hour hand is at $90° + 20° = 110°$ and the minute hand at $240°$. The difference is $130°$.',
        wrong: {
          '150': 'You left the hour hand at the three. By twenty to four it has moved on.',
          '230': 'This is the larger angle, around the other side.',
          '170': 'The hour hand creeps forward, towards the minute hand here.',
        },
        aliases: ['angle between clock hands'],
      },
    ]),
    testItem({
      level: 2,
      kind: 'number',
      q: 'Three angles lie along a straight line without gaps. Two are $47°$ and $58°$. How large is the third?',
      a: '75',
      unit: 'degrees',
      hints: [
        'All three share one straight line.',
        'Angles on a straight line add up to $180°$.',
        'Add the two that you know, and find what is missing.',
      ],
      why: '$180° - 47° - 58° = 75°$. It does not matter how many angles share the line; their sum is a half turn.',
      wrong: {
        '105': 'This is the sum of the two given angles.',
        '255': 'A straight line is half a turn, not a full one.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'Two lines cross. Two angles across from each other have the sizes $4x - 22$ and $2x + 30$ degrees. How large is each of these two angles?',
      a: '82',
      unit: 'degrees',
      hints: [
        'What do you know about angles across from each other?',
        'They are equal, so you can write an equation. Then put $x$ back to find the angle.',
        '$4x - 22 = 2x + 30$ leads to $2x = 52$. From $x$ go back to the size.',
      ],
      example:
        'Two angles across from each other are $5x - 10$ and $3x + 20$ degrees. They are equal: $5x - 10 = 3x + 20$. Subtract $3x$ and add ten: $2x = 30$, so $x = 15$. That is not the angle yet. Put it back: $5 \\cdot 15 - 10 = 65$, and $3 \\cdot 15 + 20 = 65$ agrees. Each is $65°$.',
      why: '$x = 26$, and both expressions then say $82°$. Angles across from each other have the same neighbor, so they must be equal.',
      wrong: {
        '26': 'This is $x$. The question asks for the angle.',
        '98': 'This is the neighbor of the angle.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'A street crosses two parallel railway tracks. At the first track it makes an angle of $74°$. What is true at the second track?',
      a: 'd',
      choices: [
        'All four angles there are $90°$.',
        'The angles depend on how far apart the tracks are.',
        'All four angles there are $74°$.',
        'Two angles there are $74°$ and two are $106°$.',
      ],
      hints: [
        'Both tracks point in the same direction, and the street is straight.',
        'Corresponding angles at parallel lines are equal.',
        'The second crossing is a copy of the first. Which four angles are at the first?',
      ],
      why: 'The second crossing is a copy of the first: the angle and its neighbor, each twice. The distance between the tracks does not matter.',
      wrong: {
        b: 'Slide one crossing along the street onto the other: would anything change?',
        c: 'Four equal angles would have to be right angles, as they add up to a full turn.',
      },
    }),
  ],
};
