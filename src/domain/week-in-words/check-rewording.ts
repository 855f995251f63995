import type { WeekLanguage } from './week-words.ts';

/** What was given to a model to be worded anew. */
export interface GivenWords {
  language: WeekLanguage;
  /** The sentences that are true. */
  text: string;
  /** How the pupil is called in it. */
  pupil: string;
  /** The other names in it, each as it is written: of units, courses and tests. */
  names: readonly string[];
}

/** How much longer and shorter another wording may be. */
const LONGEST = 1.35;
const SHORTEST = 0.5;

/** Numbers in words: what is said so is a number as well, and none may come that was not there. */
const NUMBER_WORDS: Record<WeekLanguage, readonly string[]> = {
  en: (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half third quarter dozen once twice double doubled triple tripled'
  ).split(' '),
  he: 'אפס אחד אחת שניים שתיים שני שתי שלוש שלושה ארבע ארבעה חמש חמישה שש שישה שבע שבעה שבעת שמונה תשע תשעה עשר עשרה עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה חצי שליש רבע כפול יומיים שעתיים פעמיים'.split(
    ' ',
  ),
};

/** Words that say which way something went: a wording has each way as often as what was given. */
const WAYS: Record<WeekLanguage, readonly RegExp[]> = {
  en: [
    /\b(?:more|better|higher|up|rose|risen|increase\w*|improv\w*|grew|gain\w*|longer)\b/giu,
    /\b(?:less|fewer|lower|down|fell|fallen|decreas\w*|drop\w*|declin\w*|worse|shorter)\b/giu,
    /\b(?:not|no|never|without|didn['’]t|hasn['’]t|isn['’]t|wasn['’]t)\b/giu,
  ],
  he: [
    /(?<!\p{L})(?:[ושהכ]?(?:יותר|עלה|עלתה|עלייה|השתפר\p{L}*|שיפור|גבוה\p{L}*))(?!\p{L})/gu,
    /(?<!\p{L})(?:[ושהכ]?(?:פחות|ירד|ירדה|ירידה|נמוך|נמוכה|הידרדר\p{L}*))(?!\p{L})/gu,
    /(?<!\p{L})(?:[ושהכ]?(?:לא|אין|בלי|אף))(?!\p{L})/gu,
  ],
};

/** What nobody counted: praise and blame, what somebody is like, what may ail them, who they are, how others do. */
const CLAIMS: Record<WeekLanguage, RegExp> = {
  en: /\b(?:he|she|him|his|her|hers|himself|herself|boy|girl|son|daughter|excellent\w*|brilliant\w*|amazing\w*|fantastic\w*|wonderful\w*|outstanding\w*|impressive\w*|remarkabl\w*|great\w*|perfect\w*|superb\w*|gifted|talent\w*|genius|smart\w*|clever\w*|intelligen\w*|bright\w*|proud\w*|congratulat\w*|bravo|star|hard-?working|diligent\w*|motivat\w*|curious|lazy|laziness|careless\w*|distract\w*|unfocused|attention|concentrat\w*|anxi\w*|depress\w*|stress\w*|adhd|dyslex\w*|dyscalcul\w*|autis\w*|disorder\w*|disabilit\w*|diagnos\w*|therap\w*|struggl\w*|fail\w*|weak\w*|strong\w*|poor\w*|bad|worr\w*|concern\w*|alarm\w*|problem\w*|class|classmates?|peers?|others|average|best|worst|top|ahead|behind|sibling\w*|love[sd]?|hate[sd]?|enjoy\w*|happy|unhappy|sad|always|certainly|definitely|clearly|because|thanks|due to|surely|must)\b/iu,
  he: /(?<!\p{L})[ושהבלכמ]?(?:הוא|היא|שלו|שלה|בנך|בתך|הבן|הבת|ילד|ילדה|מצוי\p{L}+|מעולה|מדהי\p{L}+|נפלא\p{L}*|נהדר\p{L}*|מרשי\p{L}+|מושל\p{L}+|מבריק\p{L}*|גאון|גאונה|מחונ\p{L}+|מוכשר\p{L}*|כישרו\p{L}+|חכמ?ה?|גא|גאה|גאים|כל הכבוד|חרוצ?ה?|מוטיבצי\p{L}+|סקרנ\p{L}*|עצלנ?\p{L}*|קשב|ריכוז|חרד\p{L}+|דיכאון|לחוצ?ה?|לקות|לקויי?\p{L}*|הפרע\p{L}+|אבחו\p{L}+|טיפול|מתקש\p{L}+|קושי|נכשל\p{L}*|כישלון|חלשה?|חזקה?|גרוע\p{L}*|מדאיג\p{L}*|דאגה|בעיה|בעיות|הכיתה|חברים|ממוצע|אוהבת?|שונאת?|נהנה|נהנית|שמחה?|עצוב\p{L}*|תמיד|בוודאי|בטוח|כי|בגלל|בזכות|חייב\p{L}*)(?!\p{L})/u,
};

