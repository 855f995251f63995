import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Empires and independence',
  type: 'chapter',
  weight: 0.9,
  estimatedDurationMinutes: 40,
  description:
    'Industrial states divided much of the world among themselves, and within a century almost all of it won back its independence. You follow cotton, railroads and salt, and listen to those who resisted.',
  prerequisites: ['The Industrial Revolution', 'Nationalism'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'What do we call a land that is ruled by a distant state and used for that state’s benefit?',
      a: 'colony',
      also: ['a colony', 'colonies', 'colonial territory'],
      aliases: ['land ruled by another country word'],
      hints: [
        'Before 1776 there were thirteen of them on the east coast of North America.',
        'The word comes from the Latin for “settler”: it first meant a settlement abroad.',
        'Biologists use the same word for a large group of ants or penguins that live together.',
      ],
      why: 'The key is the direction of the decisions: they are made far away and for the sake of others. That is what independence movements wanted to turn around.',
      wrong: {
        empire: 'That is the whole that such lands belong to.',
        republic: 'That is a state without a king, which governs itself.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'In 1870 Europeans controlled about 10 % of Africa; in 1914 it was about 90 %. By how many percentage points had the share risen?',
      a: '80',
      unit: 'percentage points',
      aliases: ['scramble for africa numbers'],
      hints: [
        'The question says percentage points, not percent.',
        'Percentage points are the plain difference between two percentages.',
        'Take the share of 1870 away from that of 1914.',
      ],
      example:
        'The share of children at school rose from 35 % to 62 %. Percentage points are the difference of two percentages: 62 − 35 = 27. It rose by 27 percentage points.',
      why: '90 − 10 = 80. Within 44 years a continent of old kingdoms and trading cities was put under foreign rule. Few changes on the map have ever been so quick.',
      wrong: {
        800: 'That is the growth compared with the start, in percent. Points are a difference.',
        9: 'You divided: the share became that many times as large.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Why was the Suez Canal, opened in 1869, so important to Britain?',
      choices: [
        'It shortened the sea route to India',
        'It supplied Egypt with drinking water',
        'It linked the Atlantic with the Pacific Ocean',
        'It led past rich gold mines in the desert',
      ],
      a: 'a',
      aliases: ['why was the suez canal important'],
      hints: [
        'Find the canal on a map: which two seas does it join?',
        'Before that, ships had to sail around the whole of Africa.',
        'Think of the largest and richest possession of Britain, and of the way to it.',
      ],
      why: 'A canal saves time on every trip, and time is money and power. So Britain took control of Egypt in 1882 to guard its route: one possession led to the next.',
      wrong: {
        b: 'Its water is salty. Think of ships.',
        c: 'That is the Panama Canal, 45 years later.',
        d: 'What was valuable about it was the passage itself.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these drove European states to take colonies between 1870 and 1914?',
      choices: [
        'Factories wanted raw materials such as cotton and rubber, and markets',
        'Rival states did not want to fall behind in prestige and bases',
        'Africans had asked for it in a vote',
        'Many Europeans believed, wrongly, that they were superior and had to “civilize” others',
        'New medicine, steamboats and machine guns made conquest easier',
      ],
      a: 'a,b,d,e',
      aliases: ['causes of imperialism', 'motives for colonies'],
      hints: [
        'Sort the options into wishes, beliefs and means.',
        'A motive explains why someone wants a thing, and a means explains why it became possible. The question’s “drove” includes both.',
        'Only one of them would have needed something that colonial rulers never offered.',
      ],
      example:
        'What drove thousands of people to California in 1849: the hope for gold, ships that now went there in months, newspapers that praised every find, a law that forced them to go? Sort: the hope is the wish, the newspapers made the belief, the ships were the means. There was no such law. Result: three forces worked together; take away the wish or the means, and few would have come.',
      why: 'Economic interest, rivalry, racism and new technology worked hand in hand. Explanations that name just one of them are too small for what happened.',
      wrong: {
        'a,b': 'Both fit. Look also at the beliefs with which it was justified, and at the means.',
        'a,b,d': 'Good motives list. What made it possible, when it had not been a century before?',
        'a,b,c,d,e': 'One of these never took place anywhere.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'In 1896, at Adwa, an African empire defeated an invading Italian army and kept its independence. Which country is it?',
      a: 'Ethiopia',
      also: ['the Ethiopian Empire', 'Abyssinia', 'Ethiopian Empire'],
      aliases: ['who won the battle of adwa', 'african country never colonized'],
      hints: [
        'It lies in the highlands in the northeast of the continent.',
        'Emperor Menelik II had bought modern rifles and united the regions of his land. Coffee comes from there as well.',
        'Its capital is Addis Ababa; the name of the country begins with E, but it isn’t Egypt.',
      ],
      why: 'The victory proved that European power was no law of nature. For people all over Africa and in America it became a symbol; many African flags use this country’s colors today.',
      wrong: {
        Liberia: 'It kept its independence too, but it lies in the west and fought no such battle.',
        Egypt: 'It was under British control at that time.',
        Eritrea: 'That was the Italian possession from which the army set out.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'In 1930 Gandhi and his followers walked about 240 miles to the sea to make salt against British law. They took 24 days. How many miles a day is that on average?',
      a: '10',
      unit: 'miles',
      aliases: ['gandhi salt march distance per day'],
      hints: [
        'An average rate spreads the whole way evenly over the days.',
        'Distance for each day is the whole distance divided by the number of days.',
        'Divide 240 by 24. You can check with the reverse multiplication.',
      ],
      example:
        'A caravan covers 350 miles in 14 days. Share the miles out evenly over the days: 350 ÷ 14 = 25. That is 25 miles a day on average.',
      why: '240 ÷ 24 = 10: slow enough for thousands to join and for reporters to follow. The slowness was part of the plan.',
      wrong: {
        216: 'You subtracted. A rate needs a division.',
        5760: 'You multiplied the two numbers.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Gandhi’s followers broke unjust laws openly, accepted prison and never hit back. What is this method called? (Two or three words.)',
      a: 'nonviolent resistance',
      also: [
        'civil disobedience',
        'satyagraha',
        'non-violent resistance',
        'nonviolence',
        'non-violence',
        'peaceful resistance',
        'passive resistance',
        'nonviolent protest',
      ],
      aliases: ['gandhi’s method name', 'protest without fighting'],
      hints: [
        'Two things have to be in the name: what they did not use, and that they did not give in.',
        'Thoreau had written about breaking the law for conscience’s sake in 1849; Martin Luther King learned from both men.',
        'You may name it by “without force” plus a noun for standing up against someone. Or name it by the citizen’s refusal to obey.',
      ],
      example:
        'In 1960 four Black students sat down at a lunch counter in Greensboro that served only whites. They ordered politely, were refused, and stayed. People jeered at them, but they didn’t answer in kind. The next day more came. The owner could call the police on quiet students, and be seen doing so, or serve them. Six months later he served them. Result: calm persistence put the injustice on display and made the rule too costly to keep.',
      why: 'It forces the rulers to choose between giving in and beating peaceful people before the eyes of the world. It takes no less courage than fighting.',
      wrong: {
        rebellion: 'That usually includes force. What was special here?',
        boycott: 'They used that too: not buying. The question asks for the whole method.',
      },
    }),
    story(
      'Around 1750 workshops in India made about 24.5 % of all the world’s manufactured goods, above all cotton cloth. By 1900 it was about 1.7 %. In between, Britain had conquered India, and its factories sold machine-made cloth there. An (invented) example: an Indian farmer gets 5 coins for a bale of raw cotton. Made into cloth in England, the same bale is sold in India for 25 coins.',
      [
        {
          level: 1,
          kind: 'number',
          q: 'By how many percentage points did India’s share of the world’s manufacturing fall?',
          a: '22.8',
          unit: 'percentage points',
          aliases: ['decline of indian cotton industry numbers'],
          hints: [
            'Only the first two numbers of the story are needed.',
            'Percentage points: the plain difference between two percentages.',
            'Take 1.7 away from 24.5, digit under digit.',
          ],
          why: '24.5 − 1.7 = 22.8. Such figures are estimates, but the direction is beyond doubt: one of the world’s workshops became a supplier of raw cotton.',
          wrong: {
            26.2: 'You added. The share fell from the one number to the other.',
            93: 'That is the fall as a percentage of the start.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'What percentage of the price of the cloth does the farmer get in the example?',
          a: '20',
          unit: '%',
          aliases: ['share of the farmer in the price of cloth'],
          hints: [
            'The end price is the whole.',
            'Divide the farmer’s part by the whole, and multiply by 100.',
            '5 of 25 coins: which simple fraction is that?',
          ],
          example:
            'A cocoa farmer gets 6 cents of a chocolate bar that is sold for 150 cents. What percentage is that? The part is 6, the whole is 150. Divide: 6 ÷ 150 = 0.04. Times 100 makes 4. Result: 4 % of the price goes to the farmer; the rest is shared by shippers, makers, stores and the state.',
          why: '5 ÷ 25 = 0.2. The larger part of the value is added by making the cloth, and this part now stayed in England.',
          wrong: {
            80: 'That is the part that goes to all the others.',
            5: 'Those are the coins. Compare them with the price.',
            500: 'You divided the price by the farmer’s part.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Gandhi asked Indians to spin their own cotton at home, and a spinning wheel appeared on the flag of the movement. Which idea was behind it?',
          choices: [
            'Machines are forbidden by the Hindu religion and must not be used',
            'Home-spun cloth is of much better quality than cloth from a factory',
            'British cloth was no longer delivered, so there was nothing else to wear',
            'Whoever makes his own cloth makes foreign rule unprofitable',
          ],
          a: 'd',
          aliases: ['why did gandhi use a spinning wheel', 'meaning of homespun cloth in india'],
          hints: [
            'Look at the figures of the story: who gained from the cloth trade?',
            'A boycott strikes at interests, and a symbol strengthens those who take part in it.',
            'Imagine that millions stop buying. Think of what the mills of England lose by that, and of how the spinners then see themselves.',
          ],
          example:
            'In 1773 people in Boston drank tea made from local herbs. It tasted worse than tea from China. Why did they do it? Each cup of the real tea brought a tax to London, so not buying it hurt those who had made the law. And everyone who served herb tea showed the guests on which side the house stood. Result: a boycott works twice, on the purse of the powerful and on the spirit of those who join.',
          why: 'Economic dependence can be undone thread by thread. And everyone could take part, rich or poor, at home, each day.',
          wrong: {
            a: 'His objection was not religious. Follow the money.',
            b: 'It was coarse. People wore it all the same.',
            c: 'It was delivered in masses, and that was the point.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'choice',
      q: 'Many borders in Africa are straight lines, drawn at conferences in Europe by people who had never been there. What was a likely consequence after independence?',
      choices: [
        'Some peoples were cut apart, and rivals put together',
        'All the new states became about equally large and equally strong',
        'The borders were changed everywhere as soon as the rulers had left',
        'Trade between the neighboring states became easier than before',
      ],
      a: 'a',
      aliases: ['why are african borders straight', 'effects of colonial borders'],
      hints: [
        'What should a border take into account if people are to live well with it?',
        'A line drawn with a ruler ignores languages, pastures and old kingdoms.',
        'Lay a ruler across a map of villages and herders’ routes. What happens to the people on both sides of the line?',
      ],
      example:
        'A school is divided into two wings by a line on the plan, drawn by an office that has never seen the building. The line runs through the middle of the music room, and puts two quarreling clubs into one hall. What happens? The orchestra must ask for permission to reach its instruments, and the clubs fight about the hall. Result: lines that ignore how people really live cause trouble on both sides of it.',
      why: 'The new states kept the borders in order to avoid endless wars, and inherited the tensions. Not all conflicts come from this, but many were made harder.',
      wrong: {
        b: 'Look at a map: they differ hugely in size.',
        c: 'In 1964 the African states agreed to keep the borders.',
        d: 'Colonial railroads led from the mine to the harbor, rarely to the neighbor.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'A colonial governor reports in 1905: “Our railroad has brought prosperity to the land.” In the same year 40 villages sign a petition: “Our men are forced to build it without pay, and it carries only your ore.” What is the best way for a historian to proceed?',
      choices: [
        'Believe the governor, because only he has an overview of the land',
        'Believe the villages, because there are forty of them and one governor',
        'Leave both out, because both are one-sided and prove nothing',
        'Check both claims against pay lists and freight records',
        'Take the middle: the railroad was half good and half bad',
      ],
      a: 'd',
      aliases: ['how to deal with contradicting colonial sources', 'did railways help the colonies'],
      hints: [
        'Both may be describing something real. Who is meant by “the land”, and who by “our men”?',
        'One-sided sources are useful if you know their side and find evidence that nobody wrote in order to persuade.',
        '“Without pay” and “only ore” are no matters of opinion. Where might such things have been written down at the time?',
      ],
      example:
        'A landlord says: “The building is in good shape.” The tenants say: “It rains into the kitchens.” Who is right? The landlord sees the facade and wants rent; the tenants see the kitchens and want repairs. Neither is a liar for certain. So look at what was not made to persuade: the roofer’s bills, the water meter, photos with dates. Result: three kitchens are wet, the facade is new, and both spoke of what they saw.',
      why: 'Neither trust nor distrust should be a reflex. Place each voice, and then look for traces that had no audience.',
      wrong: {
        a: 'He has the overview, and an interest in praise from home.',
        b: 'Numbers strengthen a petition, but the claims should be checked as well.',
        c: 'Then there would be no history left: all sources have a side.',
        e: 'The truth need not lie in the middle. It lies where the evidence leads.',
      },
    }),
    testItem({
      level: 1,
      kind: 'text',
      q: 'Who led large parts of South America to independence from Spain and has a country there named after him?',
      a: 'Simón Bolívar',
      also: ['Bolívar', 'Simon Bolivar', 'Bolivar', 'Simón Bolivar', 'Simon Bolívar'],
      hints: [
        'People call him “the Liberator”.',
        'The country named after him lies high in the Andes, and Sucre and La Paz are its capitals.',
        'Take the name of that country and replace its ending -ia with -ar.',
      ],
      why: 'He dreamed of one great union of free states. The freedom came, but the union broke apart in his lifetime.',
      wrong: {
        'José de San Martín': 'He freed the south, from Argentina to Peru, but no country bears his name.',
        'Toussaint Louverture': 'He led the fight in Haiti, and against France.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'In 1960, “the year of Africa”, 17 of today’s 54 African states became independent. What percentage is that? (Round to a whole number.)',
      a: '31',
      tolerance: 0.02,
      unit: '%',
      hints: [
        'Which of the three numbers in the question is only a date?',
        'Divide the part by the whole, and multiply by 100.',
        'Work out 17 ÷ 54. It must be a bit less than a third.',
      ],
      example:
        'In one year 13 of the 47 towns of a region got electric light. What percentage is that? The part is 13, the whole is 47. Divide: 13 ÷ 47 ≈ 0.277. Times 100 makes 27.7, and rounded 28. A check: a quarter of 47 is about 12, so 13 must be a bit more than 25 %. Result: about 28 %.',
      why: '17 ÷ 54 ≈ 0.315. In one year nearly a third of the continent’s states came into being, and the United Nations looked quite different.',
      wrong: {
        46: 'You compared them with those that were not independent in that year. The whole is all 54.',
        3: 'You divided the whole by the part.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'After 1945, colonies in Asia and Africa won independence in quick succession. Which explanation fits best?',
      choices: [
        'The colonies had used up their raw materials and were worthless now',
        'The colonial powers had always planned to leave in that year',
        'The United Nations bought the colonies and gave them their freedom',
        'Strong movements met powers that the war had weakened',
      ],
      a: 'd',
      hints: [
        'Look at both sides: those who ruled, and those who wanted to be free.',
        'Great changes often need a push from below and a weakness above at the same time.',
        'In 1941 Britain had promised in the Atlantic Charter that peoples may choose their government. Who read this with great interest?',
      ],
      example:
        'A dam that has held for fifty years breaks in one night. Why then? For weeks the rain had raised the lake: the pressure. And for years no one had mended the cracks: the weakness. The same rain on a sound wall, or the cracked wall in a dry year, and nothing would have happened. Result: look for the pressure and for the weakness; it takes the two together to explain the moment.',
      why: 'Weakness above and pressure from below met. Millions of colonial soldiers had fought for freedom in Europe, and asked for it at home.',
      wrong: {
        a: 'They were as rich in raw materials as before. Ask what had changed for the rulers and for the ruled.',
        c: 'It had neither the money nor such a mandate.',
        b: 'Several of them fought long wars to keep their colonies.',
      },
    }),
  ],
};
