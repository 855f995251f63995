import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toHtml } from '../../web/rich-text.ts';
import { MarkupRefused } from './markup.ts';
import { parseHtml } from './parse-html.ts';
import { toMarkdown, UnreadFormula } from './to-markdown.ts';

const markdown = (html: string) => toMarkdown(parseHtml(html));

const cases: [string, string, string][] = [
  [
    'paragraphs and emphasis',
    '<p>Hello <b>big </b>world</p>\n<p>and <em>you</em></p>',
    'Hello **big** world\n\nand *you*',
  ],
  ['line breaks', 'Now is<br/>the time<br><br>again', 'Now is\nthe time\nagain'],
  [
    'lists in lists',
    '<ul><li>One<ul><li>Two</li></ul></li><li>Three<br>four</li></ul>',
    '- One\n\n  - Two\n- Three\n  four',
  ],
  ['numbered lists', '<ol><li>a</li><li><p>b</p></li></ol>', '1. a\n2. b'],
  [
    'a table',
    '<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>',
    '| a | b\\|c |\n| --- | --- |\n| 1 | 2 3 |',
  ],
  ['a table that only sets text', '<table><tr><td>one</td></tr><tr><td>two</td></tr></table>', 'one\n\ntwo'],
  ['a quotation', '<blockquote><p>Now</p></blockquote>', '> Now'],
  ['code', '<code>a*b</code> <pre>x\n  y</pre>', '`a*b`\n\n```\nx\n  y\n```'],
  [
    'raised and lowered',
    'x<sup>2</sup>, H<sub>2</sub>O, 10<sup>-3</sup>, 1<sup>st</sup>, a<sub>n</sub>',
    'x², H₂O, 10⁻³, 1st, a\\_(n)',
  ],
  [
    'what would be markdown',
    '*a* _b_ `c` [d] #1 $5 | ~e~ \\',
    '\\*a\\* \\_b\\_ \\`c\\` [d\\] \\#1 \\$5 \\| \\~e\\~ \\\\',
  ],
  [
    'what would be a list or a quotation',
    '<p>1. one</p><p>- two</p><p>&gt; three</p>',
    '1\\. one\n\n\\- two\n\n\\> three',
  ],
  ['formulas in the text', 'Solve \\(x^2=4\\) or $$y$$ for \\[ z \\]', 'Solve $x^2=4$ or $y$ for $z$'],
  ['MathML', '<math><mfrac><mn>1</mn><mi>x</mi></mfrac></math>', '$\\frac{1}{x}$'],
  [
    'links',
    '<a href="https://example.org/a">here</a> <a href="javascript:alert(1)">there</a>',
    '[here](https://example.org/a) there',
  ],
  ['what runs or styles', '<script>alert(1)</script><style>p{}</style>text<noscript>no</noscript>', 'text'],
  ['ruby', '<ruby>真<rp>(</rp><rt>まこと</rt><rp>)</rp></ruby>', '真 (まこと)'],
  ['what was never closed', '<p>one<p>two<b>three', 'one\n\ntwo**three**'],
];
for (const [title, html, wanted] of cases) {
  test(`HTML becomes Markdown: ${title}`, () => assert.equal(markdown(html), wanted));
}

test('a formula with a part that is not known is an error of its own, and its TeX is taken where it carries one', () => {
  assert.throws(() => markdown('<math><mglyph/></math>'), UnreadFormula);
  const carried =
    '<math><semantics><mglyph></mglyph><annotation encoding="application/x-tex">\\[a+b\\]</annotation></semantics></math>';
  assert.equal(markdown(carried), '$a+b$');
});

test('formulas of a school book', () => {
  const formula = (inner: string) => markdown(`<math>${inner}</math>`);
  assert.equal(formula('<msup><mi>c</mi><mn>2</mn></msup><mo>=</mo><msqrt><mn>2</mn></msqrt>'), '$c^{2} = \\sqrt{2}$');
  assert.equal(formula('<mi>sin</mi><mo>&#x2061;</mo><mi>α</mi>'), '$\\sin α$');
  assert.equal(formula('<mover><mi>x</mi><mo>¯</mo></mover>'), '$\\overline{x}$');
  assert.equal(formula('<mfenced><mi>a</mi><mi>b</mi></mfenced>'), '$\\left( a, b \\right)$');
  assert.equal(formula('<mtext>5 % of $</mtext>'), '$\\text{5 \\% of \\$}$');
});

test('no document can make anything but text of ours: no tag, no script, no picture', () => {
  const bits = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<li>',
    '<ul>',
    '<table><tr><td>',
    '</td></tr>',
    '<a href="https://x.org/">',
    '</a>',
    '<img src=x onerror=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<script>alert(2)</script>',
    '](javascript:alert(3))',
    '[',
    '![',
    '`',
    '\\',
    '$',
    '\\(',
    '\ue000',
    '\ue004',
    '# ',
    '1. ',
    '<svg onload=alert(4)>',
    '\n',
    ' ',
    'x',
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 25 }), (list) => {
      const html = toHtml(
        toMarkdown(parseHtml(list.join('')), (element) =>
          element.name === 'img' || element.name === 'svg' ? '' : undefined,
        ),
      );
      assert.doesNotMatch(html, /<(?:script|img|svg|iframe)|\son\w+=|href="(?!https:\/\/x\.org)/i);
    }),
    { numRuns: 500 },
  );
});

test('what is nested is read once, however it is nested', { timeout: 20_000 }, () => {
  const nested = (open: string, depth: number) => markdown(`${open.repeat(depth)}x`);
  assert.match(nested('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>', 20), /x/);
  assert.match(nested('<ul><li>', 40), /x/);
  assert.match(nested('<blockquote>', 80), /x/);
  const formula = `<math>${'<munder>'.repeat(90)}<mi>x</mi><mi>y</mi>${'</munder><mi>z</mi>'.repeat(90)}</math>`;
  assert.match(markdown(formula), /underset/);
  assert.match(
    markdown(`<b>x${' '.repeat(100_000)}x</b><pre>x${' '.repeat(100_000)}x</pre>${'\\('.repeat(50_000)}`),
    /x/,
  );
});

test('depth and number are bounded', () => {
  assert.throws(() => parseHtml('<div>'.repeat(200)), MarkupRefused);
  assert.throws(() => parseHtml('<br>'.repeat(60_000)), MarkupRefused);
});