/** Addresses, markup, and whatever else belongs in no sentence. */
const NO_SENTENCE = /https?:|www\.|@|[<>{}[\]*_#|\\`]/u;

/**
 * What is wrong with another wording of true sentences; null: nothing, and it may stand for them. Every number has to be there, no other, in
 * the same order, so that none changes its place; every name as it was written, likewise, no other one; as many words of more and less; and
 * nothing that nobody counted: no praise, no blame, no diagnosis, no comparison with others.
 */
export function rewordingProblem(reply: string, { language, text, pupil, names }: GivenWords): string | null {
  const [given, said] = [plain(text), plain(reply)];
  if (said.length > LONGEST * given.length + 40) return 'it is too long';
  if (said.length < SHORTEST * given.length) return 'it is too short';
  if (NO_SENTENCE.test(said)) return 'it holds more than sentences';
  if (numbersIn(said).join(' ') !== numbersIn(given).join(' '))
    return 'its numbers are not the given ones in their order';
  if (!said.includes(pupil)) return `the name “${pupil}” is missing`;
  if (namesIn(said, names).join('|') !== namesIn(given, names).join('|'))
    return 'its names are not the given ones in their order';
  const all = [pupil, ...names];
  const [bareGiven, bareSaid] = [without(given, all), without(said, all)];
  const extra = wordsIn(bareSaid).find((word) => isNumber(word, language) && !wordsIn(bareGiven).includes(word));
  if (extra) return `“${extra}” is a number that was not given`;
  const stranger = strangeName(bareSaid, bareGiven);
  if (stranger) return `“${stranger}” is a name that was not given`;
  for (const way of WAYS[language]) {
    if ((bareSaid.match(way) ?? []).length !== (bareGiven.match(way) ?? []).length)
      return 'it says another way that something went';
  }
  const claim = new RegExp(CLAIMS[language], `${CLAIMS[language].flags}g`);
  const had = new Set((bareGiven.match(claim) ?? []).map(lower));
  const claimed = (bareSaid.match(claim) ?? []).find((word) => !had.has(lower(word)));
  if (claimed) return `“${claimed}” is a claim that nobody counted`;
  if (language === 'he' && !/\p{Script=Hebrew}/u.test(bareSaid)) return 'it is in another language';
  return null;
}

const lower = (word: string) => word.toLowerCase();

/** Without the marks of direction, and one blank between words. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Every number in its order, with the sign and the percent that make it what it is. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/[-−+]?\p{Nd}+(?:[.,:/]\p{Nd}+)*\s?%?/gu)].map(([one]) =>
    one.replace(/\s/gu, '').replace(/^\+/u, ''),
  );
}

function wordsIn(text: string): string[] {
  return (text.match(/[\p{L}’']+/gu) ?? []).map(lower);
}

function isNumber(word: string, language: WeekLanguage): boolean {
  const list = NUMBER_WORDS[language];
  return list.includes(word) || (language === 'he' && list.includes(word.replace(/^[ובלכמשה]/u, '')));
}

/** The text without the names, the longest first: what stands in a name is no claim. */
function without(text: string, names: readonly string[]): string {
  return names.toSorted((a, b) => b.length - a.length).reduce((left, name) => left.replaceAll(plain(name), ' '), text);
}

/** The names in the order in which they stand in the text; of two that begin alike the longer. */
function namesIn(text: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const longestFirst = names.map(plain).toSorted((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'gu');
  return text.match(any) ?? [];
}

/** A word with a capital within a sentence, or in Latin letters on a Hebrew page, that was not given. */
function strangeName(said: string, given: string): string | null {
  const known = new Set(wordsIn(given));
  const inner = /(?<![.!?:;“"]\s|^)(?<=\s|[“"(״])\p{Lu}[\p{L}’'-]*/gu;
  const latin = /\p{Script=Hebrew}/u.test(given) ? (said.match(/\p{Script=Latin}[\p{L}’'-]*/gu) ?? []) : [];
  const found = [...(said.match(inner) ?? []), ...latin];
  return found.find((word) => !known.has(lower(word)) && word !== 'I') ?? null;
}
