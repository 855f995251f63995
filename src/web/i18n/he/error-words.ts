/** What an error says in Hebrew: by its sentence, where one code has several; else by its code; else as it is. */
export function errorInHebrew(code: string, message: string): string {
  // Words of need stand before what was refused, in the pupil's own language already.
  const at = message.lastIndexOf('\n\n') + 2;
  if (at > 1) return message.slice(0, at) + errorInHebrew(code, message.slice(at));
  const wait = /Please wait (\d+) seconds/.exec(message)?.[1];
  if (wait !== undefined) return `יותר מדי ניסיונות. המתינו ${wait} שניות ונסו שוב.`;
  return SENTENCES[message] ?? CODES[code] ?? message;
}

const CODES: Record<string, string> = {
  'active-session-exists': 'כבר יש לך מפגש שעוד לא הסתיים. אפשר להמשיך בו, או לסיים אותו קודם.',
  'alert-acknowledged': 'מישהו כבר לקח את ההתראה הזאת על עצמו. ההערה לא נשמרה.',
  'alert-not-for-parents': 'על ההתראה הזאת לא מיידעים כאן הורים: ייתכן שהפגיעה בבית.',
  'bad-request': 'אי אפשר היה לקרוא את הבקשה.',
  'card-gone': 'הכרטיס הזה כבר לא פותח דבר. בבית הספר יכולים להדפיס חדש.',
  'cards-forbidden': 'בית הספר לא מאפשר כרטיסי כניסה. אפשר לאפשר אותם בדף האנשים.',
  'changed-meanwhile': 'משהו השתנה מאז שהדף נפתח. הסתכלו שוב במה שיקרה עכשיו.',
  'children-elsewhere': 'להורה הזה יש ילד/ה גם בבית ספר אחר, ולכן החשבון נשאר. אפשר לחסום את ההורה מתלמידיכם.',
  'class-archived': 'הכיתה הזאת בארכיון. הוציאו אותה קודם מהארכיון.',
  'course-mandatory': 'כל השכבה לומדת את הקורס הזה.',
  'cross-site': 'הבקשה הגיעה מאתר אחר, ולכן לא בוצעה.',
  'device-has-history': 'המכשיר הזה הושאל בעבר, ולכן ההיסטוריה שלו נשמרת.',
  'device-is-lent': 'המכשיר הזה כבר אצל מישהו.',
  'device-not-functional': 'רק מכשיר תקין מושאל.',
  'device-on-loan': 'אצל התלמיד/ה עדיין יש מכשיר של בית הספר. הוא צריך לחזור קודם.',
  disabled: 'החשבון הזה מושבת. הפעילו אותו קודם.',
  forbidden: 'לחשבון שלך אין הרשאה לזה.',
  'form-too-large': 'הטופס גדול מדי: לכל היותר 1 MB של טקסט ו־16 MB של תמונות.',
  'invalid-session-state': 'במצב הנוכחי של המפגש אי אפשר לעשות את זה.',
  'invalid-sitting-state': 'במצב הנוכחי של המבחן אי אפשר לעשות את זה.',
  'lesson-under-way': 'יש לך שיעור עכשיו. זה יכול לחכות עד שיסתיים.',
  'nobody-can-take-part': 'כרגע איש מהכיתה הזאת לא יכול להשתתף בשיעור.',
  'outside-study-hours': 'בשעה הזאת בית הספר לא מאפשר להתחיל מפגש בבית. השעות כתובות בדף הלימוד.',
  'consent-changed': 'הנוסח השתנה בינתיים. אנא קראו שוב וענו אז.',
  'paused-by-class-manager': 'המחנך/ת עצרו את השיעור. הוא יימשך כשיאמרו.',
  'session-not-found': 'אין מפגש לימוד כזה.',
  'test-under-way': 'יש לך מבחן שמתקיים עכשיו. אחרי ההגשה אפשר להמשיך כאן.',
  internal: 'משהו השתבש אצלנו. זה נרשם תחת המספר הזה; נסו שוב.',
  'kept-elsewhere':
    'את החשבון של ההורה הזה מנהל בית ספר אחר, ורק הוא יכול לשנות אותו. אתם מחליטים אם ההורה רשאי לראות את תלמידיכם.',
  'link-gone': 'הקישור הזה לא פועל: כבר השתמשו בו, פג תוקפו, או שחדש בא במקומו. בבית הספר יכולים ליצור לך אחר.',
  'login-failed': 'שם המשתמש והסיסמה לא מתאימים זה לזה.',
  'login-needed': 'צריך קודם להיכנס.',
  'no-course': 'אין קורס כזה לייצוא.',
  'no-password': 'עוד אין לך סיסמה. בקשו מבית הספר קישור חד־פעמי; איתו בוחרים סיסמה.',
  'no-questions': 'במבחן הזה אין כרגע שאלות. ספרו למחנך/ת.',
  'no-teacher': 'אין כרגע מורה למקצוע הזה.',
  'not-corrected': 'מאז לא פורסמה גרסה חדשה של השאלה הזאת.',
  'not-empty': 'ביחידה הזאת יש שאלות: הסירו אותן קודם.',
  'not-found': 'לא נמצא כאן דבר כזה.',
  'not-open': 'אין עוד דיווח פתוח על השאלה הזאת.',
  'plan-changed': 'תוכנית הלימודים השתנתה מאז הבדיקה, והייבוא היה עושה עכשיו משהו אחר. הסתכלו עליו שוב.',
  'released-already': 'השחרור כבר נעשה, והוא ממתין לקבלה.',
  'still-saving': 'הקובץ הקודם עדיין נכנס. המתינו לו, ואז שלחו את הבא.',
  'teacher-busy': 'המורה עדיין עונה. מה שכתבת נשמר בדף הזה; אפשר לשלוח שוב בעוד רגע.',
  timeout: 'הבקשה התעכבה יותר מדי בדרך.',
  'too-large': 'זה יותר ממה שמתקבל בבקשה אחת.',
  'too-many': 'יותר מדי בקשות. המתינו רגע.',
  'too-many-streams': 'השיעור הזה פתוח יותר מדי פעמים. סגרו כמה מהלשוניות.',
  unavailable: 'מסד הנתונים לא עונה כרגע. שום דבר שנשמר לא אבד; נסו שוב בעוד רגע.',
  'unsupported-media-type': 'תוכן מסוג זה לא מתקבל כאן.',
};

