import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Measuring motion',
  type: 'intro',
  weight: 0.11,
  estimatedDurationMinutes: 30,
  description:
    'How fast, how far, in which direction, and seen from where? You learn to describe a movement with numbers, graphs and expressions, and to avoid the famous trap of average speed.',
  prerequisites: [],
  problems: [
    item({
      level: 1,
      kind: 'number',
      unit: 'm/s',
      q: 'A cyclist rides 120 m in 15 s at a steady speed. How fast is she, in m/s?',
      a: '8',
      aliases: ['how to calculate speed', 'speed from distance and time'],
      hints: [
        'Look at the unit that is asked for: it is itself a little recipe.',
        'Speed tells how many metres are covered in each second: speed = distance ÷ time.',
        'Share the 120 metres equally among the 15 seconds.',
      ],
      example:
        'A runner covers 200 m in 40 s. Step 1: speed is metres for each second. Step 2: divide: $200 \\div 40 = 5$. Step 3: check: with 5 m in each second, 40 seconds give $5 \\times 40 = 200$ m. Result: 5 m/s.',
      why: 'Dividing gives the distance of a single second. The unit m/s says the same: metres divided by seconds.',
      wrong: {
        '1800': 'You multiplied. That would be faster than any jet: share the metres among the seconds.',
        '0.125': 'You divided the time by the distance. That is how many seconds one metre takes.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      unit: 'm',
      q: 'A lizard runs at 6 m/s for 25 s without slowing down. How far does it get?',
      a: '150',
      aliases: ['distance from speed and time', 'how far in a given time'],
      hints: [
        'What does the lizard manage in a single second, and how many seconds are there?',
        'Distance = speed × time.',
        'Every second adds 6 m to the way. Add this up over 25 seconds.',
      ],
      example:
        'A dog runs at 8 m/s for 12 s. In each second it gets 8 m further, and that happens 12 times: 8 × 12 = 96. It gets 96 m far.',
      why: 'Speed is the distance of one second, so it only has to be repeated for all the seconds.',
      wrong: {
        '4.17': 'You divided. More time must lead to more distance.',
        '31': 'You added metres per second to seconds. Each second brings the full 6 m.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What does velocity tell you that speed does not?',
      choices: [
        'how long the trip takes',
        'how heavy the thing is',
        'how far it has gone',
        'in which direction it moves',
      ],
      a: 'd',
      aliases: ['difference between speed and velocity', 'what is velocity'],
      hints: [
        'Think of two cars on the same road, both at 80 km/h, that meet each other. What is different about them?',
        'Speed is just a number with a unit. Velocity is a vector, an arrow.',
        'An arrow has a length and something else. Which of the four does an arrow show?',
      ],
      why: 'Velocity is speed together with direction. “50 km/h” is a speed, “50 km/h to the north” is a velocity.',
      wrong: {
        a: 'The time of the trip is neither of the two.',
        b: 'Mass has nothing to do with describing a movement.',
        c: 'That is distance. You need it for both.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'm/s',
      q: 'A car drives at 72 km/h. How fast is that in m/s?',
      a: '20',
      aliases: ['convert km/h to m/s', 'kilometres per hour to metres per second'],
      hints: [
        'Two units change at once: kilometres to metres, and hours to seconds. Take them one after the other.',
        '1 km = 1,000 m, and 1 h = 3,600 s.',
        'In one hour the car covers 72,000 m. Now share them among the 3,600 seconds.',
      ],
      example:
        'A bus drives at 45 km/h. Step 1: in one hour it covers $45 \\times 1{,}000 = 45{,}000$ m. Step 2: an hour has 3,600 s. Step 3: $45{,}000 \\div 3{,}600 = 12.5$. Step 4: check with the short cut: dividing km/h by 3.6 also gives $45 \\div 3.6 = 12.5$. Result: 12.5 m/s.',
      why: 'A thousand metres divided by 3,600 seconds is the same as dividing by 3.6. So the number in m/s is always smaller than the one in km/h.',
      wrong: {
        '259.2': 'You multiplied by 3.6. That is the way from m/s to km/h.',
        '1.2': 'You divided by sixty. That turns hours into minutes, and the kilometres are still there.',
        '1200': 'These are metres per minute. There is one more step to seconds.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'm',
      q: 'Dana walks 40 m to the east, turns round and walks 15 m back to the west. How far is she from her starting point (her displacement)?',
      a: '25',
      aliases: ['displacement vs distance', 'how far from the starting point'],
      hints: [
        'Draw a line with the starting point on it and move your finger along.',
        'Displacement is the straight arrow from start to end. Steps back make it shorter.',
        'After the first part she is 40 m away. Then she comes 15 m nearer again.',
      ],
      example:
        'Guy walks 70 m to the north and then 30 m to the south. Step 1: choose north as plus: $+70$ and $-30$. Step 2: displacement: $70 - 30 = 40$ m, to the north. Step 3: compare: the distance he walked is $70 + 30 = 100$ m. Result: he is 40 m from the start, although he walked much farther.',
      why: 'Distance counts every step, displacement only the way from start to end. Opposite directions work against each other.',
      wrong: {
        '55': 'That is the distance she walked. How far is she from the start?',
        '42.7': 'That would be right for a turn of 90°. She came straight back.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these have a direction, that is, which are vectors? Choose all that apply.',
      choices: ['distance', 'displacement', 'speed', 'velocity', 'time'],
      a: 'b,d',
      aliases: ['scalar or vector', 'which quantities have a direction'],
      hints: [
        'Try to add “to the north” to each of them. When does it make sense?',
        'A scalar is only a size. A vector is an arrow, with a size and a direction.',
        'Two pairs of these words describe nearly the same thing: once as an arrow and once without. Find the arrow in each pair.',
      ],
      example:
        'Is temperature a vector? Is force? Step 1: “20 °C to the left” makes no sense, so temperature has no direction. Step 2: “20 N to the left” does make sense: pushing to the left and to the right have different effects. Step 3: so one is only a size, and the other is an arrow. Result: temperature is a scalar, force is a vector.',
      why: 'An arrow from start to end and a speed with its direction are vectors. How long the path is, how fast you go and how late it is are just sizes.',
      wrong: {
        'c,d': 'One of these two is only a number on a speedometer, which shows no direction.',
        'a,b': 'One of these counts every step, no matter where it leads.',
        'b,c,d': 'One of these is only a size. A speedometer can show it.',
      },
    }),
    story(
      'Yael rides to school. First she covers 2.0 km in 6 minutes. Then she waits for a friend for 2 minutes. Then they ride the last 1.6 km together in 4 minutes.',
      [
        {
          level: 2,
          kind: 'number',
          unit: 's',
          q: 'How many seconds does the whole trip take, from start to end?',
          a: '720',
          hints: [
            'The trip has three parts. Does time stand still in any of them?',
            'Add up all times, and change minutes to seconds: each minute has 60.',
            'The three parts make 12 minutes together. Change them to seconds.',
          ],
          why: 'The waiting belongs to the trip as well: the clock does not stop when the wheels do.',
          wrong: {
            '600': 'You left out the time of waiting.',
            '12': 'That is the time in minutes.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'm/s',
          q: "What is Yael's average speed for the whole trip, in m/s?",
          a: '5',
          aliases: ['average speed with a stop'],
          hints: [
            'You need two totals: all the way, and all the time.',
            'Average speed = whole distance ÷ whole time, with stops included.',
            'The way is 3.6 km, that is 3,600 m. Divide by the number of seconds that you have just found.',
          ],
          example:
            'Omer walks 500 m in 4 minutes, rests 2 minutes, and walks 400 m in 4 minutes. Step 1: whole distance: $500 + 400 = 900$ m. Step 2: whole time: $4 + 2 + 4 = 10$ minutes, that is 600 s. Step 3: divide: $900 \\div 600 = 1.5$. Result: 1.5 m/s.',
          why: 'An average speed says how fast she would have had to go all the time to arrive at the same moment.',
          wrong: {
            '6': 'You left out the time of waiting.',
            '300': 'These are metres per minute. Change the minutes to seconds.',
            '0.3': 'These are kilometres per minute.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'm/s',
          tolerance: 0.01,
          q: 'How fast are they on the last part, in m/s? Round to one decimal place.',
          a: '6.7',
          hints: [
            'Only the last part counts here: find its distance and its time.',
            'Speed = distance ÷ time, with metres and seconds.',
            'The last part is 1,600 m long and takes 240 s.',
          ],
          example:
            'The last part of a hike is 1.4 km long and takes 20 minutes. Step 1: change units: 1,400 m and $20 \\times 60 = 1{,}200$ s. Step 2: divide: $1{,}400 \\div 1{,}200 = 1.166…$ Step 3: round to one decimal place: the next digit is 6, so round up. Result: 1.2 m/s.',
          why: 'On this part they are faster than on average, because the average has to make up for the waiting as well.',
          wrong: {
            '0.4': 'These are kilometres per minute.',
            '400': 'These are metres per minute.',
            '5.6': 'That is the speed on the first part.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'expression',
      q: 'When the clock starts, a car is already 30 m past a traffic light. It moves away from the light at a steady 12 m/s. Write its distance from the light (in m) after $t$ seconds.',
      a: '12t + 30',
      also: ['30 + 12t'],
      aliases: ['position as a function of time', 'write an expression for where the car is'],
      hints: [
        'Find out where the car is at $t = 0$, and what every second after that adds.',
        'Distance from the light = distance at the start + speed × time.',
        'The head start does not depend on time, so no $t$ belongs to it. What grows with time is the speed times $t$.',
      ],
      example:
        'A snail sits 50 cm from a wall and crawls away from it at 3 cm per minute. Step 1: at the start the distance is 50. Step 2: after $t$ minutes it has crawled $3t$ more. Step 3: add both: $50 + 3t$. Step 4: test: after 10 minutes it is $50 + 30 = 80$ cm away, which makes sense. Result: $3t + 50$.',
      why: 'The head start is the fixed part, and the speed is multiplied by the time. In a graph you see a straight line that begins above zero and rises steadily.',
      wrong: {
        '12t': 'This car would start right at the light. Where is it when the clock starts?',
        '30t + 12': 'Head start and speed are swapped. Which of them happens again in each second?',
        '42t': 'You cannot add metres to metres per second. Only one of the two is multiplied by the time.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 's',
      q: 'Ron sets out at 4 m/s. A minute later Lia follows him on the same road at 6 m/s. How many seconds after *her own* start does Lia catch up with him?',
      a: '120',
      aliases: ['catching up problem', 'when does the faster one catch the slower one'],
      hints: [
        'Freeze the picture at the moment when Lia starts: how far ahead is Ron?',
        'What counts from then on is how fast the gap closes: the difference between the two speeds.',
        'The gap is 240 m at first, and in each second Lia covers 2 m more than Ron.',
      ],
      example:
        'A tortoise crawls at 0.2 m/s. After 50 s a dog starts behind it at 0.7 m/s. Step 1: head start: $0.2 \\times 50 = 10$ m. Step 2: the dog gains $0.7 - 0.2 = 0.5$ m in each second. Step 3: $10 \\div 0.5 = 20$. Step 4: check: in 20 s the dog runs 14 m; the tortoise crawls 14 m in 70 s. Result: 20 s.',
      why: 'Seen from Ron, Lia comes nearer at the difference of the speeds, and the gap is used up at this rate. At that moment both have covered the same distance.',
      wrong: {
        '40': "You divided the head start by Lia's full speed. But Ron does not stand still.",
        '180': "That is the time since Ron started. The question counts from Lia's start.",
        '24': 'You divided by the sum of the speeds. They do not move towards each other.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'km/h',
      q: 'Tom cycles 6 km up a hill at 10 km/h and the same 6 km down again at 30 km/h. What is his average speed for the whole trip, in km/h?',
      a: '15',
      aliases: ['average of two speeds trap', 'average speed up and down the hill'],
      hints: [
        'Beware of the quick answer. On which part does he spend more time?',
        'Average speed = whole distance ÷ whole time. It is not the mean of the two speeds, because the slow part takes longer.',
        'Up he needs 0.6 h, down 0.2 h. Now put the whole distance and the whole time together.',
      ],
      example:
        'Maya drives 60 km at 40 km/h and the 60 km back at 120 km/h. Step 1: time there: $60 \\div 40 = 1.5$ h. Step 2: time back: $60 \\div 120 = 0.5$ h. Step 3: whole distance 120 km, whole time 2 h. Step 4: $120 \\div 2 = 60$. The mean of the speeds would have been 80. Result: 60 km/h.',
      why: 'He spends three times as long on the slow part, so it counts three times as much. The average is therefore closer to the slower speed.',
      wrong: {
        '20': 'That is the mean of the two speeds. But he does not ride equally long at each of them.',
        '7.5': 'You counted only one of the two ways in the distance.',
        '40': 'You added the speeds.',
      },
    }),
    testItem({
      level: 1,
      kind: 'number',
      unit: 'm/s',
      q: 'A swimmer covers 90 m in 60 s. What is her speed in m/s?',
      a: '1.5',
      aliases: ['speed of a swimmer'],
      hints: [
        'Read the unit m/s aloud: metres per second.',
        'Speed = distance ÷ time.',
        'Divide 90 metres by 60 seconds. It is a bit more than a metre for each second.',
      ],
      why: 'Dividing the distance by the time gives the metres for each second.',
      wrong: {
        '0.67': 'You divided the time by the distance.',
        '5400': 'You multiplied instead of sharing the metres among the seconds.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      unit: 'm/s',
      q: 'A train moves at 108 km/h. How fast is that in m/s?',
      a: '30',
      aliases: ['108 kilometres per hour in metres per second'],
      hints: [
        'Change kilometres and hours one after the other.',
        '1 km = 1,000 m and 1 h = 3,600 s, so divide km/h by 3.6.',
        'Divide the 108,000 m of an hour by its 3,600 seconds.',
      ],
      example:
        'A ferry moves at 27 km/h. Step 1: in an hour it covers 27,000 m. Step 2: an hour has 3,600 s. Step 3: $27{,}000 \\div 3{,}600 = 7.5$. Step 4: check with the short cut: $27 \\div 3.6$ gives the same. Result: 7.5 m/s.',
      why: 'Every km/h is a thousand metres in 3,600 seconds, so dividing by 3.6 changes the unit.',
      wrong: {
        '388.8': 'You multiplied by 3.6. In m/s the number becomes smaller.',
        '1.8': 'You divided by sixty. That is the number of kilometres per minute.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'In a distance–time graph the line rises steeply at first, then it is flat, and then it rises gently. What is the story?',
      choices: [
        'uphill, level ground, downhill',
        'fast, standing still, slow',
        'slow, steady, fast',
        'getting faster, steady, slowing down',
      ],
      a: 'b',
      aliases: ['reading a distance time graph', 'what does a flat line mean in a distance time graph'],
      hints: [
        'The vertical axis shows distance, not height and not speed.',
        'The slope of the line tells how much distance is added in each second.',
        'In the flat part the distance does not grow although time goes on. What is the traveller doing?',
      ],
      example:
        'A line in a distance–time graph is flat, then steep, and then goes back down to zero. Step 1: flat: no distance is added, so there is a rest. Step 2: steep: much distance in little time, so quick movement. Step 3: back to zero: the distance from the start becomes nothing. Result: a rest, a quick walk, and the way home.',
      why: 'Slope means speed here: steep is fast, gentle is slow, and no slope at all is rest.',
      wrong: {
        a: 'The graph is no picture of a hill. Its vertical axis shows distance.',
        c: 'Where the line is steep, much distance is covered in little time. Is that slow?',
        d: 'A straight line in such a graph means a constant speed.',
      },
    }),
  ],
};
