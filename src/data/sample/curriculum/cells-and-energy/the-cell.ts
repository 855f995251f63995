import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'The cell',
  type: 'intro',
  weight: 0.1,
  estimatedDurationMinutes: 25,
  description:
    'Every living thing is built from cells, and every cell is a tiny workshop with its own departments. You get to know the parts, compare plant, animal and bacterial cells, and learn to measure what the microscope shows.',
  prerequisites: [],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'Which part of an animal cell keeps the DNA, the instructions for everything the cell does?',
      a: 'nucleus',
      also: ['the nucleus', 'cell nucleus', 'the cell nucleus'],
      aliases: ['what is the control centre of the cell', 'where in the cell is the dna kept'],
      hints: [
        'Look at the word “instructions”: a cell guards its only copy of them carefully, away from the busy cytoplasm.',
        'DNA in an animal cell is wrapped in a double membrane with pores, which makes it the largest organelle of most animal cells.',
        'In a stained cell it is the dark, round spot that you notice first. Its Latin name means “kernel”, like the kernel of a nut.',
      ],
      example:
        'Which part of the cell decides what goes in and out? Step 1: ask where such a part has to be: at the border between inside and outside. Step 2: go through the parts you know: mitochondria and ribosomes lie inside, so they cannot be the border. Step 3: the thin layer around the whole cell is left. Result: the cell membrane.',
      why: 'The nucleus holds the DNA behind a double membrane. The cell copies single instructions and sends only the copies out, so the original stays safe.',
      wrong: {
        'cell membrane':
          "The membrane is the cell's border guard: it decides what gets in and out, but it stores no instructions.",
        mitochondrion:
          'A mitochondrion does have a tiny bit of DNA of its own, but its job is energy. Look for the place of the main instructions.',
        cytoplasm:
          'The cytoplasm is the jelly in which everything floats. In animal cells the DNA is kept apart from it.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'Which of these do you find in a leaf cell but never in a cell of your own body?',
      choices: ['mitochondria', 'ribosomes', 'chloroplasts', 'a cell membrane'],
      a: 'c',
      aliases: ['difference between plant and animal cells', "what do plant cells have that animal cells don't"],
      hints: [
        'Think of something a leaf can do all day in the sun that you cannot do, however long you lie on the beach.',
        'Plants make their own food, so their cells need an extra organelle. What both kinds of cell need just to stay alive cannot be the answer.',
        'Cross out whatever you need too: a border, a way to build proteins and a way to release energy. What is left is green.',
      ],
      example:
        'Which part does a muscle cell share with a bacterium: a nucleus, ribosomes or mitochondria? Step 1: bacteria have no organelles with membranes around them, so the nucleus and the mitochondria drop out. Step 2: check the one that is left: every cell must build proteins, so every cell needs the machines for it. Result: ribosomes.',
      why: 'Leaf cells make sugar with light, and that happens in chloroplasts. Borders, protein factories and energy suppliers are needed by plants and animals alike.',
      wrong: {
        a: 'Plants and animals both have to release energy from food, so both have these.',
        b: 'Every living cell builds proteins, so every living cell has these, yours included.',
        d: 'No cell can exist without a border. You have one around each of your cells, too.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'A microscope has an eyepiece that magnifies 10 times and an objective that magnifies 40 times. How many times larger does the cell look in total?',
      a: '400',
      aliases: ['total magnification of a microscope', 'eyepiece times objective'],
      hints: [
        'Light passes through two lenses, one after the other. What does the second lens do to the picture that the first one made?',
        'The second lens enlarges a picture that is already enlarged. Enlarging again and again means multiplying.',
        'The objective makes the cell 40 times as large, and the eyepiece then makes this picture 10 times as large again.',
      ],
      example:
        'An eyepiece of 15 times is used with an objective of 20 times. Step 1: the objective makes a picture that is 20 times as large as the object. Step 2: the eyepiece enlarges this picture another 15 times. Step 3: multiply, because each lens works on the result of the other: $15 \\times 20 = 300$. Result: 300 times larger.',
      why: 'Each lens enlarges what the other one has already enlarged, so the magnifications multiply.',
      wrong: {
        '50': 'You added the two lenses. The second lens does not add a bit on top: it enlarges the whole picture again.',
        '30': 'You took the difference of the two numbers, but both lenses enlarge. Neither takes anything away.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'Which tiny structures, found in every kind of cell, join amino acids together to build proteins?',
      a: 'ribosomes',
      also: ['ribosome', 'the ribosomes', 'the ribosome'],
      aliases: ['where are proteins made in the cell', 'protein factory of the cell'],
      hints: [
        'The words “every kind of cell” are the clue: it must be something that even bacteria have, so it has no membrane around it.',
        'They read a copied instruction and string amino acids together. Many of them sit on the membranes of the rough ER and make it look bumpy.',
        'Their name joins the sugar that RNA is named after with the Greek word for “body”, which also ends the word chromosome.',
      ],
      why: "Ribosomes read copies of the DNA's instructions and link amino acids in the right order. All life needs proteins, so all cells have them.",
      wrong: {
        nucleus:
          'The plans for proteins are kept there, but the building happens elsewhere. And bacteria have no such part.',
        mitochondria:
          'They supply the energy for the work, but they are not the workbench. And bacteria do without them.',
        'golgi apparatus': 'That is the packing department: it sorts and ships proteins that have already been built.',
      },
    }),
    item({
      level: 2,
      kind: 'several choices',
      q: 'Which of these does a bacterial cell have? Choose all that apply.',
      choices: ['a cell membrane', 'a nucleus', 'ribosomes', 'DNA', 'mitochondria'],
      a: 'a,c,d',
      aliases: ['what do bacteria have in common with our cells', 'prokaryotic cell parts'],
      hints: [
        'Ask of each part: could any cell live without it, or is it only a separate room inside a big cell?',
        'Bacteria are prokaryotes. Their cells have no inner rooms, that is, no organelles that are wrapped in membranes of their own.',
        'Now test the five one by one: is it wrapped in its own membrane inside the cell, or can it do its job without a wrapping?',
      ],
      example:
        'Does a bacterium have a vacuole with a membrane, cytoplasm, and a cell wall? Step 1: a vacuole is a separate room wrapped in its own membrane, and bacteria lack such rooms: no. Step 2: cytoplasm is just the filling of any cell: yes. Step 3: a wall lies outside the cell and is no inner room; most bacteria have one: yes. Result: cytoplasm and cell wall.',
      why: 'A border, instructions and protein builders are the basic kit of all life. A nucleus and mitochondria are membrane-wrapped organelles, and those are what bacteria lack.',
      wrong: {
        'a,b,c,d':
          "Most of this is fine, but a bacterium's genes lie free in the cytoplasm. One of the parts you chose is a separate room.",
        'a,d': 'Good start, but think again about how a bacterium builds its proteins.',
        'a,c': 'Good so far, but where would the bacterium keep the instructions that it passes on when it divides?',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      unit: 'um',
      q: 'A cheek cell is 0.05 mm wide. How wide is that in micrometres (µm)? Remember that 1 mm = 1,000 µm.',
      a: '50',
      aliases: ['change millimetres to micrometres', 'how many micrometers are in a millimeter'],
      hints: [
        'Before you calculate, decide: will the number get larger or smaller when you change to a smaller unit?',
        'Each millimetre holds 1,000 micrometres, so the number of millimetres has to be multiplied.',
        'Multiplying by 1,000 moves the decimal point three places to the right. Start from 0.05 and move it.',
      ],
      example:
        'A pollen grain is 0.032 mm wide. Step 1: micrometres are smaller than millimetres, so there must be more of them: multiply. Step 2: $0.032 \\times 1{,}000$: the decimal point moves three places to the right, 0.032 → 0.32 → 3.2 → 32. Step 3: check: 32 out of 1,000 is a small part of a millimetre, as it should be. Result: 32 µm.',
      why: 'Smaller units mean a larger number. A width of a few hundredths of a millimetre becomes some tens of micrometres, the typical size of an animal cell.',
      wrong: {
        '0.00005': 'You divided by 1,000. A smaller unit fits in more often, so the number has to grow.',
        '5': 'The decimal point has moved too few places. Count the zeros of 1,000 again.',
        '500': 'The decimal point has moved one place too far. Count the zeros of 1,000 again.',
      },
    }),
    story(
      'Maya looks at onion skin through a microscope and draws one cell in her notebook. Her drawing is 60 mm long, and she writes under it: “magnification 300 times”.',
      [
        {
          level: 2,
          kind: 'number',
          unit: 'mm',
          q: 'How long is the real onion cell, in millimetres?',
          a: '0.2',
          aliases: ['find the actual size from the drawing', 'image size and magnification'],
          hints: [
            'Which one must be smaller, the drawing or the real cell? Keep that in mind as a check.',
            'Magnification tells how many times larger the drawing is: magnification = size of the drawing ÷ real size. Rearrange it for the real size.',
            'Undo the enlarging: the 60 mm came from multiplying by 300, so do the opposite with the same two numbers.',
          ],
          example:
            'A drawing of a leaf hair is 90 mm long, with magnification 150. Step 1: the drawing is 150 times as long as the hair. Step 2: so the hair is the drawing divided by the magnification: $90 \\div 150 = 0.6$. Step 3: check: 0.6 mm is much less than 90 mm, so the direction is right. Result: 0.6 mm.',
          why: 'The drawing is the real length times the magnification, so dividing by the magnification takes you back to the real cell.',
          wrong: {
            '18000': 'You multiplied. That would make the real cell 18 metres long: a very large onion!',
            '5': 'You divided the magnification by the length. Turn the division round and check that the cell gets smaller than the drawing.',
          },
        },
        {
          level: 2,
          kind: 'number',
          unit: 'um',
          q: 'Write the real length of the cell in micrometres (1 mm = 1,000 µm).',
          a: '200',
          hints: [
            'Take the length in millimetres that you have just found. Only the unit changes, not the cell.',
            'In a smaller unit the same length is a larger number: each millimetre counts as 1,000 micrometres.',
            'Multiply your result of the first step by 1,000, that is, move its decimal point three places to the right.',
          ],
          why: 'A fraction of a millimetre becomes some hundreds of micrometres. Onion cells are giants: ten times as long as many animal cells.',
          wrong: {
            '20': 'Your decimal point moved only two places. A thousand has three zeros.',
            '0.0002': 'The number became smaller, but a smaller unit fits in more often.',
          },
        },
        {
          level: 3,
          kind: 'number',
          unit: 'mm',
          q: 'A neighbouring cell is really 250 µm long. How long must Maya draw it at the same magnification, in millimetres?',
          a: '75',
          aliases: ['how large do i draw a cell at magnification 300'],
          hints: [
            'This time you go the other way: from the real cell to the drawing. Watch the units on the way.',
            'Size of the drawing = real size × magnification, and the answer is wanted in millimetres, so first change 250 µm to millimetres.',
            '250 µm are 0.25 mm. Enlarge that 300 times.',
          ],
          example:
            'A real cell of 120 µm is drawn at magnification 400. Step 1: change the unit: 120 µm are 0.12 mm. Step 2: enlarge: $0.12 \\times 400 = 48$. Step 3: check: the drawing is nearly 5 cm long, which fits into a notebook. Result: 48 mm.',
          why: 'First bring the cell into the unit that the drawing is measured in, then multiply. It is longer than the first drawing, just as the cell is longer than the first cell.',
          wrong: {
            '75000':
              'That is the length in micrometres. Change it to millimetres: would so many metres fit into a notebook?',
            '7.5': 'Check the change of units: 250 µm are a quarter of a millimetre.',
            '0.83': 'You divided by 300. The drawing has to be larger than the cell.',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'choice',
      q: 'A heart muscle cell contains thousands of mitochondria, a cell of the outer skin only few. What is the best explanation?',
      choices: [
        'Heart cells are older, so more mitochondria have collected in them.',
        'Heart cells work without a pause and need much more usable energy.',
        'Mitochondria make the heart beat by filling up with blood.',
        'Skin cells get their energy from sunlight instead.',
      ],
      a: 'b',
      aliases: ['why do some cells have more mitochondria', 'mitochondria in muscle cells'],
      hints: [
        'Compare what the two cells do all day. Which one is never allowed to rest?',
        'The number of an organelle fits the job: the more a cell needs what the organelle supplies, the more of them it has.',
        'Say in your own words what mitochondria supply, then look for the answer that names this need and nothing magical.',
      ],
      example:
        'Cells of the pancreas have very many ribosomes, fat cells few. Why? Step 1: what do ribosomes do? They build proteins. Step 2: what do pancreas cells do? They release large amounts of digestive enzymes, which are proteins. Step 3: what do fat cells do? They mostly store fat. Result: pancreas cells have many ribosomes because they make far more protein.',
      why: 'Structure fits function: mitochondria release usable energy from food, and a muscle that never stops needs plenty of it.',
      wrong: {
        a: 'Age does not pile up organelles: cells break down and rebuild them all the time. Think of what the cell does.',
        c: 'Mitochondria hold no blood. They are inside each cell and far smaller than a blood cell.',
        d: 'Skin cells cannot live on light, as they have no chloroplasts.',
      },
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'Think of a cell as a cube with sides of 4 µm. How many µm² of surface does it have for each µm³ of volume? (Surface divided by volume.)',
      a: '1.5',
      also: ['3/2'],
      aliases: ['surface area to volume ratio of a cube', 'how to find surface to volume ratio of a cell'],
      hints: [
        'You need two numbers first: how much skin the cube has, and how much room is inside.',
        'A cube has six square faces. Its surface is six times the area of one face, and its volume is side × side × side.',
        'One face is 16 µm², the whole volume 64 µm³. Put all six faces together, then divide by the volume.',
      ],
      example:
        'A cube with sides of 5 µm. Step 1: one face is $5 \\times 5 = 25$ µm², so six faces have $6 \\times 25 = 150$ µm². Step 2: the volume is $5 \\times 5 \\times 5 = 125$ µm³. Step 3: surface divided by volume: $150 \\div 125 = 1.2$. Result: 1.2 µm² of surface for each µm³.',
      why: 'Food enters through the surface but is used in the volume, so this ratio tells how well a cell can supply itself. Small cubes have the larger ratio.',
      wrong: {
        '0.25': 'You took one face only. A cube has more sides than the one you look at.',
        '0.67': 'You divided volume by surface. Turn it round: how much surface for each bit of volume.',
        '0.6667': 'You divided volume by surface. Turn it round: how much surface for each bit of volume.',
      },
    }),
    item({
      level: 4,
      kind: 'expression',
      q: 'A cube-shaped cell has sides of length $x$. Write its surface divided by its volume as one simplified expression in $x$.',
      a: '6/x',
      aliases: ['general formula for surface to volume ratio', 'why do cells stay small formula'],
      hints: [
        'Do exactly what you would do with a number for the side, but write the letter instead.',
        'The area of a square face is side times side, and the volume is side times side times side. Write both with the letter and put one over the other.',
        'Count the faces in the numerator, and see how many factors $x$ stand above and below the line: cancel those that they share.',
      ],
      example:
        'An open box, a cube of side $x$ without its lid. Step 1: five square faces are left, so the surface is $5x^2$. Step 2: the volume is $x^3$. Step 3: divide: $\\frac{5x^2}{x^3}$; two factors $x$ above cancel two of the three below. Step 4: one $x$ stays below the line. Result: $5/x$.',
      why: 'With $x$ below the line, the ratio shrinks as the cell grows: twice the side means half the surface for each bit of volume. That is why large bodies need many small cells, not a few huge ones.',
      wrong: {
        '6x': 'You cancelled the wrong way: the volume has more factors $x$ than the surface, so where does the last one stay?',
        'x/6': 'That is volume divided by surface. Turn the fraction round.',
        '1/x': 'You used only one face of the cube. Count all the sides.',
      },
    }),
    testItem({
      level: 1,
      kind: 'choice',
      q: "What is the main job of a plant's cell wall?",
      choices: [
        'It makes sugar with the help of light.',
        'It chooses which substances may enter.',
        "It stores the plant's genes.",
        'It supports the cell and keeps its shape.',
      ],
      a: 'd',
      aliases: ['what is a cell wall for'],
      hints: [
        'Think of what happens to a cardboard box and to a plastic bag when you fill both with water.',
        'The wall is made of tough cellulose fibres and lets water and dissolved substances through quite freely.',
        'Plants have no bones. Ask yourself what holds a leaf of grass upright instead.',
      ],
      why: 'The stiff cellulose wall lets the cell fill up with water without bursting, and many full cells together hold the plant upright.',
      wrong: {
        a: 'That is the work of the green organelles inside the cell.',
        b: 'The wall is too full of gaps to choose. A thinner layer just inside it does that.',
        c: 'Genes are kept deep inside the cell, not at its edge.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: 'A cell that is really 0.09 mm wide is 45 mm wide in a photograph. How many times is it magnified?',
      a: '500',
      aliases: ['work out the magnification of a photo'],
      hints: [
        'Compare the two widths: which one is the real thing, and which one is the picture?',
        'Magnification says how many times the real width fits into the width of the picture.',
        'Both widths are in millimetres already, so divide the 45 by the 0.09.',
      ],
      example:
        'A hair 0.08 mm thick appears 16 mm thick in a photograph. Step 1: both sizes are in millimetres, so no change is needed. Step 2: magnification is picture divided by real size: $16 \\div 0.08$. Step 3: multiply both by 100 to get rid of the decimal: $1{,}600 \\div 8 = 200$. Result: magnified 200 times.',
      why: 'Magnification is the size in the picture divided by the real size, both measured in the same unit.',
      wrong: {
        '0.002':
          'You divided the real width by the picture. The picture is larger, so the magnification must be more than one.',
        '4.05': 'You multiplied the two widths. Ask instead how many times one fits into the other.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'A plant cell has one large sac filled with watery sap. When it is full, it presses on the cell wall and keeps the leaf firm. What is this sac called?',
      a: 'vacuole',
      also: ['the vacuole', 'central vacuole', 'large vacuole', 'a vacuole'],
      aliases: ['what keeps plant cells firm'],
      hints: [
        'In a drawing of a plant cell it is the huge, empty-looking space in the middle.',
        'It stores water, salts and sometimes colour, and its filling decides whether a plant stands or wilts.',
        'Its name comes from the Latin word for “empty”, the same root as in vacuum.',
      ],
      why: "The vacuole is the plant cell's water store. Filled up, it presses from inside like the air in a tyre, and without water the leaf goes limp.",
      wrong: {
        nucleus: 'That holds the instructions and is not filled with sap.',
        chloroplast: 'Those are small and green. You are looking for one large, watery sac.',
      },
    }),
  ],
};
