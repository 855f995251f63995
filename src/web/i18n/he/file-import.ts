import type { fileImport as en } from '../en/file-import.ts';
import type { Translated } from '../translated.ts';

/** Words of every page on which something comes in from a file. */
export const fileImport: Translated<typeof en> = {
  fileTitle: 'הקובץ',
  file: 'קובץ',
  look: 'לראות מה יקרה',
  rules: 'טוב לדעת',
  noFile: 'בחרו קודם קובץ.',
  cutOff: 'השליחה נקטעה בדרך, ושום דבר מהקובץ לא נשמר. בחרו אותו ושלחו שוב.',
  notTaken: 'הקובץ לא התקבל',
  previewTitle: 'מה יקרה',
  previewLead: (file) => `עם ${file}. עוד לא נשמר דבר; הקובץ נשמר לשעה.`,
  confirm: 'לייבא',
  cancel: 'לזרוק את הקובץ',
  another: 'קובץ אחר',
  restOfList: (n) => `עוד ${n.toLocaleString('en')} שורות`,
  more: (n) => `…ועוד ${n.toLocaleString('en')}.`,
};
