import type { Letters } from './letter-of.ts';

export const LETTERS_EN: Letters = {
  of: {
    attention: () => ({
      subject: 'Pupils of yours need attention',
      lines: ['There is something new to look at in your classes. Please log in to read it.'],
      path: '/class/attention',
    }),
    'attention waits': () => ({
      subject: 'Pupils of your school need attention',
      lines: ['Something has waited for a week in your school. Please log in to read it.'],
      path: '/class/attention',
    }),
    'alert released': () => ({
      subject: 'The school has something to tell you about your child',
      lines: ['The school would like you to know something about your child. Please log in to read it.'],
      path: '/alerts',
    }),
  },
  foot: 'λllamda sent this because you have an account at your school. Answers to this address are not read.',
};
