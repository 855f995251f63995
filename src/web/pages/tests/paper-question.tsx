import type { AnswerProblem } from '../../../domain/assessment/answer-problem.ts';
import { LONGEST_ANSWER } from '../../../domain/assessment/mark-answer.ts';
import type { PaperQuestion } from '../../../services/tests/taking.service.ts';
import { Problem } from '../../components/field.tsx';
import { RichLine } from '../../components/rich-text.tsx';
import { Notice } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { answerMark } from './answer-mark.ts';
import { Asked } from './asked.tsx';

interface PaperQuestionProps {
  question: PaperQuestion;
  of: number;
  /** What this page wrote where another device had written meanwhile. */
  refused: string | undefined;
  /** What this page wrote where nothing of it was saved, and why it could not be taken, where that was the reason. */
  unsaved: { written: string; problem: AnswerProblem | undefined } | undefined;
}

/** One question of a test with the place for its answer, and how that is saved. */
export function PaperQuestionSheet({ question: one, of, refused, unsaved }: PaperQuestionProps) {
  const { t, format } = usePage();
  const words = t.tests;
  const { position, question, answer, seq, savedAt } = one;
  return (
    <section
      class="sheet stack paper-question"
      id={`q${position}`}
      aria-labelledby={`q${position}-title`}
      data-position={position}
      data-known={unsaved && answer}
    >
      <header class="row">
        <h2 class="h3" id={`q${position}-title`}>
          {words.question(position, of)}
        </h2>
        <span class="quiet push">{words.points(format.number(one.points))}</span>
      </header>
      <Asked question={question} id={`q${position}-asked`} />
      {refused !== undefined && (
        <Notice tone="warn">
          <p>{words.elsewhere(answer === '' ? words.elsewhereNothing : answer)}</p>
        </Notice>
      )}
      <input type="hidden" name={`seq-${position}`} value={seq} />
      <input type="hidden" name={`was-${position}`} value={answerMark(answer)} />
      <AnswerPlace
        question={one}
        value={unsaved?.written ?? refused ?? answer}
        problem={unsaved?.problem && problemText(words, unsaved.problem, format.number(LONGEST_ANSWER))}
      />
      <p class="quiet saved" data-saved={savedAt === null ? undefined : ''}>
        {savedAt === null ? words.notSaved : words.savedAt(format.time(savedAt))}
      </p>
      <div class="notice warn conflict" role="alert" hidden>
        <span />
        <div class="stack tight">
          <p />
          <div class="row">
            <button type="button" class="btn small" data-keep="mine">
              {words.keepMine}
            </button>
            <button type="button" class="btn small" data-keep="theirs">
              {words.keepTheirs}
            </button>
          </div>
        </div>
      </div>
    </section>
  );
}

interface AnswerPlaceProps {
  question: PaperQuestion;
  value: string;
  problem: string | undefined;
}

function AnswerPlace({ question: { position, question }, value, problem }: AnswerPlaceProps) {
  const { tests: words } = usePage().t;
  const name = `answer-${position}`;
  const { kind } = question;
  if (kind === 'choice' || kind === 'several choices') {
    const chosen = value.split(',');
    return (
      <fieldset class="field" aria-describedby={`q${position}-asked${problem ? ` ${name}-problem` : ''}`}>
        <legend class="label">{kind === 'choice' ? words.choose : words.chooseSeveral}</legend>
        <div class="choices list">
          {question.choices.map((choice) => (
            <label key={choice.id} class="choice">
              <input
                type={kind === 'choice' ? 'radio' : 'checkbox'}
                name={name}
                value={choice.id}
                checked={chosen.includes(choice.id)}
              />
              <span>
                <RichLine text={choice.text} />
              </span>
            </label>
          ))}
        </div>
        <Problem id={`${name}-problem`} text={problem} />
      </fieldset>
    );
  }
  const control = {
    id: name,
    class: 'input',
    name,
    'aria-describedby': `q${position}-asked ${name}-hint${problem ? ` ${name}-problem` : ''}`,
    'aria-invalid': problem ? ('true' as const) : undefined,
    maxLength: LONGEST_ANSWER,
  };
  return (
    <div class="field">
      <label for={name}>{words.answer}</label>
      <span class="hint" id={`${name}-hint`}>
        {hintsOf(words)[kind]}
      </span>
      {kind === 'text' ? (
        <textarea {...control} rows={4} dir="auto">
          {value}
        </textarea>
      ) : (
        <input
          {...control}
          type="text"
          value={value}
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
      )}
      <Problem id={`${name}-problem`} text={problem} />
    </div>
  );
}

type Words = ReturnType<typeof usePage>['t']['tests'];

function hintsOf(words: Words) {
  return {
    number: words.answerNumber,
    expression: words.answerExpression,
    set: words.answerSet,
    interval: words.answerInterval,
    text: words.answerText,
  };
}

function problemText(words: Words, problem: AnswerProblem, most: string): string {
  switch (problem.why) {
    case 'no such choice':
      return words.refused[problem.why](problem.read.join(', '));
    case 'more than one':
      return words.refused[problem.why](problem.given);
    case 'too long':
      return words.refused[problem.why](problem.length, most);
  }
}
