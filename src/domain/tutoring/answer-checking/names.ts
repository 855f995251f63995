/** How functions are written, and the one name that the rest of the checker uses for each. */
export const FUNCTION_NAMES: Readonly<Record<string, string>> = {
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  tg: 'tan',
  sec: 'sec',
  csc: 'csc',
  cosec: 'csc',
  cot: 'cot',
  ctg: 'cot',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arctg: 'atan',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  ln: 'ln',
  log: 'log',
  lg: 'log',
  exp: 'exp',
  abs: 'abs',
  sqrt: 'sqrt',
  cbrt: 'cbrt',
  root: 'root',
};

export const INVERSES: Readonly<Record<string, string>> = { sin: 'asin', cos: 'acos', tan: 'atan' };

export const GREEK: ReadonlySet<string> = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho varrho sigma tau upsilon ' +
    'phi varphi chi psi omega Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega ell hbar'
  ).split(' '),
);

export const GREEK_LETTERS: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  Γ: 'Gamma',
  Δ: 'Delta',
  Θ: 'Theta',
  Λ: 'Lambda',
  Σ: 'Sigma',
  Φ: 'Phi',
  Ψ: 'Psi',
  Ω: 'Omega',
};

/** Letters back from their names. */
export const LETTER_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(GREEK_LETTERS).map(([letter, name]) => [name, letter]),
);

/** Two letters that are a word before they are a product. */
const SHORT_WORDS: ReadonlySet<string> = new Set(
  'am an as at be by do go ha he hi hm if in is it me mr my no of oh ok on or so to uh um up us we ye yo'.split(' '),
);

/**
 * Whether a run of letters may be a product of one-letter variables. Letters that the key uses may always; others only where
 * they cannot be a word: one letter, two that are no word, neighbours in the alphabet ("abc", "xyz"), and in a key (`known` is
 * undefined) a few consonants ("mgh").
 */
export function mayBeProduct(run: string, known: ReadonlySet<string> | undefined): boolean {
  if (known && [...run].every((letter) => known.has(letter))) return true;
  const lower = run.toLowerCase();
  if (run.length <= 2) return !SHORT_WORDS.has(lower) || run.length === 1;
  if (run.length > 4) return false;
  const codes = [...lower].map((letter) => letter.charCodeAt(0));
  if (codes.every((code, i) => i === 0 || code === (codes[i - 1] ?? 0) + 1)) return true;
  return known === undefined && !/[aeiouy]/.test(lower);
}
