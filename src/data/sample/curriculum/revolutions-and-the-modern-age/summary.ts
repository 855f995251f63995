import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Summary: the age of revolutions',
  type: 'summary',
  weight: 0.8,
  estimatedDurationMinutes: 35,
  description:
    'Ideas, machines, nations, empires and rights belong to one story. You order it in time, compare the revolutions and test large claims about cause and effect.',
  prerequisites: ['Empires and independence', 'Rights and citizenship'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'Complete the motto of the French Revolution: “Liberty, equality, …”',
      a: 'fraternity',
      also: ['brotherhood', 'fraternité', 'fraternite'],
      aliases: ['french motto third word'],
      hints: [
        'The third word is about how citizens should feel toward one another.',
        'It comes from Latin frater, which names a member of the family.',
        'At some American colleges, clubs of male students bear the same name, and Greek letters.',
      ],
      why: 'The first two words can be written into laws. The third can’t be ordered: a free society also needs people who feel responsible for each other.',
      wrong: {
        property: 'That was one of Locke’s natural rights, but isn’t in the motto.',
        justice: 'A fine word, but look for the one about people’s bond with each other.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Which pair is matched correctly?',
      choices: [
        'Locke – separation of powers into three branches',
        'Montesquieu – the improved steam engine',
        'Wollstonecraft – equal education for women',
        'Adam Smith – the divine right of kings',
      ],
      a: 'c',
      aliases: ['enlightenment thinkers and their ideas match'],
      hints: [
        'Go pair by pair and ask: what was this person’s one great idea?',
        'If you know three of the four persons, you can find the right pair by elimination.',
        'Natural rights, three branches, pin factory: give each of these to its owner, and see who is left.',
      ],
      why: 'Linking a name with one clear idea gives you hooks for everything else. These ideas turned up again as arguments in streets and parliaments.',
      wrong: {
        a: 'Locke wrote about natural rights and the consent of the people. The three branches belong to somebody else here.',
        b: 'He was a judge and an author. The machine belongs to Watt.',
        d: 'Smith wrote about work, trade and markets.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'How many years passed from the American Declaration of Independence (1776) to the French Declaration of the Rights of Man (1789)?',
      a: '13',
      unit: 'years',
      aliases: ['years between american and french revolution'],
      hints: [
        'Take the two years from the brackets.',
        'The later one minus the earlier one.',
        'From 1776 to 1786 it is ten years. Then go on to 1789.',
      ],
      example:
        'From the Glorious Revolution in England (1688) to the American peace of 1783: the later year less the earlier one, 1783 − 1688 = 95. So 95 years passed.',
      why: '1789 − 1776 = 13. Lafayette had fought in America, and he wrote a draft of the French text with Jefferson’s advice. Ideas travel with people.',
      wrong: {
        14: 'You counted both end years.',
        23: 'Check the tens digit.',
      },
    }),
    item({
      level: 2,
      kind: 'set',
      q: 'Which of these years belong to the 18th century: 1689, 1700, 1701, 1776, 1800, 1804? Write the set.',
      a: '{1701, 1776, 1800}',
      aliases: ['which years are in the 18th century', 'does 1800 belong to the 18th century'],
      hints: [
        'Find the first and the last year of that century before you sort.',
        'The 1st century ran from the year 1 to the year 100. So centuries begin with …01 and end with …00.',
        'The 17th century ended with the year 1700. Take it from there, and be careful at both ends.',
      ],
      example:
        'Which of the years 1500, 1501, 1592 and 1601 belong to the 16th century? The 1st century ran from 1 to 100, so the 16th ran from 1501 to 1600. The year 1500 is still in the one before: out. 1501 is its very first year: in. 1592: in. 1601 begins the next one: out. Result: {1501, 1592}.',
      why: 'With no year zero, a century is complete only when its round year is over. The first digits of a year are a good guess, except right at the edge.',
      wrong: {
        '{1700, 1701, 1776}': 'You went by the first two digits. Check both edges.',
        '{1700, 1701, 1776, 1800}': 'One of the round years belongs to the century before.',
        '{1800, 1804}': 'Those are years with 18 in front. The century’s number runs one ahead of the hundreds.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which statements are true of both the American and the French Revolution?',
      choices: [
        'A quarrel about taxes and a state’s money troubles helped to start it',
        'The king was executed',
        'Its leaders appealed to natural rights',
        'It broke a colony’s bond with a distant empire',
        'It first left women and many others without the vote',
      ],
      a: 'a,c,e',
      aliases: ['compare american and french revolution', 'similarities of the revolutions'],
      hints: [
        'Check each statement twice, once for each revolution.',
        '“Both” needs two yeses. One no is enough to strike a statement out.',
        'One of the statements fits only France and another fits only America. Find these two first.',
      ],
      example:
        'Which statements hold for both soccer and basketball: there is a ball, feet may not be used, a team can win by one point more? Check each one twice. Ball: yes and yes. No feet: false for soccer, so it goes. One more than the others is enough to win: yes in both. Result: the ball and the winning margin. What holds for one of them only is a difference, and worth knowing too.',
      why: 'The language and the triggers were alike; the settings differed: a colony far away against an old society that had to be rebuilt from within.',
      wrong: {
        'a,c': 'Both fit. And whom did the new rights leave out at first?',
        'b,c,e': 'One of these happened in Paris only.',
        'a,c,d,e': 'Was France anybody’s colony?',
      },
    }),
    item({
      level: 2,
      kind: 'expression',
      q: 'To compare towns, historians use percentages. A town has p adults, of whom v may vote. Write an expression for the percentage of adults who may vote.',
      a: '100 * v / p',
      also: ['v / p * 100'],
      aliases: ['formula for percentage of voters'],
      hints: [
        'Try it with numbers: 2,000 adults, 500 voters. What did you do with them?',
        'A percentage is the part compared with the whole, counted in hundredths.',
        'Decide which letter is the part and which is the whole. Then turn the share into hundredths.',
      ],
      example:
        'A library has b books, and s of them are stories. Which expression gives the percentage of stories? Try it with numbers: b = 400 and s = 100. The share is 100 ÷ 400 = 0.25, and times a hundred this makes 25. With letters, the part s is divided by the whole b, and the result is taken times a hundred. A check at the border: if all are stories, s = b, and the result is a full hundred, as it should be.',
      why: 'The percentage lets you compare a village with a capital. Check any such formula at an edge: if everyone may vote, v = p, it must give 100.',
      wrong: {
        'v/p': 'That is the share as a decimal number. How do you turn it into hundredths?',
        '100 * p / v': 'Part and whole have changed places. Test it with 500 voters of 2,000 adults.',
        'v - p': 'A difference depends on the size of the town. You need a ratio.',
      },
    }),
    item({
      level: 3,
      kind: 'interval',
      q: 'Political revolutions shook Europe and America from 1775 to 1848. Britain’s Industrial Revolution is often dated from 1760 to 1840. During which years did both go on at the same time? Write a closed interval.',
      a: '[1775, 1840]',
      aliases: ['overlap of political and industrial revolution'],
      hints: [
        'Draw two bars, one under the other, on a timeline.',
        'The overlap runs from the later of the two beginnings to the earlier of the two ends.',
        'The beginnings are 1775 and 1760, the ends 1848 and 1840. Choose one of each.',
      ],
      example:
        'Abolitionists were active in Britain from 1787 to 1838. Wilberforce sat in Parliament from 1780 to 1825. When did both hold? The beginnings are 1787 and 1780; both hold only from the later one on: 1787. The ends are 1838 and 1825; both hold only until the earlier one: 1825. Result: [1787, 1825].',
      why: 'Two upheavals at once: people’s ideas about power and their daily work changed in the same lifetimes. Each made the other faster.',
      wrong: {
        '[1760, 1848]': 'That is the time in which at least one of them went on.',
        '[1760, 1840]': 'At the beginning of this, only one of the two had started.',
        '[1775, 1848]': 'At the end of this, one of the two was already over.',
      },
    }),
    story(
      'A pupil writes in an essay: “The Industrial Revolution was the one and only cause of European imperialism. Factories needed raw materials, so Europe conquered the world.”\n\nThree facts:\n\n(1) British factories bought much of their cotton from the independent United States.\n\n(2) Spain and Portugal had built huge empires in the 1500s.\n\n(3) Steamboats and modern rifles made conquests inland far easier after 1850.',
      [
        {
          level: 2,
          kind: 'choice',
          q: 'Which fact shows that there were empires without any industry?',
          choices: ['Fact (1)', 'Fact (2)', 'Fact (3)'],
          a: 'b',
          aliases: ['empires before the industrial revolution'],
          hints: [
            'You need a case in which conquests happened before there were factories.',
            'Compare the dates in the facts with the beginning of the Industrial Revolution.',
            'Steam power spread after about 1780. Which fact speaks of a time well before that?',
          ],
          why: 'If a result appears without the alleged cause, that cause can’t be the only one. Gold, faith and rivalry had built empires long before.',
          wrong: {
            a: 'That one is about buying instead of conquering.',
            c: 'That one speaks of the industrial age itself.',
          },
        },
        {
          level: 4,
          kind: 'choice',
          q: 'Which sentence would improve the essay most, in view of all three facts?',
          choices: [
            'Industry had nothing to do with imperialism, as the three facts show.',
            'Industry was the one and only cause of imperialism, but only after 1850.',
            'So many things happened that nobody can say anything about causes.',
            'Industry made conquest easier, but it was only one of several causes.',
          ],
          a: 'd',
          aliases: ['how to improve a historical argument', 'did industrialization cause imperialism'],
          hints: [
            'Check for each sentence whether all three facts can live with it.',
            'A good causal claim says what a factor contributed, and admits what it can’t explain.',
            'Two facts speak against “the one and only”, and one speaks for a real link. Which sentence does justice to both sides?',
          ],
          example:
            '“Phones are the one and only reason why pupils sleep too little.” Facts: pupils slept too little before there were phones; pupils with a phone in the bedroom sleep less than others; on vacation nearly all sleep enough. “Phones don’t matter” clashes with the second fact, “only phones” with the first and the third. Better: “Phones take away sleep, but early school hours did so before, and still do.” Result: name the share of each cause.',
          why: 'Strong historical arguments are modest: they weigh causes instead of crowning one. Each fact found its place in the improved sentence.',
          wrong: {
            a: 'Then what about steamboats and rifles?',
            b: '“The one and only” still clashes with one of the facts: could raw material be had in another way?',
            c: 'The facts say a good deal. Giving up is not the same as being careful.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'text',
      q: 'A bad harvest, a shot, a closed harbor: an event that sets off a crisis which has long been building up is not its deeper cause. What do historians call such an event? (One word; think of a gun.)',
      a: 'trigger',
      also: ['the trigger', 'a trigger', 'spark', 'catalyst', 'occasion', 'triggering event', 'immediate cause'],
      aliases: ['difference between cause and trigger', 'event that sets off a revolution'],
      hints: [
        'The question asks for the small last thing, and not for the powder that has piled up.',
        'The deeper conditions load the weapon. Something else makes it go off.',
        'It is the part of a gun that the finger pulls.',
      ],
      example:
        'In 1914 the heir to the Austrian throne was shot in Sarajevo, and a world war followed. Was the murder the cause? Alliances, armies on call and fear had piled up for years. In a calmer Europe the murder would have been a crime in a newspaper. To check, ask two questions: would the war have come without these conditions? Hardly. Would something else have set them off? Quite possibly. Result: the conditions weigh more than the shot.',
      why: 'It explains why something happened just then; the deeper causes explain why it could happen at all. Good answers name both.',
      wrong: {
        cause: 'That is the general word. The question asks for what sets it off at the very end.',
        result: 'That comes afterward.',
      },
    }),
    testItem({
      level: 1,
      kind: 'choice',
      q: 'Which order is right, from early to late?',
      choices: [
        'Indian independence – French Revolution – German Empire founded – Declaration of Independence',
        'Declaration of Independence – French Revolution – German Empire founded – Indian independence',
        'French Revolution – Declaration of Independence – Indian independence – German Empire founded',
        'Declaration of Independence – German Empire founded – French Revolution – Indian independence',
      ],
      a: 'b',
      hints: [
        'Find the latest of the four events first: it belongs to the 20th century.',
        'A chain helps: the Americans inspired the French, Napoleon’s wars awakened national feeling, and colonies later used the same ideas.',
        'The years are 1776, 1789, 1871 and 1947. Put a year to each event, and then compare the lists.',
      ],
      why: 'The order is also a chain of influence: each of the later ones used words and examples from the ones before.',
      wrong: {
        a: 'One of the events belongs to the 20th century, so it can’t come first.',
        c: 'Who had helped whom, and gone into debt for it?',
        d: 'National states came after Napoleon.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'The Haitian Revolution led to independence in 1804, and India became independent in 1947. How many years lie between?',
      a: '143',
      unit: 'years',
      hints: [
        'The years are given, and both are CE.',
        'Subtract the earlier year from the later one.',
        'From 1804 to 1904 it is a full hundred. Then go on to 1947.',
      ],
      why: '1947 − 1804 = 143. Between the first successful revolt of enslaved people and the end of the largest colony lies the whole age of empires.',
      wrong: {
        144: 'You counted both end years.',
        43: 'A whole century is missing.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: '“All men are born free and equal.” Again and again, groups who had not been meant used this sentence for themselves: the enslaved, women, the colonized. What does this show about ideas in history?',
      choices: [
        'Ideas have no effect at all without strong armies behind them',
        'Ideas always mean exactly what their authors had in mind',
        'A principle can be claimed by those whom it left out',
        'The groups had misunderstood what the sentence says',
      ],
      a: 'c',
      hints: [
        'Compare what the sentence says with whom its authors had in mind.',
        'A principle that is worded for all invites everyone to ask: and what about me?',
        'The authors could not call the sentence back. What could an outsider do with it?',
      ],
      example:
        'The older members of a chess club write on the door: “Whoever wins three games may play in the team.” They are thinking of men, for only men came at that time. Then Zoe wins three games, points at the door and asks for her place. They could change the text, but then they would have to say openly what they had meant. Result: once a rule is worded for everyone, it can be claimed by people whom nobody had expected.',
      why: 'Words can outgrow the people who wrote them. Much of the history of rights is the story of people who took a promise at its word.',
      wrong: {
        a: 'Many of these groups had hardly any weapons, and still moved a great deal.',
        b: 'Then nobody but the first group could have used the sentence.',
        d: 'They read it just as it stands there.',
      },
    }),
  ],
};
