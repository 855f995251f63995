import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Rome: republic to empire',
  type: 'chapter',
  weight: 1,
  estimatedDurationMinutes: 45,
  description:
    'A town that had thrown out its kings built rules against one-man rule and lost them 500 years later. You find out how the rules worked, why they failed and what Augustus made of them.',
  prerequisites: ['Greece and the city-states'],
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: 'After the last king was driven out, the Romans called their state res publica. What does that mean?',
      choices: [
        'The city on seven hills',
        'The public affair, a matter for all',
        'The rule of the best soldiers',
        'The family of the gods',
      ],
      a: 'b',
      aliases: ['what does res publica mean', 'where does the word republic come from'],
      hints: [
        'You know an English word that looks almost like the second half.',
        'Res means “thing” or “matter”; the other word describes whose matter it is.',
        'Think of a library or a park that isn’t private, and of the word that we use for it.',
      ],
      why: 'Under a king, the state was the king’s business. The new name said that it belonged to the people, even if the leading families kept most of the power.',
      wrong: {
        a: 'That describes the place. The name of the state was about whose it was.',
        c: 'Soldiers aren’t in the two words. Look at “publica”.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'Each year the Romans elected two men to lead the state and the army together. What was this office called?',
      a: 'consul',
      also: ['consuls', 'the consuls', 'consulship', 'consulate'],
      aliases: ['two leaders of the roman republic'],
      hints: [
        'The word still exists today, though the office is a different one.',
        'Today a country’s helper for its citizens abroad, below the rank of ambassador, has this title.',
        'It has two syllables and begins like “consider”. The Romans even named each year after the pair in office.',
      ],
      why: 'There were two of them so that each could stop the other, and for one year only, so that nobody got used to power.',
      wrong: {
        senator: 'Those sat in the council for life, and there were hundreds of them.',
        dictator: 'That was a single man for an emergency, at most for six months.',
        emperor: 'That came later, when the republic had ended.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'By tradition, the Roman Republic began in 509 BCE. It ended in 27 BCE, when Augustus took power for good. How many years did it last?',
      a: '482',
      unit: 'years',
      aliases: ['how long did the roman republic last'],
      hints: [
        'Check the letters after both dates.',
        'Two years of the same era: the span is their difference.',
        'Take the later year, which has the smaller number, away from 509.',
      ],
      example:
        'Kings ruled Rome, by tradition, from 753 BCE to 509 BCE. Both years lie before our era and count down: 753 − 509 = 244. They ruled for 244 years.',
      why: '509 − 27 = 482. That is about twice as long as the United States has existed, so calling the Republic a failure would be too simple.',
      wrong: {
        535: 'You added, apparently because the years looked like BCE and CE. Both of them are BCE.',
        481: 'No turning point, no missing year: the plain difference is enough.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which rules of the Republic were meant to keep one man from getting too much power?',
      choices: [
        'The highest office was shared by two men',
        'Officials normally served for one year',
        'Generals could name their sons as successors',
        'The tribunes could stop an official with a veto',
        'The richest man was king during a war',
      ],
      a: 'a,b,d',
      aliases: ['how did rome prevent a king', 'checks in the roman republic'],
      hints: [
        'For each rule imagine a man who wants to stay in power. Does the rule get in his way?',
        'Power can be limited by sharing it, by limiting its time, or by letting others say no.',
        'Two of the five would please such a man. Take those out.',
      ],
      example:
        'Which rules keep a class treasurer honest: two people must sign each payment, the treasurer is elected anew each term, the treasurer keeps the only key? Test each rule with a treasurer who wants to cheat. Two signatures: a second person has to agree, which gets in the way. New elections: a cheat is soon found by the next one. The only key: that helps the cheat. Result: the first two rules protect the class; the third doesn’t.',
      why: 'Share it, limit its time, allow a no: these three ideas are still at work in modern constitutions.',
      wrong: {
        'a,b': 'Two good ones. Is there also somebody who may simply say no?',
        'b,d': 'Both fit. Look again at how many people held the top office.',
        'a,b,c,d': 'One of yours would create a ruling family. Would that hinder a would-be king?',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'The noble families of early Rome were the patricians. What were all the other citizens, from farmers to rich merchants, called?',
      a: 'plebeians',
      also: ['plebeian', 'plebs', 'the plebs', 'the plebeians', 'plebians'],
      aliases: ['common people in rome', 'opposite of patricians'],
      hints: [
        'The word is still used, not very kindly, for ordinary people.',
        'English knows it from “plebiscite”, a vote in which everybody decides.',
        'Cut “plebiscite” down to its first four letters, and add an ending as in “Europeans”.',
      ],
      why: 'They fought in the army but at first could not hold office. By refusing to serve until they got tribunes of their own, they won rights step by step.',
      wrong: {
        slaves: 'Enslaved people were not citizens at all.',
        proletarians: 'Those were only the poorest citizens. The group in question included rich people too.',
      },
    }),
    item({
      level: 2,
      kind: 'set',
      q: 'The Pax Romana is often dated from 27 BCE to 180 CE. Here are five events, by year (CE years positive, BCE years negative):\n\n−44 Caesar is murdered · 14 Augustus dies · 79 Vesuvius erupts · 165 a plague begins · 212 nearly all free people become citizens\n\nWhich of the years lie in that period? Write the set.',
      a: '{14, 79, 165}',
      aliases: ['when was the pax romana', 'which events were in the pax romana'],
      hints: [
        'Turn the limits of the period into numbers in the same style as the list.',
        'A year lies in the period if it is neither before its start nor after its end.',
        'The limits are −27 and 180. Go through the five years and ask of each one: is it left of the start, or right of the end?',
      ],
      example:
        'The Hellenistic age is often dated from 323 BCE to 30 BCE. Which of the years −331, −300, −146 and 10 belong to it? Written as numbers, the limits are −323 and −30. The year −331 is left of the start: out. −300 and −146 lie between the limits: in. The year 10 is right of the end: out. Result: {−300, −146}.',
      why: 'On a common number line, a period is simply an interval, and each event is inside or outside. Even the “Roman peace” contained a disaster and a plague.',
      wrong: {
        '{-44, 14, 79, 165}': 'One of your years is earlier than the start of the period. Compare it with −27.',
        '{14, 79, 165, 212}': 'One of your years comes after the end.',
        '{14, 79}': 'You left out a year that is still before the end. The period has almost two centuries in CE.',
      },
    }),
    story(
      'Here is a Roman soldier’s pay sheet, simplified from the kind that archaeologists have found on papyrus. In the 1st century CE he earned 225 denarii a year, paid in three equal parts. From each part the army kept money:\n\n| Kept back | Denarii |\n|---|---|\n| food | 26 |\n| boots and clothes | 15 |\n| hay for the pack animals | 4 |',
      [
        {
          level: 1,
          kind: 'number',
          q: 'How many denarii is one of the three parts, before anything is kept back?',
          a: '75',
          unit: 'denarii',
          hints: [
            'You need only one sentence of the story, not the table.',
            'Equal parts: the whole is shared out by division.',
            'The whole is the yearly pay of 225, and it is paid in three parts.',
          ],
          aliases: ['roman soldier pay in three parts'],
          why: '225 ÷ 3 = 75. On paper it looked like a solid income. The table shows what was left of it.',
          wrong: {
            45: 'That is the sum of the table, the part that the soldier did not get.',
            225: 'That is the pay for the whole year.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'What percentage of each part did the army keep back?',
          a: '60',
          unit: '%',
          aliases: ['how much of a roman soldier’s pay was deducted'],
          hints: [
            'First find out how many denarii are missing from one part.',
            'A percentage is the part divided by the whole, times 100. The whole is one payment, not the year.',
            'Add up the three lines of the table, and divide the sum by the size of one payment.',
          ],
          example:
            'An apprentice earns 80 coins a month. His master keeps back 12 coins for the bed, 18 for food and 6 for tools. What percentage is that? Add up what is kept: 12 + 18 + 6 = 36. Divide by the pay: 36 ÷ 80 = 0.45. Times 100 makes 45. Result: the master keeps 45 % of the pay, so a little more than half is left.',
          why: '(26 + 15 + 4) ÷ 75 = 45 ÷ 75 = 0.6. Soldiers paid for their own boots and bread. So generals who gave them land or gifts won hearts easily.',
          wrong: {
            40: 'That is the percentage that was left for him.',
            45: 'That is the amount in denarii. Compare it with the whole payment.',
            20: 'You divided by the pay of the whole year, but the table belongs to one of the three parts.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'Suppose that he saves all the rest. How many denarii does he have after 25 years of service?',
          a: '2250',
          unit: 'denarii',
          aliases: ['savings of a legionary after 25 years'],
          hints: [
            'How much does he get into his own hands each time?',
            'Go up step by step: from one payment to one year, and from one year to the whole service.',
            'Each time 75 − 45 = 30 denarii are left, and that happens three times a year.',
          ],
          example:
            'A sailor is paid twice a year. Of each payment he keeps 40 coins. How much has he saved after 26 years? First one year: 2 × 40 = 80 coins. Then the whole service: 26 × 80 = 2,080 coins. Check the size: 25 years would make 2,000, so one more year adds 80. Result: 2,080 coins.',
          why: '30 × 3 = 90 a year, and 90 × 25 = 2,250. Augustus promised veterans about 3,000 denarii on discharge, more than a lifetime’s saving. That is how he won the army’s loyalty for the emperor.',
          wrong: {
            750: 'You counted one payment a year. How many are there?',
            5625: 'You forgot what the army keeps back.',
          },
        },
      ],
    ),
    item({
      level: 2,
      kind: 'number',
      q: 'Augustus became the first emperor in 27 BCE. The last emperor in the West was deposed in 476 CE. How many years lie between the two?',
      a: '502',
      unit: 'years',
      aliases: ['how long did the western roman empire last'],
      hints: [
        'Look at the letters: this span is unlike that of the Republic.',
        'When you cross the turning point, add both parts, and remember what is missing in the middle.',
        'Work out 27 + 476 and correct it for the year zero, which never existed.',
      ],
      example:
        'A road was opened in 12 BCE and closed in 300 CE. How many years lie between? The span crosses the turning point, so add: 12 + 300 = 312. The sum contains a year zero that the calendar doesn’t have, so take one year off: 312 − 1 = 311. Result: 311 years.',
      why: '27 + 476 − 1 = 502. In the East the empire lived on for almost another thousand years, so “the fall of Rome” depends on where you stand.',
      wrong: {
        503: 'There is a year too many in your sum: the one between 1 BCE and 1 CE.',
        449: 'You subtracted, but the two years belong to different eras.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'In 44 BCE senators murdered Julius Caesar to save the Republic. Instead, civil war broke out and the Republic died. Which explanation goes deepest?',
      choices: [
        'The murderers hesitated after the deed and should have seized power at once',
        'Caesar was so popular that the people of Rome wanted revenge for him',
        'Armies still followed the generals who paid them, not the state',
        'The Romans were tired of elections and had long wished for a king',
      ],
      a: 'c',
      aliases: ['why did killing caesar not save the republic', 'real reason the roman republic fell'],
      hints: [
        'Ask what had changed on the morning after the murder, and what hadn’t.',
        'Historians distinguish the trigger of an event from the conditions that make it possible.',
        'Caesar wasn’t the first general to march on Rome: Sulla had done it before him. What made this possible again and again?',
      ],
      example:
        'In a dry summer a cigarette starts a forest fire. The smoker is fined, and smoking is forbidden. The next year lightning starts a fire in the same forest. Why didn’t the ban help? The cigarette was only the trigger. The condition was a forest full of dry wood, and nobody had cleared it. Remove one trigger, and another one will come along. Result: whoever wants fewer fires has to change the forest.',
      why: 'Removing one man leaves the machine that produced him in place. When soldiers depend on their general and not on the state, the next strong man is already waiting.',
      wrong: {
        a: 'That explains a clumsy day. Ask why the next general could start a civil war at once.',
        b: 'His popularity explains the anger, but not why the old order could not recover.',
        d: 'The Romans were proud of having driven out their kings.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'Augustus commanded nearly all the legions. Still, he let the Senate meet, let officials be elected and called himself only “first citizen”. What is the most convincing reason?',
      choices: [
        'He was too weak to abolish the Senate, which had its own legions',
        'He wished to give the power back to the people as soon as possible',
        'He did not know how a monarchy works, as Rome had never had one',
        'The old laws of the Republic forced him to do so',
        'People accept new power more easily in old clothes',
      ],
      a: 'e',
      aliases: ['why did augustus not call himself king', 'how did augustus keep power'],
      hints: [
        'Compare him with Julius Caesar, who let himself be made dictator for life.',
        'Real power and the outward form of power are two different things. Ask what the form was good for.',
        'The leading Romans hated the word “king”. What would a clever man do who wanted the thing but not the word?',
      ],
      example:
        'A large firm buys a beloved village bakery. It keeps the old sign, the old recipes and the baker’s smiling daughter at the counter, though all decisions are now made at headquarters. Why? Not out of weakness: it owns everything. Customers would stay away from a chain store, but they don’t mind a new owner whom they never see. Result: the old face keeps the peace, while the real power has moved elsewhere.',
      why: 'He understood that Romans could live with a ruler if nobody made them say the word. Watching the gap between forms and real power helps you to read modern states as well.',
      wrong: {
        a: 'With almost all the legions behind him he could have done it. Why would he rather not?',
        b: 'He held on to his powers for over 40 years, until he died.',
        d: 'He had the laws made as he needed them.',
      },
    }),
    testItem({
      level: 1,
      kind: 'text',
      q: 'Which council of some hundreds of leading men, most of them former officials, guided the Roman Republic?',
      a: 'Senate',
      also: ['the Senate', 'the Roman Senate', 'senatus'],
      hints: [
        'A part of the United States Congress has the same name.',
        'Its name comes from the Latin word senex, “old man”, like “senior”.',
        'Take the first three letters of “senior” and think of the chamber in which each U.S. state has two seats.',
      ],
      why: 'Its members sat for life, while officials changed each year. Experience and family names gave its advice almost the force of law.',
      wrong: {
        assembly: 'That was the gathering of the citizens who voted. The question asks for the smaller council.',
        parliament: 'A later word from medieval Europe. The Romans had another one.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'Rome and Carthage fought three great wars. The first began in 264 BCE and the third ended in 146 BCE. How many years passed in between?',
      a: '118',
      unit: 'years',
      hints: [
        'Are both dates on the same side of the turning point?',
        'In one and the same era, the span is the difference of the years.',
        'Take 146 away from 264.',
      ],
      why: '264 − 146 = 118: four generations grew up with Carthage as the great enemy. Armies that served for years far from home began to change the Republic itself.',
      wrong: {
        410: 'You added two years from the same era.',
        117: 'The year zero is missing only at the turning point, far away from these dates.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'In about 450 BCE Rome’s laws were written on twelve bronze tablets and set up in the Forum. Why was this a success for the ordinary citizens, even though many of the laws were harsh?',
      choices: [
        'Noble judges could no longer bend unwritten rules',
        'The laws made nobles and common people equal in all matters',
        'Citizens could now vote on each single punishment',
        'The old laws in Greek had been too hard to understand',
      ],
      a: 'a',
      hints: [
        'Compare the situation before and after: where did the rules exist earlier?',
        'A rule that only a few people know can be changed by these few whenever it suits them.',
        'Imagine a farmer in a quarrel with his noble neighbor, whose cousin is the judge. What can the farmer point at now?',
      ],
      example:
        'In a sports club, the coach decides who is late and what happens then. His favorites are never late. The players ask for a notice on the wall: whoever comes after 5 p.m. does twenty push-ups. The rule is strict, yet the team is happy. Why? Now anybody can look at the clock and at the wall, and a favorite who comes at 5:10 has to do his push-ups too. Result: public rules limit those who apply them.',
      why: 'A known law can be appealed to. Even a harsh rule is protection against arbitrary power when all can check it.',
      wrong: {
        b: 'They kept the differences of rank; nobles and others could not even marry each other.',
        c: 'A vote on each case wasn’t part of it. Think of what it means that a text hangs in public.',
        d: 'They had not been written down at all. Who, then, knew them?',
      },
    }),
  ],
};
