import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Summary: the living cell',
  type: 'summary',
  weight: 0.08,
  estimatedDurationMinutes: 30,
  description:
    'Now the parts come together: genes make enzymes, enzymes run photosynthesis and respiration, and membranes keep it all apart. You practise with problems that need more than one chapter at a time.',
  prerequisites: ['Photosynthesis', 'Cellular respiration', 'Genes and proteins'],
  problems: [
    item({
      level: 1,
      kind: 'choice',
      q: 'Which list goes from the smallest to the largest?',
      choices: [
        'cell, nucleus, chromosome, gene',
        'gene, chromosome, nucleus, cell',
        'chromosome, gene, cell, nucleus',
        'gene, nucleus, chromosome, cell',
      ],
      a: 'b',
      aliases: ['order of size gene chromosome nucleus cell', 'which is bigger a gene or a chromosome'],
      hints: [
        'Ask for each pair: which one is inside the other?',
        'A gene is a section of a long DNA thread. In a body cell dozens of these threads lie together in one place.',
        'Start from the outside: what holds everything? Then go inwards, and finally read your list backwards.',
      ],
      why: 'Like nested boxes: each holds the one before. If you know what is inside what, you need not memorize any sizes.',
      wrong: {
        a: "Each thing in your list is inside the one before. Read the question's direction again.",
        c: 'A section cannot be larger than the thread that it is a part of.',
        d: 'Can a chromosome be larger than the place in which it is kept?',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'Which process in green leaves stores the energy of light in sugar?',
      a: 'photosynthesis',
      also: ['the photosynthesis', 'photo synthesis'],
      aliases: ['how do plants make sugar', 'turning light into food'],
      hints: [
        'It takes place in the chloroplasts and needs carbon dioxide and water.',
        'Its name is made up of two Greek parts: one for “light”, one for “putting together”.',
        'The first part is also in the word for a picture taken with a camera.',
      ],
      example:
        'Which process takes the energy out of sugar again? Step 1: it runs in the cells of plants and animals alike, by day and night. Step 2: it uses oxygen and gives off carbon dioxide and water. Step 3: most of it happens in the mitochondria, and what the cell gains is ATP. Result: cellular respiration.',
      why: 'Light cannot be stored or carried around, sugar can. Nearly all food chains begin with this process.',
      wrong: {
        respiration: 'That takes the energy out of sugar. Here it is put in.',
        fermentation: 'That breaks sugar down without oxygen.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Muscles move, pumps push and ribosomes build, and all of them are paid with the same small molecule. What is its abbreviation (three letters)?',
      a: 'ATP',
      also: ['atp', 'adenosine triphosphate', 'A.T.P.'],
      aliases: ['energy currency of the cell', 'molecule that carries energy in cells'],
      hints: [
        'It is made in the mitochondria and used up within a minute.',
        "It is often called the cell's “energy currency”: small change in place of the large banknote glucose.",
        'The three letters stand for adenosine with three phosphate groups on it, “tri-phosphate”.',
      ],
      why: 'A glucose molecule holds far too much energy for a single job. ATP carries it in portions of the right size, and every machine of the cell accepts it.',
      wrong: {
        DNA: 'That stores information. The machines cannot use it for fuel.',
        glucose: 'That is the fuel that the portions come from. Which molecule do the machines themselves use?',
        RNA: 'That carries a copy of an instruction, but no energy.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'It is noon, and the sun is shining on a leaf. Which of these go on in its green cells at this moment? Choose all that apply.',
      choices: ['photosynthesis', 'respiration', 'the building of proteins', 'digestion of soil'],
      a: 'a,b,c',
      aliases: ['what happens in a leaf cell during the day'],
      hints: [
        'Ask of each process whether the cell could do without it for an hour.',
        'Light switches one process on, but it switches none of the processes off that keep the cell alive.',
        'One of the four never happens in plants at all: think about what roots really take in.',
      ],
      why: 'Making sugar in the light does not replace using it: proteins wear out and ATP is needed at any hour. And plants take in dissolved minerals, not soil.',
      wrong: {
        'a,c': 'Where does the energy for building come from at noon? A plant cell has mitochondria, too.',
        a: 'That is the most visible one. But does the cell stop living because of it?',
        'a,b': 'Think of enzymes that wear out. How are they replaced?',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'How does a gene for an enzyme finally change what goes on in the cell? Find the right order.',
      choices: [
        'gene → sugar → enzyme → reaction runs',
        'gene → ribosome → mRNA → reaction runs',
        'enzyme → mRNA → gene → reaction runs',
        'gene → mRNA → enzyme → reaction runs',
      ],
      a: 'd',
      aliases: ['from gene to enzyme', 'how do genes control a cell'],
      hints: [
        'Ask for every arrow: does the first thing really make or start the second?',
        'The gene stays in the nucleus, so a copy has to travel. Proteins are built from this copy.',
        'Look for the list that has the travelling copy in the second place and the protein in the third.',
      ],
      example:
        "How does a school's recipe lead to a warm meal? Step 1: the recipe book stays in the office. Step 2: somebody copies one page. Step 3: the kitchen works from this page and makes a pot of soup. Step 4: the soup does its job. Result: book → copied page → soup → pupils are fed. A cell works in the same way.",
      why: 'Genes act through proteins: the gene is copied into mRNA, ribosomes build the enzyme from the copy, and the enzyme makes a reaction fast.',
      wrong: {
        a: 'No sugar is made from a gene. Which kind of molecule carries its copy?',
        b: 'The copy is made before a ribosome has anything to read.',
        c: 'This runs backwards: proteins are not translated back into genes.',
      },
    }),
    story(
      'In a sealed jar there are moss, soil and a few tiny insects. In the light the moss produces 20 mL of oxygen per hour. Everything alive in the jar together uses 8 mL of oxygen per hour, day and night.',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'mL',
          q: 'By how much does the oxygen in the jar grow in one hour of light?',
          a: '12',
          hints: [
            'In the light two things happen at the same time, and they work against each other.',
            'Net change = what is produced − what is used.',
            'The moss adds 20 mL, while moss, soil and insects take 8 mL away.',
          ],
          why: 'Respiration does not pause in the light, so only the difference stays in the jar.',
          wrong: {
            '20': 'That is what is produced. Something is used up at the same time.',
            '28': 'You added. Using oxygen up makes it less.',
          },
        },
        {
          level: 3,
          kind: 'expression',
          q: 'The lamp is on for $h$ hours a day. Write the change of oxygen in a whole day (24 hours), in mL, as an expression in $h$.',
          a: '20h - 192',
          also: ['20*h - 8*24'],
          aliases: ['oxygen balance expression', 'write the daily change as an expression'],
          hints: [
            'Treat the two processes one after the other: for how many hours does each of them run?',
            'Change = produced − used. Only the production depends on the lamp.',
            'The moss produces 20 mL in each of $h$ hours. Then work out what is used in 24 hours at 8 mL each, and subtract it.',
          ],
          example:
            'In another jar the moss produces 15 mL in each hour of light, and all living things use 5 mL in each hour. Step 1: produced in $h$ hours of light: $15h$. Step 2: used in the whole day: $5 \\times 24 = 120$. Step 3: subtract what is used from what is produced. Result: $15h - 120$.',
          why: 'The lamp controls how much is produced, but what is used is the same on every day, with or without light.',
          wrong: {
            '12h': 'This counts respiration only while the lamp is on. It goes on in the dark.',
            '20h - 8': 'You subtracted the use of a single hour. How long is a day?',
            '12h - 192': 'In the hours of light you have subtracted respiration twice.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'h',
          q: 'How many hours of light a day are just enough to keep the amount of oxygen the same?',
          a: '9.6',
          aliases: ['hours of light for balance'],
          hints: [
            '“The same” means that the change over a day is zero.',
            'Set what is produced equal to what is used in a day.',
            'In 24 hours 192 mL are used. See for how many hours the moss must produce 20 mL to make up for this.',
          ],
          example:
            'In another jar the moss makes 15 mL per hour of light, and 5 mL are used in each hour of the day. Step 1: used in a day: $5 \\times 24 = 120$ mL. Step 2: produced in $h$ hours: $15h$. Step 3: balance: $15h = 120$, so $h = 120 \\div 15 = 8$. Result: 8 hours of light.',
          why: 'At the balance point the moss makes in the light exactly what the whole jar uses in a full day.',
          wrong: {
            '0.4': 'That is the number for a single hour of the day: multiply by the hours of the day.',
            '16': 'You used the surplus of an hour of light, but also counted the use of the hours of light again.',
            '14.4': 'Those are the hours that may be dark. The question asks for the hours of light.',
          },
        },
        {
          level: 4,
          kind: 'interval',
          q: 'For which values of $h$ (hours of light a day, from 0 to 24) does the oxygen *not fall* from day to day? Write the answer as an interval.',
          a: '[9.6, 24]',
          aliases: ['for how many hours of light is there enough oxygen'],
          hints: [
            'You know the value at which nothing changes. On which side of it is there more light?',
            '“Not fall” includes staying the same, so the balance point belongs to it. And a day has an end, too.',
            'Start the interval at the balance point and let it reach to the longest possible day of light. Think about which brackets you need at both ends.',
          ],
          example:
            'In another jar oxygen stays the same at 8 hours of light. For which $h$ does it *fall*? Step 1: less light means less production, so it falls below 8. Step 2: at 8 itself it stays the same, so 8 does not belong to it: round bracket. Step 3: the least possible is no light at all, and that counts: square bracket. Result: $[0, 8)$.',
          why: 'More light than at the balance point means more oxygen. The balance point itself and a lamp that is always on are both allowed, so both ends are closed.',
          wrong: {
            '(9.6, 24]': 'At the balance point the oxygen stays the same. Does that count as “not falling”?',
            '[0, 9.6]': 'With less light the moss produces less. On which side is there more oxygen?',
            '[9.6, inf)': 'How many hours does a day have?',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'choice',
      q: 'A poison stops the mitochondria of root cells. Which process in the roots comes to a halt very soon?',
      choices: [
        'Active transport of minerals',
        'Diffusion of carbon dioxide out of the cells',
        'Osmosis through the membrane',
        'The support given by the cell walls',
      ],
      a: 'a',
      aliases: ['what needs ATP in a root', 'effect of a poison on mitochondria'],
      hints: [
        'What do mitochondria supply? Then look for the process that cannot do without it.',
        'Random motion moves particles by itself. Only movement from low to high concentration has to be paid for.',
        'Go through the list and ask each time whether a pump is at work.',
      ],
      example:
        'A poison stops the ribosomes of a leaf cell. What suffers first? Step 1: ribosomes build proteins. Step 2: go through the processes: light still falls in, water still moves, but worn-out enzymes are not replaced. Step 3: reactions slow down one after the other, as their enzymes wear out. Result: the enzymes become fewer from hour to hour.',
      why: 'Without mitochondria there is soon no ATP, and pumps stand still. Diffusion and osmosis go on, as they run on random motion.',
      wrong: {
        b: 'This gas moves by itself from much to little, and no ATP is needed.',
        c: 'Water moves by itself as long as the concentrations differ.',
        d: 'Walls are a finished building of cellulose. They stand without any energy.',
      },
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'A yeast cell uses 40 glucose molecules in a second with oxygen and gets 30 ATP from each. Without oxygen it gets only 2 ATP from each. How many glucose molecules per second would it need without oxygen, to get just as much ATP?',
      a: '600',
      aliases: ['why does yeast use more sugar without oxygen'],
      hints: [
        'Find out first how much ATP the cell gets in a second with oxygen.',
        'Both ways must give the same ATP: glucose × ATP for each glucose.',
        'It needs 1,200 ATP in a second. How many molecules are needed if each brings only 2?',
      ],
      example:
        'A cell uses 12 glucose molecules per second with oxygen, 30 ATP each. Step 1: ATP in a second: $12 \\times 30 = 360$. Step 2: without oxygen every glucose gives 2 ATP. Step 3: $360 \\div 2 = 180$. Step 4: check: that is 15 times as many as before, just as 30 is 15 times 2. Result: 180 glucose molecules.',
      why: 'Without oxygen each glucose brings only a fifteenth, so the cell has to use fifteen times as much. That is why yeast works through sugar so fast in a closed bottle.',
      wrong: {
        '1200': 'That is the ATP that the cell needs. How many glucose molecules bring this?',
        '80': 'You multiplied by two. The cell gets less from each molecule, so how many does it need?',
        '2400': 'You doubled where each glucose brings two ATP. Divide.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'Which process makes the substances that the other one needs?',
      choices: [
        'Photosynthesis makes ATP and nitrogen for respiration.',
        'Respiration makes glucose and oxygen for photosynthesis.',
        'Photosynthesis makes glucose and oxygen for respiration.',
        'Osmosis makes water for mitosis.',
      ],
      a: 'c',
      aliases: ['how are photosynthesis and respiration connected'],
      hints: [
        'Write down what goes in and what comes out for the two main processes.',
        'One process builds sugar up with light, the other takes it apart.',
        'Look for the pair in which what comes out of the first is exactly what goes into the second.',
      ],
      why: 'The two equations are mirror images as far as the substances are concerned. Only the energy flows one way: in as light, out as work and heat.',
      wrong: {
        a: 'Nitrogen plays no part in either process.',
        b: 'The direction is reversed: respiration uses these two up.',
        d: 'Osmosis only moves water. It does not make any.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: "A gene's mRNA has 306 bases from the start codon to the stop codon, both included. The stop codon stands for no amino acid. How many amino acids does the protein have?",
      a: '101',
      aliases: ['amino acids from bases with stop codon'],
      hints: [
        'Count the codons first, and then think about the last one.',
        'Three bases make one codon. Every codon gives an amino acid, except the stop.',
        '306 bases are 102 codons. One of them is only a signal.',
      ],
      example:
        'An mRNA has 153 bases from start to stop. Step 1: codons: $153 \\div 3 = 51$. Step 2: the last one is the stop and gives no link. Step 3: $51 - 1 = 50$. Result: 50 amino acids.',
      why: 'The start codon gives an amino acid, too, but the stop gives none, so there is one link fewer than there are codons.',
      wrong: {
        '102': 'You counted the stop codon as a link.',
        '100': 'The start codon does stand for an amino acid.',
        '918': 'You multiplied. Several bases make one codon.',
      },
    }),
    testItem({
      level: 4,
      kind: 'number',
      unit: 'mL',
      q: 'In a closed glass a plant produces 18 mL of oxygen per hour of light and uses 6 mL in every hour. The lamp is on for 10 hours and off for 14. By how much does the oxygen grow in this day?',
      a: '36',
      aliases: ['oxygen balance with 10 hours of light'],
      hints: [
        'For how many hours does each of the two processes run?',
        'Net change = all that is produced − all that is used in 24 hours.',
        'In the light 180 mL are produced. Work out the use of the whole day and subtract.',
      ],
      example:
        'A plant makes 22 mL in each of 8 hours of light and uses 7 mL in every hour. Step 1: produced: $22 \\times 8 = 176$ mL. Step 2: used: $7 \\times 24 = 168$ mL. Step 3: net: $176 - 168 = 8$. Result: 8 mL more.',
      why: 'Production counts for the hours of light only, use for the whole day.',
      wrong: {
        '96': 'You let the plant respire in the dark only.',
        '120': 'You counted the use in the light only. What happens at night?',
        '180': 'That is all that is produced. How much is used?',
      },
    }),
  ],
};
