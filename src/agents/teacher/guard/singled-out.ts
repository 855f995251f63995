const PICKS =
  /\b(?:answer|solution|choice|option|letter|one|it|that|this)(?: (?:you (?:want|need|are looking for)|to (?:pick|choose|mark|click)))?(?:'s| is| would be| must be| has to be| should be|:| =) ?(?:clearly |definitely |actually |indeed |just |simply |therefore |then |in fact |option |choice |letter |answer |the )*["“'(*]*$/i;
const TAKES =
  /\b(?:choose|pick|select|say|shout|mark|click|tick|take|go (?:with|for)|write|type|enter|submit|vote for|stick with|settle on|get|end up with|arrive at|want|looking for)(?: (?:just|the|down|option|choice|letter|answer|number|on))* ?["“'(*]*$/i;
/** What stands after the one that is right. */
export const IS_RIGHT =
  /^["”')*]*(?: (?:option|choice))?(?:, (?:that|this|which|it))?(?:'s| is| was| must be| has to be| would be| looks| seems) (?:indeed |definitely |clearly |actually |therefore |the (?:only )?(?:one that is )?)*(?:right|correct|true|answer|one|winner|it\b|your (?:answer|best)|best|what (?:you|we))/i;
const NOT_AROUND = /\b(?:not|never|isn't|n't|neither|nor|wrong|except|instead of|rather than)\b[^,;.]{0,15}$/i;
export const NEGATION = /\b(?:not|never|no|n't|isn't|aren't|don't|doesn't|neither|nor|if|whether|could|might)\b/i;

const HEBREW_PICKS =
  /(?:התשובה|הפתרון|האפשרות|הבחירה|האות)(?: הנכונה| הנכון)?(?: היא| הוא|:)? *["“'(*]*$|(?<!\p{L})(?:בחר|בחרי|בחרו|סמן|סמני|לך על|זה|זו|זאת) *["“'(*]*$/u;
const inHebrewPicks = (before: string, after: string): boolean =>
  HEBREW_PICKS.test(before) || /^["”')*]* (?:היא |הוא |זו |זה )?(?:ה?נכונה|ה?נכון)(?!\p{L})/u.test(after);

/** Whether what stands around a choice, or its letter or place, says that it is the one. */
export function singledOut(before: string, after: string): boolean {
  if (NOT_AROUND.test(before)) return false;
  if (/[:!]\s*["“'(*]*$/.test(before) && /^["”')*]*(?:[.!]|$)/.test(after)) return true;
  return PICKS.test(before) || TAKES.test(before) || IS_RIGHT.test(after) || inHebrewPicks(before, after);
}
