import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Summary: the ancient world',
  type: 'summary',
  weight: 0.8,
  estimatedDurationMinutes: 35,
  description:
    'Step back and see the whole: what the great civilizations shared, where they went their own ways and how events line up. Everything here mixes ideas from several units.',
  prerequisites: ['Trade and ideas', 'Everyday life in the ancient world'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'A Greek traveler called Egypt “the gift” of a river. Which river?',
      a: 'Nile',
      also: ['the Nile', 'the river Nile', 'Nile river', 'the Nile river'],
      aliases: ['gift of which river', 'river of egypt'],
      hints: [
        'It flows through desert and reaches the sea in a wide delta.',
        'It is among the longest rivers of the world, and it runs from the south to the north.',
        'Its name has four letters, begins with N and rhymes with “smile”.',
      ],
      why: 'Without its yearly flood the land would be desert. Herodotus saw that a whole state rested on a few feet of water and mud.',
      wrong: {
        Tigris: 'That one belongs to Mesopotamia.',
        Jordan: 'That one is farther to the northeast, and much shorter.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Which list is in the right order, from early to late?',
      choices: [
        'Augustus – Great Pyramid – Hammurabi – battle of Marathon',
        'Hammurabi – Great Pyramid – Augustus – battle of Marathon',
        'Great Pyramid – Hammurabi – battle of Marathon – Augustus',
        'Great Pyramid – battle of Marathon – Hammurabi – Augustus',
      ],
      a: 'c',
      aliases: ['timeline of ancient history in order'],
      hints: [
        'Settle the two ends first: what is the oldest thing here, and who comes last?',
        'A rough frame is enough: about 2560 BCE, about 1750 BCE, 490 BCE and 27 BCE.',
        'Augustus lived closest to the turning point. Rule out the lists that don’t end with him, then compare Hammurabi with Marathon.',
      ],
      why: 'Four anchor dates give you a frame into which you can hang everything else. About a thousand years lie between one and the next, with a shorter step at the end.',
      wrong: {
        a: 'Augustus was the first Roman emperor. That is late in our story.',
        b: 'Two pairs are swapped. Begin with the oldest: a tomb or a law code?',
        d: 'The two ends are right. Which was earlier, Babylon’s king or the war with the Persians?',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'A girl was born in the spring of 5 BCE. How old was she in the summer of 20 CE?',
      a: '24',
      unit: 'years',
      aliases: ['age of someone born in bce', 'no year zero age problem'],
      hints: [
        'Her life crosses the turning point between the eras.',
        '1 BCE is followed at once by 1 CE.',
        'Add the two years, and think of the birthday that she never had because the calendar has no such year.',
      ],
      example:
        'A boy was born in the spring of 8 BCE. How old was he in the summer of 3 CE? Count his birthdays: seven of them in the years 7, 6, 5, 4, 3, 2 and 1 BCE, and three in the years 1, 2 and 3 CE. That makes 7 + 3 = 10. With the formula: 8 + 3 − 1 = 10. Result: he was 10 years old.',
      why: '5 + 20 − 1 = 24: four birthdays in BCE years and twenty in CE years. There was no year zero in which she could celebrate.',
      wrong: {
        25: 'You gave her a birthday in a year zero.',
        15: 'You subtracted, but she lived on both sides of the turning point.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which features did early Mesopotamia and early Egypt share?',
      choices: [
        'Farming that depended on rivers',
        'Government by an assembly of all citizens',
        'A writing system known to a small group of scribes',
        'Many gods, with temples that owned land and stores',
        'A desert that protected the whole country from invaders',
      ],
      a: 'a,c,d',
      aliases: ['similarities between mesopotamia and egypt'],
      hints: [
        'Check each option twice, once for each of the two lands.',
        'A shared feature must be true on both sides. One clear counterexample removes it.',
        'Ask where votes were cast in public, and which of the two lands lay open on nearly all sides.',
      ],
      example:
        'Which features do whales and sharks share: fins, breathing air, living in the sea? Check each one twice. Fins: whales yes, sharks yes, so it counts. Breathing air: whales yes, but sharks have gills, so it goes. Living in the sea: both. A feature that fails on one side is a difference, and those are interesting too. Result: fins and the sea are shared; breathing is different.',
      why: 'Similar problems, feeding many people and keeping account of grain, led to similar solutions. The differences come from the land: Egypt was sheltered, Mesopotamia open.',
      wrong: {
        'a,c': 'Both are shared. What about the gods and their houses?',
        'a,c,d,e': 'One of these holds for Egypt only. Think of all the conquerors who came to Babylon.',
        'a,d': 'Think of the clay tablets and of the papyrus rolls: who could read them?',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Most ancient peoples had many gods. The people of ancient Israel came to worship one God alone. What is belief in only one god called?',
      a: 'monotheism',
      also: ['monotheistic', 'monotheistic religion', 'monotheist'],
      aliases: ['word for belief in one god'],
      hints: [
        'Build it from Greek parts, as with many such words.',
        '“Many” is poly- in Greek, and the belief in many gods is called polytheism.',
        'Keep the ending of that word and swap the first part for the one that means “single”, as in “monologue”.',
      ],
      why: 'If there is one God for all, then rules about right and wrong can apply to all people, kings included. The idea shaped Judaism and, later, Christianity and Islam.',
      wrong: {
        polytheism: 'Its first part means “many”.',
        atheism: 'The a- at the front means “without”: no god at all.',
      },
    }),
    item({
      level: 2,
      kind: 'set',
      q: 'A Roman road was in use from 150 CE to 410 CE. Which centuries CE did this time touch? Write the set of their numbers.',
      a: '{2, 3, 4, 5}',
      aliases: ['which centuries between two years'],
      hints: [
        'Find the century of the first year and that of the last year.',
        'A century’s number runs one ahead of the hundreds in its years.',
        'The year 150 has one full century behind it, and 410 has four. From the century of the first year to that of the last, list every one.',
      ],
      example:
        'A mill worked from 980 to 1210 CE. Which centuries did it touch? The year 980 has nine full centuries behind it, so it lies in the 10th century. The year 1210 has twelve behind it, so it lies in the 13th. The centuries in between belong to the list as well: the 11th and the 12th. Result: {10, 11, 12, 13}.',
      why: '150 lies in the 2nd century (101–200) and 410 in the 5th (401–500). A time span touches each century from its start to its end, even the ones it only just reaches.',
      wrong: {
        '{1, 2, 3, 4}': 'You used the hundreds of the years. The numbers of the centuries run one ahead.',
        '{2, 5}': 'These are the first and the last. What lies between them?',
        '{2, 3, 4}': 'Was the road still in use after the year 400?',
      },
    }),
    item({
      level: 3,
      kind: 'interval',
      q: 'The Roman Republic lasted from 509 BCE to 27 BCE, and the Hellenistic age from 323 BCE to 30 BCE. During which years did both exist at the same time? Write a closed interval with negative years.',
      a: '[-323, -30]',
      aliases: ['overlap of two historical periods', 'intersection of time periods'],
      hints: [
        'Draw two bars under one another on a timeline.',
        'Two periods overlap from the later of their beginnings to the earlier of their ends.',
        'Write all four years with a minus sign. Then decide which beginning is the later one, and which end comes first.',
      ],
      example:
        'Queen Hatshepsut ruled from about 1479 BCE to 1458 BCE. A temple was built from 1490 BCE to 1470 BCE. When did both happen at once? With negative years the bars run from −1479 to −1458 and from −1490 to −1470. The later beginning is −1479, the earlier end is −1470. Result: the overlap is [−1479, −1470].',
      why: 'Both exist only after the second has begun and before the first has ended. Rome did not come after Greece like a new chapter; for centuries the two lived side by side.',
      wrong: {
        '[-509, -27]': 'That is the whole time of the Republic. Was the other age there all the time?',
        '[-323, -27]': 'The beginning is right. Which of the two periods ended first?',
        '[-30, -323]': 'The years are right, but the smaller number comes first.',
      },
    }),
    story(
      'Three historians explain why the Roman Empire in the West fell apart.\n\n**Ada:** “In 476 a general deposed the last emperor. That was the cause.”\n\n**Ben:** “Climate alone explains it: harvests became worse.”\n\n**Cleo:** “Taxes, civil wars, epidemics and peoples pressing on the borders made each other worse for two hundred years. The year 476 was only the last step.”',
      [
        {
          level: 2,
          kind: 'choice',
          q: 'What does Ada mix up?',
          choices: [
            'The empire in the East and that in the West',
            'A primary source and a secondary source',
            'The years BCE and the years CE',
            'The final event and its deeper reasons',
          ],
          a: 'd',
          aliases: ['difference between trigger and cause'],
          hints: [
            'Her date is right. What is it that she says about the date?',
            'The last drop makes the glass run over, but it did not fill the glass.',
            'Ask what made the empire so weak that a single general could do such a thing.',
          ],
          why: 'The deposition was the final step, possible only because so much had gone wrong before. Most Romans hardly noticed it at the time.',
          wrong: {
            a: 'She speaks of the West, as the question does.',
            c: 'Her date is in the right era.',
          },
        },
        {
          level: 4,
          kind: 'choice',
          q: 'Which finding would weaken Ben’s explanation most?',
          choices: [
            'Letters in which a governor complains about bad weather',
            'Tree rings that show cold summers in the 5th century in Italy',
            'Evidence that the East had the same poor harvests but stood for centuries more',
            'A coin that shows the last emperor',
          ],
          a: 'c',
          aliases: ['how to test a historical explanation', 'evidence against a claim about causes'],
          hints: [
            'Ben says “alone”. What would have to be true if he were right?',
            'If a cause by itself is enough, the same cause should have the same effect elsewhere.',
            'Look for a case in which Ben’s cause was present, but the result was missing.',
          ],
          example:
            'Tim claims: “Our team lost only because of the rain.” Which finding would hurt this claim? “It really rained hard” helps him. “The grass was wet” helps him too. But the other team played in the same rain, and won. If rain alone made teams lose, they should both have lost. So something else must have made the difference. Result: a case with the same cause and a different outcome weakens a claim with “only”.',
          why: 'Comparison is the historian’s laboratory: same cause, other outcome means that the cause alone is not enough. Cleo’s chain of several causes survives this test.',
          wrong: {
            a: 'That would rather support him.',
            b: 'That supports him as well: it shows that his cause was there.',
            d: 'A coin says nothing about harvests. Look for a comparison.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'choice',
      q: 'Look at change and continuity: what stayed largely the same from Hammurabi’s Babylon to the Rome of Augustus?',
      choices: [
        'Most people worked on the land, and many were not free',
        'Writing was done on clay tablets',
        'All cities were ruled by one and the same king',
        'Iron was more common than bronze',
      ],
      a: 'a',
      aliases: ['what stayed the same in the ancient world', 'continuity and change'],
      hints: [
        'For each statement test both ends of the time span, 1750 BCE and the turn of the eras.',
        'Continuity means that something holds at the beginning, at the end and in between.',
        'Tools, scripts and rulers changed in these centuries. Think of what nine out of ten people did all day.',
      ],
      example:
        'What stayed the same in schools from 1900 to 2000: slates, classes with a teacher, or beatings as a punishment? Test both ends. Slates: yes in 1900, gone by 2000. Beatings: common in 1900, forbidden in most countries by 2000. A group of pupils of about one age with a teacher in front: there in 1900 and in 2000. Result: the class with its teacher is the continuity, while tools and rules changed.',
      why: 'Empires rose and fell above a world of fields that changed slowly. Looking for what doesn’t change is half of a historian’s work.',
      wrong: {
        b: 'That is true for Babylon. What did a Roman write on?',
        c: 'It never was so, at either end.',
        d: 'In Hammurabi’s days, bronze was the everyday metal. So here something changed.',
      },
    }),
    testItem({
      level: 1,
      kind: 'number',
      q: 'How many years passed from the beginning of Hammurabi’s rule in 1792 BCE to the battle of Marathon in 490 BCE?',
      a: '1302',
      unit: 'years',
      hints: [
        'Both years belong to the same era.',
        'The span within BCE is the difference of the numbers.',
        'Take 490 away from 1792.',
      ],
      why: '1792 − 490 = 1302. To the soldiers at Marathon, Hammurabi was as far away as the 8th century is to us.',
      wrong: {
        2282: 'You added years of the same era.',
        1301: 'No turning point is crossed, so no year is missing.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'Which form of state, without a king and with elected officials, did Rome have before it became an empire?',
      a: 'republic',
      also: ['a republic', 'the republic', 'the Roman Republic', 'res publica'],
      hints: [
        'Its Latin name meant “the public affair”.',
        'The United States and France call themselves the same today.',
        'Run the two Latin words for “thing” and “public” together in one.',
      ],
      why: 'Power belonged in name to all and was held by yearly officials, not by one man for life. The founders of modern states went back to this model.',
      wrong: {
        monarchy: 'That has a king, and the Romans had just got rid of theirs.',
        democracy: 'That is what Athens had. In Rome a few noble families led the state under another name.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Rome, Athens and Babylon all had written laws. Which comparison is correct?',
      choices: [
        'In all three cities the citizens met to vote on the laws, as in a modern democracy',
        'In Babylon the king gave the laws; in Athens citizens voted on them',
        'In Athens a king gave the laws; in Babylon a senate of old men wrote them down',
        'In all three cities the same laws were valid for slaves and for masters',
      ],
      a: 'b',
      hints: [
        'Take the cities one by one and ask who made the law.',
        'A comparison is right only if each half of it is right.',
        'On top of Hammurabi’s stone he stands before a god. Match this picture, and that of the raised hands on the hill in Athens, with the comparisons.',
      ],
      example:
        'Which comparison is correct? (1) “Whales and bats both lay eggs.” (2) “Whales live in the sea, bats fly.” (3) “Whales fly, bats swim.” Test each half by itself. In (1) both halves are wrong. In (3) the facts are swapped. In (2) the first half is right, and the second is right too. Result: (2). A comparison with one wrong half is wrong as a whole, however good the other half is.',
      why: 'The same tool, a written law, can serve quite different masters. To understand a law, ask first who was allowed to make it.',
      wrong: {
        a: 'Voting on laws would have been unthinkable for one of the three.',
        c: 'You have the right cities, but the roles are confused.',
        d: 'All three distinguished sharply between the free and the unfree.',
      },
    }),
  ],
};
