import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'The American Revolution',
  type: 'chapter',
  weight: 0.8,
  estimatedDurationMinutes: 40,
  description:
    'A quarrel over taxes became a war, and the war became a new kind of state. You follow the argument from the tea in the harbor to the Constitution, and look closely at those whom it left out.',
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'Complete the colonists’ slogan: “No taxation without …”',
      a: 'representation',
      also: ['being represented', 'representatives', 'representation in parliament'],
      aliases: ['no taxation without what', 'why were colonists angry about taxes'],
      hints: [
        'The colonists paid, but who spoke for them in London?',
        'They sent no members to Parliament, so nobody there had been elected by them.',
        'Somebody who speaks for you in an assembly is your … Now form the long noun that ends in -tion.',
      ],
      why: 'The quarrel was less about the amount than about consent. Whoever may tax you without your voice could take anything.',
      wrong: {
        revolution: 'That came of it later. At first they demanded something inside the British system.',
        permission: 'The idea is right, but how do free people give their permission to a tax?',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'The colonies declared independence in 1776. Britain accepted it in the peace of 1783. How many years lie between?',
      a: '7',
      unit: 'years',
      aliases: ['how long from the declaration to peace'],
      hints: [
        'Both years are CE, and only one round number of the calendar lies between them.',
        'The time that passed is the later year minus the earlier one.',
        'From 1776 to 1780 it is four years. Go on from there.',
      ],
      example:
        'The stamp tax came in 1765, the tea was thrown into the harbor of Boston in 1773. The later year less the earlier one: 1773 − 1765 = 8. Between them lie 8 years.',
      why: '1783 − 1776 = 7. A declaration makes a claim; it took a war and a treaty to make it a fact.',
      wrong: {
        8: 'You counted both end years. Or you thought of 1775, when the shooting began.',
        17: 'Check the tens digit of your subtraction.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What was the main purpose of the Declaration of Independence?',
      choices: [
        'To justify the break with Britain',
        'To set up a president and a congress',
        'To end the war with Britain by a treaty',
        'To free all enslaved people in the colonies',
      ],
      a: 'a',
      aliases: ['what is the declaration of independence for'],
      hints: [
        'Think about the readers: who should be convinced by it in 1776?',
        'It has three parts: a theory of rights, a long list of complaints about the king, and a conclusion.',
        'A long list of complaints about a king is no plan of government and no treaty. Ask what somebody needs such a list for.',
      ],
      why: 'It is an argument: people have rights, the king broke them, so we are free to go. The rules of government came eleven years later, in the Constitution.',
      wrong: {
        b: 'That is the job of a constitution. This text contains no rules of government.',
        c: 'The war had hardly begun. It went on for years.',
        d: 'It says that all men are created equal, but the practice was different for almost a century.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these measures made many colonists angry in the years before 1776?',
      choices: [
        'A tax on printed paper, from newspapers to playing cards',
        'The closing of Boston harbor as a punishment',
        'A law that freed all enslaved people in the colonies',
        'British soldiers stationed among them in peacetime',
        'An order that the colonists must become Catholics',
      ],
      a: 'a,b,d',
      aliases: ['causes of the american revolution', 'why did the colonists rebel'],
      hints: [
        'Sort the measures by whether Britain really took them.',
        'After an expensive war, London wanted the colonies to pay more and to obey more closely.',
        'Two of them never happened: one would have turned the economy of the South upside down, the other would have been strange for a Protestant king.',
      ],
      example:
        'Which measures angered the pupils of a boarding school in a story: locked gates after six, a new fee for the library, free ice cream on Sundays? Ask of each whether it really was introduced and whether it takes money or freedom away. Gates: freedom. The fee: money, and nobody had been asked. Ice cream: takes nothing. Result: the gates and the fee, both decided over the pupils’ heads.',
      why: 'Taxes, punishments and soldiers seemed to be steps in one plan to rule without consent. Each answer from London to a protest created the next protest.',
      wrong: {
        'a,b': 'Right so far. What did they see in the streets of Boston every day?',
        'a,b,d,e': 'One of yours never happened. The British king was a Protestant himself.',
        'a,d': 'How did London react to the tea in the harbor?',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'In the Constitution Congress makes laws, the president can refuse them, and courts can strike them down. What is this system called, in which each branch can limit the others?',
      a: 'checks and balances',
      also: ['check and balance', 'checks & balances', 'the system of checks and balances', 'balance of powers'],
      aliases: ['how do branches of government limit each other'],
      hints: [
        'Think of an old pair of scales and of somebody who stops a game of chess.',
        'It goes one step beyond the separation of powers: the branches are separate, and each can also stop the others.',
        'Two plural nouns are joined by “and”. The first is what you call out in chess when you attack the king.',
      ],
      example:
        'Three friends share a savings jar. Any of them may propose to buy something; a second has to agree; and the third keeps the rule book and may say, “That is against our rules.” No one can spend alone, no one can block things forever without a reason, and all of them watch each other. Result: the money is safe without anyone being an angel, because every move needs or meets another person.',
      why: 'The founders did not expect leaders to be angels. They set ambition against ambition, so that no branch can go far alone.',
      wrong: {
        'separation of powers':
          'Very close: that keeps the branches apart. The question is about how they stop one another.',
        federalism: 'That splits power between the states and the nation, not between the three branches.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'The Constitution lets Congress overrule the president’s veto if two thirds of each house agree. In the first House, with 65 members, at least how many votes was that if all were present?',
      a: '44',
      unit: 'votes',
      aliases: ['how many votes to override a veto', 'two thirds of a number of people'],
      hints: [
        'Two thirds of 65 won’t come out as a whole number. Think about what that means for votes.',
        '“At least two thirds” is a minimum: a number of votes below it isn’t enough, however near it may be.',
        'Work out 65 ÷ 3 × 2. Then see which is the first whole number that reaches it.',
      ],
      example:
        'A club of 50 members needs at least two thirds for a change of its rules. How many votes is that? Two thirds of 50 is 50 ÷ 3 × 2 = 33.33… With 33 votes the share would be 66 %, which is just too little. So one more is needed: 34. Result: at least 34 votes. Rounding to the nearest number would lead you astray here, because “at least” always means up.',
      why: '65 × 2 ÷ 3 ≈ 43.3, and 43 votes would miss the mark. Great hurdles protect the president’s veto, but not absolutely.',
      wrong: {
        43: 'Close, but is that number of votes really at least two thirds?',
        33: 'That is a simple majority. The veto needs more to be overruled.',
        22: 'That is one third, enough to save the veto but not to overrule it.',
      },
    }),
    story(
      'In 1787 the delegates argued how to count people for seats in the House. Their bargain: all free people count in full, but each enslaved person counts as three fifths, though these people could not vote at all. One seat was planned for every 30,000 counted people. Take an (invented) state with 200,000 free and 100,000 enslaved people.',
      [
        {
          level: 2,
          kind: 'number',
          q: 'How many people were counted for this state?',
          a: '260000',
          unit: 'people',
          aliases: ['three fifths compromise calculation'],
          hints: [
            'The two groups are counted in different ways.',
            'Three fifths of a number: divide by 5 and multiply by 3.',
            'Work out three fifths of 100,000, and add it to the group that counts in full.',
          ],
          example:
            'A state has 150,000 free and 50,000 enslaved people. How many are counted under the three-fifths rule? The free people count in full: 150,000. Of the others three fifths are counted: 50,000 ÷ 5 = 10,000, times 3 makes 30,000. Together: 150,000 + 30,000 = 180,000. Result: 180,000 people are counted.',
          why: '200,000 + 60,000 = 260,000. Those 60,000 stand for people who had no rights at all, and they were counted to the benefit of those who held them.',
          wrong: {
            300000: 'You counted all the people in full.',
            180000: 'You took three fifths of everybody. The free people count in full.',
            220000: 'You took one fifth. The bargain says three.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'Counting only full seats, how many more seats does the state get than if free people alone were counted?',
          a: '2',
          unit: 'seats',
          aliases: ['extra seats from three fifths compromise'],
          hints: [
            'You need the number of seats for each way of counting.',
            'Only full seats count: divide by 30,000 and drop what is left over.',
            'For the free people alone, 200,000 ÷ 30,000 is a bit over 6. Do the same with the larger number and compare.',
          ],
          example:
            'One seat stands for 20,000 people. A state counts 170,000 people with the rule and 110,000 without it. Seats with the rule: 170,000 ÷ 20,000 = 8.5, so 8 full seats. Without it: 110,000 ÷ 20,000 = 5.5, so 5 full seats. The difference: 8 − 5 = 3. Result: the rule brings the state 3 seats.',
          why: '260,000 gives 8 full seats, 200,000 gives 6. Slaveholding states gained votes in Congress and for the president, which helped to protect slavery for decades.',
          wrong: {
            3: 'Work with 60,000 alone and you lose what is left over. Find the full seats for each total first.',
            8: 'That is the number of seats with the rule. Compare it with the other way of counting.',
            1: 'Round down both times: only full seats count.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Delegates from slaveholding states wanted enslaved people to be counted; many Northern delegates did not. What does this show?',
          choices: [
            'The Southern delegates secretly wished to give enslaved people more rights',
            'The Northern delegates all believed that slavery was justified',
            'The quarrel was about power, not about rights for the enslaved',
            'No one at the convention knew how many people lived in the states',
          ],
          a: 'c',
          aliases: ['who benefited from the three fifths compromise'],
          hints: [
            'Compare what each side said here with what it did otherwise.',
            'To find the interest behind a position, ask who gains from it.',
            'The more people a state could count, the more seats it had. Who would sit in these seats, and whom would they serve?',
          ],
          example:
            'Two towns share a bus. The fare is paid by each town according to its population, and now one town suddenly says that its 900 students “aren’t real residents”. When seats on the county council are shared out, the same town counts every one of them. Has it changed its mind about students? No. Each time it chooses what pays. Result: when a position changes with the advantage, look at the advantage.',
          why: 'The enslaved were property when it came to rights and people when it came to seats. A rule can be read best by following who wins from it.',
          wrong: {
            a: 'They denied them every right. Why then count them?',
            b: 'Several of them opposed slavery. Ask what full counting would have done to their own weight.',
            d: 'There were estimates on the table. The question is what each side wanted with them.',
          },
        },
      ],
    ),
    item({
      level: 2,
      kind: 'text',
      q: 'Before the Constitution, the thirteen states were joined only loosely by a first agreement, ratified in 1781. What was this document called?',
      a: 'Articles of Confederation',
      also: ['the Articles of Confederation', 'the Articles', 'Articles of Confederation and Perpetual Union'],
      aliases: ['first constitution of the united states'],
      hints: [
        'The name has three words, with “of” in the middle.',
        'A loose league of states that stay independent has a name of its own, different from “federation”.',
        'The first word is what the numbered parts of a treaty are called. The last is “federation” with three more letters in front.',
      ],
      why: 'Fresh from a fight against a strong ruler, the states made the center so weak that it could hardly pay its own army.',
      wrong: {
        'Bill of Rights': 'Those are the first ten amendments, added later to the Constitution.',
        'Declaration of Independence': 'That announced the break with Britain. It was no plan of government.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'Under that first agreement Congress could ask the states for money but not raise taxes. In 1786 farmers deep in debt rose up in Massachusetts, and Congress could not pay for troops. What lesson did many leaders draw?',
      choices: [
        'A union needs a center that can act, within limits',
        'The states should ask the king of Britain to take them back',
        'Only a king with an army of his own can keep order',
        'Every state should have its own currency and its own tolls',
      ],
      a: 'a',
      aliases: ['why were the articles of confederation too weak', 'shays rebellion lesson'],
      hints: [
        'Ten years before, they had feared a government that was too strong. What did they fear now?',
        'Between tyranny and powerlessness lies a middle way, and it depends on rules.',
        'Think of what they wrote in the following year: it allowed taxes and an army, and at the same time divided power.',
      ],
      example:
        'A group of friends founds a band. After a bossy leader they decide that nobody may decide anything alone. Now each gig falls through, since one of seven always says no. What do they do? They don’t call the bossy one back. They elect a manager who may book gigs and rent the van, for one season, and has to show the accounts. Result: power to act, with limits in time and in scope.',
      why: 'Too little power can endanger freedom just as too much can. The Constitution of 1787 tried to give power and chain it at the same time.',
      wrong: {
        b: 'Hardly anybody wanted that. They wanted to keep what they had won, and make it work.',
        c: 'A few dreamed of it, but the solution that they found was a different one.',
        d: 'That was one of the troubles rather than the cure.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'The sentence “all men are created equal” was written by a man who held people in slavery. In 1852 the former slave Frederick Douglass quoted it in a famous speech. Why was the sentence such a strong weapon for him?',
      choices: [
        'It proved that slavery had already been abolished in 1776',
        'It showed that the founders had meant the enslaved',
        'It was part of the Constitution, so courts had to apply it',
        'It let him hold the nation to a promise that it had made itself and broken',
        'It was unknown until then',
      ],
      a: 'd',
      aliases: ['frederick douglass declaration of independence', 'all men are created equal contradiction'],
      hints: [
        'Every listener loved this sentence and celebrated it each summer.',
        'It is hard to reject a principle that you praise yourself. A speaker can use the gap between word and deed.',
        'Compare two speeches: one says “You need new values”, the other “Live up to your own.” Which is harder to dismiss?',
      ],
      example:
        'A company’s poster says, “Here every voice counts.” Its cleaners are never asked about anything. One day they hang a copy of the poster above the broom closet and ask for a seat at the meeting. No boss can say that the idea is absurd: it is his own. The cleaners don’t have to prove the value, only the gap. Result: a principle that someone proclaims in public can be turned into a claim by those who were left out.',
      why: 'Ideas can outgrow their authors. The same gap between word and practice was later used by women and by the civil rights movement.',
      wrong: {
        a: 'Slavery went on for almost ninety years after that. That was the scandal.',
        b: 'Most of them had not, and he knew it. His argument did not need that.',
        c: 'The sentence stands in a declaration, not in a law. Its force was of another kind.',
      },
    }),
    testItem({
      level: 1,
      kind: 'text',
      q: 'What is the name of the first ten amendments to the Constitution, which protect freedom of speech, of religion and much more?',
      a: 'Bill of Rights',
      also: ['the Bill of Rights', 'United States Bill of Rights', 'U.S. Bill of Rights'],
      hints: [
        'Some states agreed to the Constitution only when this list was promised.',
        'The first word means a draft law, and also what you pay in a restaurant.',
        'The name has three words; the last is what the list protects against the government.',
      ],
      why: 'A constitution gives power; this list draws lines that even a majority may not cross.',
      wrong: {
        'Declaration of Independence': 'That came earlier and broke with Britain. It isn’t a part of the Constitution.',
        'Magna Carta': 'A distant ancestor from England, more than 500 years older.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'The Constitution was to take effect once 9 of the 13 states had agreed. What percentage of the states is that? (Round to a whole number.)',
      a: '69',
      tolerance: 0.01,
      unit: '%',
      hints: [
        'Which number stands for all the states?',
        'Divide the part by the whole, and multiply by 100.',
        'Work out 9 ÷ 13, and move the decimal point by two places.',
      ],
      example:
        'A rule needs 7 of 11 team members. What percentage is that? The part is 7, the whole is 11. Divide: 7 ÷ 11 ≈ 0.636. Times 100 makes 63.6, and rounded 64. A check: half of 11 is 5.5, so 7 must be more than 50 %. Result: 64 %.',
      why: '9 ÷ 13 ≈ 0.692. The first agreement had needed all thirteen for any change, so a single state could block everything.',
      wrong: {
        31: 'That is the percentage of the states that could still be missing.',
        144: 'You divided the whole by the part.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'In 1777 the Americans forced a British army to surrender at Saratoga. Why do many historians call this the turning point of the war?',
      choices: [
        'It ended the war at once, because Britain had no other army',
        'The British king died in the battle and his son wanted peace',
        'All the colonists now supported independence from Britain',
        'It brought France into the war on their side',
      ],
      a: 'd',
      hints: [
        'A turning point is measured by what came after it.',
        'The Americans lacked ships, money and weapons. Who could supply these, and what were they waiting for?',
        'Think of Britain’s great rival across the Channel, which didn’t want to bet on a loser.',
      ],
      example:
        'A small film studio has made one good movie but lacks money. At a festival the movie wins a prize. The prize itself is only a statue. But in the same week a rich partner, who had watched and waited, signs a contract for ten movies. Why was the prize a turning point? Because it changed a bystander’s judgment of the studio’s chances. Result: some victories matter less for what they win than for whom they persuade.',
      why: 'French money, soldiers and, above all, ships made the victory at Yorktown possible. A local revolt had become a world war.',
      wrong: {
        a: 'The fighting went on for another four years.',
        b: 'George III never set foot in America.',
        c: 'Many stayed loyal to Britain to the end. Look outside the colonies.',
      },
    }),
  ],
};
