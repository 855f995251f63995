const FUNCTIONS = [
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
  'sin',
  'cos',
  'tan',
  'sec',
  'csc',
  'cot',
  'ln',
  'log',
  'lim',
];
const GREEK = [
  'alpha',
  'beta',
  'gamma',
  'delta',
  'theta',
  'lambda',
  'sigma',
  'omega',
  'epsilon',
  'mu',
  'rho',
  'phi',
  'pi',
  'tau',
];
const FUNCTION = new RegExp(`(?<![\\\\a-zA-Z])(${FUNCTIONS.join('|')})(?![a-zA-Z])`, 'g');
const LETTER = new RegExp(`(?<![\\\\a-zA-Z])(${GREEK.join('|')})(?![a-zA-Z])`, 'g');

/** What the source's converter makes of a spreadsheet's formulas, and what was meant. Applied in this order. */
const REPAIRS: readonly (readonly [RegExp, string])[] = [
  [/\\\$\\\$/g, ''],
  // A number before a bracket was taken for a function: \operatorname{24}\left(…\right).
  [/\\operatorname\s*\{\s*(-?[\d.]+)\s*\}/g, '$1'],
  [/\\operatorname\s*\{\s*(\\left\([^{}]*\\right\))\s*\}/g, '$1'],
  [/\\operatorname\s*\{\s*log_\{?(\w+)\}?\s*\}/g, '\\log_{$1}'],
  [/\\operatorname\s*\{\s*(sin|cos|tan|sec|csc|cot|ln|log)\s*\}/g, '\\$1 '],
  // An exponent after "4(2)" belongs to the bracket, not to the product: {4\left(2\right)}^{x-1}.
  [/\{(-?[\d.]+|[a-zA-Z])\\left\(((?:(?!\\left|\\right)[^{}])*)\\right\)\}\s*\^/g, '$1\\left($2\\right)^'],
  [/\s*\*\*\s*\{/g, '^{'],
  [/\s*\*\*\s*(\\[a-zA-Z]+|[\d.]+|[a-zA-Z]|[+-](?![\w\\]))/g, '^{$1}'],
  [/\s*(?<!\\)\*\s*/g, ' \\cdot '],
  [/(?<!\\)([%#])/g, '\\$1'],
  [/(?<![\\a-zA-Z])-?inf(?:inity)?(?![a-zA-Z])/g, '\\infty'],
  [/±/g, '\\pm '],
];

/** A formula of the source as TeX that means what its author meant. Texts inside \text{…} stay as they are. */
export function repairTex(tex: string): string {
  return tex
    .split(/(\\(?:text|mathrm)\s*\{[^{}]*\})/)
    .map((part, index) => (index % 2 === 1 ? part : repairPart(part)))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function repairPart(tex: string): string {
  const minus = (found: string) => (found.startsWith('-') ? '-\\infty' : '\\infty');
  const repaired = REPAIRS.reduce(
    (text, [pattern, meant]) => (meant === '\\infty' ? text.replace(pattern, minus) : text.replace(pattern, meant)),
    tex,
  );
  return repaired.replace(FUNCTION, '\\$1 ').replace(LETTER, '\\$1 ');
}

/** What is wrong with the build of a formula, so that no reader could make sense of it; null when nothing is. */
export function damageOfTex(tex: string): string | null {
  if (/(?<!\\)(?:\\\\)*\\$/.test(tex)) return 'it ends in a backslash';
  if (/(?<!\\)(?:\\\\)*\$/.test(tex)) return 'a dollar sign stands in it';
  const bare = tex.replace(/\\[\\{}$]/g, '');
  let depth = 0;
  for (const mark of bare) {
    depth += mark === '{' ? 1 : mark === '}' ? -1 : 0;
    if (depth < 0) return 'a brace closes that none opened';
  }
  if (depth > 0) return 'a brace is not closed';
  if (count(bare, /\\left(?![a-zA-Z])/g) !== count(bare, /\\right(?![a-zA-Z])/g))
    return '\\left and \\right do not match';
  if (count(bare, /\\begin\b/g) !== count(bare, /\\end\b/g)) return '\\begin and \\end do not match';
  return null;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
