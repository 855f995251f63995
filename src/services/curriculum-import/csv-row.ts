import { type Choice, type Hint, QA_KINDS, QA_USES, type QaKind } from '../../domain/curriculum/curriculum.ts';
import type { QaDraft } from '../../domain/curriculum/curriculum-draft.ts';
import {
  type CsvColumn,
  headingOf,
  type NumberedColumn,
  type SingleColumn,
} from '../../domain/curriculum/import/csv-columns.ts';
import { LIMITS } from '../../domain/curriculum/import/limits.ts';
import { headingOfPart, type MistakenPart } from '../../domain/curriculum/import/without-mistakes.ts';
import { kindOfAnswer } from '../../domain/tutoring/answer-checking/kind-of-answer.ts';
import type { CsvRow } from './csv-table.ts';
import type { FileIssue } from './import-format.ts';

type Unsaid = NonNullable<QaDraft['unsaid']>;

/** One row with its cells by what they are, and the issues that are found in it. */
export class RowReader {
  readonly #columns: readonly (CsvColumn | undefined)[];
  readonly #row: CsvRow;
  readonly #file: string;
  readonly issues: FileIssue[] = [];

  constructor(file: string, columns: readonly (CsvColumn | undefined)[], row: CsvRow) {
    this.#file = file;
    this.#columns = columns;
    this.#row = row;
  }

