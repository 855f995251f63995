import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toHtml, toInlineHtml } from './rich-text.ts';

test('markdown is shown as markdown', () => {
  const html = toHtml('**Undo** the *last* step:\n\n- first\n- second\n\n`x + 1`');
  assert.match(html, /<strong>Undo<\/strong> the <em>last<\/em>/);
  assert.match(html, /<li>first<\/li>/);
  assert.match(html, /<code>x \+ 1<\/code>/);
});

test('HTML in a text is read, never run', () => {
  const html = toHtml('<script>alert(1)</script> <img src=x onerror=alert(1)>');
  assert.match(html, /&lt;script&gt;/);
  assert.doesNotMatch(html, /<(script|img)/);
});

test('links lead to the web or a mailbox; anything that runs stays text', () => {
  assert.match(
    toHtml('[a](https://example.org)'),
    /<a href="https:\/\/example\.org" rel="noopener noreferrer nofollow"/,
  );
  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
  ]) {
    assert.doesNotMatch(toHtml(`[a](${url}) <${url}>`), /<a /, url);
  }
});

test('pictures of other places are not fetched; their description is shown', () => {
  const html = toHtml('![a graph](https://evil.example/pixel.png)');
  assert.match(html, /a graph/);
  assert.doesNotMatch(html, /<img|evil/);
});

test('a title in a text does not disturb the outline of the page', () => {
  assert.doesNotMatch(toHtml('# Big\n\n## Small'), /<h\d/);
});

test('formulas become MathML, isolated left to right', () => {
  assert.match(toInlineHtml('Solve $5x - 7 = 18$'), /<bdi dir="ltr"><math [^>]*>.*<mn>18<\/mn>.*<\/math><\/bdi>/);
  assert.match(toHtml('$$\n\\frac{1}{2}\n$$'), /<math display="block"[^>]*><mfrac>/);
  assert.match(toInlineHtml('\\(x^2\\)'), /<msup>/);
  assert.match(toHtml('\\[\nx = 1\n\\]'), /<math display="block"/);
});

test('a line of nothing but a formula is read aloud in words', () => {
  const read: [string, string][] = [
    ['x^2', 'x squared'],
    ['-3 \\le x < 5', 'minus 3 is at most x is less than 5'],
    ['\\frac{1}{2}', '1 over 2'],
    ['\\frac{x+1}{2}', 'fraction x plus 1 over 2, end of fraction'],
    ['2^{n+1}', '2 to the power of n plus 1, end of power'],
    ['\\sqrt{x+1}', 'square root of x plus 1, end of root'],
    ['\\sqrt[3]{8}', 'root 3 of 8, end of root'],
    ['30^\\circ', '30 degrees'],
    ["f'(x)", 'f prime open bracket x close bracket'],
    ['x_1^2', 'x sub 1 squared'],
    ['\\sum_{i=1}^n i', 'the sum from i equals 1 to n i'],
    ['\\overline{AB}', 'A B with a bar'],
    ['\\begin{cases}1&a\\\\2&b\\end{cases}', 'open brace row 1: 1, a; row 2: 2, b'],
    ['\\text{a "b" \\& <c>}', 'a &quot;b&quot; &amp; &lt;c>'],
  ];
  for (const [tex, words] of read) {
    const label = /<math aria-label="([^"]*)"/.exec(toInlineHtml(`$${tex}$`))?.[1];
    assert.equal(label, words, tex);
  }
  assert.doesNotMatch(toHtml('$x^2$'), /aria-label/, 'a text is read by its own parts');
  assert.match(toInlineHtml(`$${'\\sqrt{'.repeat(120)}x${'}'.repeat(120)}$`), /<math>/, 'deeper than is read');
});

test('lines of a displayed formula are not taken for a list or a heading', () => {
  const html = toHtml('$$\n\\begin{aligned}\nx &= 1\\\\\n- y &= 2\n\\end{aligned}\n$$\nThat is it.');
  assert.match(html, /<mtable/);
  assert.doesNotMatch(html, /<li>|<h\d/);
  assert.match(html, /That is it\./);
});

