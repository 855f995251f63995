import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: "Forces and Newton's laws",
  type: 'chapter',
  weight: 0.15,
  estimatedDurationMinutes: 45,
  description:
    'Three short laws explain why things start, stop and push back. You learn to add forces, to find the acceleration they cause, and to see through the most common mistake: that motion needs a force.',
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'In which unit do we measure forces?',
      a: 'newton',
      also: ['newtons', 'N', 'in newtons', 'in newton'],
      aliases: ['unit of force', 'what is force measured in'],
      hints: [
        'It is named after the scientist who stated the three laws of motion.',
        'It is the force that gives one kilogram an acceleration of one metre per second, per second. A bar of chocolate presses on your hand with about one of these.',
        'He was English, and a story tells of him, a garden and a falling apple.',
      ],
      why: 'One newton gives a mass of one kilogram an acceleration of 1 m/s². Remember it as the weight of a bar of chocolate.',
      wrong: {
        kilogram: "That is the unit of mass. Force is something else, though the shop's scale mixes them up.",
        joule: 'That is the unit of energy and work.',
        pascal: 'That is the unit of pressure: force for each square metre.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      unit: 'N',
      q: 'Two teams pull a rope. One pulls with 850 N to the left, the other with 910 N to the right. How large is the resultant (net) force?',
      a: '60',
      aliases: ['net force of two opposite forces', 'tug of war resultant'],
      hints: [
        'Do the two teams help each other?',
        'Forces in opposite directions are subtracted, those in the same direction are added.',
        'Take the smaller pull away from the larger one. What is left over points to the right.',
      ],
      example:
        'Two dogs pull a stick, one with 75 N to the north, the other with 90 N to the south. Step 1: the directions are opposite, so subtract. Step 2: $90 - 75 = 15$. Step 3: it points the way of the stronger pull: to the south. Result: 15 N to the south.',
      why: 'Most of the two pulls cancel each other out. Only what is left over can set the rope in motion.',
      wrong: {
        '1760': 'You added. That would be right if both teams pulled to the same side.',
        '910': 'The other team takes away most of this.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      unit: 'N',
      q: 'What net force gives a go-kart with a mass of 150 kg an acceleration of 3 m/s²?',
      a: '450',
      aliases: ['F = ma', 'force from mass and acceleration'],
      hints: [
        "Which three quantities occur in Newton's second law, and which two do you know?",
        'Net force = mass × acceleration.',
        'Each kilogram needs 3 N. How many kilograms are there?',
      ],
      example:
        'What net force gives a cart of 40 kg an acceleration of 2 m/s²? Each kilogram needs 2 N, and there are 40 of them: $F = ma = 40 \\cdot 2 = 80$. It takes 80 N.',
      why: 'The more mass there is and the quicker it is to change its velocity, the more force it takes: $F = ma$.',
      wrong: {
        '50': 'You divided. More mass needs more force.',
        '153': 'You added. These are different quantities, which have to be multiplied here.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'A puck slides over perfectly smooth ice. No forces act along its path. What does it do?',
      choices: [
        'It slows down, because its force is used up.',
        'It goes on at the same speed in a straight line.',
        'It gets faster and faster.',
        'It stops at once, because nothing pushes it.',
      ],
      a: 'b',
      aliases: ["Newton's first law", 'does motion need a force'],
      hints: [
        'Think of a space probe that switched its engine off years ago. Is it still moving?',
        'A force is needed to change a velocity, not to keep it.',
        'No force means no acceleration. What does this say about the speed and the direction?',
      ],
      example:
        'A bus brakes sharply, and a bag slides forward on the smooth floor. Which force pushes the bag forward? Step 1: list the forces on the bag along the floor: hardly any, as it is smooth. Step 2: without a force the bag keeps its velocity. Step 3: the bus under it becomes slower. Result: nothing pushes the bag; it just goes on while the bus does not.',
      why: 'Without a net force velocity stays as it is. On earth things stop only because friction acts on them: that is a force, too.',
      wrong: {
        a: 'A thing does not carry a force with it that can be used up. What slows things down in daily life?',
        c: 'Getting faster is a change of velocity and would need a force.',
        d: 'Stopping is a change of velocity, too, and would need a force.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'What do we call the tendency of every body to keep its state of motion?',
      a: 'inertia',
      also: ['the inertia', 'law of inertia'],
      aliases: ['why do you fall forward when the bus brakes', 'tendency to keep moving'],
      hints: [
        'You feel it when a bus brakes and your body goes on.',
        'It is not a force but a property, and it is larger the more mass a body has.',
        'The word comes from the Latin for “lazy” and begins with “in”.',
      ],
      why: 'The more mass, the more inertia: a loaded shopping trolley is hard to start and just as hard to stop.',
      wrong: {
        friction: 'That is a force that acts between surfaces. You are looking for a property of the body itself.',
        gravity: 'That is a pull between masses.',
        momentum: 'That depends on velocity, but even a body at rest has the property you are looking for.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'A skater pushes against a wall and rolls backwards. Which force sets her in motion?',
      choices: [
        'the force of her hands on the wall',
        'the force of her hands on herself',
        'the weight of her body',
        'the force of the wall on her hands',
      ],
      a: 'd',
      aliases: ["Newton's third law example", 'action and reaction skater'],
      hints: [
        'Only a force that acts *on her* can move her. Check that for each answer.',
        'If A pushes B, then B pushes A just as strongly in the opposite direction.',
        'She pushes the wall forward. Turn the sentence round: who pushes whom, and which way?',
      ],
      example:
        'What drives a rowing boat forward? Step 1: the oars push the water backwards. Step 2: turn the sentence round: the water pushes the oars forward. Step 3: only the second force acts on the boat with its oars. Result: the force of the water on the oars drives the boat.',
      why: 'Forces come in pairs that act on different bodies. Her push moves the wall (hardly at all), the push in return moves her.',
      wrong: {
        a: 'This force acts on the wall. Could it move her?',
        b: 'Nobody can lift themselves by their own hair: both ends of this force are in the same body.',
        c: 'Weight acts straight down and has no part in moving sideways.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'm/s^2',
      q: 'A net force of 3,000 N acts on a car with a mass of 1,200 kg. What is its acceleration?',
      a: '2.5',
      aliases: ['acceleration from force and mass'],
      hints: [
        "Write down Newton's second law and mark what you know.",
        'Solve $F = ma$ for the acceleration: it is the force for each kilogram.',
        'Share the 3,000 N among the 1,200 kg.',
      ],
      example:
        'A net force of 1,800 N acts on a motorbike of 250 kg. Step 1: $F = ma$, and $a$ is wanted. Step 2: divide by the mass: $a = F \\div m$. Step 3: $1{,}800 \\div 250 = 7.2$. Step 4: check: $250 \\times 7.2 = 1{,}800$. Result: 7.2 m/s gained in each second.',
      why: 'Acceleration is force divided by mass: every kilogram has to be dragged along.',
      wrong: {
        '0.4': 'You divided the mass by the force.',
        '3600000': 'You multiplied. The force has to be shared among the kilograms.',
      },
    }),
    story(
      'Two children pull a sled with a total mass of 20 kg across the snow. They pull with 90 N, and friction slows it with 60 N.',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'm/s^2',
          q: 'What is the acceleration of the sled?',
          a: '1.5',
          hints: [
            'Two forces act along the ground. Find out first what is left of them.',
            "Newton's second law uses the *net* force: pull minus friction.",
            'The net force is 30 N. Share it among the 20 kg.',
          ],
          why: 'Part of the pull only makes up for friction; just the rest accelerates the sled.',
          wrong: {
            '4.5': 'You used the pull alone. What about friction?',
            '7.5': 'You added the two forces, but they point in opposite directions.',
            '3': 'You used friction as if it were the net force.',
          },
        },
        {
          level: 2,
          kind: 'number',
          unit: 'm/s',
          q: 'It starts from rest. How fast is it after 4 s?',
          a: '6',
          hints: [
            'Your last result tells what is gained in each second.',
            'Velocity from rest = acceleration × time.',
            'Take the gain of one second and let it add up over 4 seconds.',
          ],
          why: 'As long as the net force stays the same, every second adds the same amount of speed.',
          wrong: {
            '18': 'You used the acceleration without friction.',
            '0.375': 'You divided by the time. The speed grows with each second.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Then they get tired and pull with only 60 N, just as much as friction. What does the sled do?',
          choices: [
            'It goes on at the speed it has.',
            'It stops at once.',
            'It gets slower and slower.',
            'It gets faster, but less than before.',
          ],
          a: 'a',
          aliases: ['balanced forces moving object', 'pull equals friction'],
          hints: [
            'Find the net force before you decide.',
            'The first law speaks about what happens when the forces balance, and it does not say “rest”.',
            'With a net force of zero the acceleration is zero. What does this mean for the speed it already has?',
          ],
          example:
            'A cyclist pedals with a steady forward force of 20 N, and air and road hold back with 20 N. Step 1: net force: $20 - 20 = 0$. Step 2: acceleration: none. Step 3: no acceleration means that velocity does not change. Result: the rider keeps riding at 7 m/s, if that is the speed he had before.',
          why: 'Balanced forces do not mean rest but no change: what is moving keeps moving.',
          wrong: {
            b: 'To stop it, a net force would have to act backwards.',
            c: 'To slow down, friction would have to be larger than the pull.',
            d: 'To get faster, the pull would have to be larger than friction.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'interval',
      q: 'Two forces of 4 N and 9 N act on the same point, in any directions you like. Which sizes (in N) can the resultant have? Write an interval.',
      a: '[5, 13]',
      aliases: ['smallest and largest resultant of two forces', 'range of the resultant force'],
      hints: [
        'Think of the two arrows as two sticks with a hinge. How far and how near can the free ends be?',
        'The resultant is largest when both pull the same way and smallest when they pull in opposite ways. In between, everything is possible.',
        'Add the two sizes for one end of the interval and subtract them for the other. Both cases can really occur, so think about the brackets.',
      ],
      example:
        'Two forces of 7 N and 10 N. Step 1: same direction: $10 + 7 = 17$ N, the largest. Step 2: opposite directions: $10 - 7 = 3$ N, the smallest. Step 3: turn one of them slowly from the one position to the other: the resultant passes through everything in between. Step 4: both ends occur. Result: $[3, 17]$.',
      why: 'The angle between the forces decides. Parallel and opposite arrows give the two extremes, and every angle in between gives a size in between.',
      wrong: {
        '[4, 9]': 'These are the two forces. Can the resultant be larger when they pull together?',
        '[0, 13]': 'Could these two ever cancel each other out completely? They are not equally strong.',
        '(5, 13)': 'The ends are right. Can they really occur? Think about your brackets.',
      },
    }),
    item({
      level: 3,
      kind: 'number',
      unit: 'N',
      q: 'One force of 6 N pulls to the north, another of 8 N to the east. How large is their resultant?',
      a: '10',
      aliases: ['resultant of perpendicular forces', 'adding forces at right angles'],
      hints: [
        'Draw both arrows, the second one beginning at the tip of the first. What kind of triangle do you see?',
        'The resultant is the third side of a right-angled triangle: use the theorem of Pythagoras.',
        'The squares of the two forces are 36 and 64. Add them, then undo the squaring.',
      ],
      example:
        'One force of 5 N pulls to the south, another of 12 N to the west. Step 1: they are at right angles, so Pythagoras applies. Step 2: $5^2 + 12^2 = 25 + 144 = 169$. Step 3: the root of 169 is 13. Step 4: check: more than 12, but less than $5 + 12 = 17$. Result: 13 N.',
      why: 'The forces neither help each other fully nor work against each other, so the result is larger than each of them but smaller than their sum.',
      wrong: {
        '14': 'You added the sizes. This is right only if both point the same way.',
        '2': 'You subtracted. This is right only if they point in opposite ways.',
        '100': 'You still have to take the square root.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'N',
      q: 'A boy pulls two toy wagons on a smooth floor with 20 N. The front wagon has 2 kg, the rear one 3 kg, and a light string joins them. How large is the pull in the string between the wagons?',
      a: '12',
      aliases: ['tension between two wagons', 'connected bodies pulled by a force'],
      hints: [
        'Both wagons move together. First look at the two as if they were one body.',
        'Use $F = ma$ twice: once for everything together, to find the acceleration, and once for the single wagon that only the string pulls.',
        'Together they have 5 kg, so both accelerate at 4 m/s². Which force does the rear wagon of 3 kg need for that?',
      ],
      example:
        'A tractor pulls two trailers with 900 N; the front one has 200 kg, the rear one 100 kg; there is no friction. Step 1: together they have 300 kg, so $a = 900 \\div 300 = 3$ m/s². Step 2: the hitch between them moves only the rear trailer: $100 \\times 3 = 300$. Step 3: check: the front one gets $900 - 300 = 600$ N, and $200 \\times 3 = 600$. Result: 300 N.',
      why: 'The string has to move only the rear wagon. The rest of the pull is needed for the front one.',
      wrong: {
        '20': 'This pulls both wagons. How many of them does the string pull?',
        '8': 'That is the part for the front wagon.',
        '60': 'You multiplied the whole pull by the mass of the rear wagon. Find the acceleration first.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      unit: 'kg',
      q: 'A net force of 84 N gives a box an acceleration of 3.5 m/s². What is its mass?',
      a: '24',
      aliases: ['mass from force and acceleration'],
      hints: [
        'Which of the three quantities in the second law is missing?',
        'Solve $F = ma$ for the mass.',
        'Divide the 84 N by the 3.5 m/s².',
      ],
      example:
        'A net force of 63 N gives a trolley 4.5 m/s². Step 1: $F = ma$, so $m = F \\div a$. Step 2: $63 \\div 4.5 = 14$. Step 3: check: $14 \\times 4.5 = 63$. Result: 14 kg.',
      why: 'Mass is the force that is needed for each unit of acceleration.',
      wrong: {
        '294': 'You multiplied. Here the product is known, and one factor is wanted.',
        '0.0417': 'You divided the acceleration by the force.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'A heavy truck and a small car collide. How do the forces that they exert on each other compare?',
      choices: [
        'The truck exerts the larger force, because it is heavier.',
        'The car exerts the larger force, because it is damaged more.',
        'Both forces are equally large.',
        'Only the faster one exerts a force.',
      ],
      a: 'c',
      aliases: ['truck and car collision forces'],
      hints: [
        'Do not mix up the force with the damage that it does.',
        "Newton's third law is about pairs of forces between two bodies, whatever their masses are.",
        'Say the law for this case: the truck pushes the car, and the car pushes the truck. What does the law say about the two sizes?',
      ],
      why: 'Forces between two bodies are always equal and opposite. The car suffers more since it has less mass: the same force changes its velocity more.',
      wrong: {
        a: 'The mass decides about the effect of the force, not about its size.',
        b: 'The damage shows how the force works on a light body.',
        d: 'Even a parked car pushes back when it is hit.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      unit: 'm/s^2',
      q: 'A motorboat has a mass of 600 kg. Its propeller pushes with 2,100 N, and the water holds it back with 900 N. What is its acceleration?',
      a: '2',
      aliases: ['acceleration of a motorboat with drag'],
      hints: [
        'Find out what remains of the push.',
        'Net force first, and then divide it by the mass.',
        'A net force of 1,200 N has to move 600 kg.',
      ],
      example:
        'A cart of 40 kg is pushed with 130 N, and friction is 70 N. First the net force: $130 - 70 = 60$ N, in the direction of the push. Then divide by the mass: $60 \\div 40 = 1.5$. As a check: $40 \\times 1.5 = 60$. Result: 1.5 m/s gained in every second.',
      why: 'The drag of the water cancels part of the push, and only the rest accelerates the boat.',
      wrong: {
        '3.5': 'You forgot the drag of the water.',
        '5': 'You added the forces, but they point in opposite directions.',
        '0.5': 'You divided the mass by the force.',
      },
    }),
  ],
};
