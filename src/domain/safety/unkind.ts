const EN =
  /\b(?:you(?: are|re| r)?|u(?: r| are)?|ur|hes|shes|he is|she is|shes such an?|such an?|what an?)\b[^.!?]{0,20}\b(?:stupid|dumb|idiots?|moron|loser|ugly|fat|retard(?:ed)?|freak|pathetic|disgusting|trash|worthless|weirdo)\b|\b(?:shut up|stfu|fuck (?:you|off)|screw you|go to hell|nobody likes you|hate you|bitch|asshole)\b/i;
const HE =
  /(?:^|\s)(?:אתה|את|הוא|היא|אתם|איזה|יא)\s(?:\S+\s){0,2}(?:טיפשה?|מטומט(?:ם|מת|מים)|אידיוטי?ת?|מפגרת?|מכוערת?|שמנה?|לוזרית?|דפוקה?|מסריחה?)(?=\s|$)|(?:^|\s)(?:סתום|סתמי|תסתום|תסתמי|תשתוק|תשתקי|לך לעזאזל|לכי לעזאזל|שונאת? אותך|אף אחד לא אוהב אותך|בן זונה|כוס אמק)(?=\s|$)/u;

/** Whether somebody speaks of another so as to hurt them: insults said to or about a person, in English and Hebrew. A list notices; it does not judge. */
export function isUnkind(text: string): boolean {
  const words = text
    .slice(0, 4000)
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return EN.test(words) || HE.test(words);
}
