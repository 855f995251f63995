import type { PasswordProblem } from '../../../domain/access/password-policy.ts';

function passwordProblem(problem: PasswordProblem): string {
  switch (problem.kind) {
    case 'short':
      return `Please take at least ${problem.least} characters. A few words in a row are easy to remember.`;
    case 'long':
      return 'This is longer than 512 characters; please take a shorter one.';
    case 'common':
      return 'This is one of the passwords that everybody guesses first. Please take another one.';
    case 'own':
      return 'This is made of your own name. Please take something that nobody guesses.';
  }
}

/** Words about passwords, one-time links and login cards. */
export const accounts = {
  welcomeTitle: 'Welcome',
  welcome: (firstName: string) => `Welcome, ${firstName}`,
  welcomeLead: 'Choose a password that only you know. After that you are in.',
  username: 'Your username',
  newPassword: 'New password',
  again: 'The same again',
  passwordHint: (least: number) => `At least ${least} characters. Three or four words in a row are a good one.`,
  notTheSame: 'The two are not the same; please write both again.',
  setPassword: 'Set my password',
  linkNote: (until: string) => `This link works once, until ${until}.`,
  passwordProblem,
};
