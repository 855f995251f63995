/** A complex number; reals have im 0. */
export interface Complex {
  re: number;
  im: number;
}

export interface CompiledExpression {
  /** The value with `v0`, `v1`, … set to these numbers; undefined where there is none (a pole, an overflow, an error). */
  at(values: readonly number[]): Complex | undefined;
}

/** Evaluates arithmetic. Knows the variables v0, v1, … and the functions and constants below, and nothing else. */
export interface MathEngine {
  /** Undefined when the source is too long, too large, or uses a name or construct that is not on the list. */
  compile(source: string): CompiledExpression | undefined;
}

const MAX_SOURCE = 6000;
const MAX_NODES = 1200;
const MAX_EXPONENT = 2000;
const CONSTANTS = new Set(['pi', 'e', 'i']);
const VARIABLE = /^v\d{1,2}$/;
const OPERATORS = new Set(['add', 'subtract', 'multiply', 'divide', 'pow', 'unaryMinus']);
const FUNCTIONS = new Set(
  'abs sqrt exp log log10 sin cos tan sec csc cot asin acos atan sinh cosh tanh factorial rootOf'.split(' '),
);

type MathJs = ReturnType<typeof import('mathjs')['create']>;
type Node = import('mathjs').MathNode;

/**
 * Loads mathjs and closes it down: `import`, `createUnit`, `evaluate`, `parse`, `simplify` … throw, and an expression is
 * compiled only after each of its nodes was found on the list above. Imported dynamically because loading takes most of a
 * second: ask for it after the server listens. A process has one.
 */
export function loadMathEngine(): Promise<MathEngine> {
  loaded ??= load();
  return loaded;
}

let loaded: Promise<MathEngine> | undefined;

async function load(): Promise<MathEngine> {
  const { create, all } = await import('mathjs');
  const math = create(all ?? {}, { matrix: 'Array' });
  const parse = math.parse.bind(math);
  closeDown(math);
  const functions = new Map<string, unknown>([['rootOf', (n: number, x: unknown) => rootOf(math, n, x)]]);
  return { compile: (source) => compile(math, parse, functions, source) };
}

function closeDown(math: MathJs): void {
  const refuse = (): never => {
    throw new Error('not available in answers');
  };
  const names = 'import createUnit evaluate parse compile parser simplify derivative rationalize resolve config'.split(
    ' ',
  );
  // `import` itself goes last: it is what overrides the others.
  math.import(
    Object.fromEntries(names.filter((name) => name !== 'import' && name !== 'config').map((n) => [n, refuse])),
    {
      override: true,
    },
  );
  math.import({ import: refuse }, { override: true });
}

function compile(
  math: MathJs,
  parse: (source: string) => Node,
  functions: ReadonlyMap<string, unknown>,
  source: string,
): CompiledExpression | undefined {
  if (source.length > MAX_SOURCE) return undefined;
  try {
    const node = parse(source);
    if (!isAllowed(node)) return undefined;
    const code = node.compile();
    return {
      at(values) {
        const scope = new Map(functions);
        for (const [index, value] of values.entries()) scope.set(`v${index}`, value);
        try {
          const value: unknown = code.evaluate(scope);
          return toComplex(math, value);
        } catch {
          return undefined;
        }
      },
    };
  } catch {
    return undefined;
  }
}

/** Only arithmetic over known names, of bounded size and with bounded exponents. */
function isAllowed(root: Node): boolean {
  let count = 0;
  let allowed = true;
  root.traverse((node) => {
    count += 1;
    if (count > MAX_NODES || !isAllowedNode(node)) allowed = false;
  });
  return allowed;
}

function isAllowedNode(node: Node): boolean {
  if ('isConstantNode' in node && 'value' in node) return typeof node.value === 'number';
  if ('isSymbolNode' in node && 'name' in node && typeof node.name === 'string') {
    return CONSTANTS.has(node.name) || FUNCTIONS.has(node.name) || VARIABLE.test(node.name);
  }
  if ('isParenthesisNode' in node) return true;
  if ('isOperatorNode' in node && 'fn' in node && 'args' in node) {
    return typeof node.fn === 'string' && OPERATORS.has(node.fn) && !isHugePower(node.fn, node.args);
  }
  if ('isFunctionNode' in node && 'fn' in node) {
    const fn = node.fn;
    return (
      typeof fn === 'object' && fn !== null && 'name' in fn && typeof fn.name === 'string' && FUNCTIONS.has(fn.name)
    );
  }
  return false;
}

function isHugePower(fn: string, args: unknown): boolean {
  if (fn !== 'pow' || !Array.isArray(args)) return false;
  let exponent: unknown = args[1];
  while (typeof exponent === 'object' && exponent !== null && 'content' in exponent) exponent = exponent.content;
  if (typeof exponent !== 'object' || exponent === null || !('value' in exponent)) return false;
  return typeof exponent.value === 'number' && exponent.value > MAX_EXPONENT;
}

/** The real root where there is one (∛−8 = −2), else the principal one. */
function rootOf(math: MathJs, n: number, x: unknown): unknown {
  if (typeof x === 'number' && x < 0 && n % 2 === 1) return -((-x) ** (1 / n));
  if (typeof x === 'number') return math.pow(x, 1 / n);
  return math.isComplex(x) ? math.pow(x, 1 / n) : Number.NaN;
}

function toComplex(math: MathJs, value: unknown): Complex | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { re: value, im: 0 } : undefined;
  if (!math.isComplex(value)) return undefined;
  return Number.isFinite(value.re) && Number.isFinite(value.im) ? { re: value.re, im: value.im } : undefined;
}
