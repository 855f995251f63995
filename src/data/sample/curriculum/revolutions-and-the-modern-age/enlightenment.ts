import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'The Enlightenment',
  type: 'intro',
  weight: 0.7,
  estimatedDurationMinutes: 30,
  description:
    'In salons, coffeehouses and thick books, people of the 18th century began to ask by what right anyone rules. You meet the ideas that later revolutions quoted, and their blind spots.',
  prerequisites: [],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'Enlightenment thinkers did not want to believe a thing just because tradition said so. Which human ability did they trust instead, the ability to think and judge for oneself?',
      a: 'reason',
      also: ['human reason', 'rational thought', 'rational thinking', 'rationality'],
      aliases: ['what did the enlightenment believe in', 'age of what is the 18th century'],
      hints: [
        'You use it whenever you check an argument instead of just believing it.',
        'The 18th century is sometimes called “the Age of” this ability.',
        'Someone who gives a good “because” gives you a … for it. The same word names the ability.',
      ],
      why: 'If everybody can think, everybody can check what kings and priests claim. That is why such a quiet word was so dangerous to the old order.',
      wrong: {
        faith: 'Many of them were believers, but faith doesn’t ask for proof. Which ability does?',
        feeling: 'Feelings became the great theme of the Romantics, a little later.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'According to John Locke, people have certain rights by nature, even before there is any government. Which three did he name?',
      choices: [
        'Liberty, equality, fraternity',
        'Bread, work and peace',
        'Life, liberty and property',
        'Faith, hope and charity',
      ],
      a: 'c',
      aliases: ['locke natural rights list'],
      hints: [
        'Imagine people on an island without a state. What would they defend against one another?',
        'Natural rights are those that no ruler has given, so no ruler may take them.',
        'Cross out the motto of a later revolution, the slogans of a hungry crowd and the virtues of the church.',
      ],
      why: 'If these rights come before the state, then the state exists to protect them. A ruler who attacks them breaks the very purpose of ruling.',
      wrong: {
        a: 'That is the motto of the French Revolution, a century later.',
        b: 'Such slogans were heard in Russia in 1917.',
        d: 'Those are Christian virtues, not rights.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'The great French Encyclopédie came out from 1751 to 1772. How many years did that take?',
      a: '21',
      unit: 'years',
      aliases: ['how long did the encyclopedie take'],
      hints: [
        'Both years are CE, so nothing strange happens in between.',
        'The time that passed is the difference of the two years.',
        'From 1751 to 1771 it is a round number of years. Then one more year follows.',
      ],
      example:
        'Cook sailed on his three great voyages from 1768 to 1779. The later year less the earlier one: 1779 − 1768 = 11. They took 11 years.',
      why: '1772 − 1751 = 21. The authors kept going through bans and threats of prison, because knowledge that is open to all was a political act.',
      wrong: {
        22: 'You counted both the first and the last year. The question asks how much time passed.',
        23: 'Check the subtraction of the last digits.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Montesquieu wanted one body to make the laws, another to carry them out and a third to judge. What is this principle called?',
      a: 'separation of powers',
      also: [
        'the separation of powers',
        'division of powers',
        'powers are separated',
        'dividing power into three branches',
      ],
      aliases: ['montesquieu main idea', 'three branches of government principle'],
      hints: [
        'Think of three keys that are needed to open one safe, each of them in a different hand.',
        'Montesquieu feared that whoever holds all the authority will abuse it, so it has to be kept apart in several branches.',
        'The name has three words, with “of” in the middle. The first is the noun for keeping things apart.',
      ],
      example:
        'At a cake contest one mother writes the rules, bakes a cake and is also the judge. Guess who wins! The next year the club changes this: one group writes the rules, others bake and a third group tastes the cakes without knowing the bakers. No one has to be a saint any more, because no one can do everything. Result: fairness comes from giving the three tasks to three groups.',
      why: 'It doesn’t rely on good rulers. Each branch guards its own power against the others, and the citizen stands in the safe space between them.',
      wrong: {
        democracy: 'You can have one without the other. The question is about splitting up the tasks of government.',
        'social contract': 'That idea is about why people obey a state at all.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these demands would most Enlightenment thinkers have supported?',
      choices: [
        'Different religions should be tolerated',
        'The king’s power comes from God, so it must not be questioned',
        'Authors should be free to publish their ideas',
        'A noble birth should free a man from paying taxes',
        'Claims about nature should be tested by experiments',
      ],
      a: 'a,c,e',
      aliases: ['ideas of the enlightenment list', 'what did enlightenment thinkers want'],
      hints: [
        'Read each demand as Voltaire might: does it rest on an argument or on “it has always been so”?',
        'The common thread is: think freely, examine everything and judge people by what they do rather than by their birth.',
        'Two demands defend the old order of king and nobility. Put these aside.',
      ],
      example:
        'Which of these would an Enlightenment thinker support: torture to get confessions, schools for the children of peasants, a ban on a book because a bishop dislikes it? Ask each time for an argument. Torture makes the innocent confess, so it doesn’t find the truth: no. Schools let more people think for themselves: yes. A ban stops thinking instead of answering it: no. Result: only the schools.',
      why: 'Tolerance, a free press and experiments have one thing in common: they let ideas be tested. Power by birth or by divine right escapes all testing.',
      wrong: {
        'a,c': 'Both fit. How do they want to find out what is true in nature?',
        'b,c,e': 'One of yours forbids questions. That is the opposite of their spirit.',
        'a,c,d,e': 'Is birth a good argument for a tax privilege?',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'In 1792 an English writer published “A Vindication of the Rights of Woman”, demanding equal education for girls. Who was she?',
      a: 'Mary Wollstonecraft',
      also: ['Wollstonecraft', 'M. Wollstonecraft', 'Mary Wollstonecraft Godwin', 'Wolstonecraft'],
      aliases: ['who wrote vindication of the rights of woman'],
      hints: [
        'Her daughter became famous too, as the author of “Frankenstein”.',
        'Daughter and mother share a first name, the same as that of the mother of Jesus.',
        'Her initials are M. W., and her long last name begins like “wool” with one o less.',
      ],
      why: 'She used the Enlightenment’s own tool against it: if reason gives people rights, half of the people who can reason cannot be left out.',
      wrong: {
        'Mary Shelley': 'That is the daughter.',
        'Olympe de Gouges': 'A great ally, but she wrote in France, in French.',
      },
    }),
    story(
      'How many people could read? Historians look at marriage records, where bride and groom had to sign. Whoever could not write drew a cross. For France they counted:\n\n| Years | Men who signed | Women who signed |\n|---|---|---|\n| 1686–1690 | 29 % | 14 % |\n| 1786–1790 | 47 % | 27 % |',
      [
        {
          level: 1,
          kind: 'number',
          q: 'By how many percentage points did the share rise for men?',
          a: '18',
          unit: 'percentage points',
          aliases: ['what are percentage points', 'literacy in france 18th century'],
          hints: [
            'Only one column is needed.',
            'Percentage points are simply the difference between two percentages.',
            'Take the earlier share of the men away from the later one, 47.',
          ],
          why: '47 − 29 = 18. In a century, nearly one man in five was added to those who could sign, and so was a public that could read pamphlets.',
          wrong: {
            62: 'That is how much the share grew compared with its start. Percentage points are a plain difference.',
            13: 'That is the other column.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'Now compare with the start: by what percentage did the women’s share grow? (Round to a whole number.)',
          a: '93',
          tolerance: 0.01,
          unit: '%',
          aliases: ['relative increase versus percentage points'],
          hints: [
            'The question says “compare with the start”. What was the share of the women at the start?',
            'Relative growth is the increase divided by the starting value, times 100.',
            'The share rose by 13 points. Divide this by the 14 of the start, not by 100.',
          ],
          example:
            'The share of homes with a clock rose from 20 % to 25 %. By what percentage did the share grow? The increase is 25 − 20 = 5 percentage points. Compare this with the starting value: 5 ÷ 20 = 0.25. So the share grew by 25 %, though it rose by only 5 percentage points. Both statements are true; they answer two different questions. Result: a growth of 25 %.',
          why: '13 ÷ 14 ≈ 0.93. Men gained more points, but women’s share nearly doubled: which number someone quotes depends on what they want to show.',
          wrong: {
            13: 'That is the difference in percentage points. Compare it with the starting value.',
            48: 'You divided by the later share. Growth is measured from the start.',
            193: 'That is the later share as a percentage of the earlier one. How much was added?',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'What should make us careful when we use signatures to measure reading?',
          choices: [
            'Rich people hardly ever married, so they are missing in the table',
            'Writing a name and reading a book are two different skills',
            'Marriage records did not exist before the 19th century',
            'Women were not allowed to sign their names by themselves',
          ],
          a: 'b',
          aliases: ['are signatures good evidence for literacy'],
          hints: [
            'What exactly did the historians count, and what would they like to know?',
            'A stand-in for something that we can’t measure directly is called a proxy. It is only as good as its link to the real thing.',
            'Imagine a person who practiced her own name and nothing else, and then a person of the opposite kind.',
          ],
          example:
            'A town wants to know how many people do sports, and counts sneakers in shoe stores. What could be wrong? Some buy sneakers because they are comfortable, and never run. Others swim or play barefoot and own none. The number of sneakers is linked to sports, but loosely. It can still show a trend, if nothing else changes over the years. Result: a proxy is useful, but you have to ask who is counted wrongly on either side.',
          why: 'In those days children learned to read first and to write later, if at all. A proxy shows the trend well but not the exact number.',
          wrong: {
            a: 'They did, and they signed. Ask what a signature really proves.',
            c: 'The table itself uses records that are older than that.',
            d: 'The table shows that they did sign.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'choice',
      q: 'In Locke’s theory people obey a government because it protects their rights: a kind of agreement. What follows if a king breaks it and attacks these rights himself?',
      choices: [
        'Nothing: an agreement with a king lasts forever',
        'The people should leave the country',
        'God will punish him, and the people must wait',
        'The people may resist and put a new government in his place',
      ],
      a: 'd',
      aliases: ['locke right of revolution', 'social contract when the government breaks it'],
      hints: [
        'Think of any agreement between two sides. What holds it together?',
        'An agreement binds both. If one side gives up its part, ask what remains of the other side’s duty.',
        'The duty here was obedience. Now draw the conclusion that frightened kings.',
      ],
      example:
        'A village hires a guard: he protects the herd, and they pay him in grain. One night they see him driving off two of their sheep to sell them. Must they go on paying? The grain was the return for protection. He did not merely fail in his job; he did the opposite. So their duty to pay is over, and they look for somebody else to watch the herd. Result: whoever breaks his half can’t demand the other half.',
      why: 'Locke turned rebellion from a crime into, at times, a right. Jefferson used his argument nearly word for word in 1776.',
      wrong: {
        a: 'Would you say that of a contract with a tenant who burns down the house?',
        b: 'Then the guilty one would be rewarded with the land.',
        c: 'That is the older theory of divine right, which Locke attacked.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'Wollstonecraft argues: “Rights belong to beings who can reason. So women must have the same rights as men.” Which unstated premise does she need, the one that her opponents denied?',
      choices: [
        'Women are stronger than men',
        'Women can reason just as men can',
        'All laws are made by men',
        'Reason is more important than faith',
      ],
      a: 'b',
      aliases: ['hidden premise in an argument', 'wollstonecraft argument women and reason'],
      hints: [
        'Write the argument in lines: a rule, a missing line, the conclusion.',
        'A premise is missing if the conclusion speaks of something that the rule alone doesn’t mention.',
        'The rule is about “beings who can reason”; the conclusion is about “women”. The missing line has to tie these together.',
      ],
      example:
        'Someone argues: “Whoever pays the fare may ride the bus. So dogs may ride the bus.” Which premise is missing? The rule is about those who pay the fare; the conclusion is about dogs. The missing line has to connect the two: “For dogs a fare is paid.” If that is true, the argument holds. An opponent would attack exactly this line. Result: find what the conclusion adds, and you have found the hidden premise.',
      why: 'Spell out the hidden step and the quarrel becomes clear. She added that girls seemed less able to think because nobody taught them, which turned the opponents’ evidence around.',
      wrong: {
        a: 'Bodily strength appears neither in the rule nor in the conclusion.',
        c: 'That is true, but it doesn’t link the rule to the conclusion.',
        d: 'This may support the rule, but it says nothing about women.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'What do philosophers call the idea that a government rests on an agreement among the people who live under it? (Two words.)',
      a: 'social contract',
      also: ['the social contract', 'a social contract', 'social contract theory', 'social compact'],
      hints: [
        'One of the words is what people sign when they rent a home.',
        'Rousseau wrote a book with this title in 1762.',
        'The other word is an adjective that belongs to “society” and is also found in the name of a school subject next to “studies”.',
      ],
      why: 'Nobody ever signed it. The picture helps to ask the key question: would free people agree to these rules?',
      wrong: {
        constitution: 'That is a written basic law. The question asks for the idea behind it.',
        'divine right': 'That is the opposite idea: rule comes from above.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'Of the 28 volumes of the Encyclopédie, 11 contained only pictures, many of them of workshops and tools. What percentage is that? (Round to a whole number.)',
      a: '39',
      tolerance: 0.01,
      unit: '%',
      hints: [
        'Which number is the whole, and which is the part?',
        'A percentage is part divided by whole, times 100.',
        'Divide 11 by 28 and move the decimal point by two places.',
      ],
      example:
        'Of 32 statues in a park, 12 show women. What percentage is that? The part is 12, the whole is 32. Divide: 12 ÷ 32 = 0.375. Times 100 makes 37.5. A rough check: a third of 32 is a bit less than 11, so the answer must be a bit more than 33 %. Result: 37.5 %.',
      why: '11 ÷ 28 ≈ 0.393. To show a craftsman’s tools as carefully as a cathedral was a statement: useful work deserves respect.',
      wrong: {
        65: 'You compared the picture volumes with the text volumes. The whole is all 28.',
        61: 'That is the percentage of the text volumes.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'In Paris, educated women invited writers, nobles and scientists to their salons for conversation. Why could these evenings be risky for the old order?',
      choices: [
        'Weapons and forbidden books were sold there after midnight',
        'The salons were paid for by foreign kings who wanted unrest in France',
        'There a good argument counted for more than a title',
        'Only people who planned a revolution were ever invited',
      ],
      a: 'c',
      hints: [
        'Compare such an evening with one at the king’s court, where a duke always sits in front.',
        'An order that rests on rank depends on people who practice rank every day.',
        'Watch a watchmaker’s son contradict a count in the salon, and ask who wins the point and why.',
      ],
      example:
        'On a ship’s training voyage, officers and cadets play chess each night, and often a cadet wins. Some captains forbid it. Why? Nothing forbidden is said at the board. But for an hour rank doesn’t help, and only the better move does. Those who have seen a cadet beat an officer may ask where else rank is no proof. Result: the habit of judging by the matter itself spreads from the board to the deck.',
      why: 'Ideas of equality were not only written down, they were rehearsed. Wit replaced rank for an evening, and habits spread.',
      wrong: {
        a: 'Forbidden ideas did circulate, but nothing was sold. Think of how the guests spoke to each other.',
        b: 'The hostesses paid for them. What was new was the company.',
        d: 'Few guests wanted a revolution. The danger was subtler.',
      },
    }),
  ],
};
