import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Greece and the city-states',
  type: 'chapter',
  weight: 0.9,
  estimatedDurationMinutes: 40,
  description:
    'Hundreds of small states shared a language and little else. You explore how one of them let its citizens rule, whom it left out and what its rival Sparta did instead.',
  prerequisites: ['Reading the past'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'What is the Greek word for a city-state such as Athens, Sparta or Corinth?',
      a: 'polis',
      also: ['a polis', 'the polis', 'poleis'],
      aliases: ['greek name for city state'],
      hints: [
        'It lives on inside English words that have to do with public affairs.',
        'It is the root of our words “politics” and “police”.',
        'Say the name of the famous rock of Athens, the “high city” with the Parthenon, and leave off its first part, acro-, which means “high”.',
      ],
      why: 'It meant the town with its farmland, and even more the community of citizens. That is why we still speak of “politics” when we mean shared affairs.',
      wrong: {
        acropolis: 'That is the fortress hill inside a city. Its name contains the word that you need.',
        agora: 'That is the market square. The question asks for the whole state.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Ancient Greece was not one country but hundreds of small states. What in the landscape helps to explain this?',
      choices: [
        'One wide river that ran through the whole land',
        'Large plains without any borders',
        'A desert around each town',
        'Mountains and sea that cut the land into small pieces',
      ],
      a: 'd',
      aliases: ['why were there so many greek city states', 'how did geography shape greece'],
      hints: [
        'Picture a map of Greece, or a vacation photo from there.',
        'People who can’t easily walk to each other tend to govern themselves.',
        'Compare it with Egypt, where a single easy road held the country together. Was there anything like it in Greece?',
      ],
      why: 'A valley or an island could feed one town and hide it from the next. Ships linked the Greeks in trade and language, but no single king could easily control them all.',
      wrong: {
        a: 'That describes Egypt, and there it led to one large state.',
        b: 'Open plains make it easy to rule over a wide area. The opposite was the case here.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'The great war between Athens and Sparta began in 431 BCE and ended in 404 BCE. How many years did it last?',
      a: '27',
      unit: 'years',
      aliases: ['how long was the peloponnesian war'],
      hints: [
        'Both dates have the same letters.',
        'Within BCE the span is a difference, the larger number first.',
        'Take 404 away from 431.',
      ],
      example:
        'The war of the Greeks against Persia began in 499 BCE and ended in 449 BCE. Before our era years count down, so take the smaller number away from the larger: 499 − 449 = 50. It lasted 50 years.',
      why: '431 − 404 = 27. A child born in its first year was a grown citizen with children of his own when Athens gave up.',
      wrong: {
        26: 'The missing year zero plays no part here: you never cross from BCE to CE.',
        835: 'You added. Adding belongs to spans that cross the turning point.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Which word for a form of government joins the Greek words for “people” (demos) and “power” (kratos)?',
      a: 'democracy',
      also: ['a democracy', 'demokratia', 'democratic government'],
      aliases: ['rule by the people word'],
      hints: [
        'The question hands you two building blocks.',
        'Such words usually end in -cracy, as in “aristocracy”, the rule of the best.',
        'Swap the first part of “aristocracy” for the word that means “people”.',
      ],
      example:
        'Which word joins the Greek words for “god” (theos) and “power” (kratos)? The second block becomes the ending -cracy. The first block loses its own ending: theos becomes theo-. Put them together: theo + cracy. Result: “theocracy”, a state that is ruled in the name of a god, for example by priests. The same recipe gives “plutocracy”, the rule of the rich, from ploutos, “wealth”.',
      why: 'The word names the idea: power lies with the people, not with a king or a few families. Who counted as “the people” is a question to keep asking.',
      wrong: {
        monarchy: 'That joins the words for “one” and “to rule”: one person governs.',
        republic: 'That word comes from Latin, not from Greek.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'It is the year 430 BCE. Which of these people may vote in the assembly of Athens?',
      choices: [
        'A potter, son of Athenian citizens, aged 30',
        'A wealthy woman from an old Athenian family',
        'A merchant from Corinth who has lived in Athens for 20 years',
        'A poor rower, son of Athenian citizens, aged 22',
        'A man who is enslaved in the silver mines',
      ],
      a: 'a,d',
      aliases: ['who could vote in athens', 'was athens really a democracy'],
      hints: [
        'Wealth is not the rule that matters here.',
        'In the assembly sat the adult men who were citizens, and citizenship passed from parents to children.',
        'Test each person on four points: adult, male, free, of Athenian parents.',
      ],
      example:
        'A club has the rule: members over 18 whose parents were members may vote. Who votes? Ana, 17, daughter of members: too young. Ben, 40, a rich sponsor whose parents never joined: no. Carla, 19, with little money, daughter of members: yes, since money isn’t in the rule. Check each person on each condition, and nothing else. Result: only Carla votes, though Ben pays for everything.',
      why: 'Poor citizens had the same vote as rich ones, which was new in the world. Yet women, foreigners and the enslaved, the great majority, had none.',
      wrong: {
        a: 'He may. But is there a rule about money?',
        'a,b,d': 'One of yours fails at a condition that had nothing to do with money or family.',
        'a,c,d': 'However long a foreigner lived there, his parents counted.',
      },
    }),
    item({
      level: 2,
      kind: 'interval',
      q: 'The Parthenon was built from 447 BCE to 432 BCE. Write this time as a closed interval on a number line on which BCE years are negative.',
      a: '[-447, -432]',
      aliases: ['bce years as negative numbers interval'],
      hints: [
        'An interval goes from left to right on the number line, and time does the same.',
        'The beginning of the work lies farther left. Closed means that both ends belong to it: square brackets.',
        'Give both years a minus sign, and then decide which of the two is smaller.',
      ],
      example:
        'The Second Persian War lasted from 480 BCE to 479 BCE, and Philip II ruled Macedon from 359 BCE to 336 BCE. Write Philip’s reign as an interval. With minus signs the years are −359 and −336. On the number line −359 lies farther left, and it is also the earlier year, so it comes first. Both years count, so use square brackets. Result: [−359, −336].',
      why: 'With a minus sign the BCE years fall into place: earlier is smaller, just as on the rest of the number line.',
      wrong: {
        '[-432, -447]': 'The first number has to be the smaller one. Which of these two is more negative?',
        '[432, 447]': 'Without the minus signs, these are CE years.',
        '(-447, -432)': 'Round brackets leave out the first and the last year.',
      },
    }),
    story(
      'Nobody counted the people of Athens in 430 BCE, but a rough estimate looks like this:\n\n| Group | People |\n|---|---|\n| Adult male citizens | 40,000 |\n| Women and children of citizen families | 100,000 |\n| Free foreigners and their families | 30,000 |\n| Enslaved people | 80,000 |\n\nFor its most serious decisions the assembly needed 6,000 citizens to be present.',
      [
        {
          level: 1,
          kind: 'number',
          q: 'How many people lived in Athens and its countryside, according to this estimate?',
          a: '250000',
          unit: 'people',
          aliases: ['population of ancient athens'],
          hints: [
            'All four rows count, whether people had rights or not.',
            'A total is the sum of the groups, provided that nobody is in two of them.',
            'The two citizen rows make 140,000. Now put the last two rows on top.',
          ],
          why: '40,000 + 100,000 + 30,000 + 80,000 = 250,000. Before you compare a part with a whole, make sure that the whole contains everyone.',
          wrong: {
            140000: 'These are only the citizen families. Others lived there too.',
            170000: 'You counted the free people. The table has one more row.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'What percentage of all the people could vote?',
          a: '16',
          unit: '%',
          aliases: ['percent of athenians who could vote'],
          hints: [
            'Find the one row with the people who had a vote.',
            'A percentage compares a part with the whole: part divided by whole, times 100.',
            'Divide 40,000 by the total of the whole table, and turn the result into hundredths.',
          ],
          example:
            'In a town of 8,000 people, 960 go to school. Which percentage is that? The part is 960, the whole is 8,000. Divide: 960 ÷ 8,000 = 0.12. Times 100, that is 12 %. A check with round numbers: 10 % of 8,000 is 800 and 20 % is 1,600; our 960 lies between them, nearer to the first. Result: 12 %.',
          why: '40,000 ÷ 250,000 = 0.16. In the most democratic state of its time about one person in six had a vote.',
          wrong: {
            56: 'You counted whole citizen families. The women and children among them had no vote.',
            40: 'Compare with the total of all groups, not with 100,000.',
            0.16: 'That is the share as a decimal. As a percentage it is a hundred times that number.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'What percentage of the voters had to be present for the most serious decisions?',
          a: '15',
          unit: '%',
          aliases: ['quorum of the athenian assembly in percent'],
          hints: [
            'The whole has changed: this time it isn’t all the people.',
            'The words “of the …” name the whole; here the part is the number that the assembly needed.',
            'Compare 6,000 with the 40,000 men of the first row.',
          ],
          example:
            'A club has 500 members, of whom 200 may vote. A decision needs 50 voters in the room. Which percentage of the voters is that? The words “of the voters” tell you the whole: 200, not 500. The part is 50. Divide: 50 ÷ 200 = 0.25. Result: 25 % of the voters have to come. Had you taken all the members as the whole, you would have found only 10 %.',
          why: '6,000 ÷ 40,000 = 0.15. Most citizens farmed far from town, so even big decisions were made by the part that could come.',
          wrong: {
            2.4: 'You compared with all the people. The question says “of the voters”.',
            6: 'You compared with the 100,000 of the second row.',
          },
        },
      ],
    ),
    item({
      level: 2,
      kind: 'text',
      q: 'Once a year the Athenians could scratch a name on a piece of broken pottery. Whoever collected most names was sent away for ten years. What is this vote called?',
      a: 'ostracism',
      also: ['ostrakismos', 'ostracizing', 'ostracism vote', 'ostracize'],
      aliases: ['voting someone out of athens', 'greek exile vote with pottery'],
      hints: [
        'The vote is named after the thing on which they wrote.',
        'A piece of broken pottery is an ostrakon in Greek.',
        'Keep the first part of ostrakon, write it with a c, and add the ending -ism.',
      ],
      example:
        'Many names of customs come from the object in use. In the Roman Republic, a man who ran for office wore a toga rubbed with chalk until it shone. Such a bright white toga was called toga candida. From candida comes a word of ours for a person who wants to be elected: “candidate”. The recipe: find the object, take its name and see how the ending changed. Result: candida, candidate.',
      why: 'It was a safety valve: a man who had become dangerously powerful had to leave, but kept his property and could return. Today the word means to shut somebody out of a group.',
      wrong: {
        exile: 'That is the result in general. The question asks for the name of the vote.',
        execution: 'Nobody was killed or even robbed: the person could come back after ten years.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'Sparta trained every citizen as a soldier from the age of seven, while other states relied on farmers who took up arms when needed. Which fact about Sparta explains this best?',
      choices: [
        'It lay on an island and had a long coast to defend against pirates',
        'Its citizens ruled over far more unfree people',
        'Its laws forbade the men to read, write or trade',
        'It had the richest silver mines in Greece to guard',
      ],
      a: 'b',
      aliases: ['why was sparta so military', 'who were the helots'],
      hints: [
        'A permanent army is expensive. Against whom would you need it on every single day?',
        'In Sparta the fields were worked by the helots, people of conquered lands who belonged to the state.',
        'Helots outnumbered citizens several times over. Think of what the citizens must have feared at night.',
      ],
      example:
        'A small bank hires thirty guards, although no robbery has ever happened in its street. Why? Look at what the bank has that others don’t: in its cellar lies the gold of the whole country. The constant guard isn’t explained by the neighbors or by tradition, but by a danger that is built into the business itself. Result: the more you hold against others’ will or desire, the more you have to guard it, day and night.',
      why: 'The helots made the citizens free to train, and the fear of the helots forced them to. Sparta’s famous discipline had its root at home.',
      wrong: {
        a: 'Sparta lay inland, in a river valley.',
        c: 'Spartan citizens were kept from trade, but that does not say against whom they trained.',
        d: 'Silver belongs to Athens. And money would rather let a state pay for others to fight.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'Athens defended itself with a fleet of some 200 warships. Each needed about 170 rowers, mostly citizens too poor to buy armor. How does this help to explain why poor citizens gained more say in Athens than elsewhere?',
      choices: [
        'Rowers were paid so well that they became the richest class',
        'At sea the rowers could hold the assembly without the rich',
        'The gods of the sea demanded that all men be treated as equals',
        'A state must listen to those who keep it safe',
        'Rich citizens were forbidden by law to go to sea',
      ],
      a: 'd',
      aliases: ['how did the navy make athens more democratic', 'triremes and democracy'],
      hints: [
        'Ask who would have been missing if the rowers had stayed at home.',
        'Military and political weight often go together: those who are needed can demand something.',
        'In states that fought on land, farmers with their own armor were decisive, and they had a say. Carry the idea over to the fleet.',
      ],
      example:
        'During the First World War millions of women in Britain worked in factories and drove buses while the men were at the front. In 1918 many women were given the vote. One reason that historians discuss: the country had seen that it could not do without them, and refusing them looked harder than before. The vote was not simply a reward, since women had fought for it for decades. Result: being needed strengthens a demand that is already there.',
      why: 'The fleet was the wall of Athens and the poor were its engine. Their service gave weight to the claim that they, too, were the city.',
      wrong: {
        a: 'They were paid, but poorly. Look for power, not for wealth.',
        b: 'The assembly met on a hill in the city. Think of how much the city needed these men.',
        e: 'Rich men paid for ships and commanded them. Ask what the poor could offer.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'Alexander’s conquests mixed Greek culture with those of Egypt and Asia. What do we call this age and its culture, after the Greeks’ own name for themselves?',
      a: 'Hellenistic',
      also: ['the Hellenistic age', 'Hellenistic period', 'Hellenistic culture'],
      hints: [
        'The Greeks did not call themselves Greeks.',
        'Their own name was Hellenes, and their land is Hellas.',
        'Turn the name Hellenes into an adjective, with the ending that “artistic” has.',
      ],
      why: 'The ending means “Greek-like”: it wasn’t purely Greek any more. In Alexandria people from three continents did science together in Greek.',
      wrong: {
        Hellenic:
          'Close, but that word is used for the older Greece, before Alexander. The mixed culture has a longer ending.',
        Roman: 'The Romans came later and took over much of this culture.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'What is the main difference between the democracy of ancient Athens and that of most countries today?',
      choices: [
        'In Athens there were no written laws that people could vote on',
        'In Athens a king could overrule the vote of the assembly',
        'In Athens citizens voted on the laws themselves',
        'In Athens only priests and rich men could speak in the assembly',
      ],
      a: 'c',
      hints: [
        'Imagine the meeting place on the hill: who sits there, and what do they raise their hands for?',
        'We distinguish direct from representative government. In one of them you vote on matters, in the other on people.',
        'How do you personally take part in making a law today? Compare that with a potter on the hill.',
      ],
      why: 'A few thousand people can meet on a hillside; millions can’t. Representation made large democracies possible, at the price of distance.',
      wrong: {
        a: 'The Athenians were proud of their written laws. Who made them?',
        b: 'Athens had no king at that time.',
        d: 'Any citizen could speak. Compare it with what happens today.',
      },
    }),
    testItem({
      level: 4,
      kind: 'number',
      q: 'The battle of Marathon was fought in 490 BCE. In which year CE had exactly 2,500 years passed since then?',
      a: '2011',
      hints: [
        'How many of the 2,500 years are used up before the turning point?',
        'From 490 BCE to 1 BCE it is one less than 490, and from 1 BCE to 1 CE it is one more year.',
        'After 490 years you are in the year 1 CE. Now see how many of the 2,500 years are still to go, and count on from there.',
      ],
      example:
        'Rome counted its years from 753 BCE. In which year CE had exactly 1,000 years passed? After 753 years you have reached the year 1 CE, because there is no year zero: 752 years to 1 BCE, and one more to 1 CE. There are 1,000 − 753 = 247 years left. Count on from the year 1: 1 + 247 = 248. Result: 248 CE, and in that year the emperor Philip really held great games.',
      why: '490 years lead to 1 CE, since there is no year zero; the remaining 2,010 lead from there to 2011. Many people celebrated one year too early.',
      wrong: {
        2010: 'You counted a year zero between 1 BCE and 1 CE.',
        2009: 'The correction goes in the other direction: a missing year makes you arrive later.',
        2990: 'You added. But a part of the 2,500 years lies before the turning point.',
      },
    }),
  ],
};
