/** What may stand between a person and the insult; any other word, as in "you are not stupid", makes something else of it. */
const BETWEEN =
  '(?:(?:are|is|r|was|were|a|an|the|so|too|very|really|such|just|totally|all|both|always|big|little|fucking|bloody|freaking|damn|complete|total|look|looks|being)\\s+)*';
const NOUNS = 'idiots?|morons?|losers?|retards?|freaks?|weirdos?|trash|bitch|assholes?';
const EN = new RegExp(
  `\\b(?:you|youre|u|ur|he|hes|she|shes|they|theyre)\\s+${BETWEEN}(?:stupid|dumb|ugly|fat|retarded|pathetic|disgusting|worthless|${NOUNS})\\b` +
    `|\\b(?:what|such)\\s+an?\\s+(?:\\S+\\s+)?(?:${NOUNS})\\b` +
    '|\\b(?:shut up|stfu|fuck (?:you|off)|screw you|go to hell|nobody likes (?:you|her|him)|hate you|bitch|asshole)\\b',
);
const HE =
  /(?:^|\s)(?:אתה|את|הוא|היא|אתם|איזה|יא)\s(?:\S+\s){0,2}(?:טיפשה?|מטומט(?:ם|מת|מים)|אידיוטי?ת?|מפגרת?|מכוערת?|שמנה?|לוזרית?|דפוקה?|מסריחה?)(?=\s|$)|(?:^|\s)(?:סתום|סתמי|תסתום|תסתמי|תשתוק|תשתקי|לך לעזאזל|לכי לעזאזל|שונאת? אותך|אף אחד לא אוהב אותך|בן זונה|כוס אמק)(?=\s|$)/u;

/** What an insult can be said of by name; long enough not to be any word. */
const LEAST_NAME = 2;

/**
 * Whether somebody speaks of another so as to hurt them: insults said to or about a person, in English and Hebrew, by one of the first
 * `names` of who is there too. A list notices; it does not judge.
 */
export function isUnkind(text: string, names: readonly string[] = []): boolean {
  let words = ` ${plain(text.slice(0, 4000))} `;
  for (const name of names.map(plain)) {
    if (name.length < LEAST_NAME) continue;
    words = words.replaceAll(` ${name} `, ' he ').replaceAll(` ${name}s `, ' he is ');
  }
  return EN.test(words) || HE.test(words.replaceAll(' he ', ' הוא '));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
