/** What a class manager may order the teacher to do. */
export type WhisperOrder =
  | { kind: 'help'; amount: 'none' | 'more' | 'usual' }
  | { kind: 'level'; by: -1 | 0 | 1 }
  | { kind: 'unit'; step: 1 | -1 }
  | { kind: 'unit'; name: string }
  | { kind: 'example'; about: string | null };

/** Small words that may stand at either end of an order. In normal form. */
export const FILLERS = [
  ...'please,pls,now,ok,okay,just,for now,from now on,from here on,then,thanks,thank you,so,hey,teacher'.split(','),
  ...'בבקשה,עכשיו,מעכשיו,תודה,אז,פשוט,לבינתיים,כרגע'.split(','),
];

/** Orders that are said in a fixed way; the pattern is the whole clause, in normal form, without fillers. */
export const FIXED: readonly { pattern: RegExp; order: WhisperOrder }[] = [
  {
    order: { kind: 'help', amount: 'none' },
    pattern:
      /^(?:stop|quit|no|without|dont|do not|never|hold back|withhold)(?: (?:giving|give|offering|offer|any|more|further|the|them|him|her|with|all|so many))* (?:hints?|hinting|clues?|help|helping)(?: (?:anymore|any more|at all|yet|them|him|her|so much|any longer))*$/,
  },
  {
    order: { kind: 'help', amount: 'none' },
    pattern: /^give (?:them|him|her|it)? ?no(?: more)? (?:hints?|clues?|help)$/,
  },
  {
    order: { kind: 'help', amount: 'none' },
    pattern:
      /^let (?:them|him|her) (?:try|work|think|do it|do this|go on|have a go)(?: (?:it|first))*(?: (?:alone|unaided|by (?:themselves|himself|herself)|on (?:their|his|her) own|without (?:any )?(?:help|hints)))$/,
  },
  {
    order: { kind: 'help', amount: 'none' },
    pattern:
      /^(?:בלי|ללא|אין|די עם|די ל|מספיק עם|(?:להפסיק|תפסיק|תפסיקי|הפסק|הפסיקי) עם|(?:להפסיק|תפסיק|תפסיקי|הפסק|הפסיקי|לא|אל) (?:לתת|תיתן|תתן|תתני))(?: (?:יותר|עוד|שום|לו|לה|להם|להן))* ה?(?:רמזים|רמז|עזרה)(?: (?:יותר|בכלל|לו|לה|להם|להן|נוספים|נוספת))*$/,
  },
  {
    order: { kind: 'help', amount: 'none' },
    pattern: /^(?:להפסיק|תפסיק|תפסיקי|הפסק|הפסיקי|לא|די) (?:לרמוז|לעזור)(?: (?:לו|לה|להם|להן))*$/,
  },
  {
    order: { kind: 'help', amount: 'more' },
    pattern:
      /^(?:(?:give|offer|provide)(?: (?:them|him|her|us))?(?: (?:some|a bit|a little|lots of|much))?|some|a bit|a little)? ?more (?:help|hints?|support|clues)(?: (?:to )?(?:them|him|her))?$/,
  },
  {
    order: { kind: 'help', amount: 'more' },
    pattern: /^(?:help|support)(?: (?:them|him|her))? (?:a bit |a little |much )?more$/,
  },
  {
    order: { kind: 'help', amount: 'more' },
    pattern:
      /^(?:(?:לתת|תן|תני|תיתן|תתני|לו|לה|להם|להן|קצת) )*(?:(?:יותר|עוד) (?:עזרה|רמזים)|עזרה נוספת|רמזים נוספים)(?: (?:לו|לה|להם|להן))*$/,
  },
  { order: { kind: 'help', amount: 'more' }, pattern: /^(?:לעזור|תעזור|תעזרי)(?: (?:לו|לה|להם|להן|קצת))* יותר$/ },
  {
    order: { kind: 'help', amount: 'usual' },
    pattern:
      /^(?:(?:hints?|help) (?:(?:is|are) )?(?:ok|okay|fine|allowed|welcome)(?: again)?|(?:you may|you can|feel free to) (?:hint|help|give hints|give help)(?: again)?|(?:hints?|help|hint) (?:as usual|again|normally)|(?:the )?(?:usual|normal) (?:help|hints)|as usual|back to normal)$/,
  },
  {
    order: { kind: 'help', amount: 'usual' },
    pattern:
      /^(?:(?:אפשר|מותר) (?:שוב )?(?:רמזים|לרמוז|לעזור|עזרה)(?: שוב)?|(?:רמזים|עזרה) (?:כרגיל|רגילה|רגילים|שוב)|כרגיל|לחזור לרגיל)$/,
  },
  {
    order: { kind: 'level', by: -1 },
    pattern:
      /^(?:(?:make|keep|it|this|them|him|her|go|something|take|ask|give|pose|use|try|an?|a bit|a little|much|some|the|questions?|with|to|slightly) )*(?:easier|simpler|less difficult)(?: (?:questions?|ones?|tasks?|items?|exercises?|problems?|level|for|them|him|her|one))*$/,
  },
  {
    order: { kind: 'level', by: -1 },
    pattern:
      /^(?:(?:this|it|its|that|thats) )?(?:is )?(?:much |far |a bit )?too (?:hard|difficult|challenging)(?: for (?:them|him|her))?$/,
  },
  {
    order: { kind: 'level', by: -1 },
    pattern:
      /^(?:(?:שאלות|שאלה|משהו|תרגילים|תרגיל|קצת|לתת|תן|תני|לו|לה|להם|להן|זה|יותר) )*(?:קל|קלה|קלות|קלים|פשוט|פשוטה|פשוטות|פשוטים)(?: (?:יותר|לו|לה|להם|להן))*$/,
  },
  { order: { kind: 'level', by: -1 }, pattern: /^(?:זה )?קשה מדי(?: (?:לו|לה|להם|להן|בשבילו|בשבילה|בשבילם))?$/ },
  {
    order: { kind: 'level', by: 1 },
    pattern:
      /^(?:(?:make|it|this|them|him|her|go|something|take|ask|give|pose|use|try|an?|a bit|a little|much|some|the|questions?|with|to|slightly) )*(?:harder|tougher|trickier|(?:more )(?:difficult|challenging))(?: (?:questions?|ones?|tasks?|items?|exercises?|problems?|level|for|them|him|her|one))*$/,
  },
  {
    order: { kind: 'level', by: 1 },
    pattern:
      /^(?:(?:this|it|its|that|thats) )?(?:is )?(?:much |far |a bit )?too (?:easy|simple)(?: for (?:them|him|her))?$/,
  },
  {
    order: { kind: 'level', by: 1 },
    pattern:
      /^(?:(?:שאלות|שאלה|משהו|תרגילים|תרגיל|קצת|לתת|תן|תני|לו|לה|להם|להן|זה|יותר) )*(?:קשה|קשות|קשים|מאתגר|מאתגרת|מאתגרות|מאתגרים)(?: (?:יותר|לו|לה|להם|להן))*$/,
  },
  { order: { kind: 'level', by: 1 }, pattern: /^(?:זה )?קל מדי(?: (?:לו|לה|להם|להן|בשבילו|בשבילה|בשבילם))?$/ },
  {
    order: { kind: 'level', by: 0 },
    pattern:
      /^(?:back to )?(?:the )?(?:usual|normal|same|regular) (?:level|difficulty)(?: again)?$|^רמה (?:רגילה|כרגיל)$/,
  },
  {
    order: { kind: 'unit', step: 1 },
    pattern:
      /^(?:(?:go|move|take|start|begin|switch|on|to|with|the) )*next (?:unit|topic|chapter)$|^(?:(?:לעבור|עבור|עברי|תעבור|תעברי|להמשיך|תמשיך|תמשיכי) )?(?:ליחידה|לנושא|לפרק|אל היחידה|אל הנושא|אל הפרק|היחידה|הנושא|הפרק|יחידה|נושא|פרק) (?:הבאה|הבא)$/,
  },
  {
    order: { kind: 'unit', step: -1 },
    pattern:
      /^(?:(?:go|move|back|to|the) )*(?:previous (?:unit|topic|chapter)|(?:unit|topic|chapter) before)$|^(?:go )?back (?:a|one) (?:unit|topic|chapter)$|^(?:(?:לחזור|חזור|חזרי|תחזור|תחזרי) )?(?:ליחידה|לנושא|לפרק|אל היחידה|אל הנושא|אל הפרק|היחידה|הנושא|הפרק) (?:הקודמת|הקודם)$/,
  },
  {
    order: { kind: 'example', about: null },
    pattern:
      /^(?:(?:use|show|give|take|try|start with|begin with|with|work through)(?: (?:them|him|her))? )?(?:the|a|an)? ?(?:worked|worked out|solved) examples?(?: first)?$/,
  },
  {
    order: { kind: 'example', about: null },
    pattern:
      /^(?:(?:להשתמש|השתמש|השתמשי|תשתמש|תשתמשי|להראות|תראה|תראי|הראה|הראי|לתת|תן|תני|עם) )?(?:(?:לו|לה|להם|להן|את) )*(?:ב|את ה)?ה?דוגמה(?: ה?(?:פתורה|מודרכת))$/,
  },
];

