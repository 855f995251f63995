import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Rights and citizenship',
  type: 'chapter',
  weight: 0.8,
  estimatedDurationMinutes: 35,
  description:
    'Who counts as a citizen, and what may a citizen demand? You trace how the circle of rights was widened, step by step and against resistance, and think about its limits.',
  prerequisites: ['The American Revolution', 'The French Revolution'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'What is the right to vote in political elections called, in one word?',
      a: 'suffrage',
      also: ['the suffrage', 'franchise', 'the franchise', 'voting rights'],
      aliases: ['right to vote one word', 'what did suffragettes want'],
      hints: [
        'British women who fought for it before the First World War were named after it.',
        'It comes from the Latin word for a voting tablet, and has nothing to do with pain.',
        'Take the name of those women in Britain, which ends in -ettes, and cut off that ending.',
      ],
      why: 'It is the right that protects the others: those who can’t vote are easily forgotten when laws are made.',
      wrong: {
        citizenship: 'That is belonging to a state. Many citizens could not vote for a long time.',
        democracy: 'That is the form of government in which this right matters most.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'New Zealand let women vote from 1893 on, France from 1944 on. How many years lie between?',
      a: '51',
      unit: 'years',
      aliases: ['when did women get the vote new zealand france'],
      hints: [
        'Both years are CE, in neighboring centuries.',
        'The span is the later year minus the earlier one.',
        'From 1893 to 1900 it is 7 years. Add the years of the 20th century.',
      ],
      example:
        'Finland let women vote from 1906 on, Switzerland from 1971 on. The later year less the earlier one: 1971 − 1906 = 65. Between them lie 65 years.',
      why: '1944 − 1893 = 51. The country of the Declaration of the Rights of Man came two generations after a small one at the other end of the world: great words are no guarantee.',
      wrong: {
        52: 'You counted both end years.',
        151: 'Check the hundreds: only one New Year’s Day changed the century.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Which of these is a right rather than a duty or a privilege?',
      choices: [
        'Paying taxes',
        'A free ticket for the mayor’s friends',
        'Saying your opinion without fear of punishment',
        'Stopping at a red light',
      ],
      a: 'c',
      aliases: ['difference between right and duty', 'what is a privilege'],
      hints: [
        'A duty is what others may demand of you. A right works in the other direction.',
        'A privilege belongs to a few, and a right belongs to all in the same way.',
        'Ask of each one: may I demand this for myself, and may everyone else do so too?',
      ],
      why: 'A right is a claim that everyone has against the state and against others. What only a few may do is a privilege, even if it feels like a right to them.',
      wrong: {
        a: 'The state may demand that of you.',
        b: 'That is for a few only.',
        d: 'That is a rule that you have to follow for the safety of others.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'What do we call the movement that fought to end slavery?',
      a: 'abolitionism',
      also: [
        'abolition',
        'abolitionist movement',
        'the abolitionist movement',
        'abolitionists',
        'anti-slavery movement',
      ],
      aliases: ['movement against slavery name'],
      hints: [
        'Its members wore medals, boycotted sugar and collected hundreds of thousands of signatures.',
        'The name comes from a verb that means “to end by law”.',
        'This verb begins with “ab”, rhymes with “polish” and could be used for the death penalty as well.',
      ],
      why: 'Free and enslaved people, women and men, churches and writers took part in it. Many later movements for rights learned their methods here.',
      wrong: {
        emancipation: 'That is the act of setting free. The question asks for the movement that demanded it.',
        reconstruction: 'That is the time after the American Civil War.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these rights are found in the Universal Declaration of Human Rights of 1948?',
      choices: [
        'The right to education',
        'The right to win every election',
        'The right to a fair trial',
        'The right to seek asylum from persecution',
        'The right to command other people',
      ],
      a: 'a,c,d',
      aliases: ['what is in the universal declaration of human rights'],
      hints: [
        'Human rights belong to everyone at the same time. Test whether that is even possible.',
        'The text was written after war and genocide, to protect what a human being needs for a life in dignity.',
        'Two options could never hold for all at once, because one person’s gain would be another’s loss.',
      ],
      example:
        'Which of these could be a right for all players in a league: a fair referee, a place on the winning team, protection from injury? Test whether all can have it at once. All can have a fair referee. All can be protected. But only one team wins, so no one can have a right to it, only a fair chance. Result: the referee and the protection.',
      why: 'They are universal: what one person claims has to be possible for all. Winning and commanding fail this test by their very nature.',
      wrong: {
        'a,c': 'Both are right. What would a person need who is persecuted in their own country?',
        'a,b,c,d': 'Can all the parties have one of these at the same time?',
        'c,d': 'Is there also something that every child needs?',
      },
    }),
    item({
      level: 2,
      kind: 'set',
      q: 'Women could vote in national elections from these years on: New Zealand 1893, Australia 1902, Finland 1906, Norway 1913, United States 1920, France 1944, Switzerland 1971. Write the set of the years before the First World War began (1914).',
      a: '{1893, 1902, 1906, 1913}',
      aliases: ['countries with women’s suffrage before 1914'],
      hints: [
        'Only the years matter; the names of the countries are just for you to read.',
        '“Before” excludes the year itself and all that follow.',
        'Go along the list, which is already in order, and stop at the first year that is too late.',
      ],
      example:
        'Slavery was ended in Britain’s colonies in 1833, in France’s in 1848, in the United States in 1865 and in Brazil in 1888. Write the set of the years before 1850. Compare each year with 1850: 1833 is earlier: in. 1848 is earlier: in. 1865 and 1888 are later: out. Result: {1833, 1848}.',
      why: 'Four of the seven came before the war, mostly young or small states. “Women” did not always mean all of them, though: Australia kept most Aboriginal people from voting until 1962.',
      wrong: {
        '{1893, 1902, 1906, 1913, 1920}': 'One of your years is later than 1914.',
        '{1902, 1906, 1913}': 'Start at the very beginning of the list.',
        '{1920, 1944, 1971}': 'Those came afterward. The question asks for the years before.',
      },
    }),
    story(
      'The (invented) English town of Millford has 2,000 adults. The table shows how many could vote:\n\n| Year | Voters |\n|---|---|\n| 1830, before the reform | 120 |\n| 1835, after the reform | 180 |\n| 1920, after the war | 1,500 |\n| 1930 | 2,000 |',
      [
        {
          level: 1,
          kind: 'number',
          q: 'What percentage of the adults could vote in 1830?',
          a: '6',
          unit: '%',
          aliases: ['how many people could vote before 1832'],
          hints: [
            'The whole is all the adults.',
            'Divide the part by the whole, and multiply by 100.',
            '1 % of 2,000 adults is 20 people. How often do these go into 120 voters?',
          ],
          why: '120 ÷ 2,000 = 0.06. That is close to the real share in England before 1832: about one adult in seventeen decided for the rest.',
          wrong: {
            17: 'You divided the whole by the part: one person in so many had a vote.',
            120: 'That is the number of voters.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'By what percentage did the number of voters grow through the reform, from 1830 to 1835?',
          a: '50',
          unit: '%',
          aliases: ['growth of voters after the great reform act'],
          hints: [
            'Compare the voters with the voters now, and leave the adults out of it.',
            'Growth in percent is the increase divided by the starting value.',
            'Work out 180 − 120 for the increase. Which number of voters was there at the start?',
          ],
          example:
            'A library had 250 readers and now has 350. By what percentage did the number grow? The increase is 350 − 250 = 100 readers. Compare with the start: 100 ÷ 250 = 0.4. Times 100 makes 40. Result: growth of 40 %. You can check it: 250 × 1.4 = 350. How many people live in the town is a different question.',
          why: '60 ÷ 120 = 0.5. Quite a jump, and still only 9 % of the adults. “Half as many voters again” and “ninety-one percent without a vote” describe the same day.',
          wrong: {
            60: 'That is how many voters were added. Compare them with the start.',
            150: 'That is the new number as a percentage of the old one. How much was added?',
            33: 'You divided by the new number.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'From 1920 to 1930 the number of voters rose from 1,500 to all 2,000. In Britain all men could vote after 1918, but women only from the age of 30, and those had to meet a property rule. Which group was most likely added by 1930?',
          choices: [
            'Factory owners and their grown-up sons',
            'Men over 60 who no longer worked',
            'Soldiers who had come back from the war',
            'Women under 30 or without property',
          ],
          a: 'd',
          aliases: ['when could all women vote in britain'],
          hints: [
            'Read who could vote after 1918. Then ask who was still missing.',
            'A newly added group must be one that was excluded before.',
            'Test each of the groups: could they vote in 1920 under the rule that is given?',
          ],
          example:
            'A pool first admits all adults, and children only from 12 years on with a swimming badge. Later it is open to everyone, and the number of visitors grows. Who is new? Test each group under the old rule. Adults: they could come before. A girl of 14 with a badge: she could, too. Children under 12, and older ones without a badge, were shut out. Result: those children are the new visitors.',
          why: 'In 1928 women got the vote on the same terms as men. The step-by-step path shows how each rule drew a new line, and how each line was contested.',
          wrong: {
            a: 'They had the vote long before.',
            b: 'By 1918 every man could vote.',
            c: 'They were included in the law of 1918.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'text',
      q: 'A king has a critic arrested, though there is no law against criticism and no judge was asked. In a modern state even the government has to obey the laws. What is this principle called? (Three words.)',
      a: 'rule of law',
      also: ['the rule of law', 'government under law', 'nobody is above the law', 'law applies to everyone'],
      aliases: ['principle that government must obey laws'],
      hints: [
        'Who or what should govern: a person’s mood, or something written and known to all?',
        'The opposite is arbitrary power, where someone can do as he pleases.',
        'The form is “… of …”. The first word is what a king does on his throne; the last one is what a parliament makes.',
      ],
      example:
        'A referee’s own son plays in the match and commits a clear foul. If the referee decides as he feels, he may look away. But the league’s book says what a foul is, and a second referee watches the first one. He blows the whistle. Players trust the game not because referees are saints but because the book stands over them too. Result: those who apply the rules are bound by them.',
      why: 'It doesn’t ask whether the ruler is kind, but whether he is bound. Without it, all the other rights are gifts that can be taken back.',
      wrong: {
        democracy: 'A majority can act without law too. Here the question is what binds every government.',
        'separation of powers':
          'That is a means to the end. The question asks for the principle that laws bind everyone.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'In a democracy 80 % vote for a law that forbids a religious minority to meet. Many constitutions let a court strike down such a law. Which argument for this is the strongest?',
      choices: [
        'Judges have studied law and are therefore always wiser than voters',
        'The majority is usually wrong when it comes to religion',
        'Minorities know best and should decide over majorities',
        'Voting on laws takes too long and costs too much',
        'Rights must hold for those whom the majority dislikes',
      ],
      a: 'e',
      aliases: ['tyranny of the majority', 'why can courts overrule a majority'],
      hints: [
        'Who in a democracy needs the help of a written right: the many or the few?',
        'Democracy has two pillars: the majority decides, and there are things that are not up for decision.',
        'Imagine freedom of religion for those faiths only that 80 % approve of. What would it be worth?',
      ],
      example:
        'A class votes on everything. One day 25 of 28 vote that three pupils have to carry all the bags, each day. The vote was free and clear. Still the teacher says: “About some things we don’t vote.” Why? Those 25 will never need a rule against this, since they have the numbers. The rule exists for whoever happens to be among the three. Result: a limit on votes protects anyone who may one day be outnumbered.',
      why: 'Everyone is in some minority. Basic rights are a promise made beforehand, so that nobody has to depend on being liked.',
      wrong: {
        a: 'Judges make mistakes as well. The argument has to be about rights, not about wisdom.',
        b: 'Then democracy itself would make no sense.',
        d: 'Speed is not the problem with this law.',
        c: 'The court protects a right; it doesn’t hand over the government.',
      },
    }),
    testItem({
      level: 1,
      kind: 'number',
      q: 'An amendment of 1870 forbade U.S. states to deny the vote because of race. Only the Voting Rights Act of 1965 really enforced it in the South. How many years lie between?',
      a: '95',
      unit: 'years',
      hints: [
        'Both dates are CE; take them from the two sentences.',
        'Subtract the earlier year from the later one.',
        'To 1900 it is 30 years. Go on from there to the second date.',
      ],
      why: '1965 − 1870 = 95. Tests, taxes and threats kept Black citizens from voting for most of a century: a right on paper needs somebody to enforce it.',
      wrong: {
        105: 'Check the tens digit of your subtraction.',
        96: 'You counted both end years.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'In 1948 the United Nations voted on the Universal Declaration: 48 states for it, none against, 8 abstained. What percentage of these 56 states voted for it? (Round to a whole number.)',
      a: '86',
      tolerance: 0.01,
      unit: '%',
      hints: [
        'Those who abstained belong to the whole here.',
        'Divide the part by the whole, and multiply by 100.',
        '48 of 56 can be simplified: divide both numbers by 8 first.',
      ],
      example:
        'In a vote 45 members were for a plan, 3 were against it and 6 abstained. What percentage of all of them was for it? The whole: 45 + 3 + 6 = 54. Divide: 45 ÷ 54 = 5/6 ≈ 0.833. Times 100 makes 83.3, and rounded 83. Result: about 83 %. Among those who voted yes or no it would be more.',
      why: '48 ÷ 56 = 6/7 ≈ 0.857. Nobody dared to vote against it. Living up to it was, and is, another matter.',
      wrong: {
        100: 'Nobody voted against it, but the question counts those who abstained as well.',
        14: 'That is the percentage of those who abstained.',
      },
    }),
    testItem({
      level: 3,
      kind: 'text',
      q: 'What do we call the legal process by which a foreigner becomes a citizen of a country?',
      a: 'naturalization',
      also: ['naturalisation', 'becoming naturalized', 'being naturalized', 'to be naturalized'],
      hints: [
        'It often includes years of residence, a test and an oath.',
        'The idea behind the word is that you become as if you had been born there.',
        'Start from the adjective that belongs to the word for plants, animals and landscapes, and add the ending of “realization”.',
      ],
      example:
        'Many legal words are a verb for “make” plus an ending. To make something legal is to legalize it, and the process is called legalization. To make someone a member of the military is to militarize; the process is militarization. The recipe: adjective, then -ize for “make”, then -ation for the process. Result: from “legal” we get “legalization”, and in the same way from other adjectives.',
      why: 'A state that lets people join says that belonging can be chosen. How long and how hard the path should be is debated everywhere.',
      wrong: {
        immigration: 'That is moving to a country. One may live there for decades without being a citizen.',
        asylum: 'That is protection from persecution.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'A newspaper prints a false report that a shopkeeper poisons his food. He loses his customers and sues. How do freedom of the press and his rights fit together?',
      choices: [
        'Freedom of the press covers any statement, even a knowing lie about a person',
        'Newspapers should be checked by the state before they are printed',
        'The shopkeeper may forbid all reports about his shop, true or false',
        'The press may criticize, but must answer for harmful lies',
      ],
      a: 'd',
      hints: [
        'Two rights meet here. Name both of them first.',
        'Rights are limited by the rights of others, and the limit should leave as much freedom as possible.',
        'Two options give everything to one side, and one stops everything beforehand. Look for the balance.',
      ],
      example:
        'Lea may practice the drums, since her home is her own. Her neighbor has a right to sleep. “Drums always” ignores the neighbor, “drums never” ignores Lea. The house rules say: drums until 8 p.m., and whoever breaks this pays. Both give up a bit, and both keep the core of what they need. Result: where two rights collide, look for a rule that protects the core of each.',
      why: 'Responsibility afterward protects people without a censor beforehand. The line between sharp criticism and harmful lies has to be drawn case by case.',
      wrong: {
        a: 'Then nobody’s good name would be safe.',
        b: 'That would be censorship, and would stop true reports as well.',
        c: 'Then nobody could warn against a really bad shop.',
      },
    }),
  ],
};
