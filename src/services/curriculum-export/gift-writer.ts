import { pauses } from '../../data/in-slices.ts';
import { ownId } from '../../domain/curriculum/exchange/own-id.ts';
import { isPlainNumber, toleranceReach } from '../../domain/curriculum/exchange/plain-number.ts';
import { withStem } from '../../domain/curriculum/exchange/steps.ts';
import { writeTags } from '../../domain/curriculum/exchange/tags.ts';
import type { StoredCourse, StoredProblem, StoredStep } from '../../domain/curriculum/import/stored-course.ts';
import { publishedUnits } from '../../domain/curriculum/import/to-document.ts';
import { toPortableHtml } from '../../domain/markup/to-portable-html.ts';
import type { CourseSource } from './curriculum-export.service.ts';

/** One course as GIFT: its units as categories, every step a question that stands alone. */
export async function* writeGift({ courses }: CourseSource): AsyncIterable<string> {
  for await (const course of courses) yield* piecesOf(course);
}

async function* piecesOf(course: StoredCourse): AsyncIterable<string> {
  const pause = pauses();
  yield `// ${oneLine(`${course.name} (${course.subject}, ${course.gradeLevel})`)}\n`;
  for (const unit of publishedUnits(course)) {
    if (unit.problems.length > 0) yield `\n$CATEGORY: $course$/top/${oneLine(unit.name).replaceAll('/', '//')}\n`;
    for (const problem of unit.problems) {
      await pause();
      yield problem.steps.map((step, index) => `\n${questionOf(problem, step, index)}\n`).join('');
    }
  }
}

function questionOf(problem: StoredProblem, step: StoredStep, index: number): string {
  const { lines, number } = answersOf(step);
  const id = ownId({ key: problem.key, step: index + 1 }, problem.steps.length);
  const said = [
    ...(number || step.kind === 'choice' ? (['kind'] as const) : []),
    ...(number ? (['tolerance'] as const) : []),
  ];
  const marks = [`[id:${id}]`, ...writeTags(step, said).map((tag) => `[tag:${tag}]`)];
  const title = problem.title === '' ? '' : `::${escaped(oneLine(problem.title))}::`;
  const explanation = step.explanation === '' ? [] : [`####${html(step.explanation)}`];
  return [
    `// ${marks.join(' ')}`,
    `${title}${html(withStem(problem.stem, step.question))} {${number ? '#' : ''}`,
    ...lines,
    ...explanation,
    '}',
  ].join('\n');
}

function answersOf(step: StoredStep): { lines: string[]; number: boolean } {
  if (step.kind === 'choice') return { lines: choiceLines(step), number: false };
  if (step.kind === 'several choices') return { lines: severalLines(step), number: false };
  return numberLines(step) ?? { lines: shortLines(step), number: false };
}

function choiceLines({ answer, acceptedAnswers, choices, wrongAnswers }: StoredStep): string[] {
  const right = new Set([answer, ...acceptedAnswers]);
  return choices.map(({ id, text }) => {
    const said = wrongAnswers.find((wrong) => wrong.answer === id)?.feedback ?? '';
    return `${right.has(id) ? '=' : '~'}${html(text)}${remark(said)}`;
  });
}

/** Each right one is worth its share, and each wrong one costs as much: who ticks all gets nothing. */
function severalLines({ answer, choices }: StoredStep): string[] {
  const right = new Set(answer.split(',').map((id) => id.trim()));
  const share = Number((100 / right.size).toFixed(5));
  return choices.map(({ id, text }) => `~%${right.has(id) ? share : -share}%${html(text)}`);
}

/** As numbers with their tolerance, which other programs can mark too; undefined where a key is no plain number. */
function numberLines({ kind, answer, acceptedAnswers, tolerance, wrongAnswers }: StoredStep) {
  const right = [answer, ...acceptedAnswers];
  const wrong = wrongAnswers.map((one) => one.answer);
  if (kind !== 'number' || ![...right, ...wrong].every(isPlainNumber)) return undefined;
  const reaches = right.map((one) => toleranceReach(tolerance ?? 0, Number(one)));
  if (reaches.includes(null) || (tolerance && right.includes('0'))) return undefined;
  return {
    number: true,
    lines: [
      ...right.map((one, index) => `=${one}${reaches[index] === '0' ? '' : `:${reaches[index]}`}`),
      ...wrongAnswers.map((one) => `=%0%${one.answer}:0${remark(one.feedback)}`),
    ],
  };
}

const shortLines = ({ answer, acceptedAnswers, wrongAnswers }: StoredStep): string[] => [
  ...[answer, ...acceptedAnswers].map((one) => `=${typed(one)}`),
  ...wrongAnswers.map((one) => `=%0%${typed(one.answer)}${remark(one.feedback)}`),
];

/** An answer that is typed: a star is a star and stands for no other letters. An arrow would make a pair of it, and is hidden in HTML. */
function typed(answer: string): string {
  const text = oneLine(answer).replaceAll('*', '\\*');
  return text.includes('->') ? `[html]${escaped(asHtml(text))}` : `[plain]${escaped(text)}`;
}

const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const remark = (text: string): string => (text === '' ? '' : `#${html(text)}`);

/** A text as HTML on one line: a blank line would end the question. Lines of a program keep theirs as a code. */
const html = (markdown: string): string =>
  `[html]${escaped(
    toPortableHtml(markdown)
      .replace(/<pre>[\s\S]*?<\/pre>/g, (pre) => pre.replaceAll('\n', '&#10;'))
      .replaceAll('\n', ' '),
  )}`;

const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