test('money stays money', () => {
  for (const text of ['\\$5 and \\$7', '$5 and $7', 'It costs $20,000 or $30,000.', 'You have $ 5 and $ 7', '$x$5']) {
    assert.doesNotMatch(toHtml(text), /<math/, text);
    assert.equal(toHtml(text).match(/\$/g)?.length, 2, text);
  }
});

test('code is no formula', () => {
  assert.doesNotMatch(toHtml('`$x$`'), /<math/);
});

test('a formula that cannot be read is shown as it was written', () => {
  assert.match(toHtml('see $\\nonsense{x}$'), /\$\\nonsense\{x\}\$/);
  assert.match(toHtml('$$\\frac{1}$$'), /\$\$\\frac\{1\}\$\$/);
  assert.match(toHtml(`$${'x+'.repeat(600)}x$`), /\$x\+x\+/);
});

test('formulas cannot link, load, name or style anything', () => {
  for (const tex of [
    '\\href{javascript:alert(1)}{x}',
    '\\includegraphics{x.png}',
    '\\class{a}{x}',
    '\\id{content}{x}',
    '\\style{color:red}{x}',
    'x\\label{content}\\tag{1}',
    '\\begin{align}x\\label{content}\\end{align}',
    '\\ref{content}',
  ]) {
    assert.doesNotMatch(toHtml(`$$${tex}$$`), /<a |<img|href=|src=|id=|style=/, tex);
    assert.doesNotMatch(toHtml(`$${tex}$`), /<a |<img|href=|src=|id=|style=/, tex);
  }
});

test('colours and frames of formulas come without style attributes, for the policy of the pages', () => {
  for (const tex of [
    '\\begin{array}{c|c}1&2\\\\ \\hline 3&4\\end{array}',
    '\\boxed{3}',
    '\\color{red}{x}',
    '\\begin{cases}1\\\\2\\end{cases}',
  ]) {
    const html = toHtml(`$${tex}$`);
    assert.match(html, /<math/, tex);
    assert.doesNotMatch(html, / style=/, tex);
    assert.doesNotMatch(html, /class="[^"]*"[^>]*class="/, tex);
  }
  assert.match(toHtml('$\\boxed{3}$'), /class="tml-box"/);
});

test('columns of a table are aligned by classes', () => {
  const html = toHtml('| a | b |\n|--:|:-:|\n| 1 | 2 |');
  assert.match(html, /<td dir="auto" class="n">1<\/td>/);
  assert.doesNotMatch(html, /style=/);
});

test('each paragraph finds its own direction', () => {
  assert.equal(toHtml('שלום\n\nhello').match(/<p dir="auto">/g)?.length, 2);
});

const nasty = fc.array(
  fc.constantFrom(
    '$',
    '$$',
    '\\',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '<',
    '>',
    '"',
    "'",
    '&',
    '`',
    '|',
    '\n',
    '{',
    '}',
    '^',
    '_',
    '\\frac',
    '\\left(',
    '\\begin{matrix}',
    '<script>',
    '](javascript:x)',
    '[a',
    '!',
    'x',
    '5',
    ' ',
  ),
  { maxLength: 40 },
);

test('whatever is written, nothing throws and nothing runs', () => {
  fc.assert(
    fc.property(nasty, (parts) => {
      for (const html of [toHtml(parts.join('')), toInlineHtml(parts.join(''))]) {
        assert.doesNotMatch(html, /<(script|img|iframe|svg|style)|<[^>]+ (on\w+|style)=|href="(?!https?:|mailto:)/i);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a long text of formulas that never close is shown at once, and holds nobody else up', () => {
  for (const mark of ['$a ', '\\(a ', '\\[a ', '\\[a\n', '- \\[a\n']) {
    const began = performance.now();
    assert.doesNotMatch(toHtml(mark.repeat(15_000)), /<math/);
    const took = performance.now() - began;
    assert.ok(took < 2000, `${JSON.stringify(mark)} took ${Math.round(took)} ms`);
  }
});

test('a display formula has at most a hundred lines', () => {
  const formula = (lines: number) => `\\[x${'\n+ 1'.repeat(lines - 1)}\\]`;
  assert.match(toHtml(formula(100)), /display="block"/);
  assert.doesNotMatch(toHtml(formula(101)), /<math/);
});
