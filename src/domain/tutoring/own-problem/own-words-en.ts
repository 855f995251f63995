import type { OwnWords } from './own-words.ts';

export const OWN_WORDS_EN: OwnWords = {
  arithmetic: {
    question: (problem) => `Work out ${problem}.`,
    order:
      'Look at the signs first and say in which order the steps come: brackets, powers, times and divided, plus and minus.',
    first: {
      percent: 'Per cent means so many of every hundred: find one hundredth first, then take it as often as it says.',
      brackets: 'Begin inside the brackets and write the line again with what comes out there.',
      power: 'Work out the power first: it says how often the number is a factor.',
      product: 'Do the multiplication or the division first, and leave plus and minus for the end.',
      fractions: 'With fractions, look for a denominator that fits all of them before you add or subtract.',
      parts: 'Take the calculation apart: tens and ones by themselves, then put them together.',
    },
    oneStep: 'Do just one step, write the whole new line under the old one, and go on from there.',
    explanation: (problem, value) => `Step by step, in the order of the signs, ${problem} comes to ${value}.`,
  },
  linear: {
    question: (problem, letter) => `Solve ${problem} for ${letter}.`,
    meaning: (letter) =>
      `Ask what ${letter} stands for: one number that makes both sides equal. Look what is done to it, and in which order.`,
    balance: 'Both sides stay equal as long as you do the same to both. Undo what was done, the last thing first.',
    brackets: 'If there are brackets, multiply them out first. ',
    gather: (letter) => `Bring everything with ${letter} to one side: take the smaller one away on both sides.`,
    isolate: (letter) =>
      `Take away on both sides what stands beside the term with ${letter}, so that this term is alone.`,
    divide: (letter) =>
      `When only a multiple of ${letter} is left on one side, divide both sides by the number before it. Then put your result back in and test it.`,
    explanation: (together, gathered, result) =>
      `The terms brought together give ${together}, then ${gathered}, so ${result}.`,
  },
  quadratic: {
    question: (problem, letter) => `Find every value of ${letter} with ${problem}.`,
    oneSide: 'Bring everything to one side first, so that the other side is $0$, and sort by powers.',
    factors:
      'A product is $0$ exactly when one of its factors is. So a way to write it as a product shows every value that fits.',
    pair: (letter) =>
      `Look for two numbers: their product belongs to the term without ${letter}, their sum to the term with ${letter}. Test each pair.`,
    explanation: (standard, [first = '', second]) =>
      `On one side it reads ${standard}. That is $0$ ${second === undefined ? `only for ${first}` : `for ${first} and for ${second}`}.`,
  },
  inequality: {
    question: (problem, letter) =>
      `For which ${letter} is ${problem}? Write it like an inequality, with ${letter} alone on the left.`,
    meaning: (letter) =>
      `Many numbers may fit: ask where ${letter} has to lie. First think of the sign as one of equality and look for the border.`,
    balance:
      'Do the same to both sides, as with an equation. One thing is different: where you multiply or divide both sides by a negative number, the sign turns round.',
    divide: (letter) =>
      `When only a multiple of ${letter} is left on one side, divide both sides by the number before it, and mind whether that number is negative. Then test a number on each side of the border.`,
    explanation: (together, gathered, result, turned) =>
      `${together} becomes ${gathered}, so ${result}.${turned ? ' The sign turns round, because both sides are divided by a negative number.' : ''}`,
  },
  system: {
    question: (equations, first, second) =>
      `Find the ${first} and ${second} that fit both ${equations.join(' and ')}. Write the value of each.`,
    meaning: (first, second) =>
      `One pair is looked for: a number for ${first} and one for ${second}, so that both equations hold at the same time.`,
    eliminate:
      'Get rid of one letter: multiply the equations so that it stands in both equally often, and subtract or add them. Or solve one equation for a letter and put that into the other.',
    one: (first, second) =>
      `Now only ${first} or only ${second} is left in one equation. Solve that one for its letter, as usual.`,
    back: 'Put what you found into one of the equations at the start; it gives the other letter. Then test the pair in both.',
    explanation: (first, second) =>
      `One letter goes by adding or subtracting the equations; what is left gives ${first} and ${second}, which fit both.`,
  },
  examples: {
    inequality: [
      'Take $-4y + 9 < 61$. Subtract $9$ on both sides: $-4y < 52$. Divide both by $-4$; the sign turns round: $y > -13$.',
      'Take $6y - 7 \\le 95$. Add $7$ on both sides: $6y \\le 102$. Divide both by $6$, which is positive: $y \\le 17$.',
    ],
    system: [
      'Take $u + v = 30$ and $u - v = 4$. Added, they give $2u = 34$, so $u = 17$. Put in: $17 + v = 30$, so $v = 13$.',
      'Take $u + 2v = 49$ and $u - v = 4$. Subtracted, they give $3v = 45$, so $v = 15$. Put in: $u - 15 = 4$, so $u = 19$.',
    ],
    order: [
      'Take $40 - 3 \\cdot (2 + 9)$. Brackets first: $2 + 9 = 11$. Then times: $3 \\cdot 11 = 33$. Minus last: $40 - 33 = 7$.',
      'Take $5 \\cdot (19 - 6) + 8$. Brackets first: $19 - 6 = 13$. Then times: $5 \\cdot 13 = 65$. Plus last: $65 + 8 = 73$.',
    ],
    fractions: [
      'Take $\\frac{1}{6} + \\frac{3}{4}$. Both go into $12$: $\\frac{2}{12} + \\frac{9}{12} = \\frac{11}{12}$.',
      'Take $\\frac{2}{5} + \\frac{1}{3}$. Both go into $15$: $\\frac{6}{15} + \\frac{5}{15} = \\frac{11}{15}$.',
    ],
    percent: [
      'Take $15\\%$ of $80$. One per cent of $80$ is $0.8$. Fifteen times that: $15 \\cdot 0.8 = 12$.',
      'Take $35\\%$ of $60$. One per cent of $60$ is $0.6$. Thirty-five times that: $35 \\cdot 0.6 = 21$.',
    ],
    'one side': [
      'Take $4y + 9 = 61$. Subtract $9$ on both sides: $4y = 52$. Divide both by $4$: $y = 13$. Test: $4 \\cdot 13 + 9 = 61$.',
      'Take $6y - 7 = 95$. Add $7$ on both sides: $6y = 102$. Divide both by $6$: $y = 17$. Test: $6 \\cdot 17 - 7 = 95$.',
    ],
    'both sides': [
      'Take $7y - 5 = 3y + 63$. Subtract $3y$ on both sides: $4y - 5 = 63$. Add $5$: $4y = 68$. Divide by $4$: $y = 17$.',
      'Take $8y + 1 = 2y + 79$. Subtract $2y$ on both sides: $6y + 1 = 79$. Subtract $1$: $6y = 78$. Divide by $6$: $y = 13$.',
    ],
    quadratic: [
      'Take $y^2 - 19y + 88 = 0$. Two numbers with product $88$ and sum $19$ are $8$ and $11$, so $(y - 8)(y - 11) = 0$, and $y = 8$ or $y = 11$.',
      'Take $y^2 - 23y + 130 = 0$. Two numbers with product $130$ and sum $23$ are $10$ and $13$, so $(y - 10)(y - 13) = 0$, and $y = 10$ or $y = 13$.',
    ],
  },
};
