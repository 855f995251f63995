import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText } from './source-text.ts';

const READS: [what: string, source: string, text: string][] = [
  ['a formula is set inline', 'Find $$x^2+1$$.', 'Find $x^2+1$.'],
  ['words set as formulas are words', 'Then $$what$$ $$is$$ $$the$$ $$area$$?', 'Then what is the area?'],
  [
    'a word with a hyphen is a word',
    'The $$x\\$\\$-component$$ and the $$65.0-kg$$ block',
    'The x-component and the 65.0-kg block',
  ],
  ['a possessive is a word', "the $$fly's$$ wing", "the fly's wing"],
  ['products of letters stay formulas', '$$xy$$ and $$fg$$ and $$AB$$ and $$lwh$$', '$xy$ and $fg$ and $AB$ and $lwh$'],
  ['a formula cut at its relation is whole', '$$y$$ $$=$$ $$6x^2$$', '$y = 6x^2$'],
  ['a formula cut inside its braces is whole', '$$\\vec{D$$} $$=$$ $$3\\hat{i$$}', '$\\vec{D} = 3\\hat{i}$'],
  ['a formula opened inside another is one', '$$\\lim_{x\\to $$2$$} $$f(x)=4$$', '$\\lim_{x\\to 2}$ $f(x)=4$'],
  ['brackets cut at a comma are whole', '$$(1.0$$, $$8.0)$$', '$(1.0, 8.0)$'],
  ['powers written with stars are powers', '$$10**{23}$$ and $$x\\to 2**+$$', '$10^{23}$ and $x\\to 2^{+}$'],
  ['a formula in prose is one', 'where I=(1/3)*m*L**2 holds', 'where $I=(1/3) \\cdot m \\cdot L^{2}$ holds'],
  ['a number before a bracket is no function', '$$\\operatorname{24}\\left(y+1\\right)$$', '$24\\left(y+1\\right)$'],
  ['an exponent belongs to the bracket', '$${4\\left(2\\right)}^{x-1}-2$$', '$4\\left(2\\right)^{x-1}-2$'],
  ['functions and Greek letters stand upright or Greek', '$$3cos(theta)$$', '$3\\cos (\\theta )$'],
  ['money is money', 'for $$\\$34.98$$ or $100', 'for \\$34.98 or \\$100'],
  ['money cut at its comma is whole', '$$\\$7, 683.20$$', '\\$7,683.20'],
  ['percent in a formula does not end it', '$$9.8%$$', '$9.8\\%$'],
  [
    'a number and its unit belong together',
    'At $$20$$ $$m$$ and $$9.8$$ $$\\frac{m}{s^2}$$',
    'At $20\\ \\text{m}$ and $9.8\\ \\text{m}/\\text{s}^{2}$',
  ],
  ['a new line is one', 'One.\\nTwo.\\n- three', 'One.\nTwo.\n- three'],
  ['marks of Markdown are meant literally', 'a * b, c_1, [x], #3', 'a \\* b, c\\_1, [x\\], \\#3'],
  [
    'the other delimiters are understood',
    'Use \\(a=g\\sin(\\theta)\\), where $$\\(g=9.8\\)$$',
    'Use $a=g\\sin(\\theta)$, where $g=9.8$',
  ],
  ['a closing sign without an opening one', 'is |\\vec{A}|$$ when', 'is $|\\vec{A}|$ when'],
];

for (const [what, source, text] of READS) {
  test(what, () => {
    assert.deepEqual(cleanText(source), { text, damage: null });
  });
}

test('a formula that nobody could read is reported as damaged', () => {
  assert.match(cleanText('$$\\frac{1}{2$$').damage ?? '', /brace/);
  assert.match(cleanText('$$\\left(x+1$$').damage ?? '', /left/);
  assert.equal(cleanText('$$\\left(x+1\\right)$$').damage, null);
});

test('any text is read, and none leaves an open formula', () => {
  const part = fc.constantFrom(
    '$$',
    'x',
    '{',
    '}',
    '\\frac',
    '\\$',
    ' ',
    'what',
    '**',
    '\\n',
    '3',
    ',',
    '_',
    '##',
    '(',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const { text, damage } = cleanText(parts.join(''));
      const open = text.replace(/\\[\s\S]/g, '').split('$').length - 1;
      assert.ok(damage !== null || open % 2 === 0, text);
    }),
  );
});

test('a command that lost its backslash to the source’s JSON is a command again', () => {
  assert.equal(cleanText('$$[\text{length}]^2$$ and $$\frac{1}{2}$$').text, '$[\\text{length}]^2$ and $\\frac{1}{2}$');
});
