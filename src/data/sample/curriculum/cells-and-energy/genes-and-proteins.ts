import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, story, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Genes and proteins',
  type: 'chapter',
  weight: 0.14,
  estimatedDurationMinutes: 40,
  description:
    'A gene is a recipe, and a protein is the dish. You learn to read the four-letter language of DNA, to translate it into proteins, and to judge what a spelling mistake does.',
  prerequisites: ['Enzymes', 'Cell division'],
  problems: [
    item({
      level: 1,
      kind: 'text',
      q: 'In DNA the bases stand opposite each other in fixed pairs. Which base is the partner of adenine (A)?',
      a: 'thymine',
      also: ['T', 'thymin', 'thymine (T)', 'T (thymine)'],
      aliases: ['what pairs with adenine in dna', 'DNA base pairing rule'],
      hints: [
        'DNA has four bases. Two of them, cytosine and guanine, already have each other.',
        'The pairs fit like plug and socket: a large base always stands opposite a small one.',
        'Cross out adenine, cytosine and guanine from the four. RNA uses uracil in place of the one that is left.',
      ],
      example:
        'Which base stands opposite guanine? Step 1: list the four bases of DNA and strike out guanine itself. Step 2: guanine is a large base, so it needs a small one, held by three weak bonds. Step 3: only one of the small bases makes three such bonds. Result: cytosine (C).',
      why: 'The shapes fit in this way only. Because every base fixes its partner, one strand is enough to rebuild the other: the secret of copying DNA.',
      wrong: {
        guanine: 'Both of these are large bases: two large ones do not fit between the strands.',
        cytosine: 'Cytosine is already taken: it has a partner of its own, with three bonds.',
        uracil: 'In RNA you would be right. In DNA another base takes its place.',
      },
    }),
    item({
      level: 1,
      kind: 'choice',
      q: 'What is a gene?',
      choices: [
        'A cell that is passed on to the children',
        'A section of DNA with the instruction for a protein',
        'A protein that copies DNA',
        'The whole DNA of a person',
      ],
      a: 'b',
      aliases: ['gene definition', 'difference between gene and DNA'],
      hints: [
        'Think of a cookbook: the whole book, a single recipe, a letter. Which of these would a gene be?',
        'DNA is a very long thread. A gene is a piece of it that can be read on its own.',
        'Look for the answer that names both the material and what the instruction is for.',
      ],
      why: 'A human has about 20,000 of these recipes. Most of them tell the ribosomes how to build one protein.',
      wrong: {
        a: 'Sperm and egg cells are passed on. Genes are inside them.',
        c: 'Such a protein exists, but it is an enzyme. Where is its own recipe written?',
        d: 'That is the whole cookbook, called the genome. A gene is much less.',
      },
    }),
    item({
      level: 1,
      kind: 'text',
      q: 'Proteins are long chains. What are the links of this chain called?',
      a: 'amino acids',
      also: ['amino acid', 'aminoacids', 'the amino acids'],
      aliases: ['building blocks of proteins', 'what are proteins made of'],
      hints: [
        'There are twenty different kinds of these links, and your body can make only some of them itself.',
        'Digestion splits the proteins in your food into these links, and your ribosomes join them in a new order.',
        'The name has two words. The second word describes lemon juice and vinegar, too; the first starts with “am”.',
      ],
      why: 'Twenty kinds of links in ever different orders give millions of different proteins, just as 26 letters give all the words of English.',
      wrong: {
        bases: 'Those are the letters of DNA. You need the links of a protein.',
        genes: 'Those are the recipes. What are the ingredients?',
        sugars: 'Those are the links of starch and cellulose.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'One strand of DNA reads GATTCA. Write the bases of the strand opposite, in the same direction, letter under letter.',
      a: 'CTAAGT',
      also: ['C T A A G T', 'C-T-A-A-G-T'],
      aliases: ['complementary DNA strand', 'how to write the matching strand of dna'],
      hints: [
        'Go letter by letter. Each one has exactly one partner.',
        'In DNA there are two pairs: A with T, and C with G.',
        'Write the six letters with gaps and put the partner below each: below the first letter, G, comes its partner, and so on.',
      ],
      example:
        'The strand reads CCGATA. Step 1: the partners are A–T and C–G. Step 2: letter by letter: C gives G, C gives G, G gives C, A gives T, T gives A, A gives T. Step 3: read it off, and check by going backwards: GGCTAT gives CCGATA again. Result: GGCTAT.',
      why: 'Every base fixes its partner, so there is only one possible answer. In just this way an enzyme builds a new strand when DNA is copied.',
      wrong: {
        CUAAGU: 'U belongs to RNA. The question asks for a DNA strand.',
        ACTTAG: 'You wrote the strand backwards. Find the partner of each letter instead.',
        TCGGAC: 'You have paired A with C and G with T. Check which bases fit together.',
      },
    }),
    item({
      level: 2,
      kind: 'text',
      q: 'A gene is copied into messenger RNA. The strand of DNA that is read is TACGGA. Write the mRNA, letter under letter.',
      a: 'AUGCCU',
      also: ['A U G C C U', 'AUG CCU', 'AUG-CCU'],
      aliases: ['transcribe dna to mrna', 'how to write the mrna from dna'],
      hints: [
        'It works like finding the opposite strand, with one difference in the letters.',
        'RNA has no T. Opposite an A of the DNA it has U; all other partners are as usual.',
        'Start with the first letter: T stands opposite A. The second letter is the interesting one, because its partner is the one that RNA replaces.',
      ],
      example:
        'The strand of DNA that is read is CATTGC. Step 1: partners in RNA: A of the DNA gives U, T gives A, C gives G, G gives C. Step 2: letter by letter: C→G, A→U, T→A, T→A, G→C, C→G. Step 3: check that there is no T in the result. Result: GUAACG.',
      why: 'Messenger RNA is a copy that can leave the nucleus. It obeys the pairing rule, with U in the place of T.',
      wrong: {
        ATGCCT: 'This would be the DNA strand opposite. RNA has another letter in the place of T.',
        UACGGA: 'You only replaced T with U in the same strand. Each letter must get its partner.',
      },
    }),
    item({
      level: 2,
      kind: 'number',
      q: 'Three bases of mRNA, called a codon, stand for one amino acid. A piece of mRNA without a stop signal has 27 bases. How many amino acids does it stand for?',
      a: '9',
      aliases: ['how many amino acids from bases', 'number of codons in mRNA'],
      hints: [
        'Imagine reading a text without gaps in which all words are equally long.',
        'Each word of this language has three letters and means one amino acid.',
        'Cut the 27 bases into groups of three and count the groups.',
      ],
      example:
        'A piece of mRNA without a stop signal has 15 bases. They are read in threes: 15 ÷ 3 = 5 threes, and each stands for one amino acid. So it stands for 5 of them.',
      why: 'The letters are read in threes without overlapping, so the number of bases divided by three gives the number of amino acids.',
      wrong: {
        '81': 'You multiplied. Several letters make one word, so there are fewer words than letters.',
        '27': 'That would be one letter for each amino acid. How long is a codon?',
        '24': 'You subtracted three. How many groups of three can you make?',
      },
    }),
    story(
      'This mRNA is read from its start to its end, in codons:\n\nAUG–GAG–AAA–GUG–AAA–UGG–GAG–AAA\n\nA small part of the dictionary: AUG = methionine, GAG = glutamic acid, GUG = valine, AAA = lysine, AAG = lysine, UGG = tryptophan, UAG = stop.',
      [
        {
          level: 2,
          kind: 'number',
          q: 'How many amino acids does the chain have?',
          a: '8',
          hints: [
            'The dashes already cut the mRNA into its words.',
            'Every codon that is not a stop signal adds one amino acid to the chain.',
            'Count the codons from AUG to the last AAA, and check whether a stop is among them.',
          ],
          why: 'Each codon gives one link of the chain. The same codon may occur several times, and each time it counts.',
          wrong: {
            '24': 'Those are the bases. Three of them make one codon.',
            '5': 'You counted the different ones. If a codon comes again, it adds another link.',
          },
        },
        {
          level: 3,
          kind: 'text',
          q: 'A mutation turns the first GAG into GUG. Which amino acid now stands in the second place?',
          a: 'valine',
          also: ['val', 'valin'],
          aliases: ['sickle cell mutation', 'what happens if one base changes'],
          hints: [
            'Only the second word of the message is different. Write the new word down.',
            'The dictionary in the text tells what each codon means.',
            'Look for the new codon, with U in its middle, in the dictionary.',
          ],
          example:
            'In another chain a mutation turns UGG into AAG. Step 1: the old codon UGG means tryptophan. Step 2: look up the new codon AAG in the dictionary. Step 3: all other codons stay as they are, so the rest of the chain does not change. Result: lysine stands where tryptophan was.',
          why: 'One wrong letter changes one amino acid. This very change, in the protein that carries oxygen in the blood, causes sickle cell disease.',
          wrong: {
            'glutamic acid': 'That is what stood there before the mutation.',
            lysine: 'That is the meaning of AAA and AAG. Look up the new codon.',
          },
        },
        {
          level: 3,
          kind: 'choice',
          q: 'Another mutation turns the last AAA into AAG. What happens to the protein?',
          choices: [
            'Nothing: its chain stays the same.',
            'Its chain becomes one link shorter.',
            'All of its links change.',
            'It gets a methionine at the end.',
          ],
          a: 'a',
          aliases: ['silent mutation', 'mutation without effect'],
          hints: [
            'Look up both codons, the old one and the new one.',
            'There are more codons than amino acids, so several codons can mean the same, like synonyms.',
            'Compare the two entries of the dictionary. Would anyone who sees only the protein notice anything?',
          ],
          example:
            'In English, “start the motor” becomes “begin the motor”. Step 1: a word has changed. Step 2: look up both words: they mean the same. Step 3: the driver does exactly what he would have done before. Result: a change in the spelling, but no change in the outcome.',
          why: 'Both codons mean lysine. Such silent mutations are harmless, and they are the reason why many changes in DNA go unnoticed.',
          wrong: {
            b: 'That would need a stop signal. Look up the new codon.',
            c: 'A single exchanged letter touches only the codon that it stands in.',
            d: 'Methionine is the meaning of AUG. Look up the new codon again.',
          },
        },
        {
          level: 4,
          kind: 'number',
          q: 'A third mutation turns UGG into UAG, while all the rest is as in the beginning. How many amino acids does the chain have now?',
          a: '5',
          aliases: ['nonsense mutation stop codon', 'what does a premature stop do'],
          hints: [
            'Look up the new codon: it means something quite different from an amino acid.',
            'A ribosome reads from the start and lets go of the chain at the first stop signal. What follows is never read.',
            'Count only the codons that come before the new signal, and do not count the signal itself.',
          ],
          example:
            'An mRNA reads AUG–AAA–GAG–UGG–AAG–GUG–GAG–AAA–UAG–GAG–AAA. Step 1: find the stop: UAG is the ninth codon. Step 2: the ribosome reads the codons before it. Step 3: these are the codons from AUG to the AAA before UAG, so $9 - 1 = 8$. Result: 8 amino acids, although there are eleven codons.',
          why: 'The new stop signal cuts the chain off. What is missing is not one link but the entire rest, so such proteins usually do not work at all.',
          wrong: {
            '7': 'You left out one link only. Does the ribosome go on after a stop?',
            '6': 'You counted the stop signal as a link.',
            '8': 'That was the length before. What does UAG tell the ribosome to do?',
          },
        },
      ],
    ),
    item({
      level: 3,
      kind: 'number',
      unit: '%',
      q: 'In the DNA of a plant 30 % of all bases are adenine (A). How many percent are guanine (G)?',
      a: '20',
      aliases: ["Chargaff's rule problem", 'percent of bases in dna'],
      hints: [
        'Pairs have equal numbers: think of a dance at which nobody dances alone.',
        'There is as much T as A, and as much G as C. All four together make 100 %.',
        'A and T take up 60 % together. What is left is shared equally by the other two.',
      ],
      example:
        'In another DNA 17 % of the bases are cytosine. How much is thymine? Step 1: guanine pairs with cytosine, so there is 17 % of it, too. Step 2: together these are 34 %. Step 3: the rest is $100 - 34 = 66$ %, shared equally by A and T. Step 4: $66 \\div 2 = 33$. Result: 33 % thymine.',
      why: 'Because of the fixed pairs, one percentage determines all four. This rule was one of the clues that led to the double helix.',
      wrong: {
        '30': 'That is true for thymine, the partner of adenine.',
        '40': 'That is what is left for two bases together.',
        '70': 'That is everything that is not adenine. Three bases share it.',
      },
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'RNA has four different bases, and a codon has three places. How many different codons are there?',
      a: '64',
      aliases: ['how many codons are possible', 'four bases three places combinations'],
      hints: [
        'Imagine a lock with three wheels, each of which shows four letters.',
        'The choices for the places are independent of each other, so the numbers of possibilities multiply.',
        'The first two places already allow 16 combinations. For each of these, the third place can still be chosen freely.',
      ],
      example:
        'How many “words” of two places can be made from five symbols? Step 1: for the first place there are 5 possibilities. Step 2: for each of them there are 5 possibilities for the second place. Step 3: multiply: $5 \\times 5 = 25$. Result: 25 words.',
      why: 'Words of two letters would give only 16, too few for twenty amino acids; three letters are the shortest that suffice. And because there are many to spare, several codons mean the same.',
      wrong: {
        '12': 'You multiplied bases by places. But each place can be combined with every choice in the others.',
        '81': 'Base and exponent are swapped: each of the three places has four possibilities.',
        '24': 'You did not allow a base to occur twice, but codons such as AAA exist.',
      },
    }),
    item({
      level: 4,
      kind: 'choice',
      q: 'In the middle of a gene one base is lost. Why does this usually do more harm than the loss of three neighbouring bases?',
      choices: [
        'Because DNA with an odd number of bases breaks',
        'Because the cell notices only losses of three bases',
        'Because from there on all codons are read wrongly',
        'Because one base is heavier than three',
      ],
      a: 'c',
      aliases: ['frameshift mutation', 'why is deleting one base worse than three'],
      hints: [
        'Try it with an English sentence: THE FAT CAT ATE THE RAT. Remove one letter and cut it into words of three again.',
        'There are no gaps between codons. The ribosome simply takes the next three bases each time.',
        'Compare the two losses in the sentence: after which of them do the words at the end still make sense?',
      ],
      example:
        'Take the message SHE HAD ONE RED HAT, and remove the first D. Step 1: write it without gaps: SHEHAONEREDHAT. Step 2: cut it into threes: SHE HAO NER EDH AT. Step 3: compare: only the first word still makes sense. Now remove HAD completely: SHE ONE RED HAT. Result: a word is missing, but all the other words are still right.',
      why: 'The ribosome counts in threes. A lost base shifts the frame, so nearly every later amino acid is wrong; three lost bases in a row remove at most a link or change one next to it.',
      wrong: {
        a: 'DNA does not care about odd and even. Think of how it is read.',
        b: 'The cell does not check this while reading. What does the reading look like after the gap?',
        d: 'Weight is of no importance here. The order of the letters is.',
      },
    }),
    testItem({
      level: 2,
      kind: 'text',
      q: 'Write the DNA strand that pairs with CCATGA, letter under letter.',
      a: 'GGTACT',
      also: ['G G T A C T', 'G-G-T-A-C-T'],
      aliases: ['partner strand of CCATGA'],
      hints: [
        'Find the partner for one letter at a time.',
        'In DNA A pairs with T, and C pairs with G.',
        'The first two letters are the same, so their partners are the same, too.',
      ],
      why: 'The pairing rule leaves no choice, so each strand contains the whole information.',
      wrong: {
        GGUACU: 'This has the U of RNA in it. The question asks for DNA.',
        AGTACC: 'You wrote the strand backwards.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'A protein consists of 120 amino acids. How many bases does the part of the mRNA that encodes it have, including the stop codon at the end?',
      a: '363',
      aliases: ['bases needed for a protein with stop codon'],
      hints: [
        'Count the words of the message first, and do not forget the full stop at its end.',
        'Each amino acid takes one codon, and the stop is a codon, too. A codon has three bases.',
        'There are 121 codons in all. Now count their bases.',
      ],
      example:
        'A short protein has 50 amino acids. Step 1: 50 codons for the amino acids. Step 2: one codon for the stop: 51. Step 3: three bases each: $51 \\times 3 = 153$. Step 4: check: a third of 153 is 51 again. Result: 153 bases.',
      why: 'The stop codon adds no link to the chain, but it takes up three bases of the message.',
      wrong: {
        '360': 'You forgot the signal at the end.',
        '361': 'The stop is a whole codon, not a single base.',
        '40': 'You divided. There are more bases than amino acids.',
      },
    }),
    testItem({
      level: 3,
      kind: 'choice',
      q: 'Muscle cells and nerve cells of one person contain the same genes. Why are the cells so different?',
      choices: [
        'Each kind of cell has thrown away the genes of the others.',
        'Nerve cells have no ribosomes.',
        'Different genes are read in the two kinds of cells.',
        'Muscle cells come from the mother, nerve cells from the father.',
      ],
      a: 'c',
      aliases: ['why are cells different if they have the same dna'],
      hints: [
        'Two cooks own the same cookbook and yet serve different meals. How can that be?',
        'A gene works only when it is copied into mRNA and built into a protein.',
        'If owning the same genes is not what makes the difference, it must be what is done with them.',
      ],
      example:
        'Red blood cells in the making are full of haemoglobin, skin cells have none. Step 1: both have the haemoglobin gene, since both come from the same fertilized egg. Step 2: in the bone marrow it is copied into mRNA all the time. Step 3: in the skin it is packed away and never copied. Result: the gene is there in both, but only the marrow uses it.',
      why: 'All body cells own the whole cookbook, but each kind opens only its own recipes. Other proteins make other cells.',
      wrong: {
        a: 'The whole set of genes stays in nearly every cell of the body.',
        b: 'A cell without them could build no proteins at all.',
        d: 'Every cell has genes from both parents.',
      },
    }),
  ],
};
