import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Reading the past',
  type: 'intro',
  weight: 0.6,
  estimatedDurationMinutes: 30,
  description:
    'How do we know anything about people who died 3,000 years ago? You learn to question sources and to count years and centuries, even across the line between BCE and CE.',
  prerequisites: [],
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: 'Which of these years came first?',
      choices: ['480 BCE', '1250 BCE', '30 CE', '776 BCE'],
      a: 'b',
      aliases: ['which bce year is earlier', 'do bce years count backwards'],
      hints: [
        'Look at the letters after each year before you look at its size.',
        'BCE years count down toward the year 1, much like the degrees below zero on a thermometer.',
        'Strike out the only CE year. Among the three that are left, look for the one that lies farthest back from the turning point.',
      ],
      why: 'BCE years are counted backward from the turning point, so the larger the number, the longer ago it was.',
      wrong: {
        a: 'You chose the smallest BCE number. That one is close to the turning point, so it is late among the BCE years.',
        c: 'Small numbers look early, but check the letters: CE years come after all the BCE years.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'A letter, a tool or a diary that was made at the time of the event is called a … (two words).',
      a: 'primary source',
      also: ['a primary source', 'primary', 'primary sources', 'firsthand source', 'contemporary source'],
      aliases: ['name for evidence from the time itself', 'what is a source from back then called'],
      hints: [
        'Think about when the thing was made, not about how old it is now.',
        'Historians sort evidence into two groups: what comes from the time itself, and what was written later about it.',
        'The later kind is called a secondary source. You need the partner word, the one for what comes before second.',
      ],
      why: "It is first in line: nobody stands between the event and the person who made it. That doesn't make it true, but it makes it close.",
      wrong: {
        'secondary source':
          'That is the name for works made later, such as a textbook. Here the thing was made at the time itself.',
        fact: 'Something from the time can still be mistaken or a lie. The question asks for the kind of evidence.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'King John of England sealed Magna Carta in 1215. In which century was that? (Write just the number: 7 for the 7th century.)',
      a: '13',
      aliases: ['how do i know which century a year is in', 'why is the century one more than the year'],
      hints: [
        'Look at the digits in front of the last two.',
        'The years 1 to 100 were the first century, although they have no hundreds yet. So a century’s number runs one ahead.',
        'By the end of the year 1200, twelve centuries were complete. The year 1215 lies in the one that came after those.',
      ],
      example:
        'In which century is 1492? Take the digits in front of the last two: 14. That tells you that 14 whole centuries were over by the year 1400. The year 1492 came afterward, so it lies in the century that follows. Add one: 14 + 1 = 15. The year 1492 is in the 15th century. A quick check: the 15th century runs from 1401 to 1500, and 1492 lies inside.',
      why: 'The first century already covers the years 1 to 100, so the century’s number is one more than the full hundreds that have passed.',
      wrong: {
        12: 'You read off the hundreds. That counts the centuries that were already over; the year is in the next one.',
        14: 'You went one too far. How many whole centuries had passed by 1215?',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'The volcano Vesuvius buried the Roman town of Pompeii in 79 CE. Which of these are primary sources for life there?',
      choices: [
        'A loaf of bread that was charred in the eruption',
        'A movie about Pompeii from 2014',
        'A joke scratched into the wall of a tavern in Pompeii',
        'A chapter on Pompeii in your textbook',
        'A letter by a Roman who watched the eruption from across the bay',
      ],
      a: 'a,c,e',
      aliases: ['how to tell a primary source from a secondary one'],
      hints: [
        'Ask the same question of each one: when was it made, and by whom?',
        'What counts is whether it comes from the time and people we ask about. It need not be a written text.',
        'Start with the film and ask whether its makers could have met anyone from Pompeii. Then put the same question to the rest.',
      ],
      example:
        'Which of these are primary sources for the moon landing of 1969: the astronauts’ radio recordings, a 2019 podcast, a moon rock? Ask of each when it was made. The recordings: during the landing itself, so they are primary. The podcast: fifty years later, by people who studied the recordings, so it is secondary. The rock: brought back by the crew, so it is primary, although it is not a text. Result: the recordings and the rock.',
      why: 'Bread, graffiti and eyewitness letters all come from people who were there. A movie or a textbook can be excellent, but its makers depend on such remains.',
      wrong: {
        'a,e': 'Good start. Look again at the wall: does a text have to be serious to be evidence?',
        e: 'You kept only the letter. Objects and scribbles made at the time count as well.',
        'a,b,c,e': 'One of yours was made some 1,900 years too late to be from that time.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'A temple was finished in the spring of 30 BCE. It burned down in the spring of 70 CE. How many years did it stand?',
      a: '99',
      unit: 'years',
      aliases: ['how many years between bce and ce', 'why do you subtract 1 when crossing from bce to ce'],
      hints: [
        'Sketch a timeline and mark the turning point between BCE and CE. There is something unusual about it.',
        'The calendar jumps straight from 1 BCE to 1 CE: there is no year zero.',
        'Add the years on both sides of the turning point, and then take away the year that the calendar leaves out.',
      ],
      example:
        'How long is it from the spring of 20 BCE to the spring of 15 CE? Up to the spring of 1 BCE it is 20 − 1 = 19 years. From 1 BCE to 1 CE it is just one more year, because there is no year zero: 20. From 1 CE to 15 CE it is another 14 years: 20 + 14 = 34. There is a shortcut: add the two numbers and subtract 1, so 20 + 15 − 1 = 34 years.',
      why: 'Adding the two numbers would be right if there were a year zero in the middle. There is none, so one year must come off.',
      wrong: {
        100: 'You added both parts, which is the right idea, but you counted a year zero that the calendar doesn’t have.',
        40: 'You subtracted. That works when both years are on the same side; here you cross from BCE to CE.',
        101: 'The missing year has to be taken away, not added.',
      },
    }),
    story(
      'Two sources tell of the same battle at the (invented) city of Tarsa.\n\n**Source A**, a stone set up by the king of Tarsa after the battle: “I, the great king, crushed 40,000 enemies before the gate. Not one of my men fell.”\n\n**Source B**, a letter from a soldier of Tarsa to his sister, written that week: “We held the gate. People say that 8,000 came against us. Yesterday we buried 300 of our own.”',
      [
        {
          level: 2,
          kind: 'number',
          q: 'How many times as large is the king’s number of enemies as the soldier’s?',
          a: '5',
          aliases: ['how many times bigger is one number than another'],
          hints: [
            'You need one number from each source. Leave out the soldiers that were buried.',
            '“How many times as large” asks for a division, not for a difference.',
            'Cancel the thousands first; then see how often the soldier’s 8 goes into the king’s 40.',
          ],
          why: '40,000 ÷ 8,000 = 5. Such a gap between two witnesses is no reason to throw both away. It is a reason to ask who is speaking, and to whom.',
          wrong: {
            32000:
              'That is the difference between the two numbers. “Times as large” asks how often one fits into the other.',
            133: 'You compared with the 300 dead. Use the soldier’s number of enemies instead.',
          },
        },
        {
          level: 2,
          kind: 'choice',
          q: 'On which point do the two sources support each other?',
          choices: [
            'On the number of enemies',
            'On the losses of Tarsa',
            'On the role of the king in the fight',
            'On the place of the fight, at the gate',
          ],
          a: 'd',
          aliases: ['what do both sources agree on'],
          hints: [
            'Go through the statements one at a time and find each of them in both texts.',
            'When two sources with different aims say the same thing, historians speak of corroboration.',
            'Numbers and losses clash. Read the start of both texts again and look for a detail that isn’t a number.',
          ],
          why: 'The king and the soldier wanted different things, so what both of them report is our firmest ground.',
          wrong: {
            a: 'Compare the two numbers: they are far apart.',
            b: 'One source says that nobody fell; the other tells of burials.',
            c: 'Only one of the sources mentions the king at all.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Which question helps most to explain why the two sources differ?',
          choices: [
            'Whom did each author want to impress or inform?',
            'How many years have the stone and the letter survived until today?',
            'Which of the two texts is longer and has more details?',
          ],
          a: 'a',
          aliases: ['what is bias in a source', 'how do i judge how reliable a source is'],
          hints: [
            'Imagine the people who stood in front of the stone, and then the sister with the letter in her hands.',
            'Every source has a purpose: it was made for somebody. The purpose shapes what goes in and what is left out.',
            'The stone stood where all could see it, the letter went to one person. Which question uses that fact?',
          ],
          example:
            'A company’s poster says that its soap “removes all stains”. A magazine that tested the soap reports that coffee stains stayed. Why do they differ? Age and length explain nothing: both texts are new, and both are short. Ask instead who made each one. The poster is there to sell the soap; the magazine loses its readers if its tests mislead them. So the poster exaggerates. Result: knowing the maker’s aim, we lean on the magazine for facts and on the poster for what the company hoped to sell.',
          why: 'A royal monument has to impress, a private letter has to reassure or inform. Purpose and audience explain most differences between honest-looking sources.',
          wrong: {
            b: 'Age tells you how long they survived. Ask instead what each was made for.',
            c: 'A long text can be as one-sided as a short one. Look at the people behind the texts.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'interval',
      q: 'On a number line, BCE years can be written as negative numbers: 44 BCE is −44. Which years make up the 5th century BCE, the great age of Athens? Write a closed interval, the earliest year first.',
      a: '[-500, -401]',
      aliases: ['which years are in a century bce', 'what are the years of the 5th century bc'],
      hints: [
        'Start close to the turning point: which years make up the 1st century BCE?',
        'A century has exactly one hundred years. The 1st century BCE runs from 100 BCE to 1 BCE, so every BCE century begins with a round number.',
        'The 4th century BCE begins in 400 BCE. Your century ends the year before that and starts one hundred years before the 4th did.',
      ],
      example:
        'Which years make up the 2nd century BCE? The 1st century BCE runs from 100 BCE down to 1 BCE. The 2nd is the hundred years before that: it starts in 200 BCE and ends in 101 BCE, just before the 1st begins. Count them: 200 − 101 + 1 = 100 years, as it should be. As negative numbers, the earliest first, and with both ends included: [−200, −101].',
      why: 'BCE centuries start with the large number and end with a year in 01, because time runs toward the turning point. It is the mirror image of a CE century.',
      wrong: {
        '[-401, -500]':
          'The right years, but an interval starts with the smaller number, and that is the more negative one.',
        '[-600, -501]':
          'You went one hundred too far back. As in CE years, the number of the century runs one ahead of the hundreds.',
        '[-499, -400]': 'Shifted by a year: think about where the 1st century BCE ends, and whether there is a year 0.',
      },
    }),
    item({
      level: 4,
      kind: 'expression',
      q: 'Write a formula for the number of years from the year b BCE to the same day in the year c CE.',
      a: 'b + c - 1',
      aliases: ['formula for years between bce and ce', 'rule for counting years with no year zero'],
      hints: [
        'Try it with a tiny case that you can count on your fingers, such as 1 BCE to 1 CE.',
        'There are two stretches, one on each side of the turning point, and there is no year zero between them.',
        'The sum of b and c gives 2 for that tiny case. Compare this with what you counted, and correct the formula.',
      ],
      example:
        'A similar rule: a shop is open from day m to day n of the month, both included. On how many days is it open? Test the idea n − m with a tiny case, day 3 to day 3: the shop is open on one day, but 3 − 3 = 0. The idea is one too small. Test again with day 3 to day 5: the days 3, 4 and 5 make three, but 5 − 3 = 2. One too small again. So the corrected formula is n − m + 1.',
      why: 'b and c measure the two sides of the timeline as if they met in a year zero. Since 1 BCE is followed directly by 1 CE, the sum is always one too large.',
      wrong: {
        'b + c': 'Nearly. Test it with 1 BCE and 1 CE: how many years lie between them?',
        'b - c': 'Subtracting works inside one era. Here you walk from one side of the turning point to the other.',
        'b + c + 1': 'You corrected in the wrong direction. Test your formula with 1 BCE and 1 CE.',
      },
    }),
    testItem({
      level: 1,
      kind: 'text',
      q: 'What do we call the study of the past through the things that people left in the ground?',
      a: 'archaeology',
      also: ['archeology', 'archaeological research', 'archaeological excavation'],
      hints: [
        'Think of people with brushes, trowels and numbered boxes of broken pots.',
        'Its name comes from Greek words for “ancient” and “study of”.',
        'Like biology and geology it ends in -logy, and it begins like “archaic”.',
      ],
      why: 'Most people of the past left no writing at all, so objects, bones and walls are often the only voice that they have.',
      wrong: {
        geology: 'That science studies rocks and the earth itself. Here the finds were made by people.',
        anthropology:
          'That studies human beings and their cultures in general. The question is about digging up remains.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A telescope of today will be shown in a museum “in the last year of the 21st century”. Which year is that?',
      a: '2100',
      hints: [
        'Recall which year the 1st century ended with.',
        'A century runs from a year that ends in 01 to the next round hundred.',
        'The 20th century ended with the year 2000. Count on by one whole century.',
      ],
      example:
        'What was the last year of the 18th century? The 1st century ended with the year 100, the 2nd with the year 200, and so on: the last year is one hundred times the number of the century. So the 18th century ended with 18 × 100 = 1800. It had begun in 1701, and that makes exactly one hundred years.',
      why: 'The 1st century ended with the year 100, so the nth ends with 100 times n. The change in the first digits comes a year too early.',
      wrong: {
        2099: 'You stopped when the digits change. But the first century needed the year 100 to be complete.',
        2199: 'You read the number of the century as the hundreds of its years. It runs one ahead of them.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'A historian finds a travel report from 120 CE about a festival. What should she do before she relies on it?',
      choices: [
        'Trust it, because it was written in the time of the festival itself',
        'Reject it, because a single person wrote it and may have lied',
        'Compare it with other evidence of the festival',
        'Wait until a modern author has written a book about it',
      ],
      a: 'c',
      hints: [
        'Ask what could have gone wrong between the festival and the report.',
        'Being close to an event is a strength, not a guarantee. One witness can be mistaken.',
        'Strike out the options that trust or distrust the report without looking any further.',
      ],
      example:
        'You want to know whether a bakery in 1890 really baked “a thousand loaves a day”, as its advertisement said. The advertisement is from the time, yet it wants customers. So you look for evidence with another purpose: the flour bills. They show flour for about 400 loaves a day. Now two independent traces stand side by side, and the bills had no reason to boast. Result: about 400 loaves are likely, and the advertisement exaggerated.',
      why: 'Independent evidence that points the same way makes a claim strong. Even an honest eyewitness sees only a part of what happens.',
      wrong: {
        a: 'Closeness in time is good, but eyewitnesses exaggerate, misunderstand and forget.',
        b: 'Then we would lose nearly all of ancient history. A single report is a beginning, not the end.',
        d: 'A modern author has the same report in hand and faces the same problem.',
      },
    }),
  ],
};
