import { kindOfAnswer } from '../../tutoring/answer-checking/kind-of-answer.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey, Choice } from '../curriculum.ts';
import { twinNote } from '../import/twin-choices.ts';
import { cleanText } from './source-text.ts';

/** What the source says about the answer of a step or a scaffold. */
export interface SourceAnswer {
  problemType: string;
  answers: readonly string[];
  choices: readonly string[];
  /** The answer as TeX, where `answers` has it as typed text. */
  latex?: string | null | undefined;
}

export type KeyResult = { ok: true; key: AnswerKey; notes?: string[] } | { ok: false; reason: string };

const refused = (reason: string): KeyResult => ({ ok: false, reason });

/**
 * The answer key of a step or scaffold; its kind is read off the answer ("x = 3" and points are expressions, what is no
 * mathematics is text). The checker must take the key for its own answer, as it is shown and as the source has
 * it; otherwise no pupil could be right.
 */
export function readKey(source: SourceAnswer, checker: AnswerChecker): KeyResult {
  if (source.problemType !== 'MultipleChoice' && source.problemType !== 'TextBox') {
    return refused(`its kind of question, "${source.problemType.slice(0, 40)}", is none that is asked here`);
  }
  const read = source.problemType === 'MultipleChoice' ? choiceKey(source) : textKey(source, checker);
  if (!read.ok) return read;
  const { key } = read;
  const choiceId = key.kind === 'choice' ? { choiceId: key.answer } : {};
  const shown = checker.check(key, { text: key.kind === 'choice' ? '' : key.answer, ...choiceId });
  return shown.verdict === 'correct' ? read : refused('its own answer is not taken as right by the answer checker');
}

function choiceKey({ answers, choices: source }: SourceAnswer): KeyResult {
  const clean = source.map((text) => cleanText(text));
  const damage = clean.find((choice) => choice.damage !== null)?.damage;
  if (damage) return refused(`a choice has a damaged formula: ${damage}`);
  const written = clean.map((choice) => choice.text).filter((text) => text !== '');
  const distinct = [...new Set(written)];
  if (written.length < 2) return refused('it has fewer than two choices');
  if (distinct.length > 26) return refused(`it has ${distinct.length} choices`);
  // Where all read the same, what is kept of them is what the source says: nobody is asked them.
  const texts = distinct.length === 1 ? written.slice(0, 26) : distinct;
  const twins =
    distinct.length === 1 ? [] : distinct.filter((text) => written.indexOf(text) !== written.lastIndexOf(text));
  const notes = twins.map(twinNote);
  const choices = texts.map((text, index): Choice => ({ id: String.fromCharCode(97 + index), text }));
  const right = answers.map((answer) => {
    const wanted = cleanText(answer).text;
    return choices.find((choice) => choice.text === wanted);
  });
  const [first, ...others] = right.filter((choice) => choice !== undefined);
  if (!first) return refused('its answer is not among its choices');
  const accepted = others.map((choice) => choice.id).filter((id) => id !== first.id);
  return {
    ok: true,
    key: { kind: 'choice', answer: first.id, acceptedAnswers: [...new Set(accepted)], choices },
    notes,
  };
}

function textKey({ answers, latex }: SourceAnswer, checker: AnswerChecker): KeyResult {
  const clean = answers.map(cleanText);
  const [first, ...others] = clean;
  if (!first || first.text === '') return refused('it has no answer');
  if (first.damage !== null) return refused(`its answer has a damaged formula: ${first.damage}`);
  const typed = typedForm(first.text);
  const key = keyOf(
    typed,
    others.map((other) => typedForm(other.text)),
  );
  const set = latex ? cleanText(latex) : null;
  if (set === null || set.damage !== null || typedForm(set.text) === typed) return { ok: true, key };
  // The set form reads better; it is the key where the checker finds the two the same.
  const better = keyOf(typedForm(set.text), [typed, ...key.acceptedAnswers]);
  const same = better.kind === key.kind && checker.check(key, { text: better.answer }).verdict === 'correct';
  return { ok: true, key: same ? better : key };
}

const keyOf = (answer: string, acceptedAnswers: string[]): AnswerKey => ({
  kind: kindOfAnswer(answer),
  answer,
  acceptedAnswers: [...new Set(acceptedAnswers)].filter((other) => other !== answer && other !== ''),
  choices: [],
});

/** "$26$" as "26" and "$\frac{3}{4}$" as "3/4": what a pupil would type. Everything else stays a formula. */
function typedForm(markdown: string): string {
  const tex = /^\$((?:\\.|[^$\\])+)\$$/.exec(markdown)?.[1];
  if (tex === undefined) return markdown.replace(/\\([*_[\]#|~`])/g, '$1');
  if (/^-?[\d.,]+$/.test(tex)) return tex;
  const [, sign = '', top = '', bottom = ''] = /^(-?)\\frac\{(-?\d+)\}\{(\d+)\}$/.exec(tex) ?? [];
  if (top !== '') return `${sign}${top}/${bottom}`;
  const [, number = '', unit = ''] = /^(-?[\d.]+)\\ \\text\{([a-zA-Z]+)\}$/.exec(tex) ?? [];
  return number === '' ? markdown : `${number} ${unit}`;
}
