import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Photosynthesis',
  type: 'chapter',
  weight: 0.15,
  estimatedDurationMinutes: 40,
  description:
    'Almost everything you eat, and every breath you take, begins with a green leaf in the light. You learn what goes in, what comes out, what holds the process back, and how to find that out by experiment.',
  prerequisites: ['Membranes and transport', 'Enzymes'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'What is the green pigment called that captures light in leaves?',
      a: 'chlorophyll',
      also: ['chlorophyl', 'chlorofyll', 'the chlorophyll'],
      aliases: ['what makes leaves green', 'which pigment absorbs light'],
      hints: [
        'It is a substance, not an organelle, but it sits inside the green organelles.',
        'Its name is made of two Greek words: one for “pale green” and one for “leaf”.',
        'It begins with the same six letters as the name of the organelle that it sits in.',
      ],
      example:
        'What colours a carrot? Step 1: a colour comes from a pigment, a substance that swallows some colours of light and sends back others. Step 2: carrots send back orange, so their pigment swallows blue and green. Step 3: this pigment got its name from the Latin word for carrot. Result: carotene.',
      why: 'Chlorophyll takes up red and blue light and passes its energy on. Without it light would just warm the leaf.',
      wrong: {
        chloroplast: 'That is the organelle. Which substance inside it is green?',
        chlorine: 'That is a poisonous gas. Its name only shares the word for green.',
        cellulose: 'That is what cell walls are made of, and it has no colour.',
      },
    }),
    item({
      level: 1,
      kind: 'several choices',
      q: 'Which substances does a plant take in as raw materials for photosynthesis? Choose all that apply.',
      choices: ['oxygen', 'carbon dioxide', 'glucose', 'water'],
      a: 'b,d',
      aliases: ['what does a plant need for photosynthesis', 'reactants of photosynthesis'],
      hints: [
        'Sort the four into what goes in and what comes out. Light is not on the list, because it is no substance.',
        'One of the raw materials comes through the leaves, the other through the roots.',
        'Cross out the food that the plant makes and the gas that you breathe to stay alive: both are made here, not used.',
      ],
      example:
        'Sort the substances in burning wax: wax, oxygen, carbon dioxide, water vapour. Step 1: what is there before? Wax and oxygen from the air. Step 2: what is there afterwards? Carbon dioxide and water vapour, which you can see as mist on cold glass. Result: wax and oxygen go in; the other two come out, just the reverse of what a leaf does.',
      why: 'The leaf joins carbon dioxide from the air with water from the soil to make glucose; oxygen is left over. Light pays for it with energy.',
      wrong: {
        'a,d': 'One of these is set free by the leaf, not used up in making sugar.',
        'b,c': 'One of these is the product for which the plant does all this.',
        'a,b': 'Only one of these gases is used. The other one is given off.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'Pondweed in bright light gives off little bubbles. A glowing wooden splint flares up in this gas. Which gas is it mostly?',
      a: 'oxygen',
      also: ['O2', 'o2', 'oxygen gas'],
      aliases: ['what gas do plants give off in light', 'bubbles from pondweed'],
      hints: [
        'The splint is the clue: what does a fire need in order to burn better?',
        'When leaves make sugar from carbon dioxide and water, one gas is left over.',
        'It is the gas that your blood carries from your lungs to your cells.',
      ],
      example:
        'A gas is collected from fizzy water. A burning splint goes out in it, and limewater turns cloudy. Step 1: the flame goes out, so the gas does not feed a fire. Step 2: cloudy limewater is the test for one gas only. Step 3: the same gas leaves your lungs. Result: carbon dioxide.',
      why: 'Photosynthesis splits water, and the oxygen in it is set free. Nearly all the oxygen that you breathe was made in this way.',
      wrong: {
        'carbon dioxide': 'A flame would go out in it. And the plant uses this gas in the light.',
        hydrogen: 'Hydrogen makes a pop with a flame. Leaves do not set it free.',
        nitrogen: 'Nitrogen puts a flame out, and it takes no part in photosynthesis.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'The equation of photosynthesis is $6\\,CO_2 + 6\\,H_2O \\rightarrow C_6H_{12}O_6 + 6\\,O_2$. How many molecules of carbon dioxide does a leaf need to make 4 molecules of glucose?',
      a: '24',
      aliases: ['how much carbon dioxide for glucose', 'using the photosynthesis equation'],
      hints: [
        'Read the equation like a recipe: what does it say for a single glucose molecule?',
        'The large numbers in front tell how many molecules belong together. Everything grows in step.',
        'For each glucose the recipe lists six molecules of $CO_2$. You want to cook the recipe four times.',
      ],
      example:
        'How many molecules of water are needed for 7 molecules of glucose? Step 1: the equation has $6\\,H_2O$ on the left for one $C_6H_{12}O_6$ on the right. Step 2: for seven glucose molecules everything is needed seven times. Step 3: $7 \\times 6 = 42$. Result: 42 molecules of water.',
      why: 'Glucose has six carbon atoms, and each carbon dioxide brings one. So every glucose costs six molecules of carbon dioxide.',
      wrong: {
        '6': 'That is enough for one glucose molecule only.',
        '10': 'You added. Each glucose needs the full recipe, so the numbers multiply.',
        '4': 'One carbon dioxide brings only one carbon atom. Count the carbon atoms in a glucose molecule.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'A huge tree grows from a tiny seed. Where does most of the mass of its dry wood come from?',
      choices: [
        'from minerals in the soil',
        'from the warmth of sunlight',
        'from food stored in the seed',
        'from carbon dioxide in the air',
      ],
      a: 'd',
      aliases: ['where does the mass of a tree come from', 'what is wood made from'],
      hints: [
        'Dry wood is mostly cellulose, and cellulose is a long chain of sugar. What is sugar made from?',
        'Light brings energy but no matter. Minerals are needed, but only in tiny amounts: they are the ash that is left after a fire.',
        'Burn the wood in your mind: where do nearly all of its atoms go? They return to where they came from.',
      ],
      why: 'Wood is built from sugar, and the carbon and most of the oxygen in sugar come from an invisible gas. A tree is, in a way, made out of air and water.',
      wrong: {
        a: 'Then every tree would leave a deep hole in the ground. Minerals make up only about one percent of wood.',
        b: 'Light gives energy, but it has no mass that could turn into wood here.',
        c: 'The seed is a few grams at most. It only pays for the first leaves.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'A strip of foil covers part of a leaf in the sun for a whole day. Before that, the plant had stood in the dark for two days. In the evening the leaf is tested with iodine. What do you expect?',
      choices: [
        'Starch everywhere except under the foil',
        'Starch only under the foil',
        'Starch everywhere',
        'No starch anywhere',
      ],
      a: 'a',
      aliases: ['starch test with foil', 'iodine test on a leaf'],
      hints: [
        'Ask what the foil keeps away from the leaf, and what the two dark days did before.',
        'In the dark a plant uses up its starch. In the light a leaf makes sugar and stores it as starch again.',
        'In the morning the whole leaf is empty. Decide for each part whether it could fill up during the day.',
      ],
      example:
        'A leaf with green and white areas stands in the sun all day after two dark days. Where is starch? Step 1: at the start there is none anywhere. Step 2: the white areas have no chlorophyll and cannot catch light energy. Step 3: the green areas can, and turn their sugar into starch. Result: iodine turns the green areas blue-black, the white ones stay brown.',
      why: 'The dark days make sure that any starch is new. The leaf can make it only where light arrives, so the foil leaves its outline.',
      wrong: {
        b: 'The part under the foil had no light to work with.',
        c: 'That would happen without foil, or if the plant had not been in the dark before.',
        d: 'Most of the leaf was in the sun all day. What did it make?',
      },
    }),
    story(
      'Amir counts the bubbles of a water plant. He changes only the light and keeps the water temperature and the amount of carbon dioxide the same:\n\n| light (in units) | 1 | 2 | 3 | 4 | 5 | 6 |\n|---|---|---|---|---|---|---|\n| bubbles per minute | 12 | 24 | 36 | 40 | 40 | 40 |',
      [
        {
          level: 2,
          kind: 'number',
          q: 'How many bubbles does the plant give off in 5 minutes at light 2?',
          a: '120',
          hints: [
            'Find the right column, and notice for how much time its number is meant.',
            'A rate multiplied by the time gives the total.',
            'In each minute there are 24 bubbles. Keep counting for five such minutes.',
          ],
          why: 'The table gives the rate for a minute; the total grows with the number of minutes.',
          wrong: {
            '24': 'That is for a single minute.',
            '29': 'You added the minutes to the rate. Each minute brings the full number of bubbles again.',
            '200': 'You took the number of a brighter light. Look at the column for light 2.',
          },
        },
        {
          level: 3,
          kind: 'expression',
          q: 'For light from 0 to 3 units the bubbles follow a simple rule. Write the number of bubbles per minute at light $x$ as an expression.',
          a: '12x',
          aliases: ['find the rule from the table', 'proportional part of the light curve'],
          hints: [
            'Look at the first three columns only: what happens to the bubbles each time the light grows by one unit?',
            'When twice the light gives twice the bubbles, the two are proportional: bubbles = a fixed number × light.',
            'Divide the bubbles by the light in each of the three columns. You always get the same number: put it in front of $x$.',
          ],
          example:
            'Another plant gives 9, 18 and 27 bubbles at light 1, 2 and 3. Step 1: divide bubbles by light: $9 \\div 1 = 9$, $18 \\div 2 = 9$, $27 \\div 3 = 9$. Step 2: the result is always the same, so the two are proportional. Step 3: put this number in front of the letter. Result: $9x$ bubbles per minute.',
          why: 'In dim light the light is what is missing: each additional unit lets the plant do the same amount of additional work.',
          wrong: {
            'x + 12': 'That fits the next step but not the start: test your rule with light 2 and light 3.',
            'x + 11': 'This works for light 1 only. Test it with light 2.',
            '40': 'That is the flat part. Look at what happens while the number still rises.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'From light 4 on, more light no longer helps. What should Amir change to get more than 40 bubbles per minute?',
          choices: [
            'Move the lamp even closer',
            'Add carbon dioxide to the water',
            'Count for a longer time',
            'Take half of the leaves away',
          ],
          a: 'b',
          aliases: ['limiting factor after the plateau', 'why does more light not help any more'],
          hints: [
            'On the flat part the plant has plenty of light. So what else does it need?',
            'A process runs only as fast as its scarcest supply allows. This is called the limiting factor.',
            'Amir kept two things the same all the time. One of them is on the list.',
          ],
          example:
            'A sandwich stall has plenty of bread and workers but only 20 slices of cheese an hour. Step 1: more bread changes nothing, since bread is not what runs out. Step 2: the scarcest thing sets the pace: 20 sandwiches an hour. Step 3: deliver more cheese, and the pace rises until the next thing becomes scarce. Result: cheese was the limiting factor.',
          why: 'On the plateau light is no longer the limiting factor, but carbon dioxide or temperature is. Giving the plant more of what is scarce raises the rate.',
          wrong: {
            a: 'That is only more light, and the plant has enough of that already.',
            c: 'That gives more bubbles altogether but not more bubbles *per minute*.',
            d: 'Fewer leaves can only do less.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'choice',
      q: 'Which statement about respiration, the release of energy from sugar, is true for green plants?',
      choices: [
        'They respire only at night, when there is no light.',
        'They never respire, because they have photosynthesis.',
        'They respire day and night; by day photosynthesis hides it.',
        'They respire only in the roots.',
      ],
      a: 'c',
      aliases: ['do plants respire during the day', 'do plants breathe at night'],
      hints: [
        'Ask what a plant cell needs every second to stay alive, at noon as well as at midnight.',
        'The cells of plants, like those of animals, release energy from sugar in their mitochondria. In bright light another process in the leaf uses the opposite gases and is faster.',
        'If you measure only the gas that comes out of a leaf, you see the difference of two processes. Which one wins at noon?',
      ],
      example:
        'A shop sells 30 cakes a day and bakes 50. Someone who counts only the shelf in the evening sees 20 more cakes than in the morning and thinks that nothing was sold. Step 1: two processes run at once. Step 2: the shelf shows only their difference. Step 3: the smaller process is hidden, not absent. Result: selling went on all day.',
      why: 'Every living cell needs energy all the time. In the light a leaf makes more oxygen than it uses, so you notice only the difference.',
      wrong: {
        a: "Would the plant's cells live without usable energy all day?",
        b: 'Photosynthesis stores energy in sugar. To use it, the plant has to get it out again.',
        d: 'Leaf cells, too, have mitochondria and need energy.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 'mL',
      q: 'In a closed glass a plant produces 30 mL of oxygen by photosynthesis in each hour of light. By respiration it uses 5 mL of oxygen in every hour of the whole day. How much more oxygen is there after a day with 12 hours of light and 12 hours of darkness?',
      a: '240',
      aliases: ['net oxygen of a plant in 24 hours', 'photosynthesis minus respiration'],
      hints: [
        'Two things happen at different times of the day. Write down for each how many hours it runs.',
        'Net gain = all that is produced − all that is used. Respiration never sleeps.',
        'Twelve hours of light produce 360 mL. Now work out the use over all 24 hours, and compare.',
      ],
      example:
        'Another plant produces 25 mL in each of 10 hours of light and uses 4 mL in every hour. Step 1: produced: $25 \\times 10 = 250$ mL. Step 2: used over the whole day: $4 \\times 24 = 96$ mL. Step 3: net: $250 - 96 = 154$. Step 4: check: the result is positive, so the plant can grow. Result: 154 mL more oxygen.',
      why: 'Respiration runs day and night, so its hourly use counts 24 times, while photosynthesis counts only for the hours of light. The surplus shows that the plant stores sugar and grows.',
      wrong: {
        '300': 'You let the plant respire during half of the day only.',
        '360': 'That is all that is produced. What does the plant use itself?',
        '600': 'You let the light shine for the whole day and night.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'Why do leaves look green?',
      choices: [
        'They take up green light and use its energy.',
        'The water in them is green.',
        'They reflect green light and take up mostly red and blue.',
        'Green light is the only colour in sunlight.',
      ],
      a: 'c',
      aliases: ['why are leaves green'],
      hints: [
        'Ask which light reaches your eye: the light that the leaf keeps, or the light that it sends back?',
        'The colour of a thing is the part of the light that it does not swallow.',
        'If you see green, then green has come back to you. So what did the leaf do with the other colours?',
      ],
      why: 'We see the light that a thing sends back. Chlorophyll keeps most of the red and the blue light and returns more of the green.',
      wrong: {
        a: 'If the leaf kept all the green light, none of it would reach your eye.',
        b: 'Sap is clear. The colour sits in the chloroplasts.',
        d: 'Sunlight contains all colours, as a rainbow shows.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'In photosynthesis, $6\\,CO_2 + 6\\,H_2O \\rightarrow C_6H_{12}O_6 + 6\\,O_2$. A leaf has set free 42 molecules of oxygen. How many molecules of glucose has it made?',
      a: '7',
      aliases: ['oxygen to glucose in the photosynthesis equation'],
      hints: [
        'Look at the right-hand side of the equation: what comes out together?',
        'For each glucose molecule six oxygen molecules are set free.',
        'Put the 42 oxygen molecules into groups of six and count the groups.',
      ],
      example:
        'A leaf has set free 54 molecules of oxygen. Step 1: six oxygen molecules come with one glucose. Step 2: divide into groups of six: $54 \\div 6 = 9$. Step 3: check: nine times six gives back 54. Result: 9 molecules of glucose.',
      why: 'Oxygen and glucose come out in the fixed proportion six to one, so dividing by six counts the glucose.',
      wrong: {
        '252': 'You multiplied. There is less glucose than oxygen.',
        '42': 'The equation has a six before the oxygen but only one glucose.',
        '36': 'You subtracted six. The numbers go together in groups of six.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'On a bright but cold day tomatoes in a greenhouse hardly grow. Light, water and carbon dioxide are plentiful. What is the best thing to do, and why?',
      choices: [
        'Heat the greenhouse a little, because enzymes work faster then',
        'Switch on lamps, because light is always the limit',
        'Add oxygen, because plants need it to make sugar',
        'Heat it to 70 °C, because more heat is always better',
      ],
      a: 'a',
      aliases: ['limiting factor in a cold greenhouse'],
      hints: [
        'Go through the list of what is plentiful. What is left that could hold the plants back?',
        'Photosynthesis is a chain of reactions, and each one is run by an enzyme.',
        'Enzymes like it warm but not hot. Find the answer that changes the scarce thing by a sensible amount.',
      ],
      example:
        'A greenhouse is warm and bright but closed all day, and growth slows down. What is limiting? Step 1: light and warmth are there. Step 2: in a closed room the plants use up one gas from the air. Step 3: open the windows or add this gas, and growth picks up. Result: carbon dioxide was the limiting factor.',
      why: 'With all raw materials present, the enzymes set the pace. Gentle warmth speeds them up, while too much heat would destroy them.',
      wrong: {
        b: 'There is plenty of light already. More of it would change nothing.',
        c: 'Oxygen comes out of photosynthesis. It does not go in.',
        d: 'At such a temperature proteins lose their shape.',
      },
    }),
  ],
};
