import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Summary: how things move',
  type: 'summary',
  weight: 0.08,
  estimatedDurationMinutes: 35,
  description:
    'Motion, force, energy, momentum and pressure belong together. You practise choosing the right tool, and solve problems that need two of them at once.',
  prerequisites: ['Work and energy', 'Momentum', 'Pressure'],
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: 'Which pair of quantity and unit is right?',
      choices: ['force – joule', 'work – newton', 'pressure – watt', 'power – watt', 'momentum – pascal'],
      a: 'd',
      aliases: ['units of force work power pressure'],
      hints: [
        'Take one unit after the other and ask what you know from daily life: lamps, tyres, food labels.',
        'The newton belongs to pushes and pulls, the joule to energy, and the pascal to force for each area.',
        'The unit that is printed on lamps and vacuum cleaners tells how much energy is used in each second. What is this quantity called?',
      ],
      why: 'A watt is one joule in each second, and that is power: how quickly energy is used or work is done.',
      wrong: {
        a: 'Joules measure energy. A push is measured in another unit.',
        b: 'Newtons measure pushes and pulls. How far it goes counts for work as well.',
        c: 'Pressure is force for each area and has a unit of its own.',
        e: 'That unit is newtons for each square metre. Momentum is mass times velocity.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      unit: 'N',
      q: 'A parachutist comes down at a steady 5 m/s. Her weight is 750 N. How large is the air resistance?',
      a: '750',
      aliases: ['air resistance at steady speed'],
      hints: [
        'The most important word of the question is “steady”.',
        'Without acceleration the net force is zero: the forces up and down balance.',
        'One force of this pair is given. How large must the other one be, so that nothing is left over?',
      ],
      example:
        'A lamp of 12 N hangs from the ceiling. How large is the pull of the cord? Step 1: the lamp is at rest, so it does not accelerate. Step 2: the net force is zero. Step 3: downwards the weight acts, upwards the cord, and they must balance. Result: 12 N.',
      why: 'Steady motion needs no net force, so up and down cancel. The speed of 5 m/s is not needed at all.',
      wrong: {
        '0': 'Then she would fall faster and faster.',
        '150': 'You divided by the speed. What does a steady speed say about the forces?',
        '3750': 'You multiplied by the speed. That gives the power, not a force.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: "A satellite's engine is off, and far from all planets it keeps its velocity for years. Which of Newton's laws describes this: the first, the second or the third?",
      a: 'first',
      also: ['the first', 'first law', 'the first law', "Newton's first law", '1', '1st'],
      aliases: ['which newton law keeps things moving'],
      hints: [
        'Look for a net force on the satellite, and for a pair of bodies that push each other.',
        'One law is about motion without a net force, one about force and acceleration, one about pairs of forces.',
        'The law you need is also called the law of inertia. Rule out the one with $F = ma$ and the one about action and reaction.',
      ],
      why: 'Without a net force velocity stays as it is: the law of inertia. Rest is only the special case in which the velocity is zero.',
      wrong: {
        second: 'That one tells what a net force does. Here there is none.',
        third: 'That one is about two bodies that push each other.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'A ball is thrown straight up and is just at its highest point. (Ignore the air.) Which statements are true at this moment? Choose all that apply.',
      choices: [
        'Its velocity is zero.',
        'Its acceleration is zero.',
        'Its weight acts on it.',
        'Its potential energy is the largest of the whole flight.',
      ],
      a: 'a,c,d',
      aliases: ['what happens at the top of the flight', 'is acceleration zero at the highest point'],
      hints: [
        'One of these is a famous trap. Ask what would happen next if it were true.',
        'Acceleration comes from forces. Has any force been switched off at the top?',
        'If both velocity and acceleration were zero, would the ball ever come down again?',
      ],
      example:
        'A pendulum is at its turning point. What is zero there? Step 1: it changes direction, so its velocity is zero for a moment. Step 2: a moment later it moves back, so its velocity is changing. Step 3: a changing velocity means acceleration. Result: only the velocity is zero; forces and acceleration go on.',
      why: 'At the top the ball stops for a moment, but the earth goes on pulling. That is why it comes down: the acceleration is the same during the whole flight.',
      wrong: {
        'a,b,c,d': 'If one of these were true, the ball would hang in the air for ever.',
        'a,b': 'Has the pull of the earth been switched off at the top?',
        'a,c': "Right so far. And where is the ball's energy at this moment?",
      },
    }),
    story(
      'A girl and her e-scooter have a mass of 80 kg together. She starts from rest and speeds up evenly to 6 m/s in 4 s on a level road.',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'N',
          q: 'How large is the net force on her and the scooter?',
          a: '120',
          hints: [
            'You need the acceleration first.',
            'Acceleration = change of velocity ÷ time, and net force = mass × acceleration.',
            'She gains 1.5 m/s in each second. Multiply that by the mass.',
          ],
          why: 'First describe the motion, then ask for its cause: this order solves most problems of mechanics.',
          wrong: {
            '480': 'You multiplied mass by velocity. That is the momentum.',
            '53.3': 'Check the acceleration: divide the velocity by the time.',
            '1920': 'You multiplied all three numbers. The time has to divide.',
          },
        },
        {
          level: 2,
          kind: 'number',
          unit: 'J',
          q: 'How much kinetic energy does she have at 6 m/s?',
          a: '1440',
          hints: [
            'Mass and speed are known. Which formula puts them together for energy?',
            'Kinetic energy = $\\frac{1}{2} m v^2$.',
            'The square of the speed is 36. Multiply by half of the mass.',
          ],
          why: 'This is the work that the motor has done, apart from losses.',
          wrong: {
            '2880': 'You forgot the half.',
            '240': 'You did not square the speed.',
            '480': 'That is the momentum.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'm',
          q: 'How long is the way on which she speeds up?',
          a: '12',
          aliases: ['distance while accelerating', 'work energy check'],
          hints: [
            'There are two ways to find it: through the average speed, or through the work.',
            'Her average speed is half of the final one. Or: work = force × distance, and the work is her kinetic energy.',
            'Use an average of 3 m/s for 4 s, and check it by dividing her energy by the net force.',
          ],
          example:
            'A cart of 10 kg speeds up from rest to 4 m/s in 5 s. Step 1: average speed 2 m/s, so the distance is $2 \\times 5 = 10$ m. Step 2: check with energy: half of 10 times $4^2$ is 80 J. Step 3: the force is $10 \\times 0.8 = 8$ N, and $80 \\div 8$ gives the same. Result: 10 m.',
          why: 'Both ways give the same result, as they must: energy is only another way to look at the same motion.',
          wrong: {
            '24': 'You used the final speed for the whole time.',
            '1.5': 'That is the acceleration.',
          },
        },
        {
          level: 4,
          kind: 'number',
          unit: 'm',
          q: 'She lets the scooter roll up a ramp without motor and brakes. How high does she get, if nothing is lost? (Use $g = 10$ N/kg.)',
          a: '1.8',
          aliases: ['how high does it roll up the ramp'],
          hints: [
            'What does her energy of motion turn into on the ramp?',
            'Kinetic energy becomes potential energy: $\\frac{1}{2} m v^2 = mgh$.',
            'Each metre of height costs her weight of 800 N. See how many metres her kinetic energy is enough for.',
          ],
          example:
            'A skateboarder of 50 kg has 8 m/s at the foot of a ramp. Step 1: kinetic energy: half of 50 times $8^2$: $25 \\times 64 = 1{,}600$ J. Step 2: each metre of height costs $50 \\times 10 = 500$ J. Step 3: $1{,}600 \\div 500 = 3.2$. Result: 3.2 m.',
          why: 'The steepness of the ramp plays no part: only the height counts. In fact friction makes it a bit less.',
          wrong: {
            '3.6': 'You forgot the half in the kinetic energy.',
            '18': 'You left out $g$.',
            '0.3': 'You did not square the speed.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'choice',
      q: 'A crash barrier must bring a car to rest as gently as possible. Which property is the best?',
      choices: [
        'It gives way slowly over a long distance.',
        'It is made of the hardest steel.',
        'It throws the car back like a trampoline.',
        'It is very heavy and does not move.',
      ],
      a: 'a',
      aliases: ['best crash barrier physics', 'crumple zone'],
      hints: [
        "The car's momentum and energy have to go in any case. How can this be done with little force?",
        'Force × time = change of momentum, and force × distance = change of energy.',
        'To keep the force small, decide what time and distance should be like.',
      ],
      example:
        'A climber falls into a rope. Which rope is better: a steel cable or one that stretches? Step 1: her momentum must become zero. Step 2: the cable stops her within a few centimetres and a very short time, with an enormous force. Step 3: the stretching rope takes longer. Result: the rope that stretches, because its force is much smaller.',
      why: 'A long time and a long way share out the change, so that the force stays small. Modern cars have a crumple zone for the same reason.',
      wrong: {
        b: 'The harder it is, the shorter the stop. What does this do to the force?',
        c: 'Throwing back means an even larger change of momentum.',
        d: 'That would be a wall. How long does a stop take there?',
      },
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A drone hovers 50 m above the ground and then rises at a steady 3 m/s. Its mass is 2 kg. Write its potential energy (in J, compared with the ground) after $t$ seconds. Use $g = 10$ N/kg and simplify.',
      a: '60t + 1000',
      also: ['20(3t + 50)', '1000 + 60t'],
      aliases: ['potential energy as an expression of time'],
      hints: [
        'First write an expression for the height after $t$ seconds.',
        'Potential energy = weight × height, and the height grows by the same amount in each second.',
        'The weight is 20 N, and the height is what it was at first plus 3 m for each second. Multiply and open the brackets.',
      ],
      example:
        'A balloon of 4 kg starts at a height of 10 m and rises at 2 m/s. Step 1: height: $2t + 10$. Step 2: weight: $4 \\times 10 = 40$ N. Step 3: multiply: $40 \\times (2t + 10)$. Step 4: open the brackets: $40 \\times 2t = 80t$ and $40 \\times 10 = 400$. Result: $80t + 400$.',
      why: 'Each second adds the energy of three more metres, on top of what the drone already had while hovering.',
      wrong: {
        '60t': 'This drone would start from the ground.',
        '6t + 100': 'You multiplied by the mass only. What turns a mass into a weight?',
        '60t + 50': 'The weight has to multiply both parts of the height.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'J',
      q: 'A wagon of 2 kg rolls at 6 m/s into a wagon of 4 kg at rest, and they lock together. How much kinetic energy turns into heat?',
      a: '24',
      aliases: ['energy lost in an inelastic collision'],
      hints: [
        'You need the speed after the collision before you can speak about energies.',
        'Momentum is kept, kinetic energy is not. Use the first to find the speed, and then compare the energies.',
        'After the collision they move at 2 m/s together. Before it there were 36 J: how much is left with 6 kg at this speed?',
      ],
      example:
        'A wagon of 3 kg at 4 m/s runs into one of 1 kg at rest; they lock together. Step 1: speed afterwards: $3 \\times 4 \\div 4 = 3$ m/s. Step 2: energy before: $0.5 \\times 3 \\times 16$, which is 1.5 times 16. Step 3: energy afterwards: $0.5 \\times 4 \\times 9 = 18$ J. Step 4: the difference is 6. Result: 6 J become heat.',
      why: 'The momentum stays the same, yet two thirds of the energy go into deforming and warming the couplings. That is why momentum is the right tool for collisions.',
      wrong: {
        '0': 'Kinetic energy is kept only if the bodies spring apart without loss.',
        '12': 'That is the kinetic energy that is left.',
        '36': 'That is all the energy before the collision. They still move afterwards.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      unit: 'm/s',
      q: 'A force of 45 N pushes a cart of 15 kg from rest for 6 s on a smooth floor. How fast is it then?',
      a: '18',
      aliases: ['speed after a push'],
      hints: [
        'Find the acceleration, or use the impulse.',
        'Acceleration = force ÷ mass, and velocity = acceleration × time.',
        'It gains 3 m/s in every second.',
      ],
      example:
        'A force of 20 N pushes a cart of 8 kg from rest for 4 s. Step 1: acceleration: $20 \\div 8 = 2.5$ m/s². Step 2: velocity: $2.5 \\times 4 = 10$. Step 3: check with momentum: $20 \\times 4 = 80$ and $8 \\times 10 = 80$. Result: 10 m/s.',
      why: 'Force makes acceleration, and acceleration adds up to velocity.',
      wrong: {
        '3': 'That is the acceleration.',
        '270': 'That is the momentum.',
        '0.5': 'You divided the acceleration by the time.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      unit: 'm',
      q: 'A ball is thrown straight up at 16 m/s. How high does it get? (Use $g = 10$ m/s² and ignore the air.)',
      a: '12.8',
      aliases: ['maximum height of a ball'],
      hints: [
        'What happens to its kinetic energy on the way up?',
        '$\\frac{1}{2} m v^2 = mgh$, and the mass cancels.',
        'Half of the square of the speed is 128. It equals ten times the height.',
      ],
      example:
        'A ball is thrown up at 14 m/s. Step 1: $\\frac{1}{2} v^2 = gh$. Step 2: half of $14^2$: $196 \\div 2 = 98$. Step 3: divide by $g$, that is, by ten: $98 \\div 10 = 9.8$. Step 4: the mass was not needed. Result: 9.8 m.',
      why: 'At the top all kinetic energy has become potential energy, whatever the mass is.',
      wrong: {
        '25.6': 'You forgot the half.',
        '1.6': 'That is the time in seconds until it is at the top.',
        '128': 'Divide by $g$ as well.',
      },
    }),
    testItem({
      level: 4,
      kind: 'choice',
      q: 'Two boxes, 1 kg and 3 kg, slide on level ground at the same speed. Friction is the same fraction of the weight for both. Which slides farther before it stops?',
      choices: [
        'the heavy one, because it has more energy',
        'the light one, because it has less friction',
        'both equally far, because energy and friction grow alike with mass',
        'It depends on their colour.',
      ],
      a: 'c',
      aliases: ['does a heavier box slide farther'],
      hints: [
        'Compare two things: how much energy each box has, and how much each metre costs.',
        'Kinetic energy is proportional to mass. And friction?',
        'The heavy box has three times the energy and pays three times as much for each metre. Work out how many metres each can afford.',
      ],
      example:
        'A car is full, another one of the same kind is empty; both brake from 20 m/s with locked wheels. Step 1: say the full one has twice the mass: twice the energy. Step 2: twice the weight: twice the friction. Step 3: distance = energy ÷ friction: the factor two cancels. Result: the skid marks are of the same length.',
      why: 'In energy ÷ friction the mass cancels out. Only speed, $g$ and the surfaces decide.',
      wrong: {
        a: 'It does have more energy. But what does each metre cost it?',
        b: 'It does have less friction. But how much energy has it to spend?',
        d: 'Colour plays no part in any of the formulas.',
      },
    }),
  ],
};
