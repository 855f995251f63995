import type { Letters } from './letter-of.ts';

const SEVERITY: Record<number, string> = { 1: 'worrying', 2: 'serious', 3: 'acute' };
const again = (round: number) => (round === 0 ? '' : ' Nobody has taken it on yet.');

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
    'safety alert': ({ alertId, severity, round }) => ({
      subject: round === 0 ? 'An alert waits for you' : 'An alert still waits for somebody',
      lines: [
        `A safety alert waits for you. Severity: ${SEVERITY[severity] ?? severity}.${again(round)}`,
        'What it is about is said only after you have logged in. Please take it on there as soon as you can.',
      ],
      path: `/alerts/${alertId}`,
    }),
    'alert rehearsal': ({ rehearsalId, severity, round }) => ({
      subject: 'REHEARSAL: an alert waits for you',
      lines: [
        'THIS IS A REHEARSAL. It is about no pupil.',
        `A rehearsed safety alert waits for you. Severity: ${SEVERITY[severity] ?? severity}.${again(round)}`,
        'Please take it on as you would a real one.',
      ],
      path: `/alerts/rehearsals/${rehearsalId}`,
    }),
    'ai budget': ({ percent }) => ({
      subject: 'Most of this month’s AI budget is used',
      lines: [
        `Your school has used ${percent}% of its AI budget for this month. When it is used up, the built-in tutor goes on.`,
      ],
      path: '/school/ai',
    }),
    'alert released': () => ({
      subject: 'The school has something to tell you about your child',
      lines: ['The school would like you to know something about your child. Please log in to read it.'],
      path: '/alerts',
    }),
    guidance: ({ guidanceId }) => ({
      subject: 'Guidance for your classes',
      lines: ['A supervisor has published guidance for your classes. Please log in to read it.'],
      path: `/class/guidance/${guidanceId}`,
    }),
    'export made': () => ({
      subject: 'Your file can be downloaded',
      lines: ['The file that you asked for is ready for three days. Please log in to download it.'],
      path: '/notifications',
    }),
  },
  foot: 'λllamda sent this because you have an account at your school. Answers to this address are not read.',
};
