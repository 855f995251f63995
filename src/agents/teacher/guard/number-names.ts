const words = (text: string): string[] => text.split(' ');

interface Language {
  /** 0 to 19 or further, as far as each has a name of its own. */
  small: string[];
  tens: string[];
  /** A number from 20 to 99 that is no ten. */
  join(ten: string, one: string, value: number): string[];
  hundred: string[];
  minus: string[];
}

const ENGLISH: Language = {
  small: words(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  tens: words('- - twenty thirty forty fifty sixty seventy eighty ninety'),
  join: (ten, one) => [ten + one],
  hundred: ['hundred', 'hundredand'],
  minus: ['minus', 'negative'],
};

const SPANISH: Language = {
  small: words(
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
  ),
  tens: words('- - veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  join: (ten, one) => (ten === 'veinte' ? [`veinti${one}`] : [`${ten}y${one}`]),
  hundred: ['ciento', 'cien'],
  minus: ['menos'],
};

const FRENCH: Language = {
  small: words(
    'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf',
  ),
  tens: words('- - vingt trente quarante cinquante soixante soixantedix quatrevingt quatrevingtdix'),
  join(ten, one, value) {
    const base = ten.endsWith('dix') ? ten.slice(0, -3) : ten;
    const rest = ten.endsWith('dix') ? (FRENCH.small[10 + (value % 10)] ?? '') : one;
    return [base + rest, `${base}et${rest}`];
  },
  hundred: ['cent'],
  minus: ['moins'],
};

const GERMAN: Language = {
  small: words(
    'null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
  ),
  tens: words('- - zwanzig dreißig vierzig funfzig sechzig siebzig achtzig neunzig'),
  join: (ten, one) => [`${one === 'eins' ? 'ein' : one}und${ten}`],
  hundred: ['hundert', 'einhundert'],
  minus: ['minus'],
};

const MOST = 999;

function below(language: Language, value: number): string[] {
  const { small, tens, join } = language;
  if (value < 20) return [small[value] ?? ''];
  const ten = tens[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? [ten] : join(ten, small[value % 10] ?? '', value);
}

function namesIn(language: Language, value: number): string[] {
  const size = Math.abs(value);
  if (size < 100) return below(language, size);
  const [count, rest] = [Math.floor(size / 100), size % 100];
  const counts = count === 1 ? [language.small[1] ?? '', ''] : [language.small[count] ?? ''];
  const ends = rest === 0 ? [''] : below(language, rest);
  return counts.flatMap((one) => language.hundred.flatMap((hundred) => ends.map((end) => one + hundred + end)));
}

function signed(language: Language, value: number): string[] {
  if (!Number.isInteger(value) || Math.abs(value) > MOST) return [];
  const names = namesIn(language, value);
  return value >= 0 ? names : language.minus.flatMap((minus) => names.map((name) => minus + name));
}

/** English names of a whole number up to 999, small letters without blanks: "onehundredandtwo"; empty for others. */
export const englishNames = (value: number): string[] => signed(ENGLISH, value);

/** The same in Spanish, French and German, without accents. */
export const foreignNames = (value: number): string[] => [SPANISH, FRENCH, GERMAN].flatMap((one) => signed(one, value));
