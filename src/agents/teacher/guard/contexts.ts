/** What stands around a value in a sentence, and what it makes of it. */
export interface Around {
  before: string;
  after: string;
}

const ADVERBS =
  '(?:(?:then|thus|just|simply|actually|really|only|exactly|equal to|equals|going to be|about|approximately|roughly|around|now|indeed|therefore|in fact|of course|clearly|also|still|the number|a|an|the|precisely|definitely|probably|nothing but|no other than) )*';
const COPULA =
  "(?:is|are|was|were|be|being|'s|must be|has to be|should be|will be|would be|could be|might be|can only be|equals?|turns out(?: to be)?)";
/** What a result is called. */
const RESULT =
  '(?:answers?|results?|solutions?|total|sum|product|quotient|difference|remainder|value|unknown|key|outcome|final (?:number|value|amount|count|result)|number (?:you|we) (?:want|need|seek|are looking for|look for)|missing (?:number|value))';
const OF = '(?: (?:of|to|for|in|here|there|at|we|you|this|that|question|problem|exercise|one)(?: [^\\s,.;]+){0,5}?)?';

const ASSERTED_BEFORE: readonly RegExp[] = [
  new RegExp(
    `\\b(?:${RESULT}|(?:total|final|correct|right|whole|overall) (?:[\\p{L}]+ ){0,2}[\\p{L}]+)${OF},? ${COPULA} ${ADVERBS}[$€£₪"“'(\\[]*$`,
    'iu',
  ),
  new RegExp(`\\b(?:it|that|this|which|everything|they) ?${COPULA} ${ADVERBS}[$€£₪"“'(\\[]*$`, 'i'),
  new RegExp(`(?:^|[\\s(,])[a-z] ${COPULA} ${ADVERBS}[$€£₪"“'(\\[]*$`),
  new RegExp(
    `\\b(?:is|was|be|could|would|might|isn't|wasn't) (?:it|that|the ${RESULT}|x)(?: not)?(?: be)? ${ADVERBS}["“'(\\[]*$`,
    'i',
  ),
  /\b(?:get|gets|got|getting|gives?|gave|giving|given|makes?|making|made|leaves?|leaving|yields?|yielding|becomes?|becoming|obtain(?:s|ing)?|reach(?:es)?|produces?|totals?|left with|ends? up (?:with|at|as)|ending up with|arrives? at|lands? (?:on|at)|boils? down to|comes? (?:out )?(?:to|as|at)|works? out (?:to|as|at)|adds? up to|amounts? to|simplif(?:y|ies) to|reduces? to|rounds? (?:up |down |off )?to|evaluates? to|equals?|equal to|equalling|bring(?:s|ing)? (?:us|you|it) to) (?:(?:you|us|me|we|him|her|them|a total of|exactly|just|back|only|about|approximately|then|the (?:answer|result|value|number|total|solution)(?: of)?|an? (?:answer|result|value|total) of) ?)*[$€£₪"“'([]*$/i,
  new RegExp(`\\b${RESULT}\\b[^,.?!\\d]{0,25}(?:[:—–]|\\.\\.\\.|…)\\s*[$€£₪"“'(\\[]*$`, 'i'),
  /\b(?:write|type|enter|answer|submit|say|guess|choose|pick|select|respond|reply|report|fill in|put down|note down|take)(?: (?:down|in|just|simply|with|the number|the value|the answer|and submit))* ?["“'([]*$/i,
];
const TOLD =
  /\b(?:in words?|aloud|spoken|i (?:count|counted|see|found|make it)|called|the (?:prize|secret|treasure|winner) is):? ?["“'(]*$/i;
const EQUALS = /(?:=|≈|→|⇒|≡|==)\s*[$€£₪"“'([]*$/;
const USED_FOR =
  /^["”')\]]*\s*(?:for|into|as (?:the |a |your )?(?:value|first|side|base|input)|at both|from|on both|off|away)\b/i;
const ASSERTED_AFTER =
  /^["”')\]]*(?: [\p{L}%°]+){0,2},? (?:is|was|be|'s|would be|must be|has to be|it is|it must be) (?:indeed |actually |in fact |exactly |then |therefore )*(?:the (?:right|correct|final|only|missing|one|number|value|answer|solution|result|total|treasure|prize|secret|winner)|your (?:answer|result|solution)|our (?:answer|result|solution)|right\b|correct\b|what (?:you|we|is|was)|it\b[.!])/iu;
const COLON = /(?:^|[\s(])[a-z]\s*:\s*$/i;
const SOLVED_LEFT = /^\s*=\s*[a-z](?![\w(])/i;
/** Goes on as a term: the number before is only a part of it. */
const TERM_GOES_ON =
  /^\s*(?:[+*/×·÷^]|-(?=[\s\d(a-z]))\s*[\d(a-z√.]|^\s*[(√]|^\s*(?:plus|minus|times|divided|multiplied|over)\b/i;

const FILLERS =
  /\b(?:so|well|then|finally|yes|ok|okay|just|and|or|it|is|it's|its|that's|that|the|answer|therefore|hence|thus|now|here|there|equals|exactly|simply|psst|hint|spoiler|my|your|final|result|ta-da|voila|boom|done|letter|option|choice|number|a|an|to|be|precise|in|short|get|we|you|i|say|of course|okay)\b|[^\p{L}\p{N}]+/giu;

/** The claim that a value is the result: "so x =", "the answer is", "you get", "… is right". */
export function isAsserted({ before, after }: Around): boolean {
  if (SOLVED_LEFT.test(after)) return true;
  if (TERM_GOES_ON.test(after) || USED_FOR.test(after)) return false;
  return (
    EQUALS.test(before) ||
    COLON.test(before) ||
    TOLD.test(before) ||
    ASSERTED_AFTER.test(after) ||
    ASSERTED_BEFORE.some((pattern) => pattern.test(before))
  );
}

/** Nothing else stands in the sentence but the value and small words. */
export function standsAlone({ before, after }: Around): boolean {
  const unit = after.replace(/^ ?[\p{L}°%/]{1,12}(?=[.!?\s"”)]*$)/u, '');
  return before.replace(FILLERS, '') === '' && unit.replace(FILLERS, '') === '';
}

const LABEL =
  /\b(?:(steps?|hints?|parts?|lines?|rows?|columns?|questions?|problems?|exercises?|examples?|figures?|chapters?|rules?|grade|pages?|units?|options?|choices?|sections?|stages?|levels?|clues?|tips?|equations?|tables?|attempts?|lessons?|items?|tasks?|version)|(?:no|nr|fig)\.) #?[("“]?$/i;
const META =
  /^(?: \p{L}+)? (?:more |other |last |small |little |big |different |main |simple |easy |possible |separate |similar )*(?:steps?|hints?|things?|parts?|ways?|attempts?|minutes?|seconds?|questions?|sentences?|words?|lines?|ideas?|facts?|pieces? of|decimal|places?|digits?|sides|terms?|equations?|variables?|unknowns?|numbers|values|brackets?|cases|halves|moments?|examples?|tries|clues?|options?|choices?|possibilities|reasons?|types?|kinds?|quantities|operations?|conditions?|expressions?|fractions?|factors?|points? to|methods?|stages?|tasks?|rules?)\b/iu;

/** A label ("Step 2"), an ordinal, a list marker, a count of the teaching itself ("two things to check"). */
export function isHouseNumber({ before, after }: Around, nounIsInQuestion: (noun: string) => boolean): boolean {
  const label = LABEL.exec(before);
  if (label && (/^(?:step|hint)/i.test(label[1] ?? '') || !nounIsInQuestion(label[1] ?? ''))) return true;
  if (/^(?:st|nd|rd|th)\b/.test(after)) return true;
  if (/^\s*(?:[-*•]\s*)?$/.test(before) && /^[.)]\s+\S/.test(after)) return true;
  if (/\b(?:steps?|hints?|parts?|questions?) \d+ (?:of|out of) $/i.test(before)) return true;
  const meta = META.exec(after);
  return meta !== null && !nounIsInQuestion(meta[0].trim().split(' ').at(-1) ?? '');
}

/** The word that a number counts. */
export function countedNoun(after: string): string[] {
  return (/^ ((?:\p{L}+ ?){1,2})/u.exec(after)?.[1] ?? '')
    .trim()
    .split(' ')
    .filter((word) => word.length > 2);
}
