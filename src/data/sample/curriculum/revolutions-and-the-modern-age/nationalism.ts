import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Nationalism',
  type: 'chapter',
  weight: 0.7,
  estimatedDurationMinutes: 35,
  description:
    'In the 19th century people began to feel that they belonged to a nation more than to a king. You see how this idea glued Italy and Germany together, and how it cracked the empires next door.',
  prerequisites: ['The French Revolution'],
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: 'After Napoleon’s defeat the powers met at the Congress of Vienna (1814–1815). What was their main goal?',
      choices: [
        'To give every nation in Europe a state of its own',
        'To bring back kings and a balance of power',
        'To introduce elections and constitutions all over Europe',
      ],
      a: 'b',
      aliases: ['what did the congress of vienna want'],
      hints: [
        'Who sat at the table? Mostly princes and their ministers.',
        'After 25 years of upheaval they wanted quiet. Two things had disturbed it: crowds in the street and an army on the march.',
        'Choose the goal that a frightened prince would set himself after both of these.',
      ],
      why: 'They kept a fairly stable peace for decades by ignoring what peoples wanted. The wish for nations and liberty did not vanish; it went underground.',
      wrong: {
        a: 'That is what many patriots hoped for. The princes feared it.',
        c: 'They had just been taught what a people can do to a king.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'How many years passed from the end of the Congress of Vienna in 1815 to the founding of the German Empire in 1871?',
      a: '56',
      unit: 'years',
      aliases: ['years from vienna congress to german empire'],
      hints: [
        'Both years are CE and the second is later.',
        'The span of time is the later year minus the earlier one.',
        'From 1815 it is 50 years to 1865. Count on from there.',
      ],
      example:
        'From the revolutions of 1848 to the kingdom of Italy in 1861: the later year less the earlier one, 1861 − 1848 = 13. So 13 years passed.',
      why: '1871 − 1815 = 56. A grandfather who had fought Napoleon could see his grandchild become a citizen of a state that hadn’t existed.',
      wrong: {
        57: 'You counted both end years.',
        66: 'Check the tens digit.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'What do we call a state whose borders are meant to match those of one people with a common identity? (Two words.)',
      a: 'nation state',
      also: ['nation-state', 'a nation state', 'a nation-state', 'national state', 'nation states'],
      aliases: ['state for one people word'],
      hints: [
        'Put the two ideas from the question side by side: the community and the government.',
        'A “people with a common identity” has a shorter name, which is part of the title of this unit.',
        'First comes the community that you sing an anthem for, and then the word for a country’s government and territory.',
      ],
      why: 'It is an ideal and not a description: hardly any border on earth fits one people exactly. Much of the trouble of the last 200 years lies in the gap.',
      wrong: {
        empire: 'That unites several peoples under one ruler, quite the opposite.',
        'city-state': 'That is a town with its land, as in ancient Greece.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Which Prussian prime minister brought about German unity through three short wars and clever diplomacy, and became the first chancellor in 1871?',
      a: 'Bismarck',
      also: ['Otto von Bismarck', 'von Bismarck', 'Otto Bismarck', 'Bismark', 'Otto von Bismark'],
      aliases: ['who unified germany', 'first german chancellor'],
      hints: [
        'He said that the great questions are decided not by speeches but by “iron and blood”.',
        'His first name is Otto.',
        'A herring in vinegar, a ship of the Second World War and the capital of North Dakota bear his last name, which starts with B.',
      ],
      why: 'The liberals of 1848 had tried to unite Germany by votes and failed. He did it from above, so the new state got unity first and freedom only in part.',
      wrong: {
        Metternich: 'He was the Austrian minister who wanted to prevent just this.',
        'Wilhelm I': 'He was the king, and then emperor. His minister planned the moves.',
        Garibaldi: 'He fought for the unity of another country, in a red shirt.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'A national feeling has to be built. Which of these helped to build it in the 19th century?',
      choices: [
        'Marriages between princes of distant countries',
        'Schools that taught one standard language and a common history',
        'Newspapers that people read all over the country',
        'Tolls at every town gate',
        'National anthems, flags and monuments',
      ],
      a: 'b,c,e',
      aliases: ['how did nationalism spread', 'how is a nation made'],
      hints: [
        'Nobody can know all their fellow citizens. What makes a million strangers feel like “we”?',
        'Look for things that the same people read, learn, sing or remember together.',
        'One option unites families at the top only, and another one divides people. Leave these out.',
      ],
      example:
        'What makes the pupils of a new school of 900 feel that they belong together: a school song, a wall between the buildings, a paper in which everybody reads of the same match, a private party of the principals? Ask what all of them share. The song and the paper are shared by all. The wall divides, the party touches only a few. Result: the song and the paper build a “we” among people who have never met.',
      why: 'A nation is a community too large for its members ever to meet. Shared words, stories and symbols let them imagine one another.',
      wrong: {
        'b,e': 'Good. How could people in distant towns follow the same events each day?',
        'b,c,d,e': 'One of yours makes the neighbors in the next town foreigners.',
        'a,b,c,e': 'Did a farmer feel closer to strangers because of a royal wedding?',
      },
    }),
    story(
      'The Habsburg Empire (Austria-Hungary) in 1910 had about 50 million people, here in round numbers by language:\n\n| Language | Millions |\n|---|---|\n| German | 12 |\n| Hungarian | 10 |\n| Czech | 6 |\n| Polish | 5 |\n| others (Romanian, Croatian, Ukrainian, Slovak, Italian …) | 17 |',
      [
        {
          level: 1,
          kind: 'number',
          q: 'What percentage of the people spoke German?',
          a: '24',
          unit: '%',
          aliases: ['languages in austria-hungary percent'],
          hints: [
            'The whole is given in the first sentence, the part in the table.',
            'Divide the part by the whole and multiply by 100.',
            'The whole is 50, so each million counts for two percent.',
          ],
          why: '12 ÷ 50 = 0.24. The largest group was still a minority. The empire had no majority at all, which makes “rule by the nation” a riddle there.',
          wrong: {
            12: 'That is the number in millions.',
            6: 'You halved. With 50 as the whole, you have to double to get to hundredths.',
          },
        },
        {
          level: 2,
          kind: 'number',
          q: 'From 1867 German speakers led one half of the empire and Hungarian speakers the other. What percentage of the people belonged to neither group?',
          a: '56',
          unit: '%',
          aliases: ['minorities in the habsburg empire share'],
          hints: [
            'You can add up the rows that you want, or take away those that you don’t want.',
            'The whole is 100 %. What is left for “neither” is the whole without the two groups.',
            'The two leading groups have 22 million together. How many of the 50 million remain, and which share is that?',
          ],
          example:
            'Of the 40 pupils of a choir, 14 are from Adams Street and 8 from Bay Street. What percentage comes from neither? Together these are 14 + 8 = 22 pupils. The others: 40 − 22 = 18. Divide by the whole: 18 ÷ 40 = 0.45. Result: 45 %. The other way around works too: 22 ÷ 40 = 0.55, and 100 % − 55 % = 45 %.',
          why: '(50 − 22) ÷ 50 = 0.56. More than half of the people were governed by others’ languages, in schools, courts and the army.',
          wrong: {
            44: 'That is the share of the two leading groups.',
            34: 'You used only the row of the others. The Czechs and the Poles belong to neither group as well.',
            28: 'That is the number in millions.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Why could the same idea, “each nation its own state”, build Germany but break Austria-Hungary?',
          choices: [
            'Because the Habsburg emperor was a bad general',
            'Because Germany was larger',
            'Because the people of Austria-Hungary disliked one another by nature',
            'Because one nation lived in many states there, and here many nations lived in one state',
          ],
          a: 'd',
          aliases: ['why did nationalism unite germany but threaten austria'],
          hints: [
            'Draw two maps: one of the lands where German was spoken, and one of the table above.',
            'The idea demands that the borders of the state match those of the nation. So ask how they lay before.',
            'In the one case there were 39 small states and mostly one language. Put the other case into a sentence of the same form.',
          ],
          example:
            'A club rule says: “One team for each language.” In Ashton, Spanish speakers play in three little teams: the rule joins these into one large team. In Benton, a single team has speakers of four languages: here the same rule tears it into four. The rule didn’t change, but the starting point did. Result: whether a principle unites or divides depends on how things were arranged before it came.',
          why: 'A principle that says “match the borders” acts like glue where a people is split up, and like a wedge where peoples are mixed.',
          wrong: {
            a: 'Battles mattered, but the idea was at work in peacetime too.',
            b: 'Size doesn’t explain why an idea glues or splits.',
            c: 'They had lived side by side for centuries. What was new was the demand.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'number',
      q: 'Before the German customs union of 1834 a merchant earned 30 thalers on a wagonload before tolls, but had to pass six borders with a toll of 4 thalers each. What percentage of his earnings did the tolls eat up?',
      a: '80',
      unit: '%',
      aliases: ['zollverein tolls calculation'],
      hints: [
        'First find out what he pays in all on the way.',
        'The earnings of 30 thalers are the whole.',
        'Six times 4 thalers makes 24. Which part of the 30 is that?',
      ],
      example:
        'A boatman earns 40 coins on a trip and pays 3 coins at each of seven river stations. Which percentage of his earnings is that? All the tolls: 7 × 3 = 21 coins. Compare with the earnings: 21 ÷ 40 = 0.525. Times 100 makes 52.5. Result: the stations take 52.5 % of what he earns, and he keeps 47.5 %.',
      why: '24 ÷ 30 = 0.8. When the tolls fell, trade multiplied and railroads paid off. Merchants became supporters of unity for quite practical reasons.',
      wrong: {
        20: 'That is the part that he keeps.',
        24: 'Those are the thalers. Compare them with the earnings.',
        13: 'You counted only one border.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'In 1882 the French scholar Ernest Renan said that a nation is like a vote that its people take anew each day. Others said: a nation is a common descent and language. Which statement fits Renan’s view?',
      choices: [
        'Whoever wants to live in this community and shares its memories belongs to it',
        'Whoever has the right ancestors belongs to it, wherever they live',
        'Whoever speaks the language belongs to it, whether they want to or not',
        'Scientists can measure to which nation a person belongs',
      ],
      a: 'a',
      aliases: ['civic versus ethnic nationalism', 'what is a nation renan'],
      hints: [
        'What happens in a vote? Think of what the voter does.',
        'Historians distinguish a nation based on choice from a nation based on origin.',
        'Three of the options decide over a person’s head. Look for the one in which the person decides.',
      ],
      example:
        'Two views of what makes a family. Hanna: “Family is who has the same great-grandparents.” Omar: “Family is who stands by one another, every day.” Which fits: an adopted child who takes care of her grandfather? For Hanna she is a borderline case, while for Omar she is at the very center. A cousin who never calls is family for Hanna, hardly for Omar. Result: one looks at origin, the other at what people do and want.',
      why: 'If belonging is chosen, newcomers can join; if it is inherited, they can’t. The quarrel between these two views goes on in every debate about citizenship.',
      wrong: {
        b: 'That is descent. A vote isn’t inherited.',
        c: 'That is the other view: the language decides, not the person.',
        d: 'Then nobody would need to be asked.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'A poet of 1830 calls for freedom: “Every people shall rule itself.” A politician of 1890 calls: “Our nation is above the others, and must rule them.” Which judgment about nationalism do these two voices support?',
      choices: [
        'Nationalism is always a movement for the freedom of all',
        'Nationalism is always a movement for conquest and rule',
        'The same feeling can ask for equality or for superiority',
        'Poets judge the world in a better way than politicians do',
        'Nationalism had come to an end by the middle of the century',
      ],
      a: 'c',
      aliases: ['is nationalism good or bad', 'how did nationalism change in the 19th century'],
      hints: [
        'What do both voices have in common, and where do they part?',
        'Watch the little words: “every” speaks of a rule for all, “above” of a ranking.',
        'Two of the judgments contain the word “always”. One counterexample is enough to topple each, and you have two voices.',
      ],
      example:
        'Two fan clubs love the same sport. One sings: “Every town should have its team!” The other: “Ours is the only real team; the rest should be banned.” Is being a fan friendly or hostile? “Always friendly” fails because of the second club, “always hostile” because of the first. Both share the loyalty; they differ in what they grant to others. Result: loyalty is the same fuel, but the attitude toward others decides where it drives.',
      why: 'Love of one’s own becomes dangerous when it needs somebody below it. Ask of every nationalism: does it grant to others what it claims for itself?',
      wrong: {
        a: 'The second voice is a counterexample.',
        b: 'The first voice is a counterexample.',
        d: 'Two voices tell us nothing about professions.',
        e: 'The second voice is forty years younger than that.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'In 1860 this popular hero landed in Sicily with about a thousand volunteers in red shirts and helped to unite Italy. What was his name?',
      a: 'Garibaldi',
      also: ['Giuseppe Garibaldi', 'Garribaldi', 'Garibaldi Giuseppe'],
      hints: [
        'He had fought for freedom in South America too, and was a celebrity around the world.',
        'His first name is Giuseppe, the Italian form of Joseph.',
        'His last name begins with G and ends in -aldi, like that of the composer of “The Four Seasons”, except for one letter before it.',
      ],
      why: 'He conquered the south and then handed it to the king of Piedmont, though he was a republican: unity was more important to him than power.',
      wrong: {
        Cavour: 'He was the minister in Piedmont who planned and negotiated.',
        Mazzini: 'He was the thinker who inspired the movement.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'The German Confederation of 1815 had 39 states; the German Empire of 1871 had 25 member states within one state. By what percentage had the number gone down? (Round to a whole number.)',
      a: '36',
      tolerance: 0.01,
      unit: '%',
      hints: [
        'By how many did the number shrink?',
        'A decrease in percent is measured from the old value.',
        'The difference is 14. Divide it by the number at the beginning.',
      ],
      example:
        'A league had 45 clubs and now has 27. By what percentage did the number go down? The difference: 45 − 27 = 18. The old value is 45, so divide: 18 ÷ 45 = 0.4. Times 100 makes 40. Result: a decrease of 40 %. With the new value in place of the old one, you would get 66.7 %, which is wrong.',
      why: '14 ÷ 39 ≈ 0.359. What counts even more is what was no longer there: tolls, separate armies, separate coins.',
      wrong: {
        56: 'You divided by the new number.',
        64: 'That is the share that remained.',
        14: 'That is the difference. Compare it with the beginning.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'In 1849 an elected German parliament in Frankfurt offered the Prussian king the crown of a united Germany. He refused it. What was his main reason?',
      choices: [
        'He did not speak German well enough for the office',
        'He wished for a republic with a president at its head',
        'He was already the emperor of neighboring Austria',
        'He did not want his crown from elected men',
      ],
      a: 'd',
      hints: [
        'Who offers the crown matters as much as the crown itself.',
        'He believed that he was king by the grace of God.',
        'Whoever can give a crown can also take it away. What did this mean for a king with such a belief?',
      ],
      example:
        'A boss who inherited his firm is asked by the workers’ council to become “elected head”, with a larger office and better pay. He declines, though he would have lost nothing at first. Why? To accept would be to admit that the position is the workers’ to give. At the next meeting they could give it to somebody else. Result: the gift would have changed the source of his authority, and this was worth more to him than the office.',
      why: 'To accept would have meant that power comes from the people. So unity from below failed, and came from above 22 years later.',
      wrong: {
        a: 'Of course he did.',
        c: 'Another man held that throne.',
        b: 'Hardly any king wishes for that.',
      },
    }),
  ],
};
