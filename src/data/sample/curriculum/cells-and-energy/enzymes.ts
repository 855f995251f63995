import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Enzymes',
  type: 'chapter',
  weight: 0.12,
  estimatedDurationMinutes: 35,
  description:
    "Without enzymes the reactions of life would take years; with them they take moments. You learn why shape is everything, how temperature and pH matter, and how to read a reaction's speed from data.",
  prerequisites: ['The cell'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'Each enzyme works on one kind of molecule. What do we call the molecule that an enzyme works on?',
      a: 'substrate',
      also: ['the substrate', 'its substrate', 'substrates'],
      aliases: ['what does an enzyme act on', 'name for the molecule that fits into an enzyme'],
      hints: [
        'It is not the enzyme and not what comes out at the end: it is what goes in.',
        'Scientists use one word for whatever an enzyme grips and changes, whether it is starch, fat or protein.',
        "The word starts with “sub”, as in “submarine”: it is what lies underneath the enzyme's work.",
      ],
      example:
        'Lactase splits milk sugar into glucose and galactose. Sort the names. Step 1: what does the work and comes out unchanged? Lactase, the enzyme. Step 2: what goes in? Milk sugar. Step 3: what comes out? Glucose and galactose. Result: lactase is the enzyme, milk sugar is what it works on, and the two simple sugars are the products.',
      why: 'The substrate goes in, the product comes out, and the enzyme itself is ready for the next round.',
      wrong: {
        product: 'That is what comes out. You are looking for what goes in.',
        'active site': 'That is the place on the enzyme where the molecule is gripped, not the molecule.',
        catalyst: 'That is the enzyme itself. What does it work on?',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What is an enzyme?',
      choices: [
        'A sugar that gives cells quick energy',
        'A tiny living thing in the stomach',
        'A protein that speeds up a reaction and is not used up',
        'A fat that protects the cell from heat',
      ],
      a: 'c',
      aliases: ['enzyme definition', 'what are enzymes made of'],
      hints: [
        'Two things belong into a good answer: what an enzyme is made of and what it does.',
        'Enzymes are biological catalysts, built by ribosomes according to genes.',
        'What ribosomes make out of amino acids tells you the material. Which of the answers names it?',
      ],
      why: 'Enzymes are proteins whose shape makes one reaction easy. Since they come out unchanged, one enzyme molecule can do the job millions of times.',
      wrong: {
        a: 'Sugars are fuel and get used up. An enzyme is a tool.',
        b: 'Enzymes are molecules, not living things. They work in every cell, not only in the stomach.',
        d: 'Fats store energy and build membranes, but they do not speed up reactions.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'What do we call the hollow in an enzyme into which its matching molecule fits?',
      a: 'active site',
      also: ['the active site', 'active centre', 'active center', 'the active centre', 'the active center'],
      aliases: ['where does the substrate bind', 'part of the enzyme that does the work'],
      hints: [
        'It is a place on the enzyme, and it is the busy place: everything happens there.',
        'The name has two words. One says that something is going on there, the other is a word for a place.',
        'Builders work on a building …; the first word is the opposite of “passive”.',
      ],
      why: 'Only a molecule with the matching shape fits into the active site. There its bonds are strained, and the reaction becomes easy.',
      wrong: {
        substrate: 'That is the molecule that comes in. You are looking for the place where it lands.',
        nucleus: 'That is a part of the cell. An enzyme is a single molecule.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'Amylase in your saliva breaks down starch, but it leaves the protein in your food alone. Why?',
      choices: [
        'Protein does not fit into its active site.',
        'Protein is never chewed long enough.',
        'Amylase is used up before it meets protein.',
        'The mouth is too cold for any enzyme.',
      ],
      a: 'a',
      aliases: ['why does an enzyme work on only one substance', 'lock and key model'],
      hints: [
        'Think of a key ring: what decides whether a key opens a door?',
        'Each enzyme has a hollow of a certain shape, and only molecules that match it can react there.',
        'Starch is a chain of sugars, protein a chain of amino acids. Does that look the same to a hollow made for one of them?',
      ],
      example:
        'Lipase splits fat but not starch. Why? Step 1: an enzyme acts only on what it can grip. Step 2: its hollow is shaped like the end of a fat molecule. Step 3: a starch chain has quite another shape and slides past. Result: starch cannot be gripped by lipase, so it stays whole.',
      why: 'Enzymes are picky because of their shape: what does not fit is not changed. That is why digestion needs a whole team of them.',
      wrong: {
        b: 'More time would not help. Even after a day amylase would leave protein as it is.',
        c: 'Enzymes are not used up. They come out of each reaction ready for the next.',
        d: 'At about 36 °C the mouth suits our enzymes quite well, and starch is broken down there.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'mL/s',
      q: 'Liver contains catalase, which splits hydrogen peroxide and sets oxygen free. A piece of liver produces 24 mL of oxygen in 30 s. What is the rate, in mL per second?',
      a: '0.8',
      aliases: ['how to calculate the rate of a reaction', 'volume divided by time'],
      hints: [
        'The unit tells you what to do: millilitres *per* second.',
        'Rate = amount of product ÷ time.',
        'Share the 24 mL among the 30 seconds. Expect less than one millilitre for each second.',
      ],
      example:
        'Another piece produces 18 mL of oxygen in 45 s. Step 1: a rate is product per time. Step 2: divide: $18 \\div 45 = 0.4$. Step 3: check: with 0.4 mL in each second, 45 seconds give $0.4 \\times 45 = 18$ mL again. Result: 0.4 mL/s.',
      why: 'A rate tells how much happens in each unit of time, so that experiments of different lengths can be compared fairly.',
      wrong: {
        '1.25': 'You divided the time by the volume. That tells how many seconds one millilitre takes.',
        '720': 'You multiplied. “Per second” asks you to share the gas among the seconds.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'An enzyme solution is boiled for ten minutes and cooled down again. Which statements are true? Choose all that apply.',
      choices: [
        "The enzyme's shape has changed for good.",
        'The enzyme was killed, because it was alive before.',
        'The enzyme no longer speeds up its reaction.',
        'The enzyme works faster, because it was heated.',
      ],
      a: 'a,c',
      aliases: ['what does boiling do to an enzyme', 'denatured enzyme'],
      hints: [
        'Think of an egg: it goes from clear to white in the pan. Does it become clear again in the fridge?',
        'Strong heat shakes a protein until its folds open. Since enzymes work by shape, lost shape means lost work.',
        'Judge each sentence by itself: is it about shape or work, or does it treat a molecule like a living thing?',
      ],
      example:
        'Fish turns white and firm in lemon juice, as it does in a pan, and it stays so when the juice is washed off. Step 1: white and firm means that the proteins of the fish have changed their shape. Step 2: here it was not heat that changed it, but acid. Step 3: washing removes the acid, yet the fish does not become clear again. Result: these proteins have lost their folds, and taking away the cause does not bring them back.',
      why: 'Heat unfolds the protein, and the active site is lost with it. Enzymes are molecules, so they can be ruined but not killed.',
      wrong: {
        'a,b,c': 'One of these speaks of killing. Is a single molecule ever alive?',
        a: 'True, but what does this mean for the work that the enzyme does?',
        d: 'Gentle warming helps, but boiling is far too much. What happens to an egg?',
      },
    }),
    story(
      'In an experiment an enzyme produces sugar at different temperatures:\n\n| temperature in °C | 10 | 20 | 30 | 40 | 50 | 60 |\n|---|---|---|---|---|---|---|\n| sugar in mg per minute | 3 | 7 | 12 | 15 | 6 | 0 |',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'mg',
          q: 'How much more sugar does the enzyme make in 5 minutes at 30 °C than in 5 minutes at 20 °C?',
          a: '25',
          aliases: ['compare the rates at two temperatures'],
          hints: [
            'Find the two columns you need. Their numbers are for one minute only.',
            'Either work out both amounts for the whole time and compare, or compare the rates first and then use the time.',
            'At 30 °C the enzyme makes 12 mg each minute, at 20 °C it makes 7 mg. Keep that difference up for five minutes.',
          ],
          why: 'The difference between the two rates adds up minute by minute. Warmer particles move faster and meet the enzyme more often.',
          wrong: {
            '5': 'That is the difference for a single minute.',
            '60': 'That is the whole amount at 30 °C. The question asks how much *more* it is.',
            '95': 'You added the two amounts. “How much more” asks for a difference.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Between 40 °C and 60 °C the rate falls to nothing. What is the reason?',
          choices: [
            'The molecules move more and more slowly.',
            'All the starch has evaporated.',
            'The sugar turns back into starch.',
            'The enzyme loses its shape, so nothing fits any more.',
          ],
          a: 'd',
          aliases: ['why do enzymes stop working at high temperature'],
          hints: [
            'Heat always makes molecules faster, so look for something else that heat does.',
            'Proteins are folded chains. Above a certain temperature the weak bonds that hold the folds break.',
            'Ask what an unfolded chain has lost that an enzyme cannot work without.',
          ],
          example:
            'An enzyme from a polar fish works best at 5 °C and not at all at 30 °C. Why? Step 1: at 30 °C molecules move faster, so slow movement is not the cause. Step 2: this enzyme is folded loosely, as suits the cold. Step 3: at 30 °C the folds open, and the hollow for its molecule is gone. Result: its protein chain has come apart at a temperature that we find mild.',
          why: 'Up to the best temperature faster movement helps. Beyond it the protein denatures: the active site is gone, however fast the molecules move.',
          wrong: {
            a: 'It is the other way round: the hotter it is, the faster molecules move.',
            b: 'Starch does not evaporate at 60 °C, as every cook knows.',
            c: 'The table shows how fast sugar is made. It says nothing about sugar going back.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'The sample from 60 °C is cooled down to 40 °C. How much sugar per minute do you expect now?',
          choices: ['15 mg, as in the table', 'none', 'about 6 mg', 'twice as much as before'],
          a: 'b',
          hints: [
            'Has the enzyme only been slowed down, or has it been changed?',
            'A protein that has come unfolded by heat does not fold back when it cools.',
            "The table's value for 40 °C was measured with an intact enzyme. Ask whether this sample still has one.",
          ],
          example:
            'Two samples of an enzyme stand at 0 °C and at 90 °C. Both show no reaction. Both are brought to 35 °C. Step 1: cold only slows molecules down; the folds stay. So the first sample starts to work. Step 2: heat has opened the folds of the second sample for good. Step 3: bringing it to a comfortable temperature does not fold it back. Result: only the sample from the cold works.',
          why: 'Denaturing cannot be undone by cooling, just as a boiled egg does not become raw again. Cold would have been different: it only slows enzymes down.',
          wrong: {
            a: 'That would be true for a sample that had never been hotter. What did 60 °C do to this one?',
            c: 'The rate does not slide back along the table. The enzyme itself has changed.',
            d: 'Nothing in the experiment could make the enzyme better than it was.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'interval',
      q: 'Enzyme P works from pH 5 to pH 9, both ends included. Enzyme Q works from pH 6.5 to pH 11, both included. In which pH range do both work? Write it as an interval.',
      a: '[6.5, 9]',
      aliases: ['pH range where both enzymes work', 'overlap of two ranges'],
      hints: [
        'Draw a number line for pH and mark both ranges above it, one over the other.',
        'Both work only where the two bars overlap: it begins where the later one starts and stops where the first one ends.',
        'Compare the two starting points and take the one that satisfies both enzymes; do likewise with the two end points.',
      ],
      example:
        'One enzyme works from pH 2 to pH 6, another from pH 4 to pH 8, ends included. Step 1: at pH 3 only the first works, so the common range begins later, at 4. Step 2: at pH 7 only the second works, so the common range ends earlier, at 6. Step 3: both ends belong to both ranges, so use square brackets. Result: $[4, 6]$.',
      why: 'In the overlap both conditions hold: it starts at the larger of the two lower ends and stops at the smaller of the two upper ends. Brackets are square because the ends are included.',
      wrong: {
        '[5, 11]': 'That is where at least one of them works. The question asks for both at once.',
        '(6.5, 9)': 'The numbers are good, but look at the words “both ends included” and at your brackets.',
        '[5, 6.5]': 'In this range one of the two enzymes has not started yet.',
      },
    }),
    item({
      level: 3,
      kind: 'choice',
      q: 'You add more and more substrate to an enzyme. At first the rate rises, then it stays the same although you go on adding. What would raise it again?',
      choices: ['Still more substrate', 'Removing half of the enzyme', 'More enzyme', 'Boiling the mixture'],
      a: 'c',
      aliases: ['why does the rate level off', 'enzyme saturation what limits the rate'],
      hints: [
        'Think of a supermarket with four checkouts. What happens when ever more customers come?',
        'When all active sites are busy all the time, something else than the supply decides the speed.',
        'In the supermarket longer queues change nothing. Ask what the manager has to open.',
      ],
      example:
        'A bakery has two ovens, and each bakes 30 rolls in an hour. Step 1: with dough for 40 rolls an hour, dough is the limit, and more dough means more rolls. Step 2: with dough for 200, the ovens are always full and bake 60 an hour, no matter how much dough waits. Step 3: to get further, change what is limiting. Result: a third oven raises the number to 90 rolls.',
      why: 'On the flat part of the curve every active site is busy. Only additional active sites can then speed up the reaction: the limiting factor has changed.',
      wrong: {
        a: 'Queues do not get served faster when they get longer. What is busy all the time?',
        b: 'That would make fewer workers for the same work.',
        d: 'Boiling would destroy the workers.',
      },
    }),
    item({
      level: 4,
      kind: 'number',
      unit: 's',
      q: 'One enzyme molecule changes 600 substrate molecules per second, as long as there is plenty of substrate. A drop contains 50 of these enzyme molecules and 900,000 substrate molecules. After how many seconds is the substrate used up? (Assume that the speed stays the same to the end.)',
      a: '30',
      aliases: ['turnover number problem', 'how long until the substrate is used up'],
      hints: [
        'First think of the whole team: how much do all enzyme molecules get done in one second?',
        'Time = amount of work ÷ work done per second. Enzymes are not used up, so the whole team keeps working.',
        'Fifty molecules with 600 each make 30,000 per second. See how many such seconds are needed for 900,000.',
      ],
      example:
        'One enzyme molecule changes 400 molecules per second; a drop has 20 of them and 560,000 substrate molecules. Step 1: the team changes $400 \\times 20 = 8{,}000$ molecules each second. Step 2: the work to be done is 560,000. Step 3: divide: $560{,}000 \\div 8{,}000 = 70$. Result: 70 s.',
      why: 'The rates of all enzyme molecules add up, and the total amount divided by this rate gives the time. In reality it slows down near the end, when substrate becomes rare.',
      wrong: {
        '1500': 'That is the time for a single enzyme molecule. How many share the work?',
        '18000': 'You divided by the number of enzymes only. What does each of them get done per second?',
        '75000': 'You multiplied by the number of enzyme molecules, but a larger team is done sooner.',
      },
    }),
    testItem({
      level: 2,
      kind: 'choice',
      q: 'Pepsin digests protein in the stomach, at pH 2. When the food moves on into the small intestine, at pH 8, pepsin stops. Why?',
      choices: [
        'It has been used up in the stomach.',
        'The wrong pH changes the shape of its active site.',
        'There is no protein left in the food.',
        'The small intestine is too warm for it.',
      ],
      a: 'b',
      aliases: ['why does pepsin not work in the intestine'],
      hints: [
        'Ask what is different between the two places. The question gives you one number for each.',
        'Acid and alkali change the charges that hold a protein in its folds.',
        'Temperature is nearly the same everywhere in the body. Look for the answer that uses the difference you were given.',
      ],
      why: 'An enzyme keeps its working shape only near the pH that it is made for. In the intestine other enzymes, made for pH 8, take over.',
      wrong: {
        a: 'Enzymes come out of a reaction unchanged.',
        c: 'Protein digestion goes on in the intestine, so there is protein left.',
        d: 'The temperature is about the same in both places.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      unit: 'mg',
      q: 'An enzyme makes 18 mg of product in 4 minutes. The amount of enzyme is doubled, with plenty of substrate. How much product is made in 6 minutes?',
      a: '54',
      aliases: ['double the enzyme how much product'],
      hints: [
        'Find out first how much was made in one minute.',
        'With plenty of substrate, the rate grows in step with the amount of enzyme.',
        'The old rate is 4.5 mg per minute. Double it, then let it run for the new time.',
      ],
      example:
        'An enzyme makes 20 mg in 8 minutes. The enzyme is tripled; how much is made in 4 minutes? Step 1: old rate: $20 \\div 8 = 2.5$ mg per minute. Step 2: three times the enzyme, three times the rate: 7.5 mg per minute. Step 3: in 4 minutes: $7.5 \\times 4 = 30$. Result: 30 mg.',
      why: 'Twice as many active sites do twice as much in each minute, and the time multiplies that again.',
      wrong: {
        '27': 'That is right for the old amount of enzyme. What does doubling change?',
        '36': 'You doubled the product but kept the old time.',
        '108': 'You doubled once too often.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'What is the word for an enzyme that has lost its shape, for example by heat, and no longer works?',
      a: 'denatured',
      also: ['denature', 'denaturation', 'denatured enzyme', 'it is denatured', 'denaturated'],
      aliases: ['word for an enzyme ruined by heat'],
      hints: [
        'It is not “dead”, since an enzyme was never alive. The word says that it has lost its natural form.',
        'The first part of the word means “taken away”, as in “deforest” or “defrost”.',
        'After this first part comes the word for the natural world.',
      ],
      why: 'A denatured protein has come unfolded: all its amino acids are still there, but the active site is not.',
      wrong: {
        dead: 'Only living things can die, and an enzyme is a molecule.',
        'used up': 'Enzymes are not used up. The question is about losing their shape.',
      },
    }),
  ],
};
