import type { accounts as en } from '../en/accounts.ts';
import type { Translated } from '../translated.ts';

/** Words about passwords, one-time links and login cards. */
export const accounts: Translated<typeof en> = {
  welcomeTitle: 'ברוכים הבאים',
  welcome: (firstName) => `שלום, ${firstName}`,
  welcomeLead: 'בחרו סיסמה שרק אתם יודעים. אחר כך אתם בפנים.',
  username: 'שם המשתמש שלכם',
  newPassword: 'סיסמה חדשה',
  again: 'אותה סיסמה שוב',
  passwordHint: (least) => `לפחות ${least} תווים. שלוש או ארבע מילים ברצף הן סיסמה טובה.`,
  notTheSame: 'שתי הסיסמאות אינן זהות; כתבו את שתיהן שוב.',
  setPassword: 'קביעת הסיסמה',
  linkNote: (until) => `הקישור הזה פועל פעם אחת, עד ${until}.`,
  passwordProblem: (problem) => {
    switch (problem.kind) {
      case 'short':
        return `דרושים לפחות ${problem.least} תווים. קל לזכור כמה מילים ברצף.`;
      case 'long':
        return 'הסיסמה ארוכה מ־512 תווים; בחרו סיסמה קצרה יותר.';
      case 'common':
        return 'זו אחת הסיסמאות שכולם מנחשים ראשונות. בחרו סיסמה אחרת.';
      case 'own':
        return 'הסיסמה בנויה מהשם שלכם. בחרו משהו שאיש לא ינחש.';
    }
  },
};
