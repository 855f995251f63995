import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Everyday life in the ancient world',
  type: 'chapter',
  weight: 0.6,
  estimatedDurationMinutes: 30,
  description:
    'What did people eat, how did they live, learn and grow old, and why do we hear so little from most of them? You read house walls, bones and price lists instead of the deeds of kings.',
  prerequisites: ['Egypt', 'Rome: republic to empire'],
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: 'What did most people in ancient Egypt live on, from farmers to pyramid builders?',
      choices: ['Rice and fish', 'Bread and beer', 'Corn and beans', 'Beef and wine'],
      a: 'b',
      aliases: ['what did egyptians eat', 'food of ordinary people in egypt'],
      hints: [
        'Which crop filled the Nile valley? Begin with that.',
        'Two grains, emmer wheat and barley, fed nearly everybody, and workers were even paid in what was made from them.',
        'One product of the grain is baked, the other is brewed and was safer than river water.',
      ],
      why: 'Both come from grain, which keeps well and can be counted out as pay. The brew was thick and nourishing, more a soup than a party drink.',
      wrong: {
        a: 'Fish yes, but the first of these was not grown in Egypt at that time.',
        c: 'The first of these came to Africa from America, thousands of years later.',
        d: 'That was festival food, or food for the rich.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'A stone channel, often on high arches, brought fresh water over many miles into Roman cities. What is it called?',
      a: 'aqueduct',
      also: ['an aqueduct', 'aqueducts', 'aquaeductus', 'aquaduct', 'water bridge'],
      aliases: ['how did romans get water', 'bridge that carries water'],
      hints: [
        'Its name is made of two Latin words.',
        'One is aqua, “water”. The other comes from ducere, “to lead”, as in “conduct”.',
        'Write the beginning of “aquarium” with an e instead of the a after “qu”, and add the end of “conduct”.',
      ],
      why: 'The water ran downhill all the way, often with a slope of less than a hand’s breadth over the length of a soccer field. Fountains and baths made city life bearable for hundreds of thousands.',
      wrong: {
        canal: 'That is a channel for ships or fields, at ground level. This one crossed whole valleys on arches.',
        bridge: 'It looks like one, but it carries water. It has a name of its own.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'A display case in a museum bears the Roman numeral XLIV. Which number is that?',
      a: '44',
      aliases: ['how to read roman numerals', 'what does XL mean'],
      hints: [
        'Read it in two parts: tens first, then ones.',
        'A smaller sign in front of a larger one is subtracted: IX is 10 − 1 = 9.',
        'The first pair is L = 50 with an X in front; the second pair is V = 5 with an I in front. Work out each, then add.',
      ],
      example:
        'Which number is XCVI? Split it into tens and ones: XC and VI. In XC the smaller X stands in front of the larger C, so it is subtracted: 100 − 10 = 90. In VI the smaller I stands after the larger V, so it is added: 5 + 1 = 6. Together: 90 + 6 = 96. Result: XCVI is 96.',
      why: 'XL is 40 and IV is 4. The Romans themselves were less strict than our schoolbooks: over a gate of the Colosseum you find the same number as XLIIII.',
      wrong: {
        66: 'You added all the signs. Look at the smaller signs that stand in front of larger ones.',
        46: 'The tens are right. In the last two signs, which one comes first?',
        64: 'The ones are right. Look again at the order of X and L.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'What was the open square called on which the people of a Greek city shopped, talked and held public meetings?',
      a: 'agora',
      also: ['the agora', 'an agora'],
      aliases: ['greek marketplace name', 'greek version of the roman forum'],
      hints: [
        'A Roman would have said “forum”, but you need the Greek word.',
        'It comes from a Greek verb that means “to gather”.',
        'The fear of crowded open places is called …-phobia. The part in front of the ending is the word that you need.',
      ],
      why: 'Buying olives and arguing about war happened in the same place. Where people meet every day, politics becomes everyone’s business.',
      wrong: {
        forum: 'That is the Roman word. The question asks for the Greek one.',
        acropolis: 'That is the fortress hill with the temples. Daily life took place below.',
        theater: 'Plays were held there. The question asks for the square with the market stalls.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Compared with women in most other ancient societies, Egyptian women had many rights. Which of these could they do?',
      choices: [
        'Own and sell land in their own name',
        'Elect the pharaoh',
        'Bring a case to court',
        'Get a divorce and keep their property',
        'Sit in the Senate',
      ],
      a: 'a,c,d',
      aliases: ['women’s rights in ancient egypt'],
      hints: [
        'Sort out first which of these things existed in Egypt at all.',
        'The contracts that we have show women in matters of property and law. In politics nobody had a vote.',
        'Two options speak of elections or of a Roman institution. Check the remaining three against what a contract or a court record could show.',
      ],
      example:
        'Which of these could a medieval nun do: learn to read, run a convent’s farms, become pope? Check first whether each thing was open to women at all, then look for evidence. Nuns copied books, so many could read. Abbesses kept accounts for lands with hundreds of peasants. The pope was always a man. Result: the first two, and the evidence lies in account books and not in chronicles of kings.',
      why: 'Legal documents show women buying, suing and leaving husbands. Rights of property and rights of rule are two different things: almost nobody had the latter.',
      wrong: {
        'a,c': 'Both fit. Marriage was a private contract; what might that mean for its end?',
        'a,b,c,d': 'Did anyone at all choose the pharaoh by vote?',
        'a,d': 'Land and marriage could cause quarrels. Where were they settled?',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'In the time of Augustus about 200,000 men in Rome were given free grain: 5 modii each, every month. (A modius is a bucket of about 9 liters.) How many million modii did the state need for one year?',
      a: '12',
      unit: 'million modii',
      also: ['12000000'],
      aliases: ['how much grain did rome give out', 'roman grain dole calculation'],
      hints: [
        'The numbers refer to one man and one month. You need all the men and a whole year.',
        'Go up in two steps: from one man to all of them, and from one month to a year.',
        'In one month it is 200,000 × 5. Turn this into millions, and think of how many months there are.',
      ],
      example:
        'A town gives 300 families 4 loaves each every week. How many loaves is that in a year of 52 weeks? First all the families in one week: 300 × 4 = 1,200 loaves. Then the whole year: 1,200 × 52 = 62,400. Check roughly: 1,000 × 50 is 50,000, so the size fits. Result: 62,400 loaves.',
      why: '200,000 × 5 × 12 = 12,000,000. The capital depended on the harvests of Egypt and North Africa, so whoever held those ports held Rome by the stomach.',
      wrong: {
        1: 'That is the amount for one month.',
        60: 'That is what one man gets in a year, in modii. The question asks for all of them, in millions.',
        2.4: 'You gave each man a single modius a month.',
      },
    }),
    story('On a family tomb, archaeologists read the ages at death of five people: 1, 3, 54, 60 and 72 years.', [
      {
        level: 1,
        kind: 'number',
        q: 'What is the mean (average) age at death of the five?',
        a: '38',
        unit: 'years',
        aliases: ['average age at death in ancient times'],
        hints: [
          'All five count, the two small children as well.',
          'The mean is the sum of the values divided by how many there are.',
          'The ages add up to 190. Share this equally among the people on the tomb.',
        ],
        why: '(1 + 3 + 54 + 60 + 72) ÷ 5 = 190 ÷ 5 = 38. Look at the list again: nobody in it died at anything near that age.',
        wrong: {
          54: 'That is the median, the one in the middle. The mean is sum divided by number.',
          190: 'That is the sum. One step is left.',
        },
      },
      {
        level: 2,
        kind: 'number',
        q: 'What is the mean age at death of the three who grew up?',
        a: '62',
        unit: 'years',
        aliases: ['life expectancy of adults in antiquity'],
        hints: [
          'Leave out those who died as small children.',
          'The rule for the mean stays the same, but the group has changed: both the sum and the number are different.',
          '54 + 60 + 72 make 186. How many people is that sum to be shared among?',
        ],
        example:
          'Five runners need 10, 12, 30, 40 and 50 minutes. The first two ran the short course. What is the mean time of those on the long course? Keep only the three of that group: 30, 40 and 50. Their sum is 120. Divide by the number of this group, which is 3 and not 5: 120 ÷ 3 = 40. Result: 40 minutes.',
        why: '186 ÷ 3 = 62. Those who survived childhood had a good chance to see their grandchildren.',
        wrong: {
          37.2: 'You divided by all five. The group now has fewer people.',
          60: 'That is the one in the middle. Add the three ages and share the sum.',
        },
      },
      {
        level: 3,
        kind: 'choice',
        q: 'A book says: “Life expectancy was 38, so people were old at 35.” What is wrong with this?',
        choices: [
          'The mean was calculated wrongly; the correct result is much higher',
          'Ancient people did not know their exact age, so no mean can be found',
          'Early deaths pull the mean far below the usual age of adults',
          'Tombs were built only for old people, so the sample is one-sided',
        ],
        a: 'c',
        aliases: ['why is average life expectancy misleading', 'did people really die at 35 in ancient times'],
        hints: [
          'Compare your two results. What made the difference between them?',
          'A mean can lie at a value that nobody has, if the data form two separate clusters.',
          'The ages come in a cluster near 2 and another one near 60. What does the first cluster do to the balance point of them all?',
        ],
        example:
          'In a café there are three babies aged 1 and three grandmothers aged 71. The mean age is (3 + 213) ÷ 6 = 36. Would you put on music for people of 36? Nobody in the room is near that age: there are two groups, and the mean falls into the empty gap between them. Result: the mean is calculated correctly, but it describes none of the guests. Look at the whole list before you trust one number.',
        why: 'Childhood was the dangerous time. A single number hides the shape of the data, so ask historians (and newspapers) for more than the mean.',
        wrong: {
          a: 'The mean is right. Ask what it tells us about a person who grew up.',
          b: 'Perhaps not to the day. But the conclusion would be wrong even with exact ages.',
          d: 'Two small children stand on this very tomb.',
        },
      },
    ]),
    item({
      level: 3,
      kind: 'text',
      q: 'Why do ancient written sources tell us so much about the rich and so little about farmers and enslaved people? Name the main reason in one sentence.',
      a: 'Only a few people, mostly the rich, could write',
      also: [
        'most people could not read or write',
        'poor people could not write',
        'only rich people could write',
        'farmers and slaves were illiterate',
        'few people were able to write',
        'the writers were from the upper class',
      ],
      aliases: ['why do we know so little about poor people in history'],
      hints: [
        'Think about who held the reed pen.',
        'A written source shows the world of the person who made it, and making one took a skill that had to be paid for.',
        'A field hand never went to school. What follows for the traces that his life could leave?',
      ],
      example:
        'A family has thousands of photos of its trips but hardly any in which the father appears. Was he never there? No: he held the camera. What a collection shows depends on who made it. To find the father, look for other traces, such as his shadow in the pictures, the tickets and the diary of a child. Result: the gap comes from who recorded things, not from who was present.',
      why: 'Silence in the sources doesn’t mean that nothing happened. Bones, tools, houses and garbage speak for those who left no texts.',
      wrong: {
        'There were more rich people': 'The rich were only a few. Ask who was able to leave texts at all.',
        'Poor people had boring lives': 'Their lives decided over the food of all. Ask who did the recording.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'On the tombstones of working people in the city of Rome, a large majority of the names belong to former slaves who had been freed. Somebody concludes: “Most slaves in the Roman Empire were freed in the end.” What is the best objection?',
      choices: [
        'The freed could afford a stone, field slaves and miners hardly ever',
        'Tombstones are never trustworthy, because families wanted to show off',
        'There were hardly any slaves in the city of Rome, only in the countryside',
        'Stones that are so old can’t be read with enough certainty for a count',
      ],
      a: 'a',
      aliases: ['sampling bias in history', 'were most roman slaves freed'],
      hints: [
        'The stones show some of the people. Who is missing from this group?',
        'A sample only stands for the whole if all had a similar chance to get into it.',
        'Compare two people: a freed baker in Rome and a man who dies in a mine in Spain. Who of the two gets a stone with his name?',
      ],
      example:
        'A school asks its pupils, at the door of the library, whether they like to read: 9 out of 10 say yes. Does nearly the whole school like reading? The question was asked where readers go. Those who don’t like it had hardly any chance of being asked. To learn about the school, you would have to ask in the yard or draw names from the class lists. Result: the answer is true for the library’s visitors and says little about everybody else.',
      why: 'Evidence that survives is a sample, and not a random one. Before you generalize, ask who had a chance to be in it.',
      wrong: {
        b: 'Showing off may color the praise, but a name and “freed by” are rather good evidence. Ask who has no stone at all.',
        c: 'There were a great many in the city. The stones themselves speak of it.',
        d: 'The names can be read well. The trouble is which names they are.',
      },
    }),
    testItem({
      level: 1,
      kind: 'number',
      q: 'According to legend Rome was founded in the year that we call DCCLIII BCE, if we write it in Roman numerals. (D = 500, C = 100.) Which year BCE is that?',
      a: '753',
      hints: [
        'No smaller sign stands in front of a larger one here.',
        'So all the signs can simply be added up, from left to right.',
        'Add the hundreds, D + C + C, first, and then go on with L = 50 and the ones.',
      ],
      example:
        'Which number is DCLXII? The signs go from large to small, so none of them is subtracted. Add them: D is 500 and C is 100, together 600. L is 50 and X is 10, so 660. The two ones at the end make 662. Result: 662.',
      why: '500 + 100 + 100 + 50 + 3 = 753. The signs run from large to small, so you only have to add.',
      wrong: {
        653: 'One of the hundreds got lost.',
        763: 'Check the worth of L once more, and that no X is there.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'Most people in the city of Rome lived in a crowded apartment block of several floors. The Latin word for it also means “island”. What is it?',
      a: 'insula',
      also: ['insulae', 'an insula', 'the insula'],
      hints: [
        'English has kept the word inside its term for a piece of land with water on three sides.',
        'That term, used for Italy and Florida, begins with pen-, from the Latin for “almost”.',
        'Say the geographer’s word for the shape of Italy, and take away its “almost”.',
      ],
      why: 'Streets flowed around each block as water does around an island. The upper floors were cheap, hot and dangerous in a fire, while the rich lived in a house of their own, a domus.',
      wrong: {
        domus: 'That was the house of a wealthy family.',
        villa: 'That was an estate in the country.',
      },
    }),
    testItem({
      level: 3,
      kind: 'several choices',
      q: 'You want to find out what ordinary people in Pompeii really ate. Which evidence helps you directly?',
      choices: [
        'A cookbook that was written for a rich host',
        'Food remains from the sewer of an apartment block',
        'A statue of the goddess of the harvest',
        'Pots with dried leftovers in a street kitchen',
        'A poem about the simple life in the country',
      ],
      a: 'b,d',
      hints: [
        'Ask of each one: whose food does it show, and is it about real meals?',
        'Garbage doesn’t try to impress anybody. Texts and art often show how things should be.',
        'Sort out what was made for the wealthy or as an ideal, and keep the physical traces of meals.',
      ],
      example:
        'You want to know what pupils really eat at noon. Possible evidence: the school’s menu on its web page, a poster “Eat more fruit!”, the contents of the trash cans, and the receipts of the kiosk. The menu shows what is offered, the poster what is wished for. Trash and receipts come from real meals and were not made to impress. Result: the trash cans and the receipts are the direct evidence.',
      why: 'Leftovers come straight from real meals of real neighbors. A cookbook, a statue and a poem show wishes and ideals, for quite different people.',
      wrong: {
        'a,b,d': 'For whom was one of these written?',
        b: 'A good find. There is a second one of the same kind.',
        'b,d,e': 'A poet in a rich man’s garden may dream of a simple life. Did he eat like that?',
      },
    }),
  ],
};
