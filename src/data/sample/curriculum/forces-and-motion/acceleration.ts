import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Acceleration',
  type: 'chapter',
  weight: 0.13,
  estimatedDurationMinutes: 40,
  description:
    'Acceleration is how quickly velocity changes: you feel it in your back when the bus pulls out. You learn to calculate it, to read it off a graph, and to predict where a falling or flying thing will be.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      unit: 'm/s^2',
      q: 'A scooter speeds up evenly from rest to 12 m/s in 4 s. What is its acceleration?',
      a: '3',
      aliases: ['how to calculate acceleration', 'change of speed divided by time'],
      hints: [
        'How much speed is gained altogether, and in how many seconds?',
        'Acceleration = change of velocity ÷ time. It tells how much velocity is added in each second.',
        'Share the gain of 12 m/s equally among the 4 seconds.',
      ],
      example:
        'A sledge speeds up evenly from rest to 10 m/s in 5 s. First find the change of velocity: $10 - 0 = 10$ m/s. Then look at the time that it takes: 5 s. Now share the change among the seconds: $10 \\div 5 = 2$. In words: in each second it gets faster by 2 m/s. Result: 2 metres per second, every second.',
      why: 'Acceleration is a rate: the change of velocity in a single second. That is why its unit is metres per second, per second.',
      wrong: {
        '48': 'You multiplied. The gain has to be shared among the seconds.',
        '0.33': 'You divided the time by the gain of speed.',
        '8': 'You subtracted seconds from metres per second. These cannot be subtracted.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'A train has an acceleration of 2 m/s². What does this mean?',
      choices: [
        'It moves 2 metres in each second.',
        'It needs 2 seconds for each metre.',
        'Its speed grows by 2 m/s in each second.',
        'It doubles its speed in each second.',
      ],
      a: 'c',
      aliases: ['what does m/s squared mean', 'meaning of the unit of acceleration'],
      hints: [
        'Read the unit slowly: metres per second, per second. What is it that changes in each second?',
        'Speed tells how position changes; acceleration tells how speed changes.',
        'Imagine the speedometer: what would you read now, and what one second later?',
      ],
      why: 'In every second the same amount is added to the speed: 2, 4, 6, 8 m/s, and so on.',
      wrong: {
        a: 'That would be a speed, and then the speedometer would stand still.',
        b: 'That describes a steady, slow movement. Where is the change?',
        d: 'The same amount is added each time. Nothing is multiplied.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these are accelerating, in the language of physics? Choose all that apply.',
      choices: [
        'a car that goes round a bend at a constant 50 km/h',
        'a bus that is braking',
        'a train at a steady 120 km/h on a straight track',
        'an apple that falls from a tree',
      ],
      a: 'a,b,d',
      aliases: ['is braking an acceleration', 'does turning count as acceleration'],
      hints: [
        'Do not think of “getting faster” only. What exactly has to change?',
        'Acceleration is any change of velocity, and velocity has a size and a direction.',
        'Ask in each case: does the speedometer change, or does the direction change? If neither does, strike it out.',
      ],
      example:
        "Is a child on a merry-go-round accelerating, when it turns at a steady pace? Step 1: the child's speed stays the same. Step 2: its direction changes all the time: now to the north, soon to the west. Step 3: velocity is speed with direction, so velocity changes. Result: yes, the child accelerates, and feels it.",
      why: 'Slowing down and turning change the velocity just as speeding up does. Only steady motion in a straight line is free of acceleration.',
      wrong: {
        'b,d': 'You thought of the speed. What else belongs to a velocity?',
        'a,b,c,d': 'One of these has the same speed and the same direction all the time.',
        d: 'Getting faster is only one way to change a velocity.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'm/s^2',
      q: 'A bus brakes evenly from 15 m/s to 5 m/s in 4 s. What is its acceleration? Mind the sign.',
      a: '-2.5',
      aliases: ['negative acceleration', 'deceleration of a braking bus'],
      hints: [
        'Compare the velocity at the end with the one at the beginning. What does that mean for the sign?',
        'Acceleration = (velocity at the end − velocity at the beginning) ÷ time.',
        'The change is 5 − 15. Work it out with its sign, then divide by the 4 seconds.',
      ],
      example:
        'A boat slows down evenly from 9 m/s to 3 m/s in 5 s. Step 1: end minus beginning: $3 - 9 = -6$ m/s. Step 2: divide by the time: $-6 \\div 5 = -1.2$. Step 3: what the sign means: in every second 1.2 m/s are lost. Result: −1.2 metres per second, every second.',
      why: 'The minus shows that the acceleration points against the motion: in each second the bus loses speed.',
      wrong: {
        '2.5': 'The size is right. But is the bus gaining or losing speed?',
        '-5': 'Check the change of velocity and divide it by all the seconds.',
        '-1.25': 'You divided the final velocity by the time. Use the change.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'm/s',
      q: 'A car moves at 6 m/s and then accelerates at 1.5 m/s² for 8 s. How fast is it then?',
      a: '18',
      aliases: ['final velocity formula', 'how fast after accelerating'],
      hints: [
        'The car does not start from rest. What does it have already, and what is added?',
        'Final velocity = first velocity + acceleration × time.',
        'In 8 s it gains 12 m/s. Where did it start?',
      ],
      example:
        'A cyclist moves at 4 m/s and then accelerates at 0.5 m/s² for 6 s. First the gain: 0.5 × 6 = 3 m/s. Then add it to what was there: 4 + 3 = 7. The cyclist is at 7 m/s.',
      why: 'Acceleration × time is only the gain. It comes on top of the velocity that was there before.',
      wrong: {
        '12': 'That is the gain. What did the car have before?',
        '60': 'You added speed and acceleration before multiplying. Only the acceleration works on every second.',
        '15.5': 'You added all the numbers. Acceleration adds its part in each second.',
      },
    }),
    item({
      level: 2,
      kind: 'expression',
      q: 'A skater moves at 4 m/s and then gains 3 m/s in every second. Write her speed (in m/s) after $t$ seconds.',
      a: '3t + 4',
      also: ['4 + 3t'],
      aliases: ['velocity as a function of time expression'],
      hints: [
        'What is her speed at $t = 0$, and by how much does it change in each second?',
        'Speed = speed at the start + gain in each second × number of seconds.',
        'The speed at the start stands alone, and the gain gets the $t$. Write their sum.',
      ],
      example:
        'A sledge moves at 2 m/s and then gains 5 m/s in every second. After 1 s it has $2 + 5$, after 2 s $2 + 5 \\cdot 2$. So after $t$ seconds its speed is $5t + 2$.',
      why: 'A steady acceleration means that the same amount is added in each second, so the graph of speed is a straight line.',
      wrong: {
        '4t + 3': 'Start and gain are swapped. What is the speed at $t = 0$?',
        '7t': 'This says that she starts from rest.',
        '3t': 'This is only the gain. She was moving before.',
      },
    }),
    story(
      'A commuter train starts from rest and speeds up evenly to 20 m/s in 40 s. It keeps this speed for 60 s. Then it brakes evenly and comes to rest within 20 s.',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'm/s^2',
          q: 'What is its acceleration in the first part?',
          a: '0.5',
          hints: [
            'Only the first 40 seconds count here.',
            'Acceleration = change of velocity ÷ time.',
            'The velocity changes from nothing to 20 m/s in 40 s. Which of the two numbers goes on top?',
          ],
          why: 'The train gains its speed slowly, so that standing passengers do not fall.',
          wrong: {
            '2': 'You divided the time by the change of velocity.',
            '800': 'You multiplied. Share the gain among the seconds.',
          },
        },
        {
          level: 3,
          kind: 'interval',
          q: 'During which time, counted in seconds from the start, does the train slow down? Write it as an interval with both ends included.',
          a: '[100, 120]',
          aliases: ['when does the train brake'],
          hints: [
            'Make a timeline: when does each of the three parts begin and end?',
            'The clock runs on. Each part begins when the part before it ends.',
            'Add the lengths of the first two parts to find the beginning, and then the length of the last part to find the end.',
          ],
          example:
            'A lift speeds up for 3 s, glides for 8 s and brakes for 2 s. When does it brake? Step 1: the gliding ends after $3 + 8 = 11$ s, so the braking begins then. Step 2: it lasts for 2 s: $11 + 2 = 13$. Step 3: both moments belong to it, so use square brackets. Result: $[11, 13]$.',
          why: 'The first two parts take forty and sixty seconds, so the braking begins where their sum ends and lasts for the last twenty.',
          wrong: {
            '[0, 20]': 'That is how long the braking lasts. When does it begin?',
            '[60, 80]': 'You forgot one of the parts before the braking.',
            '[40, 100]': 'That is the part with constant speed.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'm',
          q: 'How far does the train travel in all three parts together?',
          a: '1800',
          aliases: ['distance from the velocity time graph', 'area under the graph'],
          hints: [
            'Sketch the velocity–time graph: it looks like a roof with a flat top.',
            'The area under the line is the distance. In an even start or stop the average speed is half of the top speed.',
            'The first triangle has an area of 400 m and the rectangle of 1,200 m. The last triangle is still missing.',
          ],
          example:
            'A bus speeds up evenly to 10 m/s in 8 s, keeps it for 30 s and stops evenly in 4 s. Step 1: start: average 5 m/s for 8 s: 40 m. Step 2: middle: $10 \\times 30 = 300$ m. Step 3: stop: average 5 m/s for 4 s: 20 m. Step 4: add: $40 + 300 + 20 = 360$. Result: 360 m.',
          why: 'The speed is not the same all the time, so each part has to be treated by itself: triangle, rectangle, triangle.',
          wrong: {
            '2400': 'You used the top speed for the whole time. At the beginning and at the end it is slower.',
            '1200': 'That is only the part with constant speed.',
            '1600': 'The last part is missing: even while it brakes, the train moves.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'number',
      unit: 'm',
      q: 'A stone falls from rest into a well and hits the water after 3 s. How deep is the well? (Use $g = 10$ m/s² and ignore the air.)',
      a: '45',
      aliases: ['how deep is the well', 'distance fallen in free fall'],
      hints: [
        'The stone gets faster and faster. What is its speed at the beginning, and at the end?',
        'For steady acceleration from rest, the distance is average speed × time, and the average is half of the final speed.',
        'After three seconds it has 30 m/s. Halve this to get the average, then use the time.',
      ],
      example:
        'A coconut falls from rest for 2 s. Step 1: final speed: $10 \\times 2 = 20$ m/s. Step 2: average speed: half of it, 10 m/s. Step 3: distance: $10 \\times 2 = 20$ m. Step 4: check with the formula $\\frac{1}{2} g t^2$: half of ten times four gives the same. Result: 20 m.',
      why: 'The stone starts slowly and ends fast, so its average speed is half of the final one. In formula: $\\frac{1}{2} g t^2$.',
      wrong: {
        '90': 'You used the final speed for the whole fall. At first it is much slower.',
        '30': 'That is its speed at the end, in m/s.',
        '15': 'You left out a factor: the time counts twice, since it makes the stone faster and gives it longer to fall.',
      },
    }),
    item({
      level: 3,
      kind: 'number',
      unit: 'm',
      q: 'A car at 20 m/s brakes evenly and stops after 5 s. How far does it travel while braking?',
      a: '50',
      aliases: ['braking distance', 'how far does a car go while braking'],
      hints: [
        'It is slower at the end than at the beginning. Which speed describes the whole braking best?',
        'When velocity changes evenly, the average is the mean of the first and the last velocity.',
        'The mean of 20 m/s and rest is 10 m/s. Use it for the 5 seconds.',
      ],
      example:
        'A cyclist at 8 m/s stops evenly within 3 s. Step 1: the average of 8 and 0 is 4 m/s. Step 2: distance = average × time: $4 \\times 3 = 12$. Step 3: check: at full speed it would be 24 m, so half of that makes sense. Result: 12 m.',
      why: 'While it brakes evenly, the car covers half of what it would cover at full speed in the same time.',
      wrong: {
        '100': 'That is how far it would get without braking.',
        '4': 'That is how much speed is lost in each second.',
        '25': 'Check the average speed: it is the mean of the first and last velocity.',
      },
    }),
    item({
      level: 4,
      kind: 'set',
      q: 'A ball is thrown straight up, and its height in metres after $t$ seconds is $20t - 5t^2$. At which times is it 15 m high? Write the set of all solutions.',
      a: '{1, 3}',
      aliases: ['when is the ball at a given height', 'quadratic equation ball thrown up'],
      hints: [
        'A ball that goes up comes down again. How often does it pass most heights?',
        'Set the expression for the height equal to 15 and solve the equation for $t$. It is quadratic.',
        'Bring everything to one side, divide by 5, and factor. As a check: the two times add up to 4.',
      ],
      example:
        "Another ball's height is $30t - 5t^2$. When is it 40 m high? First set up the equation: $30t - 5t^2 = 40$. Divide by 5 and bring everything to one side: $t^2 - 6t + 8 = 0$. Look for two numbers with the sum 6 and the product 8: they are 2 and 4. So $(t - 2)(t - 4) = 0$, and one of the brackets must be zero. Result: $\\{2, 4\\}$, on the way up and on the way down.",
      why: 'The ball passes this height twice, once on its way up and once on its way down. Both lie equally far from the moment at the top.',
      wrong: {
        '{1}': 'That is on the way up. What happens later?',
        '{3}': 'That is on the way down. Was it there before?',
        '{0, 4}': 'At these moments the height is zero: the start and the landing.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      unit: 'm/s^2',
      q: 'A motorbike speeds up evenly from 8 m/s to 29 m/s in 6 s. What is its acceleration?',
      a: '3.5',
      aliases: ['acceleration of a motorbike'],
      hints: [
        'It does not start from rest, so what is the change?',
        'Acceleration = (velocity at the end − velocity at the beginning) ÷ time.',
        'The change is 21 m/s. Share it among the 6 seconds.',
      ],
      example:
        'A horse speeds up evenly from 4 m/s to 13 m/s in 5 s. Step 1: change: $13 - 4 = 9$ m/s. Step 2: divide by the time: $9 \\div 5 = 1.8$. Result: 1.8 m/s gained in each second.',
      why: 'Only the change counts. Then divide by the time to find the gain of a single second.',
      wrong: {
        '4.83': 'You used the final velocity. How much of it is new?',
        '21': 'That is the change. In how many seconds did it happen?',
        '6.17': 'You added the velocities.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'In a velocity–time graph the line runs straight down until it reaches zero. What is going on?',
      choices: [
        'The thing brakes evenly and comes to rest.',
        'The thing goes back to its starting point.',
        'The thing rolls down a hill.',
        'The thing moves at a constant speed.',
      ],
      a: 'a',
      aliases: ['falling line in a velocity time graph'],
      hints: [
        'Read the vertical axis: it shows velocity, neither distance nor height.',
        'The slope of this graph is the acceleration. A straight line means that it is constant.',
        'Read off the velocity at the beginning, in the middle and at the end, and tell the story.',
      ],
      why: 'The velocity becomes smaller by the same amount in each second until nothing is left.',
      wrong: {
        b: 'In a distance–time graph this would be right. Here the axis shows velocity.',
        c: 'The graph is no picture of the road.',
        d: 'Then the line would be flat.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      unit: 'm',
      q: 'A plane speeds up evenly from rest and takes off after 30 s at 80 m/s. How long a runway does it need at least?',
      a: '1200',
      aliases: ['length of the runway'],
      hints: [
        'The plane is not at 80 m/s all the time.',
        'For steady acceleration from rest, average speed is half of the final speed.',
        'Use an average of 40 m/s for the 30 seconds.',
      ],
      example:
        'A glider starts from rest and takes off after 12 s at 25 m/s. Step 1: average speed: $25 \\div 2 = 12.5$ m/s. Step 2: distance: $12.5 \\times 12 = 150$. Step 3: check: at full speed all the time it would be 300 m, so half is right. Result: 150 m.',
      why: 'Distance is average speed × time, and the average of a steady start from rest is half of the final speed.',
      wrong: {
        '2400': 'You used the final speed for the whole time.',
        '2.67': 'That is the acceleration.',
      },
    }),
  ],
};
