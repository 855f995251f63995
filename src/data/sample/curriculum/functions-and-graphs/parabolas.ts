import type { UnitDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { item, testItem } from '../item.ts';

export const unit: UnitDraft = {
  name: 'Parabolas',
  type: 'chapter',
  weight: 0.8,
  estimatedDurationMinutes: 40,
  description:
    'The curve of a ball in the air and of a reflector. You learn where it crosses the axes, where its turning point is, and what each number of the formula does to it.',
  problems: [
    item({
      level: 1,
      kind: 'number',
      q: 'Where does the graph of $f(x) = x^2 - 5x + 6$ cross the $y$-axis? Give the value of $y$.',
      a: '6',
      hints: [
        'On the $y$-axis one of the two coordinates is always the same.',
        'Every point of the $y$-axis has $x = 0$.',
        'Put $0$ in and see which of the three terms is left.',
      ],
      example:
        'Where does the graph of $g(x) = x^2 + 3x - 8$ cross the $y$-axis? There $x = 0$, so both terms with $x$ vanish: $g(0) = -8$. It crosses at $y = -8$.',
      why: '$f(0) = 0 - 0 + 6$: the number without a letter is where the curve meets the $y$-axis.',
      wrong: {
        '2': 'That is a place on the other axis. Which coordinate is $0$ on the $y$-axis?',
        '-5': 'That number stands with $x$, and $x$ is $0$ here.',
      },
      aliases: ['y intercept', 'where does it cross the y axis'],
    }),
    item({
      level: 2,
      kind: 'set',
      q: 'For which $x$ does the graph of $f(x) = x^2 - 5x + 6$ meet the $x$-axis? Write a set, like {1, 9}.',
      a: '{2, 3}',
      hints: [
        'On the $x$-axis the other coordinate is always the same.',
        'There $f(x) = 0$, so you look for two numbers whose product is the last term.',
        'Which two numbers have the product six and the sum five?',
      ],
      example:
        'Where does $g(x) = x^2 - 7x + 10$ meet the $x$-axis? Two numbers with the product $10$ and the sum $7$ are $2$ and $5$, so $g(x) = (x - 2)(x - 5)$. That is $0$ for $\\{2, 5\\}$.',
      why: '$x^2 - 5x + 6 = (x - 2)(x - 3)$, and a product is $0$ exactly when one of its factors is.',
      wrong: {
        '{-2, -3}': 'Put one of them in. Does $0$ come out?',
        '{1, 6}': 'Their product fits, but what about the sum?',
      },
      aliases: ['zeros of a parabola', 'where does it cross the x axis'],
    }),
    item({
      level: 2,
      kind: 'choice',
      q: 'What does the graph of $f(x) = -2x^2$ look like beside that of $g(x) = x^2$?',
      a: 'b',
      choices: ['Moved down by $2$', 'Upside down and narrower', 'Upside down and wider', 'Moved to the left by $2$'],
      hints: [
        'Two things happened to the formula: a sign and a number.',
        'A minus in front turns every height into a depth. The two makes every height twice as much.',
        'Compare both at $x = 1$ and at $x = 2$: which one leaves the axis faster?',
      ],
      why: 'The minus turns the curve upside down, and the two takes it away from the axis twice as fast, so it is narrower.',
      wrong: {
        a: 'Both go through the origin: put $0$ in.',
        c: 'At $x = 1$ one is one away from the axis, the other two.',
        d: 'Both have their turning point at $x = 0$.',
      },
      aliases: ['what does the number before x squared do', 'upside down parabola'],
    }),
    item({
      level: 3,
      kind: 'number',
      q: 'A ball is $h(t) = 20t - 5t^2$ meters high after $t$ seconds. How high does it get?',
      a: '20',
      unit: 'm',
      hints: [
        'Where on the curve is the highest point? Think of its symmetry.',
        'A parabola is the same on both sides of its turning point, which lies halfway between the two zeros.',
        'The ball is on the ground at two moments. Find both, take the middle, and put that in.',
      ],
      example:
        'Another ball is $h(t) = 30t - 5t^2$ meters high. It is on the ground for $5t(6 - t) = 0$: at $t = 0$ and at $t = 6$. Halfway is $t = 3$, and $h(3) = 90 - 45$. It gets $45$ m high.',
      why: 'It is on the ground at $0$ and $4$ seconds, so it is highest after $2$: $h(2) = 40 - 20 = 20$.',
      wrong: {
        '2': 'That is when it is highest. How high is it then?',
        '4': 'That is when it comes down again.',
      },
      aliases: ['highest point of a parabola', 'turning point between the zeros'],
    }),
    testItem({
      level: 2,
      kind: 'set',
      q: 'For which $x$ does the graph of $f(x) = x^2 - 2x - 8$ meet the $x$-axis? Write a set, like {1, 9}.',
      a: '{-2, 4}',
      hints: [
        'There the function is $0$.',
        'Look for two numbers with a negative product.',
        'Their product is minus eight and their sum is two.',
      ],
      why: '$x^2 - 2x - 8 = (x + 2)(x - 4)$.',
      wrong: {
        '{2, -4}': 'Both signs are turned round: test one of them.',
        '{2, 4}': 'The product of the two has to be negative.',
      },
    }),
    testItem({
      level: 3,
      kind: 'number',
      q: 'At which $x$ does $f(x) = x^2 - 8x + 3$ have its lowest point?',
      a: '4',
      hints: [
        'The curve is the same on both sides of this place.',
        'Find two places of the same height.',
        'The function is $3$ at $x = 0$. Where else?',
      ],
      why: 'It is $3$ at $x = 0$ and at $x = 8$; the lowest point lies halfway.',
      wrong: {
        '8': 'There it is as high as at $0$. The lowest point lies between.',
        '-4': 'Try a place of the same height as at $0$: it is on the right.',
      },
    }),
  ],
};