/** Orders that name something: what the first group holds. `sure`: whoever says so means an order, also where nothing is called so. */
export const NAMING: readonly { pattern: RegExp; what: 'unit' | 'example'; sure: boolean }[] = [
  {
    what: 'unit',
    sure: true,
    pattern:
      /^(?:go back to|back to|return to|go to|go over to|go on to|go on with|switch to|move to|move on to|move over to|turn to|continue with|change to|jump to|do some|work on) (?:the )?(?:unit |topic |chapter )?(?:on |of |about )?(.+)$/,
  },
  {
    what: 'unit',
    sure: false,
    pattern:
      /^(?:practi[sc]e|revise|repeat|do|study|take|stay (?:with|on|at|in)) (?:the )?(?:unit |topic |chapter )?(.+)$/,
  },
  {
    what: 'unit',
    sure: true,
    pattern:
      /^(?:לחזור|חזור|חזרי|תחזור|תחזרי|בחזרה|לעבור|עבור|עברי|תעבור|תעברי) (?:אל |ל)(?:יחידה |יחידת |נושא |פרק )?(?:של |על )?(.+)$/,
  },
  { what: 'unit', sure: false, pattern: /^(?:לתרגל|תתרגל|תתרגלי|ללמוד|להישאר ב|להישאר עם) ?(?:את )?(.+)$/ },
  {
    what: 'example',
    sure: true,
    pattern:
      /^(?:use|show|give|take|try|start with|begin with)(?: (?:them|him|her))? (?:the|a|an|our|my) (.+?) examples?(?: (?:first|again))?$/,
  },
  {
    what: 'example',
    sure: true,
    pattern:
      /^(?:use|show|give|take|try|start with|begin with)(?: (?:them|him|her))? (?:the|an) example (?:with|of|about|from|on) (?:the |our |a )?(.+)$/,
  },
  {
    what: 'example',
    sure: true,
    pattern:
      /^(?:להשתמש|השתמש|השתמשי|תשתמש|תשתמשי|להראות|תראה|תראי|הראה|הראי|לתת|תן|תני)(?: (?:לו|לה|להם|להן|את))* (?:ב|את )?(?:דוגמת ה?|ה?דוגמה (?:של |עם |על |מה|מ))(.+)$/,
  },
];
