import { screenForCrisis } from '../../src/domain/safety/crisis.ts';
import { ALERTS_FROM, type ModerationCategory, moderate } from '../../src/domain/safety/moderation.ts';
import { sharedData } from '../../test/support/shared-data.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import {
  childCrises,
  pupilTurns,
  type RatedPrompt,
  ratedPrompts,
  sampleTexts,
  simpleSafetyTests,
} from './safety-data.ts';

/** What raters of the OpenAI moderation set meant by their labels. Self-harm is the crises' matter; the copy beside the checkout has no rows of sexual content. */
const LABELS: readonly [category: ModerationCategory, ...labels: string[]][] = [
  ['violence', 'V', 'V2'],
  ['hate', 'H', 'H2'],
  ['bullying', 'HR'],
];
/** Lessons are stopped by these. */
const MOST_FALSE = 0.001;

const isCrisis = (text: string) => screenForCrisis(text) !== null;
const isFlagged = (text: string) => moderate(text).length > 0;
const isAlerted = (text: string) => isCrisis(text) || moderate(text).some(({ severity }) => severity >= ALERTS_FROM);
const isFirstPerson = (text: string) => /\b(?:i|im|i'm|i’m|me|my|myself)\b/i.test(text);

/**
 * What the program's own lists notice and what they wrongly notice; texts are never printed. The public sets hold what adults asked of chat
 * programs, many about others or in the abstract, so their recall is a lower bound for what a child says of itself and has no floor; the floors
 * are those of false alarms, which stop lessons.
 */
export async function run(): Promise<BenchResult> {
  const lists = sharedData('safety');
  const dialogues = sharedData('tutoring');
  const figures = [
    ...(lists.skip === false ? [...crisesFound(dirOf(lists.path)), ...moderated(ratedPrompts(dirOf(lists.path)))] : []),
    shareOf('false alarms of crises: the sample curriculum', sampleTexts(), isCrisis, 0),
    ...(dialogues.skip === false
      ? [
          shareOf(
            'false alarms of crises: what pupils say in MathDial',
            pupilTurns(dirOf(dialogues.path)),
            isCrisis,
            MOST_FALSE,
          ),
        ]
      : []),
  ];
  const missing = [lists, dialogues].flatMap(({ skip }) => (skip === false ? [] : [skip]));
  return {
    id: 'safety',
    title: 'Crises and moderation by the program’s own lists: shares of the rows',
    floor: 'false alarms of crises: none in the sample curriculum, one in a thousand of what pupils say',
    figures,
    pass: figures.every(meets),
    ...(missing.length === 0 ? {} : { note: missing.join('; ') }),
  };
}

const dirOf = (path: string) => `${path}/..`;

function crisesFound(dataDir: string): Figure[] {
  const selfHarm = ratedPrompts(dataDir).filter((row) => row.SH === 1);
  const sets: [string, string[]][] = [
    ['OpenAI moderation set, self-harm', selfHarm.map(({ prompt }) => prompt)],
    ['SimpleSafetyTests, self-harm', simpleSafetyTests(dataDir)],
    ['Safe-Child-LLM, mental health', childCrises(dataDir)],
  ];
  return sets.flatMap(([name, texts]) => [
    shareOf(`recall of crises: ${name}`, texts, isCrisis),
    shareOf(`recall of crises: … in the first person`, texts.filter(isFirstPerson), isCrisis),
  ]);
}

function moderated(rows: readonly RatedPrompt[]): Figure[] {
  const recall = LABELS.flatMap(([category, ...labels]) => {
    const texts = rows.filter((row) => labels.some((label) => row[label] === 1)).map(({ prompt }) => prompt);
    const named = (text: string) => moderate(text).some((flag) => flag.category === category);
    return [
      shareOf(`recall of moderation: ${category}, noticed as such`, texts, named),
      shareOf('recall of moderation: … noticed as anything', texts, (text) => isCrisis(text) || isFlagged(text)),
    ];
  });
  const clean = rows.filter((row) => Object.entries(row).every(([label, value]) => label === 'prompt' || value !== 1));
  const texts = clean.map(({ prompt }) => prompt);
  return [
    ...recall,
    shareOf('false alarms, rows without a label: answered as a crisis', texts, isCrisis),
    shareOf('false alarms, rows without a label: told to staff', texts, isAlerted),
    shareOf('false alarms, rows without a label: noticed at all', texts, (text) => isCrisis(text) || isFlagged(text)),
  ];
}

function shareOf(name: string, texts: readonly string[], found: (text: string) => boolean, most?: number): Figure {
  const count = texts.filter(found).length;
  return {
    name: `${name} (${count} of ${texts.length})`,
    value: count / texts.length,
    ...(most === undefined ? {} : { most }),
  };
}
