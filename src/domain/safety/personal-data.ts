const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}]{2,}/u;
/** Phone numbers as they are written in Israel, and those that begin with a +. A long number in a sum is none of them. */
const PHONE =
  /(?<![\d.,])(?:\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,4}){2,3}|0(?:5\d|7[2-9])[ -]?\d{3}[ -]?\d{4}|0[23489][ -]\d{7})(?![\d.,]\d|\d)/;
const SAID =
  /\bmy (?:home )?address is\b|\bi live (?:at|on) (?:number )?(?:\d+\b|[a-z]+ (?:street|st|road|rd|avenue|ave)\b)|\bmy (?:phone|cell|mobile|telephone)(?: number)? is\b|\bmy (?:password|pin|id number|credit card)(?: number)? is\b|(?:הכתובת|הסיסמה|מספר הזהות|תעודת הזהות) שלי (?:היא|הוא|זה|:) |(?:הטלפון|המספר) שלי (?:הוא |זה |: ?)?[\d-]{7,}|אני (?:גר|גרה) ברחוב/iu;

/** Whether somebody gives away how they can be found or who they are: an address, a phone number, a password. */
export function givesAwayPersonalData(text: string): boolean {
  return EMAIL.test(text) || PHONE.test(text) || SAID.test(text);
}
