import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Cellular respiration',
  type: 'chapter',
  weight: 0.15,
  estimatedDurationMinutes: 40,
  description:
    'Food is stored energy, and respiration is how cells get it out. You follow the energy from sugar to ATP, with oxygen and without, and see why running makes you warm and out of breath.',
  prerequisites: ['Membranes and transport', 'Enzymes'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'In which organelle does most of aerobic respiration (the kind that uses oxygen) take place?',
      a: 'mitochondrion',
      also: ['mitochondria', 'the mitochondria', 'the mitochondrion', 'in the mitochondria'],
      aliases: ['powerhouse of the cell', 'where does respiration happen in a cell'],
      hints: [
        'Cells that work hard, such as muscle cells and sperm cells, are full of this organelle.',
        'It is bean-shaped, has two membranes, and the inner one is folded so that many enzymes have room on it.',
        'Its name joins the Greek words for “thread” and “grain”, because under the microscope it can look like either.',
      ],
      example:
        'In which organelle is light energy turned into sugar? Step 1: which cells can do this? Only green ones. Step 2: what do these cells have that others lack? Small green bodies with stacks of membranes. Step 3: their name contains the Greek word for green. Result: the chloroplast.',
      why: 'The enzymes that finish breaking down sugar sit in the mitochondria. Their folded inner membrane gives room for many enzymes, just where most of the ATP is made.',
      wrong: {
        chloroplast: 'That is where sugar is made with light. Where is its energy taken out again?',
        nucleus: 'That keeps the instructions. The energy is released elsewhere.',
        lungs: 'Those are an organ. The question asks for a part of a single cell.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What is the main purpose of cellular respiration?',
      choices: [
        'To fill the lungs with fresh air',
        'To release energy from food in a form that the cell can use',
        'To make sugar out of carbon dioxide',
        'To get rid of harmful oxygen',
      ],
      a: 'b',
      aliases: ['why do cells respire', 'what is respiration for'],
      hints: [
        'Think of what a cell has to pay for: moving, building, pumping. Where does it get the means?',
        'In respiration sugar is broken down bit by bit, and a small molecule called ATP is charged with what is set free.',
        'Look for the answer that says what the *cell* gets out of it, not what the chest does.',
      ],
      why: 'Sugar holds a lot of energy, too much to use at once. Respiration divides it into many small portions, the ATP molecules, which every process in the cell can spend.',
      wrong: {
        a: 'That is breathing. It brings oxygen, but the real work happens inside the cells.',
        c: 'That is the opposite process, done by green plants in the light.',
        d: 'Oxygen is not waste here: the cell needs it.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'Which gas do your cells produce as waste when they break down sugar with oxygen?',
      a: 'carbon dioxide',
      also: ['CO2', 'co2', 'carbon dioxide gas'],
      aliases: ['what gas do we breathe out', 'waste gas of respiration'],
      hints: [
        'Sugar contains carbon. At the end these atoms must leave the body somehow.',
        'Blow through a straw into limewater: the gas you are looking for turns it milky.',
        'Each carbon atom of the sugar leaves together with two atoms of the element that you breathe in.',
      ],
      why: 'All six carbon atoms of a glucose molecule end up in this gas. You breathe out what was once your breakfast.',
      wrong: {
        oxygen: 'That is what goes in. What comes out?',
        nitrogen: 'Air is full of it, but it passes in and out of your lungs unchanged.',
        'water vapour':
          'Water is produced too, but it forms as a liquid in the cell. The question asks for the gas that has to be removed.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'What is the difference between breathing and cellular respiration?',
      choices: [
        'There is none; they are two words for the same thing.',
        'Breathing happens in animals, respiration only in plants.',
        'Breathing needs oxygen, respiration never does.',
        'Breathing moves air in and out; respiration releases energy inside cells.',
      ],
      a: 'd',
      aliases: ['is breathing the same as respiration', 'breathing vs respiration'],
      hints: [
        'Ask for each word: where does it happen, and what is it good for?',
        'One of them is a movement of the chest, the other a chain of chemical reactions.',
        'You can hold the one for a minute. Could your cells stop the other for a minute, too?',
      ],
      example:
        'What is the difference between eating and digestion? Step 1: where does each happen? Eating in the mouth, digestion in stomach and gut. Step 2: what does each do? Eating brings food in; digestion splits it into small molecules. Step 3: how do they belong together? The one delivers what the other needs. Result: eating is a movement, digestion is chemistry.',
      why: 'Breathing delivers oxygen and removes waste gas. Respiration is the chemistry in every cell that needs this delivery.',
      wrong: {
        a: 'Everyday language mixes them up, but a plant respires without ever breathing.',
        b: 'All living cells respire, in animals as well as in plants.',
        c: 'It is the chemistry in the cells that uses the oxygen up.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'With oxygen, a cell makes about 30 molecules of ATP from one glucose. Without oxygen it makes only 2. How many times as much ATP does it get with oxygen?',
      a: '15',
      aliases: ['aerobic compared with anaerobic ATP', 'how much more energy with oxygen'],
      hints: [
        '“How many times as much” asks you to compare in a certain way: not how many more.',
        'To see how many times one amount fits into another, divide.',
        'Picture the larger pile of ATP molecules sorted into pairs, and count the pairs.',
      ],
      example:
        'A lamp uses 60 J each second, a small LED 5 J each second. How many times as much does the lamp use? Step 1: “how many times” means dividing, not subtracting. Step 2: $60 \\div 5 = 12$. Step 3: check: twelve LEDs use $12 \\times 5 = 60$ J. Result: 12 times as much.',
      why: 'Without oxygen sugar is broken down only a little, and most of its energy stays in the leftovers. With oxygen it is taken apart completely.',
      wrong: {
        '28': 'That is how many *more* there are. “How many times” is a different question.',
        '60': 'You multiplied. See how often the small number fits into the large one.',
        '32': 'You added the two ways together. Compare them instead.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'In a hard sprint your muscles get too little oxygen. Which substance do they then make from glucose?',
      a: 'lactic acid',
      also: ['lactate', 'the lactic acid', 'lactic'],
      aliases: ['what builds up in muscles when you sprint', 'anaerobic respiration in muscles product'],
      hints: [
        'Human muscles do not make the same as yeast, or running would make you drunk.',
        'It is an acid that was first found in sour milk, and bacteria make the same one in yoghurt.',
        'The first of its two words comes from the Latin “lac”, milk; the second one is what makes things sour.',
      ],
      why: 'Without enough oxygen glucose is only split into two smaller molecules, and these become lactic acid. It gives a little ATP at once; later the body breaks it down with oxygen, which is one reason why you go on panting.',
      wrong: {
        alcohol: 'That is what yeast makes. Luckily muscles have other enzymes.',
        ethanol: 'That is what yeast makes. Luckily muscles have other enzymes.',
        'carbon dioxide': 'That comes from the way *with* oxygen. What remains when oxygen is missing?',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Yeast in a closed bottle of grape juice has no oxygen left. Which substances does it make from the sugar? Choose all that apply.',
      choices: ['ethanol (alcohol)', 'oxygen', 'carbon dioxide', 'lactic acid'],
      a: 'a,c',
      aliases: ['products of fermentation by yeast', 'what does yeast make without oxygen'],
      hints: [
        'Think of two things that yeast gives people: one in the bakery, one in the winery.',
        "Yeast's way of living without oxygen gives a liquid and a gas.",
        "The bottle's cork may pop: decide which gas was made. Then ask what distinguishes the drink from plain juice.",
      ],
      example:
        "Bacteria in a closed pot of chopped cabbage live without oxygen, and the cabbage turns sour without any gas to speak of. Which substance did they make? Step 1: sour means that an acid was made. Step 2: hardly any gas means that it is not yeast's way. Step 3: the same happens in yoghurt. Result: lactic acid, the way of these bacteria.",
      why: 'Yeast splits sugar into alcohol and carbon dioxide. The gas lifts dough, and the alcohol evaporates from it in the oven.',
      wrong: {
        'c,d': 'The gas is right, but the acid is what muscles and yoghurt bacteria make.',
        a: 'That is one of them. What makes the bottle fizz?',
        'a,b': 'No living thing makes that gas from sugar without light.',
      },
    }),
    story(
      'Noa tests her breathing. At rest her cells take up 0.3 L of oxygen in a minute. While running she breathes 30 times a minute, 1.8 L of air each time, and 5 % of this air is taken up by her body as oxygen.',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'L',
          q: 'How many litres of air does Noa breathe in during one minute of running?',
          a: '54',
          hints: [
            'Look for the two numbers that describe her breaths while she runs.',
            'Air per minute = number of breaths × air in each breath.',
            'Thirty breaths with 1.8 L each: you can think of three times 18.',
          ],
          why: 'Every breath brings the same volume, so the total is the number of breaths times this volume.',
          wrong: {
            '31.8': 'You added. Each of the breaths brings the full volume.',
            '16.7': 'You divided. More breaths bring more air, not less.',
            '5.4': 'Check the decimal point: thirty breaths of nearly two litres should be some tens of litres.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'L',
          q: 'How many litres of oxygen does her body take up in this minute?',
          a: '2.7',
          aliases: ['oxygen uptake while running'],
          hints: [
            'Use the result of the step before: it is the whole air. Only a small part of it is taken up.',
            'A percentage of an amount: five percent means five hundredths, or half of a tenth.',
            'Take a tenth of the air that she breathes in during a minute, and then half of that.',
          ],
          example:
            'Eitan breathes 80 L of air in a minute, and 4 % of it is taken up as oxygen. Step 1: four percent means $\\frac{4}{100}$, or 0.04. Step 2: multiply: $80 \\times 0.04 = 3.2$. Step 3: check: 10 % would be 8 L, so a bit less than half of that makes sense. Result: 3.2 L of oxygen.',
          why: 'Only a small part of the air is used: most of it is nitrogen, and even the oxygen is not taken up completely. That is why there is still enough in your breath to help somebody else.',
          wrong: {
            '0.27': 'Your decimal point is one place too far to the left.',
            '51.3': 'That is the air that is *not* taken up.',
            '270': 'You multiplied by five. Percent means parts of a hundred.',
          },
        },
        {
          level: 3,
          kind: 'number',
          q: 'How many times as much oxygen does she take up while running as at rest?',
          a: '9',
          hints: [
            'You need two numbers for the same time: one from the story, one from your last step.',
            '“How many times” asks how often the smaller amount fits into the larger one.',
            'At rest it is 0.3 L. Multiply both amounts by ten to get rid of the decimals, then divide.',
          ],
          example:
            'Tal takes up 0.25 L of oxygen a minute while sitting and 2.0 L while cycling. Step 1: both numbers are for one minute, so they can be compared. Step 2: divide the larger by the smaller: $2.0 \\div 0.25$. Step 3: how many quarters are there in two wholes? 8. Result: 8 times as much.',
          why: 'Her muscles need that much more ATP when she runs. Breathing and heartbeat have to rise in order to deliver the oxygen for it.',
          wrong: {
            '2.4': 'That is how many litres more. The question asks how many *times*.',
            '180': 'You compared with the air. Compare oxygen with oxygen.',
            '0.11': 'You divided the smaller by the larger amount.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'number',
      unit: 'kJ',
      q: 'For each litre of oxygen that the body uses, about 20 kJ of energy are released from food. A cyclist uses 2.5 L of oxygen per minute. How much energy is released in 12 minutes?',
      a: '600',
      aliases: ['energy from litres of oxygen', 'how many kilojoules does cycling burn'],
      hints: [
        'There are two “per” numbers here: one per litre and one per minute. Which one can be combined with the 12 minutes first?',
        'Go step by step: minutes → litres of oxygen → kilojoules.',
        'In 12 minutes the cyclist uses 30 L of oxygen. Now use what each litre releases.',
      ],
      example:
        'A walker uses 1.2 L of oxygen per minute for 15 minutes. Step 1: minutes to litres: $1.2 \\times 15 = 18$ L of oxygen. Step 2: litres to energy, with about 20 kJ for each litre: $18 \\times 20 = 360$. Step 3: check: each minute brings $1.2 \\times 20 = 24$ kJ, and $24 \\times 15$ gives the same. Result: 360 kJ.',
      why: 'Oxygen use is like a meter for energy: food can only be broken down completely as fast as oxygen arrives.',
      wrong: {
        '50': 'That is the energy of one minute.',
        '240': 'You left out the 2.5 L per minute.',
        '30': 'That is the oxygen in litres. What does each litre release?',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'kJ',
      q: 'Breaking down 1 g of glucose releases about 16 kJ. Cells save 40 % of this energy in ATP; the rest becomes heat. How much heat is set free when 25 g of glucose are used?',
      a: '240',
      aliases: ['heat from respiration', 'why do we get warm when we exercise'],
      hints: [
        'The question asks for heat, but the percentage in the text belongs to something else.',
        'Energy is never lost: what is not saved in ATP becomes heat. So both parts together make 100 %.',
        'All 25 g release 400 kJ. Find the percentage that becomes heat, and take it of this total.',
      ],
      example:
        'Breaking down 1 g of fat releases about 38 kJ. Suppose 30 % is saved in ATP; how much heat comes from 10 g? Step 1: total: $38 \\times 10 = 380$ kJ. Step 2: the heat is the rest: $100\\,\\% - 30\\,\\% = 70\\,\\%$. Step 3: $380 \\times 0.7 = 266$. Step 4: check: 266 kJ is more than half of 380, as it should be. Result: 266 kJ.',
      why: 'More than half of the energy in your food turns into heat: it keeps you at 37 °C, and it makes you sweat when you run.',
      wrong: {
        '160': 'That is the part saved in ATP. The question asks for the other part.',
        '400': 'That is the total energy. Part of it is saved in ATP.',
        '9.6': 'That is the heat from a single gram.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'Which of these cells carry out respiration at midnight?',
      choices: [
        'Only the muscle cells of animals that are awake',
        'All living cells of animals and plants',
        'Only the cells of leaves',
        'Only cells that have fresh air around them',
      ],
      a: 'b',
      aliases: ['which cells respire at night'],
      hints: [
        'Ask what a cell needs to stay alive, even when the animal sleeps or the leaf is in the dark.',
        'Every process of life costs ATP, and ATP is made anew all the time.',
        'Try to find a living cell that needs no energy. If there is none, what follows?',
      ],
      why: 'A cell without ATP dies within minutes, so every living cell respires at all times.',
      wrong: {
        a: 'Even in sleep the heart beats and the brain works.',
        c: 'Leaves do, but so do roots, stems and you.',
        d: 'Deep in the body blood delivers the oxygen. Fresh air is not needed next to the cell.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'A muscle cell breaks down 7 glucose molecules with oxygen (about 30 ATP each) and 20 without oxygen (2 ATP each). How many ATP molecules does it make altogether?',
      a: '250',
      aliases: ['total ATP aerobic and anaerobic'],
      hints: [
        'There are two groups of glucose molecules. Treat each group by itself.',
        'In each group: number of glucose molecules × ATP for each of them.',
        'The first group gives 210 ATP. Find what the second one gives, and put both together.',
      ],
      example:
        'A cell breaks down 4 glucose molecules with oxygen (30 ATP each) and 15 without (2 ATP each). Step 1: with oxygen: $4 \\times 30 = 120$. Step 2: without: $15 \\times 2 = 30$. Step 3: add: $120 + 30 = 150$. Result: 150 ATP.',
      why: 'The few molecules that are broken down with oxygen bring most of the ATP: oxygen makes sugar go a long way.',
      wrong: {
        '210': 'That is the first group only.',
        '864': 'You treated all glucose molecules alike, with both numbers of ATP.',
        '614': 'You have swapped the two groups.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'Bakers and brewers use the way in which yeast breaks down sugar without oxygen. What is this process called?',
      a: 'fermentation',
      also: ['alcoholic fermentation', 'anaerobic respiration', 'ethanol fermentation'],
      aliases: ['what is it called when yeast makes alcohol'],
      hints: [
        'Yoghurt, bread, wine and pickles are all made in this way.',
        'The word comes from the Latin for “to boil”, because the juice bubbles as if it were boiling.',
        'Cooks use the same word for what happens to cabbage in sauerkraut, or to milk in kefir.',
      ],
      why: 'In fermentation sugar is broken down only partly and no oxygen is used. Much of the energy stays in the product: that is why alcohol burns.',
      wrong: {
        photosynthesis: 'That needs light and makes sugar. Yeast does the opposite in the dark.',
        digestion: 'That splits food into small molecules, but it does not release the energy of sugar.',
      },
    }),
  ],
};
