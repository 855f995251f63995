/** Names that stand in formulas; every other word of three letters or more is prose. */
const NAMES = new Set(['pi', 'sqrt', 'inf', 'infinity', 'sin', 'cos', 'tan', 'log', 'ln', 'exp', 'abs']);
const SMALL_WORDS = /\b(?:is|or|so|to|it|no|an|at|of|by|me|my|we|he|if|as|do|up|go|ok|in|on|us|am|be|and|hi)\b/i;
const CHARACTERS = /^[\d\sA-Za-zα-ω.,+\-−–*/^_(){}[\]=<>≤≥≠√π∞²³·×÷%°|±∪]+$/;
const LONGEST = 60;
const QUANTITY =
  /^([-−+]?\d[\d.,]*(?:\s*\/\s*\d+)?)\s*((?!because|since|cause|then|when|for\b)[a-zA-Zµ°%][\p{L}\d/²³^·°%]*(?: [\p{L}/]+)?)?$/u;

const POWERS: Record<string, string> = { '²': '^2', '³': '^3' };

/** Curly brackets that are a set's are shown; those around an exponent group it. */
function grouped(text: string): string {
  return text
    .replace(/[²³]/g, (mark) => POWERS[mark] ?? mark)
    .replace(/\^\{([^{}]*)\}/g, '^($1)')
    .replace(/[{}]/g, (mark) => `\\${mark}`)
    .replace(/\^\(([^()]*)\)/g, '^{$1}')
    .replace(/\^(-?\d{2,}|-\d)/g, '^{$1}');
}

function inTex(text: string): string {
  return grouped(text)
    .replace(/[−–]/g, '-')
    .replace(/(\d),(?=\d{3}\b)/g, '$1{,}')
    .replace(/(?:\bsqrt|√)\s*\(([^()]*)\)/g, '\\sqrt{$1}')
    .replace(/√\s*(\d+|[a-z])/g, '\\sqrt{$1}')
    .replace(/\b(?:infinity|inf)\b|∞/g, '\\infty')
    .replace(/(\d)\s*[*·×]\s*(?=[a-zπ\\])/g, '$1')
    .replace(/\bpi\b|π/g, '\\pi')
    .replace(/(?<=\d)pi\b/g, '\\pi')
    .replace(/\b(sin|cos|tan|log|ln|exp)\b/g, '\\$1')
    .replace(/\s*[*·×]\s*/g, ' \\cdot ')
    .replace(/÷/g, '\\div ')
    .replace(/<=|≤/g, '\\le ')
    .replace(/>=|≥/g, '\\ge ')
    .replace(/≠/g, '\\ne ')
    .replace(/±/g, '\\pm ')
    .replace(/∪/g, '\\cup ')
    .replace(/</g, '\\lt ')
    .replace(/>/g, '\\gt ')
    .replace(/%/g, '\\%')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** "cm^2" as it is printed: cm². */
export function unitShown(unit: string): string {
  const marks: Record<string, string> = { '2': '²', '3': '³' };
  return unit
    .trim()
    .replace(/\^([23])(?!\d)/g, (whole, power: string) => marks[power] ?? whole)
    .replace(/^u(?=[mgls]\b)/i, 'µ')
    .replace(/^(k?g|N|A|V) (?=[a-z])/, '$1·');
}

/** A number with its unit: "112 degrees" is 112°. */
export function quantityShown(value: string, unit: string): string {
  const number = `$${inTex(value.trim())}$`;
  if (unit.trim() === '') return number;
  if (/^(?:degrees?|°)$/.test(unit.trim())) return `$${inTex(value.trim())}°$`;
  return `${number} ${unitShown(unit)}`;
}

/**
 * A value as mathematics is set; null where the text is prose, or too long to be one value. With `units` letters behind a number
 * are its unit ("5 m/s"), without they are unknowns ("5m").
 */
export function asMaths(text: string, units = false): string | null {
  const plain = text.trim();
  if (plain === '' || plain.length > LONGEST || /[$\n`]/.test(plain)) return null;
  if (/\\[a-zA-Z]/.test(plain)) return `$${plain}$`;
  const quantity = units ? QUANTITY.exec(plain) : null;
  const unit = quantity?.[2]?.trim() ?? '';
  if (quantity && (unit.length > 1 || /^[%°NJsmgLWV]$/.test(unit))) return quantityShown(quantity[1] ?? '', unit);
  if (!CHARACTERS.test(plain) || SMALL_WORDS.test(plain)) return null;
  const words = plain.match(/[A-Za-z]{3,}/g) ?? [];
  if (words.some((word) => !NAMES.has(word.toLowerCase()))) return null;
  return /[\p{L}\d∞π]/u.test(plain) ? `$${inTex(plain)}$` : null;
}
