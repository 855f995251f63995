import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Membranes and transport',
  type: 'chapter',
  weight: 0.13,
  estimatedDurationMinutes: 35,
  description:
    'A cell lives by what crosses its border. You learn why particles spread by themselves, how water follows, and when a cell has to pay with energy to move something the other way.',
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'Someone opens a bottle of perfume, and soon the whole room smells of it. What do we call this spreading of particles from where there are many to where there are few?',
      a: 'diffusion',
      also: ['by diffusion'],
      aliases: ['why does a smell spread in a room', 'particles moving from high to low concentration'],
      hints: [
        'Nobody pushes the perfume: its particles just fly around and bump into each other until they are everywhere.',
        "You need the word for net movement down a concentration difference, caused only by the particles' own random motion.",
        'It comes from the Latin for “to pour out” and begins like “different”. It is not the special word for water crossing a membrane.',
      ],
      example:
        "A sugar cube lies in a cup of tea that nobody stirs; after an hour the tea at the top is sweet. Step 1: where were many sugar particles? At the bottom. Step 2: where were few? At the top. Step 3: did anybody push? No, the particles' own random motion mixed them. Result: sugar moved from high to low concentration without any energy from outside.",
      why: 'Particles move at random, so more of them leave a crowded place than come back to it. The net effect is diffusion, and it needs no energy from the cell.',
      wrong: {
        osmosis: 'That word is kept for water moving through a membrane. Here scent particles spread through open air.',
        'active transport': 'That would need energy and go towards the crowded side. Nobody works here.',
        evaporation:
          'That is how perfume turns into gas. The question is how the gas then gets to the other end of the room.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'The cell membrane is called “partially permeable”. What does that mean?',
      choices: [
        'It lets some substances through and holds others back.',
        'It is open during the day and closed at night.',
        'It lets everything out but nothing in.',
        'Only half of the membrane works.',
      ],
      a: 'a',
      aliases: ['what does selectively permeable mean', 'semipermeable membrane meaning'],
      hints: [
        'Take the phrase apart: “permeable” describes what can pass, “partially” limits it.',
        'A membrane acts like a sieve with guards: size, charge and special channels decide what crosses.',
        'Think of a tea bag: something comes out, something stays in. Which sentence says the same about a membrane?',
      ],
      why: 'Water and small molecules such as oxygen slip through, large ones such as starch do not, and others only through special channels. That selection lets a cell keep its inside different from its outside.',
      wrong: {
        b: 'The membrane does not follow the clock. The word says something about substances, not about time.',
        c: 'A cell that took nothing in would starve. Movement goes both ways.',
        d: 'The whole membrane works. “Partially” is about what can pass, not about where.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'What is the special name for the movement of water through a partially permeable membrane, towards the side with more dissolved substance?',
      a: 'osmosis',
      also: ['by osmosis'],
      aliases: ['water moving into a cell is called', 'diffusion of water'],
      hints: [
        'Three things in the question fix the word: water, a membrane, and no energy spent.',
        'It is really only a special case of particles spreading out, but because water is so important for cells it got a name of its own.',
        'The word comes from the Greek for “push”, begins with the letter o, and is what makes raisins swell overnight.',
      ],
      why: 'On the side with much dissolved substance there is relatively less free water, so more water moves in than out. That movement is called osmosis.',
      wrong: {
        diffusion: 'That is the general word for all particles. There is a special one for water through a membrane.',
        absorption: 'That only says that something is taken in. Look for the exact word for water crossing a membrane.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'Root hairs take in nitrate from the soil, although there is already more nitrate inside the root than outside. How is that possible?',
      choices: [
        'By diffusion, because nitrate always moves into roots',
        'By osmosis, because nitrate is dissolved in water',
        "By active transport, which uses the cell's energy",
        'By gravity, which pulls the nitrate downwards',
      ],
      a: 'c',
      aliases: ['moving substances against the concentration gradient', 'how do roots take in minerals'],
      hints: [
        'Compare the concentration inside and outside: does the nitrate travel downhill or uphill?',
        'What goes by itself goes from more to less. For the opposite direction a cell has pumps in its membrane, and pumps must be paid for.',
        'Rule out every process that runs by itself. Which one is left that can push something towards the crowded side?',
      ],
      example:
        "A thyroid cell collects iodide until there is thirty times more inside than in the blood. How? Step 1: compare: few outside, many inside. Step 2: the iodide moves from few to many, which never happens by itself. Step 3: so a pump in the membrane must push it, using energy from the cell's food. Result: pumping with energy, against the concentration difference.",
      why: 'Movement from a low to a high concentration never happens by itself. Pump proteins in the membrane do it and use up energy: that is why roots need oxygen.',
      wrong: {
        a: 'By itself, nitrate would move from more to less, and here that would be out of the root.',
        b: 'That word is about water. The question is how the nitrate itself moves.',
        d: 'Gravity does not move dissolved particles into cells, and roots take nitrate in from all sides.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: '%',
      q: 'A potato strip weighs 5.0 g. After an hour in pure water it weighs 5.6 g. By how many percent has its mass grown?',
      a: '12',
      aliases: ['percentage change in mass of potato', 'how to calculate percent change'],
      hints: [
        'The question is about growth compared with the start, so which of the two masses is your 100 %?',
        'Percent change = change ÷ starting value × 100.',
        'The strip gained 0.6 g. Write this as a part of the 5.0 g it had at first, then turn it into percent.',
      ],
      example:
        'A carrot strip grows from 4.0 g to 4.6 g. Step 1: find the change: $4.6 - 4.0 = 0.6$ g. Step 2: compare it with the starting mass: $0.6 \\div 4.0 = 0.15$. Step 3: turn it into percent: $0.15 \\times 100 = 15$. Result: the mass has grown by 15 %.',
      why: 'Dividing by the starting mass makes strips of different sizes comparable. The strip gained mass because water moved in by osmosis.',
      wrong: {
        '0.6': 'That is the gain in grams. Compare it with the starting mass.',
        '10.7': 'You divided by the mass at the end. Growth is measured against the start.',
        '112': 'That is the new mass in percent of the old one. How much of it is growth?',
      },
    }),
    story(
      'A class puts potato strips into sugar solutions and measures how their mass changes in an hour:\n\n| sugar in mol/L | 0.0 | 0.2 | 0.4 | 0.6 |\n|---|---|---|---|---|\n| change of mass | +12 % | +4 % | −4 % | −10 % |',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'g',
          q: 'A strip of 6.0 g was put into the 0.6 mol/L solution. What was its mass after the hour?',
          a: '5.4',
          aliases: ['find the mass after a percent loss'],
          hints: [
            'Find the right column of the table first, and mind the sign in front of the percentage.',
            'A loss in percent means: take that part of the starting mass away from the starting mass.',
            'Ten percent is a tenth. Find a tenth of 6.0 g and take it away.',
          ],
          why: 'The strong sugar solution drew water out of the cells, so a tenth of the mass is missing.',
          wrong: {
            '6.6': 'You added the change. The minus sign says that the strip became lighter.',
            '0.6': 'That is the mass that was lost. How much of the strip is left?',
            '5.9': 'You took away a tenth of a gram. It should be a tenth of the strip.',
          },
        },
        {
          level: 3,
          kind: 'interval',
          q: 'At one concentration the mass would not change at all, because the solution is as concentrated as the cell sap. Between which two tested concentrations does it lie? Answer as an interval of the form (low, high).',
          a: '(0.2, 0.4)',
          also: ['[0.2, 0.4]', '[0.2, 0.4)', '(0.2, 0.4]'],
          aliases: ['where does the potato graph cross zero', 'isotonic concentration of potato'],
          hints: [
            'Go along the second row of the table and watch the signs.',
            'No change lies between a gain and a loss. Look for the place where the sign flips.',
            'Find the last column with a plus and the first one with a minus, and write their concentrations as the ends of the interval.',
          ],
          example:
            'For beetroot the table says: 0.3 mol/L +8 %, 0.5 mol/L +3 %, 0.7 mol/L −2 %, 0.9 mol/L −7 %. Step 1: gains stand at 0.3 and 0.5, losses at 0.7 and 0.9. Step 2: the sign flips between the second and the third column. Step 3: so the point of no change is more than 0.5 and less than 0.7. Result: $(0.5, 0.7)$.',
          why: 'In weaker solutions the cells gain water, in stronger ones they lose it. Where gain turns into loss, inside and outside are balanced.',
          wrong: {
            '(0, 0.2)': 'On both ends of this interval the strip still gains mass. Where does gain turn into loss?',
            '(0.4, 0.6)': 'On both ends of this interval the strip already loses mass. Look for the change of sign.',
            '(-4, 4)': 'These are the changes of mass. The question asks for the concentrations, in the upper row.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'mol/L',
          q: 'Assume that the change of mass falls along a straight line between those two points. At which concentration is it exactly zero?',
          a: '0.3',
          hints: [
            'Compare how far the two changes of mass are from zero, on either side.',
            'On a straight line, equal steps down mean equal steps to the right.',
            'The changes are +4 % and −4 %: zero is just as far from the one as from the other. So where between the two concentrations must it be?',
          ],
          example:
            'For another root the change is +6 % at 0.5 mol/L and −2 % at 0.9 mol/L. Step 1: from the first point to the second the line falls by 8 % over a width of 0.4. Step 2: to reach zero it must fall 6 of those 8, that is three quarters. Step 3: three quarters of 0.4 is $0.75 \\times 0.4$. Step 4: add to the start: $0.5 + 0.75 \\times 0.4 = 0.8$. Result: 0.8 mol/L.',
          why: 'Gain and loss are equally large at the two ends, so the line crosses zero exactly in the middle. This is a simple way to measure the concentration inside a living cell.',
          wrong: {
            '0.2': 'At that concentration the strip still gains mass. Move further towards the loss.',
            '0.6': 'You added the two concentrations. You need a point between them.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'choice',
      q: 'Red blood cells burst in pure water, but leaf cells do not. Why?',
      choices: [
        'Leaf cells contain so much salt that no water enters.',
        'The membrane of leaf cells lets no water through.',
        'Leaf cells pump all the water out again with chloroplasts.',
        'The wall around leaf cells is stiff and presses back.',
      ],
      a: 'd',
      aliases: ['why do animal cells burst in water', 'plant cells in pure water turgor'],
      hints: [
        'Water enters both cells. So look for what is different outside the membrane.',
        'A cell that fills up presses outwards. It only survives if something presses inwards with equal strength.',
        'Imagine blowing up a balloon on its own, and then the same balloon inside a strong box. Which cell has the box?',
      ],
      example:
        'A single-celled Paramecium lives in fresh water and has no cell wall. Why does it not burst? Step 1: water enters it by osmosis all the time. Step 2: no wall presses back, so something else must get rid of the water. Step 3: under the microscope you see a bubble that fills and empties every few seconds. Result: it pumps the water out with this bubble and spends energy on it.',
      why: 'Water enters both by osmosis. The cellulose wall stops the leaf cell from swelling further: it becomes firm, while the blood cell has nothing to hold it together.',
      wrong: {
        a: 'More dissolved salt inside would draw even more water in.',
        b: 'Water does enter leaf cells: that is how a wilted plant recovers after watering.',
        c: 'Chloroplasts make sugar. They are no pumps.',
      },
    }),
    item({
      level: 3,
      kind: 'several choices',
      q: 'Which changes make oxygen diffuse faster through a membrane? Choose all that apply.',
      choices: [
        'a higher temperature',
        'a larger difference in concentration',
        'a thicker membrane',
        'a larger surface',
        'the same concentration on both sides',
      ],
      a: 'a,b,d',
      aliases: ['what affects the rate of diffusion', 'how to speed up diffusion'],
      hints: [
        'For each change imagine the crowd of particles: would more of them get across in a second, or fewer?',
        'Three things help: particles that move faster, more ways to cross, and a stronger imbalance between the sides. Distance slows them down.',
        'Two of the five make crossing slower or stop the net movement altogether. Find those first and keep the others.',
      ],
      example:
        'How does the lung make oxygen move fast? Step 1: surface: hundreds of millions of tiny air sacs together have an area of some 70 square metres. Step 2: distance: the wall of an air sac is a thousandth of a millimetre thin. Step 3: difference: blood carries oxygen away and breathing brings new. Result: a huge area, a tiny distance and a difference that never runs out.',
      why: 'Heat makes particles faster, a larger surface offers more places to cross, and a larger difference sends more particles one way than back. Distance works against them.',
      wrong: {
        'a,b,c,d': 'One of these makes the way longer. Think of the thin walls in the lung.',
        'a,b': 'These two are right, but one more change offers more places to cross at the same time.',
        'a,b,d,e': 'With equal concentrations just as many particles go in as out. Is there any net movement left?',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 's',
      q: 'The time that diffusion takes grows with the *square* of the distance. A molecule needs about 0.05 s to spread over 10 µm, the width of a cell. How many seconds does it need for 1 mm?',
      a: '500',
      aliases: ['diffusion time and distance squared', 'why do large animals need blood'],
      hints: [
        'First find out how many times farther the second distance is. Bring both into the same unit.',
        '“Grows with the square” means: three times the distance takes $3 \\times 3$ times as long, ten times the distance $10 \\times 10$ times as long.',
        '1 mm is 1,000 µm, which is 100 times the first distance. Square this factor, and then multiply the 0.05 s by it.',
      ],
      example:
        'A molecule needs 0.2 s for 20 µm. How long for 600 µm? Step 1: how many times farther: $600 \\div 20 = 30$. Step 2: square it, because time grows with the square of distance: $30 \\times 30 = 900$. Step 3: multiply the time: $0.2 \\times 900 = 180$. Result: 180 s, that is three minutes for little more than half a millimetre.',
      why: 'A hundredfold distance takes ten thousand times as long: more than eight minutes for one millimetre. Diffusion is fast inside a cell and hopeless across a body, which is why you need lungs, blood and a heart.',
      wrong: {
        '5': 'You multiplied the time by the factor of the distance, but forgot to square this factor.',
        '50': 'Check the factor once more: 1 mm is 1,000 µm, and that has to be compared with 10 µm.',
        '0.5': 'You used a factor of ten. Compare 1,000 µm with 10 µm, then square.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'Fresh cucumber slices are sprinkled with salt. Half an hour later they lie in a puddle. What happened?',
      choices: [
        'Salt melted the cell walls.',
        'Water left the cells by osmosis, towards the salt.',
        'The salt itself turned into water.',
        'Water from the air was pumped into the cells.',
      ],
      a: 'b',
      aliases: ['why does salt draw water out of vegetables'],
      hints: [
        'Ask where the water in the puddle was half an hour ago.',
        'Compare both sides of the membranes: where is more dissolved substance after the salt has been sprinkled?',
        'Water goes to the side with more dissolved substance. Decide which way that is here.',
      ],
      why: 'The salty film outside is far more concentrated than the cell sap, so water moves out through the membranes until the slices are limp.',
      wrong: {
        a: 'Salt does not dissolve cellulose. The slices become soft, but they do not fall apart.',
        c: 'One substance does not become another just like that. Where could water have come from?',
        d: 'The slices became limp, so they must have lost something.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      unit: '%',
      q: 'An apple strip of 8.0 g weighs only 7.4 g after an hour in sugar water. By how many percent has its mass fallen?',
      a: '7.5',
      aliases: ['percent loss of mass apple strip'],
      hints: [
        'How many grams are missing, and what should you compare them with?',
        'Percent change = change ÷ starting value × 100.',
        'The loss is 0.6 g out of 8.0 g. Turn this fraction into percent.',
      ],
      example:
        'A strip falls from 5.0 g to 4.8 g. Step 1: the loss is $5.0 - 4.8 = 0.2$ g. Step 2: compare with the start: $0.2 \\div 5.0 = 0.04$. Step 3: multiply by a hundred. Result: the mass has fallen by 4 %.',
      why: 'Losses are compared with the starting mass. The sugar water was more concentrated than the cell sap, so water left the strip.',
      wrong: {
        '8.1': 'You divided by the mass at the end. Compare with the start.',
        '0.6': 'That is the loss in grams, not in percent.',
        '92.5': 'That is how much of the strip is left. How much is gone?',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Oxygen moves from the air in the lungs into the blood all the time, and the blood never fills up so far that it stops. What keeps it going?',
      choices: [
        'The blood flows on and carries oxygen away, so the difference in concentration stays.',
        'The lungs pump oxygen into the blood with energy from food.',
        'Oxygen can cross the membrane only in one direction.',
        'Blood makes room by turning oxygen into water at once.',
      ],
      a: 'a',
      aliases: ['why does gas exchange in the lung not stop'],
      hints: [
        'Ask what would have to happen for the net movement of oxygen to come to rest.',
        'Net diffusion stops only when both sides have the same concentration.',
        'Think of what happens to a drop of blood a second after it has taken up its oxygen, and which blood takes its place.',
      ],
      example:
        'Why does carbon dioxide keep leaving the blood in the lungs? Step 1: net movement goes on as long as one side has more than the other. Step 2: the blood that arrives from the body always brings new carbon dioxide. Step 3: every breath out removes what has collected in the air sacs. Result: the two sides never become equal, so it never stops.',
      why: 'Diffusion runs as long as there is a difference. Blood flow takes oxygen away and breathing brings it in, so the two sides never become equal.',
      wrong: {
        b: 'No pumping is needed: oxygen goes from much to little by itself.',
        c: 'Single particles cross both ways. What matters is which way more of them go.',
        d: "Oxygen is used in the body's cells, not while it is entering the blood.",
      },
    }),
  ],
};
