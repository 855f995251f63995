import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'The Industrial Revolution',
  type: 'chapter',
  weight: 0.9,
  estimatedDurationMinutes: 40,
  description:
    'Coal, cotton and clever machines changed how people worked, where they lived and what they fought about. You weigh the gains against the costs with the numbers of the time.',
  prerequisites: ['The Enlightenment'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'James Watt greatly improved a machine that turns heat from coal into motion and could drive pumps, looms and later trains. Which machine?',
      a: 'steam engine',
      also: ['the steam engine', 'steam engines', 'steam machine', 'a steam engine'],
      aliases: ['what did james watt improve', 'machine of the industrial revolution'],
      hints: [
        'Think of a kettle whose lid dances when the water boils.',
        'Boiling water expands enormously when it turns to vapor, and that can push a piston.',
        'The name has two words: what rises from boiling water, and the general word for a motor.',
      ],
      why: 'For the first time power was free of muscle, wind and river. A factory could stand wherever coal could be brought.',
      wrong: {
        'water wheel': 'That needs a river and no coal.',
        'spinning jenny': 'That is a machine for making thread. It uses power and doesn’t produce any.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Which combination helped Britain to become the first industrial country?',
      choices: [
        'A hot climate and many plantations on the British Isles',
        'A ban on new inventions and high tolls on every road',
        'Oil wells, gas pipes and electric power in every town',
        'Coal and iron, waterways and money to invest',
      ],
      a: 'd',
      aliases: ['why did the industrial revolution start in britain'],
      hints: [
        'What does a factory owner need, besides a machine?',
        'Look for energy, transport and capital together.',
        'Two options describe things that Britain did not have, and one belongs to a later century.',
      ],
      why: 'No single reason is enough. Energy, transport, money and a market met in one place, and trade with colonies and plantations added cotton and profits.',
      wrong: {
        a: 'Neither is true of the islands themselves, though plantations overseas fed the cotton mills.',
        b: 'That would have hindered it. Inventors were protected by patents.',
        c: 'Those belong to the end of the 19th century.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'More and more people moved from villages to towns for work. What is this growth of towns called?',
      a: 'urbanization',
      also: ['urbanisation', 'urban growth'],
      aliases: ['people moving to cities word'],
      hints: [
        'The word comes from Latin, like many words for big changes.',
        'The Latin word urbs means “city”.',
        'Begin with the adjective for things that have to do with a city, the opposite of “rural”, and form a noun like “civilization”.',
      ],
      why: 'Factories need many hands in one place. Houses, water and sewers came far too late, so the towns grew faster than the means to live in them.',
      wrong: {
        industrialization: 'That is the growth of industry. The question is about where people live.',
        migration: 'That is any move from one place to another. The word in question names the growth of towns.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Manchester had about 75,000 people in 1801 and about 303,000 in 1851. About how many times as large had it become? (Round to a whole number.)',
      a: '4',
      tolerance: 0.03,
      aliases: ['growth of manchester in the industrial revolution'],
      hints: [
        'You are asked for a factor and not for a difference.',
        '“How many times as large” is the later number divided by the earlier one.',
        'Round 303,000 to 300,000 and see how often 75,000 goes into it.',
      ],
      example:
        'A town had 40,000 people in 1820 and 118,000 in 1870. About how many times as large had it become? Divide the later number by the earlier: 118,000 ÷ 40,000 = 2.95. For a whole number we round: about 3. The difference, 78,000, would answer another question: how many people were added? Result: about 3 times as large.',
      why: '303,000 ÷ 75,000 = 4.04. Imagine your own town with such growth within a lifetime, but hardly any new water pipes.',
      wrong: {
        228000: 'That is how many people were added. The question asks for a factor.',
        3: 'You compared the added people with the first number. “Times as large” compares the whole later number.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Adam Smith described a pin factory in which one man drew the wire, another cut it and a third sharpened it, so that together they made far more pins. What is this principle called?',
      a: 'division of labor',
      also: [
        'division of labour',
        'the division of labor',
        'specialization',
        'specialisation',
        'dividing the work',
        'labor division',
      ],
      aliases: ['adam smith pin factory principle'],
      hints: [
        'Compare it with one person who makes a whole pin, from the wire to the head.',
        'The whole task is split up into small steps, and everyone becomes fast at just one of them.',
        'The name has three words with “of” in the middle. The first is also a term in arithmetic, the opposite of multiplication.',
      ],
      example:
        'Four friends fold 200 invitations. At first each one folds, fills, seals and stamps his own, and keeps changing tools: two hours. Then they sit in a row: one folds, one fills, one seals, one stamps. No tool changes hands, and each becomes quick in one move: fifty minutes. The price: by the end the folder is bored to tears. Result: splitting a job into steps saves time, and can make the single step dull.',
      why: 'Practice and saved steps multiply the output. Smith also saw the shadow: whoever does one movement all his life has little use for his mind.',
      wrong: {
        automation: 'There the machine does the work. In Smith’s example the people do it, in another order.',
        'mass production': 'That is the result. The question asks for the principle behind it.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these were typical of work in an early cotton mill, compared with spinning at home?',
      choices: [
        'The clock and the machine set the pace',
        'The family decided for itself when to take a break',
        'The workers owned the machines',
        'Children worked alongside adults under overseers',
        'Work went on by gaslight after dark',
      ],
      a: 'a,d,e',
      aliases: ['how was factory work different from work at home'],
      hints: [
        'Picture both days, the one at the cottage’s spinning wheel and the one in the mill.',
        'The mill brought people to the machine. Ask who owns it, and who decides over time.',
        'Two of the options describe the cottage. Which three would be impossible or rare there?',
      ],
      example:
        'What changes when home-cooked lunches are replaced by a canteen: fixed hours, free choice of spices, one kitchen for 500 people? Compare the two scenes. At home you eat when you are hungry and season as you like. In the canteen a bell rings and one recipe serves all. Result: fixed hours and the large kitchen belong to the canteen; free seasoning belongs to home. The gain is speed and price, the loss is control.',
      why: 'Children had worked at home too. New were the overseer, the clock and a machine that never got tired, and which belonged to somebody else.',
      wrong: {
        'a,d': 'Both fit. What did the owner do to make the day longer in winter?',
        'a,c,d,e': 'If the workers had owned them, who would have needed a mill owner?',
        'b,c': 'That describes the cottage. Turn it around.',
      },
    }),
    story(
      'Before 1833 many children in British cotton mills worked 12 hours on 6 days a week. The Factory Act of 1833 forbade mill work for children under nine years. Those who were nine or older, but not yet thirteen, could work 48 hours a week at most. For the first time, paid inspectors were sent to check.',
      [
        {
          level: 2,
          kind: 'interval',
          q: 'Write the ages (in years) for which the 48-hour limit was meant as an interval.',
          a: '[9, 13)',
          aliases: ['which brackets for at least and less than'],
          hints: [
            'Read the sentence with the 48 hours twice, and mark its two limits.',
            'A square bracket includes the end of an interval, a round one leaves it out.',
            'Decide for each end: does a child whose birthday is today, at exactly this age, belong to the group?',
          ],
          example:
            '“Half price from 4 years on, until you turn 11.” Which ages get half price? The lower end: a child who turns 4 today pays half, so 4 belongs to it: square bracket. The upper end: a child who turns 11 today pays in full, so 11 is left out: round bracket. Result: [4, 11).',
          why: '“Nine or older” includes the nine; “not yet thirteen” shuts out the thirteen. Laws hang on such little brackets: they decided over the working day of real children.',
          wrong: {
            '[9, 13]': 'The lower end is right. Does a child belong to it on the thirteenth birthday?',
            '(9, 13)': 'One end is right. Is a child who turns nine today in the group?',
            '[9, 12]': 'Ages aren’t only whole numbers: what about a child of twelve and a half?',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'By what percentage did the limit cut the weekly hours of such a child? (Round to a whole number.)',
          a: '33',
          tolerance: 0.02,
          unit: '%',
          aliases: ['percentage decrease of working hours'],
          hints: [
            'First find how many hours a week such a child had worked before.',
            'A cut in percent is the difference divided by the old value.',
            'Before, it was 12 × 6 = 72 hours. How many hours fell away, and which part of 72 is that?',
          ],
          example:
            'A clerk worked 10 hours on 5 days and now works 40 hours a week. By what percentage were his hours cut? Before: 10 × 5 = 50 hours. The difference: 50 − 40 = 10 hours. Compare it with the old value: 10 ÷ 50 = 0.2. Result: a cut of 20 %. Had we divided by the new value, 40, we would have got 25 %, which is too much.',
          why: '(72 − 48) ÷ 72 = 1/3. Eight hours a day were still a long day for a child of nine, but a third less was a real change.',
          wrong: {
            50: 'You divided by the new hours. A cut is measured from the old value.',
            67: 'That is the share that remained.',
            24: 'That is the cut in hours. Compare it with the hours of before.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Earlier laws had also limited children’s work, but hardly anything changed. What made the act of 1833 more effective?',
          choices: [
            'Someone independent now checked whether it was obeyed',
            'It was longer than the earlier laws and covered every possible case',
            'The mill owners themselves had asked Parliament for it',
            'It was printed in the newspapers, so that everyone knew it',
          ],
          a: 'a',
          aliases: ['why were factory inspectors important'],
          hints: [
            'Look for what the text calls new in this act.',
            'A rule works only if breaking it is likely to be noticed.',
            'Before 1833, local judges who were often friends of the owners should have noticed violations. Ask what changed with the new act.',
          ],
          example:
            'A school forbids phones in class for years, and everybody uses them. Then one thing changes: at the door there is a rack with numbers, and a student council member counts the phones each morning. From then on it is quiet. The rule’s words are the same as before. New is that somebody sees at once who breaks it, and that it isn’t a friend of the person. Result: the check makes the rule work.',
          why: 'A right without anyone to enforce it is only a wish. The inspectors’ reports also became evidence that pushed later laws.',
          wrong: {
            b: 'Length doesn’t make a law obeyed. What happened on the ground?',
            c: 'Most of them fought it.',
            d: 'The earlier laws were known too. Being known is not yet being obeyed.',
          },
        },
      ],
    ),
    item({
      level: 2,
      kind: 'number',
      q: 'To spin 100 pounds of cotton, a hand spinner needed about 50,000 hours. With Crompton’s mule of 1780 it took about 2,000 hours. How many times as fast was the mule?',
      a: '25',
      aliases: ['how much faster were spinning machines'],
      hints: [
        'Fewer hours for the same work means a greater speed.',
        'For the same amount of work, the speeds compare as the times do, the other way around.',
        'See how often 2,000 goes into 50,000; cancel the thousands first.',
      ],
      example:
        'By hand a field takes 60 hours to harvest; with a machine it takes 4 hours. How many times as fast is the machine? The work is the same, so compare the times: 60 ÷ 4 = 15. In the 60 hours that one field used to take, the machine does 15 fields. Result: 15 times as fast.',
      why: '50,000 ÷ 2,000 = 25. Yarn became so cheap that hand spinners lost their living, while millions could afford a second shirt. Both are true.',
      wrong: {
        48000: 'That is how many hours are saved. “Times as fast” is a ratio.',
        '0.04': 'You divided the other way around: this is the part of the time that is still needed.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'Around 1812 skilled English textile workers, the Luddites, smashed certain machines at night and left others whole. Often these belonged to owners who had cut wages or hired untrained workers. What does this suggest?',
      choices: [
        'They hated all technology and wanted the Middle Ages back',
        'They were drunk and broke whatever they found in the dark',
        'They wanted to sell the machines to owners in other towns',
        'They fought the use of machines to cut pay and skill',
      ],
      a: 'd',
      aliases: ['who were the luddites', 'why did luddites break machines'],
      hints: [
        'Pay attention to which machines were spared.',
        'A pattern in what people attack, and in what they leave alone, reveals their aim.',
        'The spared machines were machines too. What did the broken ones have in common?',
      ],
      example:
        'At night, somebody removes the signs of one taxi firm but not those of the others. Is it a hater of taxis? Then all the firms would be hit. It turns out that this firm pays its drivers nothing for waiting time. The selection points to the motive: it is not about taxis but about one firm’s conduct. Result: look at what was not touched if you want to understand an attack.',
      why: 'They had worked with machines for generations. The quarrel was about who gains from a new technology, and we are having it again today.',
      wrong: {
        a: 'Then why did they spare so many machines?',
        b: 'The attacks were planned, and chose their targets with care.',
        c: 'A smashed machine can’t be sold.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'Did the life of British workers get better between 1780 and 1850? Historians find: real wages stood still at first and rose after about 1820; the average height of young men fell in the middle of the period; children in towns died more often than in the country. Which conclusion is best supported?',
      choices: [
        'Life became better in every respect, as the wages after 1820 show',
        'Life became worse in every respect, as the heights of the men show',
        'Height depends on the parents alone, so it says nothing about life',
        'Wages of that time can’t be measured, so nothing at all can be said',
        'Pay and health moved apart for a time, above all in towns',
      ],
      a: 'e',
      aliases: ['did the industrial revolution make workers’ lives better', 'standard of living debate'],
      hints: [
        'Three kinds of evidence are given. Note for each what it measures and which way it points.',
        '“Standard of living” has several sides. Indicators that disagree may all be right, since they look at different sides.',
        'Height shows how well children were fed and how often they were ill. Put this beside the wages, and don’t forget the dates.',
      ],
      example:
        'Is the new school better than the old one? Test scores went up. The way to school takes forty minutes longer. Fewer pupils are in the band. “Better in every way” forgets the way and the band; “worse” forgets the scores. Each indicator measures another side, so each can be right. A good answer names the sides: more learning, but less free time and less music. Result: a divided balance, and it depends on what you value.',
      why: 'When indicators disagree, ask what each one measures before you choose between them. Growth can be real and still be paid for by those who see least of it.',
      wrong: {
        a: 'This looks at the wages alone. What do the other two kinds of evidence say?',
        b: 'What about the wages after 1820?',
        d: 'They can be estimated, and they are only one of three kinds of evidence.',
        c: 'Hungry and sick children grow less, whatever their parents’ height. So it says a good deal.',
      },
    }),
    testItem({
      level: 1,
      kind: 'text',
      q: 'What do we call an organization in which workers join forces to bargain for better pay and conditions?',
      a: 'trade union',
      also: ['labor union', 'labour union', 'union', 'a trade union', 'trades union', 'unions'],
      hints: [
        'One worker can be replaced easily, but all of them together can’t.',
        'Its strongest means is the strike, and in Britain it was forbidden until 1824.',
        'The main word also stands in the name of a speech that the president gives each year, after “State of the”.',
      ],
      why: 'Alone, each worker faces an owner who can wait longer. Together they balance the scales, which is why governments feared them at first.',
      wrong: {
        guild: 'Those were older and joined masters of one craft. The question is about wage workers.',
        strike: 'That is a means that they use.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'The railway from Liverpool to Manchester, opened in 1830, is 31 miles long. A train went at 15.5 miles per hour on average. How many minutes did it take?',
      a: '120',
      unit: 'minutes',
      hints: [
        'Mind the unit in which the answer is wanted.',
        'Time is distance divided by speed; the result comes in hours if the speed is per hour.',
        'See how often 15.5 goes into 31, and turn these hours into minutes.',
      ],
      example:
        'A canal is 24 miles long, and a barge goes 3.2 miles per hour. How many minutes does it take? Time is distance divided by speed: 24 ÷ 3.2 = 7.5 hours. Each hour has 60 minutes: 7.5 × 60 = 450. Result: 450 minutes, most of a working day.',
      why: '31 ÷ 15.5 = 2 hours, so 120 minutes, less than half the time of a stagecoach. For the first time people traveled faster than a horse can run for long.',
      wrong: {
        2: 'That is in hours. The question asks for minutes.',
        480: 'You multiplied distance and speed. Time is their quotient.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'In the 18th century English landowners fenced in common land that villagers had used for their cow or firewood. How was this enclosure linked to the growth of industry?',
      choices: [
        'Villagers lost part of their living and looked for wages',
        'The fences needed so much iron that ironworks grew everywhere',
        'The cows on the fenced land were used to drive the first machines',
        'Villagers became rich by selling their share and built factories',
      ],
      a: 'a',
      hints: [
        'What does a family without land of its own lose when the common is gone?',
        'Industry needs people who have to live on wages.',
        'Follow such a family for a year: no milk, no firewood. Where can it go?',
      ],
      example:
        'A lake feeds a hundred small fishing families. Then the lake is leased to one company, which fishes with two large ships. The catch grows. But what do the families do? They have boats and no lake. Some hire on with the company, while others leave for the harbor city, where a cannery needs hands. Nobody forced them to move, and yet their choice has gone. Result: losing access to a common resource turns self-supporters into wage workers.',
      why: 'Larger farms could use better methods and feed more people, but many lost their footing. The same change created food for the towns and hands for the mills.',
      wrong: {
        b: 'Mostly they were hedges and walls. Think of the people who lost their pasture.',
        c: 'Water and steam drove them. Think of those who lost their pasture.',
        d: 'Most of them got little or nothing for it. What could they live on now?',
      },
    }),
  ],
};
