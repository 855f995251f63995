import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Mesopotamia',
  type: 'chapter',
  weight: 0.7,
  estimatedDurationMinutes: 35,
  description:
    'Between two rivers people built the first cities, and invented writing to keep track of barley and sheep. You read their laws and reckon with their numbers.',
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: '“Mesopotamia” is Greek for “the land between the rivers”. Which rivers?',
      choices: [
        'The Nile and the Jordan',
        'The Indus and the Ganges',
        'The Tigris and the Euphrates',
        'The Tiber and the Po',
      ],
      a: 'c',
      aliases: ['which two rivers is mesopotamia between'],
      hints: [
        'Place the land on a map first: most of it lies in today’s Iraq.',
        'Each pair belongs to one region: Egypt and the Levant, India, Italy, or the plain that ends at the Persian Gulf.',
        'Both rivers rise in the mountains of Turkey and reach the Persian Gulf together. Rule out the pairs from India and Italy.',
      ],
      why: 'Both rivers flood and leave fertile mud, and their water can be led into fields. The first cities grew out of that surplus of food.',
      wrong: {
        a: 'These two lie farther west, in Africa and the Levant.',
        b: 'A great river civilization grew there too, but in South Asia.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'Scribes of Sumer wrote by pressing a cut reed into wet clay. What is this script with its wedge-shaped marks called?',
      a: 'cuneiform',
      also: ['cuneiform script', 'cuneiform writing', 'wedge writing'],
      aliases: ['writing on clay tablets name', 'script made of wedges'],
      hints: [
        'The name describes the shape of the marks.',
        'The Latin word for “wedge” is cuneus.',
        'Take the first syllables of cuneus and add the ending -form, as in “uniform”.',
      ],
      why: 'A reed leaves a small wedge each time that it is pressed into the clay. The tool and the material shaped the script, and baked clay lasted so well that we can still read it.',
      wrong: {
        hieroglyphs: 'Those picture signs belong to Egypt. Sumerian marks are made of wedges.',
        alphabet: 'An alphabet has a few dozen letters, each for a sound. This script had hundreds of signs.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'King Hammurabi ruled Babylon from 1792 BCE to 1750 BCE. For how many years did he rule?',
      a: '42',
      unit: 'years',
      aliases: ['how long did hammurabi rule', 'years between two bce dates'],
      hints: [
        'Both years have the same letters, so you never cross the turning point.',
        'Within one era the length of time is a difference. BCE years run downward, so the first number is the larger one.',
        'Take the end of his reign away from the beginning: 1792 minus 1750.',
      ],
      example:
        'King Ur-Nammu of Ur ruled from about 2112 BCE to 2094 BCE. How long was that? Both years are BCE, so there is no turning point to cross and a simple difference will do. BCE years count down, so the earlier year has the larger number: 2112 − 2094 = 18. He ruled for about 18 years.',
      why: 'Inside one era you only need the difference. BCE dates look back to front, but the distance between two of them is measured as usual.',
      wrong: {
        '-42': 'The length of time is right but it can’t be negative: start from the larger number.',
        41: 'The missing year zero matters only when you cross from BCE to CE.',
        3542: 'You added the two years. Adding is for spans that cross the turning point.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Why did early cities grow along the great rivers? Choose all the reasons that fit.',
      choices: [
        'Floods left fresh, fertile soil on the fields',
        'The rivers kept all enemies away',
        'River water could be led into the fields through canals',
        'Boats carried grain, stone and timber',
        'The river banks were rich in tin and copper',
      ],
      a: 'a,c,d',
      aliases: ['why did cities start near rivers', 'reasons for river civilizations'],
      hints: [
        'A city has to be fed by people who don’t live in it. What makes that possible?',
        'Look for reasons that raise the harvest or move heavy goods, and test the rest against what you know of the plain.',
        'Southern Mesopotamia had to import nearly all its metal, and its cities built massive walls. Use both facts.',
      ],
      example:
        'Why did many American towns grow along the railroads after 1850? Test each idea. Did trains bring goods and people cheaply? Yes, so it counts. Did trains take the harvest to distant markets? Yes again. Did the tracks make the soil better? No: the soil is the same a mile away. Keep what would really bring more people or food to the place. Result: cheap transport in both directions made the towns grow.',
      why: 'Fertile soil and steady water gave more food than the farmers ate themselves, and boats moved it. Only a surplus allows some people to be potters, priests and scribes.',
      wrong: {
        'a,c': 'Both fit. But think of how a heavy load of grain got to the city.',
        'a,b,c,d': 'Think of the high walls around these cities: would they be needed if rivers kept enemies out?',
        'a,c,d,e': 'The plain is made of mud and clay. Metals had to come from far away.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'What was the stepped temple tower that rose above a Mesopotamian city called?',
      a: 'ziggurat',
      also: ['a ziggurat', 'ziggurats', 'zikkurat'],
      aliases: ['pyramid with steps in sumer', 'temple tower mesopotamia'],
      hints: [
        'It looks like a pyramid with terraces, but it is not a tomb.',
        'It carried a temple on top, the house of the city’s god. The best preserved one stands at Ur.',
        'The word is Akkadian, starts with a Z and has three syllables.',
      ],
      why: 'In a flat land the tower was a hill made by hand: it brought the temple nearer to the sky and showed from afar whose city this was.',
      wrong: {
        pyramid: 'Similar in shape, but pyramids were royal tombs in Egypt. This tower carried a temple.',
        palace: 'That is where the king lived. The question asks for the tower of the god.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Babylonian scribes counted in sixties, as we still do with minutes. A tablet shows 2 sixties and 15 ones. Which number is that in our way of writing?',
      a: '135',
      aliases: ['how does base 60 work', 'babylonian numbers to ours'],
      hints: [
        'Think of a clock: how would you turn 2 hours and 15 minutes into minutes?',
        'In a place-value system each place has its own worth. Ours are worth 1, 10, 100; theirs were worth 1, 60, 3,600.',
        'Work out what the two sixties are worth together, and then put the fifteen ones on top.',
      ],
      example:
        'A tablet shows 4 sixties and 21 ones. The left place is worth sixty each: 4 × 60 = 240. The right place is worth one each: 21. Together: 240 + 21 = 261. You can check it with a clock: 4 hours and 21 minutes are 261 minutes. Result: 261.',
      why: 'The value of a sign depended on its place, exactly as in our own numbers, only with 60 instead of 10. Our hours, minutes and degrees are an inheritance from Babylon.',
      wrong: {
        215: 'You wrote the two parts side by side, as if each place were worth ten times the next.',
        75: 'You used only one sixty. The tablet shows two of them.',
        35: 'You counted the left place in tens. Babylonians counted it in sixties.',
      },
    }),
    story(
      'The laws of Hammurabi (about 1750 BCE) were carved on a tall stone. In short, three of them say:\n\n| If a free man puts out the eye of … | he must … |\n|---|---|\n| another man of the upper class | lose his own eye |\n| a commoner | pay 60 shekels of silver |\n| somebody’s slave | pay half the slave’s price |',
      [
        {
          level: 1,
          kind: 'number',
          q: 'A slave who cost 20 shekels lost an eye. How much did the guilty man have to pay?',
          a: '10',
          unit: 'shekels',
          aliases: ['fine for hurting a slave in hammurabi’s laws'],
          hints: [
            'Find the row of the table that speaks of a slave.',
            'The payment is not fixed in this row. It is a part of the price.',
            'The price was 20 shekels and the law takes one half of it.',
          ],
          why: 'Half of 20 is 10. Notice who was paid: the owner. In the eyes of this law the damage was done to property.',
          wrong: {
            60: 'That is the payment for a commoner. Look one row farther down.',
            20: 'That is the full price of the slave. Read the row again.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Which idea of justice do the three laws have in common?',
          choices: [
            'The penalty depends on the rank of the victim',
            'All people are equal before the law',
            'The penalty depends on the wealth of the guilty man',
            'The victim may decide on the penalty',
          ],
          a: 'a',
          aliases: ['was hammurabi’s code fair', 'what principle is behind an eye for an eye'],
          hints: [
            'The deed is the same in all three rows. What changes from row to row?',
            'To find the principle behind a rule, keep one thing fixed and see which other thing makes the result change.',
            'The left column names three kinds of people. See how the right column moves along with it.',
          ],
          example:
            'A school’s rule book says: whoever runs in the hall gets a warning in 7th grade, a detention in 9th grade and a talk with the principal in 12th grade. What is the principle? The deed stays the same in all three lines: running. What changes is the age of the runner, and the consequence grows with it. So the principle is that older pupils answer for more. Result: here the penalty follows the age of the person who did it.',
          why: 'Same deed, three outcomes: only the class of the injured person differs. The law protects everyone to some degree, but not everyone equally.',
          wrong: {
            b: 'If that were so, the three rows would end in the same penalty.',
            c: 'The table says nothing about what the guilty man owns.',
            d: 'The penalties are fixed by the law, not chosen by the person who was hurt.',
          },
        },
        {
          level: 4,
          kind: 'several choices',
          q: 'What can this stone, taken by itself, tell a historian? Choose all that fit.',
          choices: [
            'How often such injuries really happened',
            'Which ranks of people the king’s scribes distinguished',
            'Whether the judges always followed the laws',
            'How the king wished justice to be seen',
          ],
          a: 'b,d',
          aliases: ['what can a law code prove', 'limits of laws as a source'],
          hints: [
            'A law says what should happen. Compare that with what you would like to know.',
            'Separate what a source states, or takes for granted, from what only other sources could reveal.',
            'For the remaining questions you would need court records. Check each option: would the stone alone be enough for it?',
          ],
          example:
            'In 300 years, somebody finds a sign from our time: “Speed limit 30. Children at play.” What does it show by itself? It shows that people had fast vehicles, that the speed was regulated and that children were thought worth protecting. It can’t show how fast people really drove: for that you would need police records or measurements. Result: the sign reveals what was wanted and taken for granted, but not what people did.',
          why: 'A law code is a mirror of ideals and of social categories. How life was really lived has to come from letters, contracts and court records.',
          wrong: {
            'a,b': 'One of these needs a count of real cases. The stone has no such count.',
            'b,c,d': 'Speed limits don’t prove that nobody speeds. One of yours has the same problem.',
            d: 'That fits. But look at the left column of the table as well: what does it take for granted?',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'number',
      q: 'A temple office gave out barley each month: 60 liters to each man and 30 liters to each woman who worked for it. In one month it paid 40 men and 25 women. How many liters was that in all?',
      a: '3150',
      unit: 'liters',
      aliases: ['barley rations calculation sumer'],
      hints: [
        'There are two groups with different rations. Keep them apart at first.',
        'For each group, multiply the number of people by the ration of one person; the totals are added at the end.',
        'The men received 40 × 60 liters. Work out the women’s barley in the same way, and then add the two.',
      ],
      example:
        'A palace kitchen gives each cook 4 loaves a day and each helper 2 loaves. There are 12 cooks and 30 helpers. The cooks receive 12 × 4 = 48 loaves, the helpers 30 × 2 = 60 loaves. Together: 48 + 60 = 108. Result: the kitchen gives out 108 loaves a day. Notice that you may not simply use an average ration, because the two groups differ in size.',
      why: '40 × 60 + 25 × 30 = 2,400 + 750 = 3,150. Lists like this, not poems, are among the oldest writing that we have: an office could not keep it all in its head.',
      wrong: {
        2925: 'You gave everybody 45 liters, the average ration. The groups differ in size, so count each by itself.',
        3900: 'You gave all the people the men’s ration.',
        2400: 'That is the men’s barley. There is another group to feed.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'Tablets from southern Mesopotamia suggest that over many centuries farmers grew less wheat and more barley. Barley stands salty soil better than wheat. River water contains a little salt, and in a hot field the water dries up but the salt stays. Which explanation fits all of this best?',
      choices: [
        'People simply liked the taste of barley better',
        'A new king forbade his farmers to grow any wheat',
        'The floods of the rivers attacked the wheat more often',
        'Centuries of watering slowly salted the soil',
        'Barley needs much more river water than wheat',
      ],
      a: 'd',
      aliases: ['why did sumerians switch from wheat to barley', 'problem with irrigation in mesopotamia'],
      hints: [
        'You have three facts. A good explanation should use all of them.',
        'Think in small steps: something that is harmless in one year can pile up over many years.',
        'Follow the salt: it comes in with the canal water. Where is it after a hundred harvests?',
      ],
      example:
        'A lake in a dry land has grown too salty for fish. Small streams flow in, none flows out, and the sun is strong. Which explanation fits? “Someone threw salt into it” uses none of the facts. “The fish moved away” explains no salt. But step by step: each stream carries a trace of salt, the sun removes only the water, and with no way out the traces pile up. Result: the lake grew salty because water left it and salt could not.',
      why: 'Irrigation made the first cities rich and, slowly, harmed the soil that fed them. Historians still debate how severe it was, but the facts given here point that way.',
      wrong: {
        a: 'Taste can change, but this ignores two of the three facts. Which explanation needs them?',
        b: 'A ban would show as a sudden break. The change took centuries.',
        e: 'The facts tell you what barley can stand, not how much water it drinks.',
      },
    }),
    testItem({
      level: 1,
      kind: 'text',
      q: 'What is the name for the curved belt of good farmland from the Persian Gulf through Mesopotamia to the eastern Mediterranean? (Two words.)',
      a: 'Fertile Crescent',
      also: ['the Fertile Crescent'],
      hints: [
        'The name describes the quality of the soil and the shape on the map.',
        'On a map the belt is bent like a young moon.',
        'The first word means “good for growing plants”, and the second is the shape of a thin moon.',
      ],
      why: 'Wild wheat and barley grew there and some of the first farmers lived there. Farming and then cities followed.',
      wrong: {
        Levant: 'That is only its western end, along the Mediterranean. The question asks for the whole arc.',
        Mesopotamia: 'That is a part of it. The belt reaches farther, to the Mediterranean.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A tablet shows 3 sixties and 42 ones. Which number is that in our way of writing?',
      a: '222',
      hints: [
        'Compare it with hours and minutes.',
        'The left place is worth sixty for each unit, and the right place is worth one.',
        'First turn the three sixties into ones; the 42 is added after that.',
      ],
      example:
        'A tablet shows 5 sixties and 7 ones. Each sixty counts 60, so 5 × 60 = 300. Add the ones: 300 + 7 = 307. Check with a clock: 5 hours and 7 minutes are 307 minutes. Result: the tablet shows the number 307. Notice that writing the parts side by side, 57, would be far too small.',
      why: 'The same sign counts for more in the left place: sixty times as much. Place value is one of the great inventions of Mesopotamia.',
      wrong: {
        342: 'You put the two parts side by side as in our tens system.',
        72: 'You counted the left place in tens.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'What do most of the very oldest clay tablets from the city of Uruk record?',
      choices: [
        'Deliveries of grain, beer and animals',
        'Love poems and songs for the festivals of the city',
        'The lives and the victories of the kings',
        'Prayers to the goddess of the city',
      ],
      a: 'a',
      hints: [
        'Ask who needed writing first, and what for.',
        'A large office can’t rely on memory when hundreds of people bring and fetch things.',
        'Think of the temple’s storerooms, and of what the person at their door had to remember.',
      ],
      why: 'Writing began as bookkeeping. It took several centuries before people used it for stories, letters and prayers.',
      wrong: {
        b: 'Literature came later. What would an office need to write down every day?',
        c: 'Royal deeds were written down later, when writing could express whole sentences.',
        d: 'The temple is a good thought. But look at its storerooms, not at its altar.',
      },
    }),
  ],
};
