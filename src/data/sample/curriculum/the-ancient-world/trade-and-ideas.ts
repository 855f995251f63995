import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Trade and ideas',
  type: 'chapter',
  weight: 0.7,
  estimatedDurationMinutes: 30,
  description:
    'Silk, glass and pepper crossed half the world, and letters, faiths and diseases traveled along. You reckon like a merchant and trace ideas like a detective.',
  prerequisites: ['Mesopotamia', 'Egypt', 'Greece and the city-states'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'What do we call the network of routes that linked China with the Mediterranean, named after its most famous good?',
      a: 'Silk Road',
      also: ['the Silk Road', 'Silk Roads', 'the Silk Roads', 'Silk Route', 'Silk Routes'],
      aliases: ['trade route from china to rome'],
      hints: [
        'The good is light, shiny and was worth a fortune in Rome.',
        'For a long time only the Chinese knew how to make this cloth, from the thread of a caterpillar.',
        'Join the name of that cloth to a common word for a way on land.',
      ],
      why: 'A modern scholar made up the name. In truth it was many paths, and hardly anyone traveled the whole way: goods passed from hand to hand.',
      wrong: {
        'Spice Route': 'That is a name for the sea routes of pepper and cinnamon. The good here was a cloth.',
        'Royal Road': 'That was the Persian king’s messenger route. It ended far from China.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'A potter wants shoes, but the shoemaker needs no pots. Which invention solves this problem of barter?',
      choices: ['A faster potter’s wheel', 'Higher taxes on shoes', 'Coins that all accept', 'A simpler alphabet'],
      a: 'c',
      aliases: ['why was money invented', 'problem with barter'],
      hints: [
        'What stands in the way: the price, or that the two wishes don’t match?',
        'You need something in between, which the shoemaker takes because others will take it from him.',
        'Think of Lydia, in today’s Turkey, where small stamped pieces of metal were made from about 600 BCE.',
      ],
      why: 'With a thing that all accept, one hard swap becomes two easy ones: pots for money, money for shoes. The stamp also saved people from weighing the metal each time.',
      wrong: {
        a: 'That makes more pots, but the shoemaker still doesn’t want any.',
        b: 'Taxes bring goods to the ruler, not shoes to the potter.',
        d: 'Writing helps to record debts, but look for something that can be handed over.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Which seafaring people from the coast of today’s Lebanon traded all over the Mediterranean and passed their alphabet on to the Greeks?',
      a: 'Phoenicians',
      also: ['the Phoenicians', 'Phoenician', 'Phoenicia', 'Phenicians'],
      aliases: ['who invented the alphabet', 'sea traders of tyre and sidon'],
      hints: [
        'Their cities were Tyre, Sidon and Byblos, and Carthage was their daughter town.',
        'The Greeks named them after the purple-red dye that they sold, phoinix in Greek.',
        'The name begins like the mythical bird that rises from its ashes.',
      ],
      why: 'Merchants need quick notes, and some two dozen letters are learned in weeks. Their trade routes carried the idea along with the purple cloth.',
      wrong: {
        Egyptians: 'Egyptian signs probably stood at the beginning, but the seafarers in question lived in Lebanon.',
        Persians: 'They ruled a land empire farther east.',
        Minoans: 'They sailed from Crete, many centuries earlier.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Besides goods, what else traveled along the ancient trade routes?',
      choices: [
        'Religions such as Buddhism and Christianity',
        'Diseases such as the plague of 165 CE',
        'Potatoes and tomatoes',
        'Techniques such as glassblowing and papermaking',
      ],
      a: 'a,b,d',
      aliases: ['what spread on the silk road besides goods'],
      hints: [
        'Ask of each one: can it be carried in a head, in a body or in a bag?',
        'Whatever people carry, know, believe or suffer from moves with them. But it must already exist on that side of the world.',
        'One item on the list comes from a continent that had no link to the others until 1492.',
      ],
      example:
        'Which of these could a traveler have carried from India to Rome in 100 CE: pepper, a chess set, chocolate? Ask two things of each: did it exist there, and could it travel? Pepper grew in India and keeps for years: yes. Chess was invented in India only about 500 years later: no. Chocolate comes from America, which had no contact: no. Result: only the pepper.',
      why: 'A road doesn’t choose what moves on it. Contact brought knowledge and faith as well as germs, as it still does.',
      wrong: {
        'a,d': 'Both fit. But travelers carry something unwanted as well.',
        'a,b,c,d': 'Check each plant: where did people first grow it?',
        'a,b': 'Think also of skills that a craftsman carries in his hands and head.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'What do we call the spreading of ideas, customs and techniques from one culture to another? (Two words.)',
      a: 'cultural diffusion',
      also: ['diffusion', 'cultural exchange', 'diffusion of culture', 'spread of culture'],
      aliases: ['word for spread of ideas between cultures'],
      hints: [
        'The second word is also used in science, for ink that slowly spreads in a glass of water.',
        'The first word is the adjective that belongs to “culture”.',
        'In science class the ink is said to diffuse. Turn that verb into a noun for the second word.',
      ],
      why: 'As with ink in water, no plan is needed: where people meet, things mix. Afterward both sides have changed a little.',
      wrong: {
        conquest: 'Conquest can cause it, but it also happens in peace, by trade and travel.',
        invention: 'That is how something new begins. The question is about how it spreads.',
      },
    }),
    story(
      'In the Roman world the price of carrying a load depended above all on the way. A rough model, for one ton over 100 miles:\n\n| Way | Price in coins |\n|---|---|\n| by sea | 2 |\n| by river | 10 |\n| by road, with oxen | 56 |',
      [
        {
          level: 1,
          kind: 'number',
          q: 'How many times as expensive as by sea is it to go by road?',
          a: '28',
          aliases: ['why was sea transport cheaper in rome'],
          hints: [
            'Two of the three rows are needed.',
            '“How many times as” asks for a quotient.',
            'See how often the 2 coins of the sea go into the 56 coins of the road.',
          ],
          why: '56 ÷ 2 = 28. A ship carries hundreds of tons and its wind is free, while oxen eat on every day of the trip.',
          wrong: {
            54: 'That is how many coins more it costs. The question asks how many times as much.',
            5.6: 'You compared the road with the river.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'A ton of grain travels 300 miles by sea and then 50 miles by road. How many coins does that cost?',
          a: '34',
          unit: 'coins',
          aliases: ['cost of transporting grain by ship and road'],
          hints: [
            'The trip has two legs with different prices. Treat them one at a time.',
            'The table gives the price for 100 miles, so ask how many hundreds of miles each leg has.',
            'The sea leg is three times 100 miles, the road leg half of 100 miles. Price each, and then add.',
          ],
          example:
            'A load goes 200 miles by river at 10 coins for 100 miles, and then 25 miles by mule at 80 coins for 100 miles. The river leg is 2 hundreds: 2 × 10 = 20 coins. The mule leg is a quarter of a hundred: 80 ÷ 4 = 20 coins. Together: 20 + 20 = 40. Result: 40 coins, and the short leg costs as much as the long one.',
          why: '3 × 2 + 0.5 × 56 = 6 + 28 = 34. The short leg on land costs far more than the long one at sea.',
          wrong: {
            62: 'You charged the road leg for a full 100 miles.',
            58: 'You took each price once, without looking at the distances.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'What follows from these prices for the biggest cities, such as Rome, Alexandria and Carthage?',
          choices: [
            'They had to be fed by the farms right around them',
            'They had to lie where ships could bring food from far away',
            'They had to lie on crossroads in the middle of the land',
          ],
          a: 'b',
          aliases: ['why were ancient big cities on the coast'],
          hints: [
            'A big city eats more than its own surroundings can grow.',
            'Compare how far food can travel by each way before the transport costs more than the food.',
            'Say that a ton of wheat is worth 60 coins. How far would the oxen take it for that money, and how far the other ways?',
          ],
          example:
            'A new steel mill needs coal from a mine 400 miles away. By truck the ton costs 40 dollars for the trip, by barge 6 dollars. Where will the owner build? With a million tons each year, the difference of 34 dollars decides everything else. So a site on the bank wins, though land there is dearer. Result: heavy industry gathers where barges can land, while a maker of watches, light and dear, can sit anywhere.',
          why: 'Only water could carry so much so far for so little. Rome lived on grain from Egypt and North Africa, landed at its harbor of Ostia.',
          wrong: {
            a: 'A million mouths need more fields than an ox cart can reach. Where does the rest come from?',
            c: 'Roads are the most expensive row of the table.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'number',
      q: 'A bag of pepper costs 10 coins in India. It passes through the hands of three merchants in a row, and each sells it for 50 % more than he paid. What does the last one charge in Rome?',
      a: '33.75',
      unit: 'coins',
      aliases: ['why was pepper so expensive in rome', 'percentage increase several times'],
      hints: [
        'Take the merchants one after another. What does the second one pay?',
        '“50 % more than he paid” refers to his own price, which is higher each time. So you multiply instead of adding the same amount.',
        'Multiply 10 by 1.5 for the first merchant, and the result by 1.5 for the next. Then there is one more to go.',
      ],
      example:
        'A bowl costs 20 coins. Two merchants in a row sell it for 30 % more than each paid. The first pays 20 and sells for 20 × 1.3 = 26 coins. The second pays 26, and 30 % of this is 7.80, so he sells for 26 × 1.3 = 33.80 coins. Adding 30 % twice to the first price would give 32 coins, which is too little. Result: 33.80 coins.',
      why: '10 × 1.5 × 1.5 × 1.5 = 33.75. Markups multiply, so even with fair profits a spice became a luxury by the end of the chain.',
      wrong: {
        25: 'You added 50 % of the first price three times. The second merchant’s price is already higher.',
        15: 'That is the price after the first merchant.',
        22.5: 'One merchant is missing.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'Thousands of Roman coins have been found in the south of India. What can we safely conclude from these finds alone?',
      choices: [
        'Rome had conquered the south of India for some time',
        'Romans had founded a colony and lived there',
        'Indian merchants had learned to speak Latin',
        'Money from Rome reached India, probably by trade',
      ],
      a: 'd',
      aliases: ['what do roman coins in india prove'],
      hints: [
        'How can a coin get to a place without its first owner?',
        'A find shows that the thing got there, not who brought it. Choose the conclusion that claims least beyond that.',
        'For each option ask what else would have to turn up: forts, houses, inscriptions. The finds are only coins.',
      ],
      example:
        'In a Viking settlement in Sweden archaeologists found a small bronze Buddha from the region of Pakistan. Did a Viking travel to Asia? The statue may have passed through twenty hands. Was he a Buddhist? He may just have liked it. What is certain: there was a chain of contacts along which such a thing could travel thousands of miles. Result: the find proves a link between the regions, and nothing about a journey or a faith.',
      why: 'Good conclusions stay close to the evidence. Together with pepper from Indian ports found in Egypt, the coins point to regular trade.',
      wrong: {
        a: 'An army would have left more than coins. And no source speaks of such a war.',
        b: 'Settlers leave houses, pots and graves. Coins can travel alone.',
        c: 'You can take a foreign coin without a word of its language.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'In Gandhara, in today’s Pakistan, sculptors of the 2nd century CE carved the Buddha in a robe with folds like those of a Greek statue. A few centuries earlier, Greek kings, the heirs of Alexander, had ruled in the region. Which explanation fits best?',
      choices: [
        'Local artists joined a Greek way of carving to a belief from India',
        'The Greeks had invented Buddhism and then brought it to the East',
        'The statues were made in Athens and carried to Gandhara by merchants',
        'It is chance, because all robes fall in the same kind of folds',
      ],
      a: 'a',
      aliases: ['greek style buddha statues', 'gandhara art why greek'],
      hints: [
        'Separate two questions: what is shown, and how it is carved?',
        'When cultures meet, people seldom copy everything. They take what is useful and combine it with what they have.',
        'The subject comes from one direction, the style from another. Who was in the right place to know both?',
      ],
      example:
        'Jazz began in New Orleans around 1900. The trumpets and the harmonies came from European bands, the rhythms and the call and response from African traditions. Was it European music? African music? Musicians who had grown up with both played something that neither continent had ever heard. Ask where each element came from, and who knew both of them. Result: jazz is a new whole that people in a meeting place made from two heritages.',
      why: 'Look separately at content and form, and the meeting becomes visible. Borrowing isn’t copying: the result existed neither in Greece nor in older Indian art.',
      wrong: {
        b: 'Buddhism is older than Alexander and arose in northern India. Only the style looks Greek.',
        c: 'The stone is local, and the subject was unknown in Athens. Who knew both worlds?',
        d: 'Older Indian art shows robes quite differently. Then there must be a link.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'Which seasonal wind let ships sail from Egypt’s Red Sea harbors across the ocean to India in summer, and back in winter?',
      a: 'monsoon',
      also: ['the monsoon', 'monsoon winds', 'monsoons', 'the monsoon wind'],
      hints: [
        'It changes direction in the course of the year.',
        'In India, the same wind brings the heavy rain of summer.',
        'Its name, from the Arabic word for “season”, begins with “mon” and rhymes with “balloon”.',
      ],
      why: 'Whoever knew the wind’s timetable could cross the open sea in weeks instead of creeping along the coast. Knowledge was worth as much as a ship.',
      wrong: {
        'trade wind': 'Those blow in the same direction all year. This one turns around.',
        typhoon: 'That is a storm. Captains needed a steady wind.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A caravan covers 30 kilometers a day and rests on every seventh day. How many kilometers does it cover in four weeks?',
      a: '720',
      unit: 'km',
      hints: [
        'How many days of the week does it really walk?',
        'Distance is the daily distance times the number of walking days.',
        'In each week there are six walking days; find the number of walking days in four weeks, and then multiply by 30.',
      ],
      example:
        'A messenger rides 50 kilometers a day and rests on two days of each week. How far does he get in three weeks? In a week he rides on 7 − 2 = 5 days, in three weeks on 3 × 5 = 15 days. Each day is 50 kilometers: 15 × 50 = 750. Result: 750 kilometers. If he never rested, it would be 21 × 50 = 1,050.',
      why: '24 walking days of 30 km make 720 km. From China to the Mediterranean it is some 7,000 km, so goods were on the road for most of a year.',
      wrong: {
        840: 'You let the caravan walk on all the days.',
        180: 'That is one week.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Cuneiform had hundreds of signs; an early alphabet had about 22. What was a likely effect of this difference?',
      choices: [
        'Kings could no longer send letters that nobody else could read',
        'Texts became about twice as long as they had been before',
        'More people could learn to write, even busy craftsmen',
        'All the languages around the Mediterranean became alike',
      ],
      a: 'c',
      hints: [
        'Think about how long you would need to learn each of the two scripts.',
        'The harder a skill is to learn, the fewer people have it, and the more power those few have.',
        'With hundreds of signs, only scribes trained from childhood could write. Who might join in once there are about 22?',
      ],
      example:
        'The first computers were run by typing long commands that few people knew; every office had to ask its experts. Then came screens with little pictures to click on, and within years children used computers. What had changed was not the machine’s power but the effort to learn it. When the effort falls, a new and larger group joins in. Result: an easier tool spreads a skill from specialists to nearly everyone.',
      why: 'An easier tool moves a skill from a few specialists to many people. The alphabet took writing out of the palace and onto the dock.',
      wrong: {
        a: 'Letters could be read by more people, but they had been sealed before and still were. Think of who learned the skill.',
        b: 'The length hardly changes. Think of the effort of learning.',
        d: 'A script can write down many languages without changing them.',
      },
    }),
  ],
};