  /** Writes down what is wrong with a cell. */
  say(column: string, value: string, problem: string): void {
    this.issues.push({ file: this.#file, line: this.#row.line, column, value, problem });
  }

  /** The cell as it stands; empty where it is blank or there is no such column. */
  text(column: SingleColumn, most: number = LIMITS.text): string {
    const index = this.#columns.findIndex((one) => one && 'single' in one && one.single === column);
    const cell = this.#row.cells[index] ?? '';
    if (cell.trim() === '') return '';
    if (cell.length > most) this.say(column, cell, `it has ${cell.length} characters; allowed are ${most}`);
    return cell;
  }

  /** A name or key: without spaces around it. */
  name(column: SingleColumn): string {
    return this.text(column, LIMITS.name).trim();
  }

  word<Word extends string>(column: SingleColumn, allowed: readonly Word[]): Word | undefined {
    const cell = this.text(column).trim();
    const found = allowed.find((word) => word.toLowerCase() === cell.toLowerCase());
    if (cell !== '' && found === undefined) this.say(column, cell, `allowed is ${allowed.join(', ')}`);
    return found;
  }

  /** A number within bounds; a comma may stand for the point. */
  number(column: SingleColumn, [least, most]: [number, number], whole = false): number | undefined {
    const cell = this.text(column).trim();
    if (cell === '') return undefined;
    const number = /^[+-]?\d*[.,]?\d+(?:e[+-]?\d+)?$/i.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
    if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number;
    this.say(column, cell, `allowed is a ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
    return undefined;
  }

  /** The cells of a numbered list that are not blank, by their number. */
  numbered(
    list: 'also right' | 'alias' | 'hint' | 'wrong' | 'feedback' | 'hint question' | 'hint kind' | 'hint answer',
  ) {
    const cells = new Map<number, string>();
    for (const [at, column] of this.#columns.entries()) {
      const cell = this.#row.cells[at] ?? '';
      if (!column || 'single' in column || column.list !== list || cell.trim() === '') continue;
      if (cell.length > LIMITS.text)
        this.say(headingOf(column), cell, `it has ${cell.length} characters; allowed are ${LIMITS.text}`);
      cells.set(column.index, cell);
    }
    return new Map([...cells].sort(([a], [b]) => a - b));
  }

  /** The choices of the question, or of the smaller question of a hint. */
  choices(hint?: number): Choice[] {
    return this.#columns.flatMap((column, at): Choice[] => {
      const text = this.#row.cells[at] ?? '';
      if (!column || 'single' in column || text.trim() === '') return [];
      const own =
        hint === undefined ? column.list === 'choice' : column.list === 'hint choice' && column.index === hint;
      return own && 'id' in column ? [{ id: column.id, text }] : [];
    });
  }

  /** Says that a cell that has to be filled is empty; where the whole column is missing that was said already. */
  sayEmpty(column: SingleColumn, problem: string): void {
    if (this.hasColumn(column)) this.say(column, '', problem);
  }

  /** The heading of a part of the question; lists may leave cells blank. */
  headingOf({ list, number }: MistakenPart): string {
    const of = list === 'hint answer' ? 'hint' : list;
    const filled = this.#filled(of).filter((index) => of !== 'wrong' || this.#filled('feedback').includes(index));
    return headingOfPart({ list, number: filled[number - 1] ?? number });
  }

  #filled(list: NumberedColumn['list']): number[] {
    const cells = this.#columns.flatMap((column, at) => {
      const isFilled = (this.#row.cells[at] ?? '').trim() !== '';
      return isFilled && column && 'index' in column && column.list === list ? [column.index] : [];
    });
    return cells.sort((a, b) => a - b);
  }

  has(list: NumberedColumn['list']): boolean {
    return this.#columns.some((column) => column && 'list' in column && column.list === list);
  }

  hasColumn(single: SingleColumn): boolean {
    return this.#columns.some((column) => column && 'single' in column && column.single === single);
  }
}

/** The question of a row. Issues are left with the reader. */
export function questionOf(row: RowReader): QaDraft {
  const question = row.text('question');
  const written = row.text('answer', LIMITS.answer);
  if (question === '') row.sayEmpty('question', 'the question is empty');
  if (written === '') row.sayEmpty('answer', 'the answer is empty');
  const choices = row.choices();
  const kind = row.word('kind', QA_KINDS) ?? kindFor(written, choices);
  const answer = choices.length > 0 ? choiceAnswer(kind, written, choices) : written;
  const tolerance = row.number('tolerance', [0, 0.999999]);
  const unit = row.text('answer unit', LIMITS.unit).trim();
  return {
    unsaid: unsaidOf(row),
    use: row.word('use', QA_USES) ?? 'for study',
    level: row.number('level', [1, 4], true) ?? 2,
    kind,
    question,
    answer,
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(unit === '' ? {} : { unit }),
    acceptedAnswers: [...row.numbered('also right').values()],
    choices,
    aliases: [...row.numbered('alias').values()],
    hints: hintsOf(row),
    workedExample: row.text('worked example'),
    explanation: row.text('explanation'),
    wrongAnswers: wrongAnswersOf(row),
  };
}

function kindFor(answer: string, choices: readonly Choice[]): QaKind {
  if (choices.length === 0) return kindOfAnswer(answer.trim());
  const isOne = choices.some(({ id, text }) => id === answer.trim() || text === answer.trim());
  return !isOne && answer.includes(',') ? 'several choices' : 'choice';
}

/** Teachers write the letter, in either case, or the text of the choice. */
function choiceAnswer(kind: QaKind, written: string, choices: readonly Choice[]): string {
  const idOf = (part: string): string => {
    const plain = part.trim();
    const found =
      choices.find(({ id }) => id === plain) ??
      choices.find(({ text }) => text.trim() === plain) ??
      choices.find(({ id }) => id.toLowerCase() === plain.toLowerCase());
    return found?.id ?? plain;
  };
  return kind === 'several choices' ? written.split(',').map(idOf).join(',') : idOf(written);
}

function hintsOf(row: RowReader): Hint[] {
  const [texts, questions] = [row.numbered('hint'), row.numbered('hint question')];
  const [kinds, answers] = [row.numbered('hint kind'), row.numbered('hint answer')];
  const alone = [...questions, ...answers].filter(([index]) => !texts.has(index));
  for (const index of new Set(alone.map(([one]) => one)))
    row.say(`hint ${index}`, '', 'a smaller question needs the hint that it belongs to');
  return [...texts].map(([index, text]): Hint => {
    const question = questions.get(index);
    const answer = answers.get(index);
    if (question === undefined && answer === undefined) return { text };
    if (question === undefined || answer === undefined) {
      row.say(`hint ${index} ${question === undefined ? 'question' : 'answer'}`, '', 'a smaller question needs both');
      return { text };
    }
    const choices = row.choices(index);
    const said = kinds.get(index)?.trim().toLowerCase();
    const kind = QA_KINDS.find((one) => one === said) ?? kindFor(answer, choices);
    if (said !== undefined && kind !== said) row.say(`hint ${index} kind`, said, `allowed is ${QA_KINDS.join(', ')}`);
    const key = choices.length > 0 ? choiceAnswer(kind, answer, choices) : answer;
    return { text, scaffold: { question, kind, answer: key, ...(choices.length > 0 ? { choices } : {}) } };
  });
}

function wrongAnswersOf(row: RowReader): NonNullable<QaDraft['wrongAnswers']> {
  const feedback = row.numbered('feedback');
  const wrong = row.numbered('wrong');
  for (const [index, said] of feedback)
    if (!wrong.has(index)) row.say(`wrong ${index}`, '', `the feedback “${said.slice(0, 40)}” needs a wrong answer`);
  return [...wrong].flatMap(([index, answer]) => {
    const said = feedback.get(index);
    if (said !== undefined) return [{ answer, feedback: said }];
    row.say(`feedback ${index}`, '', `the wrong answer “${answer.slice(0, 40)}” needs a feedback`);
    return [];
  });
}

/** What the table has no column for. */
function unsaidOf(row: RowReader): Unsaid {
  const single: [Unsaid[number], SingleColumn][] = [
    ['use', 'use'],
    ['level', 'level'],
    ['tolerance', 'tolerance'],
    ['unit', 'answer unit'],
    ['workedExample', 'worked example'],
    ['explanation', 'explanation'],
  ];
  const lists: [Unsaid[number], 'also right' | 'alias' | 'hint' | 'wrong'][] = [
    ['acceptedAnswers', 'also right'],
    ['aliases', 'alias'],
    ['hints', 'hint'],
    ['wrongAnswers', 'wrong'],
  ];
  return [
    ...single.filter(([, column]) => !row.hasColumn(column)).map(([name]) => name),
    ...lists.filter(([, list]) => !row.has(list)).map(([name]) => name),
  ];
}
