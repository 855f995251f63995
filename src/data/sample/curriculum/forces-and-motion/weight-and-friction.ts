import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Weight and friction',
  type: 'chapter',
  weight: 0.13,
  estimatedDurationMinutes: 35,
  description:
    'Two forces are with you all day: the pull of the earth and the grip of the ground. You learn to tell mass from weight, to use friction, and to see why a skydiver stops getting faster.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      unit: 'N',
      q: 'A school bag has a mass of 7 kg. What is its weight on earth? (Use $g = 10$ N/kg.)',
      a: '70',
      aliases: ['weight from mass', 'how to calculate weight'],
      hints: [
        'Mass is given in kilograms. The answer is a force.',
        'Weight is the pull of the earth: weight = mass × $g$.',
        'The earth pulls each kilogram with 10 N. How many kilograms are there?',
      ],
      example:
        'A watermelon has a mass of 4.5 kg. Step 1: weight is a force, in newtons. Step 2: the earth pulls each kilogram with 10 N. Step 3: $4.5 \\times 10 = 45$. Step 4: check: 4 kg would weigh 40 N, so a bit more makes sense. Result: 45 N.',
      why: 'The value $g$ tells how hard each kilogram is pulled. So weight is mass multiplied by $g$.',
      wrong: {
        '0.7': 'You divided by ten. Each kilogram is pulled with several newtons, so the number gets larger.',
        '7': 'That is the mass in kilograms. Weight is a force.',
        '17': 'You added. Each kilogram is pulled with 10 N, so multiply.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'An astronaut flies to the moon. What happens to her mass and her weight?',
      choices: [
        'Both become smaller.',
        'Both stay the same.',
        'Her mass becomes smaller, her weight stays the same.',
        'Her mass stays the same, her weight becomes smaller.',
      ],
      a: 'd',
      aliases: ['mass and weight on the moon', 'difference between mass and weight'],
      hints: [
        'One of the two belongs to her alone. For the other one, a planet or a moon is needed, too.',
        'Mass tells how much matter there is. Weight tells how hard this matter is pulled down.',
        'Ask whether she loses any part of her body on the way, and whether the moon pulls as hard as the earth.',
      ],
      why: 'The same amount of matter travels along, but the moon pulls each kilogram with only about a sixth of the force that the earth does.',
      wrong: {
        a: 'Would a part of her body be missing on the moon?',
        b: 'Remember how astronauts hop on the moon. Is the pull there the same?',
        c: 'You have swapped the two words. Which one is a force?',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'Which force between two surfaces works against their sliding over each other?',
      a: 'friction',
      also: ['frictional force', 'force of friction', 'the friction', 'friction force'],
      aliases: ['what force stops things from sliding', 'force between rubbing surfaces'],
      hints: [
        'You use it when you rub your hands to warm them, and you miss it on ice.',
        'Even smooth surfaces have tiny bumps that catch on each other.',
        'The word comes from the Latin for “to rub” and begins with “fri”.',
      ],
      example:
        'Which force slows a parachute down? Step 1: which surfaces rub against each other? None: the parachute moves through air. Step 2: it pushes air away in front of it, and the air pushes back. Step 3: this force, too, works against the motion. Result: air resistance, also called drag.',
      why: 'Friction works against sliding. It wears out brakes, but without it you could neither walk nor hold a pencil.',
      wrong: {
        gravity: 'That pulls down and needs no surface.',
        inertia: 'That is not a force but the tendency of a body to keep moving.',
        'air resistance': 'That acts in air. Here two surfaces touch.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'N',
      q: 'On the moon $g = 1.6$ N/kg. What is the weight there of an astronaut with a mass of 45 kg?',
      a: '72',
      aliases: ['weight on the moon'],
      hints: [
        'Her mass is the same as on earth. What is different?',
        'Weight = mass × $g$, with the $g$ of the place where she is.',
        'Each of her 45 kilograms is pulled with 1.6 N.',
      ],
      example:
        'On Venus $g = 8.9$ N/kg. What is the weight of a probe of 20 kg? Step 1: mass stays the same everywhere. Step 2: use the $g$ of Venus: $20 \\times 8.9 = 178$. Step 3: compare with earth: 200 N, so a bit less, as it should be. Result: 178 N.',
      why: 'Only $g$ depends on the place. With so small a weight and unchanged muscles, she can jump high.',
      wrong: {
        '450': 'That is her weight on earth.',
        '28.125': 'You divided. Each kilogram is pulled with more than one newton.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these make friction smaller? Choose all that apply.',
      choices: [
        'a drop of oil between the parts',
        'sand on an icy path',
        'wheels or ball bearings',
        'rougher soles on your shoes',
        'polishing a rough wooden slide',
      ],
      a: 'a,c,e',
      aliases: ['how to reduce friction', 'ways to make friction smaller'],
      hints: [
        'Imagine that each of them has been done: does it slide or roll more easily now, or does it grip better?',
        'Friction comes from bumps that catch on each other and from surfaces that are pressed together.',
        'Decide in every case whether the bumps are filled, flattened or avoided by rolling, or whether there are more of them.',
      ],
      example:
        'A curling player sweeps the ice in front of the stone. Does that make friction smaller? Step 1: sweeping rubs and warms the ice a little. Step 2: a thin film of water forms on top. Step 3: the film fills the tiny bumps, and the stone glides on it. Result: yes, the stone slides farther.',
      why: 'Oil keeps the bumps apart, wheels roll where others have to slide, and polishing takes the bumps away. Sand and rough soles do the opposite, and sometimes that is just what you want.',
      wrong: {
        'a,c': 'Good so far. Is there another one that flattens the bumps?',
        'a,b,c,e': 'One of these is spread in winter so that people do *not* slip.',
        'b,d': 'These two make you slip less. The question is about the opposite.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'kg',
      q: 'On Mars, where $g = 3.7$ N/kg, a rover weighs 111 N. What is its mass?',
      a: '30',
      aliases: ['mass from weight', 'find the mass on mars'],
      hints: [
        'This time the force is known, and the kilograms are wanted.',
        'Turn weight = mass × $g$ round.',
        'Each kilogram takes 3.7 N of the weight. See how many kilograms the 111 N are enough for.',
      ],
      example:
        'On the moon, where $g = 1.6$ N/kg, a box weighs 80 N. Each kilogram is pulled with 1.6 N, so count how many of these are in 80: 80 ÷ 1.6 = 50. Its mass is 50 kg.',
      why: 'Weight divided by the pull on each kilogram gives the number of kilograms. The mass would be the same on earth.',
      wrong: {
        '410.7': 'You multiplied. The weight is already the product.',
        '11.1': 'You used the $g$ of the earth.',
      },
    }),
    item({
      level: 3,
      kind: 'interval',
      q: 'A heavy box stands on the floor. Friction can hold it against sideways pushes of up to 80 N, that value included. For which sizes $F$ of the push (in N, beginning at 0) does it stay at rest? Write an interval.',
      a: '[0, 80]',
      aliases: ['static friction range', 'when does the box start to move'],
      hints: [
        'Try some pushes: a very gentle one, a stronger one, one just at the limit. What does the box do?',
        'As long as the box does not move, friction answers with just as much as the push, but only up to its limit.',
        'Begin with no push at all and end with the largest one that is still held. Decide for both ends whether they belong to it.',
      ],
      example:
        'A magnet holds a sheet of paper on a door against pulls of less than 3 N; at 3 N exactly it lets go. For which pulls does it hold? Step 1: no pull at all: it holds, so zero belongs to it. Step 2: everything below 3: it holds. Step 3: 3 itself: it lets go, so a round bracket. Result: $[0, 3)$.',
      why: 'Static friction adapts itself: it is as large as the push, never larger. At the limit it still holds, so both ends belong to the interval.',
      wrong: {
        '[0, 80)': 'What does “that value included” mean for the upper end?',
        '[80, inf)': 'Those are the pushes at and beyond the limit. When does it stay at rest?',
        '(0, 80]': 'Does the box move when nobody pushes at all?',
      },
    }),
    story('A skydiver and her equipment have a mass of 80 kg together. She jumps from a plane. (Use $g = 10$ N/kg.)', [
      {
        level: 2,
        kind: 'number',
        unit: 'N',
        q: 'What is the total weight?',
        a: '800',
        hints: [
          'Which quantity is given, and which one is wanted?',
          'Weight = mass × $g$.',
          'The earth pulls each of the 80 kilograms with 10 N.',
        ],
        why: 'The weight stays the same during the whole jump. What changes is the resistance of the air.',
        wrong: {
          '8': 'You divided. Each kilogram is pulled with several newtons.',
          '80': 'That is the mass in kilograms.',
        },
      },
      {
        level: 3,
        kind: 'number',
        unit: 'm/s^2',
        q: 'At a certain moment the air resistance is 500 N. What is her downward acceleration at this moment?',
        a: '3.75',
        aliases: ['acceleration with air resistance'],
        hints: [
          'Two forces act on her: one down, one up. What is left of them?',
          'Net force = weight − air resistance. Then acceleration = net force ÷ mass.',
          'A net force of 300 N has to accelerate 80 kg.',
        ],
        example:
          'A crate of 60 kg falls, and the air resistance is 240 N. Step 1: weight: $60 \\times 10 = 600$ N. Step 2: net force: $600 - 240 = 360$ N. Step 3: divide by the mass: $360 \\div 60 = 6$. Result: 6 m/s gained in each second.',
        why: 'Air resistance takes away part of the pull, so she still gets faster, but no longer so quickly.',
        wrong: {
          '6.25': 'You used air resistance as the net force.',
          '10': 'That is the acceleration without air.',
          '16.25': 'You added the forces, but they point in opposite directions.',
        },
      },
      {
        level: 3,
        kind: 'choice',
        q: 'Some seconds later her speed no longer changes. What is true now?',
        choices: [
          'Her weight has become zero.',
          'The air resistance is larger than her weight.',
          'Air resistance and weight are equally large.',
          'No forces act on her any more.',
        ],
        a: 'c',
        aliases: ['terminal velocity', 'why does a skydiver stop accelerating'],
        hints: [
          'What does a constant speed tell you about the net force?',
          'The faster she falls, the stronger the air pushes back, while her weight does not change.',
          'The net force has to be zero. What must the upward force have become?',
        ],
        example:
          "A steel ball sinks in honey, slowly and at a steady speed. What do the forces look like? Step 1: steady means no acceleration. Step 2: so the net force is zero. Step 3: downwards acts the weight, upwards act the honey's buoyancy and drag. Step 4: these two together must cancel the weight. Result: up and down balance each other.",
        why: 'As she gets faster, the resistance grows until it balances the weight. Then there is no net force, and the speed stays: it is called terminal velocity.',
        wrong: {
          a: 'Weight depends on mass and $g$, and neither has changed.',
          b: 'Then she would become slower. Does she?',
          d: 'The forces are still there. What do they do to each other?',
        },
      },
      {
        level: 4,
        kind: 'number',
        unit: 'm/s^2',
        q: 'Now the parachute opens, and for a moment the air resistance is 2,000 N. What is the *size* of her acceleration (which points upwards now)?',
        a: '15',
        hints: [
          'Which of the two forces is the larger one now?',
          'Net force = larger force − smaller force, and it points the way of the larger one. Then divide by the mass.',
          'The net force is 1,200 N upwards, and the mass is still 80 kg.',
        ],
        example:
          "A drone's supply box of 5 kg opens its little parachute: air resistance 90 N. Step 1: weight: $5 \\times 10 = 50$ N. Step 2: the upward force is larger: net force $90 - 50 = 40$ N upwards. Step 3: $40 \\div 5 = 8$. Step 4: it falls on, but loses 8 m/s in each second. Result: 8 metres per second, every second, upwards.",
        why: 'She does not fly up, she only falls more slowly: an acceleration against the motion. As her speed falls, air resistance falls too, until the forces balance again.',
        wrong: {
          '25': 'You forgot the weight, which acts against the parachute.',
          '35': 'You added the forces, but they point in opposite directions.',
          '1200': 'That is the net force. Divide it by the mass.',
        },
      },
    ]),
    item({
      level: 3,
      kind: 'number',
      unit: 'N',
      q: 'For wood sliding on wood, friction is about 0.4 times the weight of the sliding thing on level ground. What force is needed to slide a wooden crate of 25 kg at a steady speed? (Use $g = 10$ N/kg.)',
      a: '100',
      aliases: ['coefficient of friction problem', 'force to slide a crate'],
      hints: [
        'A steady speed: what does it say about push and friction?',
        'First find the weight from the mass, then the friction from the weight.',
        'The crate weighs 250 N. Take 0.4 of it.',
      ],
      example:
        'Rubber on dry asphalt has friction of about 0.8 times the weight. What holds a rubber block of 15 kg? Step 1: weight: $15 \\times 10 = 150$ N. Step 2: friction: $0.8 \\times 150 = 120$. Step 3: at a steady speed the push is as large as friction. Result: 120 N.',
      why: 'At a steady speed the forces balance, so the push equals the friction, and friction grows with the force that presses the surfaces together.',
      wrong: {
        '10': 'You took 0.4 of the mass. Friction depends on the weight, which is a force.',
        '250': 'That is the weight. Sliding needs less than lifting.',
        '625': 'You divided by 0.4. A part of the weight must be less than the weight.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'N',
      q: 'Shira (60 kg) stands on a scale in a lift that accelerates *upwards* at 2 m/s². With what force does the scale push her up? (Use $g = 10$ N/kg.)',
      a: '720',
      aliases: ['apparent weight in an elevator', 'why do you feel heavier in a lift'],
      hints: [
        'When the lift starts to go up, do you feel heavier or lighter? Use it to check your result.',
        "Two forces act on her: her weight down, the scale's push up. Their difference accelerates her.",
        'She needs a net force of 120 N upwards, and her weight is 600 N downwards. What must the scale supply?',
      ],
      example:
        'A bag of 20 kg lies in a lift that accelerates upwards at 1.5 m/s². Step 1: weight: $20 \\times 10 = 200$ N. Step 2: net force for the acceleration: $20 \\times 1.5 = 30$ N. Step 3: the floor must carry the weight and accelerate the bag as well: $200 + 30 = 230$. Result: 230 N.',
      why: 'The scale has to hold her and accelerate her upwards as well. A scale does not show the pull of the earth but its own push, and this is what you feel.',
      wrong: {
        '600': 'With this push the forces would balance, and she would not accelerate.',
        '480': 'That is right for a lift that accelerates downwards.',
        '120': 'That is the net force. The scale has to carry her as well.',
      },
    }),
    testItem({
      level: 1,
      kind: 'number',
      unit: 'N',
      q: 'A dog has a mass of 24 kg. What is its weight on earth? (Use $g = 10$ N/kg.)',
      a: '240',
      aliases: ['weight of a dog'],
      hints: ['The answer is a force.', 'Weight = mass × $g$.', 'Each of the 24 kilograms is pulled with 10 N.'],
      why: 'The earth pulls each kilogram with about ten newtons.',
      wrong: {
        '2.4': 'You divided. Multiply the mass by the pull on each kilogram.',
        '24': 'That is the mass.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'A hammer and a feather are dropped at the same time on the moon, where there is no air. What happens?',
      choices: [
        'The hammer lands first.',
        'Both land at the same moment.',
        'The feather lands first.',
        'Neither falls, as there is no gravity on the moon.',
      ],
      a: 'b',
      aliases: ['hammer and feather on the moon'],
      hints: [
        'What is it that holds a feather back on earth?',
        'A heavier body is pulled harder, but it is also harder to accelerate, just in proportion.',
        "Without air only the moon's pull is left. Divide the pull by the mass for both things and compare.",
      ],
      example:
        'A ball of 2 kg and one of 6 kg fall without air on earth. Step 1: weights: 20 N and 60 N. Step 2: accelerations: $20 \\div 2 = 10$ and $60 \\div 6 = 10$. Step 3: both gain 10 m/s in each second. Result: they stay side by side all the way.',
      why: 'Weight divided by mass is $g$ for every body, so without air all fall alike. An astronaut showed it on the moon in 1971.',
      wrong: {
        a: 'On earth you would see that, but because of the air.',
        c: 'Nothing makes the feather faster than the hammer.',
        d: 'The moon pulls, too, only less than the earth does. Otherwise no astronaut could walk on it.',
      },
    }),
    testItem({
      level: 4,
      kind: 'number',
      unit: 'm/s^2',
      q: 'A crate of 20 kg is pushed with 150 N. Friction is half of its weight. What is its acceleration? (Use $g = 10$ N/kg.)',
      a: '2.5',
      aliases: ['acceleration of a crate with friction'],
      hints: [
        'There are three steps: weight, friction, net force. Then comes the second law.',
        'Net force = push − friction, and acceleration = net force ÷ mass.',
        'The weight is 200 N, so friction is 100 N. What is left of the push for 20 kg?',
      ],
      example:
        'A box of 10 kg is pushed with 60 N, and friction is 0.3 of its weight. Step 1: weight: $10 \\times 10 = 100$ N. Step 2: friction: $0.3 \\times 100 = 30$ N. Step 3: net force: $60 - 30 = 30$ N. Step 4: $30 \\div 10 = 3$. Result: 3 m/s gained in each second.',
      why: 'Friction uses up a large part of the push; only the rest accelerates the crate.',
      wrong: {
        '7.5': 'You forgot friction.',
        '12.5': 'You added friction to the push.',
        '7': 'You took half of the mass for friction. It is half of the weight.',
      },
    }),
  ],
};
