import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Momentum',
  type: 'chapter',
  weight: 0.13,
  estimatedDurationMinutes: 35,
  description:
    'Momentum is what makes a slow truck and a fast ball both hard to stop. You learn why it is never lost in a collision, and how airbags and bent knees use this.',
  prerequisites: ["Forces and Newton's laws"],
  problems: [
    item({
      level: 1,
      kind: 'number',
      unit: 'kg m/s',
      q: 'A ball of 0.5 kg flies at 12 m/s. What is its momentum?',
      a: '6',
      aliases: ['how to calculate momentum', 'mass times velocity'],
      hints: [
        'The unit tells you how to put the two numbers together.',
        'Momentum = mass × velocity.',
        "Half a kilogram at 12 m/s: take half of the velocity's number.",
      ],
      example:
        'A cat of 4 kg runs at 7 m/s. Step 1: momentum is mass times velocity. Step 2: $4 \\times 7 = 28$. Step 3: the unit: kilograms times metres per second. Step 4: the direction is that of the velocity. Result: 28 kg m/s.',
      why: 'Momentum grows with mass and with velocity. It has a direction, too: that of the motion.',
      wrong: {
        '24': 'You divided by the mass. Less mass means less momentum.',
        '36': 'That is the kinetic energy. Momentum has no square in it.',
        '12.5': 'You added. Multiply mass by velocity.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'A truck and a bicycle move at the same speed. Which has the larger momentum?',
      choices: [
        'the bicycle, because it is easier to move',
        'both the same, because their speeds are the same',
        'the truck, because it has more mass',
        'Neither has momentum at a constant speed.',
      ],
      a: 'c',
      aliases: ['what does momentum depend on'],
      hints: [
        'Which of the two would you rather try to stop?',
        'Momentum is made up of two factors. One of them is the same here.',
        'Momentum = mass × velocity. Compare the factor that differs.',
      ],
      why: 'With the same velocity the mass decides: stopping the truck needs far more force or far more time.',
      wrong: {
        a: 'What is easy to move is also easy to stop.',
        b: 'Speed is only one of the two factors.',
        d: 'Momentum belongs to every moving body, whether or not it is accelerating.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'In a collision without outside forces the total momentum before and after is the same. This law is called the … of momentum. Which word is missing?',
      a: 'conservation',
      also: ['conservation law', 'law of conservation', 'the conservation'],
      aliases: ['law of momentum before equals after', 'momentum stays the same law'],
      hints: [
        'There is a law with the same name for energy.',
        'The word means that something is kept and does not get lost.',
        'People use it for nature, too: a nature … area keeps plants and animals safe.',
      ],
      why: 'The two bodies push each other equally hard for the same time, so one gains just as much momentum as the other one loses.',
      wrong: {
        transfer: 'Momentum is passed on, but the law says something about the total.',
        change: 'The total does not change. Look for a word for keeping.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'N s',
      q: "A tennis racket pushes a ball with an average force of 50 N for 0.4 s. How large is the impulse (the change of the ball's momentum)?",
      a: '20',
      aliases: ['impulse formula', 'force times time'],
      hints: [
        'The same push has more effect the longer it lasts.',
        'Impulse = force × time, and it equals the change of momentum.',
        'Multiply 50 N by four tenths of a second.',
      ],
      example:
        'A goalkeeper stops a ball with 300 N in 0.1 s. Step 1: impulse = force × time. Step 2: $300 \\times 0.1 = 30$. Step 3: this is the momentum that the ball had before. Result: 30 N s, which is the same as 30 kg m/s.',
      why: "Newton's second law in other words: a force changes momentum, second by second.",
      wrong: {
        '125': 'You divided by the time. A longer push has a larger effect.',
        '200': 'Check the decimal point: 0.4 is less than one, so the result must be below 50.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'How does an airbag protect you in a crash?',
      choices: [
        'It makes your mass smaller.',
        'It makes the stopping take longer, so that the force is smaller.',
        'It reduces the change of your momentum to zero.',
        'It makes the stopping shorter, so that it is over sooner.',
      ],
      a: 'b',
      aliases: ['physics of an airbag', 'why bend your knees when you land'],
      hints: [
        'Your momentum has to become zero in any case. What can still be influenced?',
        'Change of momentum = force × time. If the product is fixed, one factor can be traded for the other.',
        'Find the factor that hurts you. What must the other one do to make it small?',
      ],
      example:
        "Why do you catch a raw egg with hands that move back? Step 1: the egg's momentum must become zero, whatever you do. Step 2: it equals force times time. Step 3: hands that move back give the egg more time. Step 4: the same product with a longer time leaves a smaller force. Result: a gentle force, and the egg stays whole.",
      why: 'The change of momentum is the same with or without an airbag. Spread over a longer time, it needs only a small force.',
      wrong: {
        a: 'Your mass stays what it is.',
        c: 'You have to come to rest in any case, so the change is the same.',
        d: 'A shorter stop means a harder one, as on a wall.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'm/s',
      q: 'A bowling ball of 7 kg has a momentum of 42 kg m/s. How fast is it?',
      a: '6',
      aliases: ['velocity from momentum'],
      hints: [
        'Write down the formula for momentum and mark what is known.',
        'Solve momentum = mass × velocity for the velocity.',
        'Share the 42 among the 7 kilograms.',
      ],
      example:
        'A cart of 5 kg has a momentum of 20 kg m/s. Momentum is mass × velocity, so divide by the mass: 20 ÷ 5 = 4. The cart is at 4 m/s.',
      why: 'Dividing by the mass undoes the multiplication in the formula.',
      wrong: {
        '294': 'You multiplied. The momentum is already the product.',
        '35': 'You subtracted. Mass and velocity are multiplied in the formula.',
      },
    }),
    story('A rubber ball of 0.2 kg flies straight at a wall at 10 m/s and bounces back at 8 m/s.', [
      {
        level: 3,
        kind: 'number',
        unit: 'kg m/s',
        q: 'How large is the change of its momentum? (Give its size.)',
        a: '3.6',
        aliases: ['change of momentum when a ball bounces back'],
        hints: [
          'Mind the directions: before and after are not the same.',
          'Choose one direction as plus. Then the velocity the other way is negative, and the change is end − beginning.',
          'The velocity changes from +10 m/s to −8 m/s, that is by 18 m/s in all. Now use the mass.',
        ],
        example:
          'A ball of 0.5 kg hits a wall at 6 m/s and comes back at 4 m/s. Step 1: towards the wall is plus: $+6$ and then $-4$. Step 2: change of velocity: $-4 - 6 = -10$ m/s. Step 3: times the mass: $0.5 \\times (-10) = -5$. Step 4: only the size is asked for. Result: 5 kg m/s.',
        why: 'The wall first has to stop the ball and then send it back, so the two parts add up.',
        wrong: {
          '0.4': 'You subtracted the speeds. But the ball has turned round.',
          '2': 'That would only stop the ball. It comes back as well.',
          '18': 'That is the change of velocity. Multiply by the mass.',
        },
      },
      {
        level: 3,
        kind: 'number',
        unit: 'N',
        q: 'It touches the wall for 0.05 s. How large is the average force of the wall?',
        a: '72',
        hints: [
          'You know by how much the momentum changes, and in which time.',
          'Force = change of momentum ÷ time.',
          'Divide your last result by 0.05, which is the same as multiplying it by twenty.',
        ],
        example:
          'The momentum of a ball changes by 5 kg m/s within 0.02 s. Step 1: force = change of momentum ÷ time. Step 2: $5 \\div 0.02$. Step 3: dividing by two hundredths is multiplying by fifty: $5 \\times 50 = 250$. Result: 250 N.',
        why: 'The short contact makes the force large: it is thirty-six times the weight of the ball.',
        wrong: {
          '0.18': 'You multiplied by the time. A shorter contact means a larger force.',
          '8': 'You used the difference of the speeds for the change.',
          '40': 'You considered only the stopping, not the bouncing back.',
        },
      },
      {
        level: 3,
        kind: 'choice',
        q: 'A lump of clay with the same mass and speed sticks to the wall, in the same time of contact. How does the force compare?',
        choices: [
          'It is larger, because clay is sticky.',
          'It is the same, because mass and speed are the same.',
          'There is no force, because nothing bounces back.',
          'It is smaller, because the clay only has to be stopped.',
        ],
        a: 'd',
        aliases: ['clay or rubber ball which hits harder'],
        hints: [
          'Compare the velocities after the contact.',
          'The force depends on the change of momentum, not on the momentum before.',
          'For the clay the velocity goes from 10 m/s to zero and no farther. Compare this with the ball.',
        ],
        example:
          'Should a water wheel have flat or cup-shaped blades? Step 1: on a flat blade the water is stopped and runs down. Step 2: a cup sends the water back the way it came. Step 3: sending back changes the momentum more than stopping does. Step 4: a larger change in the same time means more force. Result: cups are driven harder.',
        why: 'Bouncing back needs a change beyond zero. That is why bouncing things push harder than sticky ones.',
        wrong: {
          a: 'Being sticky does not push. Compare the velocities after the contact.',
          b: 'Before the contact everything is the same. What about afterwards?',
          c: 'Without a force the clay would fly on through the wall.',
        },
      },
    ]),
    item({
      level: 3,
      kind: 'number',
      unit: 'm/s',
      q: 'A wagon of 2 kg rolls at 6 m/s into a wagon of 1 kg at rest. They lock together. How fast do they move on?',
      a: '4',
      aliases: ['inelastic collision', 'wagons stick together speed'],
      hints: [
        'How much momentum is there before the collision? Only one of the wagons has any.',
        'Total momentum stays the same, but afterwards it is carried by both masses together.',
        'The momentum is 12 kg m/s, and both wagons together have 3 kg.',
      ],
      example:
        'A wagon of 3 kg at 5 m/s runs into one of 2 kg at rest, and they lock together. Step 1: momentum before: $3 \\times 5 = 15$. Step 2: mass afterwards: $3 + 2 = 5$ kg. Step 3: $15 \\div 5 = 3$. This is slower than before, as it should be, since there is more mass to carry. Result: 3 m/s.',
      why: 'The same momentum spread over more mass gives less speed. (Some kinetic energy turns into heat, but momentum does not get lost.)',
      wrong: {
        '6': 'Then the momentum would have grown, as there is more mass now.',
        '12': 'That is the momentum. Divide it by the mass that moves afterwards.',
        '3': 'You took the mean of the two velocities. The masses are not equal.',
      },
    }),
    item({
      level: 3,
      kind: 'number',
      unit: 'm/s',
      q: 'Two skaters stand still and push each other away. Anna (50 kg) glides off at 4 m/s. How fast does Ben (80 kg) glide the other way?',
      a: '2.5',
      aliases: ['recoil problem', 'two skaters push off'],
      hints: [
        'What is the total momentum before they push?',
        'It is zero and stays zero, so the two momenta afterwards must be equally large and opposite.',
        'Anna gets 200 kg m/s. Ben has the same amount with his 80 kg.',
      ],
      example:
        'A girl of 40 kg jumps at 3 m/s from a boat of 160 kg at rest. Step 1: total momentum before: zero. Step 2: the girl takes $40 \\times 3 = 120$ kg m/s. Step 3: the boat gets as much the other way: $120 \\div 160 = 0.75$. Result: the boat moves at 0.75 m/s.',
      why: 'Equal forces for an equal time give equal momenta. The one with more mass gets less speed.',
      wrong: {
        '4': 'That would be right if both had the same mass.',
        '6.4': 'Then the heavier one would be faster. Check your division.',
        '200': "That is the momentum. Divide it by Ben's mass.",
      },
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A sledge has a momentum of 12 kg m/s. Then a force of 5 N pushes it forward. Write its momentum (in kg m/s) after $t$ seconds of pushing.',
      a: '5t + 12',
      also: ['12 + 5t'],
      aliases: ['momentum as a function of time'],
      hints: [
        'What does it have at the start, and what does each second add?',
        'In each second the force adds force × 1 s to the momentum.',
        'After $t$ seconds the push has added the force times $t$. Add it to what was there before.',
      ],
      example:
        'A boat has 90 kg m/s, and the wind pushes it forward with 20 N. Step 1: at the start: 90. Step 2: each second adds $20 \\times 1 = 20$. Step 3: after $t$ seconds: $20t$ more. Step 4: test: after 3 s: $90 + 60 = 150$, which makes sense. Result: $20t + 90$.',
      why: 'A constant force adds the same momentum in each second, so it grows along a straight line.',
      wrong: {
        '12t + 5': 'Start and growth are swapped. What does the sledge have at $t = 0$?',
        '5t': 'That is only what is added.',
        '17t': 'Only the force is multiplied by the time.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'm/s',
      q: 'On an icy road a car of 800 kg moves to the right at 15 m/s, and a car of 1,200 kg moves to the left at 5 m/s. They collide head-on and stick together. How fast does the wreck slide to the right?',
      a: '3',
      aliases: ['head-on collision momentum', 'cars stick together opposite directions'],
      hints: [
        'One of the momenta has to get a minus sign. Which one, if right is plus?',
        'Add the momenta with their signs; the sum is carried by both masses together.',
        'The momenta are +12,000 and −6,000 kg m/s. Divide their sum by the total mass of 2,000 kg.',
      ],
      example:
        'A wagon of 6 kg moves to the right at 9 m/s, one of 2 kg to the left at 5 m/s; they stick together. Let right be plus. The first momentum is $6 \\times 9 = 54$, the other one $2 \\times (-5) = -10$. Their sum is $54 - 10 = 44$. Together the wagons have 8 kg, so divide: $44 \\div 8 = 5.5$. Result: 5.5 m/s to the right.',
      why: 'Opposite momenta cancel partly. The smaller car wins here because its speed makes up for its mass.',
      wrong: {
        '9': 'You added the momenta, although the cars move in opposite directions.',
        '5': 'You took half of the difference of the speeds. The masses have to be considered.',
        '10': 'You averaged the speeds. Use momenta with their signs.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      unit: 'kg m/s',
      q: 'A net force of 30 N acts on a resting cart for 2.5 s. How large is its momentum then?',
      a: '75',
      aliases: ['momentum after a push'],
      hints: [
        'At the start it has none. What does the push add?',
        'Change of momentum = force × time.',
        'Multiply the 30 N by the 2.5 s.',
      ],
      example:
        'A net force of 18 N acts on a resting cart for 3 s. Step 1: the impulse is force × time: $18 \\times 3 = 54$. Step 2: this is what the push adds. Step 3: the cart had no momentum before, so it now has just this. Result: 54 kg m/s.',
      why: 'The impulse of the push is all the momentum that the cart has.',
      wrong: {
        '12': 'You divided. A longer push adds more.',
        '32.5': 'You added. Force and time are multiplied.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      unit: 'm/s',
      q: 'A wagon of 6 kg rolls at 5 m/s into a wagon of 4 kg at rest, and they lock together. How fast do they move on?',
      a: '3',
      aliases: ['two wagons lock together'],
      hints: [
        'Find the momentum before the collision.',
        'It stays the same and is afterwards carried by both masses together.',
        'The momentum of 30 kg m/s is carried by 10 kg.',
      ],
      example:
        'A wagon of 4 kg at 9 m/s runs into one of 5 kg at rest, and they lock together. The momentum before is $4 \\times 9 = 36$. Afterwards it is carried by $4 + 5 = 9$ kg. So divide: $36 \\div 9 = 4$, which is less than half of the old speed. Result: 4 m/s.',
      why: 'The same momentum spread over more mass means less speed.',
      wrong: {
        '2.5': 'You halved the speed. The masses are not equal.',
        '7.5': 'You divided by the resting wagon only.',
        '30': 'That is the momentum.',
      },
    }),
    testItem({
      level: 3,
      kind: 'several choices',
      q: 'Two lumps of clay collide and stick together. No outside forces act. Which statements are true? Choose all that apply.',
      choices: [
        'The total momentum stays the same.',
        'The total mass stays the same.',
        'The total kinetic energy stays the same.',
        'Part of the kinetic energy turns into heat.',
      ],
      a: 'a,b,d',
      aliases: ['what is conserved when things stick together'],
      hints: [
        'The lumps are deformed when they collide. What does that cost?',
        'Momentum is kept in every collision, kinetic energy only if everything springs back into shape.',
        'Two of the statements contradict each other. Which of them fits deformed clay?',
      ],
      example:
        'Two steel balls collide and spring apart without any dent. What is kept? Step 1: momentum is kept in every collision. Step 2: nothing was deformed for good or warmed up much. Step 3: so hardly any energy of motion has been turned into heat. Result: momentum and, nearly, kinetic energy are kept.',
      why: 'Squeezing the clay takes energy, which ends as heat. Momentum cannot turn into anything else.',
      wrong: {
        'a,b,c': 'Think of the deformed clay: where did the energy for that come from?',
        'a,b': 'There is one more true statement, about energy.',
        'b,d': 'Forces between the lumps are equal and opposite. What follows for the total momentum?',
      },
    }),
  ],
};
