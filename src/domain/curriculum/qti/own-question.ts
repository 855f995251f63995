import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { ProblemDraft, QaDraft } from '../curriculum-draft.ts';
import { partedStem } from '../exchange/steps.ts';
import { readTags } from '../exchange/tags.ts';
import { keyProblem } from '../import/check-key.ts';
import { ItemRefused } from './item.ts';

const USUAL_LEVEL = 2;
/** The place for a typed answer, which stands behind the question in QTI. */
const GAP = /\s*(?:\\_){4}\s*$/;

/**
 * A question that left from here, read as any other, with what only our own files say: the key of its problem, its stem, what the
 * keywords say. What QTI cannot hold stays as it is. Throws `ItemRefused` where its answer would not be taken.
 */
export function asOurs(
  read: ProblemDraft,
  { key, title, keywords }: { key: string; title: string; keywords: readonly string[] },
  checker: AnswerChecker,
): ProblemDraft {
  const [first] = read.steps;
  if (!first || read.steps.length > 1)
    throw new ItemRefused('it asks several things, and is one of ours that asked one');
  const { level = USUAL_LEVEL, ...tags } = readTags(keywords, true);
  const isChoice = (first.choices?.length ?? 0) > 0;
  const { stem, question } = partedStem(isChoice ? first.question : first.question.replace(GAP, ''));
  const qa: QaDraft = {
    ...first,
    ...tags,
    level,
    question,
  };
  qa.unsaid = [
    'hints',
    'workedExample',
    ...(qa.kind === 'choice' ? [] : (['wrongAnswers'] as const)),
    ...(qa.kind === 'several choices' ? (['acceptedAnswers'] as const) : []),
  ];
  const problem = keyProblem(qa, checker);
  if (problem !== null) throw new ItemRefused(problem);
  return { ...read, unsaid: ['source'], restated: true, sourceKey: key, title, stem, steps: [qa] };
}
