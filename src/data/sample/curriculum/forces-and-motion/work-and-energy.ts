import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Work and energy',
  type: 'chapter',
  weight: 0.15,
  estimatedDurationMinutes: 45,
  description:
    'Energy is never lost, it only changes its clothes. You learn to follow it from height to speed to heat, and to use it for problems that would be hard with forces alone.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      unit: 'J',
      q: 'Noam pushes a cupboard with 20 N over a distance of 6 m, in the direction of the push. How much work does he do?',
      a: '120',
      aliases: ['how to calculate work', 'force times distance'],
      hints: [
        'Two things count for work in physics: how hard, and how far.',
        'Work = force × distance, when both have the same direction.',
        'Each metre costs 20 J. How many metres are there?',
      ],
      example:
        'A crane lifts a load with a force of 500 N by 4 m. Step 1: force and way have the same direction: upwards. Step 2: work = force × distance. Step 3: $500 \\times 4 = 2{,}000$. Result: 2,000 J.',
      why: 'One joule is the work of one newton over one metre. Twice the force or twice the way means twice the work.',
      wrong: {
        '26': 'You added. Every metre costs the full force again.',
        '3.33': 'You divided. A longer way means more work, not less.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'What do we call the energy that a body has because it is moving?',
      a: 'kinetic energy',
      also: ['kinetic', 'the kinetic energy', 'energy of motion', 'motion energy', 'movement energy'],
      aliases: ['name for energy of motion', 'what energy does a moving car have'],
      hints: [
        'It is one of the two main forms in mechanics. The other one has to do with height.',
        'Its name comes from the Greek word for motion.',
        'The same Greek word is in “cinema”, where pictures move. In physics the word is written with a k.',
      ],
      why: 'To stop a moving body you have to take this energy away from it: brakes turn it into heat.',
      wrong: {
        'potential energy': 'That is stored, for example in height. Here the body is in motion.',
        heat: 'That is the motion of the tiny particles. You need the word for the motion of the whole body.',
        momentum: 'That also belongs to moving things, but it is no energy.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Omer carries a heavy bag at the same height along a level corridor. How much work does his *lifting* force do on the bag?',
      choices: [
        'none, because the force points up and the way leads sideways',
        'very much, because the bag is heavy',
        'more and more, because he gets tired',
        'a negative amount, because the bag wants to fall',
      ],
      a: 'a',
      aliases: ['does carrying a bag do work', 'work when force is perpendicular'],
      hints: [
        'Draw the arrow of the force and the arrow of the way.',
        'Only that part of the way counts for work that goes along with the force.',
        'His force points up. By how many metres does the bag move up?',
      ],
      why: 'Work means moving something along the direction of the force. He does get tired, because muscles use energy even for holding still, but the bag gains no energy.',
      wrong: {
        b: 'The weight alone is not enough: the bag has to move in the direction of the force.',
        c: 'Being tired is real, but it is no measure for the energy that the bag receives.',
        d: 'The bag neither rises nor sinks. How much energy does it lose or gain?',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'J',
      q: 'A flower pot of 2.5 kg stands on a balcony 8 m above the street. What is its potential energy compared with the street? (Use $g = 10$ N/kg.)',
      a: '200',
      aliases: ['potential energy formula', 'energy of height mgh'],
      hints: [
        'Imagine carrying the pot up. How much work would that cost?',
        'Potential energy = mass × $g$ × height, that is, weight × height.',
        'The pot weighs 25 N. Lift this weight by 8 m.',
      ],
      example:
        'A bag of 4 kg lies on a shelf 2 m above the floor ($g = 10$ N/kg). Its weight: 4 × 10 = 40 N. Lifting it over 2 m took 40 × 2 = 80 J, and that is its potential energy.',
      why: 'The energy stored in height is the work that was needed to lift the pot. It would come back in the fall.',
      wrong: {
        '20': 'You left out $g$: a kilogram is not a force.',
        '25': 'That is the weight. Height counts, too.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'J',
      q: 'A ball of 4 kg rolls at 5 m/s. What is its kinetic energy?',
      a: '50',
      aliases: ['kinetic energy formula', 'half m v squared'],
      hints: [
        'The formula has three parts: a half, the mass, and the speed. One of them is squared.',
        'Kinetic energy = $\\frac{1}{2} m v^2$.',
        'First square the speed: 25. Then multiply by half of the mass.',
      ],
      example:
        'A dog of 20 kg runs at 6 m/s. Step 1: square the speed: $6 \\times 6 = 36$. Step 2: multiply by the mass: $20 \\times 36 = 720$. Step 3: take half of it: 360. Result: 360 J.',
      why: 'The speed is squared, since a faster body also covers more way while it is being stopped. So speed counts much more than mass.',
      wrong: {
        '100': 'You forgot the half.',
        '20': 'You multiplied mass by speed. That is momentum.',
        '10': 'You did not square the speed.',
        '200': 'You squared the mass as well. Only the speed is squared.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'A car drives twice as fast as before. What happens to its kinetic energy?',
      choices: [
        'It stays the same.',
        'It becomes twice as large.',
        'It becomes four times as large.',
        'It becomes eight times as large.',
      ],
      a: 'c',
      aliases: ['double the speed what happens to kinetic energy', 'why is speeding dangerous'],
      hints: [
        'Look in the formula for the place where the speed stands.',
        'In $\\frac{1}{2} m v^2$ the speed is squared. What does squaring do to a factor?',
        'Try it with numbers, such as a mass of 2 kg at 3 m/s and then at 6 m/s, and compare.',
      ],
      example:
        'A car drives three times as fast as before. What happens to its kinetic energy? Step 1: choose easy numbers: mass 2 kg, speed 1 m/s, then 3 m/s. Step 2: before: half of 2, times 1, makes 1 J. Step 3: after: half of 2, times $3^2$, makes 9 J. Result: the energy is nine times as large.',
      why: 'The factor of the speed is squared as well. That is why the braking distance grows so quickly with speed.',
      wrong: {
        a: 'A faster car is harder to stop. Where is the speed in the formula?',
        b: 'That would be true without the square in the formula.',
        d: 'That would need a third power. Look at the exponent in the formula.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'W',
      q: 'Dalia does 600 J of work in 8 s while she runs up the stairs. What is her power?',
      a: '75',
      aliases: ['how to calculate power', 'work divided by time'],
      hints: [
        'Power tells how fast work is done. Which two numbers do you need?',
        'Power = work ÷ time, and one watt is one joule in each second.',
        'Share the 600 J among the 8 seconds.',
      ],
      example: 'A crane does 900 J of work in 6 s. Power is the work of one second: 900 ÷ 6 = 150. Its power is 150 W.',
      why: 'The same stairs cost the same work, however fast you climb. Power tells who is quicker.',
      wrong: {
        '4800': 'You multiplied. Power is the work of a single second.',
        '0.0133': 'You divided the time by the work.',
      },
    }),
    story(
      'A roller coaster car has a mass of 500 kg. It stands at the top of a hill, 20 m above the lowest point of the track, and is let go. (Use $g = 10$ N/kg.)',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'J',
          q: 'How much potential energy does it have at the top, compared with the lowest point?',
          a: '100000',
          hints: [
            'You know the mass, the height and $g$.',
            'Potential energy = mass × $g$ × height.',
            'The weight is 5,000 N, and it can come down by 20 m.',
          ],
          why: 'This is the work that the motor did when it pulled the car up.',
          wrong: {
            '10000': 'Check the factors: it looks as if $g$ is missing.',
            '5000': 'That is the weight. Multiply it by the height.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'm/s',
          q: 'Without any friction, how fast would it be at the lowest point?',
          a: '20',
          aliases: ['speed at the bottom of a hill', 'energy conservation roller coaster'],
          hints: [
            'Where does the energy of the top go, when nothing is lost?',
            'All potential energy becomes kinetic: $mgh = \\frac{1}{2} m v^2$. The mass is on both sides.',
            'Cancel the mass: $v^2$ is twice $g$ times the height, which makes 400. Which speed has this square?',
          ],
          example:
            'A sled slides without friction down a slope that is 5 m high. Step 1: $mgh = \\frac{1}{2} m v^2$. Step 2: cancel the mass and multiply by two: $v^2 = 2 \\times 10 \\times 5 = 100$. Step 3: take the square root: 10. Result: 10 m/s, no matter how heavy the sled is.',
          why: 'Height turns into speed. As the mass cancels, a full car and an empty one would be equally fast.',
          wrong: {
            '400': 'That is the square of the speed.',
            '14.1': 'You forgot the half in the kinetic energy.',
            '200': 'You halved 400. Which operation undoes squaring?',
          },
        },
        {
          level: 4,
          kind: 'number',
          unit: 'J',
          q: 'In fact it reaches only 18 m/s there. How much energy has been turned into heat by friction and air?',
          a: '19000',
          aliases: ['energy lost to friction'],
          hints: [
            'Compare the energy at the top with what is still there at the bottom.',
            'Energy is never lost: heat = energy at the beginning − kinetic energy at the end.',
            'At 18 m/s the car has 81,000 J of kinetic energy. How much did it start with?',
          ],
          example:
            'A child of 30 kg starts from rest on a slide 3 m high and arrives at 6 m/s. Step 1: at the top: $30 \\times 10 \\times 3 = 900$ J. Step 2: at the bottom: half of 30 times $6^2$: $15 \\times 36 = 540$ J. Step 3: the rest became heat: $900 - 540 = 360$. Result: 360 J.',
          why: 'What is missing in motion has become heat in the wheels, the track and the air. The sum of all energies is still the same.',
          wrong: {
            '81000': 'That is what is still there as motion.',
            '1000': 'You used the difference of the speeds. Energy goes with the square of the speed.',
            '10000': 'Do not compare the speeds directly: calculate both energies first.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'expression',
      q: 'A shopping trolley has a mass of 6 kg. Write its kinetic energy (in J) as a simplified expression in its speed $v$ (in m/s).',
      a: '3v^2',
      aliases: ['kinetic energy as an expression in v'],
      hints: [
        'Only the mass is known. What stays as a letter?',
        'Put the mass into $\\frac{1}{2} m v^2$.',
        'Multiply the half by the mass and leave the squared speed as it is.',
      ],
      example:
        'A crate of 14 kg moves at speed $v$. Step 1: formula: $\\frac{1}{2} m v^2$. Step 2: put in the mass: $\\frac{1}{2} \\times 14 \\times v^2$. Step 3: half of 14 is 7. Step 4: test: at 2 m/s that is $7 \\times 4 = 28$ J, which agrees with the formula. Result: $7v^2$.',
      why: 'The number in front is half of the mass, and the speed keeps its square.',
      wrong: {
        '6v^2': 'You forgot the half.',
        '3v': 'The square of the speed got lost.',
        '9v^2': 'You squared the factor in front. Only the speed is squared.',
      },
    }),
    item({
      level: 3,
      kind: 'number',
      unit: '%',
      q: 'An electric motor takes in 2,000 J and lifts a load of 30 kg by 5 m. What is its efficiency in percent? (Use $g = 10$ N/kg.)',
      a: '75',
      aliases: ['efficiency of a motor', 'useful energy divided by total energy'],
      hints: [
        'Which part of the energy was useful? Work that out first.',
        'Efficiency = useful energy ÷ energy put in × 100 %.',
        'Lifting the load takes 1,500 J. Which part of the 2,000 J is this?',
      ],
      example:
        'A pump takes in 500 J and lifts 10 kg of water by 2 m. Step 1: useful energy: $10 \\times 10 \\times 2 = 200$ J. Step 2: divide by the energy put in: $200 \\div 500 = 0.4$. Step 3: as a percentage: 40 %. Step 4: the other 300 J became heat. Result: 40 %.',
      why: 'A quarter of the energy becomes heat in the motor. No machine gives back everything that it takes in.',
      wrong: {
        '133': 'You divided the wrong way round. No machine can give more than it takes.',
        '7.5': 'You left out $g$ when you calculated the useful energy.',
        '25': 'That is the part that is lost.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'm',
      q: 'A car with a mass of 1,200 kg drives at 10 m/s. Its brakes hold it back with a steady 4,000 N. How long is its braking distance?',
      a: '15',
      aliases: ['braking distance from energy', 'work done by the brakes'],
      hints: [
        'The brakes have to take away a certain amount of energy. How large is it?',
        'The work of the brakes (force × distance) equals the kinetic energy at the beginning.',
        'The car has 60,000 J. Each metre of braking takes away 4,000 J of it.',
      ],
      example:
        'A car of 900 kg drives at 20 m/s, and the brakes hold back with 6,000 N. Step 1: kinetic energy: half of 900 times $20^2$: $450 \\times 400 = 180{,}000$ J. Step 2: each metre takes away 6,000 J. Step 3: $180{,}000 \\div 6{,}000 = 30$. Result: 30 m.',
      why: 'Force times distance must use up all the energy of motion. Since the speed is squared, twice the speed would need four times this distance.',
      wrong: {
        '30': 'You forgot the half in the kinetic energy.',
        '3': 'You divided mass times speed by the force. That gives a time in seconds, not a distance.',
        '1.5': 'You did not square the speed.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      unit: 'J',
      q: 'A stone of 0.5 kg flies at 12 m/s. What is its kinetic energy?',
      a: '36',
      aliases: ['kinetic energy of a stone'],
      hints: [
        'Which part of the formula is squared?',
        'Kinetic energy = $\\frac{1}{2} m v^2$.',
        'The square of the speed is 144. Multiply by half of 0.5.',
      ],
      example:
        'A bird of 0.4 kg flies at 10 m/s. Step 1: square the speed: $10 \\times 10 = 100$. Step 2: multiply by the mass: $0.4 \\times 100 = 40$. Step 3: take half of it: $40 \\div 2 = 20$. Step 4: only the speed was squared, as the formula says. Result: 20 J.',
      why: 'Half the mass times the square of the speed.',
      wrong: {
        '72': 'You forgot the half.',
        '6': 'You multiplied mass by speed.',
        '3': 'You did not square the speed.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'A pendulum swings without friction. At which point is its kinetic energy largest?',
      choices: [
        'at both turning points',
        'half-way between turning point and middle',
        'It is the same everywhere.',
        'at the lowest point',
      ],
      a: 'd',
      aliases: ['where is a pendulum fastest'],
      hints: [
        'Where is it fastest, and where does it stand still for a moment?',
        'Potential and kinetic energy together always make the same sum.',
        'The sum is constant, so the one is largest where the other is smallest. Where is the height smallest?',
      ],
      why: 'Height and speed exchange energy: where it has come down the most, the most has turned into motion.',
      wrong: {
        a: 'There it stands still for a moment.',
        b: 'There part of the energy is still stored in height.',
        c: 'The *sum* is the same everywhere, but not each of its parts.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      unit: 'W',
      q: 'A pupil of 50 kg climbs stairs with a total height of 6 m in 12 s. What is the average power of the climb? (Use $g = 10$ N/kg.)',
      a: '250',
      aliases: ['power of climbing stairs'],
      hints: [
        'Find the work of lifting first.',
        'Work = mass × $g$ × height, and power = work ÷ time.',
        'The work is 3,000 J. Share it among the 12 seconds.',
      ],
      example:
        'A pupil of 60 kg climbs 4 m in 8 s. Step 1: work: $60 \\times 10 \\times 4 = 2{,}400$ J. Step 2: divide by the time: $2{,}400 \\div 8 = 300$. Step 3: check: 300 J in each of 8 seconds make 2,400 J again. Result: 300 W.',
      why: 'The work depends on weight and height only. The time decides how much of it is done in each second.',
      wrong: {
        '25': 'You left out $g$.',
        '3000': 'That is the work. Divide it by the time.',
        '36000': 'You multiplied by the time.',
      },
    }),
  ],
};
