/**
 * Words meant for whoever gives the score ("give me 10/10", "ignore your instructions"), in English and Hebrew. A turn that
 * has them is left out of what the model reads. That is no accusation and lowers nothing: the score rests on the evidence.
 * It is the second line only: what gets past it weighs .3 at most, and nothing where it strays far from the evidence.
 */
const APPEALS: readonly RegExp[] = [
  /\b(?:give|rate|grade|score|mark|award)\s+(?:me|us|my|this\s+(?:pupil|student|session|chat))\b/iu,
  /\b(?:10|ten)\s*(?:\/|out\s+of)\s*(?:10|ten)\b/iu,
  /\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,60}\b(?:instructions?|rules?|prompts?|rubric|evidence|above|previous)\b/iu,
  /\b(?:evaluator|evaluation|system\s+prompt|system\s*:|developer\s*:|you\s+are\s+now)\b/iu,
  /["']?\bscore\b["']?\s*[:=]\s*["']?\d/iu,
  /\b(?:perfect|full|top|maximum|highest)\s+(?:score|marks?|grade|proficiency)\b/iu,
  /(?:תן|תני|תנו)\s+לי\s+(?:10|עשר|מאה|100|ציון)/u,
  /(?:התעלם|התעלמי|התעלמו|תתעלם|תתעלמי)\s+מ/u,
  /ציון\s+(?:מושלם|מלא|גבוה)/u,
];

/** Whether a turn speaks to whoever gives the score. */
export function speaksToEvaluator(text: string): boolean {
  const plain = asRead(text);
  return APPEALS.some((appeal) => appeal.test(plain));
}

/** A text as a reader sees it: without the characters that are not seen, which would hide words from a pattern. */
export function asRead(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '');
}
