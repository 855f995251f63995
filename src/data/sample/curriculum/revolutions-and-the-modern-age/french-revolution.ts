import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'The French Revolution',
  type: 'chapter',
  weight: 1,
  estimatedDurationMinutes: 45,
  description:
    'In ten years France went from an absolute king to a republic, through terror, and into the hands of a general. You find the causes in a baker’s price list and follow the promise of equality all the way to Haiti.',
  prerequisites: ['The Enlightenment', 'The American Revolution'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'On July 14, 1789, a crowd in Paris stormed a fortress that served as a royal prison. What was it called?',
      a: 'Bastille',
      also: ['the Bastille', 'la Bastille', 'Bastile'],
      aliases: ['what was stormed on july 14 1789'],
      hints: [
        'The French national holiday goes back to this day, and English names the day after the building.',
        'Only seven prisoners were inside. The crowd wanted the gunpowder, and the walls were a symbol.',
        'The name is French, begins with B and is related to the English word for a strong projecting part of a fortress.',
      ],
      why: 'Militarily it meant little. As a symbol it meant everything: the king’s walls could be broken by ordinary people, and the king gave way.',
      wrong: {
        Versailles: 'That was the king’s palace, outside Paris.',
        Louvre: 'A royal palace in Paris, soon to be a museum. It wasn’t a prison.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'French society was divided into three estates. Who belonged to the Third Estate?',
      choices: [
        'Only the poor peasants who owned no land of their own',
        'The lower clergy, such as poor village priests',
        'The younger sons of nobles, who inherited nothing',
        'All who were neither priests nor nobles',
      ],
      a: 'd',
      aliases: ['who was in the third estate'],
      hints: [
        'The First Estate prayed and the Second fought, as people used to say. Who is left?',
        'Estates were defined by birth and office, and not by money.',
        'Think of a rich lawyer in Paris who was no noble. Into which estate would he fall, and which option has room for him?',
      ],
      why: 'It held about 98 of 100 people: rich and poor, joined only by what they lacked, the privileges of the others. That made it explosive.',
      wrong: {
        a: 'They were the largest part of it, but not all. Where would a merchant belong?',
        b: 'However poor, a village priest belonged to the First Estate.',
        c: 'Noble birth counted for all the children.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'Of about 28,000,000 people in France, some 560,000 were clergy or nobles. What percentage is that?',
      a: '2',
      unit: '%',
      aliases: ['percent of nobles and clergy in france 1789'],
      hints: [
        'Find the part and the whole. The result will be quite small.',
        'One percent is a hundredth of the whole.',
        'One percent of 28,000,000 is 280,000. How often does this fit into the 560,000?',
      ],
      example:
        'Of 5,000,000 people some 250,000 live in the capital. Step 1: the part divided by the whole, 250,000 ÷ 5,000,000 = 0.05. Step 2: in hundredths that is 5. So it is 5 %.',
      why: '560,000 ÷ 28,000,000 = 0.02. A tiny group held most of the offices and privileges, and paid hardly any of the main taxes.',
      wrong: {
        20: 'A tenth of the people would already be 2,800,000. Check the zeros.',
        50: 'You divided the whole by the part: that tells you that one person in so many belonged to the group.',
        98: 'That is the rest of the people.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which conditions helped to bring France to revolution in 1789?',
      choices: [
        'The state was drowning in debt, partly from helping the Americans',
        'A bad harvest had driven up the price of bread',
        'Napoleon had seized power',
        'The groups that could pay most were largely free of taxes',
        'Factories with steam engines had put most peasants out of work',
      ],
      a: 'a,b,d',
      aliases: ['causes of the french revolution'],
      hints: [
        'Check the dates first: what existed in France before 1789?',
        'Look for reasons why the state had no money, why people were hungry and why they felt cheated.',
        'One option lies ten years later, another belongs to a different country and a later generation.',
      ],
      example:
        'Which conditions led to a strike in 1910: prices rose while wages stood still, a radio speech, the dismissal of a popular worker? Check the dates first. Radio speeches to the public began only in the 1920s, so this can’t be a cause. Rising prices came before and hurt everyone. The dismissal came last and turned anger into action. Result: prices as the condition and the dismissal as the trigger.',
      why: 'An empty treasury, empty stomachs and a sense of injustice met in one year. Each alone had been there before; together they were too much.',
      wrong: {
        'a,b': 'Both are right. Why couldn’t the state simply collect more money?',
        'a,b,c,d': 'One of these is a result. When did it happen?',
        'b,d': 'Both belong here, but something is missing: why did the king need to call the estates together at all?',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'In 1793 and 1794 the government under Robespierre sent thousands of “enemies of the revolution” to the guillotine. What is this phase called? (Three words, or the last one alone.)',
      a: 'Reign of Terror',
      also: ['the Reign of Terror', 'the Terror', 'Terror', 'La Terreur', 'Great Terror'],
      aliases: ['robespierre guillotine time name'],
      hints: [
        'Its name says how the government kept its opponents down.',
        'The first word, followed by “of”, usually describes the time in which a king rules.',
        'The last word means extreme fear. It has six letters and is the root of “terrify”.',
      ],
      why: 'War outside and revolts inside made fear a method of government. It shows how people who speak in the name of virtue can destroy the rights that they proclaimed.',
      wrong: {
        Restoration: 'That came in 1814, when the kings returned.',
        'Civil War': 'There was one in the Vendée region. The question asks for the rule by fear in the capital.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'A former slave led the great uprising in the French colony of Saint-Domingue, today’s Haiti, and governed it until Napoleon had him seized. Who was he?',
      a: 'Toussaint Louverture',
      also: [
        "Toussaint L'Ouverture",
        'Toussaint',
        'Louverture',
        "L'Ouverture",
        'François-Dominique Toussaint Louverture',
      ],
      aliases: ['leader of the haitian revolution'],
      hints: [
        'His last name was an honorary one; it has to do with finding a gap in the enemy’s lines.',
        'His first name is also what the French call the feast of All Saints on November 1.',
        'His last name begins with L and means “the opening”; the French verb is ouvrir. For the first name, think of how “all” sounds in French.',
      ],
      why: 'He took the words of 1789 at their value: if men are born free, then so are the enslaved. In 1804 Haiti became the first state founded by people who had freed themselves.',
      wrong: {
        'Simón Bolívar': 'He freed large parts of South America, and Haiti helped him to do it.',
        'Jean-Jacques Dessalines':
          'He completed the work and declared independence in 1804, after the other had been taken to France.',
      },
    }),
    story(
      'In normal years a four-pound loaf of bread, a family’s food for a day, cost 8 sous in Paris. In the spring of 1789 it cost 14.5 sous. A laborer earned about 25 sous a day.',
      [
        {
          level: 2,
          kind: 'number',
          q: 'What percentage of his daily wage did the laborer spend on the loaf in the spring of 1789?',
          a: '58',
          unit: '%',
          aliases: ['share of wage for bread in 1789'],
          hints: [
            'Two numbers of the story are enough; the normal price isn’t needed here.',
            'The wage is the whole, the price is the part.',
            'Divide 14.5 by 25. It helps that 25 goes into 100 exactly four times.',
          ],
          example:
            'A weaver earns 20 sous a day and pays 3.5 sous for wood. What percentage of his wage is that? The part is 3.5, the whole is 20. Divide: 3.5 ÷ 20 = 0.175. Times 100: 17.5. You can also extend: 20 goes into 100 five times, so 3.5 × 5 = 17.5. Result: 17.5 % of the wage goes up the chimney.',
          why: '14.5 ÷ 25 = 0.58. With rent and firewood still to pay, a family had nothing left. In normal years it had been about a third.',
          wrong: {
            32: 'That is the share in normal years.',
            172: 'You divided the wage by the price.',
            14.5: 'That is the price in sous. Compare it with the wage.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'By what percentage was the loaf more expensive than in normal years? (Round to a whole number.)',
          a: '81',
          tolerance: 0.01,
          unit: '%',
          aliases: ['price increase of bread in percent'],
          hints: [
            'The comparison is now between two prices; the wage is out of the game.',
            'An increase in percent is the difference, divided by the old value.',
            'The loaf costs 6.5 sous more. Compare this with the 8 sous of before.',
          ],
          example:
            'A candle cost 5 sous and now costs 7. By what percentage did the price rise? First the difference: 7 − 5 = 2 sous. Compare this with the old price, not the new one: 2 ÷ 5 = 0.4. Times 100 makes 40. Result: the candle has become 40 % more expensive. Had we divided by the new price, the rise would have looked too small.',
          why: '6.5 ÷ 8 = 0.8125. Hunger by itself does not write declarations, but it fills the streets behind those who do.',
          wrong: {
            45: 'You divided by the new price. A rise is measured from the old one.',
            181: 'That is the new price as a percentage of the old one. How much was added?',
            6.5: 'That is the increase in sous. Turn it into a share of the old price.',
          },
        },
        {
          level: 2,
          kind: 'choice',
          q: 'In October 1789 thousands of Parisian women marched to Versailles and brought the royal family to the city. They joked that they had fetched “the baker and the baker’s wife”. What does the joke tell us?',
          choices: [
            'The king had learned to bake',
            'The bakers of Paris had fled to Versailles',
            'They did not care about politics',
            'They held the king responsible for having bread',
          ],
          a: 'd',
          aliases: ['women’s march on versailles meaning'],
          hints: [
            'Who is called “the baker” here, and what do people expect from a baker?',
            'A nickname can contain a political demand: it says what someone is there for.',
            'They had just walked twelve miles in the rain because of empty ovens. What did they expect to change once he was among them?',
          ],
          why: 'The price of food was high politics. By bringing the king under their eyes, the women moved the center of power into the city.',
          wrong: {
            a: 'It is a joke. Whom do you blame when the shop is empty?',
            c: 'Few acts of the revolution had a greater political effect.',
            b: 'They stayed in Paris. The joke speaks of the royal couple.',
          },
        },
      ],
    ),
    item({
      level: 2,
      kind: 'number',
      q: 'The revolutionaries began a new calendar: Year I started in September 1792, Year II in September 1793, and so on. In Year VIII a general named Bonaparte seized power. In September of which year of our calendar did Year VIII start?',
      a: '1799',
      aliases: ['french revolutionary calendar year conversion'],
      hints: [
        'Compare the two pairs that you are given, and watch what stays the same.',
        'To get from year I to year VIII you take one step less than the number suggests.',
        'From year I to year VIII there are seven steps. Go the same number of steps on from 1792.',
      ],
      example:
        'A club counts its years from its founding: year 1 began in May 1950. In May of which year did year 12 begin? From year 1 to year 12 there are 12 − 1 = 11 steps, as from the first fence post to the twelfth. So 1950 + 11 = 1961. Test the method with year 2: one step, so 1951, which is right. Result: May 1961.',
      why: '1792 + 7 = 1799. Whoever starts with a year I, and not with a year zero, always has to take one step less. A new calendar said: with us history starts anew.',
      wrong: {
        1800: 'You added eight. Test your method with Year II: does it give 1793?',
        1798: 'One step is missing. Test your method with Year II.',
      },
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'The Estates-General of 1789 had about 300 deputies of the clergy, 300 of the nobility and 600 of the Third Estate. If each deputy had one vote, how many votes were needed for a majority of them all?',
      a: '601',
      unit: 'votes',
      aliases: ['voting by head in the estates general', 'majority of 1200 deputies'],
      hints: [
        'How many deputies are there in all?',
        'A majority means more than half, and half is not enough.',
        'Half of 1,200 deputies would be a tie. How many must a winner have at least?',
      ],
      example:
        'A council has 100 members from the town, 100 from the villages and 140 from the suburbs. How many votes make a majority? All together: 100 + 100 + 140 = 340. Half of these are 170, and 170 against 170 would be a tie. A majority needs at least one more: 171. So the suburbs, with 140, need 31 allies. Result: 171 votes.',
      why: 'More than half of 1,200. The Third Estate had exactly half, so one sympathetic priest would tip the balance. With one vote for each estate it would always lose 2 to 1. No wonder that the first fight was about how to count.',
      wrong: {
        600: 'That is half. What happens if 600 vote for and 600 against?',
        301: 'That would be a majority of one of the smaller estates. Count them all.',
        800: 'That is two thirds. The question asks for a simple majority.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'In 1791 Olympe de Gouges took the Declaration of the Rights of Man and rewrote it article by article with “woman” added. What was her point?',
      choices: [
        'Men should lose the rights that they had just won',
        'The original was so badly written that it needed repair',
        'The revolution said “all” and meant only half',
        'The king should be given back his old power',
      ],
      a: 'c',
      aliases: ['olympe de gouges declaration of the rights of woman'],
      hints: [
        'Why does she keep the form of the famous text instead of writing a new one?',
        'Copying a text and changing one word shows what the original leaves out.',
        'The original says “Men are born free”. Read her version aloud, and ask who was surprised by it, and why.',
      ],
      example:
        'A swimming pool’s sign reads: “All children may use the slide.” In fact wheelchair users can’t reach it. A girl puts up a second sign in the same style: “All children, also those on wheels, may use the slide.” She doesn’t insult anybody. But now each visitor notices the word “all” on the first sign and asks what it was worth. Result: the changed copy makes a silent exclusion visible.',
      why: 'By borrowing the form she forced readers to see the gap. She wrote that a woman may mount the scaffold, so she must be allowed to mount the speaker’s platform; in 1793 she was executed.',
      wrong: {
        a: 'She takes nothing away, she adds.',
        b: 'She keeps its wording nearly everywhere. Look at what she adds.',
        d: 'She did oppose his execution, but this text is about something else.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'Napoleon kept equality before the law, careers open to talent and the sale of church land. He also censored the press, restored slavery in colonies and crowned himself emperor. Which judgment fits these facts best?',
      choices: [
        'He secured equality but ended political freedom',
        'He simply continued the revolution until his defeat',
        'He simply brought back the old order under a new name',
        'He cared only about war and had no interest in laws',
      ],
      a: 'a',
      aliases: ['was napoleon good or bad for the revolution', 'did napoleon end the french revolution'],
      hints: [
        'Make two columns, one for what he kept and one for what he undid.',
        'A good judgment has room for all the facts, even for those that pull in different directions.',
        '“Simply” is a warning sign. Look for the facts that each of these answers would have to hide.',
      ],
      example:
        'A new coach keeps the fair rotation that the team had fought for, and the open training plan. He abolishes the vote for captain and throws out a player who criticizes him. “He is just like the old coach” hides the rotation. “He carries on our reform” hides the vote. A fair judgment names both columns: he kept the fairness in the game and ended the say of the players. Result: partly heir, partly end.',
      why: 'Civil equality stayed, political liberty went. When facts point both ways, the best answer sorts them instead of choosing a side.',
      wrong: {
        b: 'What would you do with censorship, slavery and the crown?',
        c: 'Then careers and taxes would again have depended on birth.',
        d: 'His law code may well be his most lasting work.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'In June 1789 deputies found their hall locked, met on an indoor sports court and swore not to part until France had a constitution. What is this event called?',
      a: 'Tennis Court Oath',
      also: [
        'the Tennis Court Oath',
        'oath of the tennis court',
        'the oath in the tennis court',
        'Serment du Jeu de Paume',
      ],
      hints: [
        'The event is named after its unusual place, and after what they did there.',
        'The sport was an early form of one that today is played at Wimbledon.',
        'Name the place on which that sport is played, and add the word for a solemn promise, with four letters.',
      ],
      why: 'A gathering called by the king declared that its authority came from the nation. No shot was fired, and yet power had changed its source.',
      wrong: {
        'Storming of the Bastille': 'That came three weeks later, and was the work of a crowd.',
        'Declaration of the Rights of Man': 'That text followed in August.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'In the same calendar (Year I started in September 1792), in September of which year did Year III start?',
      a: '1794',
      hints: [
        'How many steps is it from Year I to Year III?',
        'Counting starts with one, so there is one step less than the number of the year.',
        'Go two steps on from 1792.',
      ],
      example:
        'A king’s first year of rule began in March 1610. When did his sixth year begin? From the first to the sixth there are 6 − 1 = 5 steps. So 1610 + 5 = 1615. Check: the second year began after one step, in March 1611. That fits. Result: March 1615.',
      why: '1792 + 2 = 1794: the first year needs no step, so the third needs only two.',
      wrong: {
        1795: 'You added three. Year I already stands at 1792.',
        1789: 'You went back. Later years have larger numbers.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'The Declaration of 1789 says, in short: freedom means being able to do whatever does not harm others. Which law would clearly contradict it?',
      choices: [
        'A law against dumping waste in a neighbor’s well',
        'A law that forbids all private prayer at home',
        'A law that limits the speed of carriages near a school',
        'A law against false weights at the market',
      ],
      a: 'b',
      hints: [
        'Ask of each action that is forbidden here: who would suffer if people did it?',
        'By this principle the state may forbid an act only if it does damage to somebody else.',
        'Wells, roads and weights all concern other people. Look for the act that concerns only the person who does it.',
      ],
      example:
        'Which rule contradicts “you may do whatever doesn’t harm others”: no loud music after midnight in a dorm, no blue socks, no open fire in the rooms? Ask who suffers. Music at night robs others of sleep, and fire endangers them, so these rules are fine. Socks hurt nobody. Result: the ban on blue socks contradicts the principle, even if most people find blue socks ugly.',
      why: 'The principle draws a line between private matters and those that touch others. What counts as harm is still argued about today.',
      wrong: {
        a: 'Poisoned water harms the neighbor. The principle allows such a law.',
        c: 'Fast carriages endanger others.',
        d: 'Here the customers are harmed.',
      },
    }),
  ],
};
