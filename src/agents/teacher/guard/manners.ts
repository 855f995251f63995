import type { Move } from '../../../domain/tutoring/dialogue.ts';

/** Formulas and code say nothing about manners. */
const words = (sentence: string): string =>
  sentence
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$|`[^`\n]*`/g, ' ')
    .replace(/[*_]+/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** Marks in a row count once. */
export function countQuestionMarks(sentence: string): number {
  return (
    words(sentence)
      .match(/[?？؟;]+/g)
      ?.filter((marks) => /[?？؟]/.test(marks)).length ?? 0
  );
}

const DEGREE =
  "(?:(?:so|very|really|such an?|an?|quite|truly|pretty|super|incredibly|extremely|just|too|clearly|obviously|naturally|already|the|my|one|not|n't|going to be|getting|becoming) )*";
const ABLE =
  '(?:smart(?:est|er)?|clever(?:est)?|brilliant|bright(?:est)?|intelligent|gifted|talented|brainy|genius|natural|prodigy|whiz|wizard|mastermind|stupid|dumb|slow learner|hopeless|math(?:s|ematics)? (?:person|star|genius|whiz|brain))';
const WORK =
  '(?:move|idea|way|approach|strateg\\w*|step|trick|choice|plan|question|thinking|thought|use|work|method|try|start|path|check)';

const ABILITY: readonly RegExp[] = [
  new RegExp(
    `\\b(?:you(?:'re| are| were| must be| seem| look| sound|'ve always been)|u r|ur) ${DEGREE}${ABLE}\\b(?! ${WORK})`,
    'i',
  ),
  new RegExp(
    `\\b(?:how|so|such an?|what an?|you,? |my |(?:good|great|hey|hi|wow|bravo),? )(?: ?)${ABLE} ?(?:of you|girl|boy|kid|student|pupil|child|mind|brain|cookie|person|one|you are|mathematician|thinker)\\b`,
    'i',
  ),
  /\b(?:smart|clever|brilliant|bright|gifted|talented|intelligent) (?:girl|boy|kid|student|pupil|child|mind|brain|cookie|person|mathematician|thinker|young)\b/i,
  /\byou(?:'ve| have|'ve got| have got|r)? (?:really |truly |clearly |such )?(?:an? |a real |real |natural |great |amazing |incredible |brilliant |some )*(?:talent|gift|knack|aptitude|brains?|intelligence|smarts|genius|iq)\b/i,
  /\byou(?:'re| are| were) (?:so |very |really |just |naturally |pretty |not |no |n't )*(?:good|great|bad|amazing|excellent|terrible|awesome|hopeless) (?:at|with) (?:math|maths|mathematics|algebra|numbers|this|it|school|science|english|history)\b/i,
  /\b(?:a natural|naturally gifted|born (?:mathematician|scientist|to do|for)|gifted at|talented (?:at|in)|talent for|comes naturally to you)\b/i,
  /^(?:genius|brilliant|clever(?: you| girl| boy)?|smart(?: cookie)?|so smart|you genius)[!.]*$/i,
];

/** T8: praise, or blame, of what somebody is instead of what they did. */
export function praisesAbility(sentence: string): boolean {
  const text = words(sentence);
  return ABILITY.some((pattern) => pattern.test(text));
}

const NOT = "(?:not|n't|never|isn't|wasn't|aren't|hardly)";
const VERY = '(?:absolutely|exactly|quite|perfectly|completely|totally|all|also|indeed|now|very|so|just|spot)';
const THAT =
  "(?:that(?:'s| is| was)|you(?:'re| are| were| got (?:it|this|that))|it(?:'s| is| was)|this is|which is|your (?:\\w+ ){0,3}(?:answer|result|solution|work|number|choice|response|calculation|reasoning) (?:is|was|looks))";

const CLAIMS_RIGHT: readonly RegExp[] = [
  new RegExp(
    `\\b${THAT} (?:${VERY} )*(?:right|correct|perfect|spot on|the (?:right|correct) (?:answer|one|choice|result|solution))(?=\\s*(?:[.!,;:—–)]|$|and\\b|because\\b|since\\b|well\\b|so\\b))`,
    'i',
  ),
  /^(?:yes|yep|yeah|right|correct|exactly|perfect|precisely|bingo|bravo|indeed|excellent|spot on|absolutely|well done|nailed it|great (?:job|work)|good (?:job|work)|nice (?:job|work)|awesome|amazing|fantastic|brilliant|wonderful|super|congratulations|way to go|100 ?%)(?:,? [\p{L}-]+)?\s*[!.]*$/iu,
  /^(?:yes|yep|correct|exactly|perfect|excellent|well done|great job|congratulations|bravo|precisely|spot on|nailed it|bingo|you nailed it|you got it|great work)(?:,? \p{Lu}[\p{L}-]*)?\s*[!,.:—–]/u,
  /^(?:Yes|Correct|Exactly|Perfect|Excellent|Well done|Great job|Congratulations|Bravo|Precisely|Spot on|Nailed it|Bingo|Great work|Right)(?:,? \p{Lu}[\p{L}-]*)?\s*[!,:—–]/u,
  /\byou(?:'ve| have)? (?:got|answered|solved|did|found|worked) (?:it|this|that|this one|that one|the (?:question|problem|answer)|everything)(?: (?:out|all))? (?:right|correctly|perfectly|exactly)\b/i,
  /\byou(?:'ve| have)? (?:got|nailed|solved|cracked|figured out|found) (?:it|the (?:right |correct )?(?:answer|solution))\s*[!.]/i,
  /\bi (?:agree with|confirm|accept) your answer\b|\bfull marks\b|\bno mistakes?(?: at all)?[.!]/i,
];

const CLAIMS_WRONG: readonly RegExp[] = [
  new RegExp(
    `\\b${THAT}(?: ${VERY})*(?: ${NOT}|n't)(?: ${VERY})* (?:right|correct|it|the (?:right|correct) (?:answer|one))\\b`,
    'i',
  ),
  /\b(?:that|it|this|your (?:\w+ ){0,2}(?:answer|result|solution|choice)) (?:isn't|wasn't|is not|was not|doesn't|does not)(?: \w+){0,2} (?:right|correct|it|work|fit)\b/i,
  new RegExp(`\\b${THAT} (?:${VERY} )*(?:wrong|incorrect|false|mistaken|not quite|off)\\b`, 'i'),
  /^(?:no|nope|close|almost|sorry|oops|hmm+)(?=\s*(?:[,.!:;…—–]|$)|,? (?:but|that|this|it|your)\b)/i,
  /^(?:wrong|incorrect|not quite|not yet|not exactly|not really|unfortunately)\b/i,
  /\byou(?:'ve| have)? (?:made|make) (?:an?|the|some|a small|a little|one) (?:\w+ )?(?:mistake|error|slip)s?\b|\b(?:there is|there's|i see|contains) (?:an?|a small|one) (?:\w+ )?(?:mistake|error|slip)\b/i,
  /\byou(?:'ve| have)? (?:got|answered) (?:it|this|that|this one|that one) (?:wrong|incorrectly)\b/i,
  /\b(?:try (?:it |that |this )?(?:again|once more)|have another (?:go|try)|give it another (?:go|try))\b(?! (?:with|on|below))/i,
];

const INNOCENT_RIGHT =
  /\b(?:right (?:track|path|direction|idea|way|thing|place|order|side|triangle|angle|hand|now|away|up|there|here|before|after|next|tool|rule|formula|approach)|right-|if (?:that|it|this|your answer|you)|whether|check (?:that|whether|if)|make sure)\b/i;
const NEGATED = /\b(?:not|never|nearly|almost|isn't|wasn't|aren't|ain't|hardly|n't|far from|yet to be)\b/i;

function claimsRight(text: string): boolean {
  if (text.endsWith('?') || INNOCENT_RIGHT.test(text)) return false;
  return CLAIMS_RIGHT.some((pattern) => {
    const hit = pattern.exec(text);
    return hit !== null && !NEGATED.test(text.slice(Math.max(0, hit.index - 12), hit.index + hit[0].length));
  });
}

function claimsWrong(text: string): boolean {
  if (
    /\b(?:nothing|isn't anything|not anything|n't) (?:is )?wrong\b|\bif (?:that|it|this|your)|\bwrong answers?\b/i.test(
      text,
    )
  )
    return false;
  return CLAIMS_WRONG.some((pattern) => pattern.test(text));
}

/** An explicit word on the answer itself, where none has been decided. */
const JUDGES_ANSWER =
  /\byour (?:\w+ ){0,2}(?:answer|result|solution|choice)(?:'s| is| was| looks) (?:\w+ ){0,2}(?:right|correct|wrong|incorrect|perfect)\b|^(?:that's|that is) (?:\w+ )?(?:correct|incorrect|wrong)[.!]/i;

const RIGHT_IS_FALSE = new Set<Move['kind']>(['locate error', 'reveal']);
const NOTHING_DECIDED = new Set<Move['kind']>(['ask again', 'compare', 'reason heard']);
const OPEN_STILL = new Set<Move['kind']>([
  'hint',
  'smaller question',
  'skip',
  'did you mean',
  'cannot answer',
  'own problem',
]);

/**
 * T4 and T9: whether a sentence says something else about right and wrong than what the server decided: "right" on a wrong
 * answer (unqualified praise counts), "wrong" on a right one, either where nothing was or could be judged.
 */
export function contradictsVerdict(sentence: string, move: Move): boolean {
  const text = words(sentence);
  if (move.kind === 'confirm') return claimsWrong(text);
  if (move.kind === 'part checked')
    return move.right ? /^(?:no|wrong|incorrect|not quite)\b/i.test(text) : claimsRight(text);
  if (move.kind === 'came late') {
    if (move.right === null) return JUDGES_ANSWER.test(text);
    return move.right ? claimsWrong(text) : claimsRight(text);
  }
  if (RIGHT_IS_FALSE.has(move.kind)) return claimsRight(text);
  if (NOTHING_DECIDED.has(move.kind)) return claimsRight(text) || JUDGES_ANSWER.test(text);
  return OPEN_STILL.has(move.kind) && JUDGES_ANSWER.test(text);
}

/** Whether a reply says plainly that the answer is right. */
export function affirms(reply: string): boolean {
  if (/(?<!(?:\p{L}|לא |לא התשובה |אינו |אינה |אינה התשובה )ו?)ה?(?:נכון|נכונה|בדיוק|מדויק|צדקת)(?!\p{L})/u.test(reply))
    return true;
  return /\b(?:right|correct|exactly|yes|spot on|well done|that's it|that is it|perfect)\b/i.test(words(reply));
}
