import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import type { ProblemContent } from '../../../shared/curriculum-content.ts';
import { formatFor } from '../../i18n/format.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { type PageContext, withPage } from '../../page-context.ts';
import { ProblemPreview } from './problem-preview.tsx';
import { ThingName } from './thing-name.tsx';

const page: PageContext = {
  actor: null,
  locale: 'en',
  t: messagesFor('en'),
  format: formatFor('en', 'UTC'),
  path: '/',
  assets: { folder: '', url: (source) => source },
};

const SMALLER = {
  question: 'Which comes first?',
  kind: 'choice',
  answer: 'b',
  choices: [
    { id: 'a', text: 'The minus' },
    { id: 'b', text: 'The times' },
  ],
} as const;

const content = (hints: ProblemContent['steps'][number]['hints']): ProblemContent => ({
  title: '',
  stem: '',
  figures: [],
  unit: 'Numbers',
  source: '',
  licence: '',
  archived: false,
  steps: [
    {
      qaId: null,
      use: 'for study',
      level: 1,
      kind: 'number',
      question: 'Work out $20 - 3 \\cdot 4$.',
      answer: '8',
      tolerance: null,
      unit: null,
      acceptedAnswers: [],
      choices: [],
      aliases: [],
      hints,
      workedExample: '',
      explanation: '',
      wrongAnswers: [],
    },
  ],
});

test('a smaller question in a hint is previewed with its choices', () => {
  const scaffold = { ...SMALLER, choices: [...SMALLER.choices] };
  const shown = withPage(page, () =>
    renderToString(<ProblemPreview content={content([{ text: 'Two signs.', scaffold }])} />),
  );
  assert.match(shown, /Which comes first\?/);
  assert.match(shown, /<b>a<\/b>.*The minus.*<b>b<\/b>.*The times/s);
});

test('a question is named with its formulas, and everything else by what is written', () => {
  const shown = (kind: 'problem' | 'unit') => renderToString(<ThingName kind={kind} name="Solve $x^2 = 4$." />);
  assert.match(shown('problem'), /<math/);
  assert.doesNotMatch(shown('problem'), /\$/);
  assert.match(shown('unit'), /\$x\^2 = 4\$/);
});