const SENTENCES: Record<string, string> = {
  'A device cannot have been bought in the future.': 'מכשיר לא יכול להיות קנוי בעתיד.',
  'An acknowledgement says what was done.': 'צריך לכתוב מה נעשה.',
  'Another session ended just now. Please try again.': 'מפגש אחר הסתיים ממש עכשיו. נסו שוב.',
  'Changing a mark needs a reason.': 'כדי לשנות בדיקה צריך סיבה.',
  'Nobody in this class has this test before them at the time of the class any more. Look again.':
    'לאיש בכיתה הזאת כבר אין את המבחן לפניו במועד של הכיתה. הסתכלו שוב.',
  'Only pupils join lessons.': 'רק תלמידים מצטרפים לשיעורים.',
  'Only pupils study at home.': 'רק תלמידים לומדים בבית.',
  'Reading a conversation needs a reason.': 'כדי לקרוא שיחה צריך סיבה.',
  'Say something to those who reported it.': 'כתבו משהו למי שדיווח.',
  'Say what is wrong with the question.': 'כתבו מה לא בסדר בשאלה.',
  'Say why in a few words.': 'כתבו למה בכמה מילים.',
  'Some of what was sent cannot be read; see the fields.': 'חלק ממה שנשלח אי אפשר לקרוא.',
  'Somebody has just set this test for one of them. Look again.':
    'מישהו קבע ממש עכשיו את המבחן הזה לאחד מהם. הסתכלו שוב.',
  'That cannot be imagined.': 'אי אפשר לדמיין את זה.',
  'That cannot be planned.': 'אי אפשר לתכנן את זה.',
  'That cannot be taken.': 'אי אפשר לקבל את זה.',
  'The message is empty.': 'ההודעה ריקה.',
  'The test cannot be set like this.': 'אי אפשר לקבוע את המבחן כך.',
  'There is a later sitting of this test for this pupil already.': 'לתלמיד/ה כבר יש מועד מאוחר יותר של המבחן הזה.',
  'This course has no units yet.': 'בקורס הזה אין עדיין יחידות.',
  'This file is not kept any more. Please send it again.': 'הקובץ הזה כבר לא שמור. שלחו אותו שוב.',
  'This is no PNG, JPEG, GIF or WebP picture.': 'זו אינה תמונת PNG, JPEG, GIF או WebP.',
  'This mark cannot be taken.': 'אי אפשר לקבל את הבדיקה הזאת.',
  'This picture has more than 16 million pixels. Make it smaller first.':
    'בתמונה הזאת יש יותר מ־16 מיליון פיקסלים. הקטינו אותה קודם.',
  'This picture is larger than 2 MB.': 'התמונה הזאת גדולה מ־2 MB.',
  'You have too many pages open. Please close some of them.': 'יותר מדי דפים פתוחים. סגרו כמה מהם.',
};
