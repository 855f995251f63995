import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Cell division',
  type: 'chapter',
  weight: 0.13,
  estimatedDurationMinutes: 35,
  description:
    'You started as a single cell and now consist of some thirty trillion. You learn how a cell copies itself without losing a single instruction, and why sperm and egg do it differently.',
  prerequisites: ['The cell'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'Before a cell divides, its long DNA threads coil up into short packets that you can see under a microscope. What are these packets called?',
      a: 'chromosomes',
      also: ['chromosome', 'the chromosomes'],
      aliases: ['what is dna packed into', 'coiled up DNA in a dividing cell'],
      hints: [
        'Human body cells have 46 of them, and in a dividing cell they often look like the letter X.',
        'The name comes from Greek: “coloured bodies”, because they take up dye so well.',
        'The first half is the Greek word for colour, as in a “chromatic” tuner; the second half means “body”, as in ribo-some.',
      ],
      example:
        'What do we call one section of DNA that holds the instruction for one protein? Step 1: sort by size: the whole nucleus, a long coiled thread, a section of it, a single letter. Step 2: the instruction for one protein is a section of the thread. Step 3: the science of heredity is named after it: genetics. Result: a gene.',
      why: 'Two metres of DNA would get hopelessly tangled. Coiled up into chromosomes they can be sorted and pulled apart safely.',
      wrong: {
        genes: 'Those are sections of DNA. Each of the packets you are looking for contains hundreds of them.',
        chloroplasts: 'Those are the green organelles of plants. The names only sound a bit alike.',
        ribosomes: 'Those build proteins. They contain no packed DNA.',
      },
    }),
    item({
      level: 1,
      kind: 'number',
      q: 'A skin cell of a cat has 38 chromosomes. How many chromosomes does each of the two new cells have after mitosis?',
      a: '38',
      aliases: ['how many chromosomes after mitosis', 'do daughter cells have half the chromosomes'],
      hints: [
        "Think of what would happen to the cat's skin in a year if the number changed at every division.",
        'Mitosis makes two cells with the same instructions as the one they came from. The DNA has been copied beforehand.',
        'First double the chromosomes in your mind, then deal them out fairly to the two new cells.',
      ],
      example:
        'A leaf cell of an onion has 16 chromosomes. Step 1: before mitosis every chromosome is copied, so there are two of each: 32 strands. Step 2: at mitosis one strand of each pair goes to either side. Step 3: $32 \\div 2 = 16$. Result: both new cells have 16, just like the old one.',
      why: 'Copying doubles the DNA, and division halves it again. So every new body cell has the full set.',
      wrong: {
        '19': 'You halved the number. But before the cell divides, everything has been copied.',
        '76': 'That is the number of strands right after copying, before they are shared out.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What does your body use mitosis for?',
      choices: [
        'To digest food',
        'To make sperm or egg cells',
        'To kill bacteria',
        'To grow and to replace worn-out cells',
      ],
      a: 'd',
      aliases: ['why do cells divide', 'what is mitosis good for'],
      hints: [
        'Think of a scraped knee: what has to happen until there is skin again?',
        'Mitosis makes more cells of the same kind, with the same instructions.',
        'For which of the jobs on the list are identical new cells just what you need?',
      ],
      why: 'Mitosis gives identical cells, which is what growing and repairing need. Your outer skin is new every month because of it.',
      wrong: {
        a: 'Digestion is done by enzymes. No new cells are needed for it.',
        b: 'Those have only half the chromosomes and are made by another kind of division.',
        c: 'Special white blood cells do that. Mitosis may make more of them, but it kills nothing.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'A human body cell has 46 chromosomes. How many are there in a sperm cell?',
      a: '23',
      aliases: ['chromosomes in sperm and egg', 'haploid number in humans'],
      hints: [
        'Think of what happens next: a sperm cell and an egg cell become one cell.',
        'Father and mother give equally many chromosomes, and the child must end up with the usual number.',
        'Two equal parts have to make 46 together.',
      ],
      example:
        'A body cell of a dog has 78 chromosomes. How many has an egg cell? Step 1: egg and sperm together must make 78 again. Step 2: both give the same number. Step 3: $78 \\div 2 = 39$. Step 4: check: $39 + 39 = 78$. Result: 39 chromosomes.',
      why: 'Sex cells carry one chromosome of each pair. When two of them meet, the pairs are complete again, and the number stays the same from one generation to the next.',
      wrong: {
        '46': 'Then a child would have twice as many as its parents.',
        '92': 'You doubled. The number has to become smaller before two cells join.',
        '2': 'That is the number of sex chromosomes in a body cell. The question asks for all chromosomes of a sperm cell.',
      },
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'What must happen in the nucleus *before* mitosis can begin?',
      choices: [
        'All the DNA is copied.',
        'Half of the DNA is thrown away.',
        'The cell joins with another cell.',
        'All proteins are broken down.',
      ],
      a: 'a',
      aliases: ['what happens in interphase', 'when is dna copied'],
      hints: [
        'Two cells will need a full set of instructions each, but there is only one set now.',
        'Compare with a school that splits into two: each of them needs every textbook.',
        'Ask which of the four gives enough material for two complete nuclei.',
      ],
      why: 'The DNA is doubled in the time between divisions. After that the two copies hang together until mitosis pulls them apart.',
      wrong: {
        b: 'Then both new cells would lack instructions.',
        c: 'That happens at fertilization. Here one cell becomes two.',
        d: 'The cell needs its proteins: some of them pull the chromosomes apart.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'What is the name of the special division that makes sperm and egg cells, with half the number of chromosomes?',
      a: 'meiosis',
      also: ['the meiosis', 'by meiosis'],
      aliases: ['division that makes sex cells', 'division that halves the chromosomes'],
      hints: [
        'Its name looks much like that of the division for growth, so mind the spelling.',
        'It comes from the Greek word for “making less”, because the number of chromosomes becomes smaller.',
        'It consists of two divisions in a row and ends with four different cells. Spell its beginning with care: only this tells it from the division for growth.',
      ],
      why: 'Meiosis halves the number and shuffles the chromosomes at the same time. That is why no two sperm or egg cells are alike.',
      wrong: {
        mitosis: 'That is the division for growth, and it keeps the number of chromosomes.',
        fertilization: 'That is when sperm and egg join. You need the division that comes before.',
      },
    }),
    item({
      level: 3,
      kind: 'expression',
      q: 'A single cell divides in two, both new cells divide again, and so on. Write an expression for the number of cells after $n$ rounds of division.',
      a: '2^n',
      aliases: ['formula for number of cells after n divisions', 'doubling cells exponential'],
      hints: [
        'Write down the number of cells at the start and after the first few rounds, and look at how it goes from each one to the next.',
        'Each round multiplies the number by the same factor. Multiplying by the same factor again and again is a power.',
        'After three rounds the number is the doubling factor multiplied by itself three times. Now write $n$ rounds with an exponent.',
      ],
      example:
        'A parasite splits into three in each round, starting from one. Step 1: list: 1, 3, 9, 27. Step 2: each round multiplies by 3. Step 3: after one round $3^1$, after the next $3^2$, then $3^3$. Step 4: the exponent counts the rounds. Result: $3^n$ after $n$ rounds.',
      why: 'Every round doubles the number, so the rounds are counted in the exponent. After only 45 rounds there would be about as many cells as in your whole body.',
      wrong: {
        '2n': 'This adds two new cells in each round. But in each round *all* cells divide.',
        'n^2': 'Base and exponent are swapped. Test it with $n = 3$.',
        'n + 1': 'This would mean that only one cell divides in each round.',
      },
    }),
    item({
      level: 3,
      kind: 'set',
      q: 'A fruit fly has body cells with 8 chromosomes, and it also has sex cells. Write the set of all numbers of chromosomes that you find in its body cells and sex cells, such as $\\{1, 2\\}$. (Count cells that are not dividing.)',
      a: '{4, 8}',
      aliases: ['chromosome numbers of the fruit fly', 'diploid and haploid numbers as a set'],
      hints: [
        'There are two kinds of cells in the question. Each gives one number for the set.',
        'Growth division keeps the number of chromosomes; the division for sperm and eggs halves it.',
        'One number is given in the question. Work out the one for sperm and eggs from it, and write both between braces.',
      ],
      example:
        'A pea plant has 14 chromosomes in its leaf cells. Which numbers occur in leaf cells and pollen sperm cells? Step 1: leaf cells arise by mitosis, so they all have 14. Step 2: sperm cells have one chromosome of each pair: $14 \\div 2 = 7$. Step 3: write both numbers as a set. Result: $\\{7, 14\\}$.',
      why: 'Body cells have pairs of chromosomes, sex cells have one of each pair. No other number occurs in a healthy fly.',
      wrong: {
        '{8}': "You have the body cells. What about the fly's sperm or egg cells?",
        '{8, 16}': 'You doubled. Sex cells have to have fewer chromosomes, not more.',
        '{4}': 'You have the sex cells. The body cells belong to the set, too.',
      },
    }),
    story('On a warm day bacteria in a bowl of soup divide every 20 minutes. At noon there are 5 bacteria in it.', [
      {
        level: 2,
        kind: 'number',
        q: "How many rounds of division are there until 2 o'clock?",
        a: '6',
        hints: [
          'Find the length of time first, in the same unit as the time for a division.',
          'Rounds = whole time ÷ time for one round.',
          'Two hours are 120 minutes. See how many 20-minute rounds fit in.',
        ],
        why: 'Time only counts in whole rounds here: three of them fit into each hour.',
        wrong: {
          '3': 'That is the number of rounds in a single hour.',
          '40': 'You multiplied two by twenty. How many times does the one time fit into the other?',
          '0.1': 'You divided hours by minutes. Bring both into the same unit.',
        },
      },
      {
        level: 3,
        kind: 'number',
        q: "How many bacteria are there at 2 o'clock?",
        a: '320',
        aliases: ['bacteria growth after two hours', 'doubling from a starting number'],
        hints: [
          'Start with the 5 bacteria and follow what each of them does in every round.',
          'Each round doubles the number. Several doublings in a row make a power of two, and every one of the first bacteria has that many descendants.',
          'One bacterium becomes 64 in this time. How many had there been at noon?',
        ],
        example:
          'Seven yeast cells double every hour. How many are there after 4 hours? Step 1: there are four rounds. Step 2: each round doubles, so the factor is $2 \\times 2 \\times 2 \\times 2 = 16$. Step 3: each of the seven cells gives 16: $7 \\times 16 = 112$. Result: 112 cells.',
        why: 'Each doubling multiplies everything that is there. That is why soup should not stand around warm: another two hours would give more than twenty thousand.',
        wrong: {
          '64': 'That is what a single bacterium becomes. How many were there at the start?',
          '35': 'You added the same number in every round. But the more there are, the more divide.',
          '15625': 'Base and exponent are mixed up: each round multiplies by two, not by five.',
        },
      },
      {
        level: 4,
        kind: 'number',
        unit: 'min',
        q: 'After how many minutes, counted from noon, are there more than 1,000 bacteria for the first time? (They all divide at the same moment, at the end of every round.)',
        a: '160',
        aliases: ['when are there more than 1000 bacteria'],
        hints: [
          'Go on from the number you have just found, and keep an eye on the thousand.',
          'Count the rounds until the number has passed the limit, and only then turn rounds into minutes.',
          "One more round after 2 o'clock gives 640, which is still too few. Double again, then count all the rounds since noon.",
        ],
        example:
          'Three bacteria double every 30 minutes. When are there more than 100? Step 1: double and count: 6, 12, 24, 48, 96, 192. Step 2: after five rounds there are 96, not enough; the sixth round passes 100. Step 3: turn rounds into time: $6 \\times 30 = 180$. Result: after 180 minutes.',
        why: 'The limit is passed in the middle of a doubling, so you need the first whole round that gets beyond it. Then rounds × 20 minutes gives the time.',
        wrong: {
          '140': 'At this time there are 640. Is that more than a thousand?',
          '8': 'That is the number of rounds. The question asks for minutes.',
          '180': 'By then the limit had already been passed for a whole round.',
        },
      },
    ]),
    item({
      level: 3,
      kind: 'choice',
      q: 'What goes wrong when a tumour forms?',
      choices: [
        'Cells stop dividing altogether.',
        'Cells divide although no new cells are needed.',
        'Cells divide by meiosis in the wrong organ.',
        'Cells turn into bacteria.',
      ],
      a: 'b',
      aliases: ['what is cancer', 'uncontrolled cell division'],
      hints: [
        'A tumour is a growing lump. What must cells do to make a lump?',
        'Healthy cells wait for signals before they divide. Changes in certain genes can make a cell deaf to them.',
        'Compare with a car: which fault makes it go on when it should stand still?',
      ],
      example:
        'A cut in the skin closes within a week, and then the skin stops growing. Step 1: the wound sends signals, and cells at its edge divide. Step 2: when the gap is closed, the cells touch each other again. Step 3: the signals end, and the cells stop. Result: in healthy tissue, division is switched on when needed and off again afterwards.',
      why: 'Mutations in the genes that control division take the brakes away. The cells go on dividing, although the body needs no more of them.',
      wrong: {
        a: 'Then a wound would not heal, but no lump would grow.',
        c: 'Meiosis halves the chromosomes. Tumour cells divide in the way of ordinary body cells.',
        d: 'No human cell can become a bacterium.',
      },
    }),
    testItem({
      level: 2,
      kind: 'number',
      q: "The body cells of a horse have 64 chromosomes. How many chromosomes does a horse's egg cell have?",
      a: '32',
      aliases: ['chromosomes in the egg cell of a horse'],
      hints: [
        'An egg cell is only one of the two cells that a foal starts from.',
        'Meiosis leaves one chromosome of each pair.',
        'Ask how many pairs 64 chromosomes make.',
      ],
      example:
        'Body cells of a cow have 60 chromosomes. How many has a sperm cell? Step 1: the chromosomes come in pairs: $60 \\div 2$ pairs. Step 2: a sperm cell gets one of each pair. Step 3: that makes 30. Result: 30 chromosomes.',
      why: 'Meiosis halves the number, so that egg and sperm together make the full number again.',
      wrong: {
        '64': 'With as many from the stallion, the foal would have twice as many as its parents.',
        '128': 'You doubled. Meiosis makes the number smaller.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Two sisters have the same parents and yet do not look the same. What is the main reason?',
      choices: [
        'They have different numbers of chromosomes.',
        'Only the older one has genes from the father.',
        'In meiosis chromosomes are shuffled, so every egg and sperm is different.',
        'Genes change completely at birth.',
      ],
      a: 'c',
      aliases: ['why are siblings different'],
      hints: [
        'Each child starts from one sperm and one egg. Are all eggs of a mother the same?',
        'Of each pair of chromosomes, chance decides which one gets into a sex cell.',
        'Look for the answer in which chance mixes the cards before every child.',
      ],
      example:
        'A box has two red, two green and two blue cards, each with the number 1 or 2. For every new hand you draw one card of each colour. Step 1: for red there are two possibilities, for green two, for blue two. Step 2: together $2 \\times 2 \\times 2 = 8$ different hands. Step 3: with 23 colours there would be over eight million. Result: two equal hands are very unlikely.',
      why: 'Each parent can make over eight million different combinations of chromosomes, so two children never get the same cards, unless they are identical twins.',
      wrong: {
        a: 'Both sisters have 46. It is the selection that differs.',
        b: 'Every child gets half of its chromosomes from either parent.',
        d: 'Genes stay the same at birth. The difference arises earlier.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'Three stem cells divide, and all their descendants go on dividing at the same pace. How many cells are there after 5 rounds of division?',
      a: '96',
      aliases: ['three cells after five divisions'],
      hints: [
        'Follow a single stem cell first.',
        'Each round doubles the number of cells.',
        'One cell becomes 32 in five rounds. There were three at the start.',
      ],
      example:
        'Six cells divide for 3 rounds. Step 1: one cell becomes $2 \\times 2 \\times 2 = 8$. Step 2: all six do the same: $6 \\times 8 = 48$. Step 3: check by doubling: 6, 12, 24, 48. Result: 48 cells.',
      why: 'Five doublings multiply the number by thirty-two, and each of the three stem cells contributes as many.',
      wrong: {
        '32': 'That is what comes from a single cell.',
        '30': 'You added instead of doubling again and again.',
        '243': 'You multiplied by three in each round. How many cells does one cell become?',
      },
    }),
  ],
};
