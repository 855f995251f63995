import type { Letters } from './letter-of.ts';

export const LETTERS_EN: Letters = {
  of: {
    'alert released': () => ({
      subject: 'The school has something to tell you about your child',
      lines: ['The school would like you to know something about your child. Please log in to read it.'],
      path: '/alerts',
    }),
  },
  foot: 'λllamda sent this because you have an account at your school. Answers to this address are not read.',
};
