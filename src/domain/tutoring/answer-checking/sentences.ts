import { kept } from './kept.ts';

const MAX_PHRASED = 600;

/** Words around an answer: "I think it's 5, because …" is the answer 5. English, and the commonest openings in Hebrew. */
const COPULA = `(?:is|are|was|were|be|equals?|will be|would be|should be|must be|has to be|might be|may be|could be|can be|comes (?:out )?to|came (?:out )?to|turns out to be|=|:)`;
const NOUN =
  '(?:answers?|results?|solutions?|values?|totals?|sum|difference|product|quotient|roots?|number|final answer|ans|output|remainder)';
const NAMED = `(?:the|my|our|its?|your) (?!(?:way|problem|question|trouble|thing|point|hint|cannot|cant|[a-z]+n't)\\b)[a-z'-]+(?: (?!(?:is|are|not|and|or)\\b)[a-z'-]+){0,7}?`;

const LEADS: readonly RegExp[] = [
  /^no[,:.]+ /i,
  /^[\d\s+*/().^-]*\d[\d\s+*/().^-]* (?:is|equals|makes|gives) (?=[-$]?\d)/i,
  /^[-$]?\d[\d.,]* \p{L}+ (?:is|are) (?:equal to|the same as) (?=[-$]?\d)/iu,
  /^(?:so|then|ok(?:ay)?|well|u+m+|u+h+|hm+|oh|ah|and|but|yes|yeah|yep|sure|hi|hello|hey|now|thus|therefore|hence|finally|also|maybe|probably|perhaps|possibly|about|around|approximately|approx\.?|roughly|exactly|just|only|simply|like|let's say|say)(?:[,:;.!]+ ?| )/i,
  /^(?:i(?:'m| am|m)? )?(?:not (?:really |so |very |quite )?sure|don't know|dont know|(?:have )?no idea)(?:,| but| though| maybe)+ /i,
  /^(?:i|we)(?:'d| would)? (?:also )?(?:think|believe|guess|got|get|have got|have|found|find|say|said|calculated|computed|worked out|make it|made it|chose|choose|pick|picked|go with|went with|going with|know|reckon|suppose|came up with|come up with|ended up with|obtained?|mean|meant|want|select|selected)(?: for)?(?: that)?[,:]? /i,
  /^(?:i'm|i am|im|we're|we are) (?:going (?:with|for)|guessing|thinking|choosing|(?:pretty |quite |very )?sure(?: that)?) /i,
  new RegExp(`^(?:it|that|this|they|there|these|those|which|he|she|x|y)(?:'s|'re| ${COPULA}) `, 'i'),
  /^its (?=\S)/i,
  /^(?:called|named|known as) /i,
  new RegExp(
    `^(?:(?:the|my|our|a|final|correct|right|total|only) )*${NOUN}(?: (?:to|for|of) (?:this|it|the (?:question|problem|equation)|[a-z]))?(?: ${COPULA}|:| =|=) ?`,
    'i',
  ),
  new RegExp(`^${NAMED} (?:${COPULA}) `, 'i'),
  /^(?:is it|could it be|would it be|it equals|equals|equal to|=|≈|~|:)\s*/i,
  /^(?:that|the solution set|the set|the interval|the point|the expression|the equation) (?=[^a-z])/i,
  /^(?:אני חושב(?:ת)?(?: ש)?(?:זה)?|לדעתי|התשובה(?: שלי)?(?: היא)?|זה|יצא לי|קיבלתי)[:,]? ?/,
];

const TRAILS: readonly RegExp[] = [
  /[\s,;:]*[?!]+$/,
  /(?<!\.)\.$/,
  /(?<=\d) \([a-z][a-z -]{2,}\)$/i,
  / (?:is|must be|would be|should be) (?:(?:the|my|right|correct|final|only) )*(?:answer|one|choice|option|correct|right|result|solution)$/i,
  /[\s,;]+$/,
  /(?:,| -)? ?\b(?:i think|i guess|i believe|i suppose|i reckon|maybe|probably|perhaps|right|correct|ok|okay|is that right|is this right|is it right|is that correct|isn't it|please|thanks|thank you|lol|haha|sir|miss|teacher)$/i,
  /,? (?:but )?(?:(?:i'm|i am|im) )?not (?:really |so |very |quite |100% )?sure$/i,
  /,? (?:because|since|cause|cuz|bc|so that)\b.{0,300}$/i,
  /[,;.]? (?:and |then )?i (?:double[ -]?)?(?:checked|tested|verified|proved)\b[^\d=<>]{0,200}$/i,
  // A sentence about the answer after it, unless it takes it back.
  /(?<=[\p{L}\d)\]}%°])\.\s+(?=\p{L})(?!.*\b(?:no|not|wait|wrong|sorry|mistake|instead|actually|or)\b)[^\d=<>?]{3,300}$/iu,
];

const NEGATION =
  /\b(?:not|no|isn't|isnt|aren't|arent|ain't|aint|wasn't|wasnt|couldn't|couldnt|shouldn't|wouldn't|don't|dont|doesn't|doesnt|didn't|didnt|can't|cant|cannot|won't|wont|never|neither|nor|without|except|unless|impossible|hardly|nope|anything but|other than|(?:rul|cross)(?:es?|ing|ed)? out)\b|(?:^|\s)(?:לא|אין|אינו|אינה|אי אפשר|שגוי|שגויה|חוץ מ\S*)(?:[\s.!]|$)/i;

const FALSE =
  '(?:false|incorrect|untrue|wrong|mistaken|impossible|excluded|nonsense|rubbish|bad|terrible|no good|a lie)';
/** What says that the value beside it is not the answer: "24 is false", "false: 24", "24 is too big". "3 are false" counts what is false. */
const REFUTED = new RegExp(
  `\\b(?:is|was|be|looks?|seems?|sounds?|feels?)(?: (?!too )\\p{L}+){0,2} ${FALSE}\\b|\\b(?:is|was|be|looks?|seems?) (?:much |far |way |a bit )?(?:too (?:big|small|large|high|low|long|short|much|many|little|few)|off|out)[.! ]*$|\\b(?:is|was|be) far from\\b|^${FALSE}(?:[,:;]|[.! ]*$| (?:is )?[-+]?\\d)|(?<!\\b(?:are|were))(?:\\d|[\\s,:;-])${FALSE}[.! ]*$|\\b(?:false|untrue|incorrect) that\\b|\\bdoubt(?:s|ed|ful)?\\b|(?:^|\\d)\\W{0,3}(?:fails?|failed|sucks)[.! ]*$|(?:^|\\s)(?:ה?טעות|לא נכונה?)(?:[\\s.!:]|$)`,
  'iu',
);

/** Talk about the task: numbers in it are no answers. */
const TALK =
  /\b(?:understand|help|hints?|stuck|confus\w*|questions?|steps?|problems?|exercises?|pages?|chapters?|lessons?|why|how|what|where|when|who|explain|tried|try|tries|trying|ideas?|hate|bored|boring|hard|difficult|easy|skip|wrong|attempts?|mistakes?|grade)\b|\b(?:can|could|may|do|did|should) (?:i|you|we)\b/i;

/** Bounds and alternatives: what is less than 5 is not 5. */
const BOUNDS =
  /\b(?:between|either|or|(?:less|more|fewer|greater|smaller|bigger|larger) than|at least|at most|nearly|almost|up to|below|above|under|over|before|after)\b|[<>]|!=/i;

const PERSON = /\b(?:i|i'm|im|me|my|you|your)\b/i;

/** What a pupil who thinks aloud comes to in the end: "12 plus 6 is 18, so she started with 18 vacuum cleaners." */
const CONCLUSION =
  /(?:[.!?,;:]|\d) (?:and |but )?(?:so|therefore|thus|hence|(?:that|this|which) means(?: that)?|finally|in total|altogether)\b,? ([^.!?;]*\d(?:[^.!?;]|[.](?=\d))*)[.!]*\s*$/i;
const MOST_CONCLUDED = 400;

/** Whether the words deny something: "it is not 5" states no answer. */
export function isNegated(text: string): boolean {
  return NEGATION.test(text) || REFUTED.test(text);
}

/** The text without the words that only lead up to an answer or follow it. */
export function withoutPhrases(text: string): string {
  return bareAnswers(text.slice(0, MAX_PHRASED)).at(-1) ?? '';
}

/**
 * The text as it is, then with less and less of the words around it: each a possible wording of the bare answer. In this order,
 * so that an answer that itself begins or ends with such words ("Right", "The graph is a function") is met first.
 */
export const bareAnswers: (text: string) => readonly string[] = kept(stripped);

function stripped(text: string): string[] {
  let stage = text.trim();
  const stages = [stage, trimEnd(stage)];
  stage = stage.slice(0, MAX_PHRASED);
  for (let round = 0; round < 8; round += 1) {
    const before = stage;
    for (const lead of LEADS) {
      const rest = stage.replace(lead, '');
      if (rest === stage || rest === '') continue;
      stage = rest;
      stages.push(stage, trimEnd(stage));
    }
    if (stage === before) break;
  }
  return [...new Set(stages)].filter((wording) => wording !== '').slice(0, 16);
}

function trimEnd(text: string): string {
  let out = text;
  for (let round = 0; round < 6; round += 1) {
    const before = out;
    for (const trail of TRAILS) {
      const rest = out.replace(trail, '');
      if (rest.trim() !== '') out = rest;
    }
    if (out === before) break;
  }
  return out.trim();
}

/**
 * The part of a sentence that states a value, for an answer inside a sentence. Careful rules, not "the last number": after
 * "answer is"; after the last equals sign; or around the only number of a plain statement. Undefined for denials, questions
 * about the task, bounds ("less than 5"), equations for several unknowns and sentences with several numbers.
 */
export function statedPart(text: string): string | undefined {
  const conclusion = CONCLUSION.exec(text.slice(-MOST_CONCLUDED))?.[1];
  if (conclusion !== undefined) return statedPart(conclusion);
  if (text.length > 400) return undefined;
  const isTalk = isNegated(text) || TALK.test(text) || BOUNDS.test(text);
  const cue = /.*\banswer (?:is|=|:|would be|should be|must be) ?(.*)$/is.exec(text)?.[1];
  if (cue) return isNegated(text) ? undefined : withoutPhrases(cue);
  const equation = /^(.*)=(?!.*=)\s*(.*\d.*)$/s.exec(text);
  if (equation) return statedResult(equation[1] ?? '', equation[2] ?? '');
  if (isTalk) return undefined;
  const result =
    /.*\b(?:got|gets?|getting|gives?|makes?|leaves?|comes to|is|are) (?:me |us |you )?([-+$€£₪]*\d.*)$/is.exec(
      text,
    )?.[1];
  if (result && !/^\S+ .*\d/s.test(result)) return withoutPhrases(result);
  if (PERSON.test(text)) return undefined;
  const first = text.search(/(?<![\p{L}\d.,/^*+\\-])(?:[-+]? ?[$€£₪]? ?)[-+]?(?:\d|\.\d|\\frac|\\sqrt|sqrt )/u);
  if (first < 0 || !/^[\p{L}\s,.:;'’"()-]*$/u.test(text.slice(0, first))) return undefined;
  return withoutPhrases(text.slice(first));
}

/** What stands before the equals sign is a sum or product of two unknowns: an equation, which says what neither of them is. */
const OF_TWO_UNKNOWNS = /(?<![a-zA-Z])([a-zA-Z])\s*[-+−*/·]\s*\d*(?!\1)[a-zA-Z]\s*$/;

/** What a calculation comes to: "… 4 + 5 = 9 points in the 40 minutes" states 9 points; later numbers belong to the sentence. */
function statedResult(before: string, after: string): string | undefined {
  const unknowns = new Set([...`${before}=`.matchAll(/(?<![a-zA-Z])([a-zA-Z])(?: ?=)/g)].map((found) => found[1]));
  if (isNegated(before) || /(?<!,) or\b/i.test(before) || unknowns.size > 1 || OF_TWO_UNKNOWNS.test(before))
    return undefined;
  const cut = /^([^\p{L}]*\d[^\p{L}]* \p{L}{2,}[^\d=<>]*?) ?[-+$€£₪#(]*\d/su.exec(after)?.[1] ?? after;
  const value = /^([^\p{L}]*\d[^\p{L}]*) \p{L}{2,}/u.exec(cut);
  if (!value && isNegated(cut)) return undefined;
  return withoutPhrases(value && isNegated(cut) ? (value[1] ?? cut) : cut);
}

/** What follows the last "is", "are", "get", "simplifies to", ":" of a sentence, for answers that are no numbers. */
export function afterCue(text: string): string[] {
  if (text.length > 400 || isNegated(text)) return [];
  const cues = [
    ...text.matchAll(/\b(?:is|are|be|get|got|equals?|(?:simplif|reduc|expand|factor|com|chang)\w* (?:in)?to)\b:?|:/gi),
  ];
  const last = cues.reverse().slice(0, 4);
  return last.map((cue) => withoutPhrases(text.slice(cue.index + cue[0].length)));
}
